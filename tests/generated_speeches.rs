//! Speeches whose structure is known because it was generated: the library must read exactly that, find
//! nothing in them, and find the one fault that is planted in a copy.
//!
//! `GENERATED=2000 cargo test --test generated_speeches -- --nocapture` prints the tables; `DRAW=1` draws
//! other speeches.

#[path = "generated_speeches/compose.rs"]
mod compose;
#[path = "generated_speeches/decoys.rs"]
mod decoys;
#[path = "generated_speeches/distribution.rs"]
mod distribution;
#[path = "generated_speeches/faults.rs"]
mod faults;
#[path = "generated_speeches/lists.rs"]
mod lists;
#[path = "generated_speeches/marks.rs"]
mod marks;
#[path = "generated_speeches/misnumbering.rs"]
mod misnumbering;
#[path = "generated_speeches/paragraphs.rs"]
mod paragraphs;
#[path = "generated_speeches/random.rs"]
mod random;
#[path = "generated_speeches/reading.rs"]
mod reading;
#[path = "generated_speeches/script.rs"]
mod script;
#[path = "generated_speeches/sections.rs"]
mod sections;
#[path = "generated_speeches/silence.rs"]
mod silence;
#[path = "generated_speeches/speech.rs"]
mod speech;
#[path = "generated_speeches/tally.rs"]
mod tally;
#[path = "generated_speeches/verdicts.rs"]
mod verdicts;
#[path = "generated_speeches/words.rs"]
mod words;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use distribution::Distribution;
use faults::Fault;
use random::Random;
use silence::Silence;
use speech::Speech;
use speech_structure::rules::RULES;
use tally::Tally;
use verdicts::Verdicts;

/// Speeches where the environment names no other number.
const SPEECHES: usize = 10_000;

fn from_environment(name: &str, otherwise: usize) -> usize {
    std::env::var(name)
        .ok()
        .and_then(|number| number.parse().ok())
        .unwrap_or(otherwise)
}

fn wanted() -> usize {
    from_environment("GENERATED", SPEECHES)
}

/// Classes of failures that are printed, where the environment names no other number.
fn classes() -> usize {
    from_environment("CLASSES", 60)
}

/// Well-formed speeches; each is the speech of its seed, so nothing is gained by shrinking.
fn speeches() -> impl Strategy<Value = Speech> {
    any::<u64>().no_shrink().prop_map(Speech::generate)
}

/// So many speeches, the same at every run with the same `DRAW`.
fn drawn(count: usize) -> impl Iterator<Item = Speech> {
    let draw = from_environment("DRAW", 0);
    let mut runner = TestRunner::deterministic();
    let strategy = speeches();
    (0..count * (draw + 1))
        .map(move |_| {
            strategy
                .new_tree(&mut runner)
                .expect("every seed has a speech")
                .current()
        })
        .skip(draw * count)
}

#[test]
fn well_formed_speeches_are_read_as_they_were_made() {
    let mut distribution = Distribution::default();
    let mut tally = Tally::default();
    for speech in drawn(wanted()) {
        distribution.add(&speech);
        let read = reading::read(&speech);
        let differences = reading::differences(&speech, &read);
        tally.add(&speech, &read, &differences);
    }
    distribution.print();
    println!("not generated, being ambiguous: {:#?}", compose::LEFT_OUT);
    assert!(distribution.decoys() >= 30, "too few decoys");
    println!(
        "{} of {} speeches are read otherwise",
        tally.failed, tally.speeches
    );
    println!("{}", tally.report(classes()));
    assert_eq!(
        tally.failed, 0,
        "well-formed speeches are read otherwise than they were made"
    );
}

#[test]
fn planted_faults_are_found_where_they_are() {
    let has_rule = |fault: &Fault| RULES.iter().any(|rule| rule.code == fault.code());
    let (there, skipped): (Vec<Fault>, Vec<Fault>) = Fault::ALL.into_iter().partition(has_rule);
    let mut verdicts = Verdicts::default();
    for (index, speech) in drawn(wanted()).enumerate() {
        let mut random = Random::new(speech.seed ^ 0xFA17);
        let planted = (0..there.len()).find_map(|next| {
            let fault = there[(index + next) % there.len()];
            Some((fault, fault.plant(&speech, &mut random)?))
        });
        let Some((fault, planted)) = planted else {
            continue;
        };
        let was_right = || reading::differences(&speech, &reading::read(&speech)).is_empty();
        verdicts.add(fault, &planted, &reading::read(&planted.speech), was_right);
    }
    verdicts.print(&skipped);
    println!("not planted, being ambiguous: {:#?}", faults::LEFT_OUT);
    println!("{}", verdicts.report(classes()));
    assert!(
        verdicts.suffice(),
        "too many planted faults are missed, or lead to other errors"
    );
}

#[test]
fn the_rules_are_silent_on_clean_text() {
    const MOST_WARNINGS: f64 = 0.2;
    let mut tally = Tally::default();
    let mut documents = Silence::default();
    for (name, text) in silence::DOCUMENTS {
        let mut one = Silence::default();
        for (code, line) in one.add(text) {
            tally.count(&format!("{name}: {code}"), 0, || {
                format!("        {line}\n")
            });
        }
        one.print(name);
        documents.add(text);
    }
    let mut generated = Silence::default();
    for speech in drawn(wanted()) {
        for (code, line) in generated.add(&speech.text()) {
            tally.count(&format!("generated: {code}"), line.len(), || {
                format!("        {line}\n")
            });
        }
    }
    documents.print("documents, together");
    generated.print("generated speeches");
    println!("{}", tally.report(classes()));
    assert!(
        documents.kilobytes() + generated.kilobytes() >= 200,
        "too little clean text"
    );
    assert_eq!(
        documents.errors + generated.errors,
        0,
        "errors in clean text"
    );
    assert!(
        documents.rate() <= MOST_WARNINGS && generated.rate() <= MOST_WARNINGS,
        "warnings in clean text"
    );
}
