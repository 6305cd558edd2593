//! In: Clean. Out: the length of any stretch of it, as [`count_words`] has it. A section holds its sections, and a speech all of
//! them, so the text is counted once, line by line, and a stretch is the difference of two sums; only a line that it cuts in
//! two is counted anew.

use super::words::{count_words, is_silent};
use crate::text::Span;

/// The lengths of a text up to each of its lines.
pub(super) struct LineCounts<'t> {
    text: &'t str,
    /// Where each line begins, and the length of all before it; at the end, that of the whole text.
    before: Vec<(usize, usize)>,
}

impl<'t> LineCounts<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let mut before = vec![(0, 0)];
        let (mut at, mut count) = (0, 0);
        for line in text.split_inclusive('\n') {
            at += line.len();
            count += count_words(line);
            before.push((at, count));
        }
        Self { text, before }
    }

    /// The length of the whole text.
    pub(super) fn whole(&self) -> usize {
        self.before.last().map_or(0, |&(_, count)| count)
    }

    /// The length of a stretch.
    pub(super) fn count(&self, span: Span) -> usize {
        let first = self.before.partition_point(|&(at, _)| at <= span.start);
        let last = self.before.partition_point(|&(at, _)| at < span.end);
        let (Some(&begin), Some(&end)) = (
            first.checked_sub(1).and_then(|line| self.before.get(line)),
            self.before.get(last),
        ) else {
            return count_words(span.slice(self.text));
        };
        let is_blank = |from, to| Span::new(from, to).slice(self.text).chars().all(is_silent);
        if is_blank(begin.0, span.start) && is_blank(span.end, end.0) {
            end.1 - begin.1
        } else {
            self.count_cut(span, first, last)
        }
    }

    /// The length of a stretch that begins or ends in mid-line: its pieces of lines and the whole lines between them.
    /// `first` is the line break after its start, `last` the one at or after its end.
    fn count_cut(&self, span: Span, first: usize, last: usize) -> usize {
        let words = |from, to| count_words(Span::new(from, to).slice(self.text));
        match last.checked_sub(1) {
            Some(last) if first <= last => {
                let ((begin, before), (end, up_to)) = (self.before[first], self.before[last]);
                words(span.start, begin) + (up_to - before) + words(end, span.end)
            }
            _ => words(span.start, span.end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_stretch_is_as_long_as_if_it_were_counted_alone(
            text in "[一二，a1 \u{3000}\r\n\n\u{2060}é]{0,40}",
            one in 0..120_usize,
            other in 0..120_usize,
        ) {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let (one, other) = (places[one % places.len()], places[other % places.len()]);
            let span = Span::new(one.min(other), one.max(other));
            let counts = LineCounts::of(&text);
            prop_assert_eq!(counts.count(span), count_words(span.slice(&text)));
            prop_assert_eq!(counts.whole(), count_words(&text));
        }
    }
}
