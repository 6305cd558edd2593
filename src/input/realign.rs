//! In: a file as it was read, and the text that an editor made of it. Out: the bytes to save. The editor knows
//! characters only, so the stretches that it left alone are found anew: from both ends, and line by line
//! between them. What was kept there is written as it was.

use super::charset::Charset;
use super::encode::{EncodeError, encode, encode_edited};
use crate::text::{Source, Span};

/// The bytes of a changed text in the charset of the file that it came from.
///
/// # Errors
/// Names a character that the charset does not have.
pub fn encode_changed(source: &Source, text: &str) -> Result<Vec<u8>, EncodeError> {
    let charset = Charset::named(source.encoding).unwrap_or(Charset::Utf8);
    if source.kept.is_empty() {
        return encode(text, charset, source.byte_order_mark);
    }
    let edits = edits(&source.text, text);
    encode_edited(source, edits.iter().map(|&(span, new)| (span, new)))
}

/// Edits that turn one text into the other: whole lines between what both begin and end with.
fn edits<'n>(old: &str, new: &'n str) -> Vec<(Span, &'n str)> {
    let start = common_start(old, new);
    let end = common_end(&old[start..], &new[start..]);
    let (old_end, new_end) = (old.len() - end, new.len() - end);
    let old_middle = Span::new(start, old_end);
    if fffd(old_middle.slice(old)) == 0 {
        return vec![(old_middle, &new[start..new_end])];
    }
    line_edits(old, old_middle, &new[start..new_end])
}

fn common_start(old: &str, new: &str) -> usize {
    let pairs = old.chars().zip(new.chars());
    pairs
        .take_while(|(one, other)| one == other)
        .map(|(c, _)| c.len_utf8())
        .sum()
}

fn common_end(old: &str, new: &str) -> usize {
    let pairs = old.chars().rev().zip(new.chars().rev());
    pairs
        .take_while(|(one, other)| one == other)
        .map(|(c, _)| c.len_utf8())
        .sum()
}

fn fffd(text: &str) -> usize {
    text.matches(char::REPLACEMENT_CHARACTER).count()
}

/// Each new piece is paired with the next old one that is the same; a piece ends with U+FFFD or a line feed.
/// U+FFFD stands for bytes, so it may be paired, even alone, with the next of the old ones.
fn line_edits<'n>(old: &str, middle: Span, new: &'n str) -> Vec<(Span, &'n str)> {
    let mut edits = Vec::new();
    let mut old_from = middle.start;
    let (mut new_from, mut new_at) = (0, 0);
    for piece in new.split_inclusive(['\n', char::REPLACEMENT_CHARACTER]) {
        let sign = piece.ends_with(char::REPLACEMENT_CHARACTER);
        let sought = if sign { "\u{fffd}" } else { "" };
        new_at += piece.len();
        if !sign {
            continue;
        }
        let rest = Span::new(old_from, middle.end).slice(old);
        // The whole piece first, so that a place deleted before it takes no other's bytes.
        let whole = rest.find(piece).map(|at| at + piece.len() - sought.len());
        let Some(at) = whole.or_else(|| rest.find(sought)) else {
            break;
        };
        edits.push((
            Span::new(old_from, old_from + at),
            &new[new_from..new_at - sought.len()],
        ));
        old_from += at + sought.len();
        new_from = new_at;
    }
    edits.push((Span::new(old_from, middle.end), &new[new_from..]));
    edits
}
