//! In: the first telling piece of a file. Out: its charset, and how sure that is. What is UTF-8 is known by
//! its form; between the others the text decides that each would give. `chardetng` is as right between
//! GBK and Big5, but knows no UTF-16 and cannot judge a text that is misread; it would add a tenth to the core
//! (`tests/charsets.rs` has it beside this).

use super::charset::Charset;
use super::decode::decode_piece;
use super::plausible::Plausibility;
use crate::text::Certainty;

/// What has the form of UTF-8 throughout is UTF-8 for sure, if it has so many characters of three bytes and
/// more, or so many of two: pairs of GBK have that form by chance only, and hardly so often.
const SURE_LONG: usize = 3;
const SURE_SHORT: usize = 8;
/// From so many telling characters on, a clear lead leaves no doubt.
const SURE_CHARACTERS: i64 = 20;
/// Hundredths of a character's worth; see [`Plausibility::average`].
const CLEAR_LEAD: i64 = 150;
const LEAD: i64 = 60;
/// A text below this is hardly Chinese.
const CHINESE: i64 = 40;

/// What a piece may be in; the first of two that are alike is the likelier.
const CANDIDATES: [Charset; 5] = [
    Charset::Utf8,
    Charset::Gb18030,
    Charset::Big5,
    Charset::Utf16Le,
    Charset::Utf16Be,
];

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
#[must_use]
pub fn detect(piece: &[u8]) -> Detected {
    if let Some(detected) = by_form(piece) {
        return detected;
    }
    let judged = CANDIDATES.map(|charset| Plausibility::of(&decode_piece(charset, piece).text));
    let averages = judged.map(Plausibility::average);
    let first = (0..CANDIDATES.len())
        .rev()
        .max_by_key(|&index| averages[index]);
    let first = first.unwrap_or_default();
    let others = (0..CANDIDATES.len()).filter(|&index| index != first);
    let second = others.map(|index| averages[index]).max();
    let (best, charset) = (judged[first], CANDIDATES[first]);
    let lead = averages[first] - second.unwrap_or_default();
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
    let count = |is_wanted: fn(usize) -> bool, enough: usize| {
        let lengths = text.chars().map(char::len_utf8);
        lengths
            .filter(|&length| is_wanted(length))
            .take(enough)
            .count()
            == enough
    };
    let is_sure = text.is_ascii()
        || count(|length| length > 2, SURE_LONG)
        || count(|length| length == 2, SURE_SHORT);
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
        for text in ["", "hello", "同志们", "Добрый день, уважаемые коллеги!"]
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
            .map(|i| (i * 7 % 27).to_le_bytes()[0])
            .collect();
        assert!(!detect(&noise).is_text);
    }
}
