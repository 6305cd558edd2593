//! In: two bytes, or a character. Out: the other of the two, as GBK pairs them. The damage was done to
//! bytes, so the repair thinks in them; the tables are `encoding_rs`'s, turned once into two arrays.

use std::sync::LazyLock;

/// A lead byte and a trail byte.
pub type Pair = [u8; 2];

/// Lead bytes of GBK; a trail byte in this range may be a lead byte as well.
pub const LEADS: std::ops::RangeInclusive<u8> = 0x81..=0xfe;
/// The lead byte of the full-width forms of ASCII.
pub const FULL_WIDTH: u8 = 0xa3;

/// Trail bytes go from here to 0xFE.
const FIRST_TRAIL: u8 = 0x40;
const TRAILS: usize = 0xbf;
const PAIRS: usize = 126 * TRAILS;

struct Codec {
    /// The character of each pair, or 0.
    characters: Vec<u16>,
    /// The pair of each character of the basic plane, or 0.
    pairs: Vec<u16>,
}

static CODEC: LazyLock<Codec> = LazyLock::new(|| {
    let mut codec = Codec {
        characters: vec![0; PAIRS],
        pairs: vec![0; 0x1_0000],
    };
    for lead in LEADS {
        for trail in FIRST_TRAIL..=0xfe {
            let bytes = [lead, trail];
            let decoded =
                encoding_rs::GBK.decode_without_bom_handling_and_without_replacement(&bytes);
            let Some(text) = decoded else { continue };
            let mut units = text.encode_utf16();
            if let (Some(unit), None, Some(index)) =
                (units.next(), units.next(), index([lead, trail]))
            {
                codec.characters[index] = unit;
                // The ideographic space has two pairs; the first is the one in use.
                let pair = &mut codec.pairs[usize::from(unit)];
                if *pair == 0 {
                    *pair = u16::from_be_bytes([lead, trail]);
                }
            }
        }
    }
    codec
});

fn index([lead, trail]: Pair) -> Option<usize> {
    let row = usize::from(lead.checked_sub(0x81)?);
    let column = usize::from(trail.checked_sub(FIRST_TRAIL)?);
    (row < 126 && column < TRAILS).then_some(row * TRAILS + column)
}

/// The character of a pair, if GBK has one.
pub fn character(pair: Pair) -> Option<char> {
    let unit = CODEC.characters[index(pair)?];
    char::from_u32(u32::from(unit)).filter(|&c| c != '\0')
}

/// The pair of a character, if GBK has it.
pub fn pair(character: char) -> Option<Pair> {
    let unit = u16::try_from(u32::from(character)).ok()?;
    let bytes = CODEC.pairs[usize::from(unit)].to_be_bytes();
    (bytes[0] != 0).then_some(bytes)
}

/// Whether a pair is a private character, which no text means.
pub fn is_private(pair: Pair) -> bool {
    character(pair).is_some_and(|c| matches!(c, '\u{e000}'..='\u{f8ff}'))
}

/// The bytes that begin a private character with some lead byte as the second.
pub static PRIVATE_FIRSTS: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let begins = |&first: &u8| {
        let mut seconds = LEADS;
        seconds.any(|second| is_private([first, second]))
    };
    LEADS.filter(begins).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_those_of_gbk() {
        assert_eq!(pair('們'), Some([0x82, 0x83]));
        assert_eq!(character([0x83, 0xc8]), Some('內'));
        assert_eq!(character([0xa1, 0xa3]), Some('。'));
        assert_eq!(character([0xaf, 0xba]), Some('\u{e1ef}'));
        assert_eq!((pair('a'), character([0xa3, 0x20])), (None, None));
        assert_eq!((pair('𠀀'), character([0x40, 0x40])), (None, None));
    }
}
