//! In: the lines of one speech. Out: its title where it has no numbered one, its kind, and its parts:
//! header, salutation, greeting, opening, body, closing, thanks and what comes after.

use super::address::{is_bare_salutation, is_greeting, is_thanks, salutation};
use super::closing;
use super::document::{Genre, Part, PartKind, Speech};
use super::marker::Marker;
use super::sentences::SENTENCE_ENDS;
use crate::text::Span;

/// Lines that a header has at most.
const LONGEST_HEADER: usize = 8;
/// Characters that a title has at most.
const LONGEST_TITLE: usize = 60;
/// Paragraphs from the end among which the closing is looked for.
const LAST_PARAGRAPHS: usize = 5;

/// Reads the parts of a speech, after its lines and before its outline.
pub(super) fn read(folded: &str, lines: &[Span], speech: &mut Speech) {
    let reader = Reader { folded, lines, first: speech.lines.start, end: speech.lines.end };
    let titled = speech.title.is_some();
    let body = reader.header(speech, titled);
    speech.genre = genre(speech.title.map_or("", |title| title.slice(folded)));
    let after_address = reader.address(body, speech);
    reader.ending(after_address, speech);
    reader.middle(after_address, speech);
    speech.parts.sort_by_key(|part| (part.span.start, part.span.end));
}

struct Reader<'t> {
    folded: &'t str,
    lines: &'t [Span],
    first: usize,
    end: usize,
}

impl Reader<'_> {
    fn line(&self, at: usize) -> &str {
        self.lines.get(at).map_or("", |span| span.slice(self.folded))
    }

    fn is_item(&self, at: usize) -> bool {
        Marker::read(self.line(at), 0).is_some_and(|marker| !marker.style.is_word())
    }

    fn part(&self, kind: PartKind, at: usize) -> Part {
        Part { kind, span: self.lines[at], line: at }
    }

    /// The lines before the salutation; gives the first line after them.
    fn header(&self, speech: &mut Speech, titled: bool) -> usize {
        let limit = self.end.min(self.first + LONGEST_HEADER);
        let address = (self.first..limit)
            .find(|&at| salutation(self.line(at)).is_some() || is_bare_salutation(self.line(at)));
        let mut at = self.first;
        if titled || address != Some(at) && self.is_title(at) {
            speech.parts.push(self.part(PartKind::Title, at));
            speech.title = speech.title.or(Some(self.lines[at]));
            at += 1;
        }
        while at < limit && address != Some(at) {
            let Some(kind) = self.header_line(at, speech.title, address.is_some()) else { break };
            speech.parts.push(self.part(kind, at));
            at += 1;
        }
        at
    }

    /// Whether the first line of a speech without a number is its title.
    fn is_title(&self, at: usize) -> bool {
        let line = self.line(at);
        line.chars().nth(LONGEST_TITLE).is_none()
            && !line.ends_with(['。', '，', '；', '：', ':', '！', ','])
            && !self.is_item(at)
            && at + 1 < self.end
            && !is_greeting(line)
            && line.chars().any(char::is_alphanumeric)
    }

    fn header_line(&self, at: usize, title: Option<Span>, before_address: bool) -> Option<PartKind> {
        let line = self.line(at);
        let title = title.map_or("", |span| span.slice(self.folded));
        if is_same_title(line, title) {
            Some(PartKind::RepeatedTitle)
        } else if is_date(line) {
            Some(PartKind::Date)
        } else if line.starts_with("——") || line.starts_with("--") {
            Some(PartKind::Subtitle)
        } else if is_bracketed(line) {
            Some(PartKind::Occasion)
        } else if before_address && is_name(line) {
            Some(PartKind::Speaker)
        } else if before_address && self.is_title(at) {
            Some(PartKind::Subtitle)
        } else {
            None
        }
    }

    /// Salutation and greeting; gives the first line after them.
    fn address(&self, at: usize, speech: &mut Speech) -> usize {
        let mut at = at;
        if let Some(length) = salutation(self.line(at)) {
            let start = self.lines[at].start;
            let span = Span::new(start, start + length);
            speech.parts.push(Part { kind: PartKind::Salutation, span, line: at });
            if length < self.line(at).trim_end_matches(['。', '，']).len() {
                return at;
            }
            at += 1;
            while at < self.end && salutation(self.line(at)) == Some(self.line(at).len()) {
                at += 1;
            }
        } else if is_bare_salutation(self.line(at)) && at + 1 < self.end {
            speech.parts.push(self.part(PartKind::Salutation, at));
            at += 1;
        } else if self.is_masked_salutation(at, speech) {
            speech.parts.push(self.part(PartKind::Salutation, at));
            at += 1;
        }
        if at < self.end && is_greeting(self.line(at)) {
            speech.parts.push(self.part(PartKind::Greeting, at));
            at += 1;
        }
        at
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

    /// Closing, thanks, signature, date: read from the last line back.
    fn ending(&self, from: usize, speech: &mut Speech) {
        let mut last = self.end;
        while last > from + 1 {
            let line = self.line(last - 1);
            let kind = if is_stage_direction(line) {
                PartKind::StageDirection
            } else if is_date(line) {
                PartKind::Date
            } else if is_thanks(line) && line.chars().count() <= 20 {
                PartKind::Thanks
            } else {
                break;
            };
            speech.parts.push(self.part(kind, last - 1));
            last -= 1;
        }
        if let Some(closing) = self.closing(from, last) {
            speech.parts.push(self.part(PartKind::Closing, closing));
        }
        if last > from && is_thanks(self.line(last - 1)) {
            speech.parts.push(self.part(PartKind::Thanks, last - 1));
        }
    }

    /// The first of the last paragraphs that sounds like an end, with no item after it.
    fn closing(&self, from: usize, last: usize) -> Option<usize> {
        let first = from.max(last.saturating_sub(LAST_PARAGRAPHS));
        let after_items = (first..last).rev().find(|&at| self.is_item(at)).map_or(first, |at| at + 1);
        let strength = |at: usize| closing::strength(self.line(at));
        let found = (after_items..last)
            .find(|&at| strength(at) >= closing::CERTAIN)
            .or_else(|| (after_items..last).rev().find(|&at| strength(at) >= closing::LIKELY))
            .or_else(|| (after_items..last).rev().take(1).find(|&at| strength(at) > 0))?;
        if closing::begins_closing(self.line(found)) {
            return Some(found);
        }
        let before = (after_items..found).rev().take_while(|&at| strength(at) > 0);
        Some(before.last().unwrap_or(found))
    }

    /// Opening and body: what is left between address and ending.
    fn middle(&self, from: usize, speech: &mut Speech) {
        let ending = speech
            .parts
            .iter()
            .filter(|part| part.line >= from && part.kind != PartKind::Salutation)
            .map(|part| part.line)
            .min()
            .unwrap_or(self.end);
        let heading = (from..ending).find(|&at| self.is_item(at)).unwrap_or(ending);
        let mut add = |kind, lines: std::ops::Range<usize>| {
            if let Some(last) = lines.clone().next_back() {
                let span = Span::new(self.lines[lines.start].start, self.lines[last].end);
                speech.parts.push(Part { kind, span, line: lines.start });
            }
        };
        if heading < ending {
            add(PartKind::Opening, from..heading);
            add(PartKind::Body, heading..ending);
        } else {
            add(PartKind::Body, from..ending);
        }
    }
}

