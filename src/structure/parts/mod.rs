//! In: the lines of one speech. Out: its title where it has no numbered one, its kind, and its parts:
//! header, salutation, greeting, opening, body, closing, thanks and what comes after.

mod appended;
mod ending;
mod header;
mod line_kinds;

use std::ops::Range;

use super::document::{Genre, Part, PartKind, Speech};
use super::marker::Marker;
use super::sentences::SENTENCE_ENDS;
use crate::text::{Span, signs};

/// Reads the parts of a speech, after its lines and before its outline.
pub(super) fn read(folded: &str, lines: &[Span], speech: &mut Speech) {
    let reader = Reader {
        folded,
        lines,
        first: speech.lines.start,
        end: speech.lines.end,
    };
    let titled = speech.title.is_some();
    let body = reader.header(speech, titled);
    speech.genre = genre(speech.title.map_or("", |title| title.slice(folded)));
    let body = reader.contents(body, speech);
    let after_address = reader.address(body, speech);
    reader.stage_directions(after_address, speech);
    let ending = reader.ending(after_address, speech);
    reader.middle(after_address..ending, speech);
    speech.parts.sort_by_cached_key(|part| part.span);
}

struct Reader<'t> {
    folded: &'t str,
    lines: &'t [Span],
    first: usize,
    end: usize,
}

impl Reader<'_> {
    fn line(&self, at: usize) -> &str {
        self.lines
            .get(at)
            .map_or("", |span| span.slice(self.folded))
    }

    fn is_item(&self, at: usize) -> bool {
        Marker::read(self.line(at), 0).is_some_and(|marker| !marker.style.is_word())
    }

    fn part(&self, kind: PartKind, at: usize) -> Part {
        Part {
            kind,
            span: self.lines[at],
            line: at,
        }
    }

    /// （掌声） wherever it stands.
    fn stage_directions(&self, from: usize, speech: &mut Speech) {
        const WORDS: [&str; 6] = ["掌声", "鼓掌", "热烈掌声", "长时间鼓掌", "笑声", "全场起立"];
        for at in from..self.end {
            let brackets = signs(self.line(at)).filter(|(_, sign)| matches!(sign, '（' | '('));
            for (open, _) in brackets {
                let rest = &self.line(at)[open..];
                let Some(close) = rest.find(['）', ')']) else {
                    break;
                };
                let inside = rest[..close].trim_start_matches(['（', '(']);
                if WORDS.iter().any(|word| inside.ends_with(word)) && inside.chars().count() <= 10 {
                    let start = self.lines[at].start + open;
                    let end =
                        start + close + rest[close..].chars().next().map_or(0, char::len_utf8);
                    speech.parts.push(Part {
                        kind: PartKind::StageDirection,
                        span: Span::new(start, end),
                        line: at,
                    });
                }
            }
        }
    }

    /// Opening and body: what is left between address and ending.
    fn middle(&self, lines: Range<usize>, speech: &mut Speech) {
        let heading = lines
            .clone()
            .find(|&at| self.is_item(at))
            .unwrap_or(lines.end);
        let mut add = |kind, lines: Range<usize>| {
            if let Some(last) = lines.clone().next_back() {
                let span = Span::new(self.lines[lines.start].start, self.lines[last].end);
                speech.parts.push(Part {
                    kind,
                    span,
                    line: lines.start,
                });
            }
        };
        if heading < lines.end {
            add(PartKind::Opening, lines.start..heading);
            add(PartKind::Body, heading..lines.end);
        } else {
            add(PartKind::Body, lines);
        }
    }
}

fn genre(title: &str) -> Genre {
    const GENRES: [(&str, Genre); 16] = [
        ("主持", Genre::HostScript),
        ("议程", Genre::HostScript),
        ("司仪", Genre::HostScript),
        ("串词", Genre::HostScript),
        ("国旗下", Genre::FlagSpeech),
        ("竞聘", Genre::Candidacy),
        ("竞选", Genre::Candidacy),
        ("竞职", Genre::Candidacy),
        ("述职", Genre::Candidacy),
        ("致辞", Genre::Address),
        ("致词", Genre::Address),
        ("贺词", Genre::Address),
        ("祝词", Genre::Address),
        ("开幕词", Genre::Address),
        ("闭幕词", Genre::Address),
        ("欢迎词", Genre::Address),
    ];
    let title = title.trim_end_matches(SENTENCE_ENDS);
    GENRES
        .into_iter()
        .find(|(word, _)| title.contains(word))
        .map_or(Genre::Speech, |(_, genre)| genre)
}
