//! What a rule reports: a finding, with its words and its fixes. Spans are in bytes of Source: findings point into the
//! text as given.

use super::identity::Identity;
use crate::fix::Fix;
use crate::severity::Severity;
use crate::text::Span;
use crate::words::{Datum, Words};

/// Another place that belongs to a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The place, in bytes of Source.
    pub span: Span,
    /// What it has to do with the finding.
    pub words: &'static Words,
}

/// One diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's code.
    pub code: &'static str,
    /// What it is known by again.
    pub identity: Identity,
    /// How much it matters.
    pub severity: Severity,
    /// The speech that it stands in.
    pub speech: Option<usize>,
    /// The place, in bytes of Source.
    pub span: Span,
    /// Every place, where one finding stands for many.
    pub occurrences: Vec<Span>,
    /// What is wrong, with `{name}` for each datum.
    pub words: &'static Words,
    /// The data of the message.
    pub data: Vec<(&'static str, Datum)>,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// Its fixes, the best first.
    pub fixes: Vec<Fix>,
}
