//! In: the register of rules. Out: what is said of each, with what it finds in its own example and how its fix
//! leaves it, so that its help can show the place and the cure.

use serde::Serialize;

use crate::fix::{self, Fix};
use crate::report::{RuleDescription, rule_descriptions};
use crate::rules::{Language, RULES, Rule};
use crate::text::Source;
use crate::{Options, check};

#[derive(Serialize)]
pub(super) struct RuleHelp {
    #[serde(flatten)]
    description: RuleDescription,
    #[serde(flatten)]
    shown: ExampleShown,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ExampleShown {
    /// Starts and ends in turn, in UTF-16 units.
    example_places: Vec<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    example_fixed: Option<String>,
}

/// The help of every rule, in the order of the register.
pub(super) fn all(language: Language) -> Vec<RuleHelp> {
    let described = rule_descriptions(language).into_iter().zip(RULES);
    described
        .map(|(description, rule)| RuleHelp {
            description,
            shown: ExampleShown::of(rule),
        })
        .collect()
}

impl ExampleShown {
    fn of(rule: &Rule) -> Self {
        let source = Source::new("", rule.example);
        let checked = check(&source, &Options::default());
        let of_rule = |finding: &&crate::rules::Finding| finding.code == rule.code;
        let found = checked.findings.iter().filter(of_rule);
        let places = found
            .clone()
            .flat_map(|finding| match finding.occurrences.as_slice() {
                [] => vec![finding.span],
                places => places.to_vec(),
            });
        let fixes: Vec<&Fix> = found.filter_map(|finding| finding.fixes.first()).collect();
        let cured = (!fixes.is_empty()).then(|| fix::apply(rule.example, fixes).text);
        Self {
            example_places: places
                .flat_map(|place| [place.start, place.end])
                .map(|byte| source.utf16_offset(byte))
                .collect(),
            example_fixed: cured,
        }
    }
}
