//! In: a text. Out: its lines that are not blank, with what stands around their words.

use super::LayoutKind;
use crate::text::{self, Span};

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The writer's words.
    Words,
    /// A page number and nothing else.
    PageNumber,
    /// Random signs and nothing else.
    CopyGuard,
}

impl Role {
    pub(super) fn kind(self) -> LayoutKind {
        match self {
            Self::CopyGuard => LayoutKind::CopyGuard,
            Self::PageNumber | Self::Words => LayoutKind::PageNumber,
        }
    }
}

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Its number, blank lines counted.
    pub number: usize,
    /// The line without its break.
    pub whole: Span,
    /// Where the next line starts.
    pub next: usize,
    /// Its words, without blanks and guards around them.
    pub content: Span,
    /// What stands around the words, blanks apart: the words and their guards.
    pub printed: Span,
    /// The counter of a page that stands before the words.
    pub counter: Option<Span>,
    pub role: Role,
}

impl Line {
    /// The line with the break after it.
    pub(super) fn with_break(&self) -> Span {
        Span::new(self.whole.start, self.next)
    }

    /// The cells of blanks that it begins with; one of full width has two.
    pub(super) fn indent(&self, text: &str) -> usize {
        let blanks = Span::new(self.whole.start, self.printed.start).slice(text);
        cells(blanks)
    }

    pub(super) fn guard_before(&self) -> Option<Span> {
        let guard = Span::new(self.printed.start, self.content.start);
        (!guard.is_empty()).then_some(guard)
    }

    pub(super) fn guard_after(&self) -> Option<Span> {
        let guard = Span::new(self.content.end, self.printed.end);
        (!guard.is_empty()).then_some(guard)
    }
}

/// The lines of a text that are not blank.
pub(super) fn read(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (number, whole) in text::lines(text).enumerate() {
        if let Some(before) = lines.last_mut().filter(|line| line.number + 1 == number) {
            before.next = whole.start;
        }
        let content = trimmed(text, whole);
        if !content.is_empty() {
            lines.push(Line {
                number,
                whole,
                next: text.len(),
                content,
                printed: content,
                counter: None,
                role: Role::Words,
            });
        }
    }
    close_before_blank_lines(text, &mut lines);
    lines
}

/// Before a blank line, the break of a line is the one right behind it.
fn close_before_blank_lines(text: &str, lines: &mut [Line]) {
    for at in 0..lines.len() {
        let follows = lines.get(at + 1).map(|next| next.number);
        if follows != Some(lines[at].number + 1) {
            let end = lines[at].whole.end;
            let length = text[end..]
                .starts_with("\r\n")
                .then_some(2)
                .or_else(|| text[end..].chars().next().map(char::len_utf8));
            lines[at].next = end + length.unwrap_or(0);
        }
    }
}

fn trimmed(text: &str, line: Span) -> Span {
    let content = line.slice(text);
    let start = line.end - content.trim_start().len();
    Span::new(start, start + content.trim().len())
}

/// The width of a text on a page: a Chinese character takes two cells.
pub(super) fn cells(text: &str) -> usize {
    text.bytes()
        .map(|byte| usize::from(byte & 0xc0 != 0x80) + usize::from(byte >= 0xc0))
        .sum()
}
