//! In: `numbering.xml`, and the styles that it refers to. Out: the lists of a document and how each of their levels is numbered.
//!
//! A paragraph names a list (`w:num`); a list takes its levels from a definition (`w:abstractNum`) and may change them. Lists of
//! one definition count together. A definition may only point to a style, which points to the list that has the levels.

use std::collections::HashMap;

use super::DocxError;
use super::properties::{LEVELS, level};
use super::styles::Styles;
use super::xml::{Children, Piece, Pieces, Tag, Vocabulary};
use crate::input::number_format::NumberFormat;
use crate::input::symbols;

/// Characters of a label's text that are read; Word writes no more than 31 in front of a paragraph.
const LONGEST_LABEL: usize = 64;
/// Definitions that point to one another are followed so far.
const MOST_LINKS: usize = 8;

/// All lists of a document.
#[derive(Debug, Default)]
pub struct Numbering {
    definitions: HashMap<i32, Definition>,
    lists: HashMap<i32, List>,
}

#[derive(Debug, Default)]
struct Definition {
    levels: Vec<(usize, Level)>,
    /// The style that has the levels instead.
    link: Option<String>,
}

#[derive(Debug, Default)]
struct List {
    definition: i32,
    starts: Vec<(usize, u32)>,
    levels: Vec<(usize, Level)>,
}

/// How a level is numbered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    pub start: u32,
    /// Counted from 1, as it is written: the level after which this one begins anew; 0 for never.
    pub restart: Option<usize>,
    pub format: NumberFormat,
    /// `%1` and so on stand for the numbers of the levels.
    pub text: String,
    pub suffix: &'static str,
    /// Whether all numbers of the label are decimal.
    pub is_legal: bool,
    /// The paragraph style that is numbered by this level.
    style: Option<String>,
}

/// As a level is where nothing is said of it.
static PLAIN: Level = Level {
    start: 0,
    restart: None,
    format: NumberFormat::Decimal(1),
    text: String::new(),
    suffix: "\t",
    is_legal: false,
    style: None,
};

impl Numbering {
    pub fn read(xml: &str, styles: &Styles) -> Result<Self, DocxError> {
        let mut numbering = Self::default();
        let mut pieces = Pieces::new(xml);
        while let Some(piece) = pieces.next()? {
            let Piece::Start(tag) = piece else { continue };
            let id = |name| tag.attribute(name).and_then(|id| id.trim().parse().ok());
            if tag.is("abstractNum") {
                let definition = definition(&mut pieces)?;
                if let Some(id) = id("abstractNumId") {
                    numbering.definitions.insert(id, definition);
                }
            } else if tag.is("num") {
                let list = list(&mut pieces)?;
                if let Some(id) = id("numId") {
                    numbering.lists.insert(id, list);
                }
            }
        }
        numbering.follow_links(styles);
        Ok(numbering)
    }

    /// Lets every list point to the definition that has its levels.
    fn follow_links(&mut self, styles: &Styles) {
        let linked = |mut id: i32| {
            for _ in 0..MOST_LINKS {
                let Some(style) = self.definitions.get(&id).and_then(|d| d.link.as_deref()) else {
                    break;
                };
                let list = styles.list(Some(style)).reference.list;
                let Some(list) = list.and_then(|list| self.lists.get(&list)) else {
                    break;
                };
                id = list.definition;
            }
            id
        };
        let found: Vec<(i32, i32)> = self
            .lists
            .iter()
            .map(|(&id, list)| (id, linked(list.definition)))
            .collect();
        for (id, definition) in found {
            if let Some(list) = self.lists.get_mut(&id) {
                list.definition = definition;
            }
        }
    }

    /// The definition that a list takes its levels from; nothing where there is no such list.
    pub fn definition(&self, list: i32) -> Option<i32> {
        Some(self.lists.get(&list)?.definition)
    }

    /// A level of a list.
    pub fn level(&self, list: i32, level: usize) -> &Level {
        let list = self.lists.get(&list);
        let definition = list.and_then(|list| self.definitions.get(&list.definition));
        let own = list.and_then(|list| at(&list.levels, level));
        own.or_else(|| at(&definition?.levels, level))
            .unwrap_or(&PLAIN)
    }

    /// The number at which a list begins a level anew, where it says so itself.
    pub fn own_start(&self, list: i32, level: usize) -> Option<u32> {
        at(&self.lists.get(&list)?.starts, level).copied()
    }

    /// The level of a list that numbers the paragraphs of a style.
    pub fn level_of_style(&self, list: i32, style: &str) -> Option<usize> {
        (0..LEVELS).find(|&level| self.level(list, level).style.as_deref() == Some(style))
    }
}

fn at<T>(levels: &[(usize, T)], level: usize) -> Option<&T> {
    let mut found = levels.iter().filter(|(place, _)| *place == level);
    found.next().map(|(_, value)| value)
}

