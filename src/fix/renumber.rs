//! In: a list of the outline. Out: the fix that numbers it 1, 2, 3 … in its own style: only the ordinals
//! change.

use super::{Edit, Fix, Safety};
use crate::rules::{Context, Words};
use crate::structure::{Speech, write_numeral};

static TITLE: Words = Words {
    zh_hans: "这一组重新编号",
    zh_hant: "這一組重新編號",
    en: "Renumber this list",
};

/// Renumbers a list of a speech; `None` where its numerals do not reach so far, or nothing would change.
#[must_use]
pub fn renumber(context: &Context, speech: &Speech, list: usize) -> Option<Fix> {
    let items = speech.sections.iter().filter(|section| section.list == list);
    let markers = items.flat_map(|item| std::iter::once(&item.marker).chain(&item.merged));
    let mut edits = Vec::new();
    for (marker, wanted) in markers.zip(1..) {
        let Some(numerals) = marker.numerals.filter(|_| marker.ordinal != wanted) else { continue };
        edits.push(Edit {
            span: context.to_source(marker.ordinal_span),
            text: write_numeral(wanted, numerals)?,
        });
    }
    (!edits.is_empty()).then_some(Fix { title: &TITLE, safety: Safety::Review, edits })
}
