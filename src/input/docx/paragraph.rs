//! What is known of a paragraph while it is read: where its line begins, and whether its number has been written.

use super::properties::{Mark, ParagraphProperties};
use crate::input::text_builder::Built;

/// A paragraph that has begun.
#[derive(Debug)]
pub struct Paragraph {
    pub properties: ParagraphProperties,
    /// In the order of the file, counted from 0.
    pub index: u32,
    /// How many runs it has had.
    pub runs: u32,
    /// Where its line begins: before what a deleted paragraph mark has joined to it.
    pub line: usize,
    pub is_numbered: bool,
    /// What its text boxes hold, which is read after it.
    pub boxes: Built,
}

impl Paragraph {
    pub fn new(index: u32, line: usize) -> Self {
        Self {
            properties: ParagraphProperties::default(),
            index,
            runs: 0,
            line,
            is_numbered: false,
            boxes: Built::default(),
        }
    }

    /// Whether it is joined to the next one, which then gives the number of both.
    pub fn is_joined(&self) -> bool {
        self.properties.mark == Mark::Deleted
    }

    pub fn ends_line(&self) -> bool {
        self.properties.mark == Mark::Shown
    }
}
