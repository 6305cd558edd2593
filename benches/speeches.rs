//! In: a size. Out: a text of about so many bytes, made of the generated speeches of the tests in simplified
//! characters, one after the other, the same on every machine.

#![allow(
    dead_code,
    reason = "the generator is the tests' own; what is true of a speech is not asked for here"
)]

#[path = "../tests/generated_speeches/compose.rs"]
mod compose;
#[path = "../tests/generated_speeches/decoys.rs"]
mod decoys;
#[path = "../tests/generated_speeches/marks.rs"]
mod marks;
#[path = "../tests/generated_speeches/paragraphs.rs"]
mod paragraphs;
#[path = "../tests/generated_speeches/random.rs"]
mod random;
#[path = "../tests/generated_speeches/script.rs"]
mod script;
#[path = "../tests/generated_speeches/sections.rs"]
mod sections;
#[path = "../tests/generated_speeches/speech.rs"]
mod speech;
#[path = "../tests/generated_speeches/words.rs"]
mod words;

use speech::Speech;

/// The first speeches that are not traditional, until the text has this many bytes; the last one is cut at a line.
#[must_use]
pub fn text(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes);
    let speeches = (0..).map(Speech::generate);
    for speech in speeches.filter(|speech| !speech.layout.traditional) {
        for line in speech.text().split_inclusive('\n') {
            if text.len() + line.len() > bytes {
                return text;
            }
            text.push_str(line);
        }
        text.push('\n');
    }
    text
}
