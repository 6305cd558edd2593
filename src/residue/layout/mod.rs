//! In: a text. Out: what the layout of a page or a forum left in it, with what a reader reads instead: page
//! numbers, the random signs of a copy guard, and breaks in mid-sentence at page width.
//!
//! All three stand between or around lines and often together, a page number in a sentence that the page
//! cut, so that one pass over the lines finds them and every gap between two lines is decided once.

mod copy_guards;
mod cut_lines;
mod lines;
mod page_counters;
mod page_numbers;

use crate::text::Span;
use cut_lines::Join;
use lines::{Line, Role};

/// What left a stretch behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LayoutKind {
    /// 第 1 页 共 4 页, - 3 -, or a page counter in mid-word.
    PageNumber,
    /// Random signs that a forum puts around its lines.
    CopyGuard,
    /// A line break in mid-sentence.
    CutLine,
}

/// A stretch that the layout left behind, in bytes of Source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LayoutMark {
    /// All that goes, line breaks included.
    pub span: Span,
    /// What stands there in a text that was never cut: nothing, or a blank between Latin words.
    pub text: &'static str,
    /// What left it.
    pub kind: LayoutKind,
    /// What to show to the reader: the page number, the guard, or the line that is cut.
    pub shown: Span,
}

/// What the layout left in a text, sorted and disjoint.
///
/// ```
/// use speech_structure::residue::layout::find;
/// let text = "今天开会。\n- 3 -\n要抓好落实。";
/// assert_eq!(find(text)[0].span.slice(text), "- 3 -\n");
/// ```
#[must_use]
pub fn find(text: &str) -> Vec<LayoutMark> {
    let mut lines = lines::read(text);
    copy_guards::mark(text, &mut lines);
    page_numbers::mark(text, &mut lines);
    let mut marks = page_counters::mark(text, &mut lines);
    marks.extend(page_numbers::inside_lines(text, &lines));
    let joins = cut_lines::joins(text, &lines);
    around_lines(text, &lines, &joins, &mut marks);
    marks.sort_unstable_by_key(|mark| mark.span);
    marks.dedup_by(|next, before| next.span.start < before.span.end);
    marks
}

/// The gaps that are closed, and what else stands on lines of its own or around the words of a line.
fn around_lines(text: &str, lines: &[Line], joins: &[Join], marks: &mut Vec<LayoutMark>) {
    let mut joins = joins.iter().peekable();
    let mut closed_up_to = 0;
    for (at, line) in lines.iter().enumerate() {
        if line.role != Role::Words {
            if at >= closed_up_to {
                let kind = line.role.kind();
                marks.push(removal(line.with_break(), kind, line.content));
            }
            continue;
        }
        marks.extend(line.guard_before().map(|span| match line.counter {
            Some(counter) => removal(span, LayoutKind::PageNumber, counter),
            None => guard(span),
        }));
        if let Some(join) = joins.next_if(|join| join.before == at) {
            closed_up_to = join.after;
            marks.push(closed_gap(text, lines, join));
        } else {
            marks.extend(line.guard_after().map(guard));
        }
    }
}

fn guard(span: Span) -> LayoutMark {
    removal(span, LayoutKind::CopyGuard, span)
}

fn removal(span: Span, kind: LayoutKind, shown: Span) -> LayoutMark {
    LayoutMark {
        span,
        text: "",
        kind,
        shown,
    }
}

