//! Garble, there and back: clean sentences are damaged as known programs damage them, and repaired. The
//! share of places that is read right, first and among the alternatives, is printed.

#[path = "damage/sentences.rs"]
mod sentences;
#[path = "damage/simulation.rs"]
mod simulation;

use std::collections::{BTreeMap, HashSet};

use sentences::{Choices, line, traditional};
use simulation::{HABITS, Habit, crossings, decode, encode, narrow, noted};
use speech_structure::residue::{Residue, find};
use speech_structure::text::{Source, Span};

const DOCUMENTS: u64 = 240;
const LINES: usize = 40;
/// See the end of the test.
const CERTAIN_REACHED: f64 = 0.32;
const AMONG_THREE_REACHED: f64 = 0.92;

/// What became of the damaged places.
#[derive(Default, Debug)]
struct Tally {
    places: usize,
    first: usize,
    among_three: usize,
    silent: usize,
    /// Of every place the margin, in sixteenths of a bit, and whether the first reading is right.
    margins: Vec<(i32, bool)>,
    /// Of every kind of place the same: what shows a lost byte, and how many characters are shown.
    kinds: BTreeMap<(&'static str, usize), Vec<(i32, bool)>>,
    certain: usize,
    certain_and_wrong: usize,
    alarms: usize,
    pairs: HashSet<(char, char)>,
    misses: Vec<String>,
}

/// A line of a document: what it should read and what is shown.
struct Line {
    right: String,
    shown: String,
    damaged: Option<(char, char)>,
}

/// Signs and widths apart: a sign that was made half-width is right in either width.
fn bare(text: &str) -> String {
    let narrow = |c: char| match c {
        '，' | '！' | '？' | '；' | '：' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    text.chars().map(narrow).filter(|c| *c != '?').collect()
}

fn first_difference(one: &str, other: &str) -> Option<(char, char)> {
    let mut before = '\n';
    for (a, b) in one.chars().zip(other.chars()) {
        if a != b {
            return Some((before, a));
        }
        before = a;
    }
    None
}

fn noted_line(right: String, choices: &mut Choices, habit: Habit) -> Line {
    let places = crossings(&right);
    if places.is_empty() || choices.below(3) > 0 {
        return Line {
            shown: right.clone(),
            right,
            damaged: None,
        };
    }
    let place = &places[choices.below(places.len())];
    let shown = decode(&noted(&right, place), habit);
    let damaged = first_difference(&right, &shown);
    Line {
        right,
        shown,
        damaged,
    }
}

fn narrowed_line(right: &str, habit: Habit) -> Line {
    let bytes = encode(right);
    let plain: String = bare_signs(right);
    let shown = decode(&narrow(&bytes), habit);
    let damaged = (shown != plain)
        .then(|| first_difference(&plain, &shown))
        .flatten();
    Line {
        right: plain,
        shown,
        damaged,
    }
}

fn bare_signs(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '，' | '！' | '？' | '；' | '：' => {
                char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c)
            }
            _ => c,
        })
        .collect()
}

/// The line with the places of garble read as `choose` says.
fn read(source: &Source, residue: &Residue, line: Span, choose: impl Fn(usize) -> usize) -> String {
    let mut text = String::new();
    let mut from = line.start;
    let places = residue
        .garble
        .iter()
        .filter(|place| line.contains(place.span));
    for (index, place) in places.enumerate() {
        text.push_str(&source.text[from..place.span.start]);
        match place.readings.get(choose(index)) {
            Some(reading) => text.push_str(reading),
            None => text.push_str(place.span.slice(&source.text)),
        }
        from = place.span.end;
    }
    text.push_str(&source.text[from..line.end]);
    text
}

