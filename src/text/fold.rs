//! One character's form for the recognisers: traditional becomes simplified, full width becomes half width.
//!
//! In goes a character, out comes the one that patterns are written in, so that each pattern is written
//! once. The table is Unihan's, judged by the standard of 2013 (see `xtask/src/tables.rs`); its readable form
//! in `fold_table.rs` is turned, when this crate is compiled, into a bitmap with ranks of about 9 KB, for a
//! sorted list costs a search for every character of a text and a hash map would cost an allocation.
//!
//! Invariants, tested over the whole table: what folds by the table and what it becomes take three bytes of
//! UTF-8 each, so this folding keeps byte offsets; what it becomes folds no further; and a character of the
//! Table of General Standard Chinese Characters stays as it is (but 於 麽 釐 祕), so that a simplified text folds
//! to itself. Hence 著 乾 徵 覆 藉 瞭 stay, which both scripts write: a pattern that needs them names both
//! forms, as `接[着著]`. Full-width digits and letters, which are not of the table, shrink from three bytes to one.

use super::fold_table::{PAIRS, SIMPLIFIED_ONLY};

/// The first character that the table may hold; the last is U+9FFF.
const FIRST: u32 = 0x4E00;
/// Words of 64 characters from U+4E00 to U+9FFF.
const WORDS: usize = (0xA000 - FIRST as usize) / 64;
/// A pair is two characters of three bytes.
const PAIR_COUNT: usize = PAIRS.len() / 6;
/// From a full-width digit or letter to its ASCII form.
const FULL_WIDTH_DISTANCE: u32 = 0xFEE0;

/// A set of characters between U+4E00 and U+9FFF.
pub struct Bitmap([u64; WORDS]);

impl Bitmap {
    /// The set of every `step`-th character of a text that has three bytes a character.
    #[must_use]
    pub const fn of(text: &str, step: usize) -> Self {
        let mut words = [0; WORDS];
        let mut at = 0;
        while at < text.len() {
            let distance = three_byte_character(text, at) as u32 - FIRST;
            words[distance as usize / 64] |= 1 << (distance % 64);
            at += 3 * step;
        }
        Self(words)
    }

    /// Whether a character is in the set.
    #[must_use]
    pub fn holds(&self, character: char) -> bool {
        self.find(character).is_some()
    }

    /// The word and the bit in it of a character, if the character is in the set.
    fn find(&self, character: char) -> Option<(usize, u64)> {
        let distance = u32::from(character).wrapping_sub(FIRST);
        let word = distance as usize / 64;
        let bit = 1 << (distance % 64);
        (self.0.get(word)? & bit != 0).then_some((word, bit))
    }
}

/// The characters that fold.
static SOURCES: Bitmap = Bitmap::of(PAIRS, 2);
/// How many characters fold before each word of `SOURCES`: where the word's targets start.
static RANKS: [u16; WORDS] = ranks();
/// What they become, in the order of what they were.
static TARGETS: [u16; PAIR_COUNT] = targets();
/// The characters that only a simplified text has.
static SIMPLIFIED: Bitmap = Bitmap::of(SIMPLIFIED_ONLY, 1);

/// The character of three bytes at a byte offset.
const fn three_byte_character(text: &str, at: usize) -> u16 {
    let bytes = text.as_bytes();
    assert!(
        bytes[at] >> 4 == 0b1110,
        "the table holds characters of three bytes only"
    );
    (bytes[at] as u16 & 0x0F) << 12
        | (bytes[at + 1] as u16 & 0x3F) << 6
        | (bytes[at + 2] as u16 & 0x3F)
}

#[allow(clippy::cast_possible_truncation, reason = "a word has 64 bits")]
const fn ranks() -> [u16; WORDS] {
    let mut ranks = [0; WORDS];
    let mut rank = 0;
    let mut word = 0;
    while word < WORDS {
        ranks[word] = rank;
        rank += SOURCES.0[word].count_ones() as u16;
        word += 1;
    }
    ranks
}

const fn targets() -> [u16; PAIR_COUNT] {
    let mut targets = [0; PAIR_COUNT];
    let mut previous = 0;
    let mut pair = 0;
    while pair < PAIR_COUNT {
        let source = three_byte_character(PAIRS, 6 * pair);
        assert!(previous < source, "the table is sorted");
        previous = source;
        targets[pair] = three_byte_character(PAIRS, 6 * pair + 3);
        pair += 1;
    }
    targets
}

/// What a character becomes by the table.
fn simplified(character: char) -> Option<char> {
    let (word, bit) = SOURCES.find(character)?;
    let before = (SOURCES.0[word] & (bit - 1)).count_ones() as usize;
    let target = TARGETS.get(usize::from(RANKS[word]) + before)?;
    char::from_u32(u32::from(*target))
}

/// The form of a character that recognisers read: traditional to simplified, full-width digits and letters
/// to half width, every other character as it is.
///
/// A traditional character and its simplified form take three bytes each; a full-width digit or letter takes
/// three and becomes one, so whoever folds a text has to map offsets where these occur. Punctuation is not
/// folded.
///
/// ```
/// use speech_structure::text::fold::fold_char;
///
/// let folded: String = "關鍵條件：第１點，後面（Ａ）".chars().map(fold_char).collect();
/// assert_eq!(folded, "关键条件：第1点，后面（A）");
/// ```
#[must_use]
pub fn fold_char(character: char) -> char {
    match character {
        '\u{4E00}'..='\u{9FFF}' => simplified(character).unwrap_or(character),
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(u32::from(character) - FULL_WIDTH_DISTANCE).unwrap_or(character)
        }
        _ => character,
    }
}

