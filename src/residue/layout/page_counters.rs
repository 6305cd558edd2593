//! In: the lines of a text. Out: the counters that a viewer of documents puts before the words of each page, `2、` in
//! mid-sentence: taken off where they begin a line, and those that stand inside lines.
//!
//! An item begins so too. But items do not cut words and sentences, again and again, a page apart.

use super::cut_lines::is_closed;
use super::lines::{Line, Role};
use super::page_numbers::{SHORTEST_PAGE, digits_before};
use super::{LayoutKind, LayoutMark, removal};
use crate::residue::garble;
use crate::text::{Span, signs};
use rustc_hash::FxHashMap;

/// From so many counters in mid-sentence that count up by one, they are those of pages.
const SURE_FROM: usize = 2;

/// A number that may be the counter of a page.
struct Candidate {
    /// Of the number and its mark.
    span: Span,
    number: u32,
    /// The place of its line among the lines.
    line: usize,
    begins_line: bool,
    /// How many count up to it, and how many of them cut a word or a sentence.
    counted: usize,
    sure: usize,
    /// The one that it counts on from.
    before: Option<usize>,
}

/// Takes the counters off the lines that they begin, and marks the others.
pub(super) fn mark(text: &str, lines: &mut [Line]) -> Vec<LayoutMark> {
    let mut candidates = candidates(text, lines);
    count_up(&mut candidates);
    let mut marks = Vec::new();
    for Candidate {
        span,
        line,
        begins_line,
        ..
    } in counters(candidates)
    {
        if begins_line {
            lines[line].content.start = span.end;
            lines[line].counter = Some(span);
        } else {
            marks.push(removal(span, LayoutKind::PageNumber, span));
        }
    }
    marks
}

fn candidates(text: &str, lines: &[Line]) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let mut before: Option<&Line> = None;
    for (at, line) in lines.iter().enumerate() {
        if line.role != Role::Words {
            continue;
        }
        let words = line.content.slice(text);
        for mark in marks_after_digits(words) {
            let Some(digits) = digits_before(&words[..mark]) else {
                continue;
            };
            let start = line.content.start + mark - digits;
            let span = Span::new(start, start + digits + '、'.len_utf8());
            let begins_line = start == line.content.start;
            let is_sure = if begins_line {
                before.map_or(Some(false), |before| {
                    Some(is_cut(before.content.slice(text)))
                })
            } else {
                cuts_word(text, span)
            };
            let number = text[start..start + digits].parse().ok();
            if let (Some(is_sure), Some(number)) = (is_sure, number) {
                candidates.push(Candidate {
                    span,
                    number,
                    line: at,
                    begins_line,
                    counted: 1,
                    sure: usize::from(is_sure),
                    before: None,
                });
            }
        }
        before = Some(line);
    }
    candidates
}

/// The places of 、 right behind a digit.
fn marks_after_digits(words: &str) -> impl Iterator<Item = usize> + '_ {
    let mut digit_end = usize::MAX;
    signs(words).filter_map(move |(at, sign)| {
        if sign.is_ascii_digit() {
            digit_end = at + 1;
        }
        (sign == '、' && digit_end == at).then_some(at)
    })
}

/// Whether a line of prose ends in mid-sentence.
fn is_cut(line: &str) -> bool {
    line.contains('。') && !is_closed(line)
}

/// Whether a number stands in the middle of a word; `None` where it may begin something.
fn cuts_word(text: &str, span: Span) -> Option<bool> {
    let before = text[..span.start].chars().next_back()?;
    let after = text[span.end..].chars().next()?;
    let is_inside = before == '，' || before.is_alphabetic() && !before.is_ascii();
    is_inside.then(|| garble::is_word(before, after))
}

