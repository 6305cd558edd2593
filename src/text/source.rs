//! The text as given, with what turns a byte offset into a place that a person or an editor knows.
//! Conversions cost the same wherever they fall, on a line of 5 MB too: checkpoints, not line starts,
//! bound the scan.

use super::{KeptBytes, Provenance, Span, lines};

/// Bytes between two checkpoints of the UTF-16 count.
const CHECKPOINT_BYTES: usize = 128;

/// The text as given; it is never changed.
#[derive(Clone, Debug)]
pub struct Source {
    /// What the text is called, for reports: a file name or empty.
    pub name: String,
    /// The text, without a byte order mark.
    pub text: String,
    /// The encoding that the bytes were read in, as the WHATWG standard names it.
    pub encoding: &'static str,
    /// How sure that is; nothing where the text was given as text.
    pub certainty: Option<Certainty>,
    /// The bytes that the encoding does not have, or would not write again.
    pub kept: KeptBytes,
    /// Whether the bytes began with a byte order mark, which a saved file gets back.
    pub byte_order_mark: bool,
    /// What kind of file the text was in.
    pub format: Format,
    /// Where its characters came from, where the file was not plain text.
    pub provenance: Provenance,
    /// Byte offset of the start of every line.
    line_starts: Vec<usize>,
    /// UTF-16 units before every `CHECKPOINT_BYTES`-th byte.
    checkpoints: Vec<usize>,
}

/// The kind of file that a text was in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// The text was the file.
    #[default]
    Plain,
    /// A Word document.
    Word,
    /// A web page.
    WebPage,
}

impl Format {
    /// The name in reports; plain text needs none.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Word => Some("word"),
            Self::WebPage => Some("html"),
        }
    }
}

/// How sure the encoding of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Another is nearly as likely; the reader had better look.
    Unsure,
    /// It reads well, but the text is short.
    Likely,
    /// There is no doubt.
    Certain,
    /// The caller has said so.
    Stated,
}

impl Certainty {
    /// The name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unsure => "unsure",
            Self::Likely => "likely",
            Self::Certain => "certain",
            Self::Stated => "stated",
        }
    }
}

/// A place in the Source as editors count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Offset from the start of the text, in UTF-16 code units.
    pub offset: usize,
    /// Line, counted from 1.
    pub line: usize,
    /// Column, counted from 1, in UTF-16 code units.
    pub column: usize,
}

impl Source {
    /// A Source of a text that is already decoded, such as an editor's string.
    ///
    /// ```
    /// use speech_structure::text::Source;
    /// let source = Source::new("稿.txt", "好\n𠀀一");
    /// let place = source.position(8);
    /// assert_eq!((place.offset, place.line, place.column), (4, 2, 3));
    /// ```
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let line_starts = lines(&text).map(|line| line.start).collect();
        let checkpoints = checkpoints(&text);
        Self {
            name: name.into(),
            text,
            encoding: "UTF-8",
            certainty: None,
            kept: KeptBytes::default(),
            byte_order_mark: false,
            format: Format::Plain,
            provenance: Provenance::default(),
            line_starts,
            checkpoints,
        }
    }

    /// How many lines the text has, at least one.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }

    /// The place of a byte offset; an offset inside a character counts as the character's start, one
    /// past the end as the end.
    #[must_use]
    pub fn position(&self, byte: usize) -> Position {
        let line = self.line_number(byte);
        let offset = self.utf16_offset(byte);
        Position {
            offset,
            line,
            column: offset - self.utf16_offset(self.line_starts[line - 1]) + 1,
        }
    }

    /// The line that a byte offset lies in, counted from 1.
    #[must_use]
    pub fn line_number(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        self.line_starts.partition_point(|&start| start <= byte)
    }

    /// UTF-16 units before a byte offset.
    #[must_use]
    pub fn utf16_offset(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let checkpoint = byte / CHECKPOINT_BYTES;
        let rest = &self.text.as_bytes()[checkpoint * CHECKPOINT_BYTES..byte];
        self.checkpoints[checkpoint] + utf16_length(rest)
    }

    /// The byte offset of a UTF-16 offset; one inside a surrogate pair counts as the pair's start, one
    /// past the end as the end.
    #[must_use]
    pub fn byte_offset(&self, utf16: usize) -> usize {
        let checkpoint = self.checkpoints.partition_point(|&units| units <= utf16) - 1;
        let mut units = self.checkpoints[checkpoint];
        let start = checkpoint * CHECKPOINT_BYTES;
        for (index, &byte) in self.text.as_bytes()[start..].iter().enumerate() {
            units += utf16_units(byte);
            if units > utf16 {
                return start + index;
            }
        }
        self.text.len()
    }

    /// The whole lines (without the last line break) that a span touches.
    #[must_use]
    pub fn whole_lines(&self, span: Span) -> Span {
        let first = self.line_starts.partition_point(|&s| s <= span.start) - 1;
        let last = self
            .line_starts
            .partition_point(|&s| s <= span.end.max(span.start))
            - 1;
        Span::new(self.line_starts[first], self.line_content_end(last))
    }

    /// The span of a line (counted from 1) without its line break; empty where there is no such line.
    #[must_use]
    pub fn line(&self, number: usize) -> Span {
        match number
            .checked_sub(1)
            .and_then(|index| self.line_starts.get(index))
        {
            Some(&start) => Span::new(start, self.line_content_end(number - 1)),
            None => Span::default(),
        }
    }

    fn line_content_end(&self, index: usize) -> usize {
        let Some(&next) = self.line_starts.get(index + 1) else {
            return self.text.len();
        };
        let line = &self.text[self.line_starts[index]..next];
        let content = line
            .strip_suffix("\r\n")
            .or_else(|| line.strip_suffix(['\n', '\r', '\u{0b}', '\u{2028}', '\u{2029}']));
        self.line_starts[index] + content.unwrap_or(line).len()
    }
}

