//! Syllables of Mandarin in pinyin, as copy guards leave them behind characters: 字(zì).
//!
//! In goes a text, out comes how many of its bytes are a syllable. The syllables are listed, not described:
//! a class of letters would take (GDP) and (the) for residue and delete a writer's words. The facts are those
//! of the Scheme for the Chinese Phonetic Alphabet (汉语拼音方案, 1958) and its spelling rules (GB/T 16159-2012);
//! the list of 419 agrees with the readings that Unihan gives from 现代汉语词典 (kXHC1983), interjections (ng,
//! hm) included, with ê added and the dialectal fiao (覅) left out.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// What follows each initial, in spelling (so y and w count as initials, and ü after j q x y is u). `v`
/// stands for ü and `E` for ê here, that a letter be a byte; no text is read in this notation.
const SYLLABLES: [(&str, &str); 24] = [
    ("", "a ai an ang ao e ei en eng er o ou E m n ng"),
    ("b", "a ai an ang ao ei en eng i ian iao ie in ing o u"),
    ("p", "a ai an ang ao ei en eng i ian iao ie in ing o ou u"),
    (
        "m",
        "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    ),
    ("f", "a an ang ei en eng o ou u"),
    (
        "d",
        "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    ),
    (
        "t",
        "a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo",
    ),
    (
        "n",
        "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo v ve",
    ),
    (
        "l",
        "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve",
    ),
    (
        "g",
        "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    ),
    (
        "k",
        "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    ),
    (
        "h",
        "a ai an ang ao e ei en eng m ng ong ou u ua uai uan uang ui un uo",
    ),
    ("j", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    ("q", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    ("x", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    (
        "zh",
        "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    ),
    (
        "ch",
        "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    ),
    (
        "sh",
        "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    ),
    ("r", "an ang ao e en eng i ong ou u ua uan ui un uo"),
    ("z", "a ai an ang ao e ei en eng i ong ou u uan ui un uo"),
    ("c", "a ai an ang ao e ei en eng i ong ou u uan ui un uo"),
    ("s", "a ai an ang ao e en eng i ong ou u uan ui un uo"),
    ("y", "a an ang ao e i in ing o ong ou u uan ue un"),
    ("w", "a ai an ang ei en eng o u"),
];

/// The letters of the longest syllables (zhuang, chuang, shuang).
const LONGEST: usize = 6;

/// The length in bytes of the longest syllable at the start of a text, with or without its tone mark.
///
/// Marks may be letters of their own (ā) or follow as combining characters. A syllable has one mark at most,
/// on a vowel, or on the m or n of a syllable that has none. Letters are small, as guards write them: (A) is
/// an item's label. What follows is not looked at: "word" starts with wo, see [`is_syllable`].
///
/// ```
/// use speech_structure::residue::syllables::syllable_length;
///
/// assert_eq!(syllable_length("zhì)理"), Some("zhì".len()));
/// assert_eq!(syllable_length("the)"), None);
/// ```
#[must_use]
pub fn syllable_length(text: &str) -> Option<usize> {
    let spelling = Spelling::at_start(text);
    let count = (1..=spelling.count).rev().find(|&count| {
        SPELLINGS.contains(&number(&spelling.letters[..count])) && spelling.mark_fits(count)
    })?;
    Some(spelling.ends[count - 1])
}

/// Every syllable as a number: a guarded text has thousands, and looking through the list costs a hundred times more.
static SPELLINGS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
    let all = SYLLABLES.iter().flat_map(|(initial, finals)| {
        let endings = finals.split(' ');
        endings.map(|ending| {
            number(initial.as_bytes()) << (8 * ending.len()) | number(ending.as_bytes())
        })
    });
    all.collect()
});

/// The letters of a syllable as one number.
fn number(letters: &[u8]) -> u64 {
    letters
        .iter()
        .fold(0, |number, &letter| number << 8 | u64::from(letter))
}

/// Whether a text is one syllable from end to end.
///
/// ```
/// use speech_structure::residue::syllables::is_syllable;
///
/// assert!(is_syllable("lǜ") && is_syllable("de"));
/// assert!(!is_syllable("word") && !is_syllable("GDP"));
/// ```
#[must_use]
pub fn is_syllable(text: &str) -> bool {
    syllable_length(text) == Some(text.len())
}

/// Whether a letter of a text carries the mark of a tone; the dots of ü and the hat of ê are none.
///
/// ```
/// use speech_structure::residue::syllables::has_tone_mark;
///
/// assert!(has_tone_mark("zhì"));
/// assert!(!has_tone_mark("lü"));
/// ```
#[must_use]
pub fn has_tone_mark(text: &str) -> bool {
    text.chars().any(|character| {
        is_tone_mark(character) || base_letter(character).is_some_and(|(_, has_tone)| has_tone)
    })
}

/// The letters at the start of a text, as many as may be of one syllable.
#[derive(Default)]
struct Spelling {
    letters: [u8; LONGEST],
    /// Where each letter ends in the text, its marks included.
    ends: [usize; LONGEST],
    count: usize,
    /// Which letter has the mark of the tone.
    marked: Option<usize>,
}

impl Spelling {
    /// Reads up to six letters, and stops before a second mark.
    fn at_start(text: &str) -> Self {
        let mut spelling = Self::default();
        let mut end = 0;
        while spelling.count < LONGEST {
            let Some(letter) = Letter::first(&text[end..]) else {
                break;
            };
            match (letter.has_tone, spelling.marked) {
                (true, Some(_)) => break,
                (true, None) => spelling.marked = Some(spelling.count),
                (false, _) => {}
            }
            end += letter.length;
            spelling.letters[spelling.count] = letter.base;
            spelling.ends[spelling.count] = end;
            spelling.count += 1;
        }
        spelling
    }

    /// Whether the mark, if it is among the first `count` letters, is on one that may carry it.
    fn mark_fits(&self, count: usize) -> bool {
        let letters = &self.letters[..count];
        let Some(letter) = self.marked.and_then(|at| letters.get(at)) else {
            return true;
        };
        is_vowel(*letter)
            || (b"mn".contains(letter) && !letters.iter().any(|letter| is_vowel(*letter)))
    }
}

/// A letter of pinyin with the combining characters that follow it.
struct Letter {
    base: u8,
    has_tone: bool,
    length: usize,
}

impl Letter {
    /// The letter at the start of a text.
    fn first(text: &str) -> Option<Self> {
        let mut characters = text.chars();
        let character = characters.next()?;
        let (base, has_tone) = base_letter(character)?;
        let mut letter = Self {
            base,
            has_tone,
            length: character.len_utf8(),
        };
        for mark in characters {
            match (letter.base, mark) {
                (b'u', '\u{308}') if !letter.has_tone => letter.base = b'v',
                (b'e', '\u{302}') if !letter.has_tone => letter.base = b'E',
                _ if is_tone_mark(mark) && !letter.has_tone => letter.has_tone = true,
                _ => break,
            }
            letter.length += mark.len_utf8();
        }
        Some(letter)
    }
}

/// Macron, acute, caron, grave.
fn is_tone_mark(character: char) -> bool {
    matches!(character, '\u{304}' | '\u{301}' | '\u{30C}' | '\u{300}')
}

/// A letter without its mark, and whether it had one. There is no v in pinyin.
fn base_letter(character: char) -> Option<(u8, bool)> {
    Some(match character {
        'ā' | 'á' | 'ǎ' | 'à' => (b'a', true),
        'ē' | 'é' | 'ě' | 'è' => (b'e', true),
        'ī' | 'í' | 'ǐ' | 'ì' => (b'i', true),
        'ō' | 'ó' | 'ǒ' | 'ò' => (b'o', true),
        'ū' | 'ú' | 'ǔ' | 'ù' => (b'u', true),
        'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => (b'v', true),
        'ế' | 'ề' => (b'E', true),
        'ń' | 'ň' | 'ǹ' => (b'n', true),
        'ḿ' => (b'm', true),
        'ü' => (b'v', false),
        'ê' => (b'E', false),
        // The one-storeyed a and g of textbooks.
        'ɑ' => (b'a', false),
        'ɡ' => (b'g', false),
        'a'..='u' | 'w'..='z' => (u8::try_from(character).ok()?, false),
        _ => return None,
    })
}

fn is_vowel(letter: u8) -> bool {
    b"aeiouvE".contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMBINING: [&str; 5] = ["", "\u{304}", "\u{301}", "\u{30C}", "\u{300}"];
    const PRECOMPOSED: [(&str, [&str; 5]); 9] = [
        ("a", ["a", "ā", "á", "ǎ", "à"]),
        ("e", ["e", "ē", "é", "ě", "è"]),
        ("i", ["i", "ī", "í", "ǐ", "ì"]),
        ("o", ["o", "ō", "ó", "ǒ", "ò"]),
        ("u", ["u", "ū", "ú", "ǔ", "ù"]),
        ("ü", ["ü", "ǖ", "ǘ", "ǚ", "ǜ"]),
        ("ê", ["ê", "ê\u{304}", "ế", "ê\u{30C}", "ề"]),
        ("m", ["m", "m\u{304}", "ḿ", "m\u{30C}", "m\u{300}"]),
        ("n", ["n", "n\u{304}", "ń", "ň", "ǹ"]),
    ];

    fn spellings() -> Vec<String> {
        let written = |(initial, finals): &(&str, &'static str)| {
            let initial = (*initial).to_owned();
            finals
                .split(' ')
                .map(move |ending| format!("{initial}{ending}"))
                .collect::<Vec<_>>()
        };
        let spellings = SYLLABLES.iter().flat_map(written);
        spellings
            .map(|spelling| spelling.replace('v', "ü").replace('E', "ê"))
            .collect()
    }

    /// The letter that the spelling rules put the mark on: a or e, the o of ou, or the last vowel.
    fn main_letter(spelling: &str) -> &'static str {
        let present = |letter: &&str| spelling.contains(*letter);
        if let Some(letter) = ["a", "e", "ê", "o"].into_iter().find(present) {
            return letter;
        }
        let last_vowel = spelling.chars().rfind(|letter| "iuü".contains(*letter));
        match last_vowel {
            Some('i') => "i",
            Some('u') => "u",
            Some(_) => "ü",
            None if spelling.contains('m') => "m",
            None => "n",
        }
    }

    #[test]
    fn the_list_has_each_syllable_once() {
        let mut spellings = spellings();
        let count = spellings.len();
        spellings.sort();
        spellings.dedup();
        assert_eq!(spellings.len(), count);
        assert_eq!(count, 419);
    }

    #[test]
    fn every_syllable_is_accepted_in_every_tone_and_both_forms() {
        for spelling in spellings() {
            let letter = main_letter(&spelling);
            let tones = PRECOMPOSED
                .iter()
                .find(|(base, _)| *base == letter)
                .unwrap()
                .1;
            for (tone, mark) in tones.into_iter().zip(COMBINING) {
                let precomposed = spelling.replacen(letter, tone, 1);
                let combining = spelling.replacen(letter, &format!("{letter}{mark}"), 1);
                for text in [precomposed, combining.replace('ü', "u\u{308}"), combining] {
                    assert!(is_syllable(&text), "{text}");
                    assert_eq!(has_tone_mark(&text), !mark.is_empty(), "{text}");
                    let followed = format!("{text})的");
                    assert_eq!(syllable_length(&followed), Some(text.len()), "{followed}");
                }
            }
        }
    }

    #[test]
    fn the_longest_syllable_counts() {
        for (text, syllable) in [
            ("xiān", "xiān"),
            ("xīan", "xīan"),
            ("fāngàn", "fāng"),
            ("nǐhǎo", "nǐ"),
            ("huār", "huā"),
            ("word", "wo"),
            ("zhuangz", "zhuang"),
            ("ngo", "ng"),
        ] {
            assert_eq!(syllable_length(text), Some(syllable.len()), "{text}");
        }
    }

    #[test]
    fn near_misses_are_refused() {
        for text in [
            "", "(", "GDP", "the", "word", "CEO", "A", "Zhì", "ZHI", "v", "lv", "nve", "b", "zh",
            "bong", "fi", "gi", "ki", "hi", "jo", "qa", "xo", "bü", "jü", "zhü", "yue1", "rua1",
            "wong", "wi", "ien", "shong", "ßa", "ñi", "fã", "fâ", "fä", "zhí ", " zhí", "字", "1",
            "īng", "ǒng", "ün",
        ] {
            assert!(!is_syllable(text), "{text}");
        }
    }

    #[test]
    fn a_mark_stands_once_and_on_a_vowel() {
        for text in [
            "lǐǎng",
            "ñá",
            "ńa",
            "nań",
            "ḿa",
            "a\u{304}\u{301}",
            "ā\u{301}",
            "zh\u{300}i",
            "ng\u{301}",
        ] {
            assert!(!is_syllable(text), "{text}");
        }
        assert!(is_syllable("ńg") && is_syllable("hm\u{300}") && is_syllable("ǹ"));
    }

    #[test]
    fn marks_that_are_not_of_a_tone_do_not_count() {
        for text in ["", "de", "lü", "nüe", "ê", "naïve", "GDP", "字"] {
            assert!(!has_tone_mark(text), "{text}");
        }
        assert!(has_tone_mark("lu\u{308}\u{300}") && has_tone_mark("e\u{300}"));
    }

    #[test]
    fn letters_of_textbooks_are_letters() {
        assert!(is_syllable("zhōnɡ") && is_syllable("bɑ") && is_syllable("ɡuɑ\u{300}n"));
    }
}
