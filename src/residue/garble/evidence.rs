//! In: a text and a character of it. Out: what speaks for damage there, if anything does: a place needs an
//! unmistakable sign before it is searched.

use super::codec::{self, FULL_WIDTH};
use super::language::{UNKNOWN, is_word, tokens};
use super::shown::{self, Shown};
use super::signs::{SIGNS, sign_of};
use crate::residue::syllables;

/// From this rank on a character is rare enough to be looked at after a sign.
const RARE_FROM: u16 = 2200;

/// What a place is known by.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// A syllable that lost its opening bracket.
    Note,
    /// A sign before something that no sentence begins with.
    Sign,
    /// A character that nobody writes.
    Character,
    /// Nothing but what comes later.
    Nothing,
}

/// What speaks for garble at a character, and where it would begin.
pub fn evidence(text: &str, at: usize, character: char) -> Option<(Evidence, usize)> {
    let past = at + character.len_utf8();
    match character {
        '\u{fffd}' | '?' | '？' if shown::syllable_and_bracket(text, past).is_some() => {
            Some((Evidence::Note, at))
        }
        ')' | '）' => orphan(text, at).map(|start| (Evidence::Note, start)),
        // U+F020 to U+F0FF are symbols that Word's own fonts draw.
        '\u{fffd}' | '\u{e000}'..='\u{efff}' | '\u{f100}'..='\u{f8ff}' => {
            Some((Evidence::Character, at))
        }
        _ => {
            let sign = sign_of(character)?;
            let is_odd = !is_usual_after(text, sign, past) && is_odd_after(text, sign, past);
            is_odd.then_some((Evidence::Sign, at))
        }
    }
}

/// Where a syllable with a tone that lost its bracket starts, right after a Chinese letter.
fn orphan(text: &str, bracket: usize) -> Option<usize> {
    let before = text.get(..bracket)?;
    let letters = before.char_indices().rev().take(8);
    let start = letters
        .take_while(|(_, c)| c.is_alphabetic() && !is_letter(*c))
        .last()?
        .0;
    let is_after = |c: char| !c.is_ascii() && !c.is_alphabetic() && c != '（' || is_letter(c);
    if !before[..start].ends_with(is_after) {
        return None;
    }
    let syllable = &before[start..];
    (syllables::has_tone_mark(syllable) && syllables::is_syllable(syllable)).then_some(start)
}

/// Whether what follows a sign plainly begins a clause, a quotation or a line. Nearly all signs of a text that is whole are
/// told so, and it takes neither the table of GBK nor the model.
fn is_usual_after(text: &str, sign: u8, past: usize) -> bool {
    // All of them stand in the first row of GBK.
    const MARKS: &str = "、。“”‘’《》〈〉「」『』【】…—　";
    match text[past..].chars().next() {
        None | Some('\n' | '\r') => true,
        Some(next) if is_letter(next) => sign != b'?' && !is_rare(next),
        Some(next) => MARKS.contains(next),
    }
}

/// Whether what follows a sign is nothing that begins a clause.
fn is_odd_after(text: &str, sign: u8, past: usize) -> bool {
    let (shown, length) = shown::at(text, past);
    let next = || shown::at(text, past + length).0;
    match shown {
        Shown::Pair(_, character) if is_letter(character) => {
            sign == b'?' || is_rare(character) && !begins_word(character, next())
        }
        Shown::Pair([FULL_WIDTH, _], character) if sign_of(character).is_some() => {
            sign == b'?' && is_odd_second(text, character, past + length)
        }
        Shown::Pair([FULL_WIDTH, _], character) => {
            character.is_alphanumeric() && matches!(next(), Shown::Pair(_, c) if is_letter(c))
        }
        Shown::Pair([lead, _], _) => !matches!(lead, 0xa1 | 0xa2),
        Shown::Single(byte) if byte.is_ascii_alphabetic() => {
            let goes_on = match next() {
                // Only labels have this full stop behind a letter: A．one; B．another.
                Shown::Pair(_, character) => character != '．',
                Shown::Note(_) => true,
                _ => false,
            };
            let end = || codec::character([sign | 0x80, byte]);
            goes_on && end().is_some_and(|end| is_ended_by(sign, end))
        }
        Shown::Single(byte) => {
            let follows = !matches!(next(), Shown::End) || byte == b'!';
            sign == b'?' && SIGNS.contains(&byte) && follows
        }
        Shown::Lost(_) if sign == b'!' => {
            matches!(next(), Shown::Pair(_, character) if is_rare(character))
        }
        Shown::Lost(_) => sign == b'?' && !matches!(next(), Shown::Note(_) | Shown::End),
        _ => false,
    }
}

/// Whether a rare letter makes a word with what follows, as 夯 does in 夯实.
fn begins_word(character: char, next: Shown) -> bool {
    matches!(next, Shown::Pair(_, second) if is_word(character, second))
}

/// Whether a Latin letter after a sign may be the second byte of a character: only a question mark may stand
/// for another byte, so after other signs it is one that people write.
fn is_ended_by(sign: u8, character: char) -> bool {
    is_letter(character) && (sign == b'?' || tokens().of(character) != UNKNOWN)
}

/// The same of what follows the second of two signs, where the first shows a lost byte.
fn is_odd_second(text: &str, sign: char, past: usize) -> bool {
    let shown = shown::at(text, past).0;
    !matches!(shown, Shown::Pair([FULL_WIDTH, _], _))
        && sign_of(sign).is_some_and(|sign| is_odd_after(text, sign, past))
}

/// Whether a character is so rare that garble is likelier.
pub fn is_rare(character: char) -> bool {
    let token = tokens().of(character);
    is_letter(character) && (token >= RARE_FROM || token == UNKNOWN)
}

/// Whether a character is a Chinese letter.
pub fn is_letter(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}
