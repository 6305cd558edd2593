//! In: a mark and what is before it. Out: what it costs that it does not fit there, which the language model
//! does not see: marks that close what is not open, and marks beside marks.

use super::bits::Bits;

/// Marks that are open, and the mark before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    quote: bool,
    title: bool,
    bracket: bool,
    before: char,
}

/// What it costs to close what is not open, and less to close what is.
const NOT_OPEN: Bits = 8 * 16;
pub const OPEN: Bits = -16;
/// What it costs to open what is open.
const OPEN_TWICE: Bits = 6 * 16;
/// What a mark costs right after one that it does not follow.
const BESIDE: Bits = 8 * 16;

impl Marks {
    /// Nothing is open.
    pub const NONE: Self = Self {
        quote: false,
        title: false,
        bracket: false,
        before: '\0',
    };

    /// The marks behind a letter.
    pub fn letter(self) -> Self {
        Self {
            before: '\0',
            ..self
        }
    }

    /// The cost of a character, in the form that stands for it, and the marks behind it.
    pub fn step(self, character: char) -> (Bits, Self) {
        let mut next = self;
        next.before = character;
        let bits = match character {
            '“' => opened(&mut next.quote),
            '《' => opened(&mut next.title),
            '（' => opened(&mut next.bracket),
            '”' => closed(&mut next.quote),
            '》' => closed(&mut next.title),
            '）' => closed(&mut next.bracket),
            '\n' => return (0, Self::NONE),
            _ => 0,
        };
        (bits + beside(self.before, character), next)
    }
}

fn opened(is_open: &mut bool) -> Bits {
    if std::mem::replace(is_open, true) {
        OPEN_TWICE
    } else {
        0
    }
}

fn closed(is_open: &mut bool) -> Bits {
    if std::mem::replace(is_open, false) {
        OPEN
    } else {
        NOT_OPEN
    }
}

/// A mark right after another one.
fn beside(before: char, character: char) -> Bits {
    let ends = matches!(character, '，' | '。' | '、' | '；' | '：' | '？' | '！');
    let fits = match before {
        '，' | '。' | '、' | '；' | '：' | '“' | '《' | '（' => !ends,
        '？' | '！' => !ends || matches!(character, '？' | '！'),
        _ => true,
    };
    if fits { 0 } else { BESIDE }
}
