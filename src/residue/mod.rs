//! In: Source. Out: its residue (what a copying program or a language model left in it and a reader
//! would not read) and the layers of the text without it.

mod common_characters;
pub mod pinyin;
pub mod syllables;

use crate::text::{Layers, Replacement, Source, Span};

/// What was found in the Source that a reader would not read, in bytes of Source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Residue {
    /// Pinyin in brackets, brackets included, sorted.
    pub pinyin: Vec<Span>,
}

/// Finds the residue of a text.
#[must_use]
pub fn find(source: &Source) -> Residue {
    Residue {
        pinyin: pinyin::find(&source.text),
    }
}

/// The layers over a Source with its residue taken out.
#[must_use]
pub fn clean<'s>(source: &'s Source, residue: &Residue) -> Layers<'s> {
    let gone = |&span| Replacement {
        source: span,
        text: String::new(),
    };
    Layers::new(source, &residue.pinyin.iter().map(gone).collect::<Vec<_>>())
}
