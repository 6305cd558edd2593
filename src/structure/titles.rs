//! In: a line, folded. Out: what it is as the title of one of several speeches (篇一, 第三篇：, 范文2), or
//! as a compiler's claim of how many there are (（通用5篇）).

use super::numeral::Numeral;
use crate::text::fold::Bitmap;
use crate::text::{Span, exceeds};

/// Characters that a title line has at most.
const LONGEST_TITLE: usize = 60;

/// The way in which the speeches of a compilation are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum TitleShape {
    /// 第三篇：在……会上的讲话
    NumberedBefore,
    /// ……讲话稿 篇三
    NumberedAfter,
    /// 篇三：在……会上的讲话
    PieceBefore,
    /// 范文三：在……会上的讲话
    ModelBefore,
    /// ……讲话稿（三）, beside ……讲话稿（一） and ……讲话稿（二）
    SharedWords,
    /// 三、在……会上的讲话, with a salutation soon after it
    Item,
}

/// A title line of a compilation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NumberedTitle {
    pub shape: TitleShape,
    pub ordinal: u32,
    /// The title without the number, in bytes of the line; the whole line where nothing else is on it.
    pub words: Span,
}

/// Reads a line as the numbered title of one of several speeches.
pub(super) fn numbered_title(line: &str) -> Option<NumberedTitle> {
    if exceeds(line, LONGEST_TITLE) || line.ends_with(['。', '；', '，']) {
        return None;
    }
    let inside = line.trim_start_matches(['【', '[', '#', '*', ' ', '　', '★', '■', '●']);
    let from = line.len() - inside.len();
    before(inside, from).or_else(|| after(line))
}

/// What may stand between the number and the title.
const BETWEEN: [char; 11] = ['：', ':', '、', '.', '．', ' ', '　', '】', ']', '《', '—'];
/// What may close a title line.
const CLOSING: [char; 6] = ['】', ']', '》', '*', ' ', '　'];

/// 第三篇： 篇三： 范文三：
fn before(text: &str, from: usize) -> Option<NumberedTitle> {
    const LEADS: [(&str, &str, TitleShape); 6] = [
        ("第", "篇", TitleShape::NumberedBefore),
        ("篇", "", TitleShape::PieceBefore),
        ("范文", "", TitleShape::ModelBefore),
        ("范例", "", TitleShape::ModelBefore),
        ("讲话稿", "", TitleShape::ModelBefore),
        ("发言稿", "", TitleShape::ModelBefore),
    ];
    LEADS.into_iter().find_map(|(lead, unit, shape)| {
        let rest = text.strip_prefix(lead)?.trim_start_matches(['(', '（']);
        let numeral = Numeral::read(rest)?;
        let rest = rest[numeral.length..]
            .strip_prefix(unit)?
            .trim_start_matches([')', '）']);
        let words = rest.trim_start_matches(BETWEEN);
        let separated = words.len() < rest.len() || words.is_empty() || !unit.is_empty();
        if !separated || words.starts_with(['章', '幅']) {
            return None;
        }
        let start = from + text.len() - words.len();
        let words = Span::new(start, start + words.trim_end_matches(CLOSING).len());
        let whole = Span::new(from, from + text.trim_end_matches(CLOSING).len());
        Some(NumberedTitle {
            shape,
            ordinal: numeral.value,
            words: if words.is_empty() { whole } else { words },
        })
    })
}

/// ……讲话稿 篇三, ……讲话稿（篇3）, ……讲话稿第三篇
fn after(line: &str) -> Option<NumberedTitle> {
    let body = line.trim_end_matches(TAIL);
    let at = body.rfind('篇')?;
    let number = &body[at + '篇'.len_utf8()..];
    let ordinal = if number.is_empty() {
        let (_, ordinal) = numeral_at_end(&body[..at])?;
        body[..at].contains('第').then_some(ordinal)?
    } else {
        Numeral::read(number)
            .filter(|numeral| numeral.length == number.len())?
            .value
    };
    let words = Span::new(0, line.len());
    Some(NumberedTitle {
        shape: TitleShape::NumberedAfter,
        ordinal,
        words,
    })
}

/// What may close a title after its number.
const TAIL: [char; 9] = ['】', ']', '：', ':', '*', ' ', '　', ')', '）'];

/// The number that a text ends in, and where it begins.
fn numeral_at_end(text: &str) -> Option<(usize, u32)> {
    const LONGEST_NUMBER: usize = 3;
    let starts = text
        .char_indices()
        .rev()
        .take(LONGEST_NUMBER)
        .map(|(at, _)| at);
    starts
        .filter_map(|at| {
            let numeral = Numeral::read(&text[at..])?;
            (at + numeral.length == text.len()).then_some((at, numeral.value))
        })
        .last()
}

/// A title whose number stands at its end, bare or in brackets, and the words before it. It is one of
/// several only where another line has the same words.
pub(super) fn ends_in_number(line: &str) -> Option<(&str, u32)> {
    const FEWEST: usize = 4;
    if exceeds(line, LONGEST_TITLE) {
        return None;
    }
    let body = line.trim_end_matches(TAIL);
    let (at, ordinal) = numeral_at_end(body)?;
    let words = body[..at].trim_end_matches(['(', '（', '【', '[', ' ', '　']);
    let kind = [
        "讲话",
        "讲话稿",
        "发言",
        "发言稿",
        "致辞",
        "致词",
        "演讲稿",
        "演讲",
        "主持词",
        "述职报告",
        "范文",
        "稿",
        "词",
    ];
    let named =
        kind.iter().any(|kind| words.ends_with(kind)) || words.len() + '（'.len_utf8() <= at;
    (named && exceeds(words, FEWEST)).then_some((words, ordinal))
}

