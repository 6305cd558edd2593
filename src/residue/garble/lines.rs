//! In: a text. Out: its garbled places, found line by line, for nothing that a search reads lies beyond the line but
//! what the whole document says. So a line is searched, or remembered from the text before.
//!
//! A text in which something is certain is gone through again: what is certain now tells how the document writes,
//! and signs that alone are too weak are believed.

use super::Garble;
use super::likelihood::Likelihood;
use super::memory::{Key, Line, Memory, Pass, key, moved};
use super::pieces::pieces;
use super::places::{EFFORT, Finder, PLACES};
use crate::text::Span;

/// The lines of the text before, and those of this one.
#[derive(Default)]
pub(super) struct Remembered {
    old: Pass,
    new: Pass,
}

impl Remembered {
    /// Forgets of the text before what is no longer so, and notes from now on what is asked.
    pub fn begin(&mut self, likelihood: &Likelihood) {
        self.old.renew(likelihood);
        likelihood.asked.begin();
    }
}

/// See [`super::find`].
pub fn find(text: &str, pinyin: &[Span], memory: Option<&mut Memory>) -> Vec<Garble> {
    let mut finder = Finder {
        text,
        pinyin,
        likelihood: None,
        is_garbled: false,
        found: Vec::new(),
        searched: 0,
        effort: 0,
        remembered: memory.is_some().then(Remembered::default),
    };
    let mut none = Memory::default();
    let [first, second] = &mut memory.unwrap_or(&mut none).passes;
    finder.go_through(&[], first);
    let settled = finder.settle(first);
    if settled.is_empty() {
        *second = Pass::default();
    } else {
        finder.go_through(&settled, second);
        second.likelihood = finder.likelihood;
    }
    finder.found
}

impl Finder<'_> {
    /// What is certain. Where there is something, the document is counted with that in its place and without what
    /// is not certain, and nothing counts as found.
    fn settle(&mut self, pass: &mut Pass) -> Vec<Garble> {
        let is_certain = |place: &&Garble| place.certain().is_some();
        let settled: Vec<Garble> = self.found.iter().filter(is_certain).cloned().collect();
        let first = self.likelihood.take();
        let drops_private = first.as_ref().is_some_and(|all| all.drops_private);
        pass.likelihood = first.filter(|_| self.remembered.is_some());
        if settled.is_empty() {
            return settled;
        }
        let found = std::mem::take(&mut self.found);
        let mut likelihood = Likelihood::of(&pieces(self.text, self.pinyin, &found));
        likelihood.drops_private = drops_private;
        self.likelihood = Some(likelihood);
        self.is_garbled = true;
        self.effort = 0;
        self.searched = 0;
        settled
    }

    /// Goes through the text, in which `settled` is certain. `pass` has the lines of the text before, and gets
    /// those of this one.
    fn go_through(&mut self, settled: &[Garble], pass: &mut Pass) {
        if let Some(remembered) = &mut self.remembered {
            remembered.old = std::mem::take(pass);
            if let Some(likelihood) = &self.likelihood {
                remembered.begin(likelihood);
            }
        }
        let mut start = 0;
        let mut rest = settled;
        for line in self.text.split_inclusive('\n') {
            let span = Span::new(start, start + line.len());
            start = span.end;
            let count = rest.partition_point(|place| place.span.start < span.end);
            let (own, others) = rest.split_at(count);
            rest = others;
            if self.remembered.is_none() {
                self.scan_line(span, own);
                continue;
            }
            let key = key(line);
            if !self.recall(key, span.start, own) {
                self.scan_and_remember(key, span, own);
            }
        }
        if let Some(remembered) = &mut self.remembered {
            *pass = std::mem::take(&mut remembered.new);
            remembered.old = Pass::default();
        }
    }

    /// Takes the places of a line that begins at `start` from the text before, or from the same line of this one,
    /// where they are known.
    fn recall(&mut self, key: Key, start: usize, settled: &[Garble]) -> bool {
        let known = self.remembered.as_ref();
        let Some(line) = known.and_then(|all| all.old.line(key).or(all.new.line(key))) else {
            return false;
        };
        if !line.asked.is_empty() {
            // What is known is forgotten here if the document says otherwise now.
            self.likelihood();
        }
        let Some(all) = &mut self.remembered else {
            return false;
        };
        if let Some(line) = all.old.take(key) {
            all.new.keep(key, line);
        }
        let Some(line) = all.new.line(key) else {
            return false;
        };
        let is_same = line.settled == moved(settled, -offset(start))
            && self.searched + line.searched <= PLACES
            && self.effort + line.effort <= EFFORT;
        if is_same {
            self.found.extend(moved(&line.found, offset(start)));
            self.searched += line.searched;
            self.effort += line.effort;
        }
        is_same
    }

    /// Goes through a line and remembers it.
    fn scan_and_remember(&mut self, key: Key, span: Span, settled: &[Garble]) {
        let (found, searched, effort) = (self.found.len(), self.searched, self.effort);
        if let Some(likelihood) = &self.likelihood {
            likelihood.asked.begin();
        }
        self.scan_line(span, settled);
        let back = -offset(span.start);
        let asked = self.likelihood.as_ref().map(|all| all.asked.end());
        let line = Line {
            settled: moved(settled, back),
            found: moved(&self.found[found..], back),
            searched: self.searched - searched,
            effort: self.effort - effort,
            asked: asked.unwrap_or_default(),
        };
        if let Some(all) = &mut self.remembered
            && self.searched <= PLACES
            && self.effort <= EFFORT
        {
            all.new.keep(key, line);
        }
    }
}

/// No text is so long that its offsets are not this too.
fn offset(offset: usize) -> isize {
    isize::try_from(offset).unwrap_or(isize::MAX)
}
