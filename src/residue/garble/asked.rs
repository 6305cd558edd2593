//! In: what a search asks of the document. Out: the questions, as numbers, so that whoever remembers a search can tell
//! whether it would find the same in another document.

use std::cell::{Cell, RefCell};

use super::language::Token;

/// A question, as a number.
pub(super) type Question = u32;

/// How often did the second token come after the first?
pub(super) fn how_often(first: Token, second: Token) -> Question {
    u32::from(first) << 16 | u32::from(second)
}

/// What came after the two? No token has this bit.
pub(super) fn what_after(first: Token, second: Token) -> Question {
    how_often(first, second) | 1 << 31
}

/// What was asked of a document, where somebody wants to know.
#[derive(Default)]
pub(super) struct Asked {
    is_noted: Cell<bool>,
    questions: RefCell<Vec<Question>>,
}

impl Asked {
    /// From now on, what is asked is noted.
    pub fn begin(&self) {
        self.is_noted.set(true);
        self.questions.borrow_mut().clear();
    }

    /// Notes that somebody asked how often the second token came after the first.
    pub fn how_often(&self, first: Token, second: Token) {
        self.note(how_often(first, second));
    }

    /// Notes that somebody asked what came after the two.
    pub fn what_after(&self, first: Token, second: Token) {
        self.note(what_after(first, second));
    }

    fn note(&self, question: Question) {
        if self.is_noted.get() {
            self.questions.borrow_mut().push(question);
        }
    }

    /// What was asked since, sorted, each once.
    pub fn end(&self) -> Vec<Question> {
        self.is_noted.set(false);
        let mut questions = self.questions.borrow_mut();
        questions.sort_unstable();
        questions.dedup();
        questions.clone()
    }
}
