//! What the fuzzers share: texts out of bytes, and what must hold of a text and of whatever was read from a file.

#[path = "../../tests/support/invariants.rs"]
mod invariants;
#[path = "../../tests/support/pieces.rs"]
mod pieces;

use std::hint::black_box;

use speech_structure::converge::{Selection, converge};
use speech_structure::fix::apply;
use speech_structure::text::Source;
use speech_structure::{Options, check, report, split};

/// The greatest number of fixes that are tried one by one on a text: each is another check.
const FIXES: usize = 8;

/// A text in which every byte is a piece that means something to a recogniser, so that any change of a byte leads somewhere;
/// the bytes for which there is no piece are characters of their own.
#[must_use]
pub fn text(bytes: &[u8]) -> String {
    let mut text = String::new();
    for &byte in bytes {
        match pieces::PIECES.get(usize::from(byte)) {
            Some(piece) => text.push_str(piece),
            None => text.push(char::from(byte)),
        }
    }
    text
}

/// Tries every invariant on a text.
///
/// # Panics
/// Where one does not hold.
pub fn hold(text: &str) {
    for invariant in [
        invariants::every_offset_of_a_report_lies_on_a_character_of_the_text,
        invariants::segments_partition_the_text,
        invariants::edits_are_sorted_disjoint_and_on_characters,
        invariants::only_its_own_fix_touches_residue,
        invariants::a_fix_removes_its_finding,
        invariants::safe_fixes_converge_and_their_edits_lead_there_in_one_step,
        invariants::checking_is_deterministic,
    ] {
        invariant(text);
    }
}

/// Checks, splits and repairs what was read, and checks what came of some fixes.
///
/// # Panics
/// Where the core does.
pub fn use_up(source: &Source, options: &Options) {
    let checked = check(source, options);
    let report = report::build(&checked);
    assert_eq!(report.source.lines, source.line_count());
    black_box(split::split(&checked.reading));
    for fix in checked
        .findings
        .iter()
        .flat_map(|finding| &finding.fixes)
        .take(FIXES)
    {
        let mended = Source::new("", apply(&source.text, [fix]).text);
        black_box(report::build(&check(&mended, options)));
    }
    black_box(converge(&source.text, options, &Selection::Safe));
}
