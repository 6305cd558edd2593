//! Charsets as files have them: detection over texts of many kinds, cut short, in every charset; saving back
//! byte for byte; and the memory that reading takes. The tables are printed: `cargo test --test charsets -- --nocapture`.

#[path = "charsets/detection.rs"]
mod detection;
#[path = "charsets/memory.rs"]
mod memory;
#[path = "charsets/misreading.rs"]
mod misreading;
#[path = "charsets/saving.rs"]
mod saving;
#[allow(dead_code, reason = "the tests of garble use the rest")]
#[path = "damage/sentences.rs"]
mod sentences;
#[path = "charsets/texts.rs"]
mod texts;
