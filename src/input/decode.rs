//! In: a reader and a charset. Out: the text, and the bytes that the charset does not have or would not write
//! again. The bytes pass through in chunks: beside the text there is never a second copy of a file.

use std::io::{self, Read};

use super::charset::Charset;
use super::code_table::{BIG5_TABLE, CodeTable, GBK_TABLE, four_byte_character, four_bytes};
use crate::text::{KeptBytes, Span};

/// Bytes read at a time.
const CHUNK: usize = 64 * 1024;
/// GBK and GB 18030 write it differently, and some programs with one byte.
const EURO: char = '€';

/// What the bytes hold.
#[derive(Debug, Default)]
pub struct Decoded {
    /// The text; U+FFFD stands where the charset has no character.
    pub text: String,
    /// The bytes behind such places.
    pub kept: KeptBytes,
    /// Whether sequences of four bytes occurred, which GBK does not have.
    pub has_four_bytes: bool,
}

/// Decodes all that a reader gives.
pub fn decode(charset: Charset, reader: &mut dyn Read) -> io::Result<Decoded> {
    let mut decoded = Decoded::default();
    let mut buffer = vec![0; CHUNK];
    let mut filled = 0;
    loop {
        let count = match reader.read(&mut buffer[filled..]) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            outcome => outcome?,
        };
        filled += count;
        let at_end = count == 0;
        let consumed = decoded.add(charset, &buffer[..filled], at_end);
        if at_end {
            return Ok(decoded);
        }
        buffer.copy_within(consumed..filled, 0);
        filled -= consumed;
    }
}

/// Decodes a piece of a file, whose last character may be cut.
pub fn decode_piece(charset: Charset, bytes: &[u8]) -> Decoded {
    let mut decoded = Decoded::default();
    decoded.add(charset, bytes, false);
    decoded
}

impl Decoded {
    /// Adds the whole characters of a chunk and says how many bytes they take; at the end that is all.
    fn add(&mut self, charset: Charset, bytes: &[u8], at_end: bool) -> usize {
        match charset {
            Charset::Utf8 => self.add_utf8(bytes, at_end),
            Charset::Utf16Le => self.add_utf16(bytes, at_end, u16::from_le_bytes),
            Charset::Utf16Be => self.add_utf16(bytes, at_end, u16::from_be_bytes),
            Charset::Gbk | Charset::Gb18030 => self.add_pairs(bytes, at_end, &GBK_TABLE, true),
            Charset::Big5 => self.add_pairs(bytes, at_end, &BIG5_TABLE, false),
        }
    }

    fn add_undecodable(&mut self, bytes: &[u8]) {
        let start = self.text.len();
        self.text.push(char::REPLACEMENT_CHARACTER);
        self.kept
            .keep(Span::new(start, self.text.len()), bytes, true);
    }

    fn add_utf8(&mut self, bytes: &[u8], at_end: bool) -> usize {
        let mut at = 0;
        for chunk in bytes.utf8_chunks() {
            self.text.push_str(chunk.valid());
            at += chunk.valid().len();
            let invalid = chunk.invalid();
            if !at_end && at + invalid.len() == bytes.len() {
                break;
            }
            if !invalid.is_empty() {
                self.add_undecodable(invalid);
            }
            at += invalid.len();
        }
        at
    }

    fn add_utf16(&mut self, bytes: &[u8], at_end: bool, unit: fn([u8; 2]) -> u16) -> usize {
        let mut at = 0;
        while let Some(&[one, two]) = bytes.get(at..at + 2) {
            let first = unit([one, two]);
            let is_high = (0xd800..0xdc00).contains(&first);
            let second = bytes
                .get(at + 2..at + 4)
                .map(|pair| unit([pair[0], pair[1]]));
            if is_high && second.is_none() && !at_end {
                return at;
            }
            let units = std::iter::once(first).chain(second.filter(|_| is_high));
            if let Some(Ok(character)) = char::decode_utf16(units).next() {
                self.text.push(character);
                at += 2 * character.len_utf16();
            } else {
                self.add_undecodable(&bytes[at..at + 2]);
                at += 2;
            }
        }
        if at_end && at < bytes.len() {
            self.add_undecodable(&bytes[at..]);
            at = bytes.len();
        }
        at
    }

    fn add_pairs(&mut self, bytes: &[u8], at_end: bool, table: &CodeTable, is_gb: bool) -> usize {
        let mut at = 0;
        while let Some(&lead) = bytes.get(at) {
            let rest = &bytes[at..];
            at += match rest.get(1) {
                _ if lead.is_ascii() => {
                    self.text.push(char::from(lead));
                    1
                }
                _ if is_gb && lead == 0x80 => self.add_kept(EURO, None, &rest[..1]),
                None if !at_end => return at,
                Some(b'0'..=b'9') if is_gb && lead != 0xff => match rest.first_chunk::<4>() {
                    Some(&four) => self.add_four(four),
                    None if !at_end => return at,
                    None => self.add_cut(rest),
                },
                Some(&trail) => self.add_pair([lead, trail], table),
                None => {
                    self.add_undecodable(&rest[..1]);
                    1
                }
            };
        }
        at
    }

    /// Says how many of the bytes were read.
    fn add_four(&mut self, bytes: [u8; 4]) -> usize {
        if let Some(character) = four_byte_character(bytes) {
            self.has_four_bytes = true;
            // Some have had a pair since 2022 and are written with it.
            if GBK_TABLE.pair(character).is_some() || four_bytes(character) != Some(bytes) {
                return self.add_kept(character, None, &bytes);
            }
            self.text.push(character);
            return 4;
        }
        let has_form = is_lead(bytes[2]) && bytes[3].is_ascii_digit();
        let length = if has_form { 4 } else { 1 };
        self.add_undecodable(&bytes[..length]);
        length
    }

    /// Adds a sequence of four bytes that the end of the file cuts short, and says how many were read.
    fn add_cut(&mut self, rest: &[u8]) -> usize {
        let has_form = rest.get(2).is_none_or(|&third| is_lead(third));
        let length = if has_form { rest.len() } else { 1 };
        self.add_undecodable(&rest[..length]);
        length
    }

    /// Says how many of the bytes were read. A second byte of ASCII is a character of its own.
    fn add_pair(&mut self, pair: [u8; 2], table: &CodeTable) -> usize {
        match table.character(pair) {
            Some((character, None)) if character != EURO && table.pair(character) == Some(pair) => {
                self.text.push(character);
                2
            }
            Some((character, accent)) => self.add_kept(character, accent, &pair),
            None => {
                let length = if !is_lead(pair[0]) || pair[1].is_ascii() {
                    1
                } else {
                    2
                };
                self.add_undecodable(&pair[..length]);
                length
            }
        }
    }

    /// Adds a character that its charset would write with other bytes.
    fn add_kept(&mut self, character: char, accent: Option<char>, bytes: &[u8]) -> usize {
        let start = self.text.len();
        self.text.push(character);
        self.text.extend(accent);
        self.kept
            .keep(Span::new(start, self.text.len()), bytes, false);
        bytes.len()
    }
}

fn is_lead(byte: u8) -> bool {
    (0x81..=0xfe).contains(&byte)
}
