//! In: a text. Out: its length as WPS and Word count it (字数): a Chinese character or mark counts 1, a
//! Latin word or a number counts 1, blanks count nothing.

use crate::text::signs;

/// Counts a text as word processors do.
///
/// ```
/// use speech_structure::report::count_words;
/// assert_eq!(count_words("我们讲3.5个点，OK？"), 9);
/// ```
#[must_use]
pub fn count_words(text: &str) -> usize {
    let mut count = 0;
    let mut in_word = false;
    let mut at = 0;
    for (place, sign) in signs(text) {
        // What lies between two signs is Chinese characters, of three bytes each.
        let chinese = (place - at) / 3;
        count += chinese;
        at = place + sign.len_utf8();
        if sign.is_ascii_graphic() || is_latin(sign) {
            count += usize::from(!in_word || chinese > 0);
            in_word = true;
        } else {
            in_word = false;
            count += usize::from(!is_silent(sign));
        }
    }
    count + (text.len() - at) / 3
}

fn is_latin(character: char) -> bool {
    matches!(character, '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{52f}')
}

/// Blanks and characters that print nothing.
pub(super) fn is_silent(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_count_nothing_and_words_count_once() {
        assert_eq!(count_words(""), 0);
        assert_eq!(count_words(" 　\n"), 0);
        assert_eq!(count_words("GDP growth 8.5%"), 3);
        assert_eq!(count_words("一、二。"), 4);
    }
}
