//! In: how often each character stands in a document. Out: how the document spells: in which script, in which of
//! several forms, with signs of which width; and what it costs to write a character otherwise.

use std::sync::LazyLock;

use super::language::{Language, Token, sixteenths};
use super::likelihood::{BIT, Bits};
use crate::text::fold::{fold_char, is_simplified_only, is_traditional};

/// The letters whose cost is known beforehand.
pub const LETTERS: std::ops::Range<u32> = 0x4e00..0xa000;

/// What a form of a mark, a digit or a letter costs that is not the usual one, by whether the document has it.
const SELDOM: Bits = 2 * 16;
const NEVER: Bits = 9 * 16;

/// How a document spells.
pub struct Spelling {
    script: Script,
    /// How often each character of the basic plane occurs, and each folded one.
    spelled: Vec<u32>,
    folded: Vec<u32>,
    /// What each letter costs.
    letters: Vec<i16>,
    /// How the document writes each token of the model.
    written: Vec<char>,
    /// Whether it has more full-width commas than others.
    is_wide: bool,
    /// Whether it has private characters.
    pub has_private: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Traditional,
    Simplified,
}

/// The place of a character among the counts.
pub fn code(character: char) -> usize {
    usize::try_from(u32::from(character)).unwrap_or(0) & 0xffff
}

fn letters() -> impl Iterator<Item = char> {
    LETTERS.filter_map(char::from_u32)
}

/// The code of what each letter folds to.
static STANDING: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let standing = |letter| u16::try_from(code(fold_char(letter))).unwrap_or_default();
    letters().map(standing).collect()
});

/// What each letter costs that a document has in no form, by its script.
static UNUSED: LazyLock<[Vec<i16>; 2]> = LazyLock::new(|| {
    [Script::Traditional, Script::Simplified].map(|script| {
        let cost = |letter| i16::try_from(of_share(0, 0, script.is_foreign(letter)));
        letters()
            .map(|letter| cost(letter).unwrap_or(i16::MAX))
            .collect()
    })
});

/// What a form costs that a document has so often, of so many times that it has the character in any.
fn of_share(own: u32, all: u32, foreign: bool) -> Bits {
    if own == all && !foreign {
        return 0;
    }
    let usual = if foreign { 0.05 } else { 0.6 };
    // Powers of two and whole bits, that a character typed seldom changes what others cost.
    let roughly = |count: u32| f64::from(count.checked_ilog2().map_or(0, |bits| 1_u32 << bits));
    let [own, all] = [own, all].map(roughly);
    let bits = sixteenths((own + usual) / (all + 1.0)) + BIT / 2;
    bits.max(0) / BIT * BIT
}

impl Script {
    fn is_foreign(self, character: char) -> bool {
        match self {
            Self::Simplified => is_traditional(character),
            Self::Traditional => is_simplified_only(character),
        }
    }
}

impl Spelling {
    /// The spelling of a document in which each character, by its [`code`], occurs so often.
    pub fn of(spelled: Vec<u32>, language: &Language) -> Self {
        let mut folded = vec![0_u32; spelled.len()];
        let (mut traditional, mut simplified) = (0, 0);
        let mut has_private = false;
        let occurring = (0..).zip(&spelled).filter(|(_, count)| **count > 0);
        let occurring = occurring.filter_map(|(code, &count)| Some((char::from_u32(code)?, count)));
        for (character, count) in occurring {
            folded[code(fold_char(character))] += count;
            traditional += if is_traditional(character) { count } else { 0 };
            simplified += if is_simplified_only(character) {
                count
            } else {
                0
            };
            has_private |= matches!(character, '\u{e000}'..='\u{f8ff}');
        }
        let mut spelling = Self {
            script: if traditional > simplified {
                Script::Traditional
            } else {
                Script::Simplified
            },
            is_wide: spelled[code('，')] >= spelled[code(',')],
            spelled,
            folded,
            letters: Vec::new(),
            written: language.characters.clone(),
            has_private,
        };
        spelling.learn_letters(language);
        spelling
    }

    fn learn_letters(&mut self, language: &Language) {
        self.letters = match self.script {
            Script::Traditional => UNUSED[0].clone(),
            Script::Simplified => UNUSED[1].clone(),
        };
        for (at, (character, &standing)) in letters().zip(STANDING.iter()).enumerate() {
            if self.folded[usize::from(standing)] == 0 {
                continue;
            }
            self.letters[at] = i16::try_from(self.look_up(character)).unwrap_or(i16::MAX);
            let count = self.spelled[code(character)];
            let usual = &mut self.written[usize::from(language.token(character))];
            if count > 0 && count > self.spelled[code(*usual)] {
                *usual = character;
            }
        }
    }

    /// What it costs to write a character so and not otherwise: in the other script, or in a form that the
    /// document does not use.
    pub fn cost(&self, character: char) -> Bits {
        let letter = u32::from(character).wrapping_sub(LETTERS.start);
        match self.letters.get(letter as usize) {
            Some(&cost) => Bits::from(cost),
            None => self.look_up(character),
        }
    }

    fn look_up(&self, character: char) -> Bits {
        let own = self.spelled[code(character)];
        match character {
            '「' | '」' | '『' | '』' | '〈' | '〉' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' =>
            {
                return if own > 0 { SELDOM } else { NEVER };
            }
            _ => {}
        }
        let all = self.folded[code(fold_char(character))];
        of_share(own, all, self.script.is_foreign(character))
    }

    /// How the document writes a token of the model.
    pub fn written(&self, token: Token) -> char {
        self.written[usize::from(token)]
    }

    /// A sign as the document writes it: of half width where its commas are.
    pub fn in_width(&self, sign: char) -> char {
        match sign {
            '，' | '！' | '？' | '；' | '：' if !self.is_wide => {
                char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign)
            }
            _ => sign,
        }
    }

    /// The tokens that another document spells otherwise, or at another cost; nothing where more than that is different.
    pub fn changed(&self, other: &Self, language: &Language) -> Option<Vec<Token>> {
        let same = (self.script, self.is_wide) == (other.script, other.is_wide);
        let costs = self.letters.iter().zip(&other.letters);
        let changed = letters()
            .zip(costs)
            .filter(|(_, (one, other))| one != other);
        // Of the other characters only these cost anything.
        let narrow = '!'..='~';
        let wide = "「」『』〈〉".chars().chain('！'..='～');
        let marks = narrow.chain(wide);
        let marks = marks.filter(|&mark| self.look_up(mark) != other.look_up(mark));
        let characters = changed.map(|(letter, _)| letter).chain(marks);
        let written = self.written.iter().zip(&other.written);
        let written = written
            .filter(|(one, other)| one != other)
            .map(|(&one, _)| one);
        let tokens = characters
            .chain(written)
            .map(|character| language.token(character));
        same.then(|| tokens.collect())
    }
}
