//! In: the first lines of a speech. Out: what stands before its words: title lines, date, occasion, speaker,
//! contents; then salutation and greeting.

use std::collections::HashMap;

use super::Reader;
use super::line_kinds::{
    is_bracketed, is_date, is_label_of_occasion, is_name, is_note, is_same_title,
};
use crate::structure::address::{greeting_inside, is_bare_salutation, is_greeting, salutation};
use crate::structure::chrome::{chrome, is_offer};
use crate::structure::document::{Part, PartKind, Speech};
use crate::text::{Span, exceeds, is_alphanumeric};

/// Lines that a header has at most.
const LONGEST_HEADER: usize = 8;
/// Characters that a title has at most.
const LONGEST_TITLE: usize = 60;

impl Reader<'_> {
    /// The lines before the salutation; gives the first line after them.
    pub(super) fn header(&self, speech: &mut Speech, titled: bool) -> usize {
        let limit = self.end.min(self.first + LONGEST_HEADER);
        let address = (self.first..limit)
            .find(|&at| salutation(self.line(at)).is_some() || is_bare_salutation(self.line(at)));
        let mut at = self.first;
        if titled || address != Some(at) && self.is_title(at) {
            speech.parts.push(self.part(PartKind::Title, at));
            speech.title = speech.title.or(Some(self.lines[at]));
            at += 1;
        }
        while at < limit && address != Some(at) && !is_contents_heading(self.line(at)) {
            if self.is_of_site(at, address) {
                at += 1;
                continue;
            }
            let Some(kind) = self.header_line(at, speech.title, address.is_some()) else {
                break;
            };
            speech.parts.push(self.part(kind, at));
            at += 1;
        }
        at
    }

    /// Whether a line of the header is the site's: furniture of its page, or words that offer the text. Nobody speaks before
    /// the salutation, so where one follows they need not be short.
    fn is_of_site(&self, at: usize, address: Option<usize>) -> bool {
        let line = self.line(at);
        let before_address = address.is_some_and(|address| at < address);
        !is_label_of_occasion(line) && chrome(line).is_some() || before_address && is_offer(line)
    }

    /// Whether the first line of a speech without a number is its title.
    fn is_title(&self, at: usize) -> bool {
        let line = self.line(at);
        !exceeds(line, LONGEST_TITLE)
            && !line.ends_with(['。', '，', '；', '：', ':', '！', ','])
            && !self.is_item(at)
            && at + 1 < self.end
            && !is_greeting(line)
            && line.chars().any(is_alphanumeric)
    }

    fn header_line(
        &self,
        at: usize,
        title: Option<Span>,
        before_address: bool,
    ) -> Option<PartKind> {
        let line = self.line(at);
        let title = title.map_or("", |span| span.slice(self.folded));
        if is_same_title(line, title) {
            Some(PartKind::RepeatedTitle)
        } else if is_date(line) {
            Some(PartKind::Date)
        } else if line.starts_with("——") || line.starts_with("--") {
            Some(PartKind::Subtitle)
        } else if is_note(line) {
            Some(PartKind::Note)
        } else if is_bracketed(line) || before_address && is_label_of_occasion(line) {
            Some(PartKind::Occasion)
        } else if before_address && is_name(line) {
            Some(PartKind::Speaker)
        } else if before_address && self.is_title(at) {
            Some(PartKind::Subtitle)
        } else {
            None
        }
    }

    /// A table of contents: 目录 and the lines after it that stand again further down; gives the first
    /// line after them.
    pub(super) fn contents(&self, at: usize, speech: &mut Speech) -> usize {
        if !is_contents_heading(self.line(at)) {
            return at;
        }
        let last_place: HashMap<&str, usize> = (at + 1..self.end)
            .map(|line| (self.line(line), line))
            .collect();
        let stands_below = |end: usize| {
            let entry = self.line(end).trim_end_matches(|c: char| {
                c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | '…' | '·' | '-' | '—')
            });
            last_place.get(entry).is_some_and(|&place| place > end)
        };
        let end = (at + 1..self.end)
            .find(|&end| !stands_below(end))
            .unwrap_or(self.end);
        let span = Span::new(self.lines[at].start, self.lines[end - 1].end);
        speech.parts.push(Part {
            kind: PartKind::Contents,
            span,
            line: at,
        });
        end
    }

    /// Salutation and greeting; gives the first line after them.
    pub(super) fn address(&self, at: usize, speech: &mut Speech) -> usize {
        let mut at = at;
        if let Some(length) = salutation(self.line(at)) {
            let start = self.lines[at].start;
            let span = Span::new(start, start + length);
            speech.parts.push(Part {
                kind: PartKind::Salutation,
                span,
                line: at,
            });
            self.greeting_inside(span, at, speech);
            if length < self.line(at).trim_end_matches(['。', '，']).len() {
                return at;
            }
            at += 1;
            while at < self.end && salutation(self.line(at)) == Some(self.line(at).len()) {
                at += 1;
            }
        } else if is_bare_salutation(self.line(at)) && at + 1 < self.end
            || self.is_masked_salutation(at, speech)
        {
            speech.parts.push(self.part(PartKind::Salutation, at));
            self.greeting_inside(self.lines[at], at, speech);
            at += 1;
        }
        if at < self.end && is_greeting(self.line(at)) {
            speech.parts.push(self.part(PartKind::Greeting, at));
            at += 1;
        }
        at
    }

    /// The greeting that a salutation ends in.
    fn greeting_inside(&self, salutation: Span, at: usize, speech: &mut Speech) {
        if let Some(greeting) = greeting_inside(salutation.slice(self.folded)) {
            speech.parts.push(Part {
                kind: PartKind::Greeting,
                span: Span::new(salutation.start + greeting, salutation.end),
                line: at,
            });
        }
    }

    /// xx： with the names blanked out, right under the title.
    fn is_masked_salutation(&self, at: usize, speech: &Speech) -> bool {
        let line = self.line(at).trim_end_matches('。');
        speech.title.is_some()
            && at + 1 < self.end
            && line.ends_with(['：', ':'])
            && line.chars().count() <= 10
            && !self.is_item(at)
            && !self.is_item(at + 1)
    }
}

fn is_contents_heading(line: &str) -> bool {
    const LONGEST: usize = 30;
    if line.len() > LONGEST {
        return false;
    }
    let bare: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    matches!(
        bare.trim_end_matches(['：', ':', '…']),
        "目录" | "【目录】" | "提纲" | "目录/提纲" | "目录／提纲"
    )
}