/// The gap between two lines that are one sentence, named by what stands in it.
fn closed_gap(text: &str, lines: &[Line], join: &Join) -> LayoutMark {
    let (before, after) = (&lines[join.before], &lines[join.after]);
    let between = &lines[join.before + 1..join.after];
    let strange = between
        .iter()
        .find(|line| line.role == Role::PageNumber)
        .or(between.first());
    let (kind, shown) = if let Some(line) = strange {
        (line.role.kind(), line.content)
    } else if let Some(counter) = after.counter {
        (LayoutKind::PageNumber, counter)
    } else if let Some(guard) = before.guard_after() {
        (LayoutKind::CopyGuard, guard)
    } else {
        (LayoutKind::CutLine, before.content)
    };
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let apart = latin(before.content.slice(text).chars().next_back())
        && latin(after.content.slice(text).chars().next());
    LayoutMark {
        span: Span::new(before.content.end, after.content.start),
        text: if apart { " " } else { "" },
        kind,
        shown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn every_form_of_page_number_goes_with_its_line() {
        for page in [
            "第 1 页 共 4 页",
            "第 1 頁 共 4 頁",
            "第3页",
            "- 3 -",
            "— 12 —",
            "－3－",
            "共4页 第1页",
            "Page 2 of 9",
            "第二页",
            "第1页/共4页",
        ] {
            let text = format!("同志们：\n今天开会。\n{page}\n要抓好落实。\n谢谢大家！");
            assert_eq!(
                clean(&text),
                "同志们：\n今天开会。\n要抓好落实。\n谢谢大家！"
            );
        }
    }

    #[test]
    fn a_sentence_is_read_through_the_page_number() {
        let text =
            "今天我们在这里召开会议，主要任务是总结经\n\n第 1 页 共 4 页\n\n验，部署工作。\n散会。";
        assert_eq!(
            clean(text),
            "今天我们在这里召开会议，主要任务是总结经验，部署工作。\n散会。"
        );
        assert_eq!(find(text)[0].shown.slice(text), "第 1 页 共 4 页");
        let inline =
            "主要任务是总结经- 2 -验，第1页共10页部署工作。大家要把这些任务一项一项落实好。";
        assert_eq!(
            clean(inline),
            "主要任务是总结经验，部署工作。大家要把这些任务一项一项落实好。"
        );
    }

    #[test]
    fn headings_and_paragraphs_around_a_page_number_stay_apart() {
        for (before, after) in [
            ("一、提高认识，加强领导", "要把责任扛在肩上，落在实处。"),
            ("会议就要结束了，请大家记住三句话", "一、安全第一。"),
            (
                "请各单位，特别是县直单位抓紧准备",
                "　　下面我讲第二个问题。",
            ),
        ] {
            let text = format!("{before}\n- 2 -\n{after}");
            assert_eq!(clean(&text), format!("{before}\n{after}"));
        }
    }

    #[test]
    fn the_signs_of_a_copy_guard_go() {
        let text = "同志们：\n2 v* K9 X& t1 R# m\n今天开会。# P3 c! L8 w% Q5 z\n9 J; d2 F? k7 N$ b要抓好落实。\n谢谢大家！";
        assert_eq!(
            clean(text),
            "同志们：\n今天开会。\n要抓好落实。\n谢谢大家！"
        );
        let items = "同志们：\n4 b' Z8 q, u2 V; e 1、要早准备。\nm6 T# d9 w. 3 R: x 2、要细检查。 7 K3 J1 f\" s6 g- h\n谢谢大家！";
        assert_eq!(
            clean(items),
            "同志们：\n1、要早准备。\n2、要细检查。\n谢谢大家！"
        );
        let solid = "今天开会。\nx7Kd9Qp2Lm4Z\n要抓好落实。\nR3vT8bYw1Nc6\n谢谢大家！";
        assert_eq!(clean(solid), "今天开会。\n要抓好落实。\n谢谢大家！");
    }

    #[test]
    fn latin_lines_numbers_and_formulas_stay() {
        for text in [
            "型号如下：\niPhone15Pro\nMate60Pro\nThinkPad X1\n请登记。",
            "网址：\nwww.example.com/a1B2c3\nhttps://example.org/X9y8Z7\n邮箱：\nLi.Wei2024@example.com",
            "公式如下：\nf(x) = ax^2 + bx + c\nE = mc^2\na + b = c\n3 5 7 9\n请验算。",
            "5% 6% 7% 8%\n1 2 3 4\nA B C D\nB2B O2O C2C",
            "Hello, everyone!\nThank you for coming today.\n谢谢！",
            "名次\n1\n张三\n2\n李四\n3\n王五",
            "请看第3页的表格，第3页共有两张表。",
        ] {
            assert_eq!(clean(text), text);
        }
    }
}
