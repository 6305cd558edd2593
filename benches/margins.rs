//! In: the corpus that the model of the language was made from, of which every tenth line was kept back. Out: how
//! often the first reading of a garbled place is wrong, by how far it leads and by what the document shows of lost
//! bytes. The margins in `src/residue/garble/mod.rs` are chosen by this table; the tests of damage use other texts.
//!
//! `cargo xtask garble-margins --corpus FILE`; without a file it does nothing.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fs;

use speech_structure::residue::find;
use speech_structure::residue::garble::is_word;
use speech_structure::text::fold::{fold_char, is_simplified_only};
use speech_structure::text::{Source, is_common};

#[allow(dead_code, reason = "the test of damage names the habits too")]
#[path = "../tests/damage/simulation.rs"]
mod simulation;

use simulation::{HABITS, Habit, crossings, decode, encode, narrow, noted};

/// Lines of a document.
const LINES: usize = 40;
/// As the generator of the model has it: of so many lines of the corpus one was kept back.
const KEPT_BACK: usize = 10;
/// Every so many lines a note is put in: documents that carry notes are not garbled in each line.
const NOTED: usize = 3;
/// So many times each document gets notes, each time at other places.
const ROUNDS: usize = 6;
/// So many characters before a place tell where it stands.
const BEFORE: usize = 3;
/// Margins, in half bits, from this on.
const FROM: i32 = 6;
const UP_TO: i32 = 24;
/// With `SHOW_WRONG` in the environment, what is read wrong in spite of such a margin is printed.
const SHOWN: i32 = 9 * 16;

/// Of each kind of document: how its garbled places were judged.
type Judged = BTreeMap<&'static str, Vec<Place>>;

/// How a place was judged.
struct Place {
    /// How much the first reading leads, in sixteenths of a bit.
    margin: i32,
    is_right: bool,
    /// Whether another of the readings is made of words too, so that only who knows what is meant can tell.
    has_rival: bool,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // Cargo adds a word of its own.
    let Some(file) = arguments.iter().find(|word| !word.starts_with("--")) else {
        println!("usage: margins FILE");
        return Ok(());
    };
    let corpus = fs::read_to_string(file)?;
    let lines: Vec<String> = kept_back(&corpus).collect();
    let traditional = traditional_forms();
    let mut judged = Judged::new();
    for (number, lines) in lines.chunks(LINES).enumerate() {
        for script in [false, true] {
            let form = |c: char| {
                if script {
                    *traditional.get(&c).unwrap_or(&c)
                } else {
                    c
                }
            };
            let lines: Vec<String> = lines
                .iter()
                .map(|line| line.chars().map(form).collect())
                .collect();
            for habit in HABITS {
                judge(&lines, habit, &mut judged, |line, _| narrow(&encode(line)));
                for round in 0..ROUNDS {
                    judge(&lines, habit, &mut judged, |line, at| {
                        with_note(line, at + number + round)
                    });
                }
            }
        }
    }
    print(&judged);
    Ok(())
}

/// The lines of the corpus that the model has not seen, as text.
fn kept_back(corpus: &str) -> impl Iterator<Item = String> {
    let text = |line: &str| -> String {
        let words = line.split_whitespace();
        words.filter_map(|word| word.chars().next()).collect()
    };
    let lines = corpus.lines().step_by(KEPT_BACK);
    lines.map(text).filter(|line| line.chars().count() > 9)
}

/// The reverse of the library's folding, where GBK has the character.
fn traditional_forms() -> HashMap<char, char> {
    let all = ('\u{4e00}'..='\u{9fff}').rev();
    let pairs = all.map(|character| (fold_char(character), character));
    let is_form = |&(folded, character): &(char, char)| {
        folded != character
            && is_simplified_only(folded)
            && !encode(&character.to_string()).starts_with(b"&#")
    };
    pairs.filter(is_form).collect()
}

/// A line with a note at one of the places where one may stand.
fn with_note(line: &str, number: usize) -> Vec<u8> {
    let places = crossings(line);
    match places.get(number * 7 % places.len().max(1)) {
        Some(place) if number.is_multiple_of(NOTED) => noted(line, place),
        _ => encode(line),
    }
}