/// Whether two lines are the same title: blanks, quotation marks and masked words aside.
fn is_same_title(line: &str, title: &str) -> bool {
    let bare = |text: &str| -> Vec<char> {
        text.chars()
            .filter(|c| c.is_alphanumeric() && !matches!(c, 'x' | 'X' | '×'))
            .collect()
    };
    let line = bare(line);
    !line.is_empty() && line == bare(title)
}

/// （2014年1月26日） and the like, alone on a line.
pub(super) fn is_date(line: &str) -> bool {
    let bare = line.trim_matches(['(', ')', '（', '）', ' ', '　', '【', '】']);
    let short = bare.chars().count() <= 16;
    let year = bare.find('年');
    short
        && year.is_some_and(|at| bare[at..].contains('月'))
        && bare.chars().all(|c| {
            c.is_numeric() || matches!(c, '年' | '月' | '日' | 'x' | 'X' | '×' | '*' | '〇' | '○' | ' ' | '　')
                || super::numeral::is_han_digit(c)
        })
}

fn is_bracketed(line: &str) -> bool {
    line.starts_with(['(', '（']) && line.ends_with([')', '）']) && line.chars().count() <= 40
}

/// （掌声）
fn is_stage_direction(line: &str) -> bool {
    is_bracketed(line) && ["掌声", "鼓掌", "完", "音乐", "鞠躬"].iter().any(|word| line.contains(word))
}

/// A speaker's line: a name, perhaps with an office before it.
fn is_name(line: &str) -> bool {
    let letters = line.chars().filter(|c| !c.is_whitespace()).count();
    let plain = line.chars().all(|c| c.is_alphabetic() || c.is_whitespace());
    plain && (2..=4).contains(&letters) || plain && letters <= 16 && line.contains([' ', '　'])
}

fn genre(title: &str) -> Genre {
    const GENRES: [(&str, Genre); 14] = [
        ("主持", Genre::HostScript),
        ("议程", Genre::HostScript),
        ("国旗下", Genre::FlagSpeech),
        ("竞聘", Genre::Candidacy),
        ("竞选", Genre::Candidacy),
        ("竞职", Genre::Candidacy),
        ("述职", Genre::Candidacy),
        ("致辞", Genre::Address),
        ("致词", Genre::Address),
        ("贺词", Genre::Address),
        ("祝词", Genre::Address),
        ("开幕词", Genre::Address),
        ("闭幕词", Genre::Address),
        ("欢迎词", Genre::Address),
    ];
    let title = title.trim_end_matches(SENTENCE_ENDS);
    GENRES.into_iter().find(|(word, _)| title.contains(word)).map_or(Genre::Speech, |(_, genre)| genre)
}
