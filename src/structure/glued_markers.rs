//! In: the lines of a speech and the markers at their starts. Out: markers in mid-line that may be items
//! which have lost their line break: lone ones of a ranked style after a full stop (…。二、聚焦重点), and the
//! first of a list whose second begins a line (…专项整治一要…, then 二要…). Whether they are is for the
//! outline to see; several of one kind in a line are a run.

use std::collections::HashMap;
use std::ops::Range;

use super::marker::{Marker, Style};
use super::sentences::{CLAUSE_ENDS, SENTENCE_ENDS};
use crate::text::{Span, signs};

/// The markers in mid-line that may begin items, each with the index of its line, in order.
pub(super) fn glued_markers(
    folded: &str,
    lines: &[Span],
    range: Range<usize>,
    at_starts: &[(usize, Marker)],
) -> Vec<(usize, Marker)> {
    let mut found: Vec<(usize, Marker)> = range
        .clone()
        .flat_map(|line| lone(folded, lines[line]).map(move |marker| (line, marker)))
        .collect();
    let mut from = range.start;
    for (nth, &(line, second)) in at_starts.iter().enumerate() {
        let before = nth.checked_sub(1).map(|nth| at_starts[nth].1);
        let has_first = before
            .is_some_and(|first| first.ordinal == 1 && first.style.is_sibling_of(second.style));
        if second.ordinal == 2 && second.style != Style::Sequence && !has_first {
            let mut between = (from..line).rev();
            let first =
                between.find_map(|line| Some((line, first_inside(folded, lines[line], &second)?)));
            found.extend(first);
        }
        from = line;
    }
    found.sort_by_cached_key(|(_, marker)| marker.span.start);
    found.dedup_by_key(|(_, marker)| marker.span.start);
    found
}

/// The markers of ranked styles after a full stop that have no neighbour of their level in the line.
fn lone(folded: &str, line: Span) -> impl Iterator<Item = Marker> {
    let text = line.slice(folded);
    let mut counted: HashMap<(u8, u32), usize> = HashMap::new();
    let mut candidates = Vec::new();
    let starts = signs(text)
        .filter(|(_, mark)| CLAUSE_ENDS.contains(mark))
        .map(|(at, mark)| (at + mark.len_utf8(), SENTENCE_ENDS.contains(&mark)));
    for (at, ends_sentence) in std::iter::once((0, false)).chain(starts) {
        let blank = text[at..].len() - text[at..].trim_start().len();
        let at = at + blank;
        let marker = Marker::read(&text[at..], line.start + at);
        let Some((marker, rank)) = marker.and_then(|marker| Some((marker, marker.style.rank()?)))
        else {
            continue;
        };
        *counted.entry((rank, marker.ordinal)).or_insert(0) += 1;
        if ends_sentence && marker.ordinal > 1 && !text[marker.end() - line.start..].is_empty() {
            candidates.push((marker, rank));
        }
    }
    candidates.into_iter().filter_map(move |(marker, rank)| {
        let beside = [marker.ordinal - 1, marker.ordinal + 1];
        let has_neighbour = beside
            .iter()
            .any(|&ordinal| counted.contains_key(&(rank, ordinal)));
        let once = counted.get(&(rank, marker.ordinal)) == Some(&1);
        (once && !has_neighbour).then_some(marker)
    })
}

/// The first item of the list that `second` goes on, inside a line that does not hold a second itself.
fn first_inside(folded: &str, line: Span, second: &Marker) -> Option<Marker> {
    let text = line.slice(folded);
    let mut first = None;
    for (at, character) in text.char_indices().skip(1) {
        let begins_number = matches!(
            character,
            '一' | '二' | '壹' | '贰' | '甲' | '乙' | '第' | '其'
        ) || matches!(
            character,
            '(' | '（' | '1' | '2' | '１' | '２' | '①' | '②' | '⑴' | '⑵'
        );
        let is_inside = || {
            text[..at].ends_with(|before: char| {
                before.is_ascii_alphanumeric() || "第其十二三".contains(before)
            })
        };
        if !begins_number || is_inside() {
            continue;
        }
        let marker = Marker::read(&text[at..], line.start + at);
        match marker.filter(|marker| marker.style.is_sibling_of(second.style)) {
            Some(marker) if marker.ordinal == 1 => first = Some(marker),
            Some(marker) if marker.ordinal == 2 => return None,
            _ => {}
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::structure::line_markers::line_markers;
    use crate::text::lines;

    fn read(text: &str) -> Vec<(usize, &str)> {
        let lines: Vec<Span> = lines(text).collect();
        let at_starts = line_markers(text, &lines, 0..lines.len());
        glued_markers(text, &lines, 0..lines.len(), &at_starts)
            .into_iter()
            .map(|(line, marker)| (line, marker.span.slice(text)))
            .collect()
    }

    #[test]
    fn a_lone_marker_after_a_full_stop_may_begin_an_item() {
        assert_eq!(read("3.抓督查。二、严明纪律\n三、搞好宣传"), [(0, "二、")]);
        assert_eq!(
            read("心思多了，这很正常。（3）差距拉开了。"),
            [(0, "（3）")]
        );
    }

    #[test]
    fn a_first_item_shows_by_the_second() {
        assert_eq!(
            read("三是抓好专项整治一要盯住首要任务。\n二要盯住关键少数。"),
            [(0, "一要")]
        );
        assert_eq!(read("工作如下。一是抓学习。\n二是抓落实。"), [(0, "一是")]);
    }

    #[test]
    fn what_a_run_counts_is_no_item_of_its_own() {
        assert!(read("要求是：一是学；二是干。\n二是查。").is_empty());
        assert!(read("1、抓学习。2、抓落实。\n3、抓督查。").is_empty());
    }
}
