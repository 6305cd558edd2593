//! What holds for every rule: its words, its example, its near misses and its fixes. A rule's own cases stand
//! beside it; they mark and repair texts with the functions here.

use super::{Language, RULES};
use crate::Options;
use crate::fix::Edit;
use crate::text::Source;

/// The stretches that a rule marks in a text, for the tests of the rules: all occurrences of a finding.
pub(super) fn marked<'t>(text: &'t str, code: &str) -> Vec<&'t str> {
    let source = Source::new("", text);
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

/// The same for a speech of one paragraph.
pub(super) fn marked_in_paragraph(words: &str, code: &str) -> Vec<String> {
    let text = format!("同志们：\n{words}\n谢谢大家！");
    let marks = marked(&text, code).into_iter();
    marks.map(str::to_owned).collect()
}

/// A text after the first fix of every finding of a rule, for the tests of the rules.
pub(super) fn fixed(text: &str, code: &str) -> String {
    let source = Source::new("", text);
    let findings = crate::check(&source, &Options::default()).findings;
    let of_rule = findings.iter().filter(|finding| finding.code == code);
    crate::fix::apply(text, of_rule.filter_map(|finding| finding.fixes.first())).text
}

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
