//! In: the bytes of a file, or an editor's string. Out: a [`Source`]. Reading a text never fails later
//! than here: whatever is text at all gets a Source and, at worst, findings.

mod kind;

use crate::text::Source;
pub use kind::{Foreign, Kind, kind};

/// How many bytes at each end of a file tell its kind.
const ENDS: usize = 64 * 1024;
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Why bytes could not be read as text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InputError {
    /// The bytes are not UTF-8.
    #[error(
        "{name}: not UTF-8 text: byte {byte} (0x{value:02X}) does not belong there; save the file as UTF-8 and open it again"
    )]
    NotUtf8 {
        /// The file's name.
        name: String,
        /// Offset of the first byte that does not belong, counted from 0.
        byte: usize,
        /// That byte.
        value: u8,
    },
    /// The file holds no text that could be read here.
    #[error("{name}: {kind}")]
    Foreign {
        /// The file's name.
        name: String,
        /// What it is.
        kind: Foreign,
    },
}

/// What a caller chose for the reading of bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InputOptions {}

impl InputError {
    /// A short name for programs; it does not change.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotUtf8 { .. } => "not-utf8",
            Self::Foreign { kind, .. } => kind.code(),
        }
    }
}

/// Reads the bytes of a file, by what kind of file it is.
///
/// # Errors
/// Says what kind of file it is that cannot be read, and what to do; or which byte is not UTF-8.
///
/// ```
/// use speech_structure::input::{InputOptions, read};
/// let options = InputOptions::default();
/// assert_eq!(read("稿.txt", "同志们：".as_bytes(), &options)?.text, "同志们：");
/// let error = read("稿.txt", b"%PDF-1.7", &options).unwrap_err();
/// assert_eq!(error.code(), "pdf-file");
/// # Ok::<(), speech_structure::input::InputError>(())
/// ```
pub fn read(name: &str, bytes: &[u8], options: &InputOptions) -> Result<Source, InputError> {
    let head = &bytes[..bytes.len().min(ENDS)];
    let tail = &bytes[bytes.len().saturating_sub(ENDS)..];
    match kind(name, head, tail) {
        Kind::Text | Kind::Html => plain(name, bytes, options),
        Kind::Docx => Err(refused(name, Foreign::Docx)),
        Kind::Foreign(kind) => Err(refused(name, kind)),
    }
}

fn refused(name: &str, kind: Foreign) -> InputError {
    let name = name.to_owned();
    InputError::Foreign { name, kind }
}

/// Reads plain text.
fn plain(name: &str, bytes: &[u8], _options: &InputOptions) -> Result<Source, InputError> {
    let (byte_order_mark, content) = match bytes.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => (true, rest),
        None => (false, bytes),
    };
    let text = std::str::from_utf8(content).map_err(|error| InputError::NotUtf8 {
        name: name.to_owned(),
        byte: error.valid_up_to() + bytes.len() - content.len(),
        value: content
            .get(error.valid_up_to())
            .copied()
            .unwrap_or_default(),
    })?;
    let mut source = Source::new(name, text);
    source.byte_order_mark = byte_order_mark;
    Ok(source)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_kept_apart() -> Result<(), InputError> {
        let source = read(
            "稿.txt",
            b"\xef\xbb\xbf\xe5\xa5\xbd",
            &InputOptions::default(),
        )?;
        assert!(source.byte_order_mark);
        assert_eq!(source.text, "好");
        Ok(())
    }

    #[test]
    fn the_error_names_the_byte_of_the_file() {
        let error = read("稿.txt", b"\xef\xbb\xbfab\xff", &InputOptions::default())
            .expect_err("0xFF is never UTF-8");
        assert_eq!(
            error,
            InputError::NotUtf8 {
                name: "稿.txt".to_owned(),
                byte: 5,
                value: 0xff
            }
        );
    }
}
