//! In: a mark and what is around it. Out: whether it is a trace of garble (bytes read one off), so that
//! rules on punctuation stay silent there. It errs towards a trace: silence costs less than a false alarm.

use crate::text::is_common;

/// Whether the mark at byte `at` of a text is a trace of garble: a character that could not be decoded,
/// a private one, a toned letter that lost its bracket, or a question mark inside a word.
///
/// ```
/// use speech_structure::residue::garble::is_trace;
/// assert!(is_trace("我們?nèi)绾", 6, '?'));
/// assert!(is_trace("荣光?!叭耸", 7, '!'));
/// assert!(!is_trace("好吗?我们走。", 6, '?'));
/// ```
#[must_use]
pub fn is_trace(text: &str, at: usize, mark: char) -> bool {
    match mark {
        '\u{fffd}' | '\u{e000}'..='\u{f8ff}' => true,
        'ā' | 'á' | 'ǎ' | 'à' | 'ē' | 'é' | 'ě' | 'è' | 'ī' | 'í' | 'ǐ' | 'ì' | 'ō' | 'ó' | 'ǒ'
        | 'ò' | 'ū' | 'ú' | 'ǔ' | 'ù' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => !is_in_help(text, at),
        '?' | '？' | '!' | '！' => {
            let foreign = text[..at]
                .trim_end_matches(['?', '!'])
                .chars()
                .next_back()
                .is_some_and(|before| before.is_ascii());
            !foreign && is_inside_word(&text[at + mark.len_utf8()..])
        }
        _ => false,
    }
}

/// Whether a toned letter stands in whole brackets, as a writer's help does.
fn is_in_help(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(|c: char| c.is_alphabetic() && !is_han(c));
    let after = text[at..].trim_start_matches(|c: char| c.is_alphabetic() && !is_han(c));
    before.ends_with(['(', '（', '/', '[', '“']) && after.starts_with([')', '）', '/', ']', '”'])
}

/// Whether what follows a question mark or exclamation mark cannot begin a sentence.
fn is_inside_word(after: &str) -> bool {
    match after.chars().next() {
        Some(';' | '；' | ',' | '，' | '、' | '\'' | '`' | '·' | '│' | '─'..='╿') => true,
        Some(letter) if letter.is_ascii_lowercase() => true,
        Some(letter) => is_han(letter) && !is_common(letter) && !is_frequent_start(letter),
        None => false,
    }
}

/// Characters that begin sentences though they are not among the commonest.
fn is_frequent_start(character: char) -> bool {
    "让那谁怎如若倘假既然虽首其再另由因所答很却岂难莫请亲尊谢让祝愿咱您你她它朋同老青今昨明"
        .contains(character)
}

fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
