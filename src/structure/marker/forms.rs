//! In: the start of a line or clause, folded. Out: the marker that its own form shows, before its place
//! in the text is known: a table of openings, each with a small reader.

use super::{Marker, Style};
use crate::structure::numeral::{Numeral, Numerals, digit};
use crate::text::Span;

/// Reads the marker at the start of a text.
pub(super) fn read(text: &str) -> Option<Shape> {
    let mut shape = match text.chars().next()? {
        '第' => ordinal(text),
        '其' => among(text).or_else(|| sequence(text)),
        '首' | '再' | '最' => sequence(text),
        '(' | '（' => bracketed(text),
        _ => bare(text),
    }?;
    shape.separator = text[..shape.whole]
        .chars()
        .next_back()
        .filter(|last| SEPARATORS.contains(last));
    Some(shape)
}

/// A marker before its place in the text is known.
pub(super) struct Shape {
    pub(super) style: Style,
    pub(super) ordinal: u32,
    pub(super) numerals: Option<Numerals>,
    /// Bytes before the ordinal.
    pub(super) before: usize,
    /// Bytes of the ordinal.
    pub(super) length: usize,
    /// Bytes of the whole marker.
    pub(super) whole: usize,
    pub(super) separator: Option<char>,
    pub(super) malformed: bool,
}

impl Shape {
    pub(super) fn new(style: Style, numeral: Numeral, before: usize, whole: usize) -> Self {
        Self {
            style,
            ordinal: numeral.value,
            numerals: Some(numeral.numerals),
            before,
            length: numeral.length,
            whole,
            separator: None,
            malformed: false,
        }
    }

    pub(super) fn at(self, offset: usize) -> Marker {
        let start = offset + self.before;
        Marker {
            style: self.style,
            ordinal: self.ordinal,
            numerals: self.numerals,
            span: Span::new(offset, offset + self.whole),
            ordinal_span: Span::new(start, start + self.length),
            separator: self.separator,
            malformed: self.malformed,
        }
    }
}

/// Separators after 一, 第一 and the like.
const SEPARATORS: [char; 8] = ['、', '，', ',', '.', '．', '：', ':', '。'];

/// Nouns after an ordinal that make it an item: 第一点、第二个方面、第三部分.
const UNITS: [&str; 18] = [
    "句话",
    "层意思",
    "个方面",
    "方面",
    "部分",
    "阶段",
    "层次",
    "件事",
    "点",
    "条",
    "项",
    "步",
    "类",
    "章",
    "节",
    "件",
    "种",
    "个",
];

/// What a unit may count before the item begins: 第二个问题，…… 第一点看法是……
const COUNTED: [&str; 18] = [
    "问题", "原因", "特点", "关键", "体会", "看法", "意见", "建议", "要求", "希望", "感受", "认识",
    "方法", "办法", "优势", "任务", "措施", "理由",
];

/// A unit without the noun that it counts: 点看法 is 点.
pub(in crate::structure) fn without_counted(unit: &str) -> &str {
    let bare = COUNTED.iter().find_map(|noun| unit.strip_suffix(noun));
    bare.unwrap_or(unit)
}

fn separator(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    SEPARATORS.contains(&first).then(|| first.len_utf8())
}

/// 一、 1. 1、 1） ① 壹、 甲、 一是 一要
fn bare(text: &str) -> Option<Shape> {
    let numeral = Numeral::read(text)?;
    let rest = &text[numeral.length..];
    let shape = |style, extra| Some(Shape::new(style, numeral, 0, numeral.length + extra));
    match numeral.numerals {
        Numerals::Circled => shape(Style::Circled, optional_separator(rest)),
        Numerals::Parenthesised => shape(Style::DigitParen, optional_separator(rest)),
        Numerals::FullStopped => shape(Style::DigitDot, 0),
        Numerals::ParenthesisedHan => shape(Style::HanParen, optional_separator(rest)),
        Numerals::Digits | Numerals::FullWidthDigits => digits(numeral, rest),
        Numerals::FormalHan => shape(Style::FormalComma, clause_separator(numeral, rest)?),
        Numerals::Stems => shape(
            Style::StemComma,
            rest.starts_with('、').then_some('、'.len_utf8())?,
        ),
        Numerals::Han => han(numeral, rest),
    }
}

