//! What can be wrong with a call from JavaScript. Each becomes an `Error` with a `code`, which does not change.

use wasm_bindgen::prelude::*;

use crate::input::{EncodeError, InputError};

#[derive(Debug, thiserror::Error)]
pub(super) enum BorderError {
    #[error("{0} must be {1}")]
    Argument(&'static str, &'static str),
    #[error("the option {0} is unknown; known are {1}")]
    UnknownOption(String, String),
    #[error("the option {0} must be {1}")]
    Option(&'static str, String),
    /// A sentence for the person who wrote the settings, in the language of the options.
    #[error("{0}")]
    Configuration(String),
    #[error("the text is not the newest checked one; check it again")]
    StaleText,
    #[error("no fix of the newest checked text has the id {0}; check the text again")]
    UnknownFix(u32),
    #[error("two of these fixes change the same place; fetch them one at a time")]
    ConflictingFixes,
    #[error(transparent)]
    Input(#[from] InputError),
    #[error(transparent)]
    Encode(#[from] EncodeError),
    #[error("the text cannot have come from such a misreading")]
    NotMisread,
    #[error("the answer cannot be made: {0}")]
    Answer(String),
}

impl BorderError {
    fn code(&self) -> &'static str {
        match self {
            Self::Argument(..) => "invalid-argument",
            Self::UnknownOption(..) | Self::Option(..) => "invalid-options",
            Self::Configuration(_) => "invalid-configuration",
            Self::StaleText => "stale-text",
            Self::UnknownFix(_) => "unknown-fix",
            Self::ConflictingFixes => "conflicting-fixes",
            Self::Input(error) => error.code(),
            Self::Encode(error) => error.code(),
            Self::NotMisread => "not-misread",
            Self::Answer(_) => "core-failed",
        }
    }
}

impl From<BorderError> for js_sys::Error {
    fn from(error: BorderError) -> Self {
        let thrown = js_sys::Error::new(&error.to_string());
        // A fresh Error takes any property.
        let set = |name: &str, value: JsValue| {
            let _ = js_sys::Reflect::set(&thrown, &name.into(), &value);
        };
        set("code", JsValue::from_str(error.code()));
        if let BorderError::Encode(error) = &error {
            set("character", JsValue::from_str(&error.character.to_string()));
            set("offset", error.offset.into());
            set("line", error.line.into());
        }
        thrown
    }
}
