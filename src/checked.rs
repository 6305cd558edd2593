//! In: a Source and what the caller chose. Out: the reading, with what every rule found in it.

use crate::options::Options;
use crate::reading::{Reading, read, read_again};
use crate::residue::garble::Memory;
use crate::rules::{self, Finding};
use crate::text::Source;

/// A text that was read and checked.
#[derive(Clone, Debug)]
pub struct Checked<'s> {
    /// What was read.
    pub reading: Reading<'s>,
    /// What the rules found, sorted by place.
    pub findings: Vec<Finding>,
    /// What they found and the reader has silenced.
    pub silenced: Vec<Finding>,
    /// What the caller chose.
    pub options: Options,
}

impl<'s> Checked<'s> {
    /// A reading that no rule has looked at, for those who want its outline alone.
    #[must_use]
    pub fn unchecked(reading: Reading<'s>, options: &Options) -> Self {
        Self {
            reading,
            findings: Vec::new(),
            silenced: Vec::new(),
            options: options.clone(),
        }
    }
}

/// Reads a text and checks it against every rule.
#[must_use]
pub fn check<'s>(source: &'s Source, options: &Options) -> Checked<'s> {
    judged(read(source, options), options)
}

/// The same for a text that comes again and again, each time a little different, as an editor's does: it is faster
/// where `memory` knows the text before, and finds the same.
#[must_use]
pub fn check_again<'s>(source: &'s Source, options: &Options, memory: &mut Memory) -> Checked<'s> {
    judged(read_again(source, options, memory), options)
}

fn judged<'s>(reading: Reading<'s>, options: &Options) -> Checked<'s> {
    let (findings, silenced) = rules::check(&reading, options);
    Checked {
        reading,
        findings,
        silenced,
        options: options.clone(),
    }
}