/// UTF-16 units of a stretch of UTF-8, eight bytes at a time.
fn utf16_length(bytes: &[u8]) -> usize {
    const HIGH_BITS: u64 = 0x8080_8080_8080_8080;
    // Each byte of a sum counts in its own place, and all of them together must fit into one.
    const MOST_WORDS: usize = 31;
    let (words, rest) = bytes.as_chunks::<8>();
    let in_words = words.chunks(MOST_WORDS).map(|words| {
        let (mut continuing, mut long) = (0, 0);
        for &word in words {
            let word = u64::from_le_bytes(word);
            continuing += (word & !(word << 1) & HIGH_BITS) >> 7;
            long += (word & (word << 1) & (word << 2) & (word << 3) & HIGH_BITS) >> 7;
        }
        8 * words.len() + sum_of_bytes(long) - sum_of_bytes(continuing)
    });
    in_words.sum::<usize>() + rest.iter().map(|&byte| utf16_units(byte)).sum::<usize>()
}

/// The sum of the eight bytes of a word, where it is below 256.
fn sum_of_bytes(word: u64) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    usize::from(word.wrapping_mul(ONES).to_be_bytes()[0])
}

/// UTF-16 units that a character adds, counted at its first byte (UTF-8 continuation bytes add none).
fn utf16_units(byte: u8) -> usize {
    usize::from(byte & 0xc0 != 0x80) + usize::from(byte >= 0xf0)
}

fn checkpoints(text: &str) -> Vec<usize> {
    let mut units = 0;
    let mut counts = Vec::with_capacity(text.len() / CHECKPOINT_BYTES + 1);
    counts.push(0);
    for chunk in text.as_bytes().chunks_exact(CHECKPOINT_BYTES) {
        units += utf16_length(chunk);
        counts.push(units);
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn positions_agree_with_counting_from_the_start(text in "[a一𠀀\r\n\u{2028}]{0,200}") {
            let source = Source::new("", text.clone());
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let units = text[..byte].encode_utf16().count();
                prop_assert_eq!(source.utf16_offset(byte), units);
                prop_assert_eq!(source.byte_offset(units), byte);
                let line = lines(&text).filter(|line| line.start <= byte).last().unwrap_or_default();
                let place = source.position(byte);
                prop_assert_eq!(place.column, text[line.start..byte].encode_utf16().count() + 1);
            }
        }
    }

    #[test]
    fn a_line_is_given_without_its_break() {
        let source = Source::new("", "甲\r\n乙\u{0b}丙");
        let found: Vec<&str> = (1..=3)
            .map(|n| source.line(n).slice(&source.text))
            .collect();
        assert_eq!(found, ["甲", "乙", "丙"]);
        assert!(source.line(0).is_empty() && source.line(4).is_empty());
    }
}
