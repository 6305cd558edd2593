//! In: a place where the damage may have begun, as [`Root`]s. Out: the texts that the damage turns into
//! exactly what is shown from there on, the most likely first.
//!
//! From the lost byte on, every pair that is shown consists of the trail byte of one character and the lead
//! byte of the next; the search walks along with that lead byte pending until a trail byte shows as a byte of
//! its own or is lost, and the bytes are in step again. Only lost bytes branch, so few paths are followed.

use super::codec::{self, FULL_WIDTH, LEADS};
use super::language::Context;
use super::likelihood::{Bits, Likelihood, State, common_leads};
use super::marks::OPEN;
use super::readings::{Says, is_read};
use super::shown::{self, Shown};

/// How many paths go on at each step.
const PATHS: usize = 24;
/// Paths that are so much worse than the best do not go on.
const WIDTH: Bits = 24 * BIT;
/// How many readings of a place are kept.
const ENDED: usize = 96;
/// So many things shown may be out of step.
const STEPS: usize = 120;
/// After so many steps a reading that is no better than what is shown is given up.
const PATIENCE: usize = 6;
/// So many characters after a place speak for one reading or another.
const FOLLOWING: usize = 2;
/// A bit, as bits are counted here.
pub const BIT: Bits = 16;

/// How many of the best paths are tried with a pair that was dropped, and how many ways each goes on.
const DROPPING: usize = 5;
const DROPPED: usize = 6;
/// Of the characters before a dropped pair so many are tried.
const DROPPED_FIRST: usize = 5;
/// Of the characters of which nothing is left so many are tried.
const TRACELESS: usize = 60;

/// The half-width signs that replaced full-width ones.
pub const SIGNS: &[u8] = b",:;?!().";

/// What a variant of the damage costs.
mod cost {
    use super::{BIT, Bits};

    /// A lost byte left nothing, although others leave `?`.
    pub const SILENT: Bits = 3 * BIT;
    /// The same, before a question mark that is one.
    pub const QUESTION: Bits = 5 * BIT;
    /// A character that is read otherwise as a rule.
    pub const READ_OTHERWISE: Bits = 15 * BIT;
    /// A character of which no reading is known.
    pub const NO_READING: Bits = 10 * BIT;
    /// A note beside a character that is not read so, where the note may belong to what was seen.
    pub const READ_STRANGELY: Bits = 5 * BIT;
    /// A byte of ASCII that was the second of a pair: a Latin letter right after a character.
    pub const LETTER: Bits = 6 * BIT;
    /// A reading that fits a note beside it, which is more than chance.
    pub const READ_SO: Bits = -8 * BIT;
    /// A note without its opening bracket is nothing that anybody writes.
    pub const BARE_NOTE: Bits = -20 * BIT;
}

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

/// What is seen after a dropped pair: a trail byte, the lead byte after it if there is one, the character
/// that shows them, and where the text goes on.
#[derive(Clone, Copy)]
struct Seen {
    trail: u8,
    follower: Option<u8>,
    character: char,
    after: usize,
}

