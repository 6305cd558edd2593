//! In: the lines of a speech with its parts and sections. Out: its headings without a number, 【基本情况】 or a
//! short line between paragraphs; they group the paragraphs up to the next heading. They are read after the
//! outline and change nothing in it.
//!
//! A short line may be verse, a name, or a slogan; so it counts only between paragraphs, and only where the
//! speech has more than one of its kind.

use super::document::{Genre, PartKind, Speech, Subheading};
use super::marker::Marker;
use super::numeral::Numeral;
use super::sentences::SENTENCE_ENDS;
use crate::text::{Span, exceeds, is_alphanumeric};

/// Characters that a heading has at least and at most.
const SHORTEST: usize = 4;
/// The same of 【…】, which says itself that it is a heading.
const SHORTEST_BRACKETED: usize = 2;
const LONGEST: usize = 20;
/// Characters from which a line is a paragraph.
const PARAGRAPH_FROM: usize = 40;
/// Plain headings from which short lines are headings.
const PLAIN_FROM: usize = 2;

/// The headings without a number of a speech, in order.
pub(super) fn read(folded: &str, lines: &[Span], speech: &Speech) -> Vec<Subheading> {
    if speech.genre == Genre::HostScript {
        return Vec::new();
    }
    let reader = Reader {
        folded,
        lines,
        speech,
    };
    let body = reader.body();
    let mut found: Vec<(usize, Span, bool)> = body
        .filter_map(|at| reader.title(at).map(|(title, plain)| (at, title, plain)))
        .collect();
    let plain = found.iter().filter(|(_, _, plain)| *plain).count();
    found.retain(|(_, _, is_plain)| !is_plain || plain >= PLAIN_FROM);
    let next = found.iter().skip(1).map(|&(at, _, _)| at);
    let ends: Vec<usize> = next.chain([usize::MAX]).collect();
    let headings = found.iter().zip(ends);
    headings
        .map(|(&(at, title, _), next)| reader.subheading(at, title, next))
        .collect()
}

struct Reader<'t> {
    folded: &'t str,
    lines: &'t [Span],
    speech: &'t Speech,
}

impl Reader<'_> {
    fn line(&self, at: usize) -> &str {
        self.lines
            .get(at)
            .map_or("", |span| span.slice(self.folded))
    }

    /// The lines between the address and the ending, but for the first and the last.
    fn body(&self) -> impl Iterator<Item = usize> + '_ {
        use PartKind as P;
        let of = |kinds: &'static [PartKind]| {
            let parts = self.speech.parts.iter();
            parts.filter(move |part| kinds.contains(&part.kind))
        };
        let first = of(&[P::Opening, P::Body]).map(|part| part.line).min();
        let end = of(&[P::Closing, P::Thanks, P::Signature, P::Date, P::Note])
            .map(|part| part.line)
            .filter(|&line| first.is_some_and(|first| line > first))
            .min()
            .unwrap_or(self.speech.lines.end);
        let first = first.unwrap_or(end);
        (first + 1..end.max(first + 1)).filter(|&at| self.section_at(at).is_none())
    }

    /// The section that a line is the heading of.
    fn section_at(&self, line: usize) -> Option<usize> {
        let sections = &self.speech.sections;
        sections
            .binary_search_by_key(&line, |section| section.line)
            .ok()
    }

    /// The words of a heading without a number, and whether nothing but its place shows it.
    fn title(&self, at: usize) -> Option<(Span, bool)> {
        let span = self.lines[at];
        let line = self.line(at);
        // A line of more bytes than the longest heading could have is none.
        if line.len() > 4 * (LONGEST + 2) || !self.is_paragraph(at + 1) {
            return None;
        }
        let inside = line
            .strip_prefix('【')
            .and_then(|rest| rest.strip_suffix('】'));
        if let Some(inside) =
            inside.filter(|inside| is_short(inside, SHORTEST_BRACKETED) && !inside.contains('【'))
        {
            let start = span.start + '【'.len_utf8();
            return Some((Span::new(start, start + inside.len()), false));
        }
        let plain = line.chars().all(|c| {
            is_alphanumeric(c) || matches!(c, '、' | '“' | '”' | '「' | '」' | '《' | '》')
        });
        let fits = plain
            && is_short(line, SHORTEST)
            && !line.is_ascii()
            && Marker::read(line, 0).is_none()
            && self.is_after_paragraph(at);
        fits.then_some((span, true))
    }

    /// Whether a paragraph or a heading stands before a line; a number alone, 01 or PART 2, is a part of the heading below it.
    fn is_after_paragraph(&self, at: usize) -> bool {
        let numbered = at > 1 && is_number_alone(self.line(at - 1));
        let before = if numbered { at - 2 } else { at - 1 };
        self.is_paragraph(before) || self.section_at(before).is_some()
    }

    /// Whether a line is a paragraph: long, and ended as a sentence is.
    fn is_paragraph(&self, at: usize) -> bool {
        let line = self.line(at);
        self.speech.lines.contains(&at)
            && exceeds(line, PARAGRAPH_FROM)
            && (line.ends_with(SENTENCE_ENDS) || line.ends_with(['”', '」', '）', '：', '…']))
    }

    /// The heading of a line, with all up to the next heading of either kind.
    fn subheading(&self, at: usize, title: Span, next: usize) -> Subheading {
        let sections = &self.speech.sections;
        let start = self.lines[at].start;
        let after = sections.partition_point(|section| section.line <= at);
        let within = sections[..after]
            .iter()
            .rev()
            .find(|section| section.span.end > start);
        let mut end = self.speech.lines.end.min(next);
        end = sections.get(after).map_or(end, |next| end.min(next.line));
        let limit = within.map_or(self.last_of_body(), |section| section.span.end);
        let last = self.lines[at..end]
            .iter()
            .rev()
            .find(|line| line.end <= limit)
            .map_or(self.lines[at].end, |line| line.end);
        Subheading {
            line: at,
            depth: within.map_or(1, |section| section.depth + 1),
            title,
            span: Span::new(start, last),
        }
    }

    /// Where the body ends, in bytes of Clean.
    fn last_of_body(&self) -> usize {
        let parts = self.speech.parts.iter();
        let body = parts.filter(|part| matches!(part.kind, PartKind::Opening | PartKind::Body));
        body.map(|part| part.span.end)
            .max()
            .unwrap_or(self.speech.span.end)
    }
}

