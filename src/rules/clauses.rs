//! In: a line. Out: the fingerprints of its clauses, for the rules that look for the same words again.
//! Punctuation parts the clauses and is not part of them, so a copy with other marks is the same.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher, Hasher};

use super::{Context, Mark};
use crate::text::Span;

/// A clause without its punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    /// A hash of its words.
    pub hash: u64,
    /// Its length in bytes.
    pub length: usize,
}

/// A map by fingerprint.
pub(super) type ByHash<V> = HashMap<u64, V, BuildHasherDefault<AsItIs>>;

/// Takes a fingerprint for its own hash, which it is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// The clauses of a line of Folded, in order.
pub(super) fn clauses<'c>(context: &'c Context, line: usize) -> impl Iterator<Item = Clause> + 'c {
    let span = context
        .reading
        .document
        .lines
        .get(line)
        .copied()
        .unwrap_or_default();
    let ends = context
        .marks
        .of_line(line)
        .iter()
        .filter(|mark| parts_clauses(**mark));
    let mut from = span.start;
    let pieces = ends
        .map(|mark| mark.span())
        .chain(std::iter::once(Span::new(span.end, span.end)));
    pieces.filter_map(move |end| {
        let clause = Span::new(from, end.start);
        from = end.end;
        (!clause.is_empty()).then(|| Clause {
            hash: hash(clause.slice(context.folded())),
            length: clause.len(),
        })
    })
}

/// Whether a mark ends a clause: letters and digits do not.
fn parts_clauses(mark: Mark) -> bool {
    !mark.character.is_alphanumeric()
}

fn hash(words: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(words.as_bytes());
    hasher.finish()
}
