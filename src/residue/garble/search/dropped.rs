//! In: a path, where the program that garbled the text left out private characters. Out: the paths that go on
//! over a pair that was dropped: a trail byte and the lead byte after it are shown by nothing.

use super::super::codec::{self, FULL_WIDTH, LEADS};
use super::super::likelihood::{BIT, Bits, State, common_leads};
use super::super::marks::OPEN;
use super::super::readings::{Says, is_read};
use super::super::shown::{self, Shown};
use super::{Path, Search, cost, written};

/// Of the characters before a dropped pair so many are tried, and so many ways each goes on.
const FIRST: usize = 5;
const WAYS: usize = 6;
/// So many ways are judged by what stands behind as well.
const JUDGED: usize = 24;
/// A way over a dropped pair is tried where it costs so many bits more than the best without, at most.
const SPARE: Bits = 18 * BIT;

/// What is seen after a dropped pair: a trail byte, the lead byte after it if there is one, the character
/// that shows them, and where the text goes on.
#[derive(Clone, Copy)]
struct Seen {
    trail: u8,
    follower: Option<u8>,
    character: char,
    after: usize,
}

/// A character before a dropped pair, or two where a pair was dropped between them as well.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Start {
    bits: Bits,
    /// The byte that the dropped pair begins with.
    byte: u8,
    character: char,
    second: Option<char>,
}

impl Search<'_> {
    /// A private character is not shown at all: a trail byte and the lead byte after it were dropped. `best`
    /// are the bits of the best path that goes on without.
    pub(super) fn dropped(&mut self, path: &Path, best: Option<Bits>, next: &mut Vec<Path>) {
        let Some(lead) = path.pending else { return };
        let (shown, length) = shown::at(self.text, path.at);
        let after = path.at + length;
        let mut passed = *path;
        if let Some(character) = character_of(shown) {
            self.pass(&mut passed, character);
        }
        let spare = best.map_or(Bits::MAX, |best| best + SPARE - passed.bits);
        let starts = self.starts(path.before.state, lead, spare);
        if starts.is_empty() {
            return;
        }
        for seen in seen(shown, after) {
            self.dropped_before(path, &starts, seen, spare, next);
        }
        match shown {
            Shown::Lost(_) => self.traceless(&passed, &starts, after),
            Shown::Single(byte) if byte.is_ascii_alphabetic() => {
                self.letter(path, lead, byte);
            }
            Shown::Single(..0x40) | Shown::End => self.traceless(path, &starts, path.at),
            _ => {}
        }
    }

    /// The likeliest characters whose trail byte begins a pair that is dropped.
    fn starts(&self, state: State, lead: u8, spare: Bits) -> Vec<Start> {
        let after = self.likelihood.after(state);
        let start = |byte: u8| {
            let character = written([lead, byte])?;
            let bits = after.step(character).0;
            let second = None;
            (bits <= spare).then_some(Start {
                bits,
                byte,
                character,
                second,
            })
        };
        let mut starts: Vec<Start> = codec::PRIVATE_FIRSTS.iter().filter_map(start).collect();
        starts.sort_unstable();
        starts.truncate(FIRST);
        starts
    }

    /// Goes on with what is seen after a dropped pair.
    fn dropped_before(
        &mut self,
        path: &Path,
        starts: &[Start],
        seen: Seen,
        spare: Bits,
        next: &mut Vec<Path>,
    ) {
        for (start, character, _) in self.ways_over(path.before.state, starts, seen, spare) {
            let mut on = *path;
            self.pass(&mut on, seen.character);
            on.at = seen.after;
            self.push(&mut on, start.character);
            if let Some(second) = start.second {
                self.push(&mut on, second);
            }
            self.push(&mut on, character);
            self.go_on(&mut on, seen.follower);
            self.put(on, next);
        }
    }

    /// The likeliest ways over a dropped pair: the start, and the character that what is seen ends.
    fn ways_over(
        &self,
        state: State,
        starts: &[Start],
        seen: Seen,
        mut spare: Bits,
    ) -> Vec<(Start, char, State)> {
        let order = |(start, character, _): &(Start, char, State)| (*start, *character);
        let mut found: Vec<(Start, char, State)> = Vec::new();
        for (start, state) in self.with_second(state, starts, spare) {
            // No character gains more than a mark that closes what is open.
            if start.bits + OPEN > spare {
                break;
            }
            let after = self.likelihood.after(state);
            let leads = codec::private_seconds(start.byte).and(common_leads(seen.trail));
            for lead in leads.iter() {
                if let Some(character) = codec::character([lead, seen.trail]) {
                    let (own, state) = after.step(character);
                    let bits = start.bits + own;
                    if bits <= spare {
                        found.push((Start { bits, ..start }, character, state));
                    }
                }
            }
            found.sort_unstable_by_key(order);
            found.truncate(JUDGED);
            if let (JUDGED, Some((last, ..))) = (found.len(), found.last()) {
                spare = last.bits;
            }
        }
        // The character behind is known as well where a pair is shown: it speaks for those before it.
        if let Shown::Pair([trail, _], _) = shown::at(self.text, seen.after).0
            && let Some(lead) = seen.follower
            && let Some(behind) = codec::character([lead, trail])
        {
            for (start, _, state) in &mut found {
                start.bits += self.likelihood.step(*state, behind).0;
            }
            found.sort_unstable_by_key(order);
        }
        found.truncate(WAYS);
        found
    }

    /// The starts with one character, and those with two; and what is before the next character.
    fn with_second(&self, state: State, starts: &[Start], spare: Bits) -> Vec<(Start, State)> {
        let mut all = Vec::new();
        for &start in starts {
            let state = self.likelihood.step(state, start.character).1;
            all.push((start, state));
            let after = self.likelihood.after(state);
            for second in self.likelihood.followers(state) {
                let Some([lead, trail]) = codec::pair(second) else {
                    continue;
                };
                if codec::is_private([start.byte, lead])
                    && !codec::private_seconds(trail).is_empty()
                {
                    let (more, state) = after.step(second);
                    let bits = start.bits + more;
                    let (byte, second) = (trail, Some(second));
                    let start = Start {
                        bits,
                        byte,
                        second,
                        ..start
                    };
                    all.push((start, state));
                }
            }
        }
        all.retain(|(start, _)| start.bits <= spare);
        all.sort_unstable_by_key(|(start, _)| *start);
        all.truncate(2 * FIRST);
        all
    }

    /// A pair was dropped and the byte behind it lost: of the second character nothing is left.
    fn traceless(&mut self, path: &Path, starts: &[Start], at: usize) {
        let likelihood = self.likelihood;
        let note = shown::syllable_and_bracket(self.text, at);
        for start in starts {
            let mut on = *path;
            on.pending = None;
            on.at = at;
            self.push(&mut on, start.character);
            let after = likelihood.after(on.before.state);
            let goes_on = |search: &mut Self, second| {
                let mut on = on;
                search.push_as(&mut on, second, after.step(second));
                on
            };
            if let Some((letter, length)) = note {
                for second in read_so(start.byte, letter) {
                    let mut on = goes_on(self, second);
                    on.at = at + length;
                    on.bits += cost::BARE_NOTE;
                    self.end(on);
                }
                continue;
            }
            for second in likelihood.followers(on.before.state) {
                let pair = codec::pair(second);
                if pair.is_some_and(|[lead, _]| codec::is_private([start.byte, lead])) {
                    let on = goes_on(self, second);
                    self.end(on);
                }
            }
        }
    }

    /// A Latin letter was dropped with the byte before it. Which one is not known, but where letters stand for
    /// a name that is left open, xx, it is the one that follows.
    fn letter(&mut self, path: &Path, lead: u8, letter: u8) {
        for byte in codec::private_firsts(letter).iter() {
            let Some(character) = written([lead, byte]) else {
                continue;
            };
            let mut on = *path;
            on.pending = None;
            self.push(&mut on, character);
            self.push(&mut on, char::from(letter));
            on.bits += cost::LETTER;
            self.end(on);
        }
    }
}

