//! In: a [`Reading`]. Out: findings. One file a rule; this one keeps the register. Rules read the
//! Document and change nothing.
//!
//! A new rule is a new file with a `pub static RULE: Rule` and a line in [`RULES`]; the tests below fail
//! where its words, its example or its near misses are missing or not true.

mod compilation_count_mismatch;
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
mod unbalanced_pair;
mod undecodable_bytes;
mod wrong_charset;

pub use finding::{Datum, Finding, Language, Related, Severity, Words};
pub use identity::Identity;
pub use marks::{Mark, Marks};

use crate::structure::Speech;
use std::collections::HashSet;

use crate::fix::Edit;
use crate::structure::SegmentKind;
use crate::text::Span;
use crate::{Options, Reading};

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

/// What a rule may look at.
#[derive(Clone, Copy, Debug)]
pub struct Context<'r, 's> {
    /// What was read.
    pub reading: &'r Reading<'s>,
    /// What the caller chose.
    pub options: &'r Options,
    /// The marks of Clean, line by line.
    pub marks: &'r Marks,
}

impl Context<'_, '_> {
    /// The stretch of Source that a span of Clean was read from.
    #[must_use]
    pub fn to_source(&self, clean: Span) -> Span {
        self.reading.layers.to_source(clean)
    }

    /// Whether a span of Clean touches what was garbled in Source: its fix is for the reader to accept
    /// before anything is said of the words in it.
    #[must_use]
    pub fn is_repaired(&self, clean: Span) -> bool {
        let source = self.to_source(clean);
        let garble = &self.reading.residue.garble;
        let after = garble.partition_point(|place| place.span.end <= source.start);
        garble
            .get(after)
            .is_some_and(|place| place.span.overlaps(source))
    }

    /// Folded, which recognisers read.
    #[must_use]
    pub fn folded(&self) -> &str {
        &self.reading.layers.folded
    }

    /// A line of the Document; empty where there is none.
    #[must_use]
    pub fn line(&self, index: usize) -> Span {
        self.reading
            .document
            .lines
            .get(index)
            .copied()
            .unwrap_or_default()
    }

    /// The words of a line, folded.
    #[must_use]
    pub fn line_text(&self, index: usize) -> &str {
        self.line(index).slice(self.folded())
    }

    /// The speeches with their indices.
    pub fn speeches(&self) -> impl Iterator<Item = (usize, &Speech)> {
        self.reading.document.speeches.iter().enumerate()
    }

    /// Whether the text is written in traditional characters.
    #[must_use]
    pub fn is_traditional(&self) -> bool {
        *self.reading.layers.clean != self.reading.layers.folded
    }

    /// The speech that a line stands in.
    #[must_use]
    pub fn speech_of(&self, line: usize) -> Option<usize> {
        let speeches = &self.reading.document.speeches;
        let after = speeches.partition_point(|speech| speech.lines.start <= line);
        after
            .checked_sub(1)
            .filter(|&index| speeches[index].lines.contains(&line))
    }

    /// The lines that are not of the web page around the speeches, by index.
    pub fn lines_of_text(&self) -> impl Iterator<Item = usize> + '_ {
        let segments = self.reading.document.segments.iter();
        segments
            .filter(|segment| segment.kind != SegmentKind::Chrome)
            .flat_map(|segment| segment.lines.clone())
    }
}

impl Rule {
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
    let marks = Marks::read(&reading.layers.clean, &reading.document.lines);
    let context = Context {
        reading,
        options,
        marks: &marks,
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
    leave_residue_alone(reading, &mut findings);
    crate::fix::spare_synthesised(reading.layers.source, &mut findings);
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

/// The stretches that a rule marks in a text, for the tests of the rules: all occurrences of a finding.
#[cfg(test)]
fn marked<'t>(text: &'t str, code: &str) -> Vec<&'t str> {
    let source = crate::text::Source::new("", text);
    let findings = crate::check(&source, &Options::default()).findings;
    let of_rule = findings.iter().filter(|finding| finding.code == code);
    let places = of_rule.flat_map(|finding| {
        if finding.occurrences.is_empty() {
            vec![finding.span]
        } else {
            finding.occurrences.clone()
        }
    });
    places.map(|span| span.slice(text)).collect()
}

