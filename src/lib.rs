//! Reads Chinese speech drafts and compilations of them.

pub mod residue;
pub mod text;
