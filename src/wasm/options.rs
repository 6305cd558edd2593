//! Options as JavaScript gives them: a plain object, `undefined` or `null`. An unknown key or a wrong value is named.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::configuration;
use super::errors::BorderError;
use super::numbers::{whole, wholes};
use crate::converge::Selection;
use crate::input::{Charset, InputOptions};
use crate::rules::Language;
use crate::text::{Format, Source, Span};
use crate::{Configuration, Options, Silenced};

const KEYS: [&str; 11] = [
    "configuration",
    "edits",
    "encoding",
    "firstFixId",
    "format",
    "lang",
    "name",
    "only",
    "silenced",
    "synthesised",
    "undecodable",
];

/// As the report names them, and plain text.
const FORMATS: [(&str, Format); 3] = [
    ("text", Format::Plain),
    ("word", Format::Word),
    ("html", Format::WebPage),
];

/// What a caller chose.
#[derive(Default)]
pub(super) struct Choice {
    /// What the text is called.
    pub name: String,
    /// The charset of a file's bytes, which is detected without it; of a text, that of the file that it came from.
    charset: Option<Charset>,
    /// For the core.
    pub options: Options,
    /// Fix ids begin here or later.
    pub first_fix_id: u32,
    /// Whether the fixes of a report carry their edits.
    pub with_edits: bool,
    /// The fixes that `fixAll` applies.
    pub selection: Selection,
    /// The kind of file that the text was in.
    pub format: Format,
    /// What is synthesised in the text: start, end, start, end, … in UTF-16 units.
    pub synthesised: Vec<u32>,
    /// Which U+FFFD of the text stand for bytes that the caller has still: start, end, start, end, … in UTF-16 units.
    undecodable: Vec<u32>,
}

impl Choice {
    pub fn read(given: &JsValue) -> Result<Self, BorderError> {
        let mut choice = Self::default();
        if given.is_undefined() || given.is_null() {
            return Ok(choice);
        }
        let object: &Object = given
            .dyn_ref()
            .ok_or(BorderError::Argument("options", "an object"))?;
        refuse_unknown(object)?;
        if let Some(name) = member(object, "name", "a string", JsValue::as_string)? {
            choice.name = name;
        }
        choice.charset = member(object, "encoding", &charsets(), charset)?;
        let language = member(object, "lang", &tags(), language)?.unwrap_or_default();
        let house = member(
            object,
            "configuration",
            "an object",
            configuration::plain_object,
        )?;
        choice.options = house
            .map_or_else(
                || Ok(Configuration::default()),
                |given| configuration::read(&given),
            )
            .and_then(|configuration| configuration.options(language))
            .map_err(|error| BorderError::Configuration(error.sentence(language)))?;
        let ids = "an array of ids of findings";
        if let Some(silenced) = member(object, "silenced", ids, silenced)? {
            choice.options.silenced.extend(silenced);
        }
        if let Some(id) = member(object, "firstFixId", "a whole number", whole)? {
            choice.first_fix_id = id;
        }
        if let Some(with_edits) = member(object, "edits", "true or false", JsValue::as_bool)? {
            choice.with_edits = with_edits;
        }
        if let Some(codes) = member(object, "only", "an array of codes", strings)? {
            choice.selection = Selection::Codes(codes);
        }
        if let Some(format) = member(object, "format", &formats(), format)? {
            choice.format = format;
        }
        if let Some(spans) = member(object, "synthesised", "an array of whole numbers", wholes)? {
            choice.synthesised = spans;
        }
        if let Some(spans) = member(object, "undecodable", "an array of whole numbers", wholes)? {
            choice.undecodable = spans;
        }
        Ok(choice)
    }

    /// The Source of a text that is checked.
    pub fn source(&self, text: String) -> Source {
        let mut source = Source::new(self.name.clone(), text);
        source.format = self.format;
        source.encoding = self.charset.map_or(source.encoding, Charset::name);
        source.provenance.synthesised = stretches(&source, &self.synthesised);
        for stretch in stretches(&source, &self.undecodable) {
            source.kept.keep(stretch, &[], true);
        }
        source
    }

    /// For the reading of a file's bytes.
    pub fn input_options(&self) -> InputOptions {
        InputOptions {
            charset: self.charset,
            reopen: false,
        }
    }
}

/// Pairs of offsets in UTF-16 units, as sorted spans in bytes.
fn stretches(source: &Source, units: &[u32]) -> Vec<Span> {
    let byte = |unit: u32| source.byte_offset(unit as usize);
    let pairs = units.chunks_exact(2);
    let mut spans: Vec<Span> = pairs
        .map(|pair| Span::new(byte(pair[0]), byte(pair[1])))
        .collect();
    spans.sort_by_cached_key(|&span| span);
    spans
}

/// A language given on its own.
pub(super) fn language_or_default(given: &JsValue) -> Result<Language, BorderError> {
    if given.is_undefined() || given.is_null() {
        return Ok(Language::default());
    }
    language(given).ok_or_else(|| BorderError::Option("lang", tags()))
}

fn refuse_unknown(object: &Object) -> Result<(), BorderError> {
    let keys = Object::keys(object);
    match keys
        .iter()
        .filter_map(|key| key.as_string())
        .find(|key| !KEYS.contains(&key.as_str()))
    {
        Some(unknown) => Err(BorderError::UnknownOption(unknown, KEYS.join(", "))),
        None => Ok(()),
    }
}

/// A member of the options; nothing where it is left out.
fn member<Value>(
    object: &Object,
    name: &'static str,
    expected: &str,
    read: impl Fn(&JsValue) -> Option<Value>,
) -> Result<Option<Value>, BorderError> {
    let wrong = || BorderError::Option(name, expected.to_owned());
    let value = Reflect::get(object, &name.into()).map_err(|_| wrong())?;
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    read(&value).map(Some).ok_or_else(wrong)
}

fn tags() -> String {
    format!("one of {}", Language::ALL.map(Language::tag).join(", "))
}

fn charsets() -> String {
    format!("one of {}", Charset::ALL.map(Charset::name).join(", "))
}

fn charset(value: &JsValue) -> Option<Charset> {
    Charset::named(&value.as_string()?)
}

fn language(value: &JsValue) -> Option<Language> {
    Language::from_tag(&value.as_string()?)
}

fn formats() -> String {
    format!("one of {}", FORMATS.map(|(name, _)| name).join(", "))
}

fn format(value: &JsValue) -> Option<Format> {
    let name = value.as_string()?;
    let mut known = FORMATS.into_iter();
    known
        .find(|(known, _)| *known == name)
        .map(|(_, format)| format)
}

fn silenced(value: &JsValue) -> Option<Vec<Silenced>> {
    let ids = strings(value)?;
    ids.iter().map(|id| Silenced::from_id(id)).collect()
}

fn strings(value: &JsValue) -> Option<Vec<String>> {
    let array: &Array = value.dyn_ref()?;
    array.iter().map(|member| member.as_string()).collect()
}
