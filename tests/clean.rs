//! Silence: `tests/clean/` holds texts that a careful editor would pass, each written for this place (names,
//! dates, tables, English, formulae, verse, letters, quotations of several paragraphs, host scripts with
//! refrains, both scripts). Alone and in compilations they must draw no error and hardly a warning.

#[path = "support/documents.rs"]
mod documents;

use documents::documents;
use speech_structure::rules::Severity;
use speech_structure::text::Source;
use speech_structure::{Options, check};

/// Bytes that are read in all, and bytes of texts written one by one.
const ALL: usize = 200_000;
const WRITTEN: usize = 60_000;

#[test]
fn clean_texts_are_left_alone() {
    let texts = documents("tests/clean");
    let written: usize = texts.iter().map(|(_, text)| text.len()).sum();
    assert!(written >= WRITTEN, "{written} bytes");
    let mut read = 0;
    let mut characters = 0;
    let mut said = Vec::new();
    let alone = texts.iter().cloned();
    for (name, text) in alone.chain(forms(&texts)).chain(compilations(&texts)) {
        read += text.len();
        characters += text.chars().count();
        said.extend(grave(&name, &text));
    }
    assert!(read >= ALL, "{read} bytes");
    let errors = said
        .iter()
        .filter(|(severity, _)| *severity == Severity::Error);
    assert_eq!(errors.count(), 0, "{said:?}");
    let warnings = said.len() * 10_000;
    assert!(
        warnings * 5 <= characters,
        "{} warnings in {characters} characters: {said:?}",
        said.len()
    );
    println!(
        "{read} bytes, {characters} characters, {} warnings",
        said.len()
    );
}

/// The errors and warnings of a text.
fn grave(name: &str, text: &str) -> Vec<(Severity, String)> {
    let source = Source::new(name, text);
    let findings = check(&source, &Options::default()).findings;
    let grave = findings
        .iter()
        .filter(|found| found.severity != Severity::Info);
    grave
        .map(|found| {
            let line = source.position(found.span.start).line;
            (found.severity, format!("{name}:{line} {}", found.code))
        })
        .collect()
}

/// The same words with other line breaks and blanks.
fn forms(texts: &[(String, String)]) -> impl Iterator<Item = (String, String)> + '_ {
    texts.iter().enumerate().map(|(index, (name, text))| {
        let form = match index % 3 {
            0 => text.replace('\n', "\r\n"),
            1 => text.replace("\n\n", "\n"),
            _ => text
                .lines()
                .map(|line| {
                    if line.is_empty() {
                        "\n".to_owned()
                    } else {
                        format!("　　{line}\n")
                    }
                })
                .collect(),
        };
        (format!("{name} in form {}", index % 3), form)
    })
}

/// Two and three texts of one script together, numbered as compilers number them.
fn compilations(texts: &[(String, String)]) -> impl Iterator<Item = (String, String)> + '_ {
    const NUMBERS: [&str; 3] = ["一", "二", "三"];
    [3, 5].into_iter().flat_map(move |step| {
        (0..texts.len()).filter_map(move |first| {
            let places = [first, (first + step) % texts.len()];
            let chosen = places.map(|at| &texts[at]);
            let is_traditional = |name: &str| name.contains("traditional");
            (is_traditional(&chosen[0].0) == is_traditional(&chosen[1].0)).then(|| {
                let numbered = chosen.iter().zip(NUMBERS);
                let text = numbered.map(|((_, text), number)| format!("第{number}篇：{text}\n"));
                (
                    format!("{} and {}", chosen[0].0, chosen[1].0),
                    text.collect(),
                )
            })
        })
    })
}
