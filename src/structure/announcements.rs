//! In: a speech with its outline and runs. Out: its announcements: each promise bound to the list or
//! run that fulfils it. A promise that nothing can be bound to is kept only where its words can do
//! nothing but promise.

use super::document::{Announcement, Run, Section, Speech};
use super::promises::{Promise, promises};
use crate::text::Span;

/// Reads the announcements of the speech of this index.
pub(super) fn read(
    folded: &str,
    lines: &[Span],
    speech: &Speech,
    index: usize,
) -> Vec<Announcement> {
    let mut announcements = Vec::new();
    let binder = Binder { speech };
    for line in speech.lines.clone() {
        let start = lines[line].start;
        let found = promises(lines[line].slice(folded));
        for (nth, promise) in found.iter().enumerate() {
            let next = found
                .get(nth + 1)
                .map_or(lines[line].end, |next| start + next.span.start);
            let items = binder
                .items(promise, line, start, next)
                .or_else(|| unmarked(folded, lines[line], start + promise.span.end, promise));
            if items.is_none() && !promise.firm {
                continue;
            }
            let (items, incomplete) = items.unwrap_or_default();
            let shift = |span: Span| Span::new(start + span.start, start + span.end);
            announcements.push(Announcement {
                speech: index,
                line,
                span: shift(promise.span),
                number: shift(promise.number),
                declared: promise.declared,
                found: u32::try_from(items.len()).ok().filter(|&found| found > 0),
                items,
                firm: promise.firm,
                incomplete,
            });
        }
    }
    announcements
}

struct Binder<'s> {
    speech: &'s Speech,
}

impl Binder<'_> {
    /// The items that fulfil a promise in line `line`, and whether they may be incomplete. Where the
    /// words are not plain enough to say that a list of another length is theirs, only one that keeps
    /// the promise is.
    fn items(&self, promise: &Promise, line: usize, start: usize, next: usize) -> Option<Items> {
        let run = self
            .run(line, start + promise.span.end, next)
            .map(run_items);
        let list = self.list(promise, line);
        let wanted = promise
            .declared
            .and_then(|declared| usize::try_from(declared).ok());
        let keeps = |items: &Items| wanted.is_none_or(|wanted| items.0.len() == wanted);
        let plain = |items: &Items| keeps(items) || promise.strong;
        let (run, list) = (run.filter(plain), list.filter(plain));
        if run.as_ref().is_some_and(keeps) {
            run
        } else if list
            .as_ref()
            .is_some_and(|list| keeps(list) || promise.ends_line)
        {
            list
        } else {
            run
        }
    }

    /// The run that begins after the words, before the next promise.
    fn run(&self, line: usize, from: usize, next: usize) -> Option<&Run> {
        let mut runs = self.speech.runs.iter();
        runs.find(|run| {
            run.line == line && run.span.start >= from && run.span.start <= next.max(from)
        })
    }

    /// The list that begins right after the words; for words at the end of a line or that can only
    /// promise, the next level of the outline, be it a page away.
    fn list(&self, promise: &Promise, line: usize) -> Option<Items> {
        const NEAR: usize = 3;
        let sections = &self.speech.sections;
        let first_after = sections.partition_point(|section| section.line <= line);
        let next = sections.get(first_after)?;
        let near = next.line <= line + NEAR;
        let begins = sections[..first_after]
            .iter()
            .all(|section| section.list != next.list);
        let list = if near && begins && !promise.firm {
            next.list
        } else if promise.firm {
            self.level_below(line, first_after)?
        } else {
            return None;
        };
        let items: Vec<&Section> = sections
            .iter()
            .filter(|section| section.list == list)
            .collect();
        let first = items.first()?;
        let lost = first.marker.ordinal > 1 || first.line != next.line;
        let spans = items.iter().flat_map(|item| {
            std::iter::once(item.marker.span).chain(item.merged.iter().map(|marker| marker.span))
        });
        Some((spans.collect(), lost))
    }

    /// The highest list that begins after the words, within the section that they stand in.
    fn level_below(&self, line: usize, first_after: usize) -> Option<usize> {
        let sections = &self.speech.sections;
        let depth = sections[..first_after]
            .last()
            .map_or(0, |section| section.depth);
        let is_heading_of_words = sections[..first_after]
            .last()
            .is_some_and(|section| section.line == line);
        let begins = |section: &&Section| {
            sections[..first_after]
                .iter()
                .all(|one| one.list != section.list)
        };
        let within = sections[first_after..]
            .iter()
            .take_while(|section| section.depth > depth || !is_heading_of_words);
        within
            .filter(begins)
            .min_by_key(|section| section.depth)
            .map(|section| section.list)
    }
}

/// Where items begin, and whether they may be incomplete.
type Items = (Vec<Span>, bool);

/// Items without markers that repeat the counted noun at the ends of their clauses, as many times as was
/// promised, in one sentence after the words: 做到“五勤”：眼勤，嘴勤，……
fn unmarked(folded: &str, line: Span, from: usize, promise: &Promise) -> Option<Items> {
    const SENTENCES: usize = 4;
    let wanted = promise
        .declared
        .and_then(|declared| usize::try_from(declared).ok())?;
    let noun = promise.noun.filter(|noun| noun.is_alphabetic())?;
    let rest = Span::new(from, line.end).slice(folded);
    let mut start = from;
    for sentence in rest.split_inclusive(['。', '；', '！']).take(SENTENCES) {
        let ends: Vec<Span> = clause_ends(sentence, noun)
            .map(|at| Span::new(start + at, start + at + noun.len_utf8()))
            .collect();
        if ends.len() == wanted {
            return Some((ends, false));
        }
        start += sentence.len();
    }
    None
}

fn clause_ends(sentence: &str, noun: char) -> impl Iterator<Item = usize> + '_ {
    sentence
        .match_indices(noun)
        .map(|(at, _)| at)
        .filter(move |&at| {
            let after = &sentence[at + noun.len_utf8()..];
            after.is_empty() || after.starts_with(['，', ',', '、', '；', ';', '。', '！'])
        })
}

fn run_items(run: &Run) -> Items {
    (
        run.markers.iter().map(|marker| marker.span).collect(),
        false,
    )
}
