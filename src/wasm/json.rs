//! In: an answer of the core. Out: the plain objects that JavaScript gets, by way of one JSON text: an engine builds a large
//! report from it many times faster than the core could, one call a member.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;
use wasm_bindgen::prelude::*;

use super::errors::BorderError;

/// An answer as plain objects.
pub(super) fn plain(value: &impl Serialize) -> Result<JsValue, BorderError> {
    let mut json = Vec::new();
    value
        .serialize(&mut Serializer::with_formatter(&mut json, Tenths))
        .map_err(|error| BorderError::Answer(error.to_string()))?;
    let json = String::from_utf8(json).unwrap_or_default();
    js_sys::JSON::parse(&json).map_err(|_| BorderError::Answer("no JSON was written".to_owned()))
}

/// Writes fractions without `serde_json`'s tables of powers of ten, which are 20 KB.
struct Tenths;

/// Beyond, doubles cannot tell all tenths apart.
const LARGEST: f64 = 1e15;

impl Formatter for Tenths {
    /// Speaking time is rounded to tenths; what is not is left to the platform.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number between 0 and LARGEST"
    )]
    fn write_f64<Out: ?Sized + Write>(&mut self, out: &mut Out, value: f64) -> io::Result<()> {
        let tenths = (value * 10.0).round();
        if (0.0..LARGEST).contains(&tenths) && (tenths / 10.0).total_cmp(&value).is_eq() {
            let tenths = tenths as u64;
            return write!(out, "{}.{}", tenths / 10, tenths % 10);
        }
        let written = js_sys::Number::from(value).to_string_with_radix(10);
        let written = written.ok().and_then(|text| text.as_string());
        out.write_all(written.as_deref().unwrap_or("null").as_bytes())
    }
}
