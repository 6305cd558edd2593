//! In: a [`Reading`]. Out: findings. One file a rule; this one keeps the register. Rules read the
//! Document and change nothing.
//!
//! A new rule is a new file with a `pub static RULE: Rule` and a line in [`RULES`]; the tests of `tests.rs`
//! fail where its words, its example or its near misses are missing or not true.

mod compilation_count_mismatch;
mod context;
mod count_mismatch;
mod duplicate_title;
mod empty_section;
mod finding;
mod identity;
mod level_inversion;
mod level_skip;
mod lists;
mod lone_item;
mod marker_malformed;
mod marks;
mod merged_items;
mod missing_closing;
mod missing_salutation;
mod numbering_gap;
mod numbering_order;
mod numbering_repeat;
mod outline_view;
mod renumbering;
mod run_in_heading;
mod style_mix;
mod truncated_ending;
mod untitled_speech;

// Residue, and the marks and paragraphs of a text.
mod broken_line;
mod clauses;
mod duplicate_paragraph;
mod duplicate_speech;
mod flattened_text;
mod halfwidth_punctuation;
mod hollowed_quote;
mod inline_ad;
mod markdown_residue;
mod masks;
mod mixed_script;
mod mojibake;
mod overlong_paragraph;
mod page_chrome;
mod page_number;
mod pairs;
mod pinyin_annotation;
mod placeholder;
mod stray_punctuation;
mod synthesised;
mod unbalanced_pair;
mod undecodable_bytes;
mod wrong_charset;

#[cfg(test)]
mod tests;
#[cfg(test)]
use tests::{fixed, marked, marked_in_paragraph};

pub use clauses::Clauses;
pub use context::Context;
pub use finding::{Finding, Related};
pub use identity::Identity;
pub use marks::{Mark, Marks};

pub use crate::severity::Severity;
pub use crate::words::{Datum, Language, Words};

use std::collections::HashSet;

use crate::fix::Edit;
use crate::options::Options;
use crate::reading::Reading;
use crate::text::Span;

/// A rule: its code, what is said of it, and its check.
#[derive(Debug)]
pub struct Rule {
    /// The public code; it never changes.
    pub code: &'static str,
    /// The severity of its findings, where a finding does not set another.
    pub severity: Severity,
    /// Its name, a few words.
    pub name: Words,
    /// What it finds.
    pub finds: Words,
    /// Why it matters, with the source of the rule.
    pub why: Words,
    /// What its fix does; `None` where there is none.
    pub fix: Option<Words>,
    /// A text in which it finds something: whole lines, `\n` between.
    pub example: &'static str,
    /// Texts in which it must find nothing.
    pub near_misses: &'static [&'static str],
    /// Looks through a reading.
    pub check: fn(&Context, &mut Vec<Finding>),
}

impl Rule {
    /// Texts in which a rule must find nothing, for tests and the book of rules; the core for the browser is handed out without.
    const fn near_misses(texts: &'static [&'static str]) -> &'static [&'static str] {
        if cfg!(target_family = "wasm") {
            &[]
        } else {
            texts
        }
    }

    /// A finding of this rule at a place in Source, with a message; the rest is empty.
    #[must_use]
    pub fn finding(&self, span: Span, words: &'static Words) -> Finding {
        Finding {
            code: self.code,
            identity: Identity::default(),
            severity: self.severity,
            speech: None,
            span,
            occurrences: Vec::new(),
            words,
            data: Vec::new(),
            related: Vec::new(),
            fixes: Vec::new(),
        }
    }

    /// One finding for many places of Source, at the first of them; `None` where there is none. Its
    /// message may name their number as `{count}`.
    #[must_use]
    pub fn finding_of_many(&self, places: Vec<Span>, words: &'static Words) -> Option<Finding> {
        let mut finding = self.finding(*places.first()?, words);
        finding.data = vec![("count", places.len().into())];
        finding.occurrences = places;
        Some(finding)
    }
}

