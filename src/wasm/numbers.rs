//! In: values of JavaScript. Out: whole numbers that are not negative, or nothing where they are none.

use wasm_bindgen::prelude::*;

/// A whole number.
pub(super) fn whole(value: &JsValue) -> Option<u32> {
    serde_wasm_bindgen::from_value(value.clone()).ok()
}

/// An array of such numbers.
pub(super) fn wholes(value: &JsValue) -> Option<Vec<u32>> {
    serde_wasm_bindgen::from_value(value.clone()).ok()
}
