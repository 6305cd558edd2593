//! In: a paragraph, folded. Out: the enumerations inside it: markers at the starts of clauses, strung
//! together. A marker goes on in the innermost open run that it fits; a first one opens a new run.

mod continuation;

use crate::structure::marker::{Marker, Style};
use crate::structure::sentences::CLAUSE_ENDS;
use crate::text::fold::Bitmap;
use crate::text::{Span, signs};
use continuation::{continued, turned_back};

/// An enumeration, in bytes of Folded.
pub(super) struct Enumeration {
    pub markers: Vec<Marker>,
}

/// Characters after a lone 一是 in which something may go on from it.
const REACH: usize = 400;

/// Runs that are open at a time, at most: a bound on work, not on what is found in real texts.
const MOST_OPEN: usize = 8;

/// What a paragraph enumerates.
pub(super) struct Runs {
    /// Its enumerations, in order of their first marker.
    pub enumerations: Vec<Enumeration>,
    /// Markers inside it that say 一是, where nothing goes on from them.
    pub lone_openers: Vec<Marker>,
}

/// Reads the paragraph at `span`.
pub(super) fn read(folded: &str, span: Span) -> Runs {
    let mut closed: Vec<Vec<Marker>> = Vec::new();
    let mut open: Vec<Vec<Marker>> = Vec::new();
    let mut unplaced: Option<Marker> = None;
    let markers: Vec<Marker> = clause_markers(folded, span).collect();
    for (nth, mut marker) in markers.iter().copied().enumerate() {
        let after = &markers[nth + 1..];
        if let Some(at) = continued(folded, &open, &marker, after)
            .or_else(|| turned_back(folded, &open, &marker, unplaced.as_ref(), after))
        {
            let last = open[at].last().copied().unwrap_or(marker);
            if marker.takes_next(Some(last.style)) {
                marker.ordinal = last.ordinal + 1;
            }
            closed.extend(open.drain(at + 1..));
            open[at].push(marker);
        } else if marker.ordinal == 1 {
            if let Some(at) = open
                .iter()
                .position(|run| run[0].style == marker.style && run.len() > 1)
            {
                closed.extend(open.drain(at..));
            }
            if open.len() == MOST_OPEN {
                closed.extend(open.drain(..1));
            }
            open.push(vec![marker]);
        } else {
            unplaced = Some(marker);
        }
    }
    closed.append(&mut open);
    let (mut several, lone): (Vec<_>, Vec<_>) =
        closed.into_iter().partition(|markers| markers.len() > 1);
    several.sort_by_cached_key(|markers| markers[0].span.start);
    let lone_openers = lone.into_iter().flatten();
    Runs {
        enumerations: several
            .into_iter()
            .map(|markers| Enumeration { markers })
            .collect(),
        lone_openers: lone_openers
            .filter(|marker| is_lone_opener(folded, span, marker))
            .collect(),
    }
}

/// Words with which a speaker goes on from 一是 without a number, or with one in other words.
const FURTHER: [&str; 16] = [
    "二是",
    "二要",
    "二、",
    "二则",
    "二来",
    "第二",
    "其二",
    "其次",
    "再是",
    "再就是",
    "另",
    "同时",
    "还",
    "再者",
    "此外",
    "三是",
];

/// Whether a marker inside a paragraph says 一是 and no words after it go on counting; 一是…一是… is a pair.
fn is_lone_opener(folded: &str, line: Span, marker: &Marker) -> bool {
    let rest = Span::new(marker.span.end, line.end).slice(folded);
    let reach = rest.char_indices().nth(REACH);
    let after = &rest[..reach.map_or(rest.len(), |(at, _)| at)];
    let said = Span::new(line.start, marker.span.start).slice(folded);
    let reach = said.char_indices().rev().nth(REACH);
    let before = &said[reach.map_or(0, |(at, _)| at)..];
    let words = marker.span.slice(folded);
    // A page or a careless hand breaks the paragraph; another 一是 begins another run.
    let beyond = &folded[line.end..];
    let reach = beyond.char_indices().nth(REACH);
    let beyond = &beyond[..reach.map_or(beyond.len(), |(at, _)| at)];
    let beyond = beyond.split(words).next().unwrap_or(beyond);
    marker.style == Style::HanIs
        && marker.span.start > line.start
        && !(before.contains(words) || after.contains(words))
        && !FURTHER.iter().any(|words| after.contains(words))
        && !beyond.contains("二是")
}

