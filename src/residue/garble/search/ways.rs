//! In: a path with a lead byte that waits for its trail byte. Out: the paths that go on from it, as what is
//! shown next allows: the trail byte shows as a byte, it was lost, or a sign lay across the boundary.

use super::super::codec::{self, FULL_WIDTH, LEADS, Leads};
use super::super::likelihood::Bits;
use super::super::marks::OPEN;
use super::super::readings::{Says, is_read};
use super::super::shown::{self, Shown};
use super::super::signs::is_widened;
use super::{Path, Search, cost, reading_bits, written};

impl Search<'_> {
    /// The ways on from a path with a pending lead byte.
    pub(super) fn step(&mut self, path: &Path, next: &mut Vec<Path>) {
        let Some(lead) = path.pending else { return };
        let (shown, length) = shown::at(self.text, path.at);
        let after = path.at + length;
        match shown {
            Shown::Pair([trail, follower], character) => {
                if is_widened(character) {
                    self.lost(path, lead, path.at, cost::SILENT);
                }
                let Some(mut on) = self.read(path, lead, trail, after, character) else {
                    return;
                };
                self.go_on(&mut on, Some(follower));
                self.put(on, next);
            }
            Shown::Single(byte) => {
                let character = if byte == 0x80 {
                    '€'
                } else {
                    char::from(byte)
                };
                if byte >= 0x40 {
                    if let Some(on) = self.read(path, lead, byte, after, character) {
                        self.end(in_step(on));
                    }
                } else {
                    self.lost(path, lead, path.at, cost::SILENT);
                }
                self.sign(path, lead, byte, after, next);
            }
            Shown::Lost(character) => {
                let mut on = *path;
                self.pass(&mut on, character);
                self.lost(&on, lead, after, 0);
                let has_note = shown::syllable_and_bracket(self.text, after).is_some();
                if character == '?' && !has_note {
                    self.lost(path, lead, path.at, cost::QUESTION);
                    self.sign(path, lead, b'?', after, next);
                }
            }
            Shown::Note(_) => {
                next.push(Path { at: after, ..*path });
                self.lost(path, lead, path.at, cost::SILENT);
            }
            Shown::End => self.lost(path, lead, path.at, cost::SILENT),
        }
    }

    /// Puts a path with those that go on or those that end.
    pub(super) fn put(&mut self, path: Path, next: &mut Vec<Path>) {
        match path.pending {
            Some(_) => next.push(path),
            None => self.end(path),
        }
    }

    /// The pending character with its trail byte, where there is such a character.
    pub(super) fn read(
        &mut self,
        path: &Path,
        lead: u8,
        trail: u8,
        at: usize,
        shown: char,
    ) -> Option<Path> {
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

    /// Goes on with the second byte of what was shown.
    pub(super) fn go_on(&mut self, path: &mut Path, follower: Option<u8>) {
        path.pending = follower.filter(|byte| LEADS.contains(byte));
        if let Some(byte) = follower.filter(u8::is_ascii) {
            path.bits += cost::LETTER;
            self.push(path, char::from(byte));
        }
    }

    /// Every character whose trail byte may have been lost before `at`; a bracket may be lost with it.
    pub(super) fn lost(&mut self, path: &Path, lead: u8, at: usize, cost: Bits) {
        let note = shown::syllable_and_bracket(self.text, at);
        let following = match shown::at(self.text, at).0 {
            _ if note.is_some() => None,
            Shown::Pair(_, character) if is_widened(character) => None,
            Shown::Pair([lead, _], _) => Some(lead),
            Shown::Single(byte) => Some(byte),
            _ => None,
        };
        let mut on = Path {
            pending: None,
            at: at + note.map_or(0, |(_, length)| length),
            bits: path.bits + cost + note.map_or(0, |_| cost::BARE_NOTE),
            ..*path
        };
        if on.bits + OPEN > self.limit {
            self.give_up(on.bits);
            return;
        }
        let bits = on.bits;
        let after = self.likelihood.after(path.before.state);
        let (paired, swallowed) = self.paired(following, cost == 0);
        for trail in codec::written_seconds(lead).without(paired).iter() {
            let Some(character) = codec::character([lead, trail]) else {
                continue;
            };
            let more = if swallowed.contains(trail) {
                cost::SWALLOWED
            } else {
                0
            };
            on.bits = bits + more;
            if let Some((letter, _)) = note {
                match is_read([lead, trail], letter) {
                    Says::No => continue,
                    _ => on.bits += reading_bits([lead, trail], letter),
                }
            }
            let step = after.step(character);
            if on.bits + step.0 > self.limit {
                self.give_up(on.bits + step.0);
                continue;
            }
            let mut on = on;
            self.push_as(&mut on, character, step);
            self.end(on);
        }
    }

    /// The bytes that cannot have been lost before another one, since they would make a pair with it, and those
    /// that can if they took something along that stood between. `?` may stand for a private pair's first byte.
    fn paired(&self, following: Option<u8>, is_shown: bool) -> (Leads, Leads) {
        let Some(following) = following else {
            return (Leads::default(), Leads::default());
        };
        let paired = codec::firsts(following);
        if !is_shown {
            return (paired, Leads::default());
        }
        let unread = if self.likelihood.drops_private {
            codec::private_firsts(following)
        } else {
            Leads::default()
        };
        (Leads::default(), paired.without(unread))
    }
}

fn in_step(path: Path) -> Path {
    Path {
        pending: None,
        ..path
    }
}
