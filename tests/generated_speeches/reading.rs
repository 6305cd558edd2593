//! In: a generated speech. Out: what the library reads in its text, in the words of the truth; and where
//! the two differ, each difference with the class of failure that it belongs to.

use speech_structure::rules::Severity;
use speech_structure::structure::{Document, PartKind};
use speech_structure::text::Source;
use speech_structure::{Options, check};

use super::marks::Style;
use super::speech::{Role, Speech, Truth};

/// A finding, in indices of the speech's lines.
#[derive(Clone, Debug)]
pub struct Found {
    pub code: &'static str,
    pub severity: Severity,
    pub line: usize,
}

pub struct Read {
    pub speeches: usize,
    /// Line and words of the announcements.
    pub announced: Vec<(usize, String)>,
    pub truth: Truth,
    pub found: Vec<Found>,
}

/// A difference between the truth and what was read.
#[derive(Clone, Debug)]
pub struct Difference {
    pub class: String,
    pub line: usize,
}

impl Difference {
    fn new(class: String, line: usize) -> Self {
        Self { class, line }
    }
}

pub fn read(speech: &Speech) -> Read {
    let source = Source::new("", speech.text());
    let checked = check(&source, &Options::default());
    let found = checked.findings.iter().map(|finding| Found {
        code: finding.code,
        severity: finding.severity,
        line: speech.line_index(source.position(finding.span.start).line),
    });
    let document = &checked.reading.document;
    let announced = document.announcements.iter();
    let announced = announced
        .map(|one| {
            (
                one.line,
                one.span.slice(&checked.reading.layers.folded).to_owned(),
            )
        })
        .collect();
    Read {
        speeches: document.speeches.len(),
        announced,
        truth: truth(document),
        found: found.collect(),
    }
}

