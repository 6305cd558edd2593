//! In: a text. Out: its signs: every character that is no Chinese one, with its place. Marks, digits, letters and
//! blanks are among them, and nine of ten characters of a speech are not: who looks for marks skips those unread.

/// The characters of a text outside U+4000–U+9FFF, in order, each with its byte offset.
///
/// ```
/// use speech_structure::text::signs;
/// let found: Vec<_> = signs("一、抓好 A 级。").collect();
/// assert_eq!(found, [(3, '、'), (12, ' '), (13, 'A'), (14, ' '), (18, '。')]);
/// ```
pub fn signs(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(0xe4..=0xe9) = bytes.get(at) {
            at += 3;
        }
        let sign = text.get(at..)?.chars().next()?;
        let start = at;
        at += sign.len_utf8();
        Some((start, sign))
    })
}

/// What [`char::is_alphanumeric`] says, without its tables for the characters that most of a Chinese text is made of.
#[must_use]
pub fn is_alphanumeric(character: char) -> bool {
    match character {
        '\u{4e00}'..='\u{9fff}' => true,
        '\u{2000}'..='\u{206f}'
        | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{ff00}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}' => false,
        _ => character.is_alphanumeric(),
    }
}

/// What [`char::is_alphabetic`] says, likewise.
#[must_use]
pub fn is_alphabetic(character: char) -> bool {
    matches!(character, '\u{4e00}'..='\u{9fff}')
        || is_alphanumeric(character) && character.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn signs_are_all_characters_but_chinese_ones(text in "[一龥鿿䀀㿿ꀀa，。“\u{3000}é𠀀\n]{0,60}") {
            let is_sign = |&(_, character): &(usize, char)| !matches!(character, '\u{4000}'..='\u{9fff}');
            let expected: Vec<_> = text.char_indices().filter(is_sign).collect();
            prop_assert_eq!(signs(&text).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn every_character_is_alphanumeric_or_not_as_unicode_has_it() {
        for character in '\0'..=char::MAX {
            let expected = character.is_alphanumeric();
            assert_eq!(is_alphanumeric(character), expected, "{character:?}");
            let expected = character.is_alphabetic();
            assert_eq!(is_alphabetic(character), expected, "{character:?}");
        }
    }
}
