//! In: the markers of a list and the one whose style is to be theirs. Out: the fix that writes them in
//! that style; the words after them stay, but for a 要 that 一要 takes in or gives back.

use super::renumber::numeral_in_script;
use super::{Edit, Fix, Safety};
use crate::structure::marker::{Marker, Style};
use crate::structure::write_numeral;
use crate::text::{Layers, Span};
use crate::words::Words;

static TITLE: Words = Words {
    zh_hans: "统一序号样式",
    zh_hant: "統一序號樣式",
    en: "Use one style",
};

/// Writes the markers in the style of `model`; `None` where that style cannot say their number, or nothing
/// would change.
#[must_use]
pub fn restyle<'m>(
    layers: &Layers,
    markers: impl IntoIterator<Item = &'m Marker>,
    model: &Marker,
) -> Option<Fix> {
    let mut edits = Vec::new();
    for marker in markers {
        if !marker.style.is_sibling_of(model.style) {
            edits.push(restyled(layers, marker, model)?);
        }
    }
    (!edits.is_empty()).then_some(Fix {
        title: &TITLE,
        safety: Safety::Review,
        edits,
    })
}

fn restyled(layers: &Layers, marker: &Marker, model: &Marker) -> Option<Edit> {
    let mut text = written(layers, marker.ordinal, model)?;
    let mut span = marker.span;
    let gives_back = marker.style == Style::HanMust && model.style != Style::HanMust;
    if gives_back {
        text.push('要');
    }
    if model.style == Style::HanMust && layers.folded[span.end..].starts_with('要') {
        span.end += '要'.len_utf8();
    }
    Edit::of_clean(layers, span, text)
}

/// A marker of this number after the model of another: 二、 after 一、. After 首先 come 其次 and then 第三，.
fn written(layers: &Layers, ordinal: u32, model: &Marker) -> Option<String> {
    let Some(numerals) = model.numerals else {
        return match ordinal {
            0 => None,
            1 => Some("首先，".to_owned()),
            2 => Some("其次，".to_owned()),
            _ => Some(format!(
                "第{}，",
                write_numeral(ordinal, crate::structure::Numerals::Han)?
            )),
        };
    };
    let clean = &*layers.clean;
    let before = Span::new(model.span.start, model.ordinal_span.start).slice(clean);
    let after = Span::new(model.ordinal_span.end, model.span.end).slice(clean);
    Some(format!(
        "{before}{}{after}",
        numeral_in_script(layers, ordinal, numerals)?
    ))
}
