//! The half-width signs that replaced full-width ones, as they stand and as they were widened again.

/// From a full-width form to its ASCII character.
const FULL_WIDTH_DISTANCE: u32 = 0xfee0;

/// The half-width signs that replaced full-width ones.
pub const SIGNS: &[u8] = b",:;?!().";

/// The half-width sign that a character is, or is widened from.
pub fn sign_of(character: char) -> Option<u8> {
    let code = match character {
        '\u{ff01}'..='\u{ff5e}' => u32::from(character) - FULL_WIDTH_DISTANCE,
        _ => u32::from(character),
    };
    let sign = u8::try_from(code).ok()?;
    SIGNS.contains(&sign).then_some(sign)
}

/// Whether a sign may have been half-width when the text was garbled.
pub fn is_widened(character: char) -> bool {
    matches!(character, '，' | '！' | '？' | '；' | '：' | '（' | '）')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::residue::garble::codec::{self, FULL_WIDTH};

    #[test]
    fn signs_are_those_that_gbk_has_in_its_row_of_full_width_forms() {
        for character in '\u{80}'..='\u{ffff}' {
            let sign = codec::pair(character).and_then(|[lead, trail]| {
                let sign = trail & 0x7f;
                let is_sign = lead == FULL_WIDTH && trail >= 0x80 && SIGNS.contains(&sign);
                is_sign.then_some(sign)
            });
            assert_eq!(sign_of(character), sign, "{character:?}");
        }
    }
}