/// The register: every rule, in the order of the documentation.
pub static RULES: &[&Rule] = &[
    &numbering_gap::RULE,
    &numbering_repeat::RULE,
    &numbering_order::RULE,
    &style_mix::RULE,
    &level_skip::RULE,
    &level_inversion::RULE,
    &lone_item::RULE,
    &marker_malformed::RULE,
    &run_in_heading::RULE,
    &merged_items::RULE,
    &empty_section::RULE,
    &count_mismatch::RULE,
    &compilation_count_mismatch::RULE,
    &missing_salutation::RULE,
    &missing_closing::RULE,
    &truncated_ending::RULE,
    &untitled_speech::RULE,
    &duplicate_title::RULE,
    // Parts of a speech.
    &duplicate_speech::RULE,
    &duplicate_paragraph::RULE,
    &overlong_paragraph::RULE,
    // Residue.
    &page_chrome::RULE,
    &inline_ad::RULE,
    &page_number::RULE,
    &broken_line::RULE,
    &flattened_text::RULE,
    &markdown_residue::RULE,
    &pinyin_annotation::RULE,
    &mojibake::RULE,
    &wrong_charset::RULE,
    &undecodable_bytes::RULE,
    &placeholder::RULE,
    &hollowed_quote::RULE,
    &stray_punctuation::RULE,
    &unbalanced_pair::RULE,
    &mixed_script::RULE,
    &halfwidth_punctuation::RULE,
];

/// Checks a reading against every rule that is not turned off; the findings come sorted by place, and
/// apart from them those that the reader has silenced.
#[must_use]
pub fn check(reading: &Reading, options: &Options) -> (Vec<Finding>, Vec<Finding>) {
    let lines = &reading.document.lines;
    let marks = Marks::read(&reading.layers.clean, lines);
    let clauses = Clauses::read(&reading.layers.folded, lines, &marks);
    let context = Context {
        reading,
        options,
        marks: &marks,
        clauses: &clauses,
    };
    let mut findings = Vec::new();
    for rule in RULES {
        match options.severities.get(rule.code) {
            Some(None) => {}
            Some(Some(severity)) => {
                let first = findings.len();
                (rule.check)(&context, &mut findings);
                findings[first..]
                    .iter_mut()
                    .for_each(|finding| finding.severity = *severity);
            }
            None => (rule.check)(&context, &mut findings),
        }
    }
    let misread = wrong_charset::RULE.code;
    if findings.iter().any(|finding| finding.code == misread) {
        // Of a text that cannot be read nothing else is worth saying.
        findings.retain(|finding| finding.code == misread);
    }
    leave_residue_alone(reading, &mut findings);
    synthesised::spare(reading.layers.source, &mut findings);
    findings.sort_by_key(|finding| (finding.span, finding.code));
    identity::identify(&context, &mut findings);
    if options.silenced.is_empty() {
        return (findings, Vec::new());
    }
    let silenced: HashSet<(&str, &str, u32)> = options
        .silenced
        .iter()
        .map(|s| (s.code.as_str(), s.hash.as_str(), s.nth))
        .collect();
    findings.into_iter().partition(|finding| {
        let identity = finding.identity;
        !silenced.contains(&(finding.code, identity.to_string().as_str(), identity.nth))
    })
}

/// Takes away fixes with an edit that overlaps residue without being just its removal: what such a fix
/// means is clear only once the residue is gone.
fn leave_residue_alone(reading: &Reading, findings: &mut [Finding]) {
    let residue: Vec<Span> = reading
        .residue
        .replacements()
        .into_iter()
        .map(|replacement| replacement.source)
        .collect();
    if residue.is_empty() {
        return;
    }
    let is_clear = |edit: &Edit| {
        let after = residue.partition_point(|span| span.end <= edit.span.start);
        residue
            .get(after)
            .is_none_or(|span| !span.overlaps(edit.span) || *span == edit.span)
    };
    for finding in findings {
        finding.fixes.retain(|fix| fix.edits.iter().all(is_clear));
    }
}
