//! What a rule may look at: the reading, what the caller chose, and what several rules ask of the lines and
//! speeches of the Document. Plain questions; nothing is found here.

use super::Marks;
use super::clauses::Clauses;
use crate::options::Options;
use crate::reading::Reading;
use crate::residue::{LayoutKind, LayoutMark};
use crate::structure::{SegmentKind, Speech};
use crate::text::Span;

/// What a rule may look at.
#[derive(Clone, Copy, Debug)]
pub struct Context<'r, 's> {
    /// What was read.
    pub reading: &'r Reading<'s>,
    /// What the caller chose.
    pub options: &'r Options,
    /// The marks of Clean, line by line.
    pub marks: &'r Marks,
    /// The fingerprints of its clauses.
    pub clauses: &'r Clauses,
}

impl Context<'_, '_> {
    /// The stretch of Source that a span of Clean was read from.
    #[must_use]
    pub fn to_source(&self, clean: Span) -> Span {
        self.reading.layers.to_source(clean)
    }

    /// Whether a line holds garble that Clean still has, so that its marks are not the writer's.
    #[must_use]
    pub fn is_garbled(&self, line: usize) -> bool {
        let source = self.to_source(self.reading.document.lines[line]);
        let garble = &self.reading.residue.garble;
        let from = garble.partition_point(|place| place.span.end <= source.start);
        let places = garble[from..].iter();
        let mut within = places.take_while(|place| place.span.start < source.end);
        self.marks.is_garbled(line) || within.any(|place| place.certain().is_none())
    }

    /// Whether a span of Clean touches what was garbled in Source: its fix is for the reader to accept
    /// before anything is said of the words in it.
    #[must_use]
    pub fn is_repaired(&self, clean: Span) -> bool {
        let source = self.to_source(clean);
        let garble = &self.reading.residue.garble;
        let after = garble.partition_point(|place| place.span.end <= source.start);
        garble
            .get(after)
            .is_some_and(|place| place.span.overlaps(source))
    }

    /// What the layout of a page or a forum left, of one kind.
    pub fn layout_marks(&self, kind: LayoutKind) -> impl Iterator<Item = &LayoutMark> {
        let marks = self.reading.residue.layout.iter();
        marks.filter(move |mark| mark.kind == kind)
    }

    /// The speech that a place of Source stands in.
    #[must_use]
    pub fn speech_at(&self, source: usize) -> Option<usize> {
        let clean = self.reading.layers.map.to_clean(source);
        let speeches = &self.reading.document.speeches;
        let after = speeches.partition_point(|speech| speech.span.start <= clean);
        after
            .checked_sub(1)
            .filter(|&index| clean <= speeches[index].span.end)
    }

    /// Folded, which recognisers read.
    #[must_use]
    pub fn folded(&self) -> &str {
        &self.reading.layers.folded
    }

    /// A line of the Document; empty where there is none.
    #[must_use]
    pub fn line(&self, index: usize) -> Span {
        self.reading
            .document
            .lines
            .get(index)
            .copied()
            .unwrap_or_default()
    }

    /// The words of a line, folded.
    #[must_use]
    pub fn line_text(&self, index: usize) -> &str {
        self.line(index).slice(self.folded())
    }

    /// The line that a byte of Clean stands in, as an index into the Document's lines.
    #[must_use]
    pub fn line_at(&self, byte: usize) -> usize {
        let lines = &self.reading.document.lines;
        lines
            .partition_point(|line| line.start <= byte)
            .saturating_sub(1)
    }

    /// The speeches with their indices.
    pub fn speeches(&self) -> impl Iterator<Item = (usize, &Speech)> {
        self.reading.document.speeches.iter().enumerate()
    }

    /// Whether the text is written in traditional characters.
    #[must_use]
    pub fn is_traditional(&self) -> bool {
        self.reading.layers.is_traditional()
    }

    /// The speech that a line stands in.
    #[must_use]
    pub fn speech_of(&self, line: usize) -> Option<usize> {
        let speeches = &self.reading.document.speeches;
        let after = speeches.partition_point(|speech| speech.lines.start <= line);
        after
            .checked_sub(1)
            .filter(|&index| speeches[index].lines.contains(&line))
    }

    /// The lines that are not of the web page around the speeches, by index.
    pub fn lines_of_text(&self) -> impl Iterator<Item = usize> + '_ {
        let segments = self.reading.document.segments.iter();
        segments
            .filter(|segment| segment.kind != SegmentKind::Chrome)
            .flat_map(|segment| segment.lines.clone())
    }
}
