//! Speeches whose structure is known because it was generated: the library must read exactly that, find
//! nothing in them, and find the one fault that is planted in a copy.
//!
//! `GENERATED=2000 cargo test --test generated -- --nocapture` prints the tables.

#[path = "generated/compose.rs"]
mod compose;
#[path = "generated/decoys.rs"]
mod decoys;
#[path = "generated/distribution.rs"]
mod distribution;
#[path = "generated/marks.rs"]
mod marks;
#[path = "generated/paragraphs.rs"]
mod paragraphs;
#[path = "generated/random.rs"]
mod random;
#[path = "generated/reading.rs"]
mod reading;
#[path = "generated/script.rs"]
mod script;
#[path = "generated/sections.rs"]
mod sections;
#[path = "generated/speech.rs"]
mod speech;
#[path = "generated/tally.rs"]
mod tally;
#[path = "generated/words.rs"]
mod words;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use distribution::Distribution;
use speech::Speech;
use tally::Tally;

/// Speeches where the environment names no other number.
const SPEECHES: usize = 10_000;

fn wanted() -> usize {
    std::env::var("GENERATED").ok().and_then(|number| number.parse().ok()).unwrap_or(SPEECHES)
}

/// Well-formed speeches; each is the speech of its seed, so nothing is gained by shrinking.
fn speeches() -> impl Strategy<Value = Speech> {
    any::<u64>().no_shrink().prop_map(Speech::generate)
}

/// So many speeches, the same at every run.
fn drawn(count: usize) -> impl Iterator<Item = Speech> {
    let mut runner = TestRunner::deterministic();
    let strategy = speeches();
    (0..count).map(move |_| strategy.new_tree(&mut runner).expect("every seed has a speech").current())
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
    println!("{} of {} speeches are read otherwise", tally.failed, tally.speeches);
    assert!(tally.failed == 0, "{}", tally.report(60));
}
