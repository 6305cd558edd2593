//! In: the bytes of a character in GBK, GB 18030 or Big5, or a character. Out: the other of the two. The tables are
//! the standard's, turned once into arrays that lead both ways.

use std::sync::LazyLock;

use super::{big5, gb18030};

/// A lead byte and a trail byte.
pub type Pair = [u8; 2];

const FIRST_LEAD: u8 = 0x81;
const FIRST_TRAIL: u8 = 0x40;
const LEADS: usize = 126;
const TRAILS: usize = 191;

/// Big5 writes a letter and a combining accent with one pair; these bits of a code say which accent.
const ACCENT_SHIFT: u32 = 24;
const ACCENTS: [char; 2] = ['\u{304}', '\u{30c}'];

/// Both ways between pairs and characters.
pub struct CodeTable {
    /// The character of each pair, or 0.
    codes: Vec<u32>,
    /// The pair of each character of the basic plane, or 0.
    pairs: Vec<u16>,
    /// The pairs of the characters beyond, sorted, those of first choice before others.
    far_pairs: Vec<(char, Pair)>,
}

/// The pairs of GBK and GB 18030. A character that has two is written with the first.
pub static GBK_TABLE: LazyLock<CodeTable> = LazyLock::new(|| {
    let leads = FIRST_LEAD..=0xfe;
    let pairs = leads.flat_map(|lead| (FIRST_TRAIL..=0xfe).map(move |trail| [lead, trail]));
    let pairs: Vec<Pair> = pairs.collect();
    let text = decoded_lines(&pairs);
    let mut table = CodeTable::empty();
    for (&pair, line) in pairs.iter().zip(text.lines()) {
        if let Some(character) = only_character(line).filter(|&c| c != char::REPLACEMENT_CHARACTER)
        {
            table.add(pair, character, false);
        }
    }
    table
});

/// The pairs of Big5. A character that has two is written with the first, outside the part of Hong Kong where
/// it can be, but some signs with the last, as the WHATWG standard has it.
pub static BIG5_TABLE: LazyLock<CodeTable> = LazyLock::new(|| {
    let mut table = CodeTable::empty();
    let is_of_hong_kong = |pair: Pair| pair[0] < 0xa1;
    let (second_choice, first_choice): (Vec<_>, Vec<_>) =
        big5::pairs().partition(|&(pair, _, _)| is_of_hong_kong(pair));
    for (pair, character, accent) in first_choice.into_iter().chain(second_choice) {
        match accent {
            Some(accent) => table.add_accented(pair, character, accent),
            None => table.add(pair, character, LAST_COUNTS.contains(&character)),
        }
    }
    table
        .far_pairs
        .sort_by_cached_key(|&(character, _)| character as usize);
    table
});

/// The signs of Big5 that are written with the last of their pairs.
const LAST_COUNTS: [char; 6] = [
    '\u{2550}', '\u{255e}', '\u{2561}', '\u{256a}', '\u{5341}', '\u{5345}',
];

impl CodeTable {
    fn empty() -> Self {
        Self {
            codes: vec![0; LEADS * TRAILS],
            pairs: vec![0; 0x1_0000],
            far_pairs: Vec::new(),
        }
    }

    fn add(&mut self, pair: Pair, character: char, last_counts: bool) {
        let Some(index) = index(pair) else { return };
        self.codes[index] = u32::from(character);
        if let Ok(unit) = u16::try_from(u32::from(character)) {
            let known = &mut self.pairs[usize::from(unit)];
            if *known == 0 || last_counts {
                *known = u16::from_be_bytes(pair);
            }
        } else {
            self.far_pairs.push((character, pair));
        }
    }

    fn add_accented(&mut self, pair: Pair, letter: char, accent: char) {
        let Some(index) = index(pair) else { return };
        let number = 1 + u32::from(accent == ACCENTS[1]);
        self.codes[index] = u32::from(letter) | number << ACCENT_SHIFT;
    }

    /// The character of a pair, and its accent where it has one.
    pub fn character(&self, pair: Pair) -> Option<(char, Option<char>)> {
        let code = self.codes[index(pair)?];
        let character = char::from_u32(code & ((1 << ACCENT_SHIFT) - 1))?;
        let accent = match code >> ACCENT_SHIFT {
            0 => None,
            number => ACCENTS.get(number as usize - 1).copied(),
        };
        (character != '\0').then_some((character, accent))
    }

    /// The pair that a character is written with.
    pub fn pair(&self, character: char) -> Option<Pair> {
        let Ok(unit) = u16::try_from(u32::from(character)) else {
            let first = self
                .far_pairs
                .partition_point(|&(other, _)| other < character);
            let (found, pair) = *self.far_pairs.get(first)?;
            return (found == character).then_some(pair);
        };
        let pair = self.pairs[usize::from(unit)].to_be_bytes();
        (pair[0] != 0).then_some(pair)
    }
}

fn index([lead, trail]: Pair) -> Option<usize> {
    let row = usize::from(lead.checked_sub(FIRST_LEAD)?);
    let column = usize::from(trail.checked_sub(FIRST_TRAIL)?);
    (row < LEADS && column < TRAILS).then_some(row * TRAILS + column)
}

/// The text of the bytes of many characters of GB 18030, each on a line of its own. No such byte is a line feed.
fn decoded_lines<const LENGTH: usize>(characters: &[[u8; LENGTH]]) -> String {
    gb18030::decode(&characters.join(&b'\n'))
}

