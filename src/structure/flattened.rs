//! In: the lines of a text. Out: the same lines, with a whole speech that stands in one line cut where its
//! lines were: at paragraph blanks, after the salutation, before headings, before the closing. Sites and
//! PDF copies flatten speeches so; the outline is read all the same.

use super::address::{is_thanks, salutation};
use super::closing;
use super::marker::{Marker, Style};
use super::sentences::SENTENCE_ENDS;
use super::titles::{is_speech_title, may_name_talk};
use crate::text::{Span, exceeds, is_alphabetic, signs};

/// Characters from which a line may be a whole speech.
const SHORTEST: usize = 350;
/// The same where the line has the whole frame of a speech: salutation and thanks.
const SHORTEST_FRAMED: usize = 180;
/// Headings of one style that a flattened line has at least.
const FEWEST_HEADINGS: usize = 2;

/// A line that holds what once were several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flattened {
    /// The line, in bytes of Clean.
    pub line: Span,
    /// The gaps where its lines were parted: blanks, or nothing; sorted.
    pub gaps: Vec<Span>,
}

/// Cuts flattened lines, others stay as they are; and which they were.
pub(super) fn lines_of(
    folded: &str,
    lines: impl Iterator<Item = Span>,
) -> (Vec<Span>, Vec<Flattened>) {
    let mut cut = Vec::new();
    let mut flattened = Vec::new();
    for line in lines {
        let text = line.slice(folded);
        let Some(places) = places(text).or_else(|| glued_title(text)) else {
            cut.push(line);
            continue;
        };
        let first = cut.len();
        push_pieces(folded, line, &places, &mut cut);
        let gaps: Vec<Span> = cut[first..]
            .windows(2)
            .map(|two| Span::new(two[0].end, two[1].start))
            .collect();
        if !gaps.is_empty() {
            flattened.push(Flattened { line, gaps });
        }
    }
    (cut, flattened)
}

/// Where the salutation begins that a title is glued to: 在动员会上的讲话同志们：, 【发言稿】各位同事：
fn glued_title(text: &str) -> Option<Vec<usize>> {
    const FURTHEST: usize = 300;
    let mut near = signs(text).take_while(|&(at, _)| at < FURTHEST);
    let (colon, _) = near.find(|(_, sign)| matches!(sign, '：' | ':' | '！'))?;
    if !may_name_talk(&text[..colon]) {
        return None;
    }
    let start = bracketed_title(text).or_else(|| Some(address(text)?.start))?;
    let header = &text[..start];
    let title = title_end(header);
    let is_title = start > 0 && (is_speech_title(header.trim()) || title.is_some());
    let within = title.filter(|&end| end < header.trim_end().len());
    is_title.then(|| within.into_iter().chain([start]).collect())
}

/// Where 【发言稿】 ends that a salutation follows.
fn bracketed_title(text: &str) -> Option<usize> {
    let close = text
        .strip_prefix('【')
        .and_then(|inside| inside.find('】'))?;
    let end = close + 2 * '【'.len_utf8();
    salutation(&text[end..]).map(|_| end)
}

/// Where the lines of a flattened speech began, as byte offsets in the line; `None` for other lines.
fn places(text: &str) -> Option<Vec<usize>> {
    if !exceeds(text, SHORTEST_FRAMED) {
        return None;
    }
    let address = address(text);
    let framed = address.is_some() && is_thanks(text);
    if !exceeds(text, SHORTEST) && !framed {
        return None;
    }
    let blanks = paragraph_blanks(text);
    if blanks.len() > 2 {
        return Some(blanks);
    }
    let headings = headings(text, framed);
    if headings.len() < FEWEST_HEADINGS || address.is_none() && !has_levels(text, &headings) {
        return None;
    }
    let mut places: Vec<usize> = headings
        .iter()
        .filter_map(|&at| heading_end(text, at))
        .collect();
    places.extend(headings);
    places.extend(
        address
            .iter()
            .flat_map(|address| [address.start, address.end]),
    );
    places.extend(address.and_then(|address| title_end(&text[..address.start])));
    places.extend(ending_places(
        text,
        places.iter().copied().max().unwrap_or(0),
    ));
    places.retain(|&place| place > 0);
    places.sort_unstable();
    places.dedup();
    Some(places)
}