/// Whether the table folds a character: 國 and 裏, but not 后, which both scripts write.
///
/// ```
/// use speech_structure::text::fold::is_traditional;
///
/// assert!(is_traditional('國'));
/// assert!(!is_traditional('后'));
/// ```
#[must_use]
pub fn is_traditional(character: char) -> bool {
    SOURCES.find(character).is_some()
}

/// Whether a character is the simplified form of another and does not occur in traditional texts: 国 and 们,
/// but not 后 or 里.
///
/// Traditional texts are taken to write what Big5 has, and forms that differ in print only (内 没 强 温),
/// which texts converted on the mainland keep.
///
/// ```
/// use speech_structure::text::fold::is_simplified_only;
///
/// assert!(is_simplified_only('们'));
/// assert!(!is_simplified_only('里'));
/// ```
#[must_use]
pub fn is_simplified_only(character: char) -> bool {
    SIMPLIFIED.find(character).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold(text: &str) -> String {
        text.chars().map(fold_char).collect()
    }

    fn pairs() -> Vec<(char, char)> {
        let characters: Vec<char> = PAIRS.chars().collect();
        characters
            .chunks(2)
            .map(|pair| (pair[0], pair[1]))
            .collect()
    }

    #[test]
    fn every_pair_of_the_table_folds_and_keeps_its_length() {
        assert_eq!(pairs().len(), PAIR_COUNT);
        for (traditional, simplified) in pairs() {
            assert_eq!(fold_char(traditional), simplified);
            assert!(is_traditional(traditional));
            assert_eq!((traditional.len_utf8(), simplified.len_utf8()), (3, 3));
        }
    }

    #[test]
    fn folding_twice_is_folding_once() {
        for character in '\0'..=char::MAX {
            let folded = fold_char(character);
            assert_eq!(fold_char(folded), folded, "{character}");
        }
    }

    #[test]
    fn nothing_outside_the_table_changes() {
        let sources: std::collections::HashMap<char, char> = pairs().into_iter().collect();
        for character in ('\0'..=char::MAX).filter(|character| !is_full_width(*character)) {
            let expected = sources.get(&character).copied().unwrap_or(character);
            assert_eq!(fold_char(character), expected);
            assert_eq!(is_traditional(character), expected != character);
        }
    }

    fn is_full_width(character: char) -> bool {
        matches!(character, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
    }

    #[test]
    fn words_of_speeches_fold() {
        for (traditional, simplified) in [
            (
                "們國會個這來時說對發展經濟質量強區",
                "们国会个这来时说对发展经济质量强区",
            ),
            (
                "領導講話點關鍵條項類級門開閉幕詞",
                "领导讲话点关键条项类级门开闭幕词",
            ),
            (
                "貴賓蒞臨謝總結與認識統籌後範麼",
                "贵宾莅临谢总结与认识统筹后范么",
            ),
            ("裏峯爲啟啓敎説衆羣線綫產産", "里峰为启启教说众群线线产产"),
            (
                "裡復麵製準採係繫幹臺檯颱鬥醜",
                "里复面制准采系系干台台台斗丑",
            ),
            ("於麽釐祕", "于么厘秘"),
            (
                "佈署佔據週年遊覽託付證書讚揚",
                "布署占据周年游览托付证书赞扬",
            ),
            ("籌備組織黨風廉政紀檢監察", "筹备组织党风廉政纪检监察"),
        ] {
            assert_eq!(fold(traditional), simplified);
        }
    }

    #[test]
    fn characters_of_both_scripts_stay() {
        let both = "后干里面台斗丑谷范余制准采系只征志表松布占周游托才了着一二三十百第是要";
        assert_eq!(fold(both), both);
        assert!(!both.chars().any(is_traditional));
    }

    #[test]
    fn traditional_characters_that_are_also_standard_stay() {
        let standard = "著乾徵覆藉瞭夥幺";
        assert_eq!(fold(standard), standard);
    }

    #[test]
    fn full_width_digits_and_letters_become_half_width_and_punctuation_does_not() {
        assert_eq!(fold("０９ＡＺａｚ"), "09AZaz");
        let kept = "，。：；？！（）［］／．＠｀｛、〇①⑴㈠";
        assert_eq!(fold(kept), kept);
    }

    #[test]
    fn the_borders_of_the_block_are_safe() {
        let borders =
            "\0\u{33FF}\u{3400}\u{4DFF}\u{4E00}\u{9FFF}\u{A000}\u{F900}\u{20000}\u{10FFFF}";
        assert_eq!(fold(borders), borders);
        assert!(!borders.chars().any(is_traditional));
        assert!(!borders.chars().any(is_simplified_only));
    }

    #[test]
    fn simplified_only_characters_tell_the_script() {
        assert!(
            "们国会这时说对发经济质区领导讲话点关键条项类级门开"
                .chars()
                .all(is_simplified_only)
        );
        let others = "后干里面台了内没强温户别着們國一abc，";
        assert!(!others.chars().any(is_simplified_only));
    }

    #[test]
    fn no_character_is_of_both_scripts() {
        assert!(!('\0'..=char::MAX).any(|one| is_traditional(one) && is_simplified_only(one)));
    }
}
