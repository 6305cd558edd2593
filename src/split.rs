//! In: a reading. Out: each of its speeches as a clean text of its own, without chrome, lead-in and
//! residue, and a name under which every file system keeps it.

use std::collections::HashSet;

use serde::Serialize;

use crate::copies::{Copies, CopyOf};
use crate::reading::Reading;
use crate::structure::Speech;
use crate::text::Span;

/// The name of a speech that has no title.
const UNTITLED: &str = "无题";

/// Longest file name in characters: with four bytes each, a number and an ending it stays under 255 bytes.
const LONGEST_NAME: usize = 58;

/// A speech on its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SplitSpeech {
    /// Its title without 第一篇： and the like, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its text, beginning with the title; it ends in a line break.
    pub text: String,
    /// The earlier one of the text that it is nearly a copy of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copy_of: Option<CopyOf>,
}

/// Cuts a text into its speeches.
///
/// ```
/// use speech_structure::{Options, read, split::split, text::Source};
/// let source = Source::new("", "篇一：在动员会上的讲话\n同志们：\n今天开会。\n谢谢大家！");
/// let speeches = split(&read(&source, &Options::default()));
/// assert_eq!(speeches[0].title.as_deref(), Some("在动员会上的讲话"));
/// assert!(speeches[0].text.starts_with("在动员会上的讲话\n同志们："));
/// ```
#[must_use]
pub fn split(reading: &Reading) -> Vec<SplitSpeech> {
    let clean = &reading.layers.clean;
    let mut copies = Copies::default();
    let speeches = reading.document.speeches.iter();
    speeches
        .map(|speech| SplitSpeech {
            title: speech
                .title
                .map(|title| title.slice(clean).trim().to_owned()),
            text: text_of(reading, speech),
            copy_of: copies.add(body_of(reading, speech)),
        })
        .collect()
}

/// The words of a speech without its title line, which copies often change.
fn body_of<'r>(reading: &'r Reading, speech: &Speech) -> &'r str {
    let lines = &reading.document.lines;
    let body = lines.get(speech.lines.start + usize::from(speech.title.is_some()));
    let start = body.map_or(speech.span.start, |line| line.start);
    Span::new(start.min(speech.span.end), speech.span.end).slice(&reading.layers.clean)
}

fn text_of(reading: &Reading, speech: &Speech) -> String {
    let clean = &reading.layers.clean;
    let whole = speech.span.slice(clean);
    let first_line = reading
        .document
        .lines
        .get(speech.lines.start)
        .copied()
        .unwrap_or_default();
    let text = match speech.title.filter(|title| first_line.contains(*title)) {
        Some(title) => {
            let after = Span::new(title.end, first_line.end).slice(clean);
            let rest = if is_closing(after) {
                first_line.end
            } else {
                title.end
            };
            title.slice(clean).to_owned() + Span::new(rest, speech.span.end).slice(clean)
        }
        None => whole.to_owned(),
    };
    text.trim_end().to_owned() + "\n"
}

/// Whether what follows a title on its line only closes a bracket that was opened before 第一篇：.
fn is_closing(after: &str) -> bool {
    after
        .trim()
        .chars()
        .all(|character| matches!(character, '】' | '〗' | '］' | ']' | '）' | ')'))
}

/// Gives every speech of a batch a file name of its own, without an ending.
///
/// ```
/// use speech_structure::split::FileNames;
/// let mut names = FileNames::default();
/// assert_eq!(names.next(Some("问答: 是/否?")), "问答： 是／否？");
/// assert_eq!(names.next(Some("问答: 是/否?")), "问答： 是／否？（2）");
/// assert_eq!(names.next(Some("CON")), "CON_");
/// assert_eq!(names.next(None), "无题");
/// ```
#[derive(Clone, Debug, Default)]
pub struct FileNames {
    /// Names given out, in lower case: Windows and macOS tell no case apart.
    taken: HashSet<String>,
}

