//! In: the lines of a speech, folded. Out: the markers at their starts, those included that only their
//! neighbours show to be markers (优势一、 … 优势二、; 第一把钥匙是 … 第二把钥匙是; 一完成 … 二落实 … 三建立).

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::marker::{Marker, Style};
use crate::text::{Span, signs};

/// Marks that may stand before a marker: Markdown of a language model's draft, and blanks.
const DECORATION: [char; 6] = ['*', '#', '>', ' ', '　', '•'];

/// The markers at the starts of lines, each with the index of its line, in order.
pub(super) fn line_markers(
    folded: &str,
    lines: &[Span],
    range: Range<usize>,
) -> Vec<(usize, Marker)> {
    let mut found = Vec::new();
    let mut nouns = Vec::new();
    for at in range {
        let text = lines[at].slice(folded);
        let words = text.trim_start_matches(DECORATION);
        let start = lines[at].start + text.len() - words.len();
        if let Some(marker) = Marker::read_agenda(words, start)
            .or_else(|| Marker::read(words, start))
            .or_else(|| agenda_inside(words, start))
        {
            found.push((at, marker));
        } else if let Some((noun, marker)) = Marker::read_noun_ordinal(words, start)
            .or_else(|| Marker::read_ordinal_noun(words, start))
            .or_else(|| Marker::read_held_item(words, start))
        {
            nouns.push((at, noun, marker));
        } else if let Some(marker) = Marker::read_bare(words, start) {
            found.push((at, marker));
        }
    }
    keep_counted(&mut found);
    let mut counted: HashMap<&str, HashSet<u32>> = HashMap::new();
    for (_, noun, marker) in &nouns {
        counted.entry(noun).or_default().insert(marker.ordinal);
    }
    let shared = nouns
        .iter()
        .filter(|(_, noun, _)| counted.get(noun).is_some_and(|ordinals| ordinals.len() > 1));
    found.extend(shared.map(|&(at, _, marker)| (at, marker)));
    found.sort_by_cached_key(|&(at, _)| at);
    found
}

/// A chairperson's item after the thanks for the one before: 感谢王局长的讲话。下面进行第二项议程.
fn agenda_inside(line: &str, offset: usize) -> Option<Marker> {
    let ends = signs(line).filter(|(_, sign)| matches!(sign, '。' | '！'));
    let starts = ends.map(|(at, mark)| at + mark.len_utf8());
    starts
        .filter(|&at| at < line.len())
        .find_map(|at| Marker::read_agenda_led(&line[at..], offset + at))
}

/// Drops every number without a separator whose neighbours of the same level do not count on from it: it
/// must be one of three in a row, and none of them may state its number already.
fn keep_counted(found: &mut Vec<(usize, Marker)>) {
    // 一　总体要求 counts with its like; 一国之内 at the start of a paragraph is none of them.
    for (bare, malformed, proper) in [
        (Style::HanBare, true, &[Style::HanComma][..]),
        (Style::HanBare, false, &[Style::HanComma][..]),
        (
            Style::DigitBare,
            true,
            &[Style::DigitDot, Style::DigitComma][..],
        ),
    ] {
        let is_bare = |marker: &Marker| marker.style == bare && marker.malformed == malformed;
        let counts = |marker: &Marker| is_bare(marker) || proper.contains(&marker.style);
        let stated: HashSet<u32> = found
            .iter()
            .filter(|(_, marker)| counts(marker))
            .map(|(_, marker)| marker.ordinal)
            .collect();
        // 80后 among 1. 2. 3. counts with none of them.
        found.retain(|(_, marker)| {
            !is_bare(marker)
                || stated.contains(&(marker.ordinal + 1))
                || stated.contains(&(marker.ordinal - 1))
        });
        let ordinals: Vec<u32> = found
            .iter()
            .filter(|(_, marker)| counts(marker))
            .map(|(_, marker)| marker.ordinal)
            .collect();
        let mut at = 0;
        found.retain(|(_, marker)| {
            if !counts(marker) {
                return true;
            }
            at += 1;
            !is_bare(marker) || is_counted(&ordinals, at - 1)
        });
    }
}

/// Whether the number at this place is one of three in a row.
fn is_counted(ordinals: &[u32], at: usize) -> bool {
    let own = ordinals[at];
    let back = |steps: usize| {
        at.checked_sub(steps)
            .map(|place| ordinals[place] + place_of(steps))
    };
    let forth = |steps: usize| {
        ordinals
            .get(at + steps)
            .map(|next| next.wrapping_sub(place_of(steps)))
    };
    let (before, after) = (back(1) == Some(own), forth(1) == Some(own));
    let repeated = at
        .checked_sub(1)
        .is_some_and(|place| ordinals[place] == own)
        || ordinals.get(at + 1) == Some(&own);
    let ends_row = before && back(2) == Some(own);
    let begins_row = own == 1 && after && forth(2) == Some(own);
    !repeated && (before && after || ends_row || begins_row)
}

