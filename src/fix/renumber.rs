//! In: the markers of a list. Out: the fix that numbers them one after the other in their own style:
//! only the ordinals change.

use super::{Edit, Fix, Safety};
use crate::rules::{Context, Words};
use crate::structure::marker::Marker;
use crate::structure::write_numeral;

static TITLE: Words = Words {
    zh_hans: "这一组重新编号",
    zh_hant: "這一組重新編號",
    en: "Renumber this list",
};

/// Numbers the markers from `first` on; `None` where their numerals do not reach so far, or nothing would
/// change.
#[must_use]
pub fn renumber<'m>(
    context: &Context,
    markers: impl IntoIterator<Item = &'m Marker>,
    first: u32,
) -> Option<Fix> {
    let mut edits = Vec::new();
    for (marker, wanted) in markers.into_iter().zip(first..) {
        let Some(numerals) = marker.numerals.filter(|_| marker.ordinal != wanted) else {
            continue;
        };
        let ordinal = write_numeral(wanted, numerals)?;
        edits.push(Edit::of_clean(context, marker.ordinal_span, ordinal)?);
    }
    (!edits.is_empty()).then_some(Fix {
        title: &TITLE,
        safety: Safety::Review,
        edits,
    })
}
