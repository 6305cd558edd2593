//! In: the lines of a speech and its parts. Out: its sections: the markers at line starts, with the
//! evidence around them, placed by [`super::outline`].

use std::collections::{HashMap, HashSet};

use super::document::{PartKind, Section, Speech};
use super::glued_markers::glued_markers;
use super::line_markers::line_markers;
use super::marker::{Levels, Marker, Style, counts_things, without_counted};
use super::outline::{Item, LeadIn, Placed, infer};
use super::promises::Promise;
use super::sentences::{heading_length, is_short_form};
use crate::text::{Span, is_alphanumeric, signs};

/// Reads the outline of a speech, after its parts; `said` is what each of its lines promises.
pub(super) fn read(
    folded: &str,
    lines: &[Span],
    speech: &mut Speech,
    said: &[Vec<Promise>],
    levels: &Levels,
) {
    let items = items(folded, lines, speech, said, levels);
    let (placed, deviations) = infer(&items, breaks_off(folded, lines, speech));
    speech.sections = sections(folded, lines, speech, &items, &placed);
    speech.deviations = deviations;
}

/// Whether the last line stops in the middle of a sentence.
fn breaks_off(folded: &str, lines: &[Span], speech: &Speech) -> bool {
    let Some(last) = speech.lines.clone().next_back() else {
        return false;
    };
    let text = lines[last].slice(folded);
    let stops =
        text.ends_with(|end: char| is_alphanumeric(end) || matches!(end, '，' | ',' | '、'));
    stops
        && text.contains(['，', ',', '。'])
        && speech
            .parts_of_line(last)
            .iter()
            .all(|part| matches!(part.kind, PartKind::Opening | PartKind::Body))
}

fn items(
    folded: &str,
    lines: &[Span],
    speech: &Speech,
    said: &[Vec<Promise>],
    levels: &Levels,
) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut before = speech.lines.start;
    let outside = outside(lines, speech);
    let at_starts = line_markers(folded, lines, speech.lines.clone());
    let glued = glued_markers(folded, lines, speech.lines.clone(), &at_starts);
    let mut all: Vec<(usize, Marker, bool)> = at_starts
        .into_iter()
        .map(|(line, marker)| (line, marker, false))
        .chain(glued.into_iter().map(|(line, marker)| (line, marker, true)))
        .filter(|(line, ..)| !outside[line - speech.lines.start])
        .collect();
    all.sort_by_cached_key(|(_, marker, _)| marker.span.start);
    for (line, marker, glued) in all {
        let text = Span::new(marker.span.start, lines[line].end).slice(folded);
        let (lead_in, promised) = if glued {
            (LeadIn::None, None)
        } else {
            let said = &said[before - speech.lines.start..line - speech.lines.start];
            evidence(folded, &lines[before..line], said, items.is_empty())
        };
        items.push(Item {
            rank: levels.rank(marker.style),
            noun: 0,
            marker,
            line,
            lead_in,
            paragraphs_before: (line - before).saturating_sub(1),
            promised,
            short_form: is_short_form(text),
            merged: if glued {
                Vec::new()
            } else {
                merged(folded, lines[line], &marker)
            },
            glued,
            // 下面进行第二项 is an item, 第二点 may be a word of speech.
            certain: !glued && marker.span.start > lines[line].start && is_unit(&marker),
        });
        before = line;
    }
    answer(&mut items);
    count_units(folded, &mut items);
    items
}

/// Nouns that a speaker takes one for the other: 第一点 here, 第一句话 there, for one level.
const SPOKEN_UNITS: [&str; 9] = [
    "点",
    "件事",
    "句话",
    "个方面",
    "方面",
    "层意思",
    "层次",
    "件",
    "个",
];

/// Tells 第一条 and 第一项 apart, and marks those that begin lines with two numbers or more: they are no
/// words.
fn count_units(folded: &str, items: &mut [Item]) {
    let unit = |item: &Item| {
        let after = Span::new(item.marker.ordinal_span.end, item.marker.span.end).slice(folded);
        let unit = after.trim_end_matches(|c| !is_alphanumeric(c));
        is_unit(&item.marker).then(|| without_counted(unit))
    };
    let mut numbers: HashMap<&str, HashSet<u32>> = HashMap::new();
    let mut nouns: HashMap<&str, u8> = HashMap::new();
    for item in items.iter_mut() {
        let Some(unit) = unit(item) else { continue };
        let next = u8::try_from(nouns.len() + 1).unwrap_or(u8::MAX);
        if !SPOKEN_UNITS.contains(&unit) && !counts_things(unit) {
            item.noun = *nouns.entry(unit).or_insert(next);
        }
        if !item.glued {
            numbers.entry(unit).or_default().insert(item.marker.ordinal);
        }
    }
    for item in items.iter_mut().filter(|item| !item.glued) {
        let counted = unit(item).and_then(|unit| numbers.get(unit));
        item.certain |= counted.is_some_and(|numbers| numbers.len() > 1);
    }
}

fn is_unit(marker: &Marker) -> bool {
    marker.style == Style::OrdinalUnit
}

/// Marks every 首先 whose 其次 begins a line further on, before another 首先 does.
fn answer(items: &mut [Item]) {
    let mut open: Option<usize> = None;
    for at in 0..items.len() {
        let marker = &items[at].marker;
        if marker.style != Style::Sequence {
            continue;
        }
        match (marker.ordinal, open.take()) {
            (1, _) => open = Some(at),
            (2, Some(first)) => items[first].certain = true,
            _ => {}
        }
    }
}