pub(super) fn optional_separator(rest: &str) -> usize {
    separator(rest).unwrap_or(0)
}

/// The length of a second separator right after the first: 一、、 1.、
fn doubled_separator(rest: &str) -> usize {
    let next = rest.chars().next();
    next.filter(|c| matches!(c, '、' | '，' | ',' | '．'))
        .map_or(0, char::len_utf8)
}

/// A separator that is not part of a row of numbers: 一、二、三产业.
fn clause_separator(numeral: Numeral, rest: &str) -> Option<usize> {
    let length = separator(rest)?;
    (!continues_a_row(numeral, &rest[length..])).then_some(length)
}

/// What follows a number that is one of a row: 一、二产业, 1、2月份.
const ROW_ENDS: [&str; 22] = [
    "、", "，", "和", "及", "与", "至", "产业", "期", "号", "楼", "班", "年级", "线", "月", "日",
    "季度", "批", "审", "级", "类", "把手", "）",
];

/// Whether what follows a separator goes on counting in the same numerals rather than says something.
fn continues_a_row(numeral: Numeral, after: &str) -> bool {
    let Some(next) = Numeral::read(after) else {
        return false;
    };
    next.numerals == numeral.numerals
        && next.value > numeral.value
        && ROW_ENDS
            .iter()
            .any(|end| after[next.length..].starts_with(end))
}

fn digits(numeral: Numeral, rest: &str) -> Option<Shape> {
    let first = rest.chars().next()?;
    let after = &rest[first.len_utf8()..];
    let style = match first {
        '.' | '．' if !is_decimal(after) => Style::DigitDot,
        '、' if !continues_a_row(numeral, after) => Style::DigitComma,
        ')' | '）' => Style::DigitHalfParen,
        _ => return None,
    };
    let doubled = doubled_separator(after);
    let whole = numeral.length + first.len_utf8() + doubled;
    let mut shape = Shape::new(style, numeral, 0, whole);
    shape.malformed = doubled > 0;
    Some(shape)
}

/// Whether the digits after a point belong to it (3.15, 1.5亿) and are not a year (1.2014年…).
fn is_decimal(after: &str) -> bool {
    let digits = after.chars().take_while(|&c| digit(c).is_some()).count();
    digits > 0 && !(digits == 4 && after.chars().nth(4) == Some('年'))
}

fn han(numeral: Numeral, rest: &str) -> Option<Shape> {
    let own = rest
        .strip_prefix('是')
        .is_some_and(|after| Numeral::read(after).is_some_and(|next| next == numeral));
    if let Some(word) = item_word(rest).filter(|_| !own) {
        let shape = Shape::new(word, numeral, 0, numeral.length + '是'.len_utf8());
        return Some(shape);
    }
    let length = clause_separator(numeral, rest)?;
    let doubled = doubled_separator(&rest[length..]);
    let length = length + doubled;
    let after = &rest[length..];
    let mut shape = Shape::new(Style::HanComma, numeral, 0, numeral.length + length);
    shape.malformed = doubled > 0;
    if let Some(word) = item_word(after) {
        // 四、要 among 一要、二要; 一，是 is how some write 一是.
        let comma = rest.starts_with(['，', ',']);
        shape.malformed |= !comma;
        if comma && doubled == 0 {
            shape.style = word;
            shape.whole += '是'.len_utf8();
        }
    }
    Some(shape)
}

/// The style of 是 and 要 after a numeral; not 要求、要素、要点, 是否.
fn item_word(rest: &str) -> Option<Style> {
    let mut characters = rest.chars();
    match (characters.next()?, characters.next()) {
        ('是', Some('否' | '非')) | ('要', Some('求' | '素' | '点' | '件' | '闻' | '事')) => {
            None
        }
        ('是', _) => Some(Style::HanIs),
        ('要', _) => Some(Style::HanMust),
        _ => None,
    }
}

