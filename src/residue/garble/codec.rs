//! In: two bytes, or a character. Out: the other of the two, as GBK pairs them. The damage was done to
//! bytes, so the repair thinks in them.

use std::sync::LazyLock;

use crate::input::code_table::GBK_TABLE;
pub use crate::input::code_table::Pair;

/// Lead bytes of GBK; a trail byte in this range may be a lead byte as well.
pub const LEADS: std::ops::RangeInclusive<u8> = 0x81..=0xfe;
/// The lead byte of the full-width forms of ASCII.
pub const FULL_WIDTH: u8 = 0xa3;

/// The character of a pair, if GBK has one.
pub fn character(pair: Pair) -> Option<char> {
    let (character, _) = GBK_TABLE.character(pair)?;
    Some(character)
}

/// The pair of a character, if GBK has it.
pub fn pair(character: char) -> Option<Pair> {
    GBK_TABLE.pair(character)
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
