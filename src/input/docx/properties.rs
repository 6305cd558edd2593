//! In: the properties of a paragraph or a run, as XML. Out: those that decide what is read: style, list, and what is hidden or
//! deleted. What a tracked change of properties remembers (`w:pPrChange`) is passed over with all that is unknown.

use super::DocxError;
use super::xml::{Children, Pieces};

/// Word's lists have nine levels.
pub const LEVELS: usize = 9;

/// Which list a paragraph belongs to, as far as it is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListReference {
    /// `w:numId`; 0 takes a paragraph out of its style's list.
    pub list: Option<i32>,
    /// `w:ilvl`, counted from 0.
    pub level: Option<usize>,
}

/// What becomes of the end of a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    #[default]
    Shown,
    /// The next paragraph goes on in the same line, with a number of its own.
    Hidden,
    /// A tracked change has joined the next paragraph to this one.
    Deleted,
}

/// `w:pPr`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParagraphProperties {
    pub style: Option<String>,
    pub list: ListReference,
    pub mark: Mark,
}

/// `w:rPr`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunProperties {
    pub style: Option<String>,
    pub is_hidden: Option<bool>,
    /// The font of signs, such as Wingdings.
    pub font: Option<String>,
    /// On the mark of a paragraph: deleted or moved away.
    pub is_deleted: bool,
}

/// Reads the `w:pPr` whose start was read last.
pub fn of_paragraph(pieces: &mut Pieces) -> Result<ParagraphProperties, DocxError> {
    let mut properties = ParagraphProperties::default();
    pieces.children(&mut |pieces, tag| {
        if tag.is("pStyle") {
            properties.style = tag.value();
        } else if tag.is("numPr") {
            properties.list = list_reference(pieces)?;
            return Ok(Children::Read);
        } else if tag.is("rPr") {
            let mark = of_run(pieces)?;
            properties.mark = match mark {
                RunProperties {
                    is_deleted: true, ..
                } => Mark::Deleted,
                RunProperties {
                    is_hidden: Some(true),
                    ..
                } => Mark::Hidden,
                _ => Mark::Shown,
            };
            return Ok(Children::Read);
        }
        Ok(Children::Skipped)
    })?;
    Ok(properties)
}

/// Reads the `w:rPr` whose start was read last.
pub fn of_run(pieces: &mut Pieces) -> Result<RunProperties, DocxError> {
    let mut properties = RunProperties::default();
    pieces.children(&mut |_, tag| {
        if tag.is("rStyle") {
            properties.style = tag.value();
        } else if tag.is("vanish") {
            properties.is_hidden = Some(tag.is_on());
        } else if tag.is("del") || tag.is("moveFrom") {
            properties.is_deleted = true;
        } else if tag.is("rFonts") {
            properties.font = tag.attribute("ascii").or_else(|| tag.attribute("hAnsi"));
        }
        Ok(Children::Skipped)
    })?;
    Ok(properties)
}

/// Reads the `w:numPr` whose start was read last.
fn list_reference(pieces: &mut Pieces) -> Result<ListReference, DocxError> {
    let mut reference = ListReference::default();
    pieces.children(&mut |_, tag| {
        if tag.is("numId") {
            reference.list = tag.number();
        } else if tag.is("ilvl") {
            reference.level = tag.number().and_then(level);
        }
        Ok(Children::Skipped)
    })?;
    Ok(reference)
}

/// A level that Word has.
pub fn level(number: i32) -> Option<usize> {
    usize::try_from(number).ok().filter(|level| *level < LEVELS)
}
