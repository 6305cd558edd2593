//! In: a finding on numbers that are wrong. Out: the same with its repair: the list renumbered in its own
//! style, and the places of the speech that refer to its items by number (第三点、第（二）条), so that
//! whoever renumbers looks at them.

use super::lists::{Lists, departures};
use super::{Context, Finding, Related, Rule, Words};
use crate::fix;
use crate::structure::marker::Marker;
use crate::structure::{Numeral, Run, Section, Speech};
use crate::text::Span;

static REFERENCE: Words = Words {
    zh_hans: "这里提到序号，重新编号后请核对",
    zh_hant: "這裡提到序號，重新編號後請核對",
    en: "A number is referred to here; check it after renumbering",
};

/// Words after a number that make it a reference.
const UNITS: [&str; 9] = [
    "点",
    "条",
    "项",
    "款",
    "个方面",
    "个问题",
    "方面",
    "部分",
    "件",
];

/// References that one finding lists at most.
const MOST_REFERENCES: usize = 20;

/// Repairs the numbers of one speech.
pub(super) struct Renumbering<'c, 's> {
    context: &'c Context<'c, 's>,
    pub lists: Lists<'c>,
    references: Vec<(u32, Span)>,
}

impl<'c, 's> Renumbering<'c, 's> {
    pub(super) fn of(context: &'c Context<'c, 's>, speech: &'c Speech) -> Self {
        Self {
            context,
            lists: Lists::of(speech),
            references: references(context, speech),
        }
    }

    /// Adds the repair that numbers the list of a section from `first` on.
    pub(super) fn repair(&self, finding: &mut Finding, at: usize, first: u32) {
        let list = self.lists.repairable(at);
        let changed = |ordinal: u32| {
            list.iter()
                .zip(first..)
                .any(|(marker, wanted)| marker.ordinal == ordinal && wanted != ordinal)
        };
        let concerned = self
            .references
            .iter()
            .filter(|(ordinal, _)| changed(*ordinal));
        finding.related = concerned
            .take(MOST_REFERENCES)
            .map(|(_, span)| Related {
                span: self.context.to_source(*span),
                words: &REFERENCE,
            })
            .collect();
        finding
            .fixes
            .extend(fix::renumber(&self.context.reading.layers, list, first));
    }
}

/// Reports the departures of a rule in the outline of a speech, each with the repair of its list. An item
/// that has the number of its place departs only because of one before it, which is named instead.
pub(super) fn report_departures(
    context: &Context,
    speech: &Speech,
    rule: &Rule,
    findings: &mut Vec<Finding>,
    finding_at: impl Fn(&Marker, u32) -> Option<Finding>,
) {
    let mut departures = departures(speech, rule.code).peekable();
    if departures.peek().is_none() {
        return;
    }
    let renumbering = Renumbering::of(context, speech);
    for (deviation, section) in departures {
        if renumbering.lists.is_in_place(deviation.section) {
            continue;
        }
        if let Some(mut finding) = finding_at(&section.marker, deviation.expected) {
            renumbering.repair(&mut finding, deviation.section, 1);
            findings.push(finding);
        }
    }
}

/// Adds the repair that numbers a run from 1 on.
pub(super) fn repair_run(context: &Context, finding: &mut Finding, run: &Run) {
    const LONGEST: usize = 100;
    if run.markers.len() <= LONGEST {
        finding
            .fixes
            .extend(fix::renumber(&context.reading.layers, &run.markers, 1));
    }
}

/// The markers of a run from the second on, each with its place (from 1) and those before it.
pub(super) fn run_places(run: &Run) -> impl Iterator<Item = (u32, &Marker, &[Marker])> {
    let markers = run.markers.iter().enumerate().zip(1..).skip(1);
    markers.map(|((at, marker), place)| (place, marker, &run.markers[..at]))
}

/// The places of a speech that name an item by its number, markers aside.
fn references(context: &Context, speech: &Speech) -> Vec<(u32, Span)> {
    let text = speech.span.slice(context.folded());
    let starts = marker_starts(speech);
    let found = text.match_indices('第').filter_map(|(at, lead)| {
        let (ordinal, length) = reference(&text[at + lead.len()..])?;
        let start = speech.span.start + at;
        let is_marker = starts.binary_search(&start).is_ok();
        (!is_marker).then(|| (ordinal, Span::new(start, start + lead.len() + length)))
    });
    found.collect()
}

/// Where the markers of a speech begin, sorted.
pub(super) fn marker_starts(speech: &Speech) -> Vec<usize> {
    let headings = speech.sections.iter().flat_map(Section::markers);
    let all = headings.chain(speech.runs.iter().flat_map(|run| &run.markers));
    let mut starts: Vec<usize> = all.map(|marker| marker.span.start).collect();
    starts.sort_unstable();
    starts
}

/// The number and the length of 三点 or （三）点.
fn reference(text: &str) -> Option<(u32, usize)> {
    let inside = text.trim_start_matches(['(', '（']);
    let numeral = Numeral::read(inside)?;
    let after = inside[numeral.length..].trim_start_matches([')', '）']);
    let unit = UNITS.iter().find(|unit| after.starts_with(**unit))?;
    Some((numeral.value, text.len() - after.len() + unit.len()))
}

#[cfg(test)]
mod tests {
    use crate::text::Source;
    use crate::{Options, check};

    #[test]
    fn references_to_renumbered_items_are_named() {
        let text = "同志们：\n下面讲几点意见。\n（一）提高认识\n要学习好。\n（三）加强领导\n要组织好，第（三）点是关键。\n（四）狠抓落实\n要督查好，第一点是前提。\n谢谢大家！";
        let source = Source::new("", text);
        let found = check(&source, &Options::default()).findings;
        let gap = found.iter().find(|found| found.code == "numbering-gap");
        let related = gap.map(|gap| {
            gap.related
                .iter()
                .map(|r| r.span.slice(text))
                .collect::<Vec<_>>()
        });
        assert_eq!(related, Some(vec!["第（三）点"]));
    }
}