/// Paragraphs that were joined with their two blanks: “。　　今年”.
fn paragraph_blanks(text: &str) -> Vec<usize> {
    let mut places = Vec::new();
    for (at, blank) in text.match_indices("　　") {
        let ended = text[..at]
            .trim_end()
            .ends_with(['。', '！', '？', '：', ':', '”', '；', '）']);
        let before = places.last().copied().unwrap_or(0);
        if ended && at + blank.len() > before {
            places.push(at + blank.len());
        }
    }
    places
}

/// The salutation at the start of a line, or behind a title in it: ……讲话 同志们：今天……, ……讲话尊敬的各位来宾：今天……
fn address(text: &str) -> Option<Span> {
    const LONGEST_HEADER: usize = 80;
    const BEGINNINGS: [&str; 8] = [
        "尊敬的",
        "敬爱的",
        "亲爱的",
        "各位",
        "同志们",
        "老师",
        "同学们",
        "朋友们",
    ];
    if let Some(length) = salutation(text) {
        return Some(Span::new(0, length));
    }
    let head_end = text
        .char_indices()
        .nth(LONGEST_HEADER)
        .map_or(text.len(), |(at, _)| at);
    let firsts = BEGINNINGS
        .iter()
        .filter_map(|word| text[..head_end].find(word));
    let glued = firsts
        .min()
        .filter(|&start| is_speech_title(&text[..start]));
    if let Some(start) = glued
        && let Some(length) = salutation(&text[start..])
    {
        return Some(Span::new(start, start + length));
    }
    let colon = text[..head_end].find(['：', ':'])?;
    let start = text[..colon].rfind([' ', '　', '）', ')'])?;
    let start = start + text[start..].chars().next().map_or(0, char::len_utf8);
    salutation(&text[start..]).map(|length| Span::new(start, start + length))
}

/// The end of the title in the words before a salutation, where more than the title is there: a date, a name.
fn title_end(header: &str) -> Option<usize> {
    let mut blanks = header.match_indices([' ', '　']);
    blanks
        .find(|&(at, _)| is_speech_title(header[..at].trim()))
        .map(|(at, blank)| at + blank.len())
}

/// Places where 一、 or （一） begins a sentence, of the levels that count from one; where the whole frame of a speech is in
/// the line, 1. and 优势一、 too, which elsewhere count within a paragraph.
fn headings(text: &str, framed: bool) -> Vec<usize> {
    let mut places = Vec::new();
    let mut expected = [1_u32; 4];
    let mut noun = "";
    let ends = ['。', '！', '？', '；', '：', ':', ';', ' ', '　'];
    for (at, mark) in signs(text).filter(|(_, sign)| ends.contains(sign)) {
        let at = at + mark.len_utf8();
        let named = Marker::read_noun_ordinal(&text[at..], 0).filter(|_| framed);
        let plain = Marker::read(&text[at..], 0).map(|marker| ("", marker));
        let Some((named, marker)) = plain.or(named) else {
            continue;
        };
        let level = match marker.style {
            Style::HanComma => 0,
            Style::HanParen => 1,
            Style::NounOrdinal if marker.ordinal == 1 || named == noun => {
                noun = named;
                2
            }
            Style::DigitDot | Style::DigitComma if framed => 3,
            _ => continue,
        };
        // 1.…；2.… is one sentence.
        let parts = level < 3 || marker.ordinal == 1 || !matches!(mark, '；' | ';' | ' ' | '　');
        let fits = marker.ordinal == expected[level] || marker.ordinal == 1;
        if fits && parts && !marker.malformed {
            places.push(at);
            expected[level] = marker.ordinal + 1;
            expected[level + 1..].fill(1);
        }
    }
    places
}

/// Where the line of a heading ended, if a blank shows it: 一、提高认识 今年……
fn heading_end(text: &str, at: usize) -> Option<usize> {
    const LONGEST: usize = 120;
    let words = at + Marker::read(&text[at..], 0)?.end();
    let words = words + text[words..].len() - text[words..].trim_start().len();
    let end = text[words..].find(|c: char| c.is_whitespace() || SENTENCE_ENDS.contains(&c))?;
    let rest = &text[words + end..];
    let begins = rest.trim_start().chars().next().is_some_and(is_alphabetic);
    let blank = rest.len() - rest.trim_start().len();
    (begins && blank > 0 && end <= LONGEST).then_some(words + end + blank)
}

/// Whether the headings are of the first level and go up to two at least.
fn has_levels(text: &str, headings: &[usize]) -> bool {
    let first_level = headings
        .iter()
        .filter_map(|&at| Marker::read(&text[at..], 0))
        .filter(|marker| marker.style == Style::HanComma)
        .count();
    first_level >= FEWEST_HEADINGS && exceeds(text, 2 * SHORTEST)
}

