//! In: a Source. Out: all that is read in it before any rule looks: residue, layers, structure.

use crate::options::Options;
use crate::residue::garble::Memory;
use crate::residue::{self, Residue};
use crate::structure::{self, Document};
use crate::text::{Layers, Source};

/// What was read in a text, before any rule looks at it.
#[derive(Clone, Debug)]
pub struct Reading<'s> {
    /// What a reader would not read, in bytes of Source.
    pub residue: Residue,
    /// Source, Clean and Folded.
    pub layers: Layers<'s>,
    /// The structure, in bytes of Clean.
    pub document: Document,
}

/// Reads the structure of a text.
#[must_use]
pub fn read<'s>(source: &'s Source, options: &Options) -> Reading<'s> {
    without(residue::find(source), source, options)
}

/// The same, faster where `memory` knows an earlier text; it learns this one.
pub(crate) fn read_again<'s>(
    source: &'s Source,
    options: &Options,
    memory: &mut Memory,
) -> Reading<'s> {
    without(residue::find_again(source, memory), source, options)
}

/// Reads the structure of a text without its residue.
fn without<'s>(residue: Residue, source: &'s Source, options: &Options) -> Reading<'s> {
    let layers = residue::clean(source, &residue);
    let document = structure::read(&layers, &options.levels);
    Reading {
        residue,
        layers,
        document,
    }
}
