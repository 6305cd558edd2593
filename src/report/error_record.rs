//! In: why a text could not be read. Out: the record that stands in its report's place, so that the n-th
//! answer of a batch still belongs to the n-th question.

use serde::Serialize;

use super::VERSION;

/// Stands where the report of a text would stand that could not be read.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ErrorRecord {
    /// The version of the report's shape.
    pub version: u32,
    /// What could not be read.
    pub source: ErrorSource,
    /// Why.
    pub error: ErrorFacts,
}

/// Names a text that could not be read.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct ErrorSource {
    /// The file's name, or the input's with the number of the line.
    pub name: String,
}

/// Says why a text could not be read.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct ErrorFacts {
    /// A short name for programs; it does not change.
    pub code: &'static str,
    /// A sentence in the reader's language.
    pub message: String,
}

impl ErrorRecord {
    /// The record of a text that could not be read.
    #[must_use]
    pub fn new(name: impl Into<String>, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            version: VERSION,
            source: ErrorSource { name: name.into() },
            error: ErrorFacts {
                code,
                message: message.into(),
            },
        }
    }
}
