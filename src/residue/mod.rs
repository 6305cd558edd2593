//! In: Source. Out: its residue (what a copying program or a language model left in it and a reader
//! would not read) and the layers of the text without it.

mod common_characters;
pub mod garble;
pub mod markdown;
pub mod pinyin;
pub mod syllables;

pub use garble::Garble;
pub use markdown::MarkdownMark;

use crate::text::{Layers, Replacement, Source, Span};

/// What was found in the Source that a reader would not read, in bytes of Source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Residue {
    /// Pinyin in brackets, brackets included, sorted; without what stands in a garbled place.
    pub pinyin: Vec<Span>,
    /// Markdown marks that a language model's answer left, sorted.
    pub markdown: Vec<MarkdownMark>,
    /// Places where bytes were read one off, with what they may have read, sorted.
    pub garble: Vec<Garble>,
}

impl Residue {
    /// Every stretch that Clean leaves out or reads differently, sorted and disjoint.
    #[must_use]
    pub fn replacements(&self) -> Vec<Replacement> {
        let markdown = self.markdown.iter().map(|mark| mark.span);
        let elided = self.pinyin.iter().copied().chain(markdown);
        let elided = elided.map(|source| (source, String::new()));
        let read = self.garble.iter().filter_map(Garble::certain);
        let read = read.map(|(span, reading)| (span, reading.to_owned()));
        let mut all: Vec<Replacement> = elided
            .chain(read)
            .map(|(source, text)| Replacement { source, text })
            .collect();
        if !all.is_sorted_by_key(|replacement| replacement.source) {
            all.sort_unstable_by_key(|replacement| replacement.source);
        }
        all
    }
}

/// Finds the residue of a text.
#[must_use]
pub fn find(source: &Source) -> Residue {
    let mut residue = Residue {
        pinyin: pinyin::find(&source.text),
        markdown: markdown::find(&source.text),
        garble: Vec::new(),
    };
    residue.garble = garble::find(&source.text, &residue.pinyin);
    let garble = &residue.garble;
    let is_whole = |span: Span| {
        let after = garble.partition_point(|place| place.span.end <= span.start);
        garble
            .get(after)
            .is_none_or(|place| !place.span.overlaps(span))
    };
    residue.pinyin.retain(|&span| is_whole(span));
    residue.markdown.retain(|mark| is_whole(mark.span));
    residue
}

/// The layers over a Source with its residue taken out.
#[must_use]
pub fn clean<'s>(source: &'s Source, residue: &Residue) -> Layers<'s> {
    Layers::new(source, &residue.replacements())
}
