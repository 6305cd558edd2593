//! In: a text, or a Source with edits. Out: the bytes of a file in its charset. What was not edited is written
//! as it stood, byte for byte; a character that the charset does not have is named with its place.

use super::charset::Charset;
use super::code_table::{BIG5_TABLE, GBK_TABLE, four_bytes};
use crate::text::{Position, Source, Span};

/// A character that a charset cannot hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{charset} cannot hold the character {character:?} (line {line}, column {column}); save the text as UTF-8"
)]
pub struct EncodeError {
    /// The name of the charset.
    pub charset: &'static str,
    /// The character.
    pub character: char,
    /// Its offset in the text that is to be saved, in UTF-16 units.
    pub offset: usize,
    /// Its line, from 1.
    pub line: usize,
    /// Its column, from 1, in UTF-16 units.
    pub column: usize,
}

impl EncodeError {
    /// A short name for programs; it does not change.
    #[must_use]
    pub fn code(&self) -> &'static str {
        "unencodable-character"
    }
}

/// The bytes of a text in a charset, after its byte order mark where one is wanted.
///
/// # Errors
/// Names the first character that the charset does not have.
///
/// ```
/// use speech_structure::input::{Charset, encode};
/// assert_eq!(encode("好", Charset::Gbk, false)?, b"\xba\xc3");
/// let error = encode("好\n😀", Charset::Gbk, false).unwrap_err();
/// assert_eq!((error.character, error.line), ('😀', 2));
/// # Ok::<(), speech_structure::input::EncodeError>(())
/// ```
pub fn encode(text: &str, charset: Charset, byte_order_mark: bool) -> Result<Vec<u8>, EncodeError> {
    let mut writer = Writer::new(charset, byte_order_mark);
    writer
        .add(text)
        .map_err(|failed| failed.explain(charset, text))?;
    Ok(writer.bytes)
}

/// The bytes of a Source with other text in some places of it, sorted and disjoint, in the charset that it was
/// read in. Bytes outside those places are written as they were.
///
/// # Errors
/// Names the first character of the new text that the charset does not have.
pub fn encode_edited<'e>(
    source: &Source,
    edits: impl IntoIterator<Item = (Span, &'e str)> + Clone,
) -> Result<Vec<u8>, EncodeError> {
    let charset = Charset::named(source.encoding).unwrap_or(Charset::Utf8);
    let mut writer = Writer::new(charset, source.byte_order_mark);
    let mut from = 0;
    let mut write = || {
        for (span, text) in edits.clone() {
            writer.add_unchanged(source, Span::new(from, span.start))?;
            writer.add(text)?;
            from = span.end;
        }
        writer.add_unchanged(source, Span::new(from, source.text.len()))
    };
    write().map_err(|failed| failed.explain(charset, &edited(source, edits)))?;
    Ok(writer.bytes)
}

fn edited<'e>(source: &Source, edits: impl IntoIterator<Item = (Span, &'e str)>) -> String {
    let mut text = String::new();
    let mut from = 0;
    for (span, new) in edits {
        text.push_str(Span::new(from, span.start).slice(&source.text));
        text.push_str(new);
        from = span.end;
    }
    text + Span::new(from, source.text.len()).slice(&source.text)
}

/// Where a text cannot be written.
struct Failed {
    /// Byte offset in the text that is to be saved.
    at: usize,
    character: char,
}

impl Failed {
    fn explain(self, charset: Charset, text: &str) -> EncodeError {
        let Position {
            offset,
            line,
            column,
        } = Source::new("", text).position(self.at);
        EncodeError {
            charset: charset.name(),
            character: self.character,
            offset,
            line,
            column,
        }
    }
}

struct Writer {
    charset: Charset,
    bytes: Vec<u8>,
    /// Bytes of text written so far.
    written: usize,
}

impl Writer {
    fn new(charset: Charset, byte_order_mark: bool) -> Self {
        let mark = if byte_order_mark {
            charset.byte_order_mark()
        } else {
            b""
        };
        Self {
            charset,
            bytes: mark.to_vec(),
            written: 0,
        }
    }

    /// Adds a stretch of the Source, with the bytes that were kept.
    fn add_unchanged(&mut self, source: &Source, stretch: Span) -> Result<(), Failed> {
        let mut from = stretch.start;
        for place in source.kept.within(stretch) {
            self.add(Span::new(from, place.span.start).slice(&source.text))?;
            self.bytes.extend_from_slice(place.bytes);
            self.written += place.span.len();
            from = place.span.end;
        }
        self.add(Span::new(from, stretch.end).slice(&source.text))
    }

    fn add(&mut self, text: &str) -> Result<(), Failed> {
        match self.charset {
            Charset::Utf8 => self.bytes.extend_from_slice(text.as_bytes()),
            Charset::Utf16Le => self
                .bytes
                .extend(text.encode_utf16().flat_map(u16::to_le_bytes)),
            Charset::Utf16Be => self
                .bytes
                .extend(text.encode_utf16().flat_map(u16::to_be_bytes)),
            Charset::Gbk | Charset::Gb18030 | Charset::Big5 => self.add_pairs(text)?,
        }
        self.written += text.len();
        Ok(())
    }

    fn add_pairs(&mut self, text: &str) -> Result<(), Failed> {
        for (at, character) in text.char_indices() {
            let known = match (self.charset, character) {
                (_, '\0'..='\x7f') => self.add_bytes(&[character as u8]),
                (Charset::Gbk, '€') => self.add_bytes(b"\x80"),
                (Charset::Big5, _) => BIG5_TABLE
                    .pair(character)
                    .map(|pair| self.bytes.extend(pair)),
                (charset, _) => match GBK_TABLE.pair(character) {
                    Some(pair) => self.add_bytes(&pair),
                    None if charset == Charset::Gbk => None,
                    None => four_bytes(character).map(|four| self.bytes.extend(four)),
                },
            };
            if known.is_none() {
                let at = self.written + at;
                return Err(Failed { at, character });
            }
        }
        Ok(())
    }

    #[allow(
        clippy::unnecessary_wraps,
        reason = "one arm of a match whose others may have nothing to write"
    )]
    fn add_bytes(&mut self, bytes: &[u8]) -> Option<()> {
        self.bytes.extend_from_slice(bytes);
        Some(())
    }
}
