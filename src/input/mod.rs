//! In: the bytes of a file. Out: a [`Source`]; and the way back, for saving. Reading a text never fails later
//! than here: whatever is text at all gets a Source and, at worst, findings.

mod big5;
mod charset;
pub(crate) mod code_table;
mod decode;
mod detect;
pub mod docx;
mod encode;
mod gb18030;
pub mod html;
mod kind;
mod misread;
mod number_format;
mod plain;
mod plausible;
mod realign;
mod symbols;
mod table_row;
mod text_builder;

use std::io::{Cursor, Read, Seek, SeekFrom};

use crate::text::{Certainty, Format, Source};
pub use charset::Charset;
pub use detect::{Detected, detect};
use docx::DocxError;
pub use encode::{EncodeError, encode, encode_edited};
pub use kind::{Foreign, Kind, kind};
pub use misread::{Misreading, misreading, reread};
pub use plain::reopened;
pub use realign::encode_changed;
pub use text_builder::Built;

/// How many bytes at each end of a file tell its kind.
const ENDS: u64 = 64 * 1024;

/// Why bytes could not be read as text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InputError {
    /// The bytes are no text in any charset that is read.
    #[error(
        "{name}: no text: its bytes are those of another kind of file, or of a charset that is not read here"
    )]
    NotText {
        /// The file's name.
        name: String,
    },
    /// The file holds no text that could be read here.
    #[error("{name}: {kind}")]
    Foreign {
        /// The file's name.
        name: String,
        /// What it is.
        kind: Foreign,
    },
    /// A Word file that cannot be read.
    #[error("{name}: {error}")]
    Word {
        /// The file's name.
        name: String,
        /// Why.
        error: DocxError,
    },
    /// The file could not be read to its end.
    #[error("{name}: cannot be read: {reason}")]
    Unreadable {
        /// The file's name.
        name: String,
        /// Why, in the system's words.
        reason: String,
    },
}

impl InputError {
    /// A short name for programs; it does not change.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotText { .. } => "not-text",
            Self::Foreign { kind, .. } => kind.code(),
            Self::Word { error, .. } => error.code(),
            Self::Unreadable { .. } => "unreadable",
        }
    }

    /// The file's name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::NotText { name }
            | Self::Foreign { name, .. }
            | Self::Word { name, .. }
            | Self::Unreadable { name, .. } => name,
        }
    }
}

/// What a caller chose for the reading of bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InputOptions {
    /// The charset; without it, it is detected.
    pub charset: Option<Charset>,
    /// Whether a text that was wholly read in the wrong charset becomes what it should have been.
    pub reopen: bool,
}

/// Bytes that may be read from any place: a file, or bytes in memory.
pub trait Bytes: Read + Seek {}
impl<B: Read + Seek> Bytes for B {}

/// Reads the bytes of a file, by what kind of file it is.
///
/// # Errors
/// Says what kind of file it is that cannot be read, and what to do.
///
/// ```
/// use speech_structure::input::{InputOptions, read};
/// let options = InputOptions::default();
/// assert_eq!(read("稿.txt", "同志们：".as_bytes(), &options)?.text, "同志们：");
/// assert_eq!(read("稿.txt", b"\xcd\xac\xd6\xbe\xc3\xc7\xa3\xba", &options)?.text, "同志们：");
/// let error = read("稿.txt", b"%PDF-1.7", &options).unwrap_err();
/// assert_eq!(error.code(), "pdf-file");
/// # Ok::<(), speech_structure::input::InputError>(())
/// ```
pub fn read(name: &str, bytes: &[u8], options: &InputOptions) -> Result<Source, InputError> {
    read_from(name, &mut Cursor::new(bytes), options)
}

/// The same without holding the bytes: they are read from the start to the end, at most three times.
///
/// # Errors
/// As [`read`], or the bytes cannot be read.
pub fn read_from(
    name: &str,
    bytes: &mut dyn Bytes,
    options: &InputOptions,
) -> Result<Source, InputError> {
    let (head, tail) = ends(bytes).map_err(|error| unreadable(name, &error))?;
    match kind(name, &head, &tail) {
        Kind::Text => plain::read(name, bytes, &head, *options),
        Kind::Html => web_page(name, bytes, &head, *options),
        Kind::Docx => word_file(name, bytes),
        Kind::Foreign(kind) => Err(refused(name, kind)),
    }
}

/// The text of a web page, in the charset that the caller states, that its bytes leave no doubt of, or that it declares.
fn web_page(
    name: &str,
    bytes: &mut dyn Bytes,
    head: &[u8],
    mut options: InputOptions,
) -> Result<Source, InputError> {
    if options.charset.is_none() && detect(head).certainty < Certainty::Certain {
        options.charset = html::declared_charset(head).and_then(|name| Charset::named(&name));
    }
    let page = plain::read(name, bytes, head, options)?;
    let mut source = built(name, html::read(&page.text), Format::WebPage);
    source.encoding = page.encoding;
    source.certainty = page.certainty;
    Ok(source)
}

/// The text of a Word file.
fn word_file(name: &str, bytes: &mut dyn Bytes) -> Result<Source, InputError> {
    let mut all = Vec::new();
    let read = bytes.rewind().and_then(|()| bytes.read_to_end(&mut all));
    read.map_err(|error| unreadable(name, &error))?;
    let text = docx::read(&all).map_err(|error| InputError::Word {
        name: name.to_owned(),
        error,
    })?;
    Ok(built(name, text, Format::Word))
}

fn built(name: &str, built: Built, format: Format) -> Source {
    let mut source = Source::new(name, built.text);
    source.format = format;
    source.provenance = built.provenance;
    source
}

/// The first and the last bytes.
fn ends(bytes: &mut dyn Bytes) -> std::io::Result<(Vec<u8>, Vec<u8>)> {
    let length = bytes.seek(SeekFrom::End(0))?;
    let mut piece = |from: u64| -> std::io::Result<Vec<u8>> {
        let mut piece = Vec::new();
        bytes.seek(SeekFrom::Start(from))?;
        bytes.take(ENDS).read_to_end(&mut piece)?;
        Ok(piece)
    };
    Ok((piece(0)?, piece(length.saturating_sub(ENDS))?))
}

fn refused(name: &str, kind: Foreign) -> InputError {
    let name = name.to_owned();
    InputError::Foreign { name, kind }
}

fn unreadable(name: &str, error: &std::io::Error) -> InputError {
    InputError::Unreadable {
        name: name.to_owned(),
        reason: error.to_string(),
    }
}
