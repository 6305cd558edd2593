//! Whole documents and what is read in them. Beside each `tests/fixtures/NAME.txt` stands `NAME.expected`:
//! the findings as `line code`, then segments with their first lines, parts, runs, promises and the outline, compared as content.
//! `UPDATE_EXPECTED=1 cargo test --test fixtures` writes them anew; read every line before committing.

mod support;

use std::fmt::Write;
use std::path::{Path, PathBuf};

use speech_structure::converge::{Selection, converge};
use speech_structure::report::{self, Report, Span, Speech};
use speech_structure::rules::RULES;
use speech_structure::text::Source;
use speech_structure::{Options, check};

/// Documents that an editor would pass.
const CLEAN: [&str; 5] = [
    "clean_simplified",
    "clean_traditional",
    "decoys",
    "host_script",
    "nested",
];

#[test]
fn documents_are_read_as_expected() {
    let documents = documents();
    assert!(documents.len() >= 12, "the fixtures are missing");
    for path in documents {
        let text = std::fs::read_to_string(&path).expect("a fixture is UTF-8");
        let source = Source::new("", text);
        let report = report::build(&check(&source, &Options::default()));
        support::assert_committed(&path.with_extension("expected"), &content(&report));
    }
}

/// There must be nothing to say about them but by way of information.
#[test]
fn clean_documents_are_left_alone() {
    for name in CLEAN {
        let path = folder().join(name).with_extension("txt");
        let text = std::fs::read_to_string(path).expect("a fixture is UTF-8");
        let source = Source::new("", text);
        let report = report::build(&check(&source, &Options::default()));
        let grave = report
            .diagnostics
            .iter()
            .filter(|finding| finding.severity != "info");
        let said: Vec<_> = grave
            .map(|finding| (finding.span.line, finding.code))
            .collect();
        assert!(said.is_empty(), "{name}: {said:?}");
    }
}

/// On whole documents, too, the fixes of a rule settle, and leave none of its findings that has a fix.
#[test]
fn the_fixes_of_every_rule_settle_on_every_document() {
    for path in documents() {
        let text = std::fs::read_to_string(&path).expect("a fixture is UTF-8");
        for code in RULES.iter().map(|rule| rule.code) {
            let chosen = Selection::Codes(vec![code.to_owned()]);
            let mended = converge(&text, &Options::default(), &chosen);
            assert!(
                mended.settled && mended.rounds <= 3,
                "{code} in {}",
                path.display()
            );
            let source = Source::new("", mended.text);
            let left = check(&source, &Options::default()).findings;
            let stuck = left
                .iter()
                .find(|found| found.code == code && !found.fixes.is_empty());
            assert_eq!(stuck, None, "{}", path.display());
        }
    }
}

#[test]
fn safe_fixes_leave_clean_documents_as_they_are() {
    for name in CLEAN {
        let text = std::fs::read_to_string(folder().join(name).with_extension("txt"));
        let text = text.expect("a fixture is UTF-8");
        assert_eq!(
            converge(&text, &Options::default(), &Selection::Safe).text,
            text
        );
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn documents() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder()).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("it can be listed").path());
    let mut documents: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    documents.sort();
    documents
}

fn content(report: &Report) -> String {
    let mut content = String::from("findings\n");
    for finding in &report.diagnostics {
        let _ = writeln!(content, "  {} {}", finding.span.line, finding.code);
    }
    content.push_str("segments\n");
    for segment in &report.segments {
        let _ = writeln!(content, "  {} {}", segment.span.line, segment.kind);
    }
    if let Some(claim) = &report.compilation {
        let (line, declared, found) = (claim.span.line, claim.declared, claim.found);
        let _ = writeln!(
            content,
            "compilation\n  {line} declared {declared} found {found}"
        );
    }
    content.push_str("promises\n");
    for promise in &report.announcements {
        let declared = promise
            .declared
            .map_or("some".to_owned(), |number| number.to_string());
        let found = promise
            .found
            .map_or("none".to_owned(), |number| number.to_string());
        let _ = writeln!(
            content,
            "  {} {} declared {declared} found {found}",
            promise.span.line, promise.text
        );
    }
    for (index, speech) in report.speeches.iter().enumerate() {
        let _ = writeln!(
            content,
            "speech {index} {} {}",
            lines(speech.span),
            speech.genre
        );
        speech_content(&mut content, speech);
    }
    content.push_str("outline\n\n");
    content.push_str(&report::outline_markdown(report));
    content
}

fn speech_content(content: &mut String, speech: &Speech) {
    for part in &speech.parts {
        let _ = writeln!(content, "  part {} {}", lines(part.span), part.kind);
    }
    for run in &speech.runs {
        let markers: Vec<_> = run
            .markers
            .iter()
            .map(|marker| marker.text.as_str())
            .collect();
        let _ = writeln!(content, "  run {} {}", run.span.line, markers.join(" "));
    }
}

fn lines(span: Span) -> String {
    format!("{}-{}", span.line, span.end_line)
}
