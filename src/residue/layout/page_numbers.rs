//! In: the lines of a text. Out: which of them are page numbers, and the page numbers inside lines.

use super::lines::{Line, Role};
use super::{LayoutKind, LayoutMark, removal};
use crate::text::{Span, signs};

/// Bytes that a line of a page number has at most.
const LONGEST: usize = 48;
/// From so many lines that count up by one, bare numbers are page numbers.
const LINES_FROM: usize = 3;
/// Bytes that a page has at least: the numbers of a table's rows stand closer.
pub(super) const SHORTEST_PAGE: usize = 600;

/// Marks the lines that are page numbers.
pub(super) fn mark(text: &str, lines: &mut [Line]) {
    let mut bare: Vec<(usize, u32)> = Vec::new();
    for (at, line) in lines.iter_mut().enumerate() {
        if line.role != Role::Words || line.content.len() > LONGEST {
            continue;
        }
        match form(line.content.slice(text)) {
            Some(Form::Sure) => line.role = Role::PageNumber,
            Some(Form::Bare(number)) => bare.push((at, number)),
            None => {}
        }
    }
    let placed: Vec<(usize, u32)> = bare
        .iter()
        .map(|&(at, number)| (lines[at].content.start, number))
        .collect();
    for run in page_runs(&placed) {
        for &(at, _) in &bare[run] {
            lines[at].role = Role::PageNumber;
        }
    }
}

/// The runs of numbers that count up by one, a page apart.
fn page_runs(places: &[(usize, u32)]) -> Vec<std::ops::Range<usize>> {
    let mut runs = Vec::new();
    let mut start = 0;
    for at in 1..=places.len() {
        let goes_on = places.get(at).is_some_and(|&(place, number)| {
            let (before, last) = places[at - 1];
            Some(number) == last.checked_add(1) && place >= before + SHORTEST_PAGE
        });
        if !goes_on {
            if at - start >= LINES_FROM {
                runs.push(start..at);
            }
            start = at;
        }
    }
    runs
}

enum Form {
    /// A page number whatever stands around it.
    Sure,
    /// A number alone, which may be anything.
    Bare(u32),
}

/// Reads a whole short line as a page number.
fn form(line: &str) -> Option<Form> {
    let begins = |c: char| c.is_ascii_digit() || "-—–－·~第共Pp(（".contains(c);
    if !line.starts_with(begins) {
        return None;
    }
    let bare: String = line
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if c == '頁' { '页' } else { c })
        .collect();
    let number = bare.trim_end_matches('、');
    if let Ok(value) = number.parse() {
        return Some(Form::Bare(value)).filter(|_| number.len() <= 4);
    }
    (is_dashed(&bare) || is_paged(&bare) || is_english(&bare)).then_some(Form::Sure)
}

fn is_number(text: &str) -> bool {
    !text.is_empty()
        && text.chars().count() <= 4
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || "一二三四五六七八九十百〇".contains(c))
}

fn is_dashed(bare: &str) -> bool {
    ["-", "—", "–", "－", "——", "·", "~"].iter().any(|dash| {
        let inner = bare
            .strip_prefix(dash)
            .and_then(|rest| rest.strip_suffix(dash));
        inner.is_some_and(|inner| is_number(inner) && inner.parse::<u32>().is_ok())
    })
}

fn is_paged(bare: &str) -> bool {
    let between = |text: &str, before| {
        text.strip_prefix(before)
            .and_then(|rest| rest.strip_suffix('页'))
            .is_some_and(is_number)
    };
    let parts: Vec<&str> = bare
        .split_inclusive('页')
        .map(|part| part.trim_matches(['/', ',', '，', '(', ')', '（', '）']))
        .collect();
    match parts.as_slice() {
        [one] => between(one, '第'),
        [one, two] | [one, two, ""] => {
            between(one, '第') && between(two, '共') || between(one, '共') && between(two, '第')
        }
        _ => false,
    }
}

fn is_english(bare: &str) -> bool {
    bare.to_ascii_lowercase()
        .strip_prefix("page")
        .is_some_and(|rest| rest.split("of").all(is_number))
}

/// 第 1 页 共 4 页 and - 3 -, inside lines of words.
pub(super) fn inside_lines(text: &str, lines: &[Line]) -> Vec<LayoutMark> {
    let found = signs(text).filter_map(|(at, sign)| match sign {
        '-' => dashed(text, at),
        '0'..='9' => page_of_total(text, at + 1),
        _ => None,
    });
    let mut spans: Vec<Span> = found.collect();
    spans.retain(|span| {
        let after = lines.partition_point(|line| line.content.end <= span.start);
        lines
            .get(after)
            .is_some_and(|line| line.role == Role::Words && line.content.contains(*span))
    });
    let removals = spans
        .into_iter()
        .map(|span| removal(span, LayoutKind::PageNumber, span));
    removals.collect()
}

/// The whole of 第 1 页 共 4 页 around the end of its first number.
fn page_of_total(text: &str, number_end: usize) -> Option<Span> {
    let behind = text[number_end..].trim_start_matches(' ');
    let sign = behind.chars().next().filter(|c| matches!(c, '页' | '頁'))?;
    let before = &text[..number_end];
    let digits = digits_before(before)?;
    let start = before[..before.len() - digits]
        .trim_end_matches(' ')
        .strip_suffix('第')?
        .len();
    let rest = behind[sign.len_utf8()..].trim_start_matches([' ', ',', '，', '/']);
    let rest = rest.strip_prefix('共')?.trim_start_matches(' ');
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let rest = rest[digits..].trim_start_matches(' ').strip_prefix(sign)?;
    (1..=4)
        .contains(&digits)
        .then_some(Span::new(start, text.len() - rest.len()))
}

/// `- 3 -` between Chinese words, by the place of its second dash.
fn dashed(text: &str, at: usize) -> Option<Span> {
    let number = text[..at].strip_suffix(' ')?;
    let digits = digits_before(number)?;
    let before = number[..number.len() - digits].strip_suffix("- ")?;
    let end = at + '-'.len_utf8();
    let wide = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_graphic());
    (wide(before.chars().next_back()) && wide(text[end..].chars().next()))
        .then_some(Span::new(before.len(), end))
}

/// The digits that a text ends in: one to four.
pub(super) fn digits_before(text: &str) -> Option<usize> {
    let bytes = text.bytes().rev();
    let digits = bytes.take(5).take_while(u8::is_ascii_digit).count();
    (1..=4).contains(&digits).then_some(digits)
}
