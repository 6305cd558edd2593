//! In: a place where something speaks for damage. Out: the ways in which it may have begun: a note put after
//! the first byte of a character, a sign made half-width across a boundary, or a byte lost without a trace.

use super::bits::{BIT, Bits};
use super::codec::{self, FULL_WIDTH, LEADS};
use super::evidence::is_letter;
use super::likelihood::{Likelihood, State};
use super::search::{Before, Root, reading_bits};
use super::shown::{self, Shown};
use super::signs::{SIGNS, sign_of};

/// The roots where a note was put after the first byte of a character: `?nèi)`, `nèi)` or `?(nèi)`.
pub fn note_roots(text: &str, start: usize, before: char) -> Vec<Root> {
    let (shown, length) = shown::at(text, start);
    let (mut at, mut bits) = match shown {
        Shown::Lost(_) => (start + length, -10 * BIT),
        Shown::Pair(_, '？') => (start + length, -7 * BIT),
        _ => (start, 0),
    };
    let letter = match shown::at(text, at) {
        (Shown::Note(letter), length) => {
            at += length;
            letter
        }
        _ => match shown::syllable_and_bracket(text, at) {
            Some((letter, length)) => {
                at += length;
                bits -= 20 * BIT;
                letter
            }
            None => return Vec::new(),
        },
    };
    let Some([_, trail]) = codec::pair(before) else {
        return Vec::new();
    };
    let leads = LEADS.filter(|&lead| codec::character([trail, lead]).is_some_and(is_letter));
    leads
        .map(|pending| Root {
            restored: None,
            pending,
            at,
            bits: bits + reading_bits([trail, pending], letter),
        })
        .collect()
}

/// The roots where a sign was made half-width across a boundary.
pub fn sign_roots(text: &str, start: usize, likelihood: &Likelihood, state: State) -> Vec<Root> {
    let restored = restored(FULL_WIDTH, likelihood, state);
    let mut roots = Vec::new();
    for (sign, at, bits) in signs(text, start) {
        roots.extend(restored.iter().map(|&restored| Root {
            restored: Some(restored),
            pending: sign | 0x80,
            at,
            bits,
        }));
    }
    roots
}

/// The roots where a lead byte was lost and nothing shows it: the pair at a place is a trail byte and the lead
/// byte of the next character.
pub fn silent_roots(
    text: &str,
    start: usize,
    likelihood: &Likelihood,
    before: Before,
) -> Vec<Root> {
    let (Shown::Pair([trail, pending], character), length) = shown::at(text, start) else {
        return Vec::new();
    };
    let shown = likelihood.step_in_model(before.shown, character).0;
    let restored = restored(trail, likelihood, before.state);
    let root = |restored| Root {
        restored: Some(restored),
        pending,
        at: start + length,
        bits: -shown,
    };
    restored.into_iter().map(root).collect()
}

/// The likeliest characters with a trail byte, whose lead byte was lost.
fn restored(trail: u8, likelihood: &Likelihood, state: State) -> Vec<(char, (Bits, State))> {
    let after = likelihood.after(state);
    let mut restored: Vec<(char, (Bits, State))> = LEADS
        .filter_map(|lead| codec::character([lead, trail]))
        .map(|character| (character, after.step(character)))
        .collect();
    for (character, (bits, _)) in &mut restored {
        if *character == '。' {
            *bits -= FULL_STOP;
        }
    }
    restored.sort_by_key(|(_, (bits, _))| *bits);
    restored.truncate(RESTORED);
    restored
}

/// So many of the characters that may be restored are tried.
const RESTORED: usize = 16;
/// What is restored is a full stop more often than the model expects.
const FULL_STOP: Bits = 3 * BIT;

/// The signs that may have stood at a place, where the text goes on, and the bits of each.
fn signs(text: &str, start: usize) -> Vec<(u8, usize, Bits)> {
    let Some(first) = text[start..].chars().next() else {
        return Vec::new();
    };
    let past = start + first.len_utf8();
    let mut found = Vec::new();
    if let Some(sign) = sign_of(first) {
        found.push((sign, past, 2 * BIT - shown_bits(first)));
    }
    if !matches!(first, '?' | '？' | '\u{fffd}') {
        return found;
    }
    let second = text[past..].chars().next();
    if let Some((second, sign)) = second.and_then(|c| Some((c, sign_of(c)?))) {
        let bits = -shown_bits(first) - shown_bits(second);
        found.push((sign, past + second.len_utf8(), bits));
    }
    found.extend(
        SIGNS
            .iter()
            .map(|&sign| (sign, past, 5 * BIT - shown_bits(first))),
    );
    found
}

fn shown_bits(sign: char) -> Bits {
    match sign {
        ',' | '，' => 5 * BIT,
        '\u{fffd}' => 16 * BIT,
        _ => 9 * BIT,
    }
}