/// Reads the `w:abstractNum` whose start was read last.
fn definition(pieces: &mut Pieces) -> Result<Definition, DocxError> {
    let mut definition = Definition::default();
    pieces.children(&mut |pieces, tag| {
        if tag.is("lvl") {
            add_level(pieces, tag, &mut definition.levels)?;
            return Ok(Children::Read);
        }
        if tag.is("numStyleLink") {
            definition.link = tag.value();
        }
        Ok(Children::Skipped)
    })?;
    Ok(definition)
}

/// Reads the `w:num` whose start was read last.
fn list(pieces: &mut Pieces) -> Result<List, DocxError> {
    let mut list = List::default();
    pieces.children(&mut |pieces, tag| {
        if tag.is("abstractNumId") {
            list.definition = tag.number().unwrap_or_default();
            return Ok(Children::Skipped);
        }
        if !tag.is("lvlOverride") {
            return Ok(Children::Skipped);
        }
        let place = place(tag);
        pieces.children(&mut |pieces, tag| {
            if tag.is("lvl") {
                add_level(pieces, tag, &mut list.levels)?;
                return Ok(Children::Read);
            }
            if let (true, Some(place)) = (tag.is("startOverride"), place)
                && list.starts.len() < LEVELS
            {
                list.starts.push((place, count(tag)));
            }
            Ok(Children::Skipped)
        })?;
        Ok(Children::Read)
    })?;
    Ok(list)
}

fn place(tag: &Tag) -> Option<usize> {
    level(tag.attribute("ilvl")?.trim().parse().ok()?)
}

fn count(tag: &Tag) -> u32 {
    u32::try_from(tag.number().unwrap_or_default()).unwrap_or_default()
}

/// Reads the `w:lvl` whose start was read last.
fn add_level(
    pieces: &mut Pieces,
    tag: &Tag,
    levels: &mut Vec<(usize, Level)>,
) -> Result<(), DocxError> {
    let mut draft = Draft::default();
    pieces.children(&mut |pieces, tag| draft.take(pieces, tag))?;
    if let Some(place) = place(tag)
        && levels.len() < LEVELS
    {
        levels.push((place, draft.finished()));
    }
    Ok(())
}

/// A level as far as it has been read.
#[derive(Default)]
struct Draft {
    level: Option<Level>,
    format: Option<NumberFormat>,
    font: Option<String>,
    is_picture: bool,
}

impl Draft {
    fn take(&mut self, pieces: &mut Pieces, tag: &Tag) -> Result<Children, DocxError> {
        let level = self.level.get_or_insert_with(|| PLAIN.clone());
        if tag.vocabulary == Vocabulary::Compatibility {
            // A newer format and, after it, what older programs are to take instead.
            pieces.children(&mut |pieces, tag| {
                pieces.children(&mut |pieces, tag| self.take(pieces, tag))?;
                let _ = tag;
                Ok(Children::Read)
            })?;
            return Ok(Children::Read);
        }
        if tag.vocabulary != Vocabulary::Word {
            return Ok(Children::Skipped);
        }
        match tag.name() {
            "start" => level.start = count(tag),
            "lvlRestart" => level.restart = tag.number().and_then(|n| usize::try_from(n).ok()),
            "numFmt" => self.format = self.format.or_else(|| format(tag)),
            "lvlText" => {
                let text = tag.value().unwrap_or_default();
                level.text = text.chars().take(LONGEST_LABEL).collect();
            }
            "suff" => {
                level.suffix = match tag.value().as_deref() {
                    Some("space") => " ",
                    Some("nothing") => "",
                    _ => "\t",
                }
            }
            "isLgl" => level.is_legal = tag.is_on(),
            "pStyle" => level.style = tag.value(),
            "lvlPicBulletId" => self.is_picture = true,
            "rPr" => {
                self.font = super::properties::of_run(pieces)?.font;
                return Ok(Children::Read);
            }
            _ => {}
        }
        Ok(Children::Skipped)
    }

    fn finished(self) -> Level {
        let mut level = self.level.unwrap_or_else(|| PLAIN.clone());
        level.format = self.format.unwrap_or(level.format);
        if let NumberFormat::Bullet(bullet) = level.format {
            let font = self.font.unwrap_or_default();
            let sign = |sign| symbols::shown(sign, &font);
            level.text = if self.is_picture {
                bullet.to_string()
            } else {
                level.text.chars().map(sign).collect()
            };
        }
        level
    }
}

/// The format of a `w:numFmt`; nothing for one of a program's own that is not understood.
fn format(tag: &Tag) -> Option<NumberFormat> {
    let name = tag.value()?;
    if name != "custom" {
        return Some(NumberFormat::of_word(&name));
    }
    // 001, 002, 003, ...
    let pattern = tag.attribute("format")?;
    let first = pattern.split(',').next()?.trim();
    let is_padded = first.len() <= 5 && first.strip_suffix('1')?.bytes().all(|digit| digit == b'0');
    is_padded.then_some(NumberFormat::Decimal(first.len()))
}
