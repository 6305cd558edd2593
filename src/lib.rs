//! Reads Chinese speech drafts (讲话稿、发言稿) and compilations of them: splits them into speeches, shows
//! each one's outline, and says where the structure is broken, with repairs.
//!
//! The way of the data: bytes → [`input`] → [`text::Source`] → [`residue`] → [`text::Layers`] →
//! [`structure`] → [`rules`] → [`report`]. The core does no I/O and never panics on any input; reading a
//! text never fails, it only yields findings.
//!
//! ```
//! use speech_structure::{Options, check, report, text::Source};
//! let source = Source::new("稿", "同志们：\n下面，我讲两点意见。\n一、认识要到位\n三、措施要到位\n谢谢大家！");
//! let report = report::build(&check(&source, &Options::default()));
//! assert!(report.diagnostics.iter().any(|found| found.code == "numbering-gap"));
//! ```

#![forbid(unsafe_code)]

mod configuration;
pub mod copies;
pub mod fix;
pub mod input;
pub mod report;
pub mod residue;
pub mod rules;
pub mod split;
pub mod structure;
pub mod text;

#[cfg(target_family = "wasm")]
mod wasm;

pub use configuration::{Configuration, ConfigurationError, Options, Setting, Silenced};
pub use rules::Language;

use residue::Residue;
use rules::Finding;
use structure::Document;
use text::{Layers, Source};

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

/// Reads the structure of a text.
#[must_use]
pub fn read<'s>(source: &'s Source, options: &Options) -> Reading<'s> {
    read_without(residue::find(source), source, options)
}

/// Reads the structure of a text whose residue is known.
fn read_without<'s>(residue: Residue, source: &'s Source, options: &Options) -> Reading<'s> {
    let layers = residue::clean(source, &residue);
    let document = structure::read(&layers, &options.levels);
    Reading {
        residue,
        layers,
        document,
    }
}

/// Reads a text and checks it against every rule.
#[must_use]
pub fn check<'s>(source: &'s Source, options: &Options) -> Checked<'s> {
    checked(read(source, options), options)
}

/// The same for a text that comes again and again, each time a little different, as an editor's does: it is faster
/// where `memory` knows the text before, and finds the same.
#[must_use]
pub fn check_again<'s>(
    source: &'s Source,
    options: &Options,
    memory: &mut residue::garble::Memory,
) -> Checked<'s> {
    let residue = residue::find_again(source, memory);
    checked(read_without(residue, source, options), options)
}

fn checked<'s>(reading: Reading<'s>, options: &Options) -> Checked<'s> {
    let (findings, silenced) = rules::check(&reading, options);
    Checked {
        reading,
        findings,
        silenced,
        options: options.clone(),
    }
}
