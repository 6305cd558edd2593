//! In: the layers of a text. Out: the [`Document`]: segments, speeches, parts, outline, runs and
//! announcements. Each recogniser reads Folded and writes plain data; none reports anything.

mod address;
mod announcements;
mod chrome;
mod closing;
mod document;
mod flattened;
mod fulfilment;
mod glued_markers;
mod headings;
mod line_markers;
pub mod marker;
mod names;
mod numeral;
pub mod outline;
mod parts;
mod promises;
mod runs;
mod segments;
mod sentences;
mod subheadings;
mod titles;

pub use document::{
    Announcement, Compilation, Document, Genre, Part, PartKind, Run, Section, Segment, SegmentKind,
    Speech, Subheading,
};
pub use flattened::Flattened;
pub use numeral::{Numeral, Numerals, write_numeral};
pub use titles::names_a_talk;

use crate::text::{Layers, Span, lines};

/// Reads the structure of a text.
#[must_use]
pub fn read(layers: &Layers, levels: &marker::Levels) -> Document {
    let folded = layers.folded.as_str();
    let (lines, flattened) = flattened::lines_of(
        folded,
        lines(folded).filter_map(|line| trimmed(folded, line)),
    );
    let cut = segments::cut(folded, &lines);
    let mut document = Document {
        flattened,
        segments: cut.segments,
        compilation: cut.compilation,
        speeches: cut.speeches,
        ..Document::default()
    };
    for (index, speech) in document.speeches.iter_mut().enumerate() {
        parts::read(folded, &lines, speech);
        let promises: Vec<Vec<promises::Promise>> = lines[speech.lines.clone()]
            .iter()
            .map(|line| promises::promises(line.slice(folded)))
            .collect();
        headings::read(folded, &lines, speech, &promises, levels);
        speech.subheadings = subheadings::read(folded, &lines, speech);
        read_runs(folded, &lines, speech);
        document.announcements.extend(announcements::read(
            folded, &lines, speech, &promises, index,
        ));
    }
    document.lines = lines;
    document
}

/// A line without the blanks around it; `None` where nothing is left.
fn trimmed(text: &str, line: Span) -> Option<Span> {
    let content = line.slice(text);
    let start = line.start + content.len() - content.trim_start_matches(is_blank).len();
    let length = content.trim_matches(is_blank).len();
    (length > 0).then_some(Span::new(start, start + length))
}

/// Blanks and characters that print nothing.
fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn read_runs(folded: &str, lines: &[Span], speech: &mut Speech) {
    let first_body = speech
        .parts
        .iter()
        .find(|part| !is_header(part.kind))
        .map_or(speech.lines.start, |part| part.line);
    let body = lines[..speech.lines.end]
        .iter()
        .enumerate()
        .skip(first_body);
    for (line, span) in body {
        let found = runs::read(folded, *span);
        speech.lone_openers.extend(found.lone_openers);
        for run in found.enumerations {
            let start = run.markers[0].span.start;
            let within = speech
                .sections
                .partition_point(|section| section.marker.span.start <= start);
            speech.runs.push(Run {
                line,
                within: within.checked_sub(1),
                span: Span::new(start, span.end),
                markers: run.markers,
            });
        }
    }
}

/// Whether a part stands before the words of a speech.
fn is_header(kind: PartKind) -> bool {
    use PartKind as P;
    matches!(
        kind,
        P::Title
            | P::Subtitle
            | P::RepeatedTitle
            | P::Occasion
            | P::Date
            | P::Speaker
            | P::Contents
    )
}
