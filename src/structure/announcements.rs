//! In: a speech with its outline and runs. Out: its announcements: each promise bound to the list or
//! run that fulfils it. A promise that nothing can be bound to is kept only where its words can do
//! nothing but promise.

use super::document::{Announcement, Speech};
use super::fulfilment::{Fulfilment, Fulfilments};
use super::promises::Promise;
use crate::text::Span;

/// Reads the announcements of the speech of this index; `promises` are those of each of its lines.
pub(super) fn read(
    folded: &str,
    lines: &[Span],
    speech: &Speech,
    promises: &[Vec<Promise>],
    index: usize,
) -> Vec<Announcement> {
    let mut announcements = Vec::new();
    let fulfilments = Fulfilments::new(speech);
    for (line, found) in speech.lines.clone().zip(promises) {
        let start = lines[line].start;
        for (nth, promise) in found.iter().enumerate() {
            let next = found
                .get(nth + 1)
                .map_or(lines[line].end, |next| start + next.span.start);
            let fulfilment = fulfilments
                .of(promise, line, start, next)
                .or_else(|| unmarked(folded, lines[line], start + promise.span.end, promise));
            if fulfilment.is_none() && !promise.firm {
                continue;
            }
            let fulfilment = fulfilment.unwrap_or_default();
            let shift = |span: Span| Span::new(start + span.start, start + span.end);
            announcements.push(Announcement {
                speech: index,
                line,
                span: shift(promise.span),
                number: shift(promise.number),
                declared: promise.declared,
                found: Some(fulfilment.count).filter(|&count| count > 0),
                items: fulfilment.items,
                firm: promise.firm,
                incomplete: fulfilment.incomplete,
            });
        }
    }
    announcements
}

/// Items without markers that repeat the counted noun at the ends of their clauses, as many times as was
/// promised, in one sentence after the words: 做到“五勤”：眼勤，嘴勤，……
fn unmarked(folded: &str, line: Span, from: usize, promise: &Promise) -> Option<Fulfilment> {
    const SENTENCES: usize = 4;
    const REACH: usize = 400;
    let wanted = usize::try_from(promise.declared?).ok()?;
    let noun = promise
        .noun
        .filter(|noun| noun.is_alphabetic() && !promise.pause)?;
    let rest = Span::new(from, line.end).slice(folded);
    let reach = rest
        .char_indices()
        .nth(REACH)
        .map_or(rest.len(), |(at, _)| at);
    if let Some(pair) = pair(&rest[..reach], from).filter(|_| wanted == 2) {
        return Some(Fulfilment::of_items(pair, false));
    }
    if let Some(items) = alike(&folded[from..], from).filter(|items| items.len() == wanted) {
        return Some(Fulfilment::of_items(items, false));
    }
    let mut start = from;
    for sentence in rest[..reach]
        .split_inclusive(['。', '；', '！'])
        .take(SENTENCES)
    {
        let ends: Vec<Span> = clause_ends(sentence, noun)
            .map(|at| Span::new(start + at, start + at + noun.len_utf8()))
            .collect();
        if ends.len() == wanted {
            return Some(Fulfilment::of_items(ends, false));
        }
        start += sentence.len();
    }
    None
}

/// Two items that are told as 一个是… and 另一个是…, or each as 一是….
fn pair(text: &str, offset: usize) -> Option<Vec<Span>> {
    const PAIRS: [(&str, &str); 4] = [
        ("一是", "一是"),
        ("一个是", "另一个是"),
        ("一个在", "另一个在"),
        ("一种是", "另一种是"),
    ];
    PAIRS.iter().find_map(|(one, other)| {
        let first = text.find(one)?;
        let after = first + one.len();
        let second = after + text[after..].find(other)?;
        let place = |at: usize, words: &str| Span::new(offset + at, offset + at + words.len());
        Some(vec![place(first, one), place(second, other)])
    })
}

/// Items that all begin with the same words, 一件是… 一件是…, in this paragraph or the next.
fn alike(text: &str, offset: usize) -> Option<Vec<Span>> {
    const REACH: usize = 1_500;
    const BEGINNINGS: [&str; 7] = [
        "一件是",
        "一个是",
        "一条是",
        "一种是",
        "一类是",
        "一项是",
        "一句是",
    ];
    let reach = text.char_indices().nth(REACH);
    let text = &text[..reach.map_or(text.len(), |(at, _)| at)];
    let (first, words) = BEGINNINGS
        .iter()
        .filter_map(|words| Some((text.find(words)?, words)))
        .min()?;
    let places = text[first..].match_indices(words);
    let place = |(at, words): (usize, &str)| {
        let start = offset + first + at;
        Span::new(start, start + words.len())
    };
    Some(places.map(place).collect())
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