/// The character that a line consists of.
fn only_character(line: &str) -> Option<char> {
    let mut characters = line.chars();
    let first = characters.next()?;
    characters.next().is_none().then_some(first)
}

/// The first sequences of four bytes, which stand for the characters of the basic plane that have no pair: the code
/// of each, or 0. U+FFFD is one of them: what is no such sequence is more than one character.
static FOUR_BYTE_CODES: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let sequences: Vec<[u8; 4]> = (0..BASIC_PLANE).map(sequence).collect();
    let text = decoded_lines(&sequences);
    let code = |line| only_character(line).and_then(|c| u16::try_from(u32::from(c)).ok());
    text.lines()
        .map(|line| code(line).unwrap_or_default())
        .collect()
});

/// How many sequences of four bytes come before those that nothing is written with.
const BASIC_PLANE: u32 = 39_420;
/// The number of the first sequence of the characters beyond the basic plane.
const BEYOND: u32 = 189_000;

/// The character of four bytes of GB 18030.
pub fn four_byte_character(bytes: [u8; 4]) -> Option<char> {
    let number = number(bytes)?;
    if let Some(beyond) = number.checked_sub(BEYOND) {
        return char::from_u32(0x1_0000 + beyond);
    }
    let code = *FOUR_BYTE_CODES.get(number as usize)?;
    char::from_u32(u32::from(code)).filter(|&character| character != '\0')
}

/// Which of all sequences of four bytes this is.
fn number(bytes: [u8; 4]) -> Option<u32> {
    let leads =
        [bytes[0], bytes[2]].map(|byte| byte.checked_sub(FIRST_LEAD).filter(|&row| row < 126));
    let digits =
        [bytes[1], bytes[3]].map(|byte| byte.checked_sub(b'0').filter(|&digit| digit < 10));
    let ([Some(first), Some(third)], [Some(second), Some(fourth)]) = (leads, digits) else {
        return None;
    };
    let [first, second, third, fourth] = [first, second, third, fourth].map(u32::from);
    Some(first * 12_600 + second * 1260 + third * 10 + fourth)
}

/// The four bytes of GB 18030 of a character that has no pair. Those of the basic plane stand in the order of
/// their codes but for one, which a search among the others would miss.
pub fn four_bytes(character: char) -> Option<[u8; 4]> {
    const ODD_ONE: (char, u32) = ('\u{e7c7}', 7457);
    let code = u32::from(character);
    if character == ODD_ONE.0 {
        return Some(sequence(ODD_ONE.1));
    }
    if code >= 0x1_0000 {
        return Some(sequence(BEYOND + code - 0x1_0000));
    }
    let (mut from, mut to) = (0, BASIC_PLANE);
    while from < to {
        let middle = u32::midpoint(from, to);
        let found = four_byte_character(sequence(middle));
        // The odd one stands where the code before it is in order.
        let found = if middle == ODD_ONE.1 {
            Some('\u{1e3e}')
        } else {
            found
        };
        match found.map(u32::from) {
            Some(found) if found < code => from = middle + 1,
            _ => to = middle,
        }
    }
    let bytes = sequence(from);
    (four_byte_character(bytes) == Some(character)).then_some(bytes)
}

#[allow(clippy::cast_possible_truncation, reason = "remainders of 10 and 126")]
fn sequence(pointer: u32) -> [u8; 4] {
    [
        0x81 + (pointer / 12_600) as u8,
        0x30 + (pointer / 1260 % 10) as u8,
        0x81 + (pointer / 10 % 126) as u8,
        0x30 + (pointer % 10) as u8,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_of_gb_18030_comes_back() {
        let odd: Vec<char> = ('\u{80}'..=char::MAX)
            .filter(|&character| match GBK_TABLE.pair(character) {
                Some(pair) => GBK_TABLE.character(pair) != Some((character, None)),
                None => four_bytes(character).and_then(four_byte_character) != Some(character),
            })
            .collect();
        // The standard itself has no bytes for these.
        assert!(odd.len() <= 24, "{odd:x?}");
        assert!(
            odd.iter().all(|c| ('\u{e000}'..='\u{f8ff}').contains(c)),
            "{odd:x?}"
        );
    }

    #[test]
    fn sequences_of_four_bytes_are_read_as_the_standard_has_it() {
        for number in 0..126 * 12_600 {
            let bytes = sequence(number);
            let text =
                encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(&bytes);
            let expected = text.and_then(|text| only_character(&text));
            assert_eq!(four_byte_character(bytes), expected, "{bytes:x?}");
        }
    }

    #[test]
    fn the_ways_back_agree_with_the_standard() {
        let mut differing = Vec::new();
        for character in '\u{80}'..='\u{ffff}' {
            let text = character.to_string();
            let (bytes, _, failed) = encoding_rs::BIG5.encode(&text);
            if !failed && BIG5_TABLE.pair(character).map(Vec::from).as_deref() != Some(&bytes) {
                differing.push(character);
            }
        }
        assert!(differing.is_empty(), "{differing:x?}");
    }

    #[test]
    fn big5_has_the_characters_of_hong_kong() {
        for character in "嘅喺啲咗𠝹𨋢".chars() {
            let pair = BIG5_TABLE.pair(character);
            let back = pair.and_then(|pair| BIG5_TABLE.character(pair));
            assert_eq!(back, Some((character, None)));
        }
        assert_eq!(
            BIG5_TABLE.character([0x88, 0x62]),
            Some(('Ê', Some('\u{304}')))
        );
    }
}