fn truth(document: &Document) -> Truth {
    let speeches = &document.speeches;
    let outline = speeches.iter().flat_map(|speech| &speech.sections);
    let runs = speeches.iter().flat_map(|speech| &speech.runs);
    let parts = speeches.iter().flat_map(|speech| &speech.parts);
    let ordinals = |markers: &[speech_structure::structure::marker::Marker]| {
        markers
            .iter()
            .map(|marker| marker.ordinal)
            .collect::<Vec<u32>>()
    };
    let announcements = document.announcements.iter();
    let mut parts: Vec<(&'static str, usize)> = parts
        .filter(|part| {
            use PartKind as P;
            matches!(
                part.kind,
                P::Title | P::Salutation | P::Greeting | P::Closing | P::Thanks
            )
        })
        .map(|part| (part.kind.name(), part.line))
        .collect();
    parts.sort_by_key(|(kind, line)| (*line, *kind));
    Truth {
        outline: outline
            .map(|section| (section.line, section.marker.ordinal, section.depth))
            .collect(),
        parts,
        runs: runs.map(|run| (run.line, ordinals(&run.markers))).collect(),
        announcements: announcements
            .map(|one| (one.line, one.declared, one.found))
            .collect(),
    }
}

/// Codes of findings that a well-formed speech must not have.
pub fn is_structural(code: &str) -> bool {
    const BEGINNINGS: [&str; 5] = [
        "numbering-",
        "level-",
        "missing-",
        "duplicate-",
        "compilation-",
    ];
    const CODES: [&str; 10] = [
        "style-mix",
        "lone-item",
        "marker-malformed",
        "run-in-heading",
        "merged-items",
        "empty-section",
        "count-mismatch",
        "truncated-ending",
        "untitled-speech",
        "broken-line",
    ];
    BEGINNINGS
        .iter()
        .any(|beginning| code.starts_with(beginning))
        || CODES.contains(&code)
}

/// Where the truth of a speech and what was read differ: the first place of each aspect.
pub fn differences(speech: &Speech, read: &Read) -> Vec<Difference> {
    let truth = speech.truth();
    let mut all = Vec::new();
    if read.speeches != 1 {
        all.push(Difference::new(
            format!("speeches: read as {}", read.speeches),
            0,
        ));
    }
    all.extend(outline(speech, &truth, &read.truth));
    all.extend(
        first(&truth.parts, &read.truth.parts, |&(_, line)| line).map(|(wanted, got)| {
            let name = |part: Option<&(&'static str, usize)>| part.map_or("-", |(kind, _)| kind);
            let line = wanted.or(got).map_or(0, |part| part.1);
            Difference::new(
                format!("parts: {} read as {}", name(wanted), name(got)),
                line,
            )
        }),
    );
    all.extend(
        first(&truth.runs, &read.truth.runs, |(line, _)| *line).map(|(wanted, got)| {
            let line = wanted.or(got).map_or(0, |run| run.0);
            Difference::new(format!("runs: {}", run_class(wanted, got)), line)
        }),
    );
    all.extend(
        first(&truth.announcements, &read.truth.announcements, |one| one.0).map(|(wanted, got)| {
            let line = wanted.or(got).map_or(0, |one| one.0);
            Difference::new(announcement_class(speech, read, wanted, got), line)
        }),
    );
    for found in read.found.iter().filter(|found| is_structural(found.code)) {
        all.push(Difference::new(
            format!("finding: {}", found.code),
            found.line,
        ));
    }
    all
}

/// The first items of two lists, both in the order of their lines, that do not match.
fn first<'a, T: PartialEq>(
    truth: &'a [T],
    read: &'a [T],
    line: impl Fn(&T) -> usize,
) -> Option<(Option<&'a T>, Option<&'a T>)> {
    let at = (0..truth.len().max(read.len())).find(|&at| truth.get(at) != read.get(at))?;
    match (truth.get(at), read.get(at)) {
        (Some(wanted), Some(got)) if line(wanted) < line(got) => Some((Some(wanted), None)),
        (Some(wanted), Some(got)) if line(wanted) > line(got) => Some((None, Some(got))),
        pair => Some(pair),
    }
}

fn run_class(wanted: Option<&(usize, Vec<u32>)>, got: Option<&(usize, Vec<u32>)>) -> String {
    match (wanted, got) {
        (Some(_), None) => "missed".to_owned(),
        (None, Some(_)) => "read where there is none".to_owned(),
        (Some(wanted), Some(got)) if got.1.len() > wanted.1.len() => "too long".to_owned(),
        _ => "cut short".to_owned(),
    }
}

type Announced = (usize, Option<u32>, Option<u32>);

fn announcement_class(
    speech: &Speech,
    read: &Read,
    wanted: Option<&Announced>,
    got: Option<&Announced>,
) -> String {
    match (wanted, got) {
        (Some(wanted), None) => {
            let line = &speech.lines[wanted.0];
            let promise = line.promises.first().expect("the truth has it");
            let before = &line.words[..promise.number.start];
            let clause = before.rfind(['，', '。', '：', '%']).map_or(0, |at| {
                at + before[at..].chars().next().map_or(0, char::len_utf8)
            });
            let start = before
                .char_indices()
                .rev()
                .nth(8)
                .map_or(0, |(at, _)| at)
                .max(clause);
            let end = line.words[promise.number.end..]
                .chars()
                .take(6)
                .collect::<String>();
            format!(
                "announcement missed: {}N{end}",
                &line.words[start..promise.number.start]
            )
        }
        (None, Some(got)) => {
            let words = read
                .announced
                .iter()
                .find(|(line, _)| *line == got.0)
                .map_or("", |(_, words)| words);
            let end: String = words
                .chars()
                .rev()
                .take(5)
                .collect::<Vec<_>>()
                .into_iter()
                .rev()
                .collect();
            format!("announcement read where there is none: {end}")
        }
        (Some(wanted), Some(got)) if wanted.1 == got.1 => {
            let run = speech.lines[wanted.0]
                .promises
                .first()
                .is_some_and(|promise| promise.run);
            let bound = if got.2.is_some() {
                "to another list"
            } else {
                "to nothing"
            };
            let role = speech.lines[wanted.0].role;
            format!(
                "announcement of a {} in {role:?} bound {bound}",
                if run { "run" } else { "list" }
            )
        }
        _ => "announcement with another number".to_owned(),
    }
}

fn outline(speech: &Speech, truth: &Truth, read: &Truth) -> Option<Difference> {
    let (wanted, got) = first(&truth.outline, &read.outline, |item| item.0)?;
    let line = wanted.or(got)?.0;
    let style = |line: usize| speech.lines[line].mark.as_ref().map(|mark| mark.style);
    let class = match (wanted, got) {
        (Some(wanted), None) => format!(
            "outline: item missed: {:?} at depth {}",
            style(wanted.0)?,
            wanted.2
        ),
        (None, Some(got)) => {
            let begin: String = speech.lines[got.0].words.chars().take(3).collect();
            format!("outline: no item, but read as one: {begin}")
        }
        (Some(wanted), Some(got)) if wanted.2 != got.2 => {
            let place = speech.lines[line].place?;
            let parent = place.parent.and_then(style);
            let before = before(speech, line);
            let nth = if wanted.1 == 1 { "first" } else { "further" };
            let way = if wanted.2 > got.2 {
                "too high"
            } else {
                "too deep"
            };
            format!(
                "outline: {nth} {} under {}: {way}, {before}",
                rank(style(line)),
                rank(parent)
            )
        }
        _ => format!("outline: another ordinal: {:?}", style(line)?),
    };
    Some(Difference::new(class, line))
}

fn rank(style: Option<Style>) -> String {
    match style.map(Style::rank) {
        None => "the root".to_owned(),
        Some(None) => "unranked".to_owned(),
        Some(Some(rank)) => format!("rank {rank}"),
    }
}

/// What stands before a line, up to the item before it.
fn before(speech: &Speech, line: usize) -> String {
    let between = (0..line)
        .rev()
        .take_while(|&at| speech.lines[at].mark.is_none())
        .count();
    let last = &speech.lines[line - 1];
    let leads = last.words.ends_with('：') || last.promises.iter().any(|promise| !promise.run);
    let leads = if leads {
        "after a lead-in"
    } else {
        "no lead-in"
    };
    let role = match last.role {
        Role::Item(form) => format!("right after a {form:?}"),
        _ if between > 2 => "2 lines or more after the item".to_owned(),
        _ => "1 line after the item".to_owned(),
    };
    format!("{leads}, {role}")
}
