//! In: Source and the stretches of it that a reader would not read. Out: Clean (what a reader would
//! read, in the writer's own script) with its way back to Source, and Folded (Clean with traditional
//! characters folded to simplified), which recognisers read.
//!
//! Folded shares every byte offset with Clean: only characters whose folded form has the same length
//! are folded, so one map serves both. Full-width digits stay; the recognisers of numerals read both.

use std::borrow::Cow;

use super::{Source, Span, fold};

/// A stretch of Source that Clean leaves out or reads differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The stretch, in bytes of Source.
    pub source: Span,
    /// What Clean has in its place; empty where it is left out.
    pub text: String,
}

/// The layers that recognisers read, over one Source.
#[derive(Clone, Debug)]
pub struct Layers<'s> {
    /// The text as given.
    pub source: &'s Source,
    /// What a reader would read.
    pub clean: Cow<'s, str>,
    /// Clean with traditional folded to simplified; every offset is the same as in `clean`.
    pub folded: String,
    /// From offsets of Clean and Folded back to Source.
    pub map: OffsetMap,
}

impl<'s> Layers<'s> {
    /// Builds the layers; `replacements` are sorted by place and do not overlap.
    #[must_use]
    pub fn new(source: &'s Source, replacements: &[Replacement]) -> Self {
        let map = OffsetMap::new(replacements);
        let clean = if replacements.is_empty() {
            Cow::Borrowed(source.text.as_str())
        } else {
            Cow::Owned(replaced(&source.text, replacements))
        };
        let folded = folded(&clean);
        Self {
            source,
            clean,
            folded,
            map,
        }
    }

    /// The stretch of Source that a span of Clean was read from.
    #[must_use]
    pub fn to_source(&self, clean: Span) -> Span {
        self.map.to_source(clean)
    }

    /// Whether the text is written in traditional characters.
    #[must_use]
    pub fn is_traditional(&self) -> bool {
        *self.clean != self.folded
    }
}

fn replaced(text: &str, replacements: &[Replacement]) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut from = 0;
    for replacement in replacements {
        clean.push_str(&text[from..replacement.source.start]);
        clean.push_str(&replacement.text);
        from = replacement.source.end;
    }
    clean.push_str(&text[from..]);
    clean
}

fn folded(clean: &str) -> String {
    let mut folded = String::with_capacity(clean.len());
    let mut from = 0;
    // What stays as it is is copied in stretches; in a simplified text that is all of it.
    for (at, character) in clean.char_indices() {
        let simplified = fold::fold_char(character);
        if simplified != character && simplified.len_utf8() == character.len_utf8() {
            folded.push_str(&clean[from..at]);
            folded.push(simplified);
            from = at + character.len_utf8();
        }
    }
    folded.push_str(&clean[from..]);
    folded
}

/// The way from offsets of Clean back to Source: the places where the two do not run side by side.
#[derive(Clone, Debug, Default)]
pub struct OffsetMap {
    stretches: Vec<Stretch>,
}

#[derive(Clone, Copy, Debug)]
struct Stretch {
    clean: Span,
    source: Span,
}

impl OffsetMap {
    fn new(replacements: &[Replacement]) -> Self {
        let mut shorter_by = 0;
        let mut longer_by = 0;
        let stretches = replacements.iter().map(|replacement| {
            let start = replacement.source.start + longer_by - shorter_by;
            longer_by += replacement.text.len();
            shorter_by += replacement.source.len();
            Stretch {
                clean: Span::new(start, start + replacement.text.len()),
                source: replacement.source,
            }
        });
        Self {
            stretches: stretches.collect(),
        }
    }

    /// The stretch of Source that a span of Clean was read from. A span that begins or ends inside a
    /// replaced stretch lies around it whole; what was left out right before or after is not taken in.
    #[must_use]
    pub fn to_source(&self, clean: Span) -> Span {
        let start = self.source_start(clean.start);
        if clean.is_empty() {
            return Span::new(start, start);
        }
        Span::new(start, self.source_end(clean.end))
    }

    /// The place in Clean of a place in Source; one inside what was left out or read differently counts
    /// as its start.
    #[must_use]
    pub fn to_clean(&self, source: usize) -> usize {
        let after = self.stretches.partition_point(|s| s.source.start <= source);
        match after.checked_sub(1).map(|index| self.stretches[index]) {
            None => source,
            Some(s) if source < s.source.end => s.clean.start,
            Some(s) => s.clean.end + (source - s.source.end),
        }
    }

    fn source_start(&self, clean: usize) -> usize {
        let after = self.stretches.partition_point(|s| s.clean.start <= clean);
        match after.checked_sub(1).map(|index| self.stretches[index]) {
            None => clean,
            Some(s) if clean < s.clean.end => s.source.start,
            Some(s) => s.source.end + (clean - s.clean.end),
        }
    }

    fn source_end(&self, clean: usize) -> usize {
        let after = self.stretches.partition_point(|s| s.clean.start < clean);
        match after.checked_sub(1).map(|index| self.stretches[index]) {
            None => clean,
            Some(s) if clean <= s.clean.end => s.source.end,
            Some(s) => s.source.end + (clean - s.clean.end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replacement(text: &str, what: &str, with: &str) -> Replacement {
        let start = text.find(what).expect("the test text has it");
        Replacement {
            source: Span::new(start, start + what.len()),
            text: with.to_owned(),
        }
    }

    #[test]
    fn spans_of_clean_lead_back_around_what_was_left_out() {
        let source = Source::new("", "發(fā)言稿(gǎo)一");
        let gone = ["(fā)", "(gǎo)"].map(|what| replacement(&source.text, what, ""));
        let layers = Layers::new(&source, &gone);
        assert_eq!(layers.clean, "發言稿一");
        assert_eq!(layers.folded, "发言稿一");
        let back = |start, end| layers.to_source(Span::new(start, end)).slice(&source.text);
        assert_eq!(back(0, 3), "發");
        assert_eq!(back(0, 6), "發(fā)言");
        assert_eq!(back(3, 9), "言稿");
        assert_eq!(back(9, 12), "一");
        let forth = |what: &str| {
            layers
                .map
                .to_clean(source.text.find(what).unwrap_or_default())
        };
        assert_eq!((forth("言"), forth("(gǎo)"), forth("一")), (3, 9, 9));
    }

    #[test]
    fn a_span_inside_a_repair_lies_around_it_whole() {
        let source = Source::new("", "甲?傊乙");
        let repair = [replacement(&source.text, "?傊", "。总")];
        let layers = Layers::new(&source, &repair);
        assert_eq!(layers.clean, "甲。总乙");
        let back = |start, end| layers.to_source(Span::new(start, end)).slice(&source.text);
        assert_eq!(back(3, 6), "?傊");
        assert_eq!(back(6, 12), "?傊乙");
        assert_eq!(back(0, 3), "甲");
    }

    #[test]
    fn full_width_digits_keep_their_length() {
        let source = Source::new("", "１、會");
        let layers = Layers::new(&source, &[]);
        assert_eq!(layers.folded, "１、会");
    }
}
