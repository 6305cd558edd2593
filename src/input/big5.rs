//! The pairs of Big5 with Hong Kong's, as characters: the index of the WHATWG standard, written by
//! `cargo xtask big5-table`. Node's own decoder lacks Hong Kong's, so the platform cannot be asked as for GB 18030.

use std::ops::RangeInclusive;

/// Lead bytes of the table; those below them begin no character.
const LEADS: RangeInclusive<u8> = 0x87..=0xfe;
/// Trail bytes stand in two rows.
const TRAILS: [RangeInclusive<u8>; 2] = [0x40..=0x7e, 0xa1..=0xfe];
const CELLS: usize = 120 * 157;

/// For each pair in order the plane of its character, then for each the high byte of its code in that plane, then the
/// low one, each less the pair's before it: so it packs a third smaller than codes in a row. 0 where there is none.
static TABLE: &[u8; 3 * CELLS] = include_bytes!("big5.bin");

/// What two characters each, a letter and an accent, are written with.
const ACCENTED: [([u8; 2], [char; 2]); 4] = [
    ([0x88, 0x62], ['Ê', '\u{304}']),
    ([0x88, 0x64], ['Ê', '\u{30c}']),
    ([0x88, 0xa3], ['ê', '\u{304}']),
    ([0x88, 0xa5], ['ê', '\u{30c}']),
];

/// Every pair that stands for a character, in order, with that character and its accent.
pub fn pairs() -> impl Iterator<Item = ([u8; 2], char, Option<char>)> {
    let mut unit = 0_u16;
    let cells = LEADS.flat_map(|lead| TRAILS.into_iter().flatten().map(move |trail| [lead, trail]));
    cells.enumerate().filter_map(move |(cell, pair)| {
        let [plane, high, low] = [0, 1, 2].map(|part| TABLE[part * CELLS + cell]);
        unit = unit.wrapping_add(u16::from_be_bytes([high, low]));
        if let Some((_, [letter, accent])) = ACCENTED.iter().find(|(other, _)| *other == pair) {
            return Some((pair, *letter, Some(*accent)));
        }
        let character = char::from_u32(u32::from(plane) << 16 | u32::from(unit))?;
        (character != '\0').then_some((pair, character, None))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_the_standard_s() {
        let mut expected = Vec::new();
        for lead in 0x81..=0xfe {
            for trail in 0x40..=0xfe {
                let pair = [lead, trail];
                let text =
                    encoding_rs::BIG5.decode_without_bom_handling_and_without_replacement(&pair);
                let text = text.filter(|text| !text.contains(|c: char| c.is_ascii()));
                if let Some(text) = text {
                    expected.push((pair, text.into_owned()));
                }
            }
        }
        let text = |character, accent| std::iter::once(character).chain(accent).collect();
        let found: Vec<([u8; 2], String)> = pairs()
            .map(|(pair, character, accent)| (pair, text(character, accent)))
            .collect();
        assert!(found == expected);
    }
}
