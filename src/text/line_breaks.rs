//! In: a text. Out: its lines, without their line breaks. Line breaks are `\n`, `\r\n`, `\r`, and the
//! soft breaks of Word, U+000B and U+2028, with U+2029: one list for every layer.

use super::Span;

/// The lines of a text, in order, as byte spans that leave the line breaks out. A text that ends in a
/// line break has an empty last line, as editors show it.
///
/// ```
/// use speech_structure::text::lines;
/// let text = "一\r\n二\n";
/// let found: Vec<&str> = lines(text).map(|span| span.slice(text)).collect();
/// assert_eq!(found, ["一", "二", ""]);
/// ```
pub fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let (end, after) = line_end(text.as_bytes(), start);
        next = after;
        Some(Span::new(start, end))
    })
}

/// Bytes that are looked at together.
const BLOCK: usize = 32;

/// Where the line that starts at `start` ends, and where the next one starts if there is one.
fn line_end(bytes: &[u8], start: usize) -> (usize, Option<usize>) {
    let mut at = start;
    while at < bytes.len() {
        let block = &bytes[at..bytes.len().min(at + BLOCK)];
        if may_hold_break(block) {
            for within in at..at + block.len() {
                let length = break_length(&bytes[within..]);
                if length > 0 {
                    return (within, Some(within + length));
                }
            }
        }
        at += block.len();
    }
    (at, None)
}

/// Whether a byte of these may begin a line break.
#[allow(
    clippy::needless_bitwise_bool,
    reason = "without a branch the compiler takes many bytes at a time"
)]
fn may_hold_break(block: &[u8]) -> bool {
    block.iter().fold(false, |found, &byte| {
        found | (byte <= b'\r') | (byte == 0xe2)
    })
}

/// The bytes of the line break that a text begins with, 0 for none.
fn break_length(bytes: &[u8]) -> usize {
    match bytes {
        [b'\r', b'\n', ..] => 2,
        [b'\n' | b'\r' | 0x0b, ..] => 1,
        [0xe2, 0x80, 0xa8 | 0xa9, ..] => 3,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_break_ends_a_line() {
        let text = "a\nb\rc\r\nd\u{0b}e\u{2028}f\u{2029}g";
        let found: Vec<&str> = lines(text).map(|span| span.slice(text)).collect();
        assert_eq!(found, ["a", "b", "c", "d", "e", "f", "g"]);
    }

    #[test]
    fn an_empty_text_is_one_empty_line() {
        assert_eq!(lines("").collect::<Vec<_>>(), [Span::new(0, 0)]);
    }

    #[test]
    fn a_break_is_found_wherever_it_stands_in_a_long_line() {
        for before in 0..70 {
            for line_break in ["\n", "\r\n", "\u{2028}"] {
                let text = format!("{}“{line_break}b", "a".repeat(before));
                let starts: Vec<usize> = lines(&text).map(|line| line.start).collect();
                assert_eq!(starts, [0, before + 3 + line_break.len()]);
            }
        }
    }

    #[test]
    fn the_dash_that_shares_two_bytes_with_a_soft_break_is_text() {
        assert_eq!(lines("a—b").count(), 1);
    }
}
