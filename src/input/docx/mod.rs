//! In: the bytes of a .docx. Out: its text as Word shows it, with what Word writes itself: the numbers of lists.
//!
//! A .docx is a zip (`package`) of XML parts (`xml`). The body (`body`) is read once, from first to last paragraph; styles
//! (`styles`) and numbering (`numbering`) say which list a paragraph belongs to, and `counters` counts. The facts come from
//! ECMA-376 Part 1, 17 (`WordprocessingML`) and Part 2 (packages). Nothing of it can make the reader slow or large: the parts are
//! bounded in size and depth, and an entity is never expanded, since XML that declares any is refused.

mod body;
mod counters;
mod numbering;
mod package;
mod paragraph;
mod properties;
mod styles;
mod xml;

use crate::input::text_builder::Built;
use counters::Counters;
use numbering::Numbering;
use package::Package;
use styles::Styles;

/// Bytes that the XML of the body may unpack to: a book of five million characters has about as many.
const LARGEST_BODY: u64 = 64 << 20;
/// Bytes that the XML of styles, numbering or relationships may unpack to.
const LARGEST_PART: u64 = 8 << 20;

/// Why a .docx could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DocxError {
    /// The zip or its XML is not whole.
    #[error(
        "the Word file is damaged; open it in Word or WPS, save it again as .docx, and try that file"
    )]
    Damaged,
    /// A zip, but no document of Word's is in it.
    #[error(
        "there is no Word document in the file; if it is a spreadsheet or an archive, copy its text here instead"
    )]
    NoDocument,
    /// It would unpack to more than any draft, as zip bombs do.
    #[error(
        "the Word file unpacks to more than any draft does, so it was not opened; copy its text here instead"
    )]
    TooLarge,
    /// It nests deeper than Word writes.
    #[error(
        "the Word file is nested deeper than Word writes, so it was not opened; save it again as .docx and try that file"
    )]
    TooDeep,
}

impl DocxError {
    /// A short name for programs; it does not change.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Damaged => "docx-damaged",
            Self::NoDocument => "docx-no-document",
            Self::TooLarge => "docx-too-large",
            Self::TooDeep => "docx-too-deep",
        }
    }
}

/// Reads a .docx.
///
/// # Errors
/// Says why there is no text to be had.
pub fn read(bytes: &[u8]) -> Result<Built, DocxError> {
    let package = Package::open(bytes)?;
    let document = package.document()?;
    let styles = match package.related(&document, "styles", LARGEST_PART)? {
        Some(xml) => Styles::read(&xml)?,
        None => Styles::default(),
    };
    let numbering = match package.related(&document, "numbering", LARGEST_PART)? {
        Some(xml) => Numbering::read(&xml, &styles)?,
        None => Numbering::default(),
    };
    let xml = package
        .part(&document, LARGEST_BODY)?
        .ok_or(DocxError::NoDocument)?;
    body::read(&xml, &styles, Counters::new(&numbering))
}
