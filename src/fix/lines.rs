//! In: places, lines or stretches of the Document. Out: the edits and fixes that break, delete or replace
//! them; the document's own line break and indent are kept.

use std::ops::Range;

use super::{Edit, Fix, Safety};
use crate::reading::Reading;
use crate::text::{Layers, Span};
use crate::words::Words;

static BREAK: Words = Words {
    zh_hans: "在这里分段",
    zh_hant: "在這裡分段",
    en: "Start a new line here",
};

static DELETE: Words = Words {
    zh_hans: "删除这一行",
    zh_hant: "刪除這一行",
    en: "Delete this line",
};

/// Starts a new line at each place (bytes of Clean), indented like the line that is broken.
#[must_use]
pub fn break_lines(layers: &Layers, places: impl IntoIterator<Item = usize>) -> Option<Fix> {
    let source = &layers.source.text;
    let mut edits = Vec::new();
    for place in places {
        let at = layers.to_source(Span::new(place, place));
        let line = layers.source.whole_lines(at).slice(source);
        let blank = line.len() - line.trim_start_matches([' ', '　', '\t']).len();
        edits.push(Edit {
            span: at,
            text: format!("{}{}", break_of(source), &line[..blank]),
        });
    }
    (!edits.is_empty()).then_some(Fix {
        title: &BREAK,
        safety: Safety::Review,
        edits,
    })
}

/// Deletes the line that a span of Clean stands in, with its line break.
#[must_use]
pub fn delete_line(layers: &Layers, clean: Span) -> Fix {
    let source = layers.source;
    let span = source.whole_lines(layers.to_source(clean));
    let after = first_break(&source.text[span.end..]);
    let before = source.text[..span.start]
        .trim_end_matches(['\r', '\n'])
        .len();
    let span = if after > 0 {
        Span::new(span.start, span.end + after)
    } else {
        Span::new(before, span.end)
    };
    let edits = vec![Edit {
        span,
        text: String::new(),
    }];
    Fix {
        title: &DELETE,
        safety: Safety::Review,
        edits,
    }
}

/// Deletes whole lines of the Document, by their indices.
#[must_use]
pub fn remove_lines(reading: &Reading, lines: Range<usize>) -> Edit {
    let Reading {
        layers, document, ..
    } = reading;
    let source = layers.source;
    let start_of = |line: usize| {
        let span = document.lines.get(line)?;
        Some(source.whole_lines(layers.to_source(*span)).start)
    };
    let start = start_of(lines.start).unwrap_or(source.text.len());
    let end = start_of(lines.end).unwrap_or(source.text.len());
    Edit {
        span: Span::new(start, end),
        text: String::new(),
    }
}

/// Replaces a stretch of Clean; without words it is deleted.
#[must_use]
pub fn replace(layers: &Layers, clean: Span, text: impl Into<String>) -> Edit {
    Edit {
        span: layers.to_source(clean),
        text: text.into(),
    }
}

fn first_break(text: &str) -> usize {
    if text.starts_with("\r\n") {
        2
    } else {
        usize::from(text.starts_with(['\r', '\n']))
    }
}

/// The line break that the text uses.
#[must_use]
pub fn line_break(layers: &Layers) -> &'static str {
    break_of(&layers.source.text)
}

fn break_of(text: &str) -> &'static str {
    match text.find(['\r', '\n']) {
        Some(at) if text[at..].starts_with("\r\n") => "\r\n",
        Some(at) if text[at..].starts_with('\r') => "\r",
        _ => "\n",
    }
}