/// Finds for each the one a page before or more that it counts on from.
fn count_up(candidates: &mut [Candidate]) {
    let mut last: FxHashMap<u32, usize> = FxHashMap::default();
    for at in 0..candidates.len() {
        let Candidate { span, number, .. } = candidates[at];
        let before = number
            .checked_sub(1)
            .and_then(|number| last.get(&number).copied());
        if let Some(before) =
            before.filter(|&at| candidates[at].span.start + SHORTEST_PAGE <= span.start)
        {
            candidates[at].counted += candidates[before].counted;
            candidates[at].sure += candidates[before].sure;
            candidates[at].before = Some(before);
        }
        let best = last.entry(number).or_insert(at);
        if candidates[at].sure >= candidates[*best].sure {
            *best = at;
        }
    }
}

/// Those that count up often enough in mid-sentence, in order.
fn counters(candidates: Vec<Candidate>) -> impl Iterator<Item = Candidate> {
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse((candidates[at].sure, candidates[at].counted)));
    let mut is_counter = vec![false; candidates.len()];
    let mut is_seen = vec![false; candidates.len()];
    for end in order {
        let Candidate { counted, sure, .. } = candidates[end];
        let holds = sure >= SURE_FROM && sure * 2 >= counted;
        let mut next = Some(end);
        while let Some(at) = next.filter(|&at| !is_seen[at]) {
            is_seen[at] = true;
            is_counter[at] = holds;
            next = candidates[at].before;
        }
    }
    candidates
        .into_iter()
        .zip(is_counter)
        .filter_map(|(candidate, is)| is.then_some(candidate))
}

#[cfg(test)]
mod tests {
    use crate::residue::layout::{LayoutKind, find};

    fn clean(text: &str) -> String {
        let mut clean = String::new();
        let mut from = 0;
        for mark in find(text) {
            clean.push_str(&text[from..mark.span.start]);
            clean.push_str(mark.text);
            from = mark.span.end;
        }
        clean + &text[from..]
    }

    fn page() -> String {
        "要把各项任务落到实处，确保按时完成全年目标。".repeat(14)
    }

    #[test]
    fn counters_in_mid_word_go() {
        let page = page();
        let text =
            format!("{page}各级各部1、门要负责。{page}抓好安全生2、产工作。{page}群众满意。");
        assert_eq!(clean(&text), text.replace("1、", "").replace("2、", ""));
        let items = format!("{page}提高认识1、要学习。{page}加强领导2、要组织。{page}");
        assert_eq!(clean(&items), items);
    }

    #[test]
    fn one_between_words_goes_with_the_others() {
        let page = page();
        let text = format!(
            "{page}各部1、门要负责。{page}大家都2、要出力，{page}安全生3、产不放松。{page}"
        );
        let without = ["1、", "2、", "3、"]
            .iter()
            .fold(text.clone(), |text, counter| text.replace(counter, ""));
        assert_eq!(clean(&text), without);
    }

    #[test]
    fn counters_that_begin_lines_go_and_the_sentence_is_read_through() {
        let page = page();
        let text = format!(
            "1、工会主席竞聘演讲稿 各位领导：{page}先学会\n2、走路。{page}再学着做\n3、事。{page}\n4、谢谢大家！"
        );
        let whole = format!(
            "工会主席竞聘演讲稿 各位领导：{page}先学会走路。{page}再学着做事。{page}\n谢谢大家！"
        );
        assert_eq!(clean(&text), whole);
        let marks = find(&text);
        assert!(marks.iter().all(|mark| mark.kind == LayoutKind::PageNumber));
        assert_eq!(marks[1].shown.slice(&text), "2、");
    }

    #[test]
    fn items_are_no_counters_however_long_they_are() {
        let page = page();
        for text in [
            format!("1、{page}\n2、{page}\n3、{page}\n4、{page}"),
            format!("1、提高认识\n{page}\n2、加强领导\n{page}\n3、狠抓落实\n{page}"),
            format!("1、{page}\n2、{page}要落实\n3、{page}\n4、{page}"),
            format!("请做到：1、学习。{page}还要2、实干。{page}"),
        ] {
            assert_eq!(clean(&text), text);
        }
    }
}
