//! In: a character and what is before it. Out: how surprising it is there, in sixteenths of a bit: by the
//! language model, by what the document says elsewhere, and by how the document spells.

use std::sync::LazyLock;

use super::alphabet::standing_for;
use super::codec::{self, Leads};
use super::document::{Beginning, Document};
use super::language::{Ahead, Context, FIRST, Language, Token, language, sixteenths};
use super::marks::Marks;
use crate::text::fold::{fold_char, is_simplified_only, is_traditional};

/// Sixteenths of a bit.
pub type Bits = i32;
/// A bit, as bits are counted here.
pub const BIT: Bits = 16;

/// What is before a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    model: Context,
    before: [Token; 4],
    marks: Marks,
}

impl State {
    /// The start of a line.
    pub const START: Self = Self {
        model: Context::START,
        before: [0; 4],
        marks: Marks::NONE,
    };
}

/// What speaks for a text of one document.
pub struct Likelihood {
    language: &'static Language,
    document: Document,
    script: Script,
    /// How often each character of the basic plane occurs, and each folded one.
    spelled: Vec<u32>,
    folded: Vec<u32>,
    /// The tokens of the letters, and what their spelling costs.
    letters: Vec<(Token, i16)>,
    /// How the document writes each token of the model.
    written: Vec<char>,
    /// Commas of full width less those of half width.
    wide: i64,
    /// Whether the program that garbled the text left out private characters: then it shows none.
    pub drops_private: bool,
}

/// What a letter as it is shown costs at most: names and terms are rare, and that is no evidence.
const RAREST: Bits = 14 * 16;

/// The letters that are looked up beforehand.
const LETTERS: std::ops::Range<u32> = 0x4e00..0xa000;

/// Marks that may follow anything.
const MARKS: &str = "。，”、？！；：》";

/// What a form of a mark, a digit or a letter costs that is not the usual one, by whether the document has it.
const SELDOM: Bits = 2 * 16;
const NEVER: Bits = 9 * 16;

/// The lead bytes that make common characters, by their trail byte.
static COMMON_LEADS: LazyLock<Vec<Leads>> = LazyLock::new(|| {
    let language = language();
    let is_common = |c| (FIRST..COMMON).contains(&language.token(c));
    let leads = |trail| Leads::that(|lead| codec::character([lead, trail]).is_some_and(is_common));
    (0..=0xff).map(leads).collect()
});

/// The lead bytes that make common characters with a trail byte.
pub fn common_leads(trail: u8) -> Leads {
    COMMON_LEADS[usize::from(trail)]
}

/// So many characters are common.
const COMMON: Token = 3000;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Traditional,
    Simplified,
}

fn code(character: char) -> usize {
    usize::try_from(u32::from(character)).unwrap_or(0) & 0xffff
}

impl Likelihood {
    /// Counts a document: the pieces of it between residue.
    pub fn of(pieces: Vec<&str>) -> Self {
        let language = language();
        let mut spelled = vec![0_u32; 0x1_0000];
        let mut tokens = Vec::new();
        for character in pieces.into_iter().flat_map(str::chars) {
            spelled[code(character)] += 1;
            tokens.push(language.token(character));
        }
        let occurring = (0..).zip(&spelled).filter(|(_, count)| **count > 0);
        let occurring = occurring.filter_map(|(code, &count)| Some((char::from_u32(code)?, count)));
        let mut folded = vec![0_u32; 0x1_0000];
        let (mut traditional, mut simplified, mut wide) = (0, 0, 0_i64);
        let mut drops_private = true;
        for (character, count) in occurring {
            folded[code(fold_char(character))] += count;
            traditional += if is_traditional(character) { count } else { 0 };
            simplified += if is_simplified_only(character) {
                count
            } else {
                0
            };
            wide += match character {
                '，' => i64::from(count),
                ',' => -i64::from(count),
                _ => 0,
            };
            drops_private &= !matches!(character, '\u{e000}'..='\u{f8ff}');
        }
        let mut written = language.characters.clone();
        for code in LETTERS {
            let character = char::from_u32(code).unwrap_or('\0');
            let usual = &mut written[usize::from(language.token(character))];
            if spelled[code as usize] > spelled[self::code(*usual)] {
                *usual = character;
            }
        }
        let mut likelihood = Self {
            language,
            letters: Vec::new(),
            written,
            document: Document::of(tokens, language.characters.len()),
            script: if traditional > simplified {
                Script::Traditional
            } else {
                Script::Simplified
            },
            spelled,
            folded,
            wide,
            drops_private,
        };
        likelihood.letters = LETTERS
            .filter_map(char::from_u32)
            .map(|character| likelihood.look_up(character))
            .collect();
        likelihood
    }

