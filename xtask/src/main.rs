//! The workshop of speech-structure.
fn main() {}
