//! The invariants of every text (tests/support/invariants.rs), on random texts made of what the recognisers look for, of
//! every kind of line break, and of characters that no one expects.

#[path = "support/invariants.rs"]
mod invariants;
#[path = "support/pieces.rs"]
mod pieces;

use pieces::PIECES;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use speech_structure::report;
use speech_structure::text::Source;
use speech_structure::{Options, check};

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![3 => soup(), 1 => any::<String>(), 1 => "\\PC{0,80}"]
}

/// The same texts at every run, so that a change is judged by what it does; for a longer look, other
/// texts by another seed and more of them.
fn configuration() -> ProptestConfig {
    ProptestConfig {
        rng_seed: RngSeed::Fixed(2024),
        ..ProptestConfig::with_cases(400)
    }
}

proptest! {
    #![proptest_config(configuration())]

    #[test]
    fn every_offset_of_a_report_lies_on_a_character_of_the_text(text in any_text()) {
        invariants::every_offset_of_a_report_lies_on_a_character_of_the_text(&text);
    }

    #[test]
    fn segments_partition_the_text(text in any_text()) {
        invariants::segments_partition_the_text(&text);
    }

    #[test]
    fn edits_are_sorted_disjoint_and_on_characters(text in any_text()) {
        invariants::edits_are_sorted_disjoint_and_on_characters(&text);
    }

    #[test]
    fn only_its_own_fix_touches_residue(text in any_text()) {
        invariants::only_its_own_fix_touches_residue(&text);
    }

    #[test]
    fn a_fix_removes_its_finding(text in any_text()) {
        invariants::a_fix_removes_its_finding(&text);
    }

    #[test]
    fn safe_fixes_converge_and_their_edits_lead_there_in_one_step(text in any_text()) {
        invariants::safe_fixes_converge_and_their_edits_lead_there_in_one_step(&text);
    }

    #[test]
    fn checking_is_deterministic(text in any_text()) {
        invariants::checking_is_deterministic(&text);
    }
}

#[test]
fn texts_that_break_programs_get_an_answer() {
    let lines = "一、办实事\n".repeat(2_000);
    let deep = "一、\n（一）\n1.\n（1）\n①\n".repeat(400);
    let line = "同志们，一是要快；二是要稳（包括“细”）。".repeat(20_000);
    let zeros = "\u{0}".repeat(100_000);
    let brackets = "（".repeat(50_000);
    for text in [
        "", "一", "\n", "\u{feff}", &lines, &deep, &line, &zeros, &brackets,
    ] {
        let source = Source::new("", text);
        let report = report::build(&check(&source, &Options::default()));
        assert_eq!(
            report.source.lines,
            speech_structure::text::lines(text).count()
        );
    }
}
