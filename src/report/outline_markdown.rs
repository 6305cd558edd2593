//! In: a report. Out: its outlines as a Markdown list, a heading a speech.

use std::fmt::Write;

use super::{OutlineNode, Report};

/// The outlines of all speeches as Markdown. Markdown's own marks in titles are escaped.
#[must_use]
pub fn outline_markdown(report: &Report) -> String {
    let mut markdown = String::new();
    for (index, speech) in report.speeches.iter().enumerate() {
        let title = speech.title.as_deref().unwrap_or("（无题）");
        let gap = if index == 0 { "" } else { "\n" };
        let _ = writeln!(markdown, "{gap}## {}\n", escaped(title));
        let mut waiting: Vec<(usize, &OutlineNode)> =
            speech.outline.iter().rev().map(|node| (0, node)).collect();
        while let Some((indent, node)) = waiting.pop() {
            let marker = node
                .marker
                .as_ref()
                .map_or("", |marker| marker.text.as_str());
            let heading = escaped(&format!("{marker}{}", node.title));
            let _ = writeln!(markdown, "{}- {heading}", "  ".repeat(indent));
            waiting.extend(node.children.iter().rev().map(|child| (indent + 1, child)));
        }
    }
    markdown
}

/// A text without marks that Markdown would read.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(
            character,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|'
        ) {
            escaped.push('\\');
        }
        escaped.push(if character.is_control() {
            ' '
        } else {
            character
        });
    }
    escaped
}
