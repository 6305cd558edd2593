//! In: reports with their Sources, and error records. Out: one log in SARIF 2.1.0, which code review
//! systems and editors read.

use std::path::MAIN_SEPARATOR;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use super::{Diagnostic, Edit, ErrorRecord, Fix, Report, Span, rule_descriptions};
use crate::rules::{Language, RULES};
use crate::text::Source;

/// What a path in a URI may not hold as it is.
const UNSAFE_IN_PATHS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'\\')
    .add(b':')
    .add(b'[')
    .add(b']')
    .add(b'^')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Gathers a log, one text after another.
#[derive(Clone, Debug, Default)]
pub struct Log {
    results: Vec<Value>,
    unreadable: Vec<Value>,
}

impl Log {
    /// Adds the findings of a report.
    pub fn add(&mut self, report: &Report, source: &Source) {
        let uri = uri(&report.source.name);
        let file = File { uri: &uri, source };
        self.results.extend(
            report
                .diagnostics
                .iter()
                .map(|diagnostic| file.result(diagnostic)),
        );
    }

    /// Adds a text that could not be read.
    pub fn add_error(&mut self, record: &ErrorRecord) {
        self.unreadable.push(json!({
            "level": "error",
            "descriptor": {"id": record.error.code},
            "message": {"text": record.error.message},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(&record.source.name)}}}],
        }));
    }

    /// The whole log.
    #[must_use]
    pub fn finish(self, language: Language) -> Value {
        json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": {"driver": {
                    "name": env!("CARGO_PKG_NAME"),
                    "version": env!("CARGO_PKG_VERSION"),
                    "rules": rules(language),
                }},
                "language": region_of(language),
                "columnKind": "utf16CodeUnits",
                "invocations": [{
                    "executionSuccessful": self.unreadable.is_empty(),
                    "toolExecutionNotifications": self.unreadable,
                }],
                "results": self.results,
            }],
        })
    }
}

/// The language as SARIF writes it: by region, not by script.
fn region_of(language: Language) -> &'static str {
    match language {
        Language::ZhHans => "zh-CN",
        Language::ZhHant => "zh-TW",
        Language::En => "en",
    }
}

fn rules(language: Language) -> Vec<Value> {
    let described = rule_descriptions(language).into_iter();
    let rules = described.map(|rule| {
        json!({
            "id": rule.code,
            "shortDescription": {"text": rule.name},
            "fullDescription": {"text": rule.finds},
            "help": {"text": rule.why},
            "defaultConfiguration": {"level": level(rule.severity)},
        })
    });
    rules.collect()
}

/// The file that results point into.
struct File<'s> {
    uri: &'s str,
    source: &'s Source,
}

impl File<'_> {
    fn result(&self, diagnostic: &Diagnostic) -> Value {
        let mut result = json!({
            "ruleId": diagnostic.code,
            "level": level(diagnostic.severity),
            "message": {"text": diagnostic.message},
            "locations": [self.location(diagnostic.span)],
            "partialFingerprints": {"place/v1": diagnostic.id},
        });
        if let Some(index) = RULES.iter().position(|rule| rule.code == diagnostic.code) {
            result["ruleIndex"] = json!(index);
        }
        if !diagnostic.related.is_empty() {
            let related = diagnostic.related.iter().map(|related| {
                let mut location = self.location(related.span);
                location["message"] = json!({"text": related.message});
                location
            });
            result["relatedLocations"] = related.collect();
        }
        // What has no edits is advice; SARIF knows only changes.
        let fixes = diagnostic.fixes.iter().filter(|fix| fix.edit_count > 0);
        let fixes: Vec<Value> = fixes.map(|fix| self.fix(fix)).collect();
        if !fixes.is_empty() {
            result["fixes"] = fixes.into();
        }
        result
    }

    fn location(&self, span: Span) -> Value {
        json!({"physicalLocation": {
            "artifactLocation": {"uri": self.uri},
            "region": self.region(span.start, span.end),
        }})
    }

    fn region(&self, start: usize, end: usize) -> Value {
        let place = |utf16| self.source.position(self.source.byte_offset(utf16));
        let (first, last) = (place(start), place(end));
        json!({
            "startLine": first.line,
            "startColumn": first.column,
            "endLine": last.line,
            "endColumn": last.column,
        })
    }

    fn fix(&self, fix: &Fix) -> Value {
        let replacement = |edit: &Edit| {
            json!({
                "deletedRegion": self.region(edit.start, edit.end),
                "insertedContent": {"text": edit.text},
            })
        };
        json!({
            "description": {"text": fix.title},
            "artifactChanges": [{
                "artifactLocation": {"uri": self.uri},
                "replacements": fix.edits.iter().map(replacement).collect::<Vec<_>>(),
            }],
        })
    }
}

fn level(severity: &str) -> &'static str {
    match severity {
        "error" => "error",
        "warning" => "warning",
        _ => "note",
    }
}

/// A file's name as a URI reference.
fn uri(name: &str) -> String {
    utf8_percent_encode(&name.replace(MAIN_SEPARATOR, "/"), UNSAFE_IN_PATHS).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_a_uri() {
        assert_eq!(uri("稿 1.txt"), "%E7%A8%BF%201.txt");
        assert_eq!(uri("甲/a#b.txt"), "%E7%94%B2/a%23b.txt");
    }
}