/// Where the closing begins, the first of the last sentences that turns to the audience, and the thanks.
fn ending_places(text: &str, after: usize) -> Vec<usize> {
    const LAST: usize = 400;
    const LONGEST_THANKS: usize = 20;
    let tail = text
        .char_indices()
        .rev()
        .nth(LAST)
        .map_or(0, |(at, _)| at)
        .max(after);
    let ends = ['。', '！', '？'];
    let sentences: Vec<usize> = text[tail..]
        .match_indices(ends)
        .map(|(at, mark)| tail + at + mark.len())
        .collect();
    let turns = |at: usize| {
        let turn = [
            "同志们",
            "各位",
            "老师们",
            "同学们",
            "朋友们",
            "总之",
            "最后",
        ];
        turn.iter().any(|words| text[at..].starts_with(words))
            && closing::strength(&text[at..]) >= closing::LIKELY
    };
    let closing = sentences.iter().copied().find(|&at| turns(at));
    let thanks = sentences
        .iter()
        .copied()
        .find(|&at| is_thanks(&text[at..]) && !exceeds(&text[at..], LONGEST_THANKS));
    closing.into_iter().chain(thanks).collect()
}

fn push_pieces(folded: &str, line: Span, places: &[usize], cut: &mut Vec<Span>) {
    let mut start = line.start;
    for end in places
        .iter()
        .map(|place| line.start + place)
        .chain([line.end])
    {
        let piece = Span::new(start, end);
        let text = piece.slice(folded);
        let from = start + text.len() - text.trim_start().len();
        let length = text.trim().len();
        if length > 0 {
            cut.push(Span::new(from, from + length));
        }
        start = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        let (lines, _) = lines_of(text, std::iter::once(Span::new(0, text.len())));
        lines.iter().map(|line| line.slice(text)).collect()
    }

    #[test]
    fn a_speech_in_one_line_is_cut_at_its_headings() {
        let body = "要把各项任务落到实处，确保按时完成全年目标。".repeat(8);
        let text = format!("同志们：今天开会。{body}一、提高认识。{body}二、狠抓落实。{body}");
        let found = pieces(&text);
        assert_eq!(found.len(), 4);
        assert_eq!(found[0], "同志们：");
        assert!(found[2].starts_with("一、") && found[3].starts_with("二、"));
    }

    #[test]
    fn title_and_ending_have_lines_of_their_own() {
        let body = "要把各项任务落到实处，确保按时完成全年目标。".repeat(8);
        let text = format!(
            "在动员会上的讲话 同志们：今天开会。{body}一、提高认识。{body}二、狠抓落实。{body}同志们，让我们携手并肩，再创新的辉煌。谢谢大家！"
        );
        let found = pieces(&text);
        assert_eq!(found[..2], ["在动员会上的讲话", "同志们："]);
        assert!(found[5].starts_with("同志们，让我们"));
        assert_eq!(found[6], "谢谢大家！");
    }

    #[test]
    fn a_short_speech_with_its_whole_frame_is_cut() {
        let body = "要把各项任务落到实处，确保按时完成全年目标。".repeat(3);
        let text = format!(
            "在动员会上的讲话 2022年3月1日 同志们：今天开会。{body}一、提高认识 {body}二、狠抓落实。{body}谢谢大家！"
        );
        let found = pieces(&text);
        assert_eq!(found[..3], ["在动员会上的讲话", "2022年3月1日", "同志们："]);
        assert!(found.len() == 8 && found[4] == "一、提高认识");
        let frameless = pieces(text.trim_end_matches("谢谢大家！"));
        assert_eq!(frameless[..2], ["在动员会上的讲话", "2022年3月1日"]);
        assert_eq!(frameless.len(), 3);
    }

    #[test]
    fn paragraph_blanks_are_cuts() {
        let body = "要把各项任务落到实处，确保按时完成全年目标。".repeat(6);
        let text = format!("{body}　　{body}　　{body}　　{body}");
        assert_eq!(pieces(&text).len(), 4);
    }

    #[test]
    fn a_long_paragraph_with_a_run_stays_whole() {
        let body = "要把各项任务落到实处，确保按时完成全年目标。".repeat(9);
        let text = format!("{body}一是抓学习。{body}二是抓落实。{body}1.抓早。2.抓小。");
        assert_eq!(pieces(&text).len(), 1);
    }
}