/// A search from one place.
pub struct Search<'t> {
    text: &'t str,
    likelihood: &'t Likelihood,
    nodes: Vec<Node>,
    ended: Vec<Path>,
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
                for path in paths.iter().take(DROPPING) {
                    search.dropped(path, &mut next);
                }
            }
            search.settle(&mut next);
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
        paths.sort_by_key(|path| path.bits);
        let worst = paths.first().map_or(0, |path| path.bits + WIDTH);
        let count = count.min(paths.partition_point(|path| path.bits <= worst));
        if let Some(path) = paths.get(count) {
            let least = self.given_up.map_or(path.bits, |bits| bits.min(path.bits));
            self.given_up = Some(least);
        }
        paths.truncate(count);
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

    /// The ways on from a path with a pending lead byte.
    fn step(&mut self, path: &Path, next: &mut Vec<Path>) {
        let Some(lead) = path.pending else { return };
        let (shown, length) = shown::at(self.text, path.at);
        let after = path.at + length;
        match shown {
            Shown::Pair([trail, follower], character) => {
                if shown::is_widened(character) {
                    self.lost(path, lead, path.at, cost::SILENT, next);
                }
                let Some(mut on) = self.read(path, lead, trail, after, character) else {
                    return;
                };
                self.go_on(&mut on, Some(follower));
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
                self.pass(&mut on, character);
                self.lost(&on, lead, after, 0, next);
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
        self.pass(&mut on, shown);
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

    /// A private character is not shown at all: a trail byte and the lead byte after it were dropped.
    fn dropped(&mut self, path: &Path, next: &mut Vec<Path>) {
        let Some(lead) = path.pending else { return };
        let next_char = self.likelihood.after(path.before.state);
        let mut firsts: Vec<(Bits, u8, char)> = codec::PRIVATE_FIRSTS
            .iter()
            .filter_map(|&first| Some((first, written([lead, first])?)))
            .map(|(first, c)| (next_char.step(c).0, first, c))
            .collect();
        firsts.sort_unstable();
        firsts.truncate(DROPPED_FIRST);
        let (shown, length) = shown::at(self.text, path.at);
        let after = path.at + length;
        match shown {
            Shown::Pair([trail, follower], character) => {
                let seen = Seen {
                    trail,
                    follower: Some(follower),
                    character,
                    after,
                };
                self.dropped_before(path, &firsts, seen, next);
            }
            Shown::Single(byte) => {
                let character = char::from(byte);
                if byte >= 0x40 {
                    let seen = Seen {
                        trail: byte,
                        follower: None,
                        character,
                        after,
                    };
                    self.dropped_before(path, &firsts, seen, next);
                } else {
                    self.traceless(path, &firsts, path.at, next);
                }
                if (0x21..0x7f).contains(&byte) {
                    let follower = Some(byte | 0x80);
                    let seen = Seen {
                        trail: FULL_WIDTH,
                        follower,
                        character,
                        after,
                    };
                    self.dropped_before(path, &firsts, seen, next);
                }
            }
            Shown::Lost(character) => {
                let mut on = *path;
                self.pass(&mut on, character);
                self.traceless(&on, &firsts, after, next);
                if character == '?' {
                    let follower = Some(b'?' | 0x80);
                    let seen = Seen {
                        trail: FULL_WIDTH,
                        follower,
                        character,
                        after,
                    };
                    self.dropped_before(path, &firsts, seen, next);
                }
            }
            Shown::End => self.traceless(path, &firsts, path.at, next),
            Shown::Note(_) => {}
        }
    }

    /// Goes on with what is seen after a dropped pair.
    fn dropped_before(
        &mut self,
        path: &Path,
        firsts: &[(Bits, u8, char)],
        seen: Seen,
        next: &mut Vec<Path>,
    ) {
        let Seen {
            trail,
            follower,
            character,
            after,
        } = seen;
        // The character behind is known as well where a pair is shown: it speaks for those before it.
        let behind = match shown::at(self.text, after).0 {
            Shown::Pair([trail, _], _) => follower.and_then(|lead| codec::character([lead, trail])),
            _ => None,
        };
        let mut found: Vec<(Bits, char, Option<char>, char)> = Vec::new();
        // No character gains more than a mark that closes what is open: what is past the last of the best by more
        // than that is not looked at.
        let mut limit = Bits::MAX;
        for (bits, first, c, other, state) in self.with_second(path, firsts) {
            if bits + 2 * OPEN > limit {
                break;
            }
            let third = self.likelihood.after(state);
            for &second in common_leads(trail) {
                if codec::is_private([first, second])
                    && let Some(d) = codec::character([second, trail])
                {
                    let (own, state) = third.step(d);
                    if bits + own + OPEN > limit {
                        continue;
                    }
                    let more = behind.map_or(0, |c| self.likelihood.step(state, c).0);
                    found.push((bits + own + more, c, other, d));
                }
            }
            found.sort_unstable();
            found.truncate(DROPPED);
            if let (DROPPED, Some(last)) = (found.len(), found.last()) {
                limit = last.0;
            }
        }
        for &(_, first, second, third) in &found {
            let mut on = *path;
            self.pass(&mut on, character);
            on.at = after;
            self.push(&mut on, first);
            if let Some(second) = second {
                self.push(&mut on, second);
            }
            self.push(&mut on, third);
            self.go_on(&mut on, follower);
            next.push(on);
        }
    }

    /// The beginnings of one character before a dropped pair, and of two where a pair was dropped between
    /// them as well: their bits, the byte that the next pair begins with, and themselves.
    fn with_second(
        &self,
        path: &Path,
        firsts: &[(Bits, u8, char)],
    ) -> Vec<(Bits, u8, char, Option<char>, State)> {
        let mut all = Vec::new();
        for &(bits, first, c) in firsts {
            let state = self.likelihood.step(path.before.state, c).1;
            all.push((bits, first, c, None, state));
            let after = self.likelihood.after(state);
            for second in self.likelihood.followers(state).take(TRACELESS) {
                let Some([lead, trail]) = codec::pair(second) else {
                    continue;
                };
                if codec::is_private([first, lead]) && codec::PRIVATE_FIRSTS.contains(&trail) {
                    let (more, state) = after.step(second);
                    all.push((bits + more, trail, c, Some(second), state));
                }
            }
        }
        all.sort_unstable_by_key(|one| one.0);
        all.truncate(2 * DROPPED_FIRST);
        all
    }

    /// A pair was dropped and the byte behind it lost: of the second character nothing is left.
    fn traceless(
        &mut self,
        path: &Path,
        firsts: &[(Bits, u8, char)],
        at: usize,
        next: &mut Vec<Path>,
    ) {
        let note = shown::syllable_and_bracket(self.text, at);
        for &(_, first, character) in firsts {
            let mut on = *path;
            on.pending = None;
            on.at = at;
            self.push(&mut on, character);
            let likelihood = self.likelihood;
            if let Some((letter, length)) = note {
                on.at = at + length;
                on.bits += cost::BARE_NOTE;
                for second in read_so(first, letter) {
                    let mut on = on;
                    self.push(&mut on, second);
                    next.push(on);
                }
                continue;
            }
            let behind = likelihood.after(on.before.state);
            for second in likelihood.followers(on.before.state).take(TRACELESS) {
                let pair = codec::pair(second);
                if pair.is_some_and(|[lead, _]| codec::is_private([first, lead])) {
                    let mut on = on;
                    self.push_as(&mut on, second, behind.step(second));
                    next.push(on);
                }
            }
        }
    }

    /// Goes on with the second byte of what was shown.
    fn go_on(&mut self, path: &mut Path, follower: Option<u8>) {
        path.pending = follower.filter(|byte| LEADS.contains(byte));
        if let Some(byte) = follower.filter(u8::is_ascii) {
            path.bits += cost::LETTER;
            self.push(path, char::from(byte));
        }
    }

    /// Every character whose trail byte may have been lost before `at`; a bracket may be lost with it.
    fn lost(&mut self, path: &Path, lead: u8, at: usize, cost: Bits, next: &mut Vec<Path>) {
        let note = shown::syllable_and_bracket(self.text, at);
        let following = match shown::at(self.text, at).0 {
            _ if note.is_some() => None,
            Shown::Pair(_, character) if shown::is_widened(character) => None,
            Shown::Pair([lead, _], _) => Some(lead),
            Shown::Single(byte) => Some(byte),
            _ => None,
        };
        let likelihood = self.likelihood;
        let after = likelihood.after(path.before.state);
        for trail in LEADS {
            // It would not be lost if it made a pair with what follows.
            if following.is_some_and(|byte| codec::character([trail, byte]).is_some()) {
                continue;
            }
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
                on.bits += reading_bits([lead, trail], letter) + cost::BARE_NOTE;
            }
            self.push_as(&mut on, character, after.step(character));
            next.push(on);
        }
    }

    /// Takes those out that are in step again, with the bits of what follows them.
    fn settle(&mut self, paths: &mut Vec<Path>) {
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

    fn outcome(&self) -> Outcome {
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

/// The characters that are read as a note says and whose lead byte was dropped with a byte before it.
fn read_so(first: u8, letter: u8) -> impl Iterator<Item = char> {
    let leads = LEADS.filter(move |&lead| codec::is_private([first, lead]));
    let pairs = leads.flat_map(|lead| LEADS.map(move |trail| [lead, trail]));
    pairs
        .filter(move |&pair| is_read(pair, letter) == Says::Yes)
        .filter_map(written)
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

fn in_step(path: Path) -> Path {
    Path {
        pending: None,
        ..path
    }
}
