//! In: a pair of GBK and a syllable. Out: whether the character is read so. For each character the table
//! keeps one byte, a sum of its syllable, which tells readings apart in 250 cases of 251.

use super::codec::{LEADS, Pair, pair};
use super::reading_table::READINGS;

/// What a character's reading says of a syllable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// It is read so.
    Yes,
    /// It is read otherwise, most of the time.
    No,
    /// The table has no reading.
    Nothing,
}

/// Where the table has no reading.
const NONE: u8 = 0xff;
const ROW: usize = 126;

/// The sum of the reading of each character, row by row.
static SUMS: [u8; ROW * ROW] = sums();

#[allow(
    clippy::cast_possible_truncation,
    reason = "letters from U+0100 on, two bytes each, of which the low one counts"
)]
const fn sums() -> [u8; ROW * ROW] {
    let bytes = READINGS.as_bytes();
    let mut sums = [NONE; ROW * ROW];
    let (mut at, mut next) = (0, 0);
    while at < bytes.len() {
        match bytes[at] {
            b'|' => at += 1,
            b' ' => {
                at += 1;
                next += 1;
            }
            lead => {
                sums[next] = ((lead as u32 & 0x1f) << 6 | (bytes[at + 1] as u32 & 0x3f)) as u8;
                at += 2;
                next += 1;
            }
        }
    }
    sums
}

/// Whether a character is read as a syllable, by the syllable's sum.
pub fn is_read([lead, trail]: Pair, sum: u8) -> Says {
    if !LEADS.contains(&lead) || !LEADS.contains(&trail) {
        return Says::Nothing;
    }
    match SUMS[usize::from(lead - 0x81) * ROW + usize::from(trail - 0x81)] {
        NONE => Says::Nothing,
        found if found == sum => Says::Yes,
        _ => Says::No,
    }
}

/// Whether a character is for sure read as a syllable, which has its tone mark or is neutral.
#[must_use]
pub fn is_character_read(character: char, syllable: &str) -> bool {
    pair(character).is_some_and(|pair| is_read(pair, sum(syllable)) == Says::Yes)
}

/// The sum of a syllable; the same function stands in `xtask/src/garble_tables.rs`.
pub fn sum(syllable: &str) -> u8 {
    let sum = syllable.bytes().fold(7_u32, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(u32::from(byte))
    });
    u8::try_from(sum % 251).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_are_found_by_pair() {
        let says = |c, syllable| is_read(pair(c).unwrap_or_default(), sum(syllable));
        for (character, syllable) in [('內', "nèi"), ('務', "wù"), ('标', "biāo")] {
            assert_eq!(says(character, syllable), Says::Yes, "{character}");
            assert_eq!(says(character, "xiōng"), Says::No, "{character}");
        }
        assert_eq!(says('，', "nèi"), Says::Nothing);
    }
}
