//! In: a text. Out: the Markdown marks that a language model's answer left in it: `**` around words,
//! `#` before headings, `- ` before items, fences. Pasted into a document they print as they are.
//!
//! `**` also masks names (**局长), so a pair counts only where it hugs its words, and only in a text
//! where most of them do; a dash before one or two lines is the writer's own.

use crate::text::{Span, lines};

/// What a mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkdownKind {
    /// One of two `**` around words.
    Emphasis,
    /// `###` and the blank after it.
    Heading,
    /// `- ` or `* ` before an item.
    Bullet,
    /// A line of backticks, or one of dashes.
    Line,
}

/// A Markdown mark, in bytes of Source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkdownMark {
    /// The mark with the blank that belongs to it.
    pub span: Span,
    /// What it is.
    pub kind: MarkdownKind,
}

/// From so many items a dash before a line is a list of Markdown without further evidence.
const BULLETS_FROM: usize = 3;

/// The marks of a text, sorted and disjoint; empty where it only looks like Markdown.
///
/// ```
/// use speech_structure::residue::markdown::find;
/// assert_eq!(find("### 一、提高认识\n**要学习**，要落实。").len(), 3);
/// assert!(find("刚才，**局长作了报告，**主任作了发言。").is_empty());
/// ```
#[must_use]
pub fn find(text: &str) -> Vec<MarkdownMark> {
    if !has_any(text) {
        return Vec::new();
    }
    let mut found = Found::default();
    for line in lines(text) {
        found.read_line(text, line);
    }
    found.settle()
}

/// Whether a text has a character that Markdown marks are made of where they stand: the rest is skipped.
fn has_any(text: &str) -> bool {
    [("*", "* "), ("#-", " #-"), ("`", "`")]
        .iter()
        .any(|(firsts, nexts)| {
            firsts.chars().any(|first| {
                text.match_indices(first)
                    .any(|(at, _)| text[at + 1..].starts_with(|next| nexts.contains(next)))
            })
        })
}

/// The marks of a text as they are found, with what speaks against `**` being one.
#[derive(Default)]
struct Found {
    marks: Vec<MarkdownMark>,
    /// Pairs that stand so that nothing but emphasis explains them.
    sure_pairs: usize,
    /// `**` that pair with nothing.
    masks: usize,
    headings: usize,
    bullets: usize,
    fences: usize,
}

impl Found {
    fn read_line(&mut self, text: &str, line: Span) {
        let content = line.slice(text);
        let trimmed = content.trim_start_matches([' ', '\t', '\u{3000}']);
        let start = line.start + content.len() - trimmed.len();
        let bare = trimmed.trim_end();
        if bare
            .strip_prefix("```")
            .is_some_and(|name| name.bytes().all(|b| b.is_ascii_alphanumeric()))
        {
            self.fences += 1;
            self.push(start, bare.len(), MarkdownKind::Line);
        } else if bare.len() >= 3
            && (bare.bytes().all(|b| b == b'-') || bare.bytes().all(|b| b == b'*'))
        {
            self.push(start, bare.len(), MarkdownKind::Line);
        } else {
            let prefix = self.prefixes(trimmed, start);
            self.pairs(
                text,
                Span::new(start + prefix, start + bare.len().max(prefix)),
            );
        }
    }

    /// The marks at the start of a line, `- ### ` too; gives their length.
    fn prefixes(&mut self, line: &str, start: usize) -> usize {
        const MOST: usize = 3;
        let mut length = 0;
        for _ in 0..MOST {
            match self.prefix(&line[length..], start + length) {
                0 => break,
                more => length += more,
            }
        }
        length
    }

    /// `### ` or `- ` at the start of a line; gives its length.
    fn prefix(&mut self, line: &str, start: usize) -> usize {
        let hashes = line
            .bytes()
            .take(7)
            .take_while(|&byte| byte == b'#')
            .count();
        let blanks = |at: usize| line[at..].bytes().take_while(|&byte| byte == b' ').count();
        if (1..=6).contains(&hashes) && blanks(hashes) > 0 && line.len() > hashes + blanks(hashes) {
            self.headings += if hashes > 1 { 2 } else { 1 };
            self.push(start, hashes + blanks(hashes), MarkdownKind::Heading);
            return hashes + blanks(hashes);
        }
        let length = 1 + line
            .get(1..)
            .map_or(0, |rest| rest.bytes().take_while(|&b| b == b' ').count());
        let is_item = line.starts_with(['-', '*']) && length > 1;
        if is_item && line[length..].starts_with(begins_item) && !line[length..].starts_with("* ") {
            self.bullets += 1;
            self.push(start, length, MarkdownKind::Bullet);
            return length;
        }
        0
    }

