//! Reads Chinese speech drafts and compilations of them.

pub mod text;
