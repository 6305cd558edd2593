//! In: the outline of a speech, which is flat. Out: what several rules ask of it: what departs, which
//! items form a list, what stands under a heading.

use std::ops::Range;

use super::Context;
use crate::structure::marker::Marker;
use crate::structure::outline::Deviation;
use crate::structure::{Section, Speech};
use crate::text::Span;

/// A place where an outline departs from a well-built one.
#[derive(Clone, Copy)]
pub(super) struct Departed<'r> {
    /// Index of the speech.
    pub index: usize,
    pub speech: &'r Speech,
    pub deviation: Deviation,
    pub section: &'r Section,
}

/// The places that a rule of this code reports, in order.
pub(super) fn departures<'r>(
    context: &Context<'r, '_>,
    code: &'static str,
) -> impl Iterator<Item = Departed<'r>> {
    context
        .reading
        .document
        .speeches
        .iter()
        .enumerate()
        .flat_map(move |(index, speech)| {
            let of_code = speech
                .deviations
                .iter()
                .filter(move |d| d.departure.cost().code == Some(code));
            of_code.filter_map(move |&deviation| {
                let section = speech.sections.get(deviation.section)?;
                Some(Departed {
                    index,
                    speech,
                    deviation,
                    section,
                })
            })
        })
}

/// The markers of a list in order, those inside the lines of its items included.
pub(super) fn markers(speech: &Speech, list: usize) -> impl Iterator<Item = &Marker> {
    let items = speech
        .sections
        .iter()
        .filter(move |section| section.list == list);
    items.flat_map(|item| std::iter::once(&item.marker).chain(&item.merged))
}

/// The lists of a speech, each as the indices of its items, in order of their first items.
pub(super) fn lists(speech: &Speech) -> Vec<Vec<usize>> {
    let mut lists: Vec<Vec<usize>> = Vec::new();
    let mut place_of = std::collections::HashMap::new();
    for (at, section) in speech.sections.iter().enumerate() {
        let place = *place_of.entry(section.list).or_insert_with(|| {
            lists.push(Vec::new());
            lists.len() - 1
        });
        lists[place].push(at);
    }
    lists
}

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
