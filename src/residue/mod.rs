//! In: Source. Out: its residue (what a copying program or a language model left in it and a reader
//! would not read) and the layers of the text without it.

mod common_characters;
pub mod garble;
pub mod markdown;
pub mod pinyin;
pub mod syllables;

pub use markdown::MarkdownMark;

use crate::text::{Layers, Replacement, Source, Span};

/// What was found in the Source that a reader would not read, in bytes of Source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Residue {
    /// Pinyin in brackets, brackets included, sorted.
    pub pinyin: Vec<Span>,
    /// Markdown marks that a language model's answer left, sorted.
    pub markdown: Vec<MarkdownMark>,
}

impl Residue {
    /// Every stretch that Clean leaves out, sorted and disjoint.
    #[must_use]
    pub fn elided(&self) -> Vec<Span> {
        let markdown = self.markdown.iter().map(|mark| mark.span);
        let mut all: Vec<Span> = self.pinyin.iter().copied().chain(markdown).collect();
        if !self.pinyin.is_empty() && !self.markdown.is_empty() {
            all.sort_unstable();
        }
        all
    }
}

/// Finds the residue of a text.
#[must_use]
pub fn find(source: &Source) -> Residue {
    Residue {
        pinyin: pinyin::find(&source.text),
        markdown: markdown::find(&source.text),
    }
}

/// The layers over a Source with its residue taken out.
#[must_use]
pub fn clean<'s>(source: &'s Source, residue: &Residue) -> Layers<'s> {
    let gone = |span| Replacement {
        source: span,
        text: String::new(),
    };
    let replacements: Vec<Replacement> = residue.elided().into_iter().map(gone).collect();
    Layers::new(source, &replacements)
}