fn judge(lines: &[Line], habit: Habit, tally: &mut Tally) {
    let text: Vec<&str> = lines.iter().map(|line| line.shown.as_str()).collect();
    let source = Source::new("", text.join("\n"));
    let residue = find(&source);
    for (number, line) in lines.iter().enumerate() {
        let span = source.line(number + 1);
        let places: Vec<_> = residue
            .garble
            .iter()
            .filter(|place| span.contains(place.span))
            .collect();
        let Some(pair) = line.damaged else {
            if !places.is_empty() {
                tally
                    .misses
                    .insert(0, format!("CLEAN {} {places:?}", line.shown));
                tally.alarms += 1;
            }
            continue;
        };
        tally.places += 1;
        tally.pairs.insert(pair);
        let is_right =
            |rank: usize| bare(&read(&source, &residue, span, |_| rank)) == bare(&line.right);
        let (first, three) = (is_right(0), (0..3).any(is_right));
        let is_certain = !places.is_empty() && places.iter().all(|place| place.certain().is_some());
        tally.certain += usize::from(is_certain);
        tally.certain_and_wrong += usize::from(is_certain && !first);
        let margin = places.iter().map(|place| place.margin).min();
        let judged = (margin.unwrap_or(0), first);
        tally.margins.push(judged);
        let length = |place: &Span| place.slice(&source.text).chars().count();
        let shown = places.iter().map(|place| length(&place.span)).max();
        let length_class = shown.unwrap_or(0).min(12) / 3;
        let kind = (habit.name(), length_class);
        tally.kinds.entry(kind).or_default().push(judged);
        tally.first += usize::from(first);
        tally.among_three += usize::from(three);
        tally.silent += usize::from(places.is_empty());
        if !three {
            tally.misses.push(format!(
                "{} | {} | {:?}",
                line.shown,
                line.right,
                places
                    .iter()
                    .map(|place| &place.readings)
                    .collect::<Vec<_>>()
            ));
        }
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts of a test")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

fn print(name: &str, tally: &Tally) {
    println!(
        "{name}: {} places, {} distinct pairs; first right {:.4}, \
         among three {:.4}, silent {:.4}, certain {:.4}, of those wrong {:.5}, false alarms {}",
        tally.places,
        tally.pairs.len(),
        share(tally.first, tally.places),
        share(tally.among_three, tally.places),
        share(tally.silent, tally.places),
        share(tally.certain, tally.places),
        share(tally.certain_and_wrong, tally.certain),
        tally.alarms,
    );
    if std::env::var_os("SHOW_MISSES").is_some() {
        tally
            .misses
            .iter()
            .take(60)
            .for_each(|miss| println!("    {miss}"));
    }
}

/// What was reached by kind of place: lengths are in classes of three characters.
fn print_kinds(name: &str, tally: &Tally) {
    const LENGTHS: [&str; 5] = ["0-2", "3-5", "6-8", "9-11", "12 and more"];
    for ((lost, length), judged) in &tally.kinds {
        let certain = judged.iter().filter(|(margin, _)| *margin >= 9 * 16);
        let wrong = certain.clone().filter(|(_, right)| !right).count();
        println!(
            "{name} | {lost} | {} shown | {} places | first right {:.3} | certain {:.3} | wrong {wrong}",
            LENGTHS[*length],
            judged.len(),
            share(
                judged.iter().filter(|(_, right)| *right).count(),
                judged.len()
            ),
            share(certain.count(), judged.len()),
        );
    }
}

/// The same of every way of showing a lost byte: how many would be certain, and how many of them wrong.
fn print_curves_of_habits(name: &str, tally: &Tally) {
    let mut habits: BTreeMap<&str, Vec<(i32, bool)>> = BTreeMap::new();
    for ((lost, _), judged) in &tally.kinds {
        habits.entry(lost).or_default().extend(judged);
    }
    for (lost, judged) in habits {
        let at = |bits: i32| {
            let certain = judged.iter().filter(|(margin, _)| *margin >= bits * 16);
            let wrong = certain.clone().filter(|(_, right)| !right).count();
            format!(
                "{bits} bits {:.3} ({wrong} wrong)",
                share(certain.count(), judged.len())
            )
        };
        let curve: Vec<String> = (3..=10).map(at).collect();
        println!(
            "{name} | {lost} | {} places | {}",
            judged.len(),
            curve.join(", ")
        );
    }
}

/// How many places would be certain, and how many of them wrong, at other margins.
fn print_curve(tallies: &[Tally]) {
    let margins: Vec<(i32, bool)> = tallies.iter().flat_map(|t| t.margins.clone()).collect();
    for bits in [2, 4, 6, 8, 9, 10, 11, 12, 14, 16] {
        let certain = margins.iter().filter(|(margin, _)| *margin >= bits * 16);
        let (all, wrong) = certain.fold((0, 0), |(all, wrong), (_, right)| {
            (all + 1, wrong + usize::from(!right))
        });
        println!(
            "margin of {bits} bits: certain {:.4}, of those wrong {:.5}",
            share(all, margins.len()),
            share(wrong, all)
        );
    }
}

#[test]
fn what_is_damaged_is_repaired() {
    let mut all = Vec::new();
    for (name, script) in [("simplified", false), ("traditional", true)] {
        let mut tallies = [Tally::default(), Tally::default()];
        for seed in 1..=DOCUMENTS {
            let habit = HABITS[usize::try_from(seed).unwrap_or_default() % HABITS.len()];
            let mut choices = Choices(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            let mut right = || {
                let text = line(&mut choices);
                if script { traditional(&text) } else { text }
            };
            let texts: Vec<String> = (0..LINES).map(|_| right()).collect();
            let narrowed: Vec<Line> = texts
                .iter()
                .map(|text| narrowed_line(text, habit))
                .collect();
            judge(&narrowed, habit, &mut tallies[0]);
            let noted: Vec<Line> = texts
                .iter()
                .map(|text| noted_line(bare_signs(text), &mut choices, habit))
                .collect();
            judge(&noted, habit, &mut tallies[1]);
        }
        for (what, tally) in ["signs", "notes"].iter().zip(&tallies) {
            let name = format!("{name}, {what}");
            print(&name, tally);
            print_kinds(&name, tally);
            print_curves_of_habits(&name, tally);
        }
        all.extend(tallies);
    }
    print_curve(&all);
    let sum = |count: fn(&Tally) -> usize| all.iter().map(count).sum::<usize>();
    assert!(sum(|tally| tally.pairs.len()) >= 2000);
    assert!(share(sum(|t| t.certain_and_wrong), sum(|t| t.certain)) <= 0.001);
    // The aims are 0.88 certain and 0.99 among three. These are the best that were reached, and they are
    // only ever raised: where the last byte of a stretch is lost, nothing but its neighbours speaks for one
    // of 94 characters.
    assert!(share(sum(|t| t.certain), sum(|t| t.places)) >= CERTAIN_REACHED);
    assert!(share(sum(|t| t.among_three), sum(|t| t.places)) >= AMONG_THREE_REACHED);
    assert_eq!(sum(|tally| tally.alarms), 0);
}
