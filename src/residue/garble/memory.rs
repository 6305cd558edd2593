//! In: what was found in the lines of a text. Out: the same for the next text, without a search, for those lines
//! that a search would find the same in: typing in a garbled document changes one line and little of what the
//! document says of the others.
//!
//! A line's places depend on the line, on what was certain in it before, and on the document. Of the document a
//! search asks what came after some thousands of pairs of tokens; these are remembered with the line, and it is
//! searched again where the answer to one of them has changed. So the memory changes nothing but the time.

use std::cell::{Cell, RefCell};

use rustc_hash::FxHashMap;
use siphasher::sip128::{Hasher128, SipHasher13};

use super::Garble;
use super::document::Changed;
use super::language::{Token, language};
use super::likelihood::Likelihood;
use crate::text::Span;

/// So many questions are remembered in all, of four bytes each.
const ASKED: usize = 4_000_000;

/// So many lines are remembered.
const LINES: usize = 50_000;

/// What was found in the lines of a text, for the next one.
#[derive(Default)]
pub struct Memory {
    /// As gone through the first time, and the second.
    pub(super) passes: [Pass; 2],
}

impl std::fmt::Debug for Memory {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let lines = self.passes.each_ref().map(|pass| pass.lines.len());
        formatter
            .debug_struct("Memory")
            .field("lines", &lines)
            .finish()
    }
}

/// The lines of a text as it was gone through once.
#[derive(Default)]
pub(super) struct Pass {
    /// What the document was like.
    pub likelihood: Option<Likelihood>,
    /// The lines, by what stands in them.
    lines: FxHashMap<Key, Line>,
    /// How many questions the lines have.
    asked: usize,
}

/// What stands for the words of a line: no two lines that anybody has are the same in it.
pub(super) type Key = u128;

/// The key of a line.
pub(super) fn key(line: &str) -> Key {
    let mut hasher = SipHasher13::new();
    std::hash::Hasher::write(&mut hasher, line.as_bytes());
    hasher.finish128().as_u128()
}

/// What was found in a line. Spans are from the start of the line.
#[derive(Clone)]
pub(super) struct Line {
    /// What was certain before.
    pub settled: Vec<Garble>,
    pub found: Vec<Garble>,
    pub searched: usize,
    pub effort: usize,
    /// What was asked of the document, sorted.
    pub asked: Vec<Question>,
}

/// A question, as a number.
type Question = u32;

/// How often did the second token come after the first?
fn how_often(first: Token, second: Token) -> Question {
    u32::from(first) << 16 | u32::from(second)
}

