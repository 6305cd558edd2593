//! In: the outline of a speech, which is flat. Out: what several rules ask of it: what a heading stands
//! in, and what stands under it.

use std::ops::Range;

use super::Context;
use crate::structure::{Section, Speech};
use crate::text::Span;

/// The section that a section stands in.
pub(super) fn parent(speech: &Speech, at: usize) -> Option<&Section> {
    let depth = speech.sections.get(at)?.depth;
    speech.sections[..at]
        .iter()
        .rev()
        .find(|section| section.depth < depth)
}

/// Whether sections stand within this one.
pub(super) fn has_children(speech: &Speech, at: usize) -> bool {
    let depth = |at: usize| speech.sections.get(at).map_or(0, |section| section.depth);
    depth(at + 1) > depth(at)
}

/// The lines of a section's own body: after its heading, before the next heading.
pub(super) fn body_lines(context: &Context, speech: &Speech, at: usize) -> Range<usize> {
    let section = &speech.sections[at];
    let lines = &context.reading.document.lines;
    let end = lines.partition_point(|line| line.start < section.span.end);
    let next = speech
        .sections
        .get(at + 1)
        .map_or(end, |next| next.line.min(end));
    section.line + 1..next.max(section.line + 1)
}

/// What stands in a section's heading line after its heading words and their closing mark.
pub(super) fn rest_of_heading_line<'t>(context: &'t Context, section: &Section) -> &'t str {
    let line = context.line(section.line);
    let rest = Span::new(section.title.end, line.end).slice(context.folded());
    rest.trim_start_matches(['。', '；', ';', '：', ':', '！', '!', '？', '?', '.', '*'])
        .trim()
}