/// The character that something is shown as, but a note.
fn character_of(shown: Shown) -> Option<char> {
    match shown {
        Shown::Pair(_, character) | Shown::Lost(character) => Some(character),
        Shown::Single(byte) => Some(char::from(byte)),
        Shown::Note(_) | Shown::End => None,
    }
}

/// What may be seen after a dropped pair: the trail byte of a character, shown with or without the lead byte
/// of the next, or a sign whose first byte it is.
fn seen(shown: Shown, after: usize) -> impl Iterator<Item = Seen> {
    let byte = match shown {
        Shown::Single(byte) => Some(byte),
        Shown::Lost('?') => Some(b'?'),
        _ => None,
    };
    let pair = match shown {
        Shown::Pair([trail, follower], _) => Some((trail, Some(follower))),
        Shown::Single(byte @ 0x40..) => Some((byte, None)),
        _ => None,
    };
    let sign = byte.filter(|byte| (0x21..0x7f).contains(byte));
    let sign = sign.map(|byte| (FULL_WIDTH, Some(byte | 0x80)));
    let character = character_of(shown).unwrap_or_default();
    pair.into_iter()
        .chain(sign)
        .map(move |(trail, follower)| Seen {
            trail,
            follower,
            character,
            after,
        })
}

/// The characters that are read as a note says and whose lead byte was dropped with a byte before it.
fn read_so(first: u8, letter: u8) -> impl Iterator<Item = char> {
    let leads = codec::private_seconds(first).iter();
    let pairs = leads.flat_map(|lead| LEADS.map(move |trail| [lead, trail]));
    pairs
        .filter(move |&pair| is_read(pair, letter) == Says::Yes)
        .filter_map(written)
}
