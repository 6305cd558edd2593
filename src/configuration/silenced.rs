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
