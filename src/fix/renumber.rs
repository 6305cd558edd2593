//! In: the markers of a list. Out: the fix that numbers them one after the other in their own style:
//! only the ordinals change.

use super::{Edit, Fix, Safety};
use crate::structure::marker::Marker;
use crate::structure::{Numerals, write_numeral};
use crate::text::Layers;
use crate::words::Words;

static TITLE: Words = Words {
    zh_hans: "这一组重新编号",
    zh_hant: "這一組重新編號",
    en: "Renumber this list",
};

/// A number in the numerals and the script of the text.
pub(super) fn numeral_in_script(
    layers: &Layers,
    number: u32,
    numerals: Numerals,
) -> Option<String> {
    let written = write_numeral(number, numerals)?;
    if numerals != Numerals::FormalHan || !layers.is_traditional() {
        return Some(written);
    }
    let traditional = |character| match character {
        '贰' => '貳',
        '叁' => '參',
        '陆' => '陸',
        other => other,
    };
    Some(written.chars().map(traditional).collect())
}

/// Numbers the markers from `first` on; `None` where their numerals do not reach so far, or nothing would
/// change.
#[must_use]
pub fn renumber<'m>(
    layers: &Layers,
    markers: impl IntoIterator<Item = &'m Marker>,
    first: u32,
) -> Option<Fix> {
    let mut edits = Vec::new();
    for (marker, wanted) in markers.into_iter().zip(first..) {
        let Some(numerals) = marker.numerals.filter(|_| marker.ordinal != wanted) else {
            continue;
        };
        let ordinal = numeral_in_script(layers, wanted, numerals)?;
        edits.push(Edit::of_clean(layers, marker.ordinal_span, ordinal)?);
    }
    (!edits.is_empty()).then_some(Fix {
        title: &TITLE,
        safety: Safety::Review,
        edits,
    })
}
