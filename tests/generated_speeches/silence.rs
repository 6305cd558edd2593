//! Clean text: how much of it there is, and what the rules wrongly find in it.

use speech_structure::rules::Severity;
use speech_structure::text::Source;
use speech_structure::{Options, check};

/// Documents of our own that an editor would leave as they are.
pub const DOCUMENTS: [(&str, &str); 5] = [
    ("host-script", include_str!("clean/host-script.txt")),
    ("taiwan-address", include_str!("clean/taiwan-address.txt")),
    (
        "report-with-tables",
        include_str!("clean/report-with-tables.txt"),
    ),
    (
        "formulae-and-english",
        include_str!("clean/formulae-and-english.txt"),
    ),
    ("long-quotation", include_str!("clean/long-quotation.txt")),
];

#[derive(Default)]
pub struct Silence {
    bytes: usize,
    pub characters: usize,
    pub errors: usize,
    pub warnings: usize,
    infos: usize,
}

impl Silence {
    /// Checks a clean text; gives what was found, errors and warnings only.
    pub fn add(&mut self, text: &str) -> Vec<(&'static str, String)> {
        let source = Source::new("", text);
        let checked = check(&source, &Options::default());
        self.bytes += text.len();
        self.characters += text
            .chars()
            .filter(|character| !character.is_whitespace())
            .count();
        let mut found = Vec::new();
        for finding in &checked.findings {
            match finding.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Info => {
                    self.infos += 1;
                    continue;
                }
            }
            let line = text[..finding.span.start]
                .rfind('\n')
                .map_or(0, |at| at + 1);
            found.push((
                finding.code,
                text[line..].lines().next().unwrap_or_default().to_owned(),
            ));
        }
        found
    }

    pub fn print(&self, name: &str) {
        println!(
            "{name:<22}{:>9} KB{:>10} characters{:>7} errors{:>7} warnings{:>7} infos, {:.2} warnings in 10 000 characters",
            self.bytes / 1000,
            self.characters,
            self.errors,
            self.warnings,
            self.infos,
            self.rate(),
        );
    }

    /// Warnings in 10 000 characters.
    #[allow(clippy::cast_precision_loss, reason = "the numbers are small")]
    pub fn rate(&self) -> f64 {
        self.warnings as f64 * 10_000.0 / self.characters as f64
    }

    pub fn kilobytes(&self) -> usize {
        self.bytes / 1000
    }
}
