//! In: lines or stretches of the Document. Out: the edits that delete, replace or break them. Deleted
//! lines take their line breaks and the blank lines after them along, so that no gap is left.

use std::ops::Range;

use super::Edit;
use crate::rules::Context;
use crate::text::Span;

/// Deletes whole lines, by their indices in the Document.
#[must_use]
pub fn remove_lines(context: &Context, lines: Range<usize>) -> Edit {
    let source = context.reading.layers.source;
    let start_of = |line: usize| {
        let span = context.reading.document.lines.get(line)?;
        Some(source.whole_lines(context.to_source(*span)).start)
    };
    let start = start_of(lines.start).unwrap_or(source.text.len());
    let end = start_of(lines.end).unwrap_or(source.text.len());
    Edit { span: Span::new(start, end), text: String::new() }
}

/// Replaces a stretch of Clean; without words it is deleted.
#[must_use]
pub fn replace(context: &Context, clean: Span, text: impl Into<String>) -> Edit {
    Edit { span: context.to_source(clean), text: text.into() }
}

/// The line break that the text uses.
#[must_use]
pub fn line_break(context: &Context) -> &'static str {
    let text = &context.reading.layers.source.text;
    match text.find(['\n', '\r']) {
        Some(at) if text[at..].starts_with("\r\n") => "\r\n",
        _ => "\n",
    }
}
