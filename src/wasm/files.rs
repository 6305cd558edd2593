//! Files at the border: bytes in, text and report out, and the bytes to save. The bytes stay JavaScript's: they
//! are read in pieces, so that the core never holds a file a second time.

use std::io::{self, Read, Seek, SeekFrom};

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use super::errors::BorderError;
use super::json::plain;
use super::options::Choice;
use super::{object, report_on, string};
use crate::input::{self, Charset, InputOptions};
use crate::text::{Source, Span};

/// Reads the bytes of a file and checks the text that they hold.
///
/// # Errors
/// The bytes are not text in a charset that is read, or an argument has the wrong type.
#[wasm_bindgen(js_name = checkBytes, unchecked_return_type = "Checked")]
pub fn check_bytes(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] bytes: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] name: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CheckOptions")] options: &JsValue,
) -> Result<JsValue, js_sys::Error> {
    let choice = Choice::read(options)?;
    let mut bytes = JavaScriptBytes::new(bytes, "bytes")?;
    let name = name
        .as_string()
        .ok_or(BorderError::Argument("name", "a string"))?;
    let source =
        input::read_from(&name, &mut bytes, &choice.input_options()).map_err(BorderError::from)?;
    let text = JsValue::from_str(&source.text);
    let synthesised = plain(&in_units(
        &source,
        source.provenance.synthesised.iter().copied(),
    ))?;
    let undecodable = source.kept.places().filter(|kept| kept.is_undecodable);
    let undecodable = plain(&in_units(&source, undecodable.map(|kept| kept.span)))?;
    let report = report_on(source, &choice)?;
    let members = [
        ("text", text),
        ("report", report),
        ("synthesised", synthesised),
        ("undecodable", undecodable),
    ];
    object(&members).map_err(Into::into)
}

/// Stretches of a Source: start, end, start, end, … in UTF-16 units.
fn in_units(source: &Source, spans: impl Iterator<Item = Span>) -> Vec<usize> {
    let ends = spans.flat_map(|span| [span.start, span.end]);
    ends.map(|byte| source.utf16_offset(byte)).collect()
}

/// The text of a web page, or of what a program puts into the clipboard as one, with every number of its lists once.
///
/// # Errors
/// The page is not a string.
#[wasm_bindgen(js_name = htmlToText)]
pub fn html_to_text(
    #[wasm_bindgen(unchecked_param_type = "string")] html: &JsValue,
) -> Result<String, js_sys::Error> {
    let html = html
        .as_string()
        .ok_or(BorderError::Argument("html", "a string"))?;
    let text = input::html::read(&html).text;
    Ok(text.trim_end_matches('\n').to_owned())
}

/// The bytes of a text in a charset. With `original`, the bytes of the file that the text came from, what could
/// not be decoded there is written as it was.
///
/// # Errors
/// A character that the charset does not have is named with its place; or an argument has the wrong type.
#[wasm_bindgen(unchecked_return_type = "Uint8Array")]
pub fn encode(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] encoding: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "EncodeOptions")] options: &JsValue,
) -> Result<JsValue, js_sys::Error> {
    let text = string(text)?;
    let charset = charset_argument(encoding, "encoding")?;
    let (byte_order_mark, original) = encode_options(options)?;
    let encoded = match original {
        Some(mut original) => {
            let options = InputOptions {
                charset: Some(charset),
                reopen: false,
            };
            let mut source =
                input::read_from("", &mut original, &options).map_err(BorderError::from)?;
            source.encoding = charset.name();
            source.byte_order_mark = byte_order_mark.unwrap_or(source.byte_order_mark);
            input::encode_changed(&source, &text)
        }
        None => input::encode(&text, charset, byte_order_mark.unwrap_or_default()),
    };
    let bytes = encoded.map_err(BorderError::from)?;
    Ok(Uint8Array::from(bytes.as_slice()).into())
}

/// The text that a misread text should have been, by the data of its `wrong-charset` finding.
///
/// # Errors
/// The text cannot have come from such a misreading, or an argument has the wrong type.
#[wasm_bindgen]
pub fn reread(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(js_name = readAs, unchecked_param_type = "string")] read_as: &JsValue,
    #[wasm_bindgen(js_name = reopenAs, unchecked_param_type = "string")] reopen_as: &JsValue,
) -> Result<String, js_sys::Error> {
    let text = string(text)?;
    let reopen_as = charset_argument(reopen_as, "reopenAs")?;
    let read_as = read_as
        .as_string()
        .ok_or(BorderError::Argument("readAs", "a string"))?;
    Ok(input::reread(&text, &read_as, reopen_as).ok_or(BorderError::NotMisread)?)
}

fn charset_argument(value: &JsValue, name: &'static str) -> Result<Charset, BorderError> {
    let charset = value.as_string().and_then(|name| Charset::named(&name));
    charset.ok_or(BorderError::Argument(
        name,
        "the name of a charset that is read",
    ))
}

/// `byteOrderMark` and `original`.
fn encode_options(given: &JsValue) -> Result<(Option<bool>, Option<JavaScriptBytes>), BorderError> {
    if given.is_undefined() || given.is_null() {
        return Ok((None, None));
    }
    let object: &Object = given
        .dyn_ref()
        .ok_or(BorderError::Argument("options", "an object"))?;
    let member = |name: &str| Reflect::get(object, &name.into()).unwrap_or_default();
    let original = Some(member("original")).filter(|value| !value.is_undefined());
    let original = original.map(|value| JavaScriptBytes::new(&value, "original"));
    Ok((member("byteOrderMark").as_bool(), original.transpose()?))
}

/// An array of JavaScript, read in pieces.
struct JavaScriptBytes {
    array: Uint8Array,
    position: u32,
}

impl JavaScriptBytes {
    fn new(value: &JsValue, name: &'static str) -> Result<Self, BorderError> {
        let array: Option<&Uint8Array> = value.dyn_ref();
        Ok(Self {
            array: array
                .ok_or(BorderError::Argument(name, "a Uint8Array"))?
                .clone(),
            position: 0,
        })
    }
}

impl Read for JavaScriptBytes {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let rest = self.array.length().saturating_sub(self.position);
        let count = rest.min(u32::try_from(buffer.len()).unwrap_or(u32::MAX));
        let end = self.position + count;
        self.array
            .subarray(self.position, end)
            .copy_to(&mut buffer[..count as usize]);
        self.position = end;
        Ok(count as usize)
    }
}

impl Seek for JavaScriptBytes {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let length = i64::from(self.array.length());
        let wanted = match to {
            SeekFrom::Start(offset) => i64::try_from(offset).unwrap_or(i64::MAX),
            SeekFrom::End(offset) => length.saturating_add(offset),
            SeekFrom::Current(offset) => i64::from(self.position).saturating_add(offset),
        };
        self.position = u32::try_from(wanted.clamp(0, length)).unwrap_or(u32::MAX);
        Ok(u64::from(self.position))
    }
}
