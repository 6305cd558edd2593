//! In: the lines of a text. Out: its segments (chrome, lead-ins, speeches) and the bare speeches: where
//! each begins and ends, and what its numbered title says.

use std::collections::HashSet;
use std::ops::Range;

use super::address::{is_bare_salutation, is_thanks, salutation};
use super::chrome::{Chrome, chrome, heads_block, is_badge, is_offer};
use super::closing;
use super::document::{Compilation, Segment, SegmentKind, Speech};
use super::marker::{Marker, Style};
use super::titles::{
    NumberedTitle, TitleShape, claim, ends_in_number, is_speech_title, numbered_title,
};
use crate::text::{Span, exceeds, is_alphanumeric};

/// What the lines of a text were cut into.
#[derive(Debug, Default)]
pub(super) struct Cut {
    pub segments: Vec<Segment>,
    pub speeches: Vec<Speech>,
    pub compilation: Option<Compilation>,
}

/// Cuts a text; `lines` are its non-blank lines in bytes of `folded`.
pub(super) fn cut(folded: &str, lines: &[Span]) -> Cut {
    let cutter = Cutter { folded, lines };
    let titles = cutter.titles();
    let mut cut = Cut::default();
    let first = titles.first().map_or(0, |(line, _)| *line);
    cutter.front(0..first, &mut cut);
    if titles.is_empty() {
        cutter.region(0..lines.len(), None, &mut cut);
    }
    for (index, (line, title)) in titles.iter().enumerate() {
        let end = titles.get(index + 1).map_or(lines.len(), |(line, _)| *line);
        cutter.region(*line..end, Some(title), &mut cut);
    }
    if lines.is_empty() && !folded.is_empty() {
        let span = Span::new(0, folded.len());
        cut.segments.push(Segment {
            kind: SegmentKind::LeadIn,
            lines: 0..0,
            span,
        });
    }
    cutter.finish(&mut cut);
    cut
}

/// A numbered line that may be the title of one of several speeches.
struct Entry {
    line: usize,
    style: Style,
    /// Whether the number is all of it.
    is_bare: bool,
    /// Whether it names a talk, or stands alone, and a salutation follows.
    is_title: bool,
    title: NumberedTitle,
}

/// Whether a line at the head of a page is none of the text: furniture, or a button.
fn is_page_head(line: &str) -> bool {
    let bare = line.trim_start_matches(['-', '·', ' ']);
    let is_dated = bare.ends_with(['年', '月', '日']);
    chrome(line) == Some(Chrome::Line) || is_badge(bare) && !is_dated && !bare.is_empty()
}

struct Cutter<'t> {
    folded: &'t str,
    lines: &'t [Span],
}

