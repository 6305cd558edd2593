//! In: paths whose bytes are in step again. Out: the candidates, judged by what stands after them too.

use super::super::codec;
use super::super::readings::{Says, is_read};
use super::super::shown::{self, Shown};
use super::{Candidate, Outcome, Path, Search, cost};

/// How many readings of a place are kept.
const ENDED: usize = 96;
/// So many characters after a place speak for one reading or another.
const FOLLOWING: usize = 2;

impl Search<'_> {
    /// Takes those out that are in step again, with the bits of what follows them.
    pub(super) fn settle(&mut self, paths: &mut Vec<Path>) {
        let (mut now, on): (Vec<Path>, Vec<Path>) =
            paths.drain(..).partition(|path| path.pending.is_none());
        *paths = on;
        self.keep(&mut now, ENDED);
        for path in &mut now {
            self.follow(path);
        }
        let mut ended = std::mem::take(&mut self.ended);
        ended.append(&mut now);
        self.keep(&mut ended, ENDED);
        self.ended = ended;
    }

    /// What stands after a stretch speaks for one reading or the other.
    fn follow(&self, path: &mut Path) {
        let mut at = path.at;
        let mut is_first = true;
        for _ in 0..FOLLOWING {
            let (mut shown, mut length) = shown::at(self.text, at);
            if let Shown::Note(letter) = shown {
                if is_first {
                    path.bits += match codec::pair(path.last).map(|pair| is_read(pair, letter)) {
                        Some(Says::Yes) => cost::READ_SO,
                        Some(Says::No) => cost::READ_STRANGELY,
                        _ => 0,
                    };
                }
                at += length;
                (shown, length) = shown::at(self.text, at);
            }
            is_first = false;
            let character = match shown {
                Shown::Pair(_, character) => character,
                Shown::Single(byte) => char::from(byte),
                Shown::End => '\n',
                Shown::Lost(_) | Shown::Note(_) => return,
            };
            let (bits, state) = self.likelihood.step(path.before.state, character);
            path.bits += bits;
            path.before.state = state;
            self.pass(path, character);
            if shown == Shown::End {
                return;
            }
            at += length;
        }
    }

    pub(super) fn outcome(&self) -> Outcome {
        let mut candidates: Vec<Candidate> = Vec::new();
        for path in &self.ended {
            let candidate = Candidate {
                text: self.spelled(path.node),
                end: path.at,
                gain: -path.bits,
            };
            let is_known =
                |known: &Candidate| (known.end, &known.text) == (candidate.end, &candidate.text);
            if !candidates.iter().any(is_known) {
                candidates.push(candidate);
            }
        }
        Outcome {
            candidates,
            given_up: self.given_up.map(|bits| -bits),
            effort: self.nodes.len(),
        }
    }

    /// The text of a path, its signs in the width of the document's.
    fn spelled(&self, mut node: usize) -> String {
        let mut characters = Vec::new();
        while let Some(found) = self.nodes.get(node) {
            characters.push(self.likelihood.in_width(found.character));
            node = found.parent;
        }
        characters.iter().rev().collect()
    }
}
