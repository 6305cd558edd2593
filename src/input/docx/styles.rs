//! In: `styles.xml`. Out: what a style says of lists and of hiding, with what it inherits.

use std::collections::HashMap;

use super::DocxError;
use super::properties::{self, ListReference, Mark};
use super::xml::{Children, Piece, Pieces};

/// Steps of inheritance that are followed: Word allows eleven, and a circle has no end.
const MOST_ANCESTORS: usize = 32;

/// All styles by their ids.
#[derive(Debug, Default)]
pub struct Styles {
    styles: HashMap<String, Style>,
    /// Of paragraphs that name none.
    default: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    list: ListReference,
    is_hidden: Option<bool>,
}

/// What a paragraph's style says of lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StyleList<'s> {
    pub reference: ListReference,
    /// The style and its ancestors up to the one that names the list: a level may belong to one of them.
    pub lineage: [Option<&'s str>; 2],
}

impl Styles {
    pub fn read(xml: &str) -> Result<Self, DocxError> {
        let mut styles = Self::default();
        let mut pieces = Pieces::new(xml);
        while let Some(piece) = pieces.next()? {
            let Piece::Start(tag) = piece else { continue };
            if !tag.is("style") {
                continue;
            }
            let id = tag.attribute("styleId").unwrap_or_default();
            let is_default = matches!(
                tag.attribute("default").as_deref(),
                Some("1" | "true" | "on")
            );
            if is_default && tag.attribute("type").as_deref() == Some("paragraph") {
                styles.default = Some(id.clone());
            }
            styles.styles.insert(id, style(&mut pieces)?);
        }
        Ok(styles)
    }

    /// What the style of a paragraph says of lists.
    pub fn list<'s>(&'s self, style: Option<&'s str>) -> StyleList<'s> {
        let own = style.or(self.default.as_deref());
        let mut found = StyleList {
            lineage: [own, None],
            ..StyleList::default()
        };
        for (id, ancestor) in self.lineage(own) {
            if found.reference.list.is_none() && ancestor.list.list.is_some() {
                found.reference.list = ancestor.list.list;
                found.lineage[1] = Some(id);
            }
            found.reference.level = found.reference.level.or(ancestor.list.level);
        }
        found
    }

    /// Whether a style hides its text; nothing where it does not say.
    pub fn is_hidden(&self, style: Option<&str>) -> Option<bool> {
        self.lineage(style)
            .find_map(|(_, ancestor)| ancestor.is_hidden)
    }

    /// A style and those that it is based on, the nearest first.
    fn lineage<'s>(&'s self, style: Option<&'s str>) -> impl Iterator<Item = (&'s str, &'s Style)> {
        let entry = |id: &'s str| self.styles.get(id).map(|style| (id, style));
        std::iter::successors(style.and_then(entry), move |(_, style)| {
            style.based_on.as_deref().and_then(entry)
        })
        .take(MOST_ANCESTORS)
    }
}

/// Reads the `w:style` whose start was read last.
fn style(pieces: &mut Pieces) -> Result<Style, DocxError> {
    let mut style = Style::default();
    pieces.children(&mut |pieces, tag| {
        if tag.is("basedOn") {
            style.based_on = tag.value();
        } else if tag.is("pPr") {
            let paragraph = properties::of_paragraph(pieces)?;
            style.list = paragraph.list;
            if paragraph.mark == Mark::Hidden {
                style.is_hidden = Some(true);
            }
            return Ok(Children::Read);
        } else if tag.is("rPr") {
            style.is_hidden = properties::of_run(pieces)?.is_hidden;
            return Ok(Children::Read);
        }
        Ok(Children::Skipped)
    })?;
    Ok(style)
}