/// For each line of a speech, whether it belongs to a part that has no headings.
fn outside(lines: &[Span], speech: &Speech) -> Vec<bool> {
    use PartKind as P;
    let mut outside = vec![false; speech.lines.len()];
    for part in &speech.parts {
        if matches!(part.kind, P::Opening | P::Body | P::StageDirection) {
            continue;
        }
        let held = lines[part.line..speech.lines.end]
            .iter()
            .take_while(|line| line.start < part.span.end);
        let first = part.line - speech.lines.start;
        let end = first + held.count();
        outside[first..end].fill(true);
    }
    outside
}

/// What the lines from the item before (its own line first) up to a marker say about it.
fn evidence(
    folded: &str,
    between: &[Span],
    said: &[Vec<Promise>],
    is_first: bool,
) -> (LeadIn, Option<u32>) {
    let Some(last) = between.last() else {
        return (LeadIn::None, None);
    };
    let mut promised = None;
    for promise in said.iter().flatten() {
        if promise.ends_line || promise.firm {
            promised = promise.declared.or(promised);
        }
    }
    let in_last = said.last().into_iter().flatten();
    let leads =
        last.slice(folded).ends_with(['：', ':']) || { in_last }.any(|promise| promise.ends_line);
    let lead_in = if leads {
        LeadIn::Announced
    } else if between.len() > 1 || is_first {
        LeadIn::Body
    } else {
        LeadIn::None
    };
    (lead_in, promised)
}

/// Markers of the same style that go on counting inside the line: …。6、…
fn merged(folded: &str, line: Span, first: &Marker) -> Vec<Marker> {
    let mut merged = Vec::new();
    if first.ordinal == 0 || first.style == Style::Sequence {
        return merged;
    }
    let text = line.slice(folded);
    let mut next = first.ordinal + 1;
    let ends = if first.style.rank().is_some() {
        &['。', '；', ';', '！'][..]
    } else {
        &['。', '；', ';', '！', '，', ','][..]
    };
    for (at, mark) in signs(text).filter(|(_, sign)| ends.contains(sign)) {
        let at = at + mark.len_utf8();
        let blank = text[at..].len() - text[at..].trim_start().len();
        let start = line.start + at + blank;
        let found = Marker::read(&text[at + blank..], start)
            .filter(|marker| marker.style.is_sibling_of(first.style) && marker.ordinal == next);
        if let Some(marker) = found {
            merged.push(marker);
            next += 1;
        }
    }
    merged
}

fn sections(
    folded: &str,
    lines: &[Span],
    speech: &Speech,
    items: &[Item],
    placed: &[Placed],
) -> Vec<Section> {
    let end = speech
        .parts
        .iter()
        .filter(|part| {
            matches!(
                part.kind,
                PartKind::Closing
                    | PartKind::Thanks
                    | PartKind::Date
                    | PartKind::Note
                    | PartKind::Attachment
            )
        })
        .map(|part| part.line)
        .filter(|&line| {
            placed
                .last()
                .is_some_and(|last| line > items[last.item].line)
        })
        .min()
        .unwrap_or(speech.lines.end);
    let in_lines = placed.iter().filter(|placed| !items[placed.item].glued);
    let mut sections: Vec<Section> = in_lines
        .map(|placed| {
            let item = &items[placed.item];
            let line = lines[item.line];
            let after = Span::new(item.marker.end(), line.end);
            let title = Span::new(
                after.start,
                after.start + heading_length(after.slice(folded)),
            );
            Section {
                marker: Marker {
                    ordinal: placed.ordinal,
                    ..item.marker
                },
                depth: placed.depth,
                list: placed.list,
                line: item.line,
                title,
                span: Span::new(item.marker.span.start, line.end),
                merged: item.merged.clone(),
                first_glued: None,
            }
        })
        .collect();
    add_glued(&mut sections, items, placed);
    close_sections(&mut sections, lines, end);
    sections
}

/// Gives the items in mid-line to the sections of their lists: to the one before, else to the one after.
fn add_glued(sections: &mut [Section], items: &[Item], placed: &[Placed]) {
    let mut next = 0;
    let mut last_of_list: HashMap<usize, usize> = HashMap::new();
    let mut waiting: HashMap<usize, Marker> = HashMap::new();
    for placed in placed {
        let item = &items[placed.item];
        if !item.glued {
            sections[next].first_glued = waiting.remove(&placed.list);
            last_of_list.insert(placed.list, next);
            next += 1;
        } else if let Some(&before) = last_of_list.get(&placed.list) {
            sections[before].merged.push(item.marker);
        } else {
            waiting.insert(placed.list, item.marker);
        }
    }
}

/// Gives every section its extent: up to the last line before the next that is not within it.
fn close_sections(sections: &mut [Section], lines: &[Span], end: usize) {
    let mut open: Vec<usize> = Vec::new();
    for at in 0..=sections.len() {
        let (depth, line) = sections
            .get(at)
            .map_or((0, end), |section| (section.depth, section.line));
        while let Some(&last) = open.last().filter(|&&last| sections[last].depth >= depth) {
            if line > sections[last].line {
                sections[last].span.end = lines[line - 1].end;
            }
            open.pop();
        }
        open.push(at);
    }
}
