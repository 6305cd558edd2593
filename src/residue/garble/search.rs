//! In: a place where the damage may have begun, as [`Root`]s. Out: the texts that the damage turns into
//! exactly what is shown from there on, the most likely first.
//!
//! From the lost byte on, every pair that is shown consists of the trail byte of one character and the lead
//! byte of the next; the search walks along with that lead byte pending until a trail byte shows as a byte of
//! its own or is lost, and the bytes are in step again. Only lost bytes branch, so few paths are followed.

use super::codec::{self, FULL_WIDTH, LEADS};
use super::likelihood::Likelihood;
use super::readings::{Says, is_read};
use super::shown::{self, Shown};

/// How many paths go on at each step.
const PATHS: usize = 24;
/// So many things shown may be out of step.
const STEPS: usize = 120;
/// After so many steps a reading that is no better than what is shown is given up.
const PATIENCE: usize = 6;

/// The half-width signs that replaced full-width ones.
pub const SIGNS: &[u8] = b",:;?!().";

/// The bits that a variant of the damage costs.
mod cost {
    /// A lost byte left nothing, although others leave `?`.
    pub const SILENT: f32 = 3.0;
    /// The same, before a question mark that is one.
    pub const QUESTION: f32 = 5.0;
    /// A character that is read otherwise as a rule.
    pub const READ_OTHERWISE: f32 = 15.0;
    /// A character of which no reading is known.
    pub const NO_READING: f32 = 10.0;
    /// A reading that fits a note beside it, which is more than chance.
    pub const READ_SO: f32 = -3.0;
}

/// Where a reading may begin.
#[derive(Clone, Copy, Debug)]
pub struct Root {
    /// A character that was restored whole, if one was.
    pub restored: Option<char>,
    /// The lead byte that waits for its trail byte.
    pub pending: u8,
    /// Where what is shown goes on, in bytes of the text.
    pub at: usize,
    /// The bits that it costs, less those of what was shown.
    pub bits: f32,
}

/// A text that the damage turns into what is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The text.
    pub text: String,
    /// Where the bytes are in step again, in bytes of the text as shown.
    pub end: usize,
    /// How much less surprising it is than what is shown, in bits; larger is better.
    pub gain: f32,
}

#[derive(Clone, Copy)]
struct Node {
    parent: usize,
    character: char,
}

#[derive(Clone, Copy)]
struct Path {
    node: usize,
    last: char,
    /// The character shown last.
    shown: char,
    at: usize,
    /// `None` once the bytes are in step again.
    pending: Option<u8>,
    bits: f32,
}

/// A search from one place.
pub struct Search<'t> {
    text: &'t str,
    likelihood: &'t Likelihood,
    nodes: Vec<Node>,
    ended: Vec<Path>,
}

impl<'t> Search<'t> {
    /// The candidates from the roots of a place, the best first; `before` is the character before it.
    pub fn run(
        text: &'t str,
        likelihood: &'t Likelihood,
        before: char,
        roots: &[Root],
    ) -> Vec<Candidate> {
        let mut search = Self {
            text,
            likelihood,
            nodes: Vec::with_capacity(256),
            ended: Vec::new(),
        };
        let mut paths: Vec<Path> = roots
            .iter()
            .map(|root| search.start(before, root))
            .collect();
        paths.sort_by(|a, b| a.bits.total_cmp(&b.bits));
        let mut next = Vec::new();
        for step in 0..STEPS {
            for path in &paths {
                search.step(path, &mut next);
            }
            search.settle(&mut next);
            next.sort_by(|a, b| a.bits.total_cmp(&b.bits));
            next.truncate(PATHS);
            std::mem::swap(&mut paths, &mut next);
            next.clear();
            if paths.is_empty() || step >= PATIENCE && paths[0].bits > 0.0 {
                break;
            }
        }
        search.candidates()
    }

    fn start(&mut self, before: char, root: &Root) -> Path {
        let mut path = Path {
            node: usize::MAX,
            last: before,
            shown: before,
            at: root.at,
            pending: Some(root.pending),
            bits: root.bits,
        };
        if let Some(character) = root.restored {
            self.push(&mut path, character);
        }
        path
    }

    /// Puts a character behind a path; its bits are counted by the caller.
    fn push(&mut self, path: &mut Path, character: char) {
        self.nodes.push(Node {
            parent: path.node,
            character,
        });
        path.node = self.nodes.len() - 1;
        path.last = character;
    }

