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

/// Where the line that starts at `start` ends, and where the next one starts if there is one.
fn line_end(bytes: &[u8], start: usize) -> (usize, Option<usize>) {
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        let length = match byte {
            // Most of a text is Chinese characters, of three bytes each.
            0xe4..=0xe9 => {
                at += 3;
                continue;
            }
            b'\n' | 0x0b => 1,
            b'\r' => 1 + usize::from(bytes.get(at + 1) == Some(&b'\n')),
            0xe2 if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xa8 | 0xa9])) => 3,
            _ => 0,
        };
        if length > 0 {
            return (at, Some(at + length));
        }
        at += 1;
    }
    (at, None)
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
    fn the_dash_that_shares_two_bytes_with_a_soft_break_is_text() {
        assert_eq!(lines("a—b").count(), 1);
    }
}