/// 01, PART 2, 三 on a line of its own.
fn is_number_alone(line: &str) -> bool {
    const LEADS: [&str; 3] = ["PART", "Part", "part"];
    let lead = LEADS.iter().find_map(|lead| line.strip_prefix(lead));
    let number = lead.map_or(line, |rest| rest.trim_start_matches(['.', ' ', '·']));
    number.len() <= 2 && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        || Numeral::read(number)
            .is_some_and(|numeral| numeral.length == number.len() && numeral.value <= 20)
}

fn is_short(words: &str, shortest: usize) -> bool {
    (shortest..=LONGEST).contains(&words.chars().count())
}

#[cfg(test)]
mod tests {
    use crate::text::Source;
    use crate::{Options, read};

    fn titles(text: &str) -> Vec<(String, usize)> {
        let source = Source::new("", text);
        let reading = read(&source, &Options::default());
        let found = reading
            .document
            .speeches
            .iter()
            .flat_map(|s| &s.subheadings);
        found
            .map(|heading| (heading.title.slice(text).to_owned(), heading.depth))
            .collect()
    }

    const PARAGRAPH: &str =
        "三年来，我们跑遍了全县的一百二十个村，把路修到了每一户人家的门口，把水引到了每一块田里。";

    #[test]
    fn short_lines_between_paragraphs_are_headings() {
        let p = PARAGRAPH;
        let text =
            format!("同志们：\n{p}\n路是怎样修通的\n{p}\n{p}\n水是怎样引来的\n{p}\n谢谢大家！");
        let expected = ["路是怎样修通的", "水是怎样引来的"].map(|title| (title.to_owned(), 1));
        assert_eq!(titles(&text), expected);
        let brief = format!("同志们：\n{p}\n【感恩】\n{p}\n谢谢大家！");
        assert_eq!(titles(&brief), [("感恩".to_owned(), 1)]);
        let bracketed = format!("同志们：\n{p}\n【基本情况】\n{p}\n谢谢大家！");
        assert_eq!(titles(&bracketed), [("基本情况".to_owned(), 1)]);
        let within = format!(
            "同志们：\n一、修路\n{p}\n怎样修通\n{p}\n怎样管好\n{p}\n二、引水\n{p}\n谢谢大家！"
        );
        assert!(titles(&within).iter().all(|(_, depth)| *depth == 2) && titles(&within).len() == 2);
    }

    #[test]
    fn a_number_on_a_line_of_its_own_belongs_to_the_heading_below_it() {
        let p = PARAGRAPH;
        let text = format!(
            "同志们：\n{p}\n01\n路是怎样修通的\n{p}\nPART 02\n水是怎样引来的\n{p}\n谢谢大家！"
        );
        let expected = ["路是怎样修通的", "水是怎样引来的"].map(|title| (title.to_owned(), 1));
        assert_eq!(titles(&text), expected);
    }

    #[test]
    fn verse_names_and_a_lone_line_are_none() {
        let p = PARAGRAPH;
        for text in [
            format!("同志们：\n{p}\n山高水长路迢迢\n{p}\n谢谢大家！"),
            format!("同志们：\n{p}\n山高水长\n路远情深\n{p}\n风清月白\n云淡天高\n{p}\n谢谢大家！"),
            format!(
                "同志们：\n{p}\n获奖名单如下\n张三 李四\n{p}\n发言名单如下\n王五 赵六\n{p}\n谢谢大家！"
            ),
        ] {
            assert_eq!(titles(&text), [], "{text}");
        }
    }
}