/// A number of steps as the difference of ordinals that it makes.
fn place_of(steps: usize) -> u32 {
    u32::try_from(steps).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lines;

    fn read(text: &str) -> Vec<(usize, Style, u32)> {
        let lines: Vec<Span> = lines(text).collect();
        line_markers(text, &lines, 0..lines.len())
            .into_iter()
            .map(|(at, marker)| (at, marker.style, marker.ordinal))
            .collect()
    }

    #[test]
    fn a_lost_separator_shows_by_its_neighbours() {
        let bare = [
            (0, Style::HanBare, 1),
            (1, Style::HanBare, 2),
            (2, Style::HanBare, 3),
        ];
        assert_eq!(read("一完成年度任务\n二落实安全责任\n三建立长效机制"), bare);
        let mixed = [
            (0, Style::HanComma, 1),
            (1, Style::HanBare, 2),
            (2, Style::HanComma, 3),
        ];
        assert_eq!(
            read("一、完成年度任务\n二落实安全责任\n三、建立长效机制"),
            mixed
        );
        let digits = [
            (0, Style::DigitDot, 1),
            (1, Style::DigitBare, 2),
            (2, Style::DigitDot, 3),
        ];
        assert_eq!(read("1.查清隐患\n2落实责任\n3.备足物资"), digits);
        assert!(
            !read("一、查\n一些单位不够重视\n二、改\n三、建")
                .iter()
                .any(|row| row.1 == Style::HanBare)
        );
        assert!(
            !read("一是查\n二是改\n三年前这里是荒山")
                .iter()
                .any(|row| row.1 == Style::HanBare)
        );
        let among = "1、查清隐患\n80后干部是骨干\n2项目建设要提速\n3、备足物资";
        assert!(read(among).contains(&(2, Style::DigitBare, 2)) && read(among).len() == 3);
        assert!(read("一年来我们努力工作\n二十年前这里还是荒山\n三年后再看").is_empty());
    }

    #[test]
    fn a_noun_before_the_ordinal_shows_by_its_siblings() {
        let found = [(0, Style::NounOrdinal, 1), (1, Style::NounOrdinal, 2)];
        assert_eq!(read("优势一、底子厚\n优势二、人心齐"), found);
        let skipped = [(0, Style::NounOrdinal, 1), (1, Style::NounOrdinal, 3)];
        assert_eq!(read("优势一、底子厚\n优势三、人心齐"), skipped);
        assert!(read("优势一、底子厚\n其他的以后再说").is_empty());
    }

    #[test]
    fn a_chairpersons_items_are_read() {
        let found = [(0, Style::OrdinalUnit, 1), (1, Style::OrdinalUnit, 2)];
        assert_eq!(
            read("下面，进行大会第一项：请领导讲话\n现在进行第二项议程"),
            found
        );
        assert_eq!(
            read("揭牌仪式进行第一项：请镇长讲话\n仪式进行第二项，请来宾致辞"),
            found
        );
        let after_thanks = "谢谢两位同志。下面进行第三项议程，请领导讲话。";
        assert_eq!(read(after_thanks), [(0, Style::OrdinalUnit, 3)]);
        assert!(read("我们来看第一项工作").is_empty());
    }

    #[test]
    fn whatever_is_counted_is_an_item_beside_its_like() {
        let two = [(0, Style::OrdinalUnit, 1), (1, Style::OrdinalUnit, 2)];
        assert_eq!(read("第一把钥匙是勤奋。\n第二把钥匙是坚持。"), two);
        assert_eq!(read("第一个叮嘱，常怀好奇。\n第二个叮嘱，不怕跌倒。"), two);
        assert!(read("第一把钥匙是勤奋。\n第二个叮嘱，不怕跌倒。").is_empty());
        assert!(read("第一个五年计划是起步。\n第二个五年计划刚刚展开。").is_empty());
        assert_eq!(read("婚礼第一项：新人入场！\n婚礼第二项：宣读证词。"), two);
        assert!(read("婚礼第一项：新人入场！\n这是第二项，请继续。").is_empty());
        assert!(read("第一把火烧起来了，\n第二把火也烧起来了，").is_empty());
    }

    #[test]
    fn marks_of_markdown_hide_no_marker() {
        assert_eq!(
            read("**一、提高认识**\n### （一）学习"),
            [(0, Style::HanComma, 1), (1, Style::HanParen, 1)]
        );
    }
}
