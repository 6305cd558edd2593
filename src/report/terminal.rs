//! In: a report and the Source that it is about. Out: the findings for a terminal: place, message, the
//! line quoted and underlined, related places, and what the fixes do. Long lines are cut around the
//! place before they are drawn, so that a text of one line costs no more than another.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use unicode_width::UnicodeWidthChar;

use super::rule_book::{severity_named, severity_words};
use super::{Diagnostic, Fix, Report, Span};
use crate::rules::{Datum, Language, Severity, Words};
use crate::text::Source;

/// Columns of a quoted line before and from its place on; a Chinese character takes two.
const COLUMNS_BEFORE: usize = 30;
const COLUMNS_AFTER: usize = 50;

/// Columns that the renderer may use: more than a quoted line ever takes.
const UNCUT: usize = 400;

/// Related places and fixes that are shown of one finding.
const MOST_RELATED: usize = 4;
const MOST_FIXES: usize = 3;

/// The findings of a report, with colours as ANSI sequences.
#[must_use]
pub fn findings(report: &Report, source: &Source, language: Language) -> String {
    let page = Page { source, language };
    report
        .diagnostics
        .iter()
        .map(|diagnostic| page.finding(diagnostic))
        .collect()
}

struct Page<'s> {
    source: &'s Source,
    language: Language,
}