/// （一） （1）
fn bracketed(text: &str) -> Option<Shape> {
    let open = text.chars().next()?.len_utf8();
    let numeral = Numeral::read(&text[open..])?;
    // (010) before a number is a telephone's.
    if numeral.length > 2 && text[open..].starts_with('0') {
        return None;
    }
    let inside = open + numeral.length;
    let close = text[inside..].chars().next()?;
    if !matches!(close, ')' | '）') {
        return None;
    }
    let style = match numeral.numerals {
        Numerals::Han | Numerals::FormalHan => Style::HanParen,
        Numerals::Digits | Numerals::FullWidthDigits => Style::DigitParen,
        _ => return None,
    };
    let bracket = inside + close.len_utf8();
    let rest = &text[bracket..];
    let extra = rest
        .chars()
        .next()
        .filter(|c| matches!(c, '、' | '.' | '．'))
        .map_or(0, char::len_utf8);
    let mut shape = Shape::new(style, numeral, open, bracket + extra);
    shape.malformed = extra > 0 || item_word(rest) == Some(Style::HanIs);
    Some(shape)
}

/// 第一， 第二、 第三是 第四点： but not 第一责任人 or 第一、第二产业.
fn ordinal(text: &str) -> Option<Shape> {
    let open = '第'.len_utf8();
    let numeral = Numeral::read(&text[open..])?;
    if numeral.numerals == Numerals::Stems {
        return None;
    }
    let number_end = open + numeral.length;
    let rest = &text[number_end..];
    if let Some(length) = separator(rest) {
        let after = &rest[length..];
        let row =
            rest.starts_with('、') && (after.starts_with('第') || continues_a_row(numeral, after));
        return (!row).then(|| Shape::new(Style::Ordinal, numeral, open, number_end + length));
    }
    if rest.starts_with(['是', '要', '就'])
        && !rest.starts_with("要务")
        && !rest.starts_with("要素")
    {
        return Some(Shape::new(Style::Ordinal, numeral, open, number_end));
    }
    if rest.starts_with(char::is_whitespace) {
        return Some(Shape::new(Style::Ordinal, numeral, open, number_end));
    }
    let unit = UNITS.iter().find(|unit| rest.starts_with(**unit))?;
    let after = &rest[unit.len()..];
    let is_end = |after: &str| {
        after.is_empty()
            || separator(after).is_some()
            || after.starts_with(['是', '要', '就', ' ', '　'])
    };
    let counted = COUNTED
        .iter()
        .find_map(|noun| after.strip_prefix(noun))
        .filter(|rest| is_end(rest));
    let after = counted.unwrap_or(after);
    let ends = is_end(after) || *unit == "部分";
    let whole = text.len() - after.len() + optional_separator(after);
    let style = if matches!(*unit, "部分" | "章") {
        Style::OrdinalPart
    } else {
        Style::OrdinalUnit
    };
    ends.then(|| Shape::new(style, numeral, open, whole))
}

/// 其一， 其二是
fn among(text: &str) -> Option<Shape> {
    let open = '其'.len_utf8();
    let numeral = Numeral::read(&text[open..]).filter(|n| n.numerals == Numerals::Han)?;
    let end = open + numeral.length;
    let rest = &text[end..];
    let length = separator(rest).or_else(|| rest.starts_with('是').then_some(0))?;
    Some(Shape::new(Style::Among, numeral, open, end + length))
}

/// Words with which a speaker takes leave after 最后.
const LEAVES: [&str; 11] = [
    "祝",
    "预祝",
    "恭祝",
    "敬祝",
    "谨祝",
    "衷心祝",
    "再次祝",
    "再次感谢",
    "再次对",
    "让我们",
    "愿",
];

/// 首先 其次 再次 最后; the last takes whatever number comes next.
fn sequence(text: &str) -> Option<Shape> {
    const WORDS: [(&str, u32); 4] = [("首先", 1), ("其次", 2), ("再次", 3), ("最后", 0)];
    let (word, ordinal) = WORDS.into_iter().find(|(word, _)| text.starts_with(word))?;
    let rest = &text[word.len()..];
    // 再次走进现场 and 最后一公里 are words of a sentence.
    let set_off = separator(rest).is_some() || rest.starts_with(['是', '要']);
    if !set_off && matches!(word, "再次" | "最后") {
        return None;
    }
    let whole = word.len() + optional_separator(rest);
    // 最后，祝大家身体健康！ takes leave.
    let takes_leave = |words: &&str| text[whole..].starts_with(*words);
    if word == "最后" && LEAVES.iter().any(takes_leave) {
        return None;
    }
    Some(Shape {
        style: Style::Sequence,
        ordinal,
        numerals: None,
        before: 0,
        length: word.len(),
        whole,
        separator: None,
        malformed: false,
    })
}
