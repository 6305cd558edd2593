//! In: a line. Out: the line as a program would leave it that replaced bytes of GBK without regard to
//! character boundaries. Written from what the programs did, with nothing of the repair in it.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The readings of characters, as a program that notes them knows them.
pub static READINGS: LazyLock<HashMap<char, &'static str>> = LazyLock::new(|| {
    let lines = include_str!("readings.txt").lines();
    let rows = lines.filter_map(|line| line.split_once(' '));
    rows.filter(|(reading, _)| *reading != "#")
        .flat_map(|(reading, all)| all.chars().map(move |c| (c, reading)))
        .collect()
});

/// How a lost byte and a private character are shown afterwards.
#[derive(Clone, Copy, Debug)]
pub struct Habit {
    /// What stands where a byte could not be read: `?`, U+FFFD or nothing.
    pub lost: &'static str,
    /// Whether a lost byte takes the opening bracket with it.
    pub takes_bracket: bool,
    /// Whether private characters are dropped.
    pub drops_private: bool,
}

impl Habit {
    /// The habit in a table of figures.
    pub fn name(self) -> &'static str {
        match (self.lost, self.drops_private) {
            ("?", true) => "? and dropped pairs",
            ("?", false) => "?",
            ("", _) => "nothing",
            _ => "U+FFFD",
        }
    }
}

pub const HABITS: [Habit; 4] = [
    Habit {
        lost: "?",
        takes_bracket: true,
        drops_private: true,
    },
    Habit {
        lost: "?",
        takes_bracket: true,
        drops_private: false,
    },
    Habit {
        lost: "\u{fffd}",
        takes_bracket: false,
        drops_private: false,
    },
    Habit {
        lost: "",
        takes_bracket: true,
        drops_private: false,
    },
];

pub fn encode(text: &str) -> Vec<u8> {
    encoding_rs::GBK.encode(text).0.into_owned()
}

fn pair(bytes: &[u8]) -> Option<char> {
    let [lead, trail] = *bytes else { return None };
    if !(0x81..=0xfe).contains(&lead) || !(0x40..=0xfe).contains(&trail) {
        return None;
    }
    let text = encoding_rs::GBK.decode_without_bom_handling_and_without_replacement(bytes)?;
    let mut characters = text.chars();
    characters.next().filter(|_| characters.next().is_none())
}

fn is_private(character: char) -> bool {
    ('\u{e000}'..='\u{f8ff}').contains(&character)
}

/// Reads bytes as a program does that meets bytes it cannot read.
pub fn decode(bytes: &[u8], habit: Habit) -> String {
    let mut text = String::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte < 0x80 {
            text.push(char::from(byte));
            at += 1;
        } else if byte == 0x80 {
            text.push('€');
            at += 1;
        } else if let Some(character) = bytes.get(at..at + 2).and_then(pair) {
            if !(habit.drops_private && is_private(character)) {
                text.push(character);
            }
            at += 2;
        } else {
            text.push_str(habit.lost);
            at += 1 + usize::from(habit.takes_bracket && bytes.get(at + 1) == Some(&b'('));
        }
    }
    text
}

/// Makes full-width signs half-width wherever their bytes occur.
pub fn narrow(bytes: &[u8]) -> Vec<u8> {
    let mut done = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at..] {
            [0xa3, sign @ (0xac | 0xa1 | 0xbf | 0xbb | 0xba), ..] => {
                done.push(sign & 0x7f);
                at += 2;
            }
            [byte, ..] => {
                done.push(byte);
                at += 1;
            }
            [] => {}
        }
    }
    done
}

/// The places of a line where a pair of bytes across a boundary is a character that has a reading: the
/// offset after it, and the note.
pub fn crossings(line: &str) -> Vec<(usize, String)> {
    let bytes = encode(line);
    let mut places = Vec::new();
    let mut at = 0;
    while at + 3 < bytes.len() {
        if bytes[at] < 0x80 {
            at += 1;
            continue;
        }
        if bytes[at + 2] >= 0x80
            && let Some(reading) = pair(&bytes[at + 1..at + 3]).and_then(|c| READINGS.get(&c))
        {
            places.push((at + 3, format!("({reading})")));
        }
        at += 2;
    }
    places
}

/// Puts a note at an offset of the bytes of a line.
pub fn noted(line: &str, (offset, note): &(usize, String)) -> Vec<u8> {
    let bytes = encode(line);
    let (before, after) = bytes.split_at(*offset);
    [before, &encode(note), after].concat()
}
