//! In: the types of the report. Out: its JSON Schema, docs/report.schema.json, in which the lists of
//! names are closed: marker styles, part kinds and the like.

use schemars::generate::SchemaSettings;
use schemars::transform::RestrictFormats;
use schemars::{JsonSchema, Schema};
use serde::Serialize;
use serde_json::Value;

use super::{ErrorRecord, Report};
use crate::Configuration;
use crate::structure::{PartKind, marker::Style};

pub(super) const SCRIPTS: [&str; 3] = ["simplified", "traditional", "mixed"];
pub(super) const SEGMENTS: [&str; 3] = ["chrome", "leadIn", "speech"];
pub(super) const FORMATS: [&str; 2] = ["word", "html"];
pub(super) const CERTAINTIES: [&str; 4] = ["stated", "certain", "likely", "unsure"];
pub(super) const SEVERITIES: [&str; 3] = ["error", "warning", "info"];
pub(super) const SAFETIES: [&str; 2] = ["safe", "review"];

pub(super) fn part_kinds() -> [&'static str; PartKind::ALL.len()] {
    PartKind::ALL.map(PartKind::name)
}

pub(super) fn marker_styles() -> [&'static str; Style::ALL.len()] {
    Style::ALL.map(Style::name)
}

/// One answer of a batch.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[allow(
    dead_code,
    clippy::large_enum_variant,
    reason = "only its schema is used"
)]
enum Answer {
    /// The report of a text.
    Report(Report),
    /// Why there is none.
    Error(ErrorRecord),
}

/// The JSON Schema of one line of `check --format ndjson`, which is one member of `--format json`.
#[must_use]
pub fn schema() -> Value {
    let settings = SchemaSettings::draft2020_12()
        .for_serialize()
        .with_transform(RestrictFormats::default())
        .with_transform(absent_instead_of_null);
    let mut schema = settings.into_generator().into_root_schema_for::<Answer>();
    schema.insert("title".to_owned(), "The report on a speech draft".into());
    schema.to_value()
}

/// The JSON Schema of a house's settings, `speech-structure.toml` or the page's JSON.
#[must_use]
pub fn configuration_schema() -> Value {
    let settings = SchemaSettings::draft2020_12()
        .with_transform(RestrictFormats::default())
        .with_transform(absent_instead_of_null);
    let mut schema = settings
        .into_generator()
        .into_root_schema_for::<Configuration>();
    schema.insert("title".to_owned(), "The settings of a house".into());
    schema.to_value()
}

/// What may be absent is left out and never null.
fn absent_instead_of_null(schema: &mut Schema) {
    schemars::transform::transform_subschemas(&mut absent_instead_of_null, schema);
    let required = schema.get("required").cloned().unwrap_or_default();
    let Some(Value::Object(properties)) = schema.get_mut("properties") else {
        return;
    };
    for (name, property) in properties {
        let is_required = required
            .as_array()
            .is_some_and(|names| names.contains(&name.as_str().into()));
        if !is_required {
            without_null(property);
        }
    }
}

fn without_null(property: &mut Value) {
    if let Some(Value::Array(types)) = property.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            property["type"] = only.clone();
        }
    }
    if let Some(Value::Array(choices)) = property.get_mut("anyOf") {
        choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
    }
}