impl Page<'_> {
    fn finding(&self, diagnostic: &Diagnostic) -> String {
        let span = diagnostic.span;
        let mut groups = vec![self.main(diagnostic)];
        let related = diagnostic.related.iter().take(MOST_RELATED);
        groups.extend(related.map(|related| {
            let title = Level::NOTE
                .with_name(self.word(&RELATED))
                .secondary_title(printable(&related.message));
            title.element(self.quote(related.span, AnnotationKind::Primary))
        }));
        let renderer = Renderer::styled()
            .decor_style(DecorStyle::Ascii)
            .term_width(UNCUT);
        let name = printable(&self.source.name);
        format!(
            "{name}:{}:{}: {}\n\n",
            span.line,
            span.column,
            renderer.render(&groups)
        )
    }

    /// Message, quoted line, count and fixes.
    fn main<'a>(&self, diagnostic: &'a Diagnostic) -> Group<'a> {
        let title = self
            .level(diagnostic.severity)
            .primary_title(printable(&diagnostic.message));
        let quote = self.quote(diagnostic.span, AnnotationKind::Primary);
        let mut group = title.id(diagnostic.code).element(quote);
        let places = diagnostic.occurrences.len() / 2;
        if places > 1 {
            let more = self.words(&MORE, &[("count", (places - 1).into())]);
            group = group.element(Level::NOTE.with_name(self.word(&NOTE)).message(more));
        }
        let fixes = diagnostic.fixes.iter().take(MOST_FIXES);
        group.elements(fixes.map(|fix| {
            Level::HELP
                .with_name(self.word(&FIX))
                .message(self.fix(fix))
        }))
    }

    fn fix(&self, fix: &Fix) -> String {
        let hint = match fix.safety {
            // Advice: it is done in another program.
            _ if fix.edit_count == 0 => "",
            "safe" => self.word(&SAFE),
            _ => self.word(&REVIEW),
        };
        printable(&fix.title) + hint
    }

    fn level(&self, severity: &str) -> Level<'static> {
        let severity = severity_named(severity);
        let level = match severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Info => Level::INFO,
        };
        level.with_name(self.word(severity_words(severity)))
    }

    /// The line on which a span begins, cut around its place, which is underlined as far as it is shown.
    fn quote(&self, span: Span, kind: AnnotationKind) -> Snippet<'static, Annotation<'static>> {
        let line = self.source.line(span.line);
        let text = line.slice(&self.source.text);
        let inside =
            |utf16| self.source.byte_offset(utf16).clamp(line.start, line.end) - line.start;
        let window = Window::around(text, inside(span.start), inside(span.end));
        let place = kind.span(window.start..window.end);
        Snippet::source(window.text)
            .line_start(span.line)
            .annotation(place)
    }

    fn word(&self, words: &'static Words) -> &'static str {
        words.in_language(self.language)
    }

    fn words(&self, words: &Words, data: &[(&'static str, Datum)]) -> String {
        words.render(self.language, data)
    }
}

/// The part of a line that is shown, with dots where it is cut, and the place in it, in bytes.
struct Window {
    text: String,
    start: usize,
    end: usize,
}

impl Window {
    fn around(line: &str, start: usize, end: usize) -> Self {
        let (before, after) = line.split_at_checked(start).unwrap_or((line, ""));
        let left = before.len() - fitting(before.chars().rev(), COLUMNS_BEFORE);
        let right = fitting(after.chars(), COLUMNS_AFTER);
        let mut text = if left > 0 { "…" } else { "" }.to_owned();
        text.push_str(&before[left..]);
        let start_shown = text.len();
        text.push_str(&after[..right]);
        let end_shown = start_shown + right.min(end.saturating_sub(start));
        if right < after.len() {
            text.push('…');
        }
        Self {
            text: printable(&text),
            start: start_shown,
            end: end_shown,
        }
    }
}

/// Bytes of the characters that fit into so many columns.
fn fitting(characters: impl Iterator<Item = char>, columns: usize) -> usize {
    let mut left = columns;
    let mut bytes = 0;
    for character in characters {
        let width = character.width().unwrap_or(1).max(1);
        if width > left {
            break;
        }
        left -= width;
        bytes += character.len_utf8();
    }
    bytes
}

/// A text that cannot steer the terminal: what is not printed becomes a blank of as many bytes.
fn printable(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match character.len_utf8() {
            _ if !steers(character) => shown.push(character),
            1 => shown.push(' '),
            2 => shown.push('\u{a0}'),
            _ => shown.push('\u{2002}'),
        }
    }
    shown
}

/// Control characters, and those that turn the direction of writing.
fn steers(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

static RELATED: Words = Words {
    zh_hans: "相关",
    zh_hant: "相關",
    en: "related",
};
static NOTE: Words = Words {
    zh_hans: "注",
    zh_hant: "註",
    en: "note",
};
static FIX: Words = Words {
    zh_hans: "改法",
    zh_hant: "改法",
    en: "fix",
};
static SAFE: Words = Words {
    zh_hans: "（fix 可自动改）",
    zh_hant: "（fix 可自動改）",
    en: " (fix does it)",
};
static REVIEW: Words = Words {
    zh_hans: "（需要您确认）",
    zh_hant: "（需要您確認）",
    en: " (for you to confirm)",
};
static MORE: Words = Words {
    zh_hans: "另有 {count} 处同样的问题",
    zh_hant: "另有 {count} 處同樣的問題",
    en: "the same in {count} more places",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_line_is_shown_whole() {
        let window = Window::around("三、措施", 0, 6);
        assert_eq!(
            (window.text.as_str(), window.start, window.end),
            ("三、措施", 0, 6)
        );
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let line = "甲".repeat(1000) + "乙" + &"丙".repeat(1000);
        let window = Window::around(&line, 3000, 3003);
        assert_eq!(
            window.text,
            format!("…{}乙{}…", "甲".repeat(15), "丙".repeat(24))
        );
        assert_eq!(&window.text[window.start..window.end], "乙");
    }

    #[test]
    fn a_place_at_the_end_or_beyond_stays_inside() {
        let window = Window::around("甲", 3, 3);
        assert_eq!((window.start, window.end), (3, 3));
        let window = Window::around("甲", 9, 12);
        assert_eq!((window.start, window.end), (3, 3));
    }

    #[test]
    fn a_text_cannot_steer_the_terminal() {
        assert_eq!(
            printable("a\u{1b}[31m\u{202e}b").len(),
            "a\u{1b}[31m\u{202e}b".len()
        );
        assert!(!printable("a\u{1b}\u{9b}\u{202e}\u{7}").chars().any(steers));
    }

    #[test]
    fn many_places_are_one_quote_and_a_count() {
        let source = Source::new("a.txt", "甲乙丙");
        let span = Span {
            start: 1,
            end: 2,
            line: 1,
            column: 2,
            end_line: 1,
        };
        let diagnostic = Diagnostic {
            id: String::new(),
            code: "pinyin-annotation",
            severity: "warning",
            speech: None,
            span,
            occurrences: vec![1, 2, 2, 3],
            data: std::collections::BTreeMap::default(),
            message: "two".to_owned(),
            related: Vec::new(),
            fixes: Vec::new(),
        };
        let page = Page {
            source: &source,
            language: Language::En,
        };
        let shown = anstream::adapter::strip_str(&page.finding(&diagnostic)).to_string();
        let expected = "a.txt:1:2: warning[pinyin-annotation]: two\n  |\n1 | 甲乙丙\n  |   ^^\n  |\n  = note: the same in 1 more places\n\n";
        assert_eq!(shown, expected);
    }
}
