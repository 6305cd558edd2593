//! In: a report. Out: the report as Markdown, to be read or pasted into a mail: facts, the outline of
//! every speech, and the findings.

use std::fmt::Write;

use super::outline_markdown::{escaped, outline_markdown};
use super::rule_book::{severity_named, severity_words};
use super::{Diagnostic, ErrorRecord, Report};
use crate::rules::{Language, Words};

/// The report as Markdown.
#[must_use]
pub fn markdown(report: &Report, language: Language) -> String {
    let word = |words: &Words, data: &[_]| words.render(language, data);
    let minutes: f64 = report.speeches.iter().map(|speech| speech.minutes).sum();
    let facts = [
        ("speeches", report.speeches.len().into()),
        ("characters", report.source.characters.into()),
        ("minutes", format!("{minutes:.1}").as_str().into()),
    ];
    let mut text = format!(
        "# {}\n\n{}\n",
        escaped(&report.source.name),
        word(&FACTS, &facts)
    );
    if !report.speeches.is_empty() {
        let _ = write!(text, "\n{}", outline_markdown(report));
    }
    let _ = write!(text, "\n## {}\n\n", word(&FINDINGS, &[]));
    if report.diagnostics.is_empty() {
        let _ = writeln!(text, "{}", word(&NONE, &[]));
    }
    for diagnostic in &report.diagnostics {
        let _ = writeln!(text, "- {}", item(diagnostic, language));
    }
    text
}

/// What stands in place of the report of a text that could not be read.
#[must_use]
pub fn error_markdown(record: &ErrorRecord) -> String {
    format!(
        "# {}\n\n{}\n",
        escaped(&record.source.name),
        escaped(&record.error.message)
    )
}

fn item(diagnostic: &Diagnostic, language: Language) -> String {
    let severity = severity_words(severity_named(diagnostic.severity)).in_language(language);
    let line = PLACE.render(language, &[("line", diagnostic.span.line.into())]);
    let places = match diagnostic.occurrences.len() / 2 {
        0 | 1 => String::new(),
        count => TIMES.render(language, &[("count", count.into())]),
    };
    let message = escaped(&diagnostic.message);
    format!(
        "**{severity}** {line} `{}` {message}{places}",
        diagnostic.code
    )
}

static FACTS: Words = Words {
    zh_hans: "{speeches} 篇，{characters} 字，约 {minutes} 分钟",
    zh_hant: "{speeches} 篇，{characters} 字，約 {minutes} 分鐘",
    en: "Speeches: {speeches}; characters: {characters}; minutes: {minutes}",
};
static FINDINGS: Words = Words {
    zh_hans: "查出的问题",
    zh_hant: "查出的問題",
    en: "Findings",
};
static NONE: Words = Words {
    zh_hans: "没有。",
    zh_hant: "沒有。",
    en: "None.",
};
static PLACE: Words = Words {
    zh_hans: "第 {line} 行",
    zh_hant: "第 {line} 行",
    en: "line {line}",
};
static TIMES: Words = Words {
    zh_hans: "（共 {count} 处）",
    zh_hant: "（共 {count} 處）",
    en: " ({count} places)",
};
