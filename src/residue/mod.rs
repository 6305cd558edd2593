//! What a copy or a program left in the text.

pub mod syllables;