impl FileNames {
    /// The name for the next speech.
    pub fn next(&mut self, title: Option<&str>) -> String {
        let name = safe_name(title.unwrap_or_default());
        let numbered = (2..).map(|number| format!("{name}（{number}）"));
        let free = std::iter::once(name.clone())
            .chain(numbered)
            .find(|candidate| self.taken.insert(caseless(candidate)));
        free.unwrap_or(name)
    }
}

/// A name in lower case, in the scripts with cases that Chinese titles hold. The tables for every script of the world
/// would be 10 KB of the core.
fn caseless(name: &str) -> String {
    let lower = |character: char| match character {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ω' | 'А'..='Я' | 'Ａ'..='Ｚ' => {
            char::from_u32(u32::from(character) + 32).unwrap_or(character)
        }
        _ => character,
    };
    name.chars().map(lower).collect()
}

/// A title as a file name: what a file system forbids becomes its full-width twin, what prints nothing
/// goes, and names that Windows keeps for devices get a mark.
fn safe_name(title: &str) -> String {
    let shown = title.chars().filter_map(safe_character);
    let name: String = shown
        .collect::<String>()
        .chars()
        .take(LONGEST_NAME)
        .collect();
    let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '-' | '~'));
    let stem = name.split('.').next().unwrap_or_default();
    match name {
        "" => UNTITLED.to_owned(),
        _ if is_reserved(stem) => format!("{stem}_{}", &name[stem.len()..]),
        _ => name.to_owned(),
    }
}

fn safe_character(character: char) -> Option<char> {
    match character {
        '<' => Some('＜'),
        '>' => Some('＞'),
        ':' => Some('：'),
        '"' => Some('＂'),
        '/' => Some('／'),
        '\\' => Some('＼'),
        '|' => Some('｜'),
        '?' => Some('？'),
        '*' => Some('＊'),
        '\t' | '\n' | '\r' | '\u{0b}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => None,
        _ => (!character.is_control()).then_some(character),
    }
}

/// Names of devices, which Windows keeps for itself whatever their ending.
fn is_reserved(stem: &str) -> bool {
    let stem = stem.trim().to_ascii_uppercase();
    let numbered = stem
        .strip_prefix("COM")
        .or_else(|| stem.strip_prefix("LPT"));
    let is_port = |digit: &str| {
        matches!(digit.chars().next(), Some('0'..='9' | '¹' | '²' | '³'))
            && digit.chars().count() == 1
    };
    matches!(
        stem.as_str(),
        "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$"
    ) || numbered.is_some_and(is_port)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{read, text::Source};

    #[test]
    fn names_are_safe_on_every_system() {
        let mut names = FileNames::default();
        let mut next = |title| names.next(Some(title));
        assert_eq!(next("../../etc/passwd"), "／..／etc／passwd");
        assert_eq!(next("a\u{202e}b\u{0}c\td"), "abc d");
        assert_eq!(next("lpt1.讲稿"), "lpt1_.讲稿");
        assert_eq!(next("com¹"), "com¹_");
        assert_eq!(next(" . "), UNTITLED);
        assert_eq!(next("Report"), "Report");
        assert_eq!(next("report"), "report（2）");
        assert_eq!(next("Ｇ２０峰会"), "Ｇ２０峰会");
        assert_eq!(next("ｇ２０峰会"), "ｇ２０峰会（2）");
        assert_eq!(next("3×4"), "3×4");
        assert_eq!(next("3÷4"), "3÷4");
        assert!(next(&"𠀀".repeat(300)).len() < 240);
    }

    #[test]
    fn a_number_never_meets_a_title_that_looks_numbered() {
        let mut names = FileNames::default();
        let given = ["甲（2）", "甲", "甲"].map(|title| names.next(Some(title)));
        assert_eq!(given, ["甲（2）", "甲", "甲（3）"]);
    }

    #[test]
    fn a_text_of_no_speech_gives_none() {
        assert!(split(&read(&Source::new("", ""), &crate::Options::default())).is_empty());
    }
}