impl Cutter<'_> {
    fn line(&self, index: usize) -> &str {
        self.lines
            .get(index)
            .map_or("", |span| span.slice(self.folded))
    }

    /// The title lines of a compilation: those of the commonest shape. A title right before another one
    /// is an entry of a table of contents.
    fn titles(&self) -> Vec<(usize, NumberedTitle)> {
        let mut all: Vec<(usize, NumberedTitle)> = (0..self.lines.len())
            .filter_map(|index| Some((index, numbered_title(self.line(index))?)))
            .collect();
        if all.is_empty() {
            all = self.titles_in_shared_words();
        }
        if all.is_empty() {
            all = self.titles_as_items();
        }
        let count =
            |shape: TitleShape| all.iter().filter(|(_, title)| title.shape == shape).count();
        let Some(shape) = all
            .iter()
            .map(|(_, title)| title.shape)
            .max_by_key(|&shape| (count(shape), std::cmp::Reverse(shape)))
        else {
            return Vec::new();
        };
        let titles: Vec<_> = all
            .into_iter()
            .filter(|(_, title)| title.shape == shape)
            .collect();
        let is_entry = |at: usize| {
            titles
                .get(at + 1)
                .is_some_and(|(next, _)| *next == titles[at].0 + 1)
        };
        (0..titles.len())
            .filter(|&at| !is_entry(at))
            .map(|at| titles[at])
            .collect()
    }

    /// Titles that are told from other lines only by sharing their words: ……讲话（一） and ……讲话（二）.
    fn titles_in_shared_words(&self) -> Vec<(usize, NumberedTitle)> {
        let numbered: Vec<(usize, &str, u32)> = (0..self.lines.len())
            .filter_map(|at| {
                ends_in_number(self.line(at)).map(|(words, ordinal)| (at, words, ordinal))
            })
            .collect();
        let firsts: HashSet<&str> = numbered
            .iter()
            .filter(|row| row.2 == 1)
            .map(|row| row.1)
            .collect();
        let seconds: HashSet<&str> = numbered
            .iter()
            .filter(|row| row.2 == 2)
            .map(|row| row.1)
            .collect();
        let shared = numbered
            .into_iter()
            .filter(|row| firsts.contains(row.1) && seconds.contains(row.1));
        shared
            .map(|(at, _, ordinal)| {
                let words = Span::new(0, self.line(at).len());
                (
                    at,
                    NumberedTitle {
                        shape: TitleShape::SharedWords,
                        ordinal,
                        words,
                    },
                )
            })
            .collect()
    }

    /// Titles that are numbered as headings are, each with its salutation: 一、在……会上的讲话, 1.在……会上的讲话, or 一： with
    /// no words at all; all in the style in which two of them count on, for one alone is a heading.
    fn titles_as_items(&self) -> Vec<(usize, NumberedTitle)> {
        let all: Vec<Entry> = (0..self.lines.len())
            .filter_map(|at| self.entry(at))
            .collect();
        let titles: Vec<&Entry> = all.iter().filter(|entry| entry.is_title).collect();
        let count_on = |two: &&[&Entry]| {
            two[0].style == two[1].style && two[0].title.ordinal + 1 == two[1].title.ordinal
        };
        let Some(first) = titles.windows(2).find(count_on).map(|two| two[0]) else {
            return Vec::new();
        };
        let (style, is_bare) = (first.style, first.is_bare);
        all.iter()
            .filter(|entry| entry.style == style)
            .filter(|entry| entry.is_title || is_bare && entry.is_bare)
            .map(|entry| (entry.line, entry.title))
            .collect()
    }

    /// A line as a numbered entry.
    fn entry(&self, at: usize) -> Option<Entry> {
        let line = self.line(at);
        let marker = Marker::read(line, 0)?;
        let words = Span::new(marker.end(), line.len());
        let is_bare = words.is_empty();
        let is_title = if is_bare {
            salutation(self.line(at + 1)).is_some()
        } else {
            is_speech_title(words.slice(line)) && self.is_addressed_after(at, self.lines.len())
        };
        let title = NumberedTitle {
            shape: TitleShape::Item,
            ordinal: marker.ordinal,
            words: if is_bare { marker.ordinal_span } else { words },
        };
        Some(Entry {
            line: at,
            style: marker.style,
            is_bare,
            is_title,
            title,
        })
    }

    /// The lines before the first title: page furniture and the compiler's words.
    fn front(&self, lines: Range<usize>, cut: &mut Cut) {
        for index in lines {
            let kind = if chrome(self.line(index)).is_some() {
                SegmentKind::Chrome
            } else {
                SegmentKind::LeadIn
            };
            Self::push(cut, kind, index..index + 1);
            if let Some((declared, span)) = claim(self.line(index)) {
                let start = self.lines[index].start;
                cut.compilation = Some(Compilation {
                    declared,
                    span: Span::new(start + span.start, start + span.end),
                });
            }
        }
    }

    /// From a title up to the next: a speech, further speeches that begin without a title, and what the
    /// page has after them.
    fn region(&self, lines: Range<usize>, title: Option<&NumberedTitle>, cut: &mut Cut) {
        let start = lines
            .clone()
            .find(|&at| title.is_some() || !is_page_head(self.line(at)));
        let Some(start) = start else {
            Self::push(cut, SegmentKind::Chrome, lines);
            return;
        };
        let start = self.repeated_title(lines.clone()).unwrap_or(start);
        Self::push(cut, SegmentKind::Chrome, lines.start..start);
        let offered = self.offered(start..lines.end);
        Self::push(cut, SegmentKind::LeadIn, start..offered);
        let start = offered;
        let end = self.end_of_speech(start..lines.end);
        let mut begin = (start, title.is_some());
        for restart in self.restarts(start..end) {
            self.speech(
                begin.0..restart.0,
                title.filter(|_| begin.0 == start),
                begin.0 != start && !begin.1,
                cut,
            );
            begin = restart;
        }
        self.speech(
            begin.0..end,
            title.filter(|_| begin.0 == start),
            begin.0 != start && !begin.1,
            cut,
        );
        Self::push(cut, SegmentKind::Chrome, end..lines.end);
    }

    /// Where the text begins that the first line offers: 以下是小编整理的发言稿，欢迎阅读。 before a salutation.
    fn offered(&self, lines: Range<usize>) -> usize {
        let is_offered = lines.len() > 1
            && is_offer(self.line(lines.start))
            && !is_speech_title(self.line(lines.start))
            && salutation(self.line(lines.start + 1)).is_some();
        lines.start + usize::from(is_offered)
    }

    /// Where the text begins on a page that shows its title first, perhaps behind the name of a column (讲话稿｜在……会上的讲话),
    /// with buttons and numbers: at the title said again.
    fn repeated_title(&self, lines: Range<usize>) -> Option<usize> {
        const FURTHEST: usize = 40;
        const LONGEST: usize = 30;
        let mut head = lines.start..lines.end.min(lines.start + FURTHEST);
        let is_title =
            |at: usize| is_speech_title(self.line(at)) && chrome(self.line(at)).is_none();
        let title = head.find(|&at| is_title(at))?;
        let of_column = self.line(title).rsplit(['｜', '|', '丨']).next()?;
        let is_letter = |c: &char| !c.is_whitespace() && !matches!(c, '—' | '-');
        let letters = |line: &str| -> String { line.chars().filter(is_letter).collect() };
        let wanted = [letters(self.line(title)), letters(of_column)];
        let again = head.find(|&at| wanted.contains(&letters(self.line(at))))?;
        let mut between = (lines.start..again)
            .filter(|&at| at != title)
            .map(|at| self.line(at));
        let is_short = |line: &str| !exceeds(line, LONGEST) && !line.ends_with(['。', '：', ':']);
        let is_furniture = between
            .clone()
            .any(|line| is_badge(line) || chrome(line).is_some())
            && between.all(|line| is_short(line) || chrome(line).is_some());
        is_furniture.then(|| self.head_of_title(title, again))
    }

    /// The first line of a title that ends at a line that begins with a dash: slogans of one or two lines above it.
    fn head_of_title(&self, after: usize, last: usize) -> usize {
        const SLOGANS: usize = 2;
        if !self.line(last).starts_with('—') {
            return last;
        }
        let is_slogan = |line: &str| {
            let ends = line.ends_with(|end: char| is_alphanumeric(end) || end == '”');
            ends && Marker::read(line, 0).is_none()
        };
        let above = (after + 1..last).rev().take(SLOGANS);
        let slogans = above.take_while(|&at| is_slogan(self.line(at)));
        slogans.last().unwrap_or(last)
    }

    /// Where the page goes on after the last speech of a region.
    fn end_of_speech(&self, lines: Range<usize>) -> usize {
        let block = lines
            .clone()
            .skip(1)
            .find(|&at| heads_block(self.line(at)))
            .unwrap_or(lines.end);
        (lines.start + 1..block)
            .rev()
            .find(|&at| chrome(self.line(at)).is_none())
            .map_or(block.min(lines.start + 1), |last| last + 1)
    }

    /// Lines where another speech begins without a number: at a title of its own with a salutation soon
    /// after it, or at a fresh salutation after an ending. The second is whether there is a title.
    fn restarts(&self, lines: Range<usize>) -> Vec<(usize, bool)> {
        const SHORTEST: usize = 4;
        let mut restarts = Vec::new();
        let mut begin = lines.start;
        for at in lines.clone() {
            if at < begin + SHORTEST || at + 2 >= lines.end {
                continue;
            }
            let titled = self.is_fresh_title(at, lines.end);
            if titled || salutation(self.line(at)).is_some() && self.ends_speech(at - 1) {
                restarts.push((at, titled));
                begin = at;
            }
        }
        restarts
    }

    /// 在……会上的讲话 on a line of its own, with a salutation among the next lines.
    fn is_fresh_title(&self, at: usize, end: usize) -> bool {
        is_speech_title(self.line(at)) && self.is_addressed_after(at, end)
    }

    /// Whether one of the next lines is a salutation.
    fn is_addressed_after(&self, at: usize, end: usize) -> bool {
        const HEADER: usize = 4;
        (at + 1..end.min(at + HEADER)).any(|next| {
            salutation(self.line(next)).is_some() || is_bare_salutation(self.line(next))
        })
    }

    fn ends_speech(&self, at: usize) -> bool {
        is_thanks(self.line(at)) || closing::strength(self.line(at)) >= closing::CERTAIN
    }

    fn speech(
        &self,
        lines: Range<usize>,
        title: Option<&NumberedTitle>,
        untitled: bool,
        cut: &mut Cut,
    ) {
        if lines.is_empty() {
            return;
        }
        let start = self.lines[lines.start].start;
        let span = Span::new(start, self.lines[lines.end - 1].end);
        let words =
            title.map(|title| Span::new(start + title.words.start, start + title.words.end));
        Self::push(cut, SegmentKind::Speech(cut.speeches.len()), lines.clone());
        cut.speeches.push(Speech {
            lines,
            span,
            title: words,
            untitled_restart: untitled,
            ..Speech::default()
        });
    }

    fn push(cut: &mut Cut, kind: SegmentKind, lines: Range<usize>) {
        if lines.is_empty() {
            return;
        }
        match cut.segments.last_mut() {
            Some(last) if last.kind == kind => last.lines.end = lines.end,
            _ => cut.segments.push(Segment {
                kind,
                lines,
                span: Span::default(),
            }),
        }
    }

    /// Gives every segment its stretch, so that together they are the whole text.
    fn finish(&self, cut: &mut Cut) {
        let mut end = self.folded.len();
        for segment in cut.segments.iter_mut().rev() {
            let start = if segment.lines.start == 0 {
                0
            } else {
                self.lines[segment.lines.start].start
            };
            segment.span = Span::new(start, end);
            end = start;
        }
    }
}
