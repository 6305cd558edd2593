//! In: a place where the damage may have begun, as [`Root`]s. Out: the texts that the damage turns into
//! exactly what is shown from there on, the most likely first.
//!
//! From the lost byte on, every pair that is shown consists of the trail byte of one character and the lead
//! byte of the next; the search walks along with that lead byte pending until a trail byte shows as a byte of
//! its own or is lost, and the bytes are in step again. Only lost bytes branch, so few paths are followed.

mod cost;
mod dropped;
mod ending;
mod ways;

use super::codec;
use super::language::Context;
use super::likelihood::{BIT, Bits, Likelihood, State};
use super::readings::{Says, is_read};

/// How many paths go on at each step.
const PATHS: usize = 24;
/// Paths that are so much worse than the best do not go on.
const WIDTH: Bits = 24 * BIT;
/// So many things shown may be out of step.
const STEPS: usize = 120;
/// After so many steps a reading that is no better than what is shown is given up.
const PATIENCE: usize = 6;
/// How many of the best paths are tried with a pair that was dropped.
const DROPPING: usize = 3;

/// Where a reading may begin.
#[derive(Clone, Copy, Debug)]
pub struct Root {
    /// A character that was restored whole, if one was, with what it costs.
    pub restored: Option<(char, (Bits, State))>,
    /// The lead byte that waits for its trail byte.
    pub pending: u8,
    /// Where what is shown goes on, in bytes of the text.
    pub at: usize,
    /// The bits that it costs besides, less those of what was shown.
    pub bits: Bits,
}

/// What is before a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    /// As it reads.
    pub state: State,
    /// As it is shown.
    pub shown: Context,
}

/// A text that the damage turns into what is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The text.
    pub text: String,
    /// Where the bytes are in step again, in bytes of the text as shown.
    pub end: usize,
    /// How much less surprising it is than what is shown; larger is better.
    pub gain: Bits,
}

/// What a search found.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The candidates, the best first.
    pub candidates: Vec<Candidate>,
    /// The gain of the best path that was given up: nothing better was overlooked.
    pub given_up: Option<Bits>,
    /// How many characters were tried.
    pub effort: usize,
}

impl Outcome {
    /// The gain of the best candidate.
    pub fn gain(&self) -> Option<Bits> {
        self.candidates.first().map(|one| one.gain)
    }
}

#[derive(Clone, Copy)]
struct Node {
    parent: usize,
    character: char,
}

#[derive(Clone, Copy)]
struct Path {
    node: usize,
    before: Before,
    /// The character read last.
    last: char,
    at: usize,
    /// `None` once the bytes are in step again.
    pending: Option<u8>,
    bits: Bits,
}

/// A search from one place.
pub struct Search<'t> {
    text: &'t str,
    likelihood: &'t Likelihood,
    nodes: Vec<Node>,
    /// The best paths whose bytes are in step again, judged by what follows them.
    ended: Vec<Path>,
    /// Those of this step, not judged yet.
    ending: Vec<Path>,
    /// Paths of this step that end with more bits are not among the best.
    limit: Bits,
    /// The bits of the best path that was given up.
    given_up: Option<Bits>,
}

impl<'t> Search<'t> {
    /// The candidates from the roots of a place; `last` is the character before it.
    pub fn run(
        text: &'t str,
        likelihood: &'t Likelihood,
        before: Before,
        last: char,
        roots: &[Root],
    ) -> Outcome {
        let mut search = Self {
            text,
            likelihood,
            nodes: Vec::with_capacity(256),
            ended: Vec::new(),
            ending: Vec::new(),
            limit: Bits::MAX,
            given_up: None,
        };
        let mut paths: Vec<Path> = roots
            .iter()
            .map(|root| search.start(before, last, root))
            .collect();
        search.keep(&mut paths, PATHS);
        let mut next = Vec::new();
        for step in 0..STEPS {
            for path in &paths {
                search.step(path, &mut next);
            }
            if likelihood.drops_private {
                let found = next.iter().chain(&search.ending);
                let best = found.map(|path| path.bits).min();
                for path in paths.iter().take(DROPPING) {
                    search.dropped(path, best, &mut next);
                }
            }
            search.settle();
            search.keep(&mut next, PATHS);
            std::mem::swap(&mut paths, &mut next);
            next.clear();
            if paths.is_empty() || step >= PATIENCE && paths[0].bits > 0 {
                break;
            }
        }
        search.keep(&mut paths, 0);
        search.outcome()
    }

    /// Keeps the best of some paths, and remembers the best of the others.
    fn keep(&mut self, paths: &mut Vec<Path>, count: usize) {
        let Some(best) = paths.iter().map(|path| path.bits).min() else {
            return;
        };
        paths.retain(|path| {
            let is_kept = path.bits <= best + WIDTH;
            if !is_kept {
                self.give_up(path.bits);
            }
            is_kept
        });
        paths.sort_by_key(|path| path.bits);
        if let Some(path) = paths.get(count) {
            self.give_up(path.bits);
        }
        paths.truncate(count);
    }

    /// Remembers that a path with so many bits was not followed.
    fn give_up(&mut self, bits: Bits) {
        self.given_up = Some(self.given_up.map_or(bits, |least| least.min(bits)));
    }

    fn start(&mut self, before: Before, last: char, root: &Root) -> Path {
        let mut path = Path {
            node: usize::MAX,
            before,
            last,
            at: root.at,
            pending: Some(root.pending),
            bits: root.bits,
        };
        if let Some((character, step)) = root.restored {
            self.push_as(&mut path, character, step);
        }
        path
    }

    /// Puts a character behind a path.
    fn push(&mut self, path: &mut Path, character: char) {
        let step = self.likelihood.step(path.before.state, character);
        self.push_as(path, character, step);
    }

    /// The same, where it is known what the character costs.
    fn push_as(&mut self, path: &mut Path, character: char, (bits, state): (Bits, State)) {
        path.bits += bits;
        path.before.state = state;
        self.nodes.push(Node {
            parent: path.node,
            character,
        });
        path.node = self.nodes.len() - 1;
        path.last = character;
    }

    /// Takes off what it costs to believe in what is shown.
    fn pass(&self, path: &mut Path, shown: char) {
        let (bits, context) = self.likelihood.step_in_model(path.before.shown, shown);
        path.bits -= bits;
        path.before.shown = context;
    }
}

/// The bits that a note beside a character adds.
pub fn reading_bits(pair: codec::Pair, letter: u8) -> Bits {
    match is_read(pair, letter) {
        Says::Yes => 0,
        Says::No => cost::READ_OTHERWISE,
        Says::Nothing => cost::NO_READING,
    }
}

/// The character of a pair, if it is one that people write.
fn written(pair: codec::Pair) -> Option<char> {
    codec::character(pair).filter(|_| !codec::is_private(pair))
}
