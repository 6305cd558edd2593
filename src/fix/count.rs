//! In: a number in the text and the right one. Out: the fix that corrects it, in its own numerals.

use super::{Edit, Fix, Safety};
use crate::structure::{Numeral, Numerals, write_numeral};
use crate::text::{Layers, Span};
use crate::words::Words;

static TITLE: Words = Words {
    zh_hans: "把数目改成 {found}",
    zh_hant: "把數目改成 {found}",
    en: "Change the number to {found}",
};

/// Writes `count` in place of the number at a span of Clean; before a measure word two is 两.
#[must_use]
pub fn correct_count(layers: &Layers, number: Span, count: u32) -> Option<Fix> {
    let written = number.slice(&layers.folded);
    let numerals = match written {
        "两" => Numerals::Han,
        _ => Numeral::read(written)?.numerals,
    };
    let text = match (numerals, count) {
        (Numerals::Han, 2) if layers.is_traditional() => "兩".to_owned(),
        (Numerals::Han, 2) => "两".to_owned(),
        _ => write_numeral(count, numerals)?,
    };
    let edits = vec![Edit::of_clean(layers, number, text)?];
    Some(Fix {
        title: &TITLE,
        safety: Safety::Review,
        edits,
    })
}