/// What came after the two? No token has this bit.
fn what_after(first: Token, second: Token) -> Question {
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

impl Pass {
    /// A line, if it is known.
    pub fn line(&self, key: Key) -> Option<&Line> {
        self.lines.get(&key)
    }

    /// Takes a line out.
    pub fn take(&mut self, key: Key) -> Option<Line> {
        self.lines.remove(&key)
    }

    /// Keeps a line, unless there are too many.
    pub fn keep(&mut self, key: Key, line: Line) {
        self.asked += line.asked.len();
        if self.asked <= ASKED && self.lines.len() < LINES {
            self.lines.insert(key, line);
        }
    }

    /// Forgets the lines of which a search in another document may find something else.
    pub fn renew(&mut self, likelihood: &Likelihood) {
        let old = self.likelihood.take();
        let changes = old.and_then(|old| Changes::between(&old, likelihood));
        let is_touched = |line: &Line| {
            !line.asked.is_empty()
                && changes
                    .as_ref()
                    .is_none_or(|changes| changes.touch(&line.asked))
        };
        self.lines.retain(|_, line| !is_touched(line));
    }
}

/// What is different in one document from another.
struct Changes {
    document: Changed,
    /// Tokens that are spelled otherwise, by their numbers.
    spelled: Vec<bool>,
}

impl Changes {
    /// The changes; nothing where there are too many.
    fn between(old: &Likelihood, new: &Likelihood) -> Option<Self> {
        let tokens = old.spelling.changed(&new.spelling, language())?;
        let mut spelled = Vec::new();
        for token in tokens.into_iter().map(usize::from) {
            spelled.resize(spelled.len().max(token + 1), false);
            spelled[token] = true;
        }
        let document = old.document.changed(&new.document)?;
        (old.drops_private == new.drops_private).then_some(Self { document, spelled })
    }

    /// Whether the answer to one of these questions may be another.
    fn touch(&self, asked: &[Question]) -> bool {
        let is_asked = |from: Question, to: Question| {
            let at = asked.partition_point(|&question| question < from);
            asked.get(at).is_some_and(|&question| question <= to)
        };
        let pair = |&(first, second): &(Token, Token)| {
            let question = how_often(first, second);
            is_asked(question, question)
        };
        let beginning = |&(first, second): &(Token, Token)| {
            let question = what_after(first, second);
            is_asked(question, question)
        };
        let first = |&first: &Token| is_asked(how_often(first, 0), how_often(first, Token::MAX));
        let is_spelled = |question: &Question| {
            let token = (question & 0xffff) as usize;
            self.spelled.get(token).is_some_and(|&changed| changed)
        };
        self.document.pairs.iter().any(pair)
            || self.document.beginnings.iter().any(beginning)
            || self.document.firsts.iter().any(first)
            || !self.spelled.is_empty() && asked.iter().any(is_spelled)
    }
}

/// Places as seen from the start of their line, or the other way with a negative start.
pub(super) fn moved(places: &[Garble], by: isize) -> Vec<Garble> {
    let moved = |offset: usize| offset.saturating_add_signed(by);
    let one = |place: &Garble| Garble {
        span: Span::new(moved(place.span.start), moved(place.span.end)),
        ..place.clone()
    };
    places.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Memory;
    use crate::residue::garble::{find, find_again};

    /// Lines that are garbled in several ways, some of which need what others say, and whole ones.
    const LINES: [&str; 8] = [
        "我們的工作取得了新的成績?傮w來看,形勢很好,工作的總體形勢很好。",
        "会议要求各部门认真落实?傮w安排,确保各项工作按时完成。",
        "他?們?nèi)绾螌Υ@項工作,我們如何对待它。",
        "因(yīn)?yàn)槲覀兊?優(yōu)勢在于團結。",
        "市場監管部門要組織好“3?15”宣傳活動。",
        "這一仗只許勝,不能失??!請大家放心。",
        "各位同志,今天的会议开得很好,大家辛苦了。",
        "此举意义重大,必将产生深远跋臁?SPAN>",
    ];

    /// Whether a memory makes no difference while a text is typed in.
    fn agrees(texts: &[String]) -> bool {
        let mut memory = Memory::default();
        texts
            .iter()
            .all(|text| find_again(text, &[], &mut memory) == find(text, &[]))
    }

    #[test]
    fn a_line_that_is_known_is_found_anew_where_the_document_says_otherwise() {
        let whole = LINES.join("\n");
        let mut texts = vec![whole.clone(), whole.clone()];
        // What was weak becomes certain by what is typed, and weak again.
        for typed in ["總", "總體", "總體形勢", "，", "国", "國國國國"] {
            texts.push(format!("{typed}\n{whole}"));
            texts.push(format!("{whole}\n{typed}"));
        }
        texts.push(whole.chars().take(60).collect());
        texts.push(String::new());
        texts.push(whole);
        assert!(agrees(&texts));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn the_memory_changes_nothing_but_the_time(
            lines in prop::collection::vec(prop::sample::select(&LINES[..]), 1..12),
            edits in prop::collection::vec((any::<prop::sample::Index>(), 0..4_usize, "[的我們总總體?,，。A-Ca(é)\u{e000}\n]{0,3}"), 1..8),
        ) {
            let mut characters: Vec<char> = lines.join("\n").chars().collect();
            let mut texts = vec![characters.iter().collect::<String>()];
            for (place, gone, typed) in edits {
                let from = place.index(characters.len() + 1);
                let to = (from + gone).min(characters.len());
                characters.splice(from..to, typed.chars());
                texts.push(characters.iter().collect());
            }
            prop_assert!(agrees(&texts), "{texts:?}");
        }
    }
}
