//! What is generated from the register and the report's types must not be stale: docs/rules.md, the tables
//! of the READMEs, the output that they show, and docs/report.schema.json, against which real reports are
//! checked. `UPDATE_EXPECTED=1 cargo test --test generated` writes all of it anew.
#![cfg(feature = "cli")]

mod support;

use std::path::{Path, PathBuf};
use std::process::Command;

use speech_structure::report::{
    self, ErrorRecord, rules_markdown, rules_table, schema::configuration_schema, schema::schema,
};
use speech_structure::rules::Language;
use speech_structure::text::Source;
use speech_structure::{Options, check};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_rule_books_are_current() {
    for (name, language) in [
        ("rules.md", Language::ZhHans),
        ("rules.en.md", Language::En),
    ] {
        support::assert_committed(&root().join("docs").join(name), &rules_markdown(language));
    }
}

#[test]
fn the_readmes_are_current() {
    for (name, language) in [
        ("README.zh-CN.md", Language::ZhHans),
        ("README.md", Language::En),
    ] {
        let path = root().join(name);
        let readme = std::fs::read_to_string(&path).expect("the README is there");
        let output = format!("```text\n{}\n```\n", sample_output(language).trim_end());
        let current = replaced(&readme, "output", &output);
        let current = replaced(&current, "rules", &rules_table(language));
        support::assert_committed(&path, &current);
    }
}

/// What the command line says of a document of the fixtures.
fn sample_output(language: Language) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_speech-structure"));
    command.current_dir(root().join("tests/fixtures"));
    command.args(["check", "--lang", language.tag(), "numbering.txt"]);
    let output = command.output().expect("the command line runs");
    String::from_utf8(output.stdout).expect("it writes UTF-8")
}

/// A text with the lines between `<!-- NAME:begin -->` and `<!-- NAME:end -->` replaced.
fn replaced(text: &str, name: &str, with: &str) -> String {
    let (begin, end) = (
        format!("<!-- {name}:begin -->\n"),
        format!("<!-- {name}:end -->"),
    );
    let (before, rest) = text.split_once(&begin).expect("the first marker is there");
    let (_, after) = rest.split_once(&end).expect("the second marker is there");
    format!("{before}{begin}{with}{end}{after}")
}

#[test]
fn the_schema_is_current_and_reports_keep_to_it() {
    let schema = schema();
    let written = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
    support::assert_committed(&root().join("docs/report.schema.json"), &written);
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let mut reports: Vec<_> = fixtures().iter().map(|path| report_of(path)).collect();
    reports.push(serde_json::to_value(ErrorRecord::new("a", "b", "c")).expect("it is JSON"));
    for report in &reports {
        let faults: Vec<_> = validator
            .iter_errors(report)
            .map(|fault| fault.to_string())
            .collect();
        assert!(faults.is_empty(), "{faults:?}");
    }
    let mut wrong = reports.swap_remove(0);
    wrong["segments"][0]["kind"] = "advert".into();
    assert!(!validator.is_valid(&wrong), "lists of names are closed");
}

#[test]
fn the_schema_of_settings_is_current() {
    let schema = configuration_schema();
    let written = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
    support::assert_committed(&root().join("docs/configuration.schema.json"), &written);
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let good = serde_json::json!({"rules": {"numbering-gap": "off"}, "speakingRate": 180.0});
    assert!(validator.is_valid(&good));
    assert!(!validator.is_valid(&serde_json::json!({"rulez": {}})));
}

fn fixtures() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join("tests/fixtures")).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("it can be listed").path());
    paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect()
}

fn report_of(path: &Path) -> serde_json::Value {
    let text = std::fs::read_to_string(path).expect("a fixture is UTF-8");
    let source = Source::new(path.display().to_string(), text);
    let report = report::build(&check(&source, &Options::default()));
    serde_json::to_value(report).expect("a report is JSON")
}