/// What talks are called.
const KINDS: [&str; 16] = [
    "讲话",
    "讲话稿",
    "发言",
    "发言稿",
    "致辞",
    "致词",
    "演讲",
    "演讲稿",
    "主持词",
    "主持稿",
    "开幕词",
    "闭幕词",
    "贺词",
    "欢迎词",
    "述职报告",
    "工作报告",
];

/// What their names end in.
static KIND_ENDS: Bitmap = Bitmap::of("话稿言辞词讲告", 1);

/// Whether a title says that what follows is a talk: 质量研讨会发言稿篇十四
///
/// ```
/// use speech_structure::structure::names_a_talk;
/// assert!(names_a_talk("在全县大会上的讲话（节选）") && !names_a_talk("论学习"));
/// ```
#[must_use]
pub fn names_a_talk(title: &str) -> bool {
    KINDS.iter().any(|kind| title.contains(kind))
}

/// Whether a text may name a talk: one look at its characters.
pub(super) fn may_name_talk(text: &str) -> bool {
    text.chars().any(|character| KIND_ENDS.holds(character))
}

/// Whether a line names a talk and says nothing else: 在全市防汛工作会议上的讲话
pub(super) fn is_speech_title(line: &str) -> bool {
    let bare = line.trim_matches(['《', '》', '【', '】', '*', '#', ' ', '　']);
    // Nearly every line of a speech ends otherwise.
    if !bare.ends_with(|end: char| KIND_ENDS.holds(end) || matches!(end, ')' | '）')) {
        return false;
    }
    let bare = bare.split(['(', '（']).next().unwrap_or(bare);
    KINDS.iter().any(|kind| bare.ends_with(kind))
        && !exceeds(bare, LONGEST_TITLE)
        && !bare.contains(['，', '。', '：', '；', '！', ',', ':'])
}

/// A claim of how many speeches follow, with its place in the line: （通用5篇）、(精选三篇)、共10篇.
pub(super) fn claim(line: &str) -> Option<(u32, Span)> {
    const LEADS: [&str; 16] = [
        "通用", "精选", "汇编", "合集", "大全", "推荐", "优选", "热门", "必备", "集合", "范文",
        "共", "汇总", "整理", "最新", "集锦",
    ];
    LEADS.into_iter().find_map(|lead| {
        let at = line.find(lead)?;
        let rest = &line[at + lead.len()..];
        let numeral = Numeral::read(rest)?;
        let after = rest[numeral.length..].strip_prefix('篇')?;
        let closed = after.is_empty() || after.starts_with([')', '）', '】', ']', ' ', '，', '。']);
        let end = at + lead.len() + numeral.length + '篇'.len_utf8();
        (closed && numeral.value > 1).then_some((numeral.value, Span::new(at, end)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(TitleShape, u32, &str)> {
        numbered_title(line).map(|title| (title.shape, title.ordinal, title.words.slice(line)))
    }

    #[test]
    fn every_shape_of_numbered_title_is_read() {
        use TitleShape as T;
        let expected = [
            (
                "第三篇：在防汛会上的讲话",
                (T::NumberedBefore, 3, "在防汛会上的讲话"),
            ),
            (
                "第二篇在防汛会上的讲话",
                (T::NumberedBefore, 2, "在防汛会上的讲话"),
            ),
            (
                "防汛工作讲话稿 篇3",
                (T::NumberedAfter, 3, "防汛工作讲话稿 篇3"),
            ),
            (
                "防汛讲话稿（篇3）",
                (T::NumberedAfter, 3, "防汛讲话稿（篇3）"),
            ),
            (
                "防汛讲话稿第三篇",
                (T::NumberedAfter, 3, "防汛讲话稿第三篇"),
            ),
            (
                "防汛讲话稿篇十二",
                (T::NumberedAfter, 12, "防汛讲话稿篇十二"),
            ),
            (
                "【篇一：在防汛会上的讲话】",
                (T::PieceBefore, 1, "在防汛会上的讲话"),
            ),
            ("篇二", (T::PieceBefore, 2, "篇二")),
            ("范文（二）：动员讲话", (T::ModelBefore, 2, "动员讲话")),
        ];
        for (line, title) in expected {
            assert_eq!(read(line), Some(title), "{line}");
        }
    }

    #[test]
    fn other_lines_are_no_numbered_titles() {
        for line in [
            "第一篇章的故事",
            "翻开第二篇，我们看到了成绩。",
            "篇幅有限",
            "范文大全",
            "发表论文三篇",
            "讲话稿件三份",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn a_number_may_stand_at_the_end() {
        assert_eq!(
            ends_in_number("防汛工作会议讲话（三）"),
            Some(("防汛工作会议讲话", 3))
        );
        assert_eq!(
            ends_in_number("防汛工作会议讲话稿2"),
            Some(("防汛工作会议讲话稿", 2))
        );
        assert_eq!(ends_in_number("今年完成投资一百二十"), None);
    }

    #[test]
    fn claims_are_read_with_their_number() {
        let line = "防汛工作讲话（通用5篇）";
        assert_eq!(
            claim(line).map(|(n, span)| (n, span.slice(line))),
            Some((5, "通用5篇"))
        );
        assert_eq!(claim("发言稿范文(精选十八篇)").map(|(n, _)| n), Some(18));
        assert_eq!(claim("全年共发表论文5篇幅"), None);
        assert_eq!(claim("共5篇文章获奖"), None);
    }
}
