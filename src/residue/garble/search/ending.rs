//! In: paths whose bytes are in step again. Out: the candidates, judged by what stands after them too.

use super::super::codec;
use super::super::likelihood::{BIT, Bits};
use super::super::readings::{Says, is_read};
use super::super::shown::{self, Shown};
use super::{Candidate, Outcome, Path, Search, WIDTH, cost};

/// How many readings of a place are kept.
const ENDED: usize = 96;
/// So many characters after a place speak for one reading or another.
const FOLLOWING: usize = 2;
/// A path that ends so much worse than the best is no rival, whatever follows it.
const WORSE: Bits = 36 * BIT;

impl Search<'_> {
    /// Takes a path whose bytes are in step again, unless it cannot be among the best.
    pub(super) fn end(&mut self, path: Path) {
        if path.bits > self.limit {
            self.give_up(path.bits);
            return;
        }
        self.ending.push(path);
        self.limit = self.limit.min(path.bits + WIDTH);
        if self.ending.len() >= 2 * ENDED {
            self.keep_ending();
            if let Some(last) = self.ending.last() {
                self.limit = last.bits;
            }
        }
    }

    fn keep_ending(&mut self) {
        let mut ending = std::mem::take(&mut self.ending);
        self.keep(&mut ending, ENDED);
        self.ending = ending;
    }

    /// Judges the paths that ended in this step by what follows them.
    pub(super) fn settle(&mut self) {
        self.keep_ending();
        let mut ending = std::mem::take(&mut self.ending);
        for path in &mut ending {
            self.follow(path);
        }
        let mut ended = std::mem::take(&mut self.ended);
        ended.append(&mut ending);
        self.keep(&mut ended, ENDED);
        self.limit = ended.first().map_or(Bits::MAX, |best| best.bits + WORSE);
        self.ended = ended;
        self.ending = ending;
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
            let Some(character) = following(shown) else {
                return;
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

/// The character that what is shown after a place reads as; a lost byte says nothing.
fn following(shown: Shown) -> Option<char> {
    match shown {
        Shown::Pair(_, character) => Some(character),
        Shown::Single(byte) => Some(char::from(byte)),
        Shown::End => Some('\n'),
        Shown::Lost(_) | Shown::Note(_) => None,
    }
}
