//! In: the bytes of a plain text. Out: its Source, in the charset that the caller states, that its byte order
//! mark states, or that its first telling piece is taken for.

use std::io::{self, Read, SeekFrom};

use super::charset::Charset;
use super::decode::decode;
use super::detect::detect;
use super::misread::{misreading, reread};
use super::{Bytes, InputError, InputOptions, unreadable};
use crate::text::{Certainty, Source};

/// Bytes that the charset is taken from; even, so that UTF-16 stays in step.
const PIECE: usize = 64 * 1024;

/// Reads a plain text; `head` are its first bytes.
pub fn read(
    name: &str,
    bytes: &mut dyn Bytes,
    head: &[u8],
    options: InputOptions,
) -> Result<Source, InputError> {
    let failed = |error: io::Error| unreadable(name, &error);
    let marked = Charset::marked(head);
    let (charset, certainty) = match (options.charset, marked) {
        (Some(stated), _) => (stated, Certainty::Stated),
        (None, Some(marked)) => (marked, Certainty::Certain),
        (None, None) => {
            let detected = detect(&telling_piece(bytes).map_err(failed)?);
            if !detected.is_text {
                let name = name.to_owned();
                return Err(InputError::NotText { name });
            }
            (detected.charset, detected.certainty)
        }
    };
    let mut source = read_in(name, bytes, charset, marked).map_err(failed)?;
    source.certainty = Some(certainty);
    if options.charset == Some(Charset::Gb18030) {
        source.encoding = Charset::Gb18030.name();
    }
    if !options.reopen {
        return Ok(source);
    }
    match misreading(&source.text) {
        // The bytes are here: no way back over the text is needed.
        Some(found) if found.read_as == source.encoding => {
            read_in(name, bytes, found.reopen_as, None).map_err(failed)
        }
        _ => Ok(reopened(source)),
    }
}

const GBK: &str = "GBK";

/// Decodes all bytes in a charset, after its mark if they begin with it. GBK and GB 18030 are told apart by
/// what occurs.
fn read_in(
    name: &str,
    bytes: &mut dyn Bytes,
    charset: Charset,
    marked: Option<Charset>,
) -> io::Result<Source> {
    let has_mark = marked == Some(charset);
    let mark = if has_mark {
        charset.byte_order_mark()
    } else {
        b""
    };
    bytes.seek(SeekFrom::Start(mark.len() as u64))?;
    let decoded = decode(charset, bytes)?;
    let mut source = Source::new(name, decoded.text);
    source.encoding = match charset {
        Charset::Gbk | Charset::Gb18030 if decoded.has_four_bytes || has_mark => {
            Charset::Gb18030.name()
        }
        Charset::Gbk | Charset::Gb18030 => GBK,
        charset => charset.name(),
    };
    source.kept = decoded.kept;
    source.byte_order_mark = has_mark;
    Ok(source)
}

/// A text as it should have been, where the whole of it was read in the wrong charset and saved so; else the
/// text itself. It keeps the charset that it is saved in.
#[must_use]
pub fn reopened(source: Source) -> Source {
    let Some(found) = misreading(&source.text) else {
        return source;
    };
    let Some(text) = reread(&source.text, found.read_as, found.reopen_as) else {
        return source;
    };
    let mut right = Source::new(source.name, text);
    right.encoding = source.encoding;
    right.certainty = source.certainty;
    right.byte_order_mark = source.byte_order_mark;
    right
}

/// The first piece that is not ASCII throughout, or the first of all.
fn telling_piece(bytes: &mut dyn Bytes) -> io::Result<Vec<u8>> {
    bytes.seek(SeekFrom::Start(0))?;
    let mut first = None;
    loop {
        let mut piece = Vec::with_capacity(PIECE);
        bytes.take(PIECE as u64).read_to_end(&mut piece)?;
        let is_plain = piece.iter().all(|byte| byte.is_ascii() && *byte != 0);
        if !is_plain {
            return Ok(piece);
        }
        if piece.is_empty() {
            return Ok(first.unwrap_or_default());
        }
        first.get_or_insert(piece);
    }
}
