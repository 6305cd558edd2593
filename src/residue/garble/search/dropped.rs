//! In: a path, where the program that garbled the text left out private characters. Out: the paths that go on
//! over a pair that was dropped: a trail byte and the lead byte after it are shown by nothing.

use super::super::codec::{self, FULL_WIDTH, LEADS};
use super::super::likelihood::{Bits, State, common_leads};
use super::super::readings::{Says, is_read};
use super::super::shown::{self, Shown};
use super::{Path, Search, cost, written};

/// Of the characters before a dropped pair so many are tried, and so many ways each goes on.
const FIRST: usize = 5;
const WAYS: usize = 6;
/// Of the characters of which nothing is left so many are tried.
const TRACELESS: usize = 60;

/// What is seen after a dropped pair: a trail byte, the lead byte after it if there is one, the character
/// that shows them, and where the text goes on.
#[derive(Clone, Copy)]
struct Seen {
    trail: u8,
    follower: Option<u8>,
    character: char,
    after: usize,
}

impl Search<'_> {
    /// A private character is not shown at all: a trail byte and the lead byte after it were dropped.
    pub(super) fn dropped(&mut self, path: &Path, next: &mut Vec<Path>) {
        let Some(lead) = path.pending else { return };
        let next_char = self.likelihood.after(path.before.state);
        let mut firsts: Vec<(Bits, u8, char)> = codec::PRIVATE_FIRSTS
            .iter()
            .filter_map(|&first| Some((first, written([lead, first])?)))
            .map(|(first, c)| (next_char.step(c).0, first, c))
            .collect();
        firsts.sort_unstable();
        firsts.truncate(FIRST);
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
        for (bits, first, c, other, state) in self.with_second(path, firsts) {
            let third = self.likelihood.after(state);
            for &second in common_leads(trail) {
                if codec::is_private([first, second])
                    && let Some(d) = codec::character([second, trail])
                {
                    let (own, state) = third.step(d);
                    let more = behind.map_or(0, |c| self.likelihood.step(state, c).0);
                    found.push((bits + own + more, c, other, d));
                }
            }
        }
        found.sort_unstable();
        for &(_, first, second, third) in found.iter().take(WAYS) {
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
        all.truncate(2 * FIRST);
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
            for second in likelihood.followers(on.before.state).take(TRACELESS) {
                let pair = codec::pair(second);
                if pair.is_some_and(|[lead, _]| codec::is_private([first, lead])) {
                    let mut on = on;
                    self.push(&mut on, second);
                    next.push(on);
                }
            }
        }
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