    /// The token of a character, and what its spelling costs.
    fn look_up(&self, character: char) -> (Token, i16) {
        let standing = fold_char(character);
        let token = self.language.token(character);
        let spelling = i16::try_from(self.spelling(character, standing));
        (token, spelling.unwrap_or(i16::MAX))
    }

    /// What comes after a state, to be asked of several characters.
    pub fn after(&self, state: State) -> After<'_> {
        After {
            likelihood: self,
            state,
            ahead: self.language.ahead(state.model),
            beginning: self.document.beginning(state.before),
        }
    }

    /// The bits of surprise at a character after others, and what is before the next.
    pub fn step(&self, state: State, character: char) -> (Bits, State) {
        self.after(state).step(character)
    }

    /// Characters that follow the last one of a state often, as the document writes them.
    pub fn followers(&self, state: State) -> impl Iterator<Item = char> {
        let [.., first, second] = state.before;
        let in_document = self.document.followers(first, second);
        let in_language = self.language.followers(state.model);
        let tokens = in_document.chain(in_language);
        MARKS
            .chars()
            .chain(tokens.map(|token| self.written[usize::from(token)]))
    }

    /// The same by the model alone: garble may be frequent in the document as well.
    pub fn step_in_model(&self, context: Context, character: char) -> (Bits, Context) {
        let (bits, next) = self.language.step(context, self.language.token(character));
        let is_letter = LETTERS.contains(&u32::from(character));
        (if is_letter { bits.min(RAREST) } else { bits }, next)
    }

    /// What it costs to write a character so and not otherwise: in the other script, or in a form that the
    /// document does not use.
    fn spelling(&self, character: char, standing: char) -> Bits {
        let own = self.spelled[code(character)];
        match character {
            '「' | '」' | '『' | '』' | '〈' | '〉' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' =>
            {
                return if own > 0 { SELDOM } else { NEVER };
            }
            _ => {}
        }
        let foreign = match self.script {
            Script::Simplified => is_traditional(character),
            Script::Traditional => is_simplified_only(character),
        };
        let all = self.folded[code(standing)];
        if own == all && !foreign {
            return 0;
        }
        let usual = if foreign { 0.05 } else { 0.6 };
        sixteenths((f64::from(own) + usual) / (f64::from(all) + 1.0)).max(0)
    }

    /// A sign as the document writes it: of half width where its commas are.
    pub fn in_width(&self, sign: char) -> char {
        match sign {
            '，' | '！' | '？' | '；' | '：' if self.wide < 0 => {
                char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign)
            }
            _ => sign,
        }
    }
}

/// What comes after a state.
pub struct After<'l> {
    likelihood: &'l Likelihood,
    state: State,
    ahead: Ahead<'l>,
    beginning: Beginning<'l>,
}

impl After<'_> {
    /// The bits of surprise at a character, and what is before the next.
    pub fn step(&self, character: char) -> (Bits, State) {
        let letter = u32::from(character).checked_sub(LETTERS.start);
        let letter = letter.and_then(|at| self.likelihood.letters.get(at as usize));
        let ((token, spelling), (unfit, marks)) = match letter {
            Some(&letter) => (letter, (0, self.state.marks.letter())),
            None => (
                self.likelihood.look_up(character),
                self.state.marks.step(standing_for(character)),
            ),
        };
        let (bits, model) = match self.ahead.unseen(token) {
            Some(bits) if !self.beginning.may_hold(token) => {
                (bits + self.beginning.left(), Context::alone(token))
            }
            _ => {
                let (bits, model) = self.ahead.step(token);
                (self.with_document(token, bits), model)
            }
        };
        let bits = bits + Bits::from(spelling) + unfit;
        let [_, a, b, c] = self.state.before;
        let state = State {
            model,
            before: [a, b, c, token],
            marks,
        };
        (bits, state)
    }

    fn with_document(&self, token: Token, bits: Bits) -> Bits {
        let model = || self.likelihood.language.probability(bits);
        let found = self.beginning.bits(token, bits, model);
        if token >= FIRST {
            found
        } else {
            found.max(bits)
        }
    }
}