/// The markers that stand at the starts of clauses.
fn clause_markers(folded: &str, span: Span) -> impl Iterator<Item = Marker> + '_ {
    let text = span.slice(folded);
    let starts = std::iter::once(0).chain(signs(text).filter_map(|(at, sign)| match sign {
        '①'..='⒇' => (!is_note_reference(text, at, sign)).then_some(at),
        _ => may_begin_item(sign).then_some(at + sign.len_utf8()),
    }));
    let mut free = 0;
    starts.filter_map(move |at| {
        let blank = text[at..].len() - text[at..].trim_start().len();
        let at = at + blank;
        if at < free {
            return None;
        }
        let marker = Marker::read(&text[at..], span.start + at)
            .or_else(|| Marker::read_turn(&text[at..], span.start + at))
            .or_else(|| read_connected(&text[at..], span.start + at))?;
        let after_comma = text[..at]
            .trim_end()
            .ends_with(['、', '”', '」', '）', ')']);
        let ranked = matches!(marker.style.rank(), Some(1..=3));
        if after_comma && (ranked || marker.style == Style::OrdinalUnit) && at > 0 {
            return None;
        }
        free = at + (marker.end() - span.start - at);
        Some(marker)
    })
}

/// Words that join the next item to the one before: 然而第二，…….
const CONNECTIVES: [&str; 9] = [
    "然而", "但是", "但", "而且", "而", "并且", "同时", "此外", "还有",
];

/// The characters that they begin with.
static CONNECTIVES_BEGIN: Bitmap = Bitmap::of("然但而并同此还", 1);

/// A further 第二， that a connective joins to what was said.
fn read_connected(clause: &str, offset: usize) -> Option<Marker> {
    if !CONNECTIVES_BEGIN.holds(clause.chars().next()?) {
        return None;
    }
    let word = CONNECTIVES.iter().find(|word| clause.starts_with(**word))?;
    let rest = clause[word.len()..].trim_start_matches(['，', ',']);
    let marker = Marker::read(rest, offset + clause.len() - rest.len())?;
    (marker.style == Style::Ordinal && marker.ordinal > 1).then_some(marker)
}

/// Whether an item may begin after this character.
fn may_begin_item(character: char) -> bool {
    CLAUSE_ENDS.contains(&character) || matches!(character, '.' | '．')
}

