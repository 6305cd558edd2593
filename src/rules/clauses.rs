//! In: a line. Out: the fingerprints of its clauses, for the rules that look for the same words again.
//! Punctuation parts the clauses and is not part of them, so a copy with other marks is the same.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher, Hasher};

use super::{Mark, Marks};
use crate::text::{Span, is_alphanumeric};

/// A clause without its punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
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

/// The clauses of every line, in order.
#[derive(Clone, Debug, Default)]
pub struct Clauses {
    all: Vec<Clause>,
    /// Where the clauses of each line end in `all`.
    ends: Vec<usize>,
}

impl Clauses {
    /// Reads the clauses between the marks of each line of Folded.
    pub(super) fn read(folded: &str, lines: &[Span], marks: &Marks) -> Self {
        let mut clauses = Self::default();
        for (line, span) in lines.iter().enumerate() {
            let ends = marks
                .of_line(line)
                .iter()
                .filter(|mark| parts_clauses(**mark));
            let mut from = span.start;
            for end in { ends }
                .map(|mark| mark.span())
                .chain([Span::new(span.end, span.end)])
            {
                let clause = Span::new(from, end.start);
                from = end.end;
                if !clause.is_empty() {
                    clauses.all.push(Clause {
                        hash: hash(clause.slice(folded)),
                        length: clause.len(),
                    });
                }
            }
            clauses.ends.push(clauses.all.len());
        }
        clauses
    }

    /// The clauses of a line, by its index in the Document.
    pub(super) fn of_line(&self, line: usize) -> &[Clause] {
        let end = self.ends.get(line).copied().unwrap_or(0);
        let start = line
            .checked_sub(1)
            .map_or(0, |before| self.ends[before].min(end));
        &self.all[start..end]
    }
}

/// Whether a mark ends a clause: letters and digits do not.
fn parts_clauses(mark: Mark) -> bool {
    !is_alphanumeric(mark.character)
}

fn hash(words: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(words.as_bytes());
    hasher.finish()
}