    /// The ways on from a path with a pending lead byte.
    fn step(&mut self, path: &Path, next: &mut Vec<Path>) {
        let Some(lead) = path.pending else { return };
        let (shown, length) = shown::at(self.text, path.at);
        let after = path.at + length;
        match shown {
            Shown::Pair([trail, follower], character) => {
                let Some(mut on) = self.read(path, lead, trail, after, character) else {
                    return;
                };
                if LEADS.contains(&follower) {
                    on.pending = Some(follower);
                } else if follower.is_ascii() {
                    on.bits += self.likelihood.bits(on.last, char::from(follower));
                    self.push(&mut on, char::from(follower));
                    on.pending = None;
                }
                next.push(on);
            }
            Shown::Single(byte) => {
                let character = if byte == 0x80 {
                    '€'
                } else {
                    char::from(byte)
                };
                if byte >= 0x40 {
                    next.extend(self.read(path, lead, byte, after, character).map(in_step));
                } else {
                    self.lost(path, lead, path.at, cost::SILENT, next);
                }
                self.sign(path, lead, byte, after, next);
            }
            Shown::Lost(character) => {
                let mut on = *path;
                on.bits -= self.likelihood.bits_in_words(path.shown, character);
                on.shown = character;
                self.lost(&on, lead, after, 0.0, next);
                let has_note = shown::syllable_and_bracket(self.text, after).is_some();
                if character == '?' && !has_note {
                    self.lost(path, lead, path.at, cost::QUESTION, next);
                    self.sign(path, lead, b'?', after, next);
                }
            }
            Shown::Note(_) => {
                next.push(Path { at: after, ..*path });
                self.lost(path, lead, path.at, cost::SILENT, next);
            }
            Shown::End => self.lost(path, lead, path.at, cost::SILENT, next),
        }
    }

    /// The pending character with its trail byte, where there is such a character.
    fn read(&mut self, path: &Path, lead: u8, trail: u8, at: usize, shown: char) -> Option<Path> {
        let character = written([lead, trail])?;
        let mut on = *path;
        on.bits += self.likelihood.bits(path.last, character)
            - self.likelihood.bits_in_words(path.shown, shown);
        on.shown = shown;
        on.at = at;
        self.push(&mut on, character);
        Some(on)
    }

    /// A full-width form of ASCII that was shown, or seen, across the boundary and made half-width: its first
    /// byte is the trail byte of this character.
    fn sign(&mut self, path: &Path, lead: u8, byte: u8, at: usize, next: &mut Vec<Path>) {
        if (0x21..0x7f).contains(&byte)
            && let Some(mut on) = self.read(path, lead, FULL_WIDTH, at, char::from(byte))
        {
            on.pending = Some(byte | 0x80);
            next.push(on);
        }
    }

    /// Every character whose trail byte may have been lost before `at`; a bracket may be lost with it.
    fn lost(&mut self, path: &Path, lead: u8, at: usize, cost: f32, next: &mut Vec<Path>) {
        let note = shown::syllable_and_bracket(self.text, at);
        for trail in LEADS {
            let Some(character) = written([lead, trail]) else {
                continue;
            };
            let mut on = *path;
            on.pending = None;
            on.at = at;
            on.bits += cost;
            if let Some((letter, length)) = note {
                if is_read([lead, trail], letter) == Says::No {
                    continue;
                }
                on.at = at + length;
                // The note without its opening bracket is nothing that anybody writes.
                on.bits += reading_bits([lead, trail], letter) - 20.0;
            }
            on.bits += self.likelihood.bits(path.last, character);
            self.push(&mut on, character);
            next.push(on);
        }
    }

    /// Takes those out that are in step again, with the bits of what follows them.
    fn settle(&mut self, paths: &mut Vec<Path>) {
        let (text, likelihood) = (self.text, self.likelihood);
        let ended = &mut self.ended;
        paths.retain(|path| {
            if path.pending.is_none() {
                let mut path = *path;
                path.bits += following_bits(text, likelihood, &path);
                ended.push(path);
            }
            path.pending.is_some()
        });
        ended.sort_by(|a, b| a.bits.total_cmp(&b.bits));
        ended.truncate(4 * PATHS);
    }

    fn candidates(&self) -> Vec<Candidate> {
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
        candidates
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

/// The bits that a note beside a character adds.
pub fn reading_bits(pair: codec::Pair, letter: u8) -> f32 {
    match is_read(pair, letter) {
        Says::Yes => 0.0,
        Says::No => cost::READ_OTHERWISE,
        Says::Nothing => cost::NO_READING,
    }
}

/// The character of a pair, if it is one that people write.
fn written(pair: codec::Pair) -> Option<char> {
    codec::character(pair).filter(|c| !is_private(*c))
}

fn is_private(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}')
}

fn in_step(path: Path) -> Path {
    Path {
        pending: None,
        ..path
    }
}

/// A line ends with a full stop more likely than with a comma.
fn end_bits(last: char) -> f32 {
    match last {
        '。' | '！' | '？' => -2.0,
        '，' | '、' | '“' | '（' => 8.0,
        _ => 0.0,
    }
}

/// What stands after a stretch speaks for one reading or the other.
fn following_bits(text: &str, likelihood: &Likelihood, path: &Path) -> f32 {
    let (mut shown, mut length) = shown::at(text, path.at);
    let mut bits = 0.0;
    if let Shown::Note(letter) = shown {
        bits += match codec::pair(path.last).map(|pair| is_read(pair, letter)) {
            Some(Says::Yes) => cost::READ_SO,
            Some(Says::No) => cost::READ_OTHERWISE / 3.0,
            _ => 0.0,
        };
        (shown, length) = shown::at(text, path.at + length);
    }
    let character = match shown {
        Shown::Pair(_, character) => character,
        Shown::Single(byte) => char::from(byte),
        Shown::Lost('?') if length == 1 => '?',
        Shown::End => return bits + end_bits(path.last),
        _ => return bits,
    };
    bits + likelihood.bits(path.last, character) - likelihood.bits_in_words(path.shown, character)
}