/// A text after the first fix of every finding of a rule, for the tests of the rules.
#[cfg(test)]
fn fixed(text: &str, code: &str) -> String {
    let source = crate::text::Source::new("", text);
    let findings = crate::check(&source, &Options::default()).findings;
    let of_rule = findings.iter().filter(|finding| finding.code == code);
    crate::fix::apply(text, of_rule.filter_map(|finding| finding.fixes.first())).text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Source;

    fn codes(text: &str) -> Vec<&'static str> {
        let source = Source::new("", text);
        crate::check(&source, &Options::default())
            .findings
            .iter()
            .map(|found| found.code)
            .collect()
    }

    #[test]
    fn every_rule_finds_its_example_and_leaves_its_near_misses() {
        let mut wrong = Vec::new();
        for rule in RULES {
            assert!(
                !rule.near_misses.is_empty(),
                "{} has no near misses",
                rule.code
            );
            if !codes(rule.example).contains(&rule.code) {
                wrong.push(format!("{} misses its example", rule.code));
            }
            for text in rule
                .near_misses
                .iter()
                .filter(|text| codes(text).contains(&rule.code))
            {
                wrong.push(format!("{} finds something in {text}", rule.code));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    proptest::proptest! {
        #[test]
        fn findings_and_edits_lie_on_characters_and_leave_residue_alone(
            text in "([一二、。，,：:；.!?！（(）)“”‘’《》「」*#` ~x×○_%年月日的上'\\-0-9a页第共工(gōng)\n\u{3000}國国\u{fffd}]{0,60}|第一篇：|同志们：\n|谢谢大家！\n|【a.com】|进一步，){0,6}",
        ) {
            let source = Source::new("", text.clone());
            let checked = crate::check(&source, &Options::default());
            let residue = checked.reading.residue.replacements();
            for finding in &checked.findings {
                for span in finding.occurrences.iter().chain([&finding.span]) {
                    proptest::prop_assert!(text.get(span.start..span.end).is_some(), "{}: {:?}", finding.code, span);
                }
                for fix in &finding.fixes {
                    let applied = crate::fix::apply(&text, [fix]);
                    proptest::prop_assert_eq!(applied.applied.len(), 1, "{}: {:?}", finding.code, fix);
                    let sorted = fix.edits.windows(2).all(|two| two[0].span.end <= two[1].span.start);
                    proptest::prop_assert!(sorted);
                    let clear = |edit: &Edit| residue.iter().all(|gone| !gone.source.overlaps(edit.span) || gone.source == edit.span);
                    proptest::prop_assert!(fix.edits.iter().all(clear));
                }
            }
        }
    }

    #[test]
    fn every_rule_is_documented_in_every_language() {
        for rule in RULES {
            for words in [&rule.name, &rule.finds, &rule.why]
                .into_iter()
                .chain(&rule.fix)
            {
                for language in Language::ALL {
                    assert!(
                        !words.in_language(language).is_empty(),
                        "{} lacks {language:?}",
                        rule.code
                    );
                }
            }
        }
    }

    #[test]
    fn messages_name_the_same_data_in_every_language() {
        for rule in RULES {
            let source = Source::new("", rule.example);
            for finding in crate::check(&source, &Options::default()).findings {
                for language in Language::ALL {
                    let message = finding.words.render(language, &finding.data);
                    assert!(!message.contains(['{', '}']), "{}: {message}", finding.code);
                }
            }
        }
    }

    #[test]
    fn applying_a_fix_removes_its_finding() {
        for rule in RULES.iter().filter(|rule| rule.fix.is_some()) {
            let source = Source::new("", rule.example);
            let found = crate::check(&source, &Options::default()).findings;
            let fixes = found
                .iter()
                .filter(|f| f.code == rule.code)
                .filter_map(|f| f.fixes.first());
            let applied = crate::fix::apply(&source.text, fixes);
            assert!(
                !applied.applied.is_empty(),
                "{} says it has a fix",
                rule.code
            );
            let left = codes(&applied.text);
            assert!(
                !left.contains(&rule.code),
                "{} remains: {}",
                rule.code,
                applied.text
            );
        }
    }
}
