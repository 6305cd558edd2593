//! In: bytes of GB 18030. Out: their text, by the WHATWG standard.
//!
//! Every browser and Node have the table of this charset; in the core it would be a fifth of what a page loads. So
//! there the platform is asked, by the one function that this file has in two forms. It is asked for whole tables
//! only, once, so that a file is never read by more than one standard.

/// The text of whole characters; U+FFFD stands where the standard has none.
#[cfg(not(target_family = "wasm"))]
pub fn decode(bytes: &[u8]) -> String {
    let (text, _) = encoding_rs::GB18030.decode_without_bom_handling(bytes);
    text.into_owned()
}

/// The text of whole characters; U+FFFD stands where the standard has none. Empty on a platform without the charset,
/// where GBK is read as undecodable bytes then.
#[cfg(target_family = "wasm")]
pub fn decode(bytes: &[u8]) -> String {
    let decoder = web_sys::TextDecoder::new_with_label("gb18030");
    let text = decoder.and_then(|decoder| decoder.decode_with_u8_array(bytes));
    text.unwrap_or_default()
}
