//! In: values of JavaScript. Out: whole numbers, or nothing where they are none. Read one by one: serde's general reader
//! would bring half a dozen kilobytes of sentences about numbers that nobody sees.

use js_sys::Array;
use wasm_bindgen::prelude::*;

/// A whole number that is not negative.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what the cast changes is refused"
)]
pub(super) fn whole(value: &JsValue) -> Option<u32> {
    let number = value.as_f64()?;
    let whole = number as u32;
    f64::from(whole).total_cmp(&number).is_eq().then_some(whole)
}

/// An array of such numbers.
pub(super) fn wholes(value: &JsValue) -> Option<Vec<u32>> {
    let array: &Array = value.dyn_ref()?;
    array.iter().map(|member| whole(&member)).collect()
}