/// Whether a figure sign refers to a note: a word before it and no word after it, 这是很对的⑵。
fn is_note_reference(text: &str, at: usize, sign: char) -> bool {
    let before = text[..at].trim_end();
    let after = text[at + sign.len_utf8()..].chars().next();
    let ends_word = !before.is_empty() && !before.ends_with(CLAUSE_ENDS);
    ends_word && after.is_none_or(|after| CLAUSE_ENDS.contains(&after) || "、”」）".contains(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Vec<u32>> {
        super::read(text, Span::new(0, text.len()))
            .enumerations
            .iter()
            .map(|run| run.markers.iter().map(|marker| marker.ordinal).collect())
            .collect()
    }

    #[test]
    fn runs_are_found_whatever_stands_between() {
        assert_eq!(
            read("一是抓学习。要学深。二是抓落实；三是抓督查。"),
            [[1, 2, 3]]
        );
        assert_eq!(read("工作：1.抓学习；2.抓落实。"), [[1, 2]]);
        assert_eq!(read("做到①早②准③实。"), [[1, 2, 3]]);
        assert_eq!(read("一是增加投入;2)配好教师.3)改善条件。"), [[1, 2, 3]]);
        assert_eq!(
            read("第一轮打基础，第二轮抓重点，第三轮求综合。"),
            [[1, 2, 3]]
        );
        assert_eq!(
            read("首先，抓学习。其次，抓落实。最后，抓督查。"),
            [[1, 2, 3]]
        );
    }

    #[test]
    fn nested_and_mixed_runs_are_told_apart() {
        assert_eq!(
            read("一是抓学习，要做到：（1）学深；（2）学透。二是抓落实。"),
            [vec![1, 2], vec![1, 2]]
        );
        assert_eq!(
            read("一是学。二是干。成绩有二：一是多，二是好。"),
            [vec![1, 2], vec![1, 2]]
        );
        assert_eq!(read("一是学，二要干，三要查。"), [[1, 2, 3]]);
    }

    #[test]
    fn a_turn_named_again_is_one_of_the_run() {
        assert_eq!(read("第一组会做；第二组想做。第一组不做。"), [[1, 2, 1]]);
        assert_eq!(read("第一组快，第二组准，第一组的成绩好些。"), [[1, 2]]);
        assert_eq!(
            read("第一组快；第二组准。第一组走；第二组留。"),
            [[1, 2], [1, 2]]
        );
    }

    #[test]
    fn turns_that_are_gone_through_again_are_none_of_the_run() {
        let text =
            "分三批，第一批学，第二批干，第三批评。第一批的时间要足。第二批，要快。第三批，要细。";
        assert_eq!(read(text), [[1, 2, 3]]);
    }

    #[test]
    fn words_that_go_on_take_the_next_number() {
        for text in [
            "首先是领导要抓。其次，要发动群众。其次，要讲清道理。",
            "首先，看底数。其次，看办法。再次，看成效。",
            "这里的条件：第一，底子薄。然而第二，人心齐。第三，路子活。",
        ] {
            assert_eq!(read(text), [[1, 2, 3]], "{text}");
        }
        assert_eq!(read("首先，看底数。再次，看成效。"), [[1, 2]]);
        assert_eq!(
            read("第一，抓学习。其次，抓落实。第三，抓督查。"),
            [[1, 2, 3]]
        );
    }

    #[test]
    fn loose_words_are_none_of_a_run() {
        assert_eq!(read("第一，学好，其次，写好。第二，干好。"), [[1, 2]]);
        for text in [
            "一要学好。其次，写得也要好。",
            "要带好头。其次，要带好队伍。",
            "先说学习。其次，说落实。其次，说督查。",
        ] {
            assert!(read(text).is_empty(), "{text}");
        }
        let far = format!(
            "第一，学好。第二，干好。{}最后，祝愿大家。",
            "工作要落实到人。".repeat(60)
        );
        assert_eq!(read(&far), [[1, 2]]);
    }

    #[test]
    fn a_number_stated_twice_is_one_of_the_run() {
        assert_eq!(read("一是学；二是干；二是查；三是评。"), [[1, 2, 2, 3]]);
        assert_eq!(
            read("一是学；二是干，第二点尤其要紧；三是查。"),
            [[1, 2, 3]]
        );
    }

    #[test]
    fn a_number_stated_twice_does_not_go_on_from_another_list() {
        let text = "其一，要抓紧。一是学；二是干；二是查。";
        assert_eq!(read(text), [[1, 2, 2]]);
    }

    #[test]
    fn a_slip_of_the_separator_does_not_end_a_run() {
        assert_eq!(read("一是学；二是干；三、是查。"), [[1, 2, 3]]);
    }

    #[test]
    fn signs_of_notes_are_no_items() {
        for text in [
            "首先，我们定下这个节日是对的⑵。其次，要过好它⑶，年年都过。",
            "停战协定⑴和决议⑵、承诺⑷以后又有商约⑺等，都撕毁了。",
            "首先，要看清来路⑴。他们⑵的打算是假的，要揭穿。",
            "四项是：（1）改名；（2）改编；（3）普选；（4）停收。这不过是老办法⒆和老调子。",
        ] {
            assert!(
                read(text).concat().iter().all(|&ordinal| ordinal < 5),
                "{text}"
            );
        }
        assert_eq!(read("要先看书⑵。首先，看懂；其次，看透。"), [[1, 2]]);
    }

    #[test]
    fn two_that_each_say_one_are_a_pair() {
        let text = "出路不外两条：一是我们顶住了；一是他们得逞了。";
        assert!(
            super::read(text, Span::new(0, text.len()))
                .lone_openers
                .is_empty()
        );
    }

    #[test]
    fn lone_words_and_rows_are_no_runs() {
        for text in [
            "首先，我代表大家表示感谢。",
            "一、二、三产业协调发展。",
            "一是一，二是二地说清楚".get(..9).unwrap_or(""),
        ] {
            assert!(read(text).is_empty(), "{text}");
        }
    }
}
