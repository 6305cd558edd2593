//! In: a speech with its outline and runs. Out: its announcements: each promise bound to the list or
//! run that fulfils it. A promise that nothing can be bound to is kept only where its words can do
//! nothing but promise.

use super::document::{Announcement, Run, Section, Speech};
use super::promises::{Promise, promises};
use crate::text::Span;

/// Reads the announcements of the speech of this index.
pub(super) fn read(folded: &str, lines: &[Span], speech: &Speech, index: usize) -> Vec<Announcement> {
    let mut announcements = Vec::new();
    let binder = Binder { speech };
    for line in speech.lines.clone() {
        let start = lines[line].start;
        let found = promises(lines[line].slice(folded));
        for (nth, promise) in found.iter().enumerate() {
            let next = found.get(nth + 1).map_or(lines[line].end, |next| start + next.span.start);
            let items = binder.items(promise, line, start, next);
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
    /// The items that fulfil a promise in line `line`, and whether they may be incomplete.
    fn items(&self, promise: &Promise, line: usize, start: usize, next: usize) -> Option<(Vec<Span>, bool)> {
        let promise_end = start + promise.span.end;
        let run = self.run(line, promise_end, next);
        let list = if promise.ends_line || promise.firm { self.list(promise, line) } else { None };
        let wanted = promise.declared.and_then(|declared| usize::try_from(declared).ok());
        let keeps = |items: &(Vec<Span>, bool)| Some(items.0.len()) == wanted;
        let (run, list) = (run.map(run_items), list);
        let run_keeps = run.as_ref().is_some_and(keeps);
        let list_keeps = list.as_ref().is_some_and(keeps);
        match (run, list) {
            (Some(run), _) if run_keeps => Some(run),
            (_, Some(list)) if list_keeps => Some(list),
            (_, Some(list)) if promise.ends_line => Some(list),
            (run, list) => run.or(list),
        }
    }

    /// The run that begins after the words, before the next promise.
    fn run(&self, line: usize, from: usize, next: usize) -> Option<&Run> {
        let mut runs = self.speech.runs.iter();
        runs.find(|run| run.line == line && run.span.start >= from && run.span.start <= next.max(from))
    }

    /// The list whose items are the next level of the outline after the words.
    fn list(&self, promise: &Promise, line: usize) -> Option<(Vec<Span>, bool)> {
        let sections = &self.speech.sections;
        let first_after = sections.partition_point(|section| section.line <= line);
        let depth = sections[..first_after].last().map_or(0, |section| section.depth);
        let within = sections[first_after..]
            .iter()
            .take_while(|section| section.depth > depth || !promise.ends_line)
            .count();
        let after = &sections[first_after..first_after + within];
        let level = after.iter().map(|section| section.depth).min()?;
        let own = after.iter().position(|section| section.depth == level)?;
        let near = after[0].line <= line + 3;
        if !near && !promise.firm {
            return None;
        }
        let list = after[own].list;
        let items: Vec<&Section> = sections.iter().filter(|section| section.list == list).collect();
        let lost = after[0].depth > level || items.first().is_some_and(|item| item.marker.ordinal > 1);
        let spans = items.iter().flat_map(|item| {
            std::iter::once(item.marker.span).chain(item.merged.iter().map(|marker| marker.span))
        });
        Some((spans.collect(), lost))
    }
}

fn run_items(run: &Run) -> (Vec<Span>, bool) {
    (run.markers.iter().map(|marker| marker.span).collect(), false)
}
