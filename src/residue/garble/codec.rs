//! In: two bytes, or a character. Out: the other of the two, as GBK pairs them. The damage was done to
//! bytes, so the repair thinks in them.

use std::sync::LazyLock;

use crate::input::code_table::GBK_TABLE;
pub use crate::input::code_table::Pair;

/// Lead bytes of GBK; a trail byte in this range may be a lead byte as well.
pub const LEADS: std::ops::RangeInclusive<u8> = 0x81..=0xfe;
/// The lead byte of the full-width forms of ASCII.
pub const FULL_WIDTH: u8 = 0xa3;

const FIRST_LEAD: u8 = *LEADS.start();
const FIRST_TRAIL: u8 = 0x40;
const ROWS: usize = 126;
const ROW: usize = 191;

/// The characters row by row, as the search reads them many thousand times: a code a pair, or 0.
static CODES: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let pairs = LEADS.flat_map(|lead| (FIRST_TRAIL..=0xfe).map(move |trail| [lead, trail]));
    let code = |pair| {
        let (character, _) = GBK_TABLE.character(pair)?;
        u16::try_from(u32::from(character)).ok()
    };
    pairs.map(|pair| code(pair).unwrap_or(0)).collect()
});

/// The character of a pair, if GBK has one.
#[inline]
pub fn character([lead, trail]: Pair) -> Option<char> {
    let row = usize::from(lead.checked_sub(FIRST_LEAD)?);
    let column = usize::from(trail.checked_sub(FIRST_TRAIL)?);
    if row >= ROWS || column >= ROW {
        return None;
    }
    match CODES.get(row * ROW + column) {
        None | Some(0) => None,
        Some(&code) => char::from_u32(u32::from(code)),
    }
}

/// The pair of a character, if GBK has it.
pub fn pair(character: char) -> Option<Pair> {
    GBK_TABLE.pair(character)
}

/// Whether a pair is a private character, which no text means.
pub fn is_private(pair: Pair) -> bool {
    character(pair).is_some_and(|c| matches!(c, '\u{e000}'..='\u{f8ff}'))
}

/// A set of lead bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Leads(u128);

impl Leads {
    /// Those that something is true of.
    pub fn that(is_in: impl Fn(u8) -> bool) -> Self {
        let leads = LEADS.filter(|&lead| is_in(lead));
        Self(leads.fold(0, |set, lead| set | 1 << (lead - FIRST_LEAD)))
    }

    /// Those that another set has not.
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether a byte is one of them.
    pub fn contains(self, lead: u8) -> bool {
        let bit = u32::from(lead.wrapping_sub(FIRST_LEAD));
        self.0.checked_shr(bit).is_some_and(|rest| rest & 1 != 0)
    }

    /// Those that another set has too.
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The lead bytes in their order.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let lead = u8::try_from(left.trailing_zeros()).ok()?;
            let found = (left != 0).then_some(FIRST_LEAD.wrapping_add(lead));
            left &= left.wrapping_sub(1);
            found
        })
    }
}

/// What a byte makes with others.
struct Partners {
    /// The second bytes, of those that are lead bytes too, that make a character that people write with it.
    written: Leads,
    /// Those that make a private character with it.
    private: Leads,
    /// The first bytes that make any character with it.
    firsts: Leads,
    /// Those that make a private character with it.
    private_firsts: Leads,
}

static PARTNERS: LazyLock<Vec<Partners>> = LazyLock::new(|| {
    let is_written = |pair| character(pair).is_some() && !is_private(pair);
    let partners = |byte| Partners {
        written: Leads::that(|second| is_written([byte, second])),
        private: Leads::that(|second| is_private([byte, second])),
        firsts: Leads::that(|first| character([first, byte]).is_some()),
        private_firsts: Leads::that(|first| is_private([first, byte])),
    };
    (0..=0xff).map(partners).collect()
});

fn partners(byte: u8) -> &'static Partners {
    &PARTNERS[usize::from(byte)]
}

/// The bytes that make a character that people write as the second of a pair that begins with `first`.
pub fn written_seconds(first: u8) -> Leads {
    partners(first).written
}

/// The bytes that make a private character as the second of a pair that begins with `first`.
pub fn private_seconds(first: u8) -> Leads {
    partners(first).private
}

/// The bytes that make a character as the first of a pair that ends with `second`.
pub fn firsts(second: u8) -> Leads {
    partners(second).firsts
}

/// The bytes that make a private character as the first of a pair that ends with `second`.
pub fn private_firsts(second: u8) -> Leads {
    partners(second).private_firsts
}

/// The bytes that begin a private character with some lead byte as the second.
pub static PRIVATE_FIRSTS: LazyLock<Leads> =
    LazyLock::new(|| Leads::that(|first| !private_seconds(first).is_empty()));

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
