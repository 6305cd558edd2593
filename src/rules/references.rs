//! In: the markers of a list that is to be renumbered. Out: the places of the speech that refer to its
//! items by number (第三点、第（二）条), so that whoever renumbers looks at them.

use super::{Context, Related, Words};
use crate::structure::marker::Marker;
use crate::structure::{Numeral, Speech};
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

/// The references to items whose number changes when the list counts 1, 2, 3 ….
pub(super) fn references<'m>(
    context: &Context,
    speech: &Speech,
    list: impl IntoIterator<Item = &'m Marker>,
) -> Vec<Related> {
    let changed: Vec<u32> = list
        .into_iter()
        .zip(1..)
        .filter(|(marker, wanted)| marker.ordinal != *wanted)
        .map(|(marker, _)| marker.ordinal)
        .collect();
    let text = speech.span.slice(context.folded());
    let mut found = Vec::new();
    for (at, lead) in text.match_indices('第') {
        let Some((ordinal, length)) = reference(&text[at + lead.len()..]) else {
            continue;
        };
        let start = speech.span.start + at;
        let span = Span::new(start, start + lead.len() + length);
        if changed.contains(&ordinal) && !is_marker(speech, span) {
            found.push(Related {
                span: context.to_source(span),
                words: &REFERENCE,
            });
        }
    }
    found
}

/// The number and the length of 三点 or （三）点.
fn reference(text: &str) -> Option<(u32, usize)> {
    let inside = text.trim_start_matches(['(', '（']);
    let numeral = Numeral::read(inside)?;
    let after = inside[numeral.length..].trim_start_matches([')', '）']);
    let unit = UNITS.iter().find(|unit| after.starts_with(**unit))?;
    Some((numeral.value, text.len() - after.len() + unit.len()))
}

fn is_marker(speech: &Speech, span: Span) -> bool {
    let headings = speech
        .sections
        .iter()
        .flat_map(|s| std::iter::once(&s.marker).chain(&s.merged));
    let mut all = headings.chain(speech.runs.iter().flat_map(|run| &run.markers));
    all.any(|marker| marker.span.overlaps(span))
}
