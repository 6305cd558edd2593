//! In: a text. Out: its length as WPS and Word count it (字数): a Chinese character or mark counts 1, a
//! Latin word or a number counts 1, blanks count nothing.

use crate::text::{Span, signs};

/// Counts a text as word processors do.
///
/// ```
/// use speech_structure::report::count_words;
/// assert_eq!(count_words("我们讲3.5个点，OK？"), 9);
/// ```
#[must_use]
pub fn count_words(text: &str) -> usize {
    let mut count = 0;
    let mut in_word = false;
    let mut at = 0;
    for (place, sign) in signs(text) {
        // What lies between two signs is Chinese characters, of three bytes each.
        let chinese = (place - at) / 3;
        count += chinese;
        at = place + sign.len_utf8();
        if sign.is_ascii_graphic() || is_latin(sign) {
            count += usize::from(!in_word || chinese > 0);
            in_word = true;
        } else {
            in_word = false;
            count += usize::from(!is_silent(sign));
        }
    }
    count + (text.len() - at) / 3
}

/// The words of a text counted line by line, once: sections lie within sections, and each wants its own count.
pub(super) struct CountedLines<'t> {
    text: &'t str,
    /// The non-blank lines, in order.
    lines: &'t [Span],
    /// Words before each of the lines, and those of all at the end.
    before: Vec<usize>,
}

impl<'t> CountedLines<'t> {
    /// Counts a text of which these are the non-blank lines, in bytes of it.
    pub fn new(text: &'t str, lines: &'t [Span]) -> Self {
        let mut sum = 0;
        let mut before = Vec::with_capacity(lines.len() + 1);
        for line in lines {
            before.push(sum);
            sum += count_words(line.slice(text));
        }
        before.push(sum);
        Self {
            text,
            lines,
            before,
        }
    }

    /// The words of a stretch of the text, in bytes: whole lines are looked up, and counted where they are cut.
    pub fn within(&self, span: Span) -> usize {
        let cut = |line: Option<&Span>, start: usize, end: usize| {
            let cut = |line: &Span| Span::new(line.start.max(start), line.end.min(end));
            line.map_or(0, |line| count_words(cut(line).slice(self.text)))
        };
        let first = self.lines.partition_point(|line| line.start < span.start);
        let end = self.lines.partition_point(|line| line.end <= span.end);
        // The line that the stretch begins in, if it begins in the middle of one.
        let begun = first
            .checked_sub(1)
            .filter(|&at| self.lines[at].end > span.start);
        if first > end {
            return cut(
                begun.and_then(|at| self.lines.get(at)),
                span.start,
                span.end,
            );
        }
        let whole = self.before[end] - self.before[first];
        let broken_off = self.lines.get(end).filter(|line| line.start < span.end);
        cut(begun.map(|at| &self.lines[at]), span.start, span.end)
            + whole
            + cut(broken_off, span.start, span.end)
    }
}

fn is_latin(character: char) -> bool {
    matches!(character, '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{52f}')
}

fn is_silent(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lines;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_stretch_of_lines_has_the_words_of_its_text(
            text in "[一好a1，。 \n]{0,60}",
            ends in (0..200_usize, 0..200_usize),
        ) {
            let lines: Vec<Span> = lines(&text).collect();
            let counted = CountedLines::new(&text, &lines);
            let place = |at: usize| text.floor_char_boundary(at.min(text.len()));
            let (start, end) = (place(ends.0.min(ends.1)), place(ends.0.max(ends.1)));
            let span = Span::new(start, end);
            prop_assert_eq!(counted.within(span), count_words(span.slice(&text)));
        }
    }

    #[test]
    fn blanks_count_nothing_and_words_count_once() {
        assert_eq!(count_words(""), 0);
        assert_eq!(count_words(" 　\n"), 0);
        assert_eq!(count_words("GDP growth 8.5%"), 3);
        assert_eq!(count_words("一、二。"), 4);
    }
}
