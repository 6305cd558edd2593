//! The half-width signs that replaced full-width ones, as they stand and as they were widened again.

use super::codec::{self, FULL_WIDTH};

/// The half-width signs that replaced full-width ones.
pub const SIGNS: &[u8] = b",:;?!().";

/// The half-width sign that a character is, or is widened from.
pub fn sign_of(character: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(character) {
        return SIGNS.contains(&byte).then_some(byte);
    }
    let [lead, trail] = codec::pair(character)?;
    let sign = trail & 0x7f;
    (lead == FULL_WIDTH && trail >= 0x80 && SIGNS.contains(&sign)).then_some(sign)
}

/// Whether a sign may have been half-width when the text was garbled.
pub fn is_widened(character: char) -> bool {
    matches!(character, '，' | '！' | '？' | '；' | '：' | '（' | '）')
}
