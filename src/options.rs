//! What a caller chose, for every stage that asks. Plain data: the settings that a person writes become these in
//! [`Configuration`](crate::Configuration).

use std::collections::BTreeMap;

use crate::severity::Severity;
use crate::silenced::Silenced;
use crate::structure::marker::Levels;
use crate::words::Language;

/// What a caller may choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// The language of messages.
    pub language: Language,
    /// Characters spoken in a minute.
    pub speaking_rate: f64,
    /// Characters from which a paragraph counts as overlong.
    pub overlong_paragraph: usize,
    /// Which marker styles stand above which.
    pub levels: Levels,
    /// Severities that differ from the rules' own, by code; `None` turns a rule off.
    pub severities: BTreeMap<&'static str, Option<Severity>>,
    /// Findings that a reader has silenced.
    pub silenced: Vec<Silenced>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            language: Language::default(),
            speaking_rate: 220.0,
            overlong_paragraph: 600,
            levels: Levels::default(),
            severities: BTreeMap::new(),
            silenced: Vec::new(),
        }
    }
}
