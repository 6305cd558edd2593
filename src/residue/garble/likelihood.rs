//! In: a character and what is before it. Out: how surprising it is there, in sixteenths of a bit: by the
//! language model, by what the document says elsewhere, and by how the document spells.

use std::sync::LazyLock;

use super::alphabet::standing_for;
use super::codec::{self, Leads};
use super::document::{Beginning, Document};
use super::language::{Ahead, Context, FIRST, Language, Token, language};
use super::marks::Marks;
use super::memory::Asked;
use super::spelling::{LETTERS, Spelling, code};

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
    pub(super) document: Document,
    pub(super) spelling: Spelling,
    /// Whether the program that garbled the text left out private characters: then it shows none.
    pub drops_private: bool,
    /// What was asked of the document, where somebody wants to know.
    pub(super) asked: Asked,
}

/// What a letter as it is shown costs at most: names and terms are rare, and that is no evidence.
const RAREST: Bits = 14 * 16;

/// Marks that may follow anything.
const MARKS: &str = "。，”、？！；：》";

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

impl Likelihood {
    /// Counts a document: the pieces of it between residue.
    pub fn of(pieces: &[&str]) -> Self {
        let language = language();
        let mut spelled = vec![0_u32; 0x1_0000];
        let bytes: usize = pieces.iter().map(|piece| piece.len()).sum();
        let mut tokens = Vec::with_capacity(bytes / 3 + 1);
        for character in pieces.iter().flat_map(|piece| piece.chars()) {
            spelled[code(character)] += 1;
            tokens.push(language.token(character));
        }
        let spelling = Spelling::of(spelled, language);
        Self {
            language,
            document: Document::of(tokens, language.characters.len()),
            drops_private: !spelling.has_private,
            spelling,
            asked: Asked::default(),
        }
    }

    /// What comes after a state, to be asked of several characters.
    pub fn after(&self, state: State) -> After<'_> {
        let [.., first, second] = state.before;
        self.asked.what_after(first, second);
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

    /// Whether the document has some characters one after the other.
    pub fn holds(&self, text: &[char]) -> bool {
        let token = |&character: &char| self.language.token(character);
        let tokens: Vec<Token> = text.iter().map(token).collect();
        for two in tokens.windows(2) {
            self.asked.what_after(two[0], two[1]);
        }
        self.document.holds(&tokens)
    }

    /// Characters that follow the last ones of a state often, as the document writes them.
    pub fn followers(&self, state: State) -> impl Iterator<Item = char> {
        let [.., first, second] = state.before;
        self.asked.what_after(first, second);
        let in_document = self.document.followers(first, second);
        let tokens = in_document.chain(self.language.followers(state.model));
        let written = move |token| {
            self.asked.how_often(second, token);
            self.spelling.written(token)
        };
        MARKS.chars().chain(tokens.map(written))
    }

    /// The same by the model alone: garble may be frequent in the document as well.
    pub fn step_in_model(&self, context: Context, character: char) -> (Bits, Context) {
        let (bits, next) = self.language.step(context, self.language.token(character));
        let is_letter = LETTERS.contains(&u32::from(character));
        (if is_letter { bits.min(RAREST) } else { bits }, next)
    }

    /// A sign as the document writes it.
    pub fn in_width(&self, sign: char) -> char {
        self.spelling.in_width(sign)
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
        let Likelihood {
            language,
            spelling,
            asked,
            ..
        } = self.likelihood;
        let token = language.token(character);
        asked.how_often(self.state.before[3], token);
        let (unfit, marks) = if LETTERS.contains(&u32::from(character)) {
            (0, self.state.marks.letter())
        } else {
            self.state.marks.step(standing_for(character))
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
        let bits = bits + spelling.cost(character) + unfit;
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
