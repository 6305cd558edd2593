//! In: a character, folded to simplified. Out: the one that stands for it in the language model: signs of both
//! widths are one sign, digits and Latin letters are one each. The generator of the model reads this file too.

/// Where a line begins or ends.
pub const EDGE: char = '\n';
/// Any digit.
pub const DIGIT: char = '0';
/// Any Latin letter.
pub const LETTER: char = 'a';

/// The character that stands for another.
pub fn standing_for(character: char) -> char {
    match character {
        '\r' | '\u{0b}' | '\u{2028}' | '\u{2029}' => EDGE,
        '0'..='9' | '０'..='９' => DIGIT,
        'a'..='z' | 'A'..='Z' | 'ａ'..='ｚ' | 'Ａ'..='Ｚ' => LETTER,
        ',' => '，',
        ':' => '：',
        ';' => '；',
        '?' => '？',
        '!' => '！',
        '(' => '（',
        ')' => '）',
        '%' => '％',
        '「' | '『' => '“',
        '」' | '』' => '”',
        '〈' => '《',
        '〉' => '》',
        '\u{3000}' | '\t' => ' ',
        _ => character,
    }
}
