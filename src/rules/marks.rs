//! In: Clean and its lines. Out: its marks: every character that is not a Chinese letter (punctuation,
//! blanks, Latin letters, digits), with their places. Most rules on residue look at marks alone, so the
//! text is scanned once for all of them and Chinese letters, the bulk of it, cost one comparison each.

use std::ops::Range;

use crate::residue::garble;
use crate::text::{Span, signs};

/// A character that is not a Chinese letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its place, in bytes of Clean.
    pub at: usize,
    /// The character.
    pub character: char,
}

impl Mark {
    /// One past its last byte.
    #[must_use]
    pub fn end(self) -> usize {
        self.at + self.character.len_utf8()
    }

    /// Its stretch, in bytes of Clean.
    #[must_use]
    pub fn span(self) -> Span {
        Span::new(self.at, self.end())
    }
}

/// The marks of a text, line by line.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    all: Vec<Mark>,
    lines: Vec<Range<usize>>,
    garbled: Vec<bool>,
}

impl Marks {
    /// The marks of a text; `lines` are its non-blank lines.
    #[must_use]
    pub fn read(clean: &str, lines: &[Span]) -> Self {
        let all: Vec<Mark> = signs(clean)
            .map(|(at, character)| Mark { at, character })
            .collect();
        let mut from = 0;
        let mut ranges = Vec::with_capacity(lines.len());
        for line in lines {
            from += all[from..].partition_point(|mark| mark.at < line.start);
            let end = from + all[from..].partition_point(|mark| mark.at < line.end);
            ranges.push(from..end);
            from = end;
        }
        let is_garbled = |range: &Range<usize>| {
            all[range.clone()]
                .iter()
                .any(|mark| garble::is_trace(clean, mark.at, mark.character))
        };
        let garbled = ranges.iter().map(is_garbled).collect();
        Self {
            all,
            lines: ranges,
            garbled,
        }
    }

    /// The marks of a line, by its index in the Document.
    #[must_use]
    pub fn of_line(&self, line: usize) -> &[Mark] {
        self.lines
            .get(line)
            .map_or(&[], |range| &self.all[range.clone()])
    }

    /// Whether a line shows traces of garble, so that its marks are not the writer's.
    #[must_use]
    pub fn is_garbled(&self, line: usize) -> bool {
        self.garbled.get(line).copied().unwrap_or(false)
    }

    /// Whether there are traces of garble within some twenty characters of a place.
    #[must_use]
    pub fn is_garbled_near(&self, clean: &str, line: usize, at: usize) -> bool {
        const NEAR: usize = 60;
        if !self.is_garbled(line) {
            return false;
        }
        let marks = self.of_line(line);
        let from = marks.partition_point(|mark| mark.at + NEAR < at);
        let mut near = marks[from..].iter().take_while(|mark| mark.at < at + NEAR);
        near.any(|mark| garble::is_trace(clean, mark.at, mark.character))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_but_chinese_letters_is_a_mark() {
        let text = "一、好a\n\n二。";
        let lines = [Span::new(0, 10), Span::new(12, 18)];
        let marks = Marks::read(text, &lines);
        let of = |line| {
            marks
                .of_line(line)
                .iter()
                .map(|mark| mark.character)
                .collect::<String>()
        };
        assert_eq!(
            (of(0).as_str(), of(1).as_str(), of(2).as_str()),
            ("、a", "。", "")
        );
    }
}