    /// The `**` of a line, two by two.
    fn pairs(&mut self, text: &str, line: Span) {
        let mut open: Option<usize> = None;
        for (at, _) in line.slice(text).match_indices("**") {
            let at = line.start + at;
            let before = text[line.start..at].chars().next_back();
            let after = text[at + 2..line.end].chars().next();
            match open {
                None if opens(before, after) => open = Some(at),
                Some(start) if closes(before) => {
                    let outer = text[line.start..start].chars().next_back();
                    self.sure_pairs +=
                        usize::from(outer.is_none_or(is_edge) && after.is_none_or(is_edge));
                    self.push(start, 2, MarkdownKind::Emphasis);
                    self.push(at, 2, MarkdownKind::Emphasis);
                    open = None;
                }
                _ => self.masks += 1,
            }
        }
        self.masks += usize::from(open.is_some());
    }

    fn push(&mut self, start: usize, length: usize, kind: MarkdownKind) {
        let span = Span::new(start, start + length);
        self.marks.push(MarkdownMark { span, kind });
    }

    /// The marks that the evidence of the whole text bears out.
    fn settle(mut self) -> Vec<MarkdownMark> {
        let structure = self.headings > 1 || self.fences > 1;
        let emphasis = self.sure_pairs > self.masks || structure && self.masks == 0;
        let evidence = structure || emphasis && self.sure_pairs > 0;
        let bullets = evidence || self.bullets >= BULLETS_FROM;
        let keeps = |kind| match kind {
            MarkdownKind::Emphasis => emphasis,
            MarkdownKind::Heading => structure || evidence,
            MarkdownKind::Bullet => bullets,
            MarkdownKind::Line => evidence,
        };
        self.marks.retain(|mark| keeps(mark.kind));
        self.marks
    }
}

/// Whether an item may begin so: not a page number (- 3 -), nor a dash that goes on.
fn begins_item(character: char) -> bool {
    !character.is_ascii_digit() && !matches!(character, '-' | ' ' | '—')
}

fn opens(before: Option<char>, after: Option<char>) -> bool {
    let hugs = after.is_some_and(|c| !c.is_whitespace() && c != '*' && !is_closing(c));
    hugs && before != Some('*')
}

fn closes(before: Option<char>) -> bool {
    before.is_some_and(|c| {
        !c.is_whitespace() && c != '*' && !is_opening(c) && !matches!(c, '，' | '、' | ',')
    })
}

/// Whether emphasis begins after it or ends before it for sure: no letter.
fn is_edge(character: char) -> bool {
    !character.is_alphanumeric()
}

fn is_closing(character: char) -> bool {
    matches!(
        character,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '！'
            | '？'
            | ','
            | ';'
            | ':'
            | '”'
            | '’'
            | '）'
            | ')'
            | '》'
            | '」'
            | '】'
    )
}

fn is_opening(character: char) -> bool {
    matches!(character, '“' | '‘' | '（' | '(' | '《' | '「' | '【')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(text: &str) -> String {
        let mut left = String::new();
        let mut from = 0;
        for mark in find(text) {
            left.push_str(&text[from..mark.span.start]);
            from = mark.span.end;
        }
        left + &text[from..]
    }

    #[test]
    fn headings_emphasis_and_items_read_as_if_unmarked() {
        assert_eq!(
            left("**一、提高认识**\n- **重点**：抓学习\n- 抓落实"),
            "一、提高认识\n重点：抓学习\n抓落实"
        );
        assert_eq!(
            left("## 讲话稿\n### （一）加强领导"),
            "讲话稿\n（一）加强领导"
        );
        assert_eq!(
            left("我们要**坚持**下去。\n**二、抓落实。**"),
            "我们要坚持下去。\n二、抓落实。"
        );
    }

    #[test]
    fn masks_dashes_and_page_numbers_stay() {
        for text in [
            "刚才，**局长讲了话，**主任作了部署。",
            "学习**精神、落实**要求",
            "**同志主持会议\n感谢**公司",
            "- 3 -\n- 4 -\n- 5 -\n- 6 -",
            "——在会上的讲话\n- 张三",
            "# 1 楼",
            "2**3",
            "* * *",
        ] {
            assert_eq!(left(text), text);
        }
    }
}
