//! In: the outline and runs of a speech, and a promise. Out: the list or run that fulfils it. What is
//! looked up for every promise is worked out once a speech, so that many promises stay cheap.

use std::ops::Range;

use super::document::{Run, Section, Speech};
use super::marker::Marker;
use super::promises::Promise;
use crate::text::Span;

/// Items whose places are told; more are only counted.
const MOST_PLACES: usize = 100;
/// Bytes from the words to a run that stands right after their colon, at most.
const COLON: usize = 8;
/// Lines after the words within which a list begins that is plainly theirs.
const NEAR: usize = 3;

/// What fulfils a promise.
#[derive(Clone, Debug, Default)]
pub(super) struct Fulfilment {
    /// How many items there are.
    pub count: u32,
    /// Where they begin, the first of them.
    pub items: Vec<Span>,
    /// Whether some may be lost.
    pub incomplete: bool,
}

impl Fulfilment {
    /// Items at these places.
    pub(super) fn of_items(mut items: Vec<Span>, incomplete: bool) -> Self {
        let count = u32::try_from(items.len()).unwrap_or(u32::MAX);
        items.truncate(MOST_PLACES);
        Self {
            count,
            items,
            incomplete,
        }
    }

    fn of_markers<'m>(markers: impl Iterator<Item = &'m Marker>, incomplete: bool) -> Self {
        let mut fulfilment = Self {
            incomplete,
            ..Self::default()
        };
        for marker in markers {
            fulfilment.count += 1;
            if fulfilment.items.len() < MOST_PLACES {
                fulfilment.items.push(marker.span);
            }
        }
        fulfilment
    }
}

/// The lists of a speech by their numbers, ready to be looked up.
pub(super) struct Fulfilments<'s> {
    speech: &'s Speech,
    /// The sections of each list, in order.
    lists: Vec<Vec<usize>>,
    /// For each section, the highest list that begins there or after it.
    highest_after: Vec<usize>,
}

impl<'s> Fulfilments<'s> {
    /// Looks through the outline of a speech.
    pub(super) fn new(speech: &'s Speech) -> Self {
        let sections = &speech.sections;
        let count = sections
            .iter()
            .map(|section| section.list + 1)
            .max()
            .unwrap_or(0);
        let mut lists = vec![Vec::new(); count];
        for (at, section) in sections.iter().enumerate() {
            lists[section.list].push(at);
        }
        let begins = |at: usize| lists[sections[at].list].first() == Some(&at);
        let mut highest_after = vec![0; sections.len()];
        let mut highest: Option<usize> = None;
        for at in (0..sections.len()).rev() {
            let higher = highest.is_none_or(|best| sections[at].depth <= sections[best].depth);
            if begins(at) && higher {
                highest = Some(at);
            }
            highest_after[at] = highest.unwrap_or(at);
        }
        Self {
            speech,
            lists,
            highest_after,
        }
    }

    /// What fulfils a promise in line `line`, which starts at byte `start`; the next promise of the line
    /// is at byte `next`. Where the words are not plain enough to say that a list of another length is
    /// theirs, only one that keeps the promise is.
    pub(super) fn of(
        &self,
        promise: &Promise,
        line: usize,
        start: usize,
        next: usize,
    ) -> Option<Fulfilment> {
        let end = start + promise.span.end;
        let introduced = |run: &Run| promise.colon && run.span.start <= end + COLON;
        let run = self
            .run(line, end, next)
            .filter(|_| !promise.pause || promise.strong)
            .map(|run| {
                (
                    introduced(run),
                    Fulfilment::of_markers(run.markers.iter(), false),
                )
            });
        let list = self.list(promise, line);
        let keeps = |found: &Fulfilment| {
            promise
                .declared
                .is_none_or(|declared| found.count == declared)
        };
        let run = run.filter(|(introduced, run)| keeps(run) || promise.strong || *introduced);
        let list = list.filter(|list| {
            promise.strong || keeps(list) && (!promise.pause || self.is_heading(promise, line))
        });
        match (run, list) {
            (Some((introduced, run)), _) if introduced || keeps(&run) => Some(run),
            (_, Some(list)) if keeps(&list) || promise.ends_line => Some(list),
            (run, _) => run.map(|(_, run)| run),
        }
    }

    /// Whether the words stand in a heading of the outline: 落实“五个全面”，推进全年工作.
    fn is_heading(&self, promise: &Promise, line: usize) -> bool {
        let sections = &self.speech.sections;
        promise.in_heading
            && sections
                .binary_search_by_key(&line, |section| section.line)
                .is_ok()
    }

    /// The run that begins after the words, before the next promise.
    fn run(&self, line: usize, from: usize, next: usize) -> Option<&Run> {
        let runs = &self.speech.runs;
        let first = runs.partition_point(|run| (run.line, run.span.start) < (line, from));
        runs.get(first)
            .filter(|run| run.line == line && run.span.start <= next.max(from))
    }

    /// The list that begins right after the words; for words that can only promise, the next level of
    /// the outline, be it a page away.
    fn list(&self, promise: &Promise, line: usize) -> Option<Fulfilment> {
        let sections = &self.speech.sections;
        let first_after = sections.partition_point(|section| section.line <= line);
        let next = sections.get(first_after)?;
        let near = next.line <= line + NEAR;
        let begins = self.lists[next.list].first() == Some(&first_after);
        let list = if promise.firm {
            self.level_below(line, first_after)?
        } else if near && begins {
            next.list
        } else {
            return None;
        };
        let items = &self.lists[list];
        let first = &sections[*items.first()?];
        let incomplete = first.marker.ordinal > 1 || first.line != next.line;
        let markers = items.iter().flat_map(|&at| sections[at].markers());
        Some(Fulfilment::of_markers(markers, incomplete))
    }

    /// The highest list that begins after the words; where they are a heading, within its section.
    fn level_below(&self, line: usize, first_after: usize) -> Option<usize> {
        let sections = &self.speech.sections;
        let heading = first_after.checked_sub(1).map(|at| &sections[at]);
        let best = match heading.filter(|heading| heading.line == line) {
            None => *self.highest_after.get(first_after)?,
            Some(heading) => self.highest_within(heading, first_after)?,
        };
        (self.lists[sections[best].list].first() == Some(&best)).then_some(sections[best].list)
    }

    fn highest_within(&self, heading: &Section, first_after: usize) -> Option<usize> {
        let sections = &self.speech.sections;
        let within: Range<usize> = first_after..sections.len();
        within
            .take_while(|&at| sections[at].depth > heading.depth)
            .filter(|&at| self.lists[sections[at].list].first() == Some(&at))
            .min_by_key(|&at| sections[at].depth)
    }
}
