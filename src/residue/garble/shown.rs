//! In: a text and a place in it. Out: what the bytes of the next character were, as the program that
//! garbled it saw them: a pair, a single byte, a note in pinyin, or a place where a byte was lost.

use super::codec::{self, Pair};
use super::readings;
use crate::residue::syllables;

/// The next thing that the text shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A character of two bytes.
    Pair(Pair, char),
    /// A character of one byte, but `?`. The byte 0x80 shows as €.
    Single(u8),
    /// `?` or U+FFFD: a byte that could not be read, or a question mark.
    Lost(char),
    /// A syllable in brackets, with the sum of its reading.
    Note(u8),
    /// The end of the line, or a character that GBK does not have.
    End,
}

/// What a text shows at a place, and how many bytes (of UTF-8) that takes.
pub fn at(text: &str, place: usize) -> (Shown, usize) {
    let Some(character) = text.get(place..).and_then(|rest| rest.chars().next()) else {
        return (Shown::End, 0);
    };
    let length = character.len_utf8();
    match character {
        '\n' | '\r' | '\u{0b}' | '\u{2028}' | '\u{2029}' => (Shown::End, 0),
        '?' | '\u{fffd}' => (Shown::Lost(character), length),
        '(' | '（' => match syllable_and_bracket(text, place + length) {
            Some((sum, rest)) => (Shown::Note(sum), length + rest),
            None => (plain(character), length),
        },
        _ => match plain(character) {
            Shown::End => (Shown::End, 0),
            shown => (shown, length),
        },
    }
}

fn plain(character: char) -> Shown {
    if let Ok(byte) = u8::try_from(character)
        && byte.is_ascii()
    {
        return Shown::Single(byte);
    }
    if character == '€' {
        return Shown::Single(0x80);
    }
    codec::pair(character).map_or(Shown::End, |pair| Shown::Pair(pair, character))
}

/// `nèi)`: the sum of the syllable at a place that a closing bracket follows, and their length.
pub fn syllable_and_bracket(text: &str, place: usize) -> Option<(u8, usize)> {
    let rest = text.get(place..)?;
    let length = syllables::syllable_length(rest)?;
    let bracket = rest[length..]
        .chars()
        .next()
        .filter(|&c| matches!(c, ')' | '）'))?;
    Some((readings::sum(&rest[..length]), length + bracket.len_utf8()))
}

/// The character before a place that is no pinyin in brackets; a line break where there is none.
pub fn character_before(text: &str, place: usize) -> char {
    text[..before_notes(text, place)]
        .chars()
        .next_back()
        .unwrap_or('\n')
}

/// The place before the notes in pinyin that end at a place.
pub fn before_notes(text: &str, mut place: usize) -> usize {
    // A bound for hostile texts; two notes in a row occur.
    for _ in 0..4 {
        if !text[..place].ends_with([')', '）']) {
            break;
        }
        // The longest note: a bracket of three bytes, six letters with combining marks, a bracket.
        let mut start = place.saturating_sub(24);
        while !text.is_char_boundary(start) {
            start += 1;
        }
        match text[start..place].rfind(['(', '（']) {
            Some(open) if matches!(at(text, start + open), (Shown::Note(_), length) if start + open + length == place) =>
            {
                place = start + open;
            }
            _ => break,
        }
    }
    place
}