/// Damages a document, reads it, and notes how each garbled place came out.
fn judge(
    lines: &[String],
    habit: Habit,
    judged: &mut Judged,
    damage: impl Fn(&str, usize) -> Vec<u8>,
) {
    let numbered = lines.iter().enumerate();
    let shown: Vec<String> = numbered
        .map(|(at, line)| decode(&damage(line, at), habit))
        .collect();
    let text = shown.join("\n");
    let kind = match (text.contains('\u{fffd}'), text.contains(is_private)) {
        (true, _) => "U+FFFD",
        (_, true) => "private characters",
        _ => "neither",
    };
    let source = Source::new("", text);
    let residue = find(&source);
    for (number, right) in lines.iter().enumerate() {
        let span = source.line(number + 1);
        let right = bare(right);
        let mut read = String::new();
        let mut from = span.start;
        for place in residue
            .garble
            .iter()
            .filter(|place| span.contains(place.span))
        {
            read.push_str(&source.text[from..place.span.start]);
            from = place.span.end;
            let Some(reading) = place.readings.first() else {
                continue;
            };
            // Other places of the line may be read wrongly, or not be found at all.
            let near = read.char_indices().rev().take(BEFORE).last();
            let near = near.map_or(read.len(), |(at, _)| at);
            read.push_str(reading);
            let own = right.contains(&bare(reading));
            let is_long = reading.chars().count() > BEFORE;
            let is_right = own && (is_long || right.contains(&bare(&read[near..])));
            let is_garbled_before = read[..near].chars().rev().take(40).any(is_strange);
            if !is_long && own && !is_right && is_garbled_before {
                continue;
            }
            if !is_right && place.margin >= SHOWN && std::env::var_os("SHOW_WRONG").is_some() {
                let shown = place.span.slice(&source.text);
                println!(
                    "{kind}, {}: {shown} as {reading} in\n  {}\n  {right}",
                    place.margin,
                    span.slice(&source.text)
                );
            }
            let after = source.text[from..].chars().next().unwrap_or('\n');
            let before = read[..read.len() - reading.len()]
                .chars()
                .next_back()
                .unwrap_or('\n');
            let others = place.readings[1..].iter();
            judged.entry(kind).or_default().push(Place {
                margin: place.margin,
                is_right,
                has_rival: others
                    .clone()
                    .any(|other| is_made_of_words(before, other, reading, after)),
            });
        }
    }
}

/// Whether a character shows that what is before a place was not read.
fn is_strange(character: char) -> bool {
    is_private(character) || fold_char(character) == character && !is_common(character)
}

fn is_private(character: char) -> bool {
    ('\u{e000}'..='\u{f8ff}').contains(&character)
}

/// A text without regard to the width of its signs and to marks of lost bytes.
fn bare(text: &str) -> String {
    let narrow = |c: char| match c {
        '，' | '！' | '？' | '；' | '：' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    text.chars().map(narrow).filter(|c| *c != '?').collect()
}

/// Whether a reading is made of words where it differs from another.
fn is_made_of_words(before: char, reading: &str, other: &str, after: char) -> bool {
    let pairs = |text: &str| {
        let all: Vec<char> = [before]
            .into_iter()
            .chain(text.chars())
            .chain([after])
            .collect();
        all.windows(2)
            .map(|two| (two[0], two[1]))
            .collect::<Vec<_>>()
    };
    let known = pairs(other);
    let own = pairs(reading)
        .into_iter()
        .filter(|pair| !known.contains(pair));
    let mut letters = own.filter(|(one, two)| {
        [one, two]
            .iter()
            .all(|c| ('\u{4e00}'..'\u{a000}').contains(*c))
    });
    letters.all(|(one, two)| is_word(one, two))
}

#[allow(clippy::cast_precision_loss, reason = "counts of a table")]
fn print(judged: &Judged) {
    for (kind, judged) in judged {
        let all = judged.len() as f64;
        let first = judged.iter().filter(|place| place.is_right).count();
        let rivals = judged.iter().filter(|place| place.has_rival).count();
        println!(
            "a document that shows {kind}: {all} garbled places, the first reading right in {:.1} %, another made of words in {:.1} %",
            100.0 * first as f64 / all,
            100.0 * rivals as f64 / all
        );
        for half_bits in FROM..=UP_TO {
            let certain = judged.iter().filter(|place| place.margin >= half_bits * 8);
            let wrong = certain.clone().filter(|place| !place.is_right).count();
            let certain = certain.count();
            println!(
                "  {:4.1} bits: {:5.1} % certain, of those {wrong} wrong, {:.3} %",
                f64::from(half_bits) / 2.0,
                100.0 * certain as f64 / all,
                100.0 * wrong as f64 / certain.max(1) as f64,
            );
        }
    }
}
