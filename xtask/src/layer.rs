//! A layer of the tests.

use crate::programs::Failure;

/// What a layer checks, in words for the terminal, and the check.
pub type Layer = (&'static str, fn() -> Result<(), Failure>);
