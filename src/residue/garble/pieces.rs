//! In: a text, its pinyin, and the garble found in it. Out: the pieces that tell how the document writes.

use super::Garble;
use crate::text::Span;

/// The pieces of a text without pinyin, with garble read where it is certain and left out where it is not.
pub fn pieces<'t>(text: &'t str, pinyin: &[Span], garble: &'t [Garble]) -> Vec<&'t str> {
    let mut left_out: Vec<(Span, &str)> = pinyin.iter().map(|&span| (span, "")).collect();
    left_out.extend(garble.iter().map(|place| match place.certain() {
        Some(certain) => certain,
        None => (place.span, "\n"),
    }));
    left_out.sort_unstable();
    let mut pieces = Vec::with_capacity(2 * left_out.len() + 1);
    let mut from = 0;
    for (span, reading) in left_out {
        if span.start < from {
            continue;
        }
        pieces.push(&text[from..span.start]);
        pieces.push(reading);
        from = span.end;
    }
    pieces.push(&text[from..]);
    pieces
}
