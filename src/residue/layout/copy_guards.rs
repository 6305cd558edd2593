//! In: the lines of a text. Out: which of them are the random signs that a forum puts between and around
//! lines, so that a copy is spoilt: `2 v* K9 X& t1` or `x7Kd9Qp2Lm`.
//!
//! One such string may be a formula or a password; a guard leaves many.

use super::lines::{Line, Role};
use crate::text::Span;

/// Bytes that a guard has at least and at most.
const SHORTEST: usize = 8;
const LONGEST: usize = 100;
/// Guards from which a text has been through one; nothing of the kind is the writer's then.
const GUARDS_FROM: usize = 2;

/// Marks the lines that are guards, and takes guards off the words of the others.
pub(super) fn mark(text: &str, lines: &mut [Line]) {
    let found = |oddest: Oddest| -> Vec<(usize, Place)> {
        let places = lines.iter().map(|line| place(text, line.content, oddest));
        (0..)
            .zip(places)
            .filter_map(|(at, place)| Some((at, place?)))
            .collect()
    };
    if found(Oddest::Certain).len() < GUARDS_FROM {
        return;
    }
    for (at, place) in found(Oddest::AmongOthers) {
        match place {
            Place::Whole => lines[at].role = Role::CopyGuard,
            Place::Around(words) => lines[at].content = words,
        }
    }
}

enum Place {
    Whole,
    /// Around these words.
    Around(Span),
}

/// How odd signs must be to be a guard.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Oddest {
    Certain,
    /// In a text that is full of them.
    AmongOthers,
}

/// Where a guard stands in a line.
fn place(text: &str, content: Span, oddest: Oddest) -> Option<Place> {
    let line = content.slice(text);
    let bytes = line.as_bytes();
    let ascii_ends = bytes.first()?.is_ascii() || bytes.last()?.is_ascii();
    if !ascii_ends {
        return None;
    }
    let head = bytes.iter().take_while(|byte| byte.is_ascii()).count();
    if head == line.len() {
        let whole = is_scattered(line, oddest) || is_solid(line);
        return whole.then_some(Place::Whole);
    }
    let tail = bytes
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii())
        .count();
    let guarded = |part: &str| is_scattered(part, oddest);
    let head = head - number_behind(&line[..head], &line[head..]);
    let tail = tail - mark_before(&line[..line.len() - tail], &line[line.len() - tail..]);
    let start = if guarded(&line[..head]) { head } else { 0 };
    let end = if guarded(&line[line.len() - tail..]) {
        line.len() - tail
    } else {
        line.len()
    };
    (start > 0 || end < line.len())
        .then(|| Place::Around(Span::new(content.start + start, content.start + end)))
}

/// Bytes of the number that begins the words behind a guard: 2、, 3., (1), (一), 2026年.
fn number_behind(guard: &str, words: &str) -> usize {
    const DATED: usize = 4;
    let closed = guard.strip_suffix(['.', ')']).unwrap_or(guard);
    let opened = closed.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = closed.len() - opened.len();
    let is_item = closed.len() < guard.len() || words.starts_with(['、', '．', '）']);
    let is_date = digits == DATED && words.starts_with('年');
    let start = if is_item && (1..=2).contains(&digits) || is_date {
        opened.strip_suffix('(').unwrap_or(opened)
    } else if words.chars().nth(1) == Some(')') || words.chars().nth(2) == Some(')') {
        guard.strip_suffix('(').unwrap_or(guard)
    } else {
        guard
    };
    guard.len() - start.len()
}

/// Bytes of the mark that ends the words before a guard: a half-width stop right behind a letter.
fn mark_before(words: &str, guard: &str) -> usize {
    let behind_letter = words.chars().next_back().is_some_and(char::is_alphabetic);
    usize::from(behind_letter && guard.starts_with(['.', ',', ':', ';', '!', '?', ')']))
}

/// `2 v* K9 X& t1`: signs by ones and twos, of every class, with blanks between.
fn is_scattered(part: &str, oddest: Oddest) -> bool {
    const ODD: &[u8] = b"#$&!?;:~^@*\"'|\\{}[]%";
    // Marks of bold may stand around anything.
    let part = part.trim_matches(['*', ' ']);
    let is_odd = |byte: &u8| {
        ODD.contains(byte) || oddest == Oddest::AmongOthers && byte.is_ascii_punctuation()
    };
    if !(SHORTEST..=LONGEST).contains(&part.len()) {
        return false;
    }
    let (mut tokens, mut short) = (0, 0);
    for token in part.split(' ').filter(|token| !token.is_empty()) {
        tokens += 1;
        short += usize::from(token.len() <= 2);
    }
    let mut odd: Vec<u8> = part.bytes().filter(is_odd).collect();
    odd.sort_unstable();
    odd.dedup();
    let classes = [
        u8::is_ascii_lowercase,
        u8::is_ascii_uppercase,
        u8::is_ascii_digit,
    ]
    .iter()
    .filter(|is_of| part.bytes().any(|byte| is_of(&byte)))
    .count();
    tokens >= 4 && short * 10 >= tokens * 9 && !odd.is_empty() && odd.len() + classes >= 4
}

/// `x7Kd9Qp2Lm`: one word whose letters and digits change class at every other step.
fn is_solid(part: &str) -> bool {
    const SHORTEST_WORD: usize = 10;
    let bytes = part.as_bytes();
    if !(SHORTEST_WORD..=LONGEST).contains(&bytes.len())
        || !bytes.iter().all(u8::is_ascii_alphanumeric)
    {
        return false;
    }
    let class = |byte: u8| (byte.is_ascii_lowercase(), byte.is_ascii_digit());
    let changes = bytes
        .windows(2)
        .filter(|two| class(two[0]) != class(two[1]))
        .count();
    let has = |is_of: fn(&u8) -> bool| bytes.iter().any(is_of);
    has(u8::is_ascii_lowercase)
        && has(u8::is_ascii_uppercase)
        && has(u8::is_ascii_digit)
        && changes * 2 >= bytes.len()
}
