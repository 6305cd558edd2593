//! In: the first telling piece of a file. Out: its charset, and how sure that is. What is UTF-8 is known by
//! its form; between the others the text decides that each would give. `chardetng` was measured beside it and
//! is left out: it is less right on short Chinese texts and knows no UTF-16 (see `tests/charsets.rs`).

use super::charset::Charset;
use super::decode::decode_piece;
use super::plausible::Plausibility;
use crate::text::Certainty;

/// A piece with so many characters of three bytes and more is UTF-8 for sure: other text has that form only
/// by chance, and hardly twice.
const SURE_SEQUENCES: usize = 3;
/// From so many telling characters on, a clear lead leaves no doubt.
const SURE_CHARACTERS: i64 = 20;
/// Hundredths of a character's worth; see [`Plausibility::average`].
const CLEAR_LEAD: i64 = 150;
const LEAD: i64 = 60;
/// A text below this is hardly Chinese.
const CHINESE: i64 = 40;

/// What a piece of a file is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detected {
    /// The charset.
    pub charset: Charset,
    /// How sure that is.
    pub certainty: Certainty,
    /// Whether it reads as text at all: a third of it are characters.
    pub is_text: bool,
}

/// The charset of a piece of a file that begins and ends anywhere.
pub fn detect(piece: &[u8]) -> Detected {
    if let Some(detected) = by_form(piece) {
        return detected;
    }
    let mut judged: Vec<(Plausibility, Charset)> = [
        Charset::Utf8,
        Charset::Gb18030,
        Charset::Big5,
        Charset::Utf16Le,
        Charset::Utf16Be,
    ]
    .into_iter()
    .map(|charset| {
        (
            Plausibility::of(&decode_piece(charset, piece).text),
            charset,
        )
    })
    .collect();
    judged.sort_by_key(|(plausibility, _)| std::cmp::Reverse(plausibility.average()));
    let (best, charset) = judged[0];
    let lead = best.average() - judged[1].0.average();
    Detected {
        charset,
        certainty: if best.telling >= SURE_CHARACTERS
            && lead >= CLEAR_LEAD
            && best.average() >= CHINESE
        {
            Certainty::Certain
        } else if lead >= LEAD && best.average() >= 0 {
            Certainty::Likely
        } else {
            Certainty::Unsure
        },
        is_text: 3 * best.broken <= best.all,
    }
}

/// ASCII and what has the form of UTF-8 throughout.
fn by_form(piece: &[u8]) -> Option<Detected> {
    if piece.contains(&0) {
        return None;
    }
    let text = match std::str::from_utf8(piece) {
        Ok(text) => text,
        // Cut in a character.
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&piece[..error.valid_up_to()]).ok()?
        }
        Err(_) => return None,
    };
    let long = text
        .chars()
        .filter(|c| c.len_utf8() > 2)
        .take(SURE_SEQUENCES)
        .count();
    let is_sure = text.is_ascii() || long >= SURE_SEQUENCES;
    is_sure.then_some(Detected {
        charset: Charset::Utf8,
        certainty: Certainty::Certain,
        is_text: true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_and_utf_8_are_known_by_their_form() {
        for text in ["", "hello", "同志们", "Добрый день, уважаемые коллеги! €€€"]
        {
            let detected = detect(text.as_bytes());
            assert_eq!(
                (detected.charset, detected.certainty),
                (Charset::Utf8, Certainty::Certain),
                "{text}"
            );
        }
    }

    #[test]
    fn a_word_of_gbk_that_has_the_form_of_utf_8_is_gbk() {
        // 模范 begins with C4 A3, which is ģ.
        let detected = detect(b"\xc4\xa3\xb7\xb6\xa3\xac\xb9\xa4\xd7\xf7");
        assert_eq!(detected.charset, Charset::Gb18030);
    }

    #[test]
    fn what_is_no_text_is_told() {
        let noise: Vec<u8> = (0..4000_u32)
            .map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8 & 0x1f)
            .collect();
        assert!(!detect(&noise).is_text);
    }
}
