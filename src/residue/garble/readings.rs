//! In: a pair of GBK and a syllable. Out: whether the character is read so. For each character the table
//! keeps one letter, a sum of its syllable, which tells readings apart in ninety cases of ninety-one.

use super::codec::{LEADS, Pair};
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

/// Whether a character is read as a syllable, by the syllable's letter.
pub fn is_read([lead, trail]: Pair, letter: u8) -> Says {
    if !LEADS.contains(&lead) || !LEADS.contains(&trail) {
        return Says::Nothing;
    }
    let at = usize::from(lead - 0x81) * 127 + usize::from(trail - 0x80);
    match READINGS.as_bytes().get(at) {
        None | Some(b' ') => Says::Nothing,
        Some(&found) if found == letter => Says::Yes,
        Some(_) => Says::No,
    }
}

/// The letter of a syllable; the same function stands in `xtask/src/garble_tables.rs`.
pub fn letter(syllable: &str) -> u8 {
    let sum = syllable.bytes().fold(7_u32, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(u32::from(byte))
    });
    let letter = b'#' + u8::try_from(sum % 91).unwrap_or_default();
    if letter >= b'\\' { letter + 1 } else { letter }
}

#[cfg(test)]
mod tests {
    use super::super::codec::pair;
    use super::*;

    #[test]
    fn readings_are_found_by_pair() {
        let says = |c, syllable| is_read(pair(c).unwrap_or_default(), letter(syllable));
        for (character, syllable) in [('內', "nèi"), ('務', "wù"), ('标', "biāo"), ('學', "xué")]
        {
            assert_eq!(says(character, syllable), Says::Yes, "{character}");
            assert_eq!(says(character, "xiōng"), Says::No, "{character}");
        }
        assert_eq!(says('，', "nèi"), Says::Nothing);
    }
}
