//! What must hold of any text at all: the invariants of ARCHITECTURE.md. Each takes a text and panics where it is broken; the
//! property tests try them on random texts, the fuzzers of fuzz/ on texts that lead into new code.

use speech_structure::converge::{Selection, converge};
use speech_structure::fix::{Edit, apply};
use speech_structure::report::{self, OutlineNode, Report, Span};
use speech_structure::rules::Finding;
use speech_structure::text::Source;
use speech_structure::{Checked, Options, check};

/// Rounds within which safe fixes must have nothing left to do.
const ROUNDS: usize = 3;

pub fn every_offset_of_a_report_lies_on_a_character_of_the_text(text: &str) {
    let source = Source::new("", text);
    let report = report::build(&checked(&source));
    let units: Vec<u16> = text.encode_utf16().collect();
    let is_boundary = |offset: usize| {
        offset <= units.len()
            && !units
                .get(offset)
                .is_some_and(|unit| (0xdc00..0xe000).contains(unit))
    };
    let occurrences = report
        .diagnostics
        .iter()
        .flat_map(|finding| &finding.occurrences);
    assert!(occurrences.copied().all(is_boundary));
    for span in spans(&report) {
        assert!(
            span.start <= span.end && is_boundary(span.start) && is_boundary(span.end),
            "{span:?}"
        );
        let place = source.position(source.byte_offset(span.start));
        assert_eq!((place.line, place.column), (span.line, span.column));
    }
}

pub fn segments_partition_the_text(text: &str) {
    let source = Source::new("", text);
    let report = report::build(&checked(&source));
    let mut at = 0;
    for segment in &report.segments {
        assert_eq!(segment.span.start, at);
        assert!(segment.span.end > at || text.is_empty());
        at = segment.span.end;
    }
    let length = text.encode_utf16().count();
    assert!(
        at == length || report.segments.is_empty(),
        "{at} of {length}"
    );
    assert_eq!(
        report.speeches.len(),
        report
            .segments
            .iter()
            .filter(|s| s.kind == "speech")
            .count()
    );
}

pub fn edits_are_sorted_disjoint_and_on_characters(text: &str) {
    let source = Source::new("", text);
    let checked = checked(&source);
    for fix in checked.findings.iter().flat_map(|finding| &finding.fixes) {
        assert!(!fix.edits.is_empty());
        for edit in &fix.edits {
            assert!(
                text.get(edit.span.start..edit.span.end).is_some(),
                "{edit:?}"
            );
        }
        for pair in fix.edits.windows(2) {
            assert!(
                pair[0].span.end <= pair[1].span.start && pair[0].span < pair[1].span,
                "{pair:?}"
            );
        }
    }
}

pub fn only_its_own_fix_touches_residue(text: &str) {
    let source = Source::new("", text);
    let checked = checked(&source);
    for finding in checked
        .findings
        .iter()
        .filter(|finding| finding.code != "pinyin-annotation")
    {
        for edit in finding.fixes.iter().flat_map(|fix| &fix.edits) {
            // An edit may take a stretch in whole, as when a line goes; it may not cut into one.
            let cut = checked
                .reading
                .residue
                .pinyin
                .iter()
                .any(|residue| residue.overlaps(edit.span) && !edit.span.contains(*residue));
            assert!(!cut, "{}: {edit:?}", finding.code);
        }
    }
}

pub fn a_fix_removes_its_finding(text: &str) {
    let source = Source::new("", text);
    let findings = &checked(&source).findings;
    for finding in findings {
        let places = |all: &[Finding]| -> Vec<(usize, usize)> {
            let same = all.iter().filter(|found| found.code == finding.code);
            same.map(|found| (found.span.start, found.span.end))
                .collect()
        };
        for fix in &finding.fixes {
            let applied = apply(text, [fix]);
            let place = [finding.span.start, finding.span.end]
                .map(|byte| moved(byte, &applied.edits))
                .into();
            let mended = Source::new("", applied.text.as_str());
            let left = checked(&mended).findings;
            // Where a place is deleted, the next finding may move there.
            let left = places(&left);
            let remains = left.contains(&place) && left.len() >= places(findings).len();
            assert!(
                !remains,
                "{} at {place:?} of {:?}",
                finding.code, applied.text
            );
        }
    }
}

pub fn safe_fixes_converge_and_their_edits_lead_there_in_one_step(text: &str) {
    let mended = converge(text, &Options::default(), &Selection::Safe);
    assert!(
        mended.settled && mended.rounds <= ROUNDS,
        "{} rounds",
        mended.rounds
    );
    let mut built = String::new();
    let mut from = 0;
    for edit in &mended.edits {
        built.push_str(&text[from..edit.span.start]);
        built.push_str(&edit.text);
        from = edit.span.end;
    }
    assert_eq!(built + &text[from..], mended.text);
}

pub fn checking_is_deterministic(text: &str) {
    let source = Source::new("", text);
    let report = || serde_json::to_string(&report::build(&checked(&source))).ok();
    assert_eq!(report(), report());
}

fn checked(source: &Source) -> Checked<'_> {
    check(source, &Options::default())
}

/// Where a byte of a text stands after edits; what is replaced counts as the start of the new.
fn moved(byte: usize, edits: &[Edit]) -> usize {
    let before = edits
        .iter()
        .filter(|edit| edit.span.end <= byte && edit.span.start < byte);
    let (gone, come) = before.fold((0, 0), |(gone, come), edit| {
        (gone + edit.span.len(), come + edit.text.len())
    });
    let within = edits
        .iter()
        .find(|edit| edit.span.start < byte && byte < edit.span.end);
    within.map_or(byte, |edit| edit.span.start) + come - gone
}

fn spans(report: &Report) -> Vec<Span> {
    let mut spans: Vec<Span> = report.segments.iter().map(|segment| segment.span).collect();
    spans.extend(report.compilation.iter().map(|claim| claim.span));
    for speech in &report.speeches {
        spans.push(speech.span);
        spans.extend(speech.parts.iter().map(|part| part.span));
        let markers = speech.runs.iter().flat_map(|run| &run.markers);
        spans.extend(markers.map(|marker| marker.span));
        spans.extend(speech.runs.iter().map(|run| run.span));
        let mut waiting: Vec<&OutlineNode> = speech.outline.iter().collect();
        while let Some(node) = waiting.pop() {
            spans.push(node.span);
            spans.extend(node.marker.iter().map(|marker| marker.span));
            waiting.extend(&node.children);
        }
    }
    for promise in &report.announcements {
        spans.push(promise.span);
        spans.extend(&promise.items);
    }
    for finding in &report.diagnostics {
        spans.push(finding.span);
        spans.extend(finding.related.iter().map(|related| related.span));
    }
    spans
}
