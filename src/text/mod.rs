//! The text and its layers.

pub mod fold;
mod fold_table;
