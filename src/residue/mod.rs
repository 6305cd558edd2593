//! In: Source. Out: its residue (what a copying program or a language model left in it and a reader
//! would not read) and the layers of the text without it.

pub mod garble;
pub mod layout;
pub mod markdown;
pub mod pinyin;
pub mod syllables;

pub use garble::Garble;
pub use layout::{LayoutKind, LayoutMark};
pub use markdown::MarkdownMark;

use crate::text::{Layers, Replacement, Source, Span};

/// What was found in the Source that a reader would not read, in bytes of Source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Residue {
    /// Pinyin in brackets, brackets included, sorted; without what stands in a garbled place.
    pub pinyin: Vec<Span>,
    /// Markdown marks that a language model's answer left, sorted.
    pub markdown: Vec<MarkdownMark>,
    /// Page numbers, copy guards and breaks in mid-sentence, sorted.
    pub layout: Vec<LayoutMark>,
    /// Places where bytes were read one off, with what they may have read, sorted.
    pub garble: Vec<Garble>,
}

impl Residue {
    /// Every stretch that Clean leaves out or reads differently, sorted and disjoint.
    #[must_use]
    pub fn replacements(&self) -> Vec<Replacement> {
        let markdown = self.markdown.iter().map(|mark| (mark.span, ""));
        let layout = self.layout.iter().map(|mark| (mark.span, mark.text));
        let pinyin = self.pinyin.iter().map(|&span| (span, ""));
        let garble = self.garble.iter().filter_map(Garble::certain);
        let replacement = |(source, text): (Span, &str)| Replacement {
            source,
            text: text.to_owned(),
        };
        let mut all: Vec<Replacement> = pinyin
            .chain(markdown)
            .chain(layout)
            .chain(garble)
            .map(replacement)
            .collect();
        if !all.is_sorted_by_key(|replacement| replacement.source) {
            all.sort_by_cached_key(|replacement| replacement.source);
        }
        all
    }
}

/// Finds the residue of a text.
#[must_use]
pub fn find(source: &Source) -> Residue {
    find_by(source, garble::find)
}

/// The same, faster where `memory` knows the garble of an earlier text; it learns that of this one.
#[must_use]
pub fn find_again(source: &Source, memory: &mut garble::Memory) -> Residue {
    find_by(source, |text, pinyin| {
        garble::find_again(text, pinyin, memory)
    })
}

fn find_by(source: &Source, garble: impl FnOnce(&str, &[Span]) -> Vec<Garble>) -> Residue {
    let mut residue = Residue {
        pinyin: pinyin::find(&source.text),
        markdown: markdown::find(&source.text),
        layout: layout::find(&source.text),
        garble: Vec::new(),
    };
    residue.garble = garble(&source.text, &residue.pinyin);
    let garble = &residue.garble;
    let is_whole = |span: Span| {
        let after = garble.partition_point(|place| place.span.end <= span.start);
        garble
            .get(after)
            .is_none_or(|place| !place.span.overlaps(span))
    };
    residue.pinyin.retain(|&span| is_whole(span));
    residue.markdown.retain(|mark| is_whole(mark.span));
    residue.layout.retain(|mark| is_whole(mark.span));
    // What a whole line loses, its marks lose with it.
    let layout = &residue.layout;
    residue.markdown.retain(|mark| {
        let after = layout.partition_point(|other| other.span.end <= mark.span.start);
        layout
            .get(after)
            .is_none_or(|other| !other.span.contains(mark.span))
    });
    let markdown = &residue.markdown;
    residue.layout.retain(|mark| {
        let after = markdown.partition_point(|other| other.span.end <= mark.span.start);
        markdown
            .get(after)
            .is_none_or(|other| !other.span.overlaps(mark.span))
    });
    residue
}

/// The layers over a Source with its residue taken out.
#[must_use]
pub fn clean<'s>(source: &'s Source, residue: &Residue) -> Layers<'s> {
    Layers::new(source, &residue.replacements())
}
