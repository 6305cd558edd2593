//! A finding that a reader has silenced: known again by a hash, never by its words, so that a shared
//! configuration leaks nothing of the text.

use serde::{Deserialize, Serialize};

/// The mark of a silenced finding.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Silenced {
    /// The rule's code.
    pub code: String,
    /// Hash of the marked text with twelve characters of Clean on each side, as sixteen hexadecimal
    /// digits; for a finding about the whole document the hash of its form.
    pub hash: String,
    /// Which one of those with the same hash, counted from 0.
    #[serde(default)]
    pub nth: u32,
}

impl Silenced {
    /// The mark of the finding that has this id in reports, which is its code, hash and number.
    ///
    /// ```
    /// use speech_structure::Silenced;
    /// let mark = Silenced::from_id("numbering-gap-0123456789abcdef-0");
    /// assert_eq!(mark.map(|mark| mark.code).as_deref(), Some("numbering-gap"));
    /// assert_eq!(Silenced::from_id("numbering-gap"), None);
    /// ```
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        let (rest, nth) = id.rsplit_once('-')?;
        let (code, hash) = rest.rsplit_once('-')?;
        let is_hash = hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hash.then_some(Self {
            code: code.to_owned(),
            hash: hash.to_owned(),
            nth: nth.parse().ok()?,
        })
    }
}
