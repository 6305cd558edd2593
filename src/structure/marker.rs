//! In: the start of a line or clause, folded. Out: the marker that stands there: its style, its ordinal
//! and its extent. What only looks like one (一年一度、第一责任人、3.15、一、二、三产业) is none.
//!
//! Levels after GB/T 9704-2012 7.3.3 (一、 （一） 1. （1）); separators after GB/T 15834-2011 annex B.9.

use super::numeral::{Numeral, Numerals, digit, is_han_digit};
use crate::text::Span;

/// The closed list of marker styles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Style {
    /// 一、
    HanComma,
    /// （一）
    HanParen,
    /// 1.
    DigitDot,
    /// 1、
    DigitComma,
    /// （1）
    DigitParen,
    /// 1）
    DigitHalfParen,
    /// ①
    Circled,
    /// 壹、
    FormalComma,
    /// 甲、
    StemComma,
    /// 第一，
    Ordinal,
    /// 第一部分、第一点、第一项
    OrdinalUnit,
    /// 其一，
    Among,
    /// 一是
    HanIs,
    /// 一要
    HanMust,
    /// 首先、其次、再次、最后
    Sequence,
}

impl Style {
    /// Every style, in the order of the schema.
    pub const ALL: [Self; 15] = [
        Self::HanComma,
        Self::HanParen,
        Self::DigitDot,
        Self::DigitComma,
        Self::DigitParen,
        Self::DigitHalfParen,
        Self::Circled,
        Self::FormalComma,
        Self::StemComma,
        Self::Ordinal,
        Self::OrdinalUnit,
        Self::Among,
        Self::HanIs,
        Self::HanMust,
        Self::Sequence,
    ];

    /// The name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::HanComma => "han-comma",
            Self::HanParen => "han-paren",
            Self::DigitDot => "digit-dot",
            Self::DigitComma => "digit-comma",
            Self::DigitParen => "digit-paren",
            Self::DigitHalfParen => "digit-half-paren",
            Self::Circled => "circled",
            Self::FormalComma => "formal-comma",
            Self::StemComma => "stem-comma",
            Self::Ordinal => "ordinal",
            Self::OrdinalUnit => "ordinal-unit",
            Self::Among => "among",
            Self::HanIs => "han-is",
            Self::HanMust => "han-must",
            Self::Sequence => "sequence",
        }
    }

    /// The level that the standard gives the style, 1 the highest; `None` where it has none.
    #[must_use]
    pub fn rank(self) -> Option<u8> {
        match self {
            Self::HanComma | Self::FormalComma => Some(1),
            Self::HanParen => Some(2),
            Self::DigitDot | Self::DigitComma => Some(3),
            Self::DigitParen | Self::DigitHalfParen => Some(4),
            Self::Circled => Some(5),
            _ => None,
        }
    }

    /// Whether two styles count as one in a list: 1. and 1、 are both tolerated, and 首先、其次、第三 is
    /// idiom.
    #[must_use]
    pub fn is_sibling_of(self, other: Self) -> bool {
        self == other || self.family() == other.family()
    }

    fn family(self) -> Self {
        match self {
            Self::DigitComma => Self::DigitDot,
            other => other,
        }
    }

    /// Whether a lone one is a word of speech rather than an item: 首先 without 其次.
    #[must_use]
    pub fn is_word(self) -> bool {
        matches!(self, Self::Sequence | Self::Among | Self::OrdinalUnit)
    }
}

/// A marker in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marker {
    /// Its style.
    pub style: Style,
    /// The number that it states; 0 for 最后, which takes the next.
    pub ordinal: u32,
    /// The numerals of the ordinal; `None` where it is a word (首先).
    pub numerals: Option<Numerals>,
    /// The whole marker with its brackets and separator, in bytes of Clean.
    pub span: Span,
    /// The ordinal alone, in bytes of Clean.
    pub ordinal_span: Span,
    /// The separator after the ordinal or the bracket; `None` where there is none.
    pub separator: Option<char>,
    /// Whether a separator is lost, doubled or wrong (四、要 among 一要、二要; （一）是).
    pub malformed: bool,
}

impl Marker {
    /// The marker at the start of `text`, which begins at byte `offset` of Folded.
    ///
    /// ```
    /// use speech_structure::structure::marker::{Marker, Style};
    /// let marker = Marker::read("（二）加强领导", 0).map(|m| (m.style, m.ordinal));
    /// assert_eq!(marker, Some((Style::HanParen, 2)));
    /// assert_eq!(Marker::read("一年一度的大会", 0), None);
    /// ```
    #[must_use]
    pub fn read(text: &str, offset: usize) -> Option<Self> {
        let shape = match text.chars().next()? {
            '第' => ordinal(text),
            '其' => among(text).or_else(|| sequence(text)),
            '首' | '再' | '最' => sequence(text),
            '(' | '（' | '〔' | '[' => bracketed(text),
            _ => bare(text),
        }?;
        let separator = text[..shape.whole].chars().next_back().filter(|last| SEPARATORS.contains(last));
        Some(shape.at(offset, separator))
    }

    /// Byte offset of the first character after the marker.
    #[must_use]
    pub fn end(&self) -> usize {
        self.span.end
    }
}

/// A marker before its place in the text is known.
struct Shape {
    style: Style,
    ordinal: u32,
    numerals: Option<Numerals>,
    /// Bytes before the ordinal.
    before: usize,
    /// Bytes of the ordinal.
    length: usize,
    /// Bytes of the whole marker.
    whole: usize,
    malformed: bool,
}

impl Shape {
    fn new(style: Style, numeral: Numeral, before: usize, whole: usize) -> Self {
        Self {
            style,
            ordinal: numeral.value,
            numerals: Some(numeral.numerals),
            before,
            length: numeral.length,
            whole,
            malformed: false,
        }
    }

    fn at(self, offset: usize, separator: Option<char>) -> Marker {
        let start = offset + self.before;
        Marker {
            style: self.style,
            ordinal: self.ordinal,
            numerals: self.numerals,
            span: Span::new(offset, offset + self.whole),
            ordinal_span: Span::new(start, start + self.length),
            separator,
            malformed: self.malformed,
        }
    }
}

/// Separators after 一, 第一 and the like.
const SEPARATORS: [char; 8] = ['、', '，', ',', '.', '．', '：', ':', '。'];

/// Nouns after an ordinal that make it an item: 第一点、第二个方面、第三部分.
const UNITS: [&str; 15] = [
    "个方面", "方面", "部分", "阶段", "层次", "件事", "点", "条", "项", "步", "类", "章", "节", "件", "个",
];

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
        Numerals::FormalHan => shape(Style::FormalComma, clause_separator(rest)?),
        Numerals::Stems => shape(Style::StemComma, rest.starts_with('、').then_some('、'.len_utf8())?),
        Numerals::Han => han(numeral, rest),
    }
}

fn optional_separator(rest: &str) -> usize {
    separator(rest).unwrap_or(0)
}

/// A separator that is not part of a row of numbers: 一、二、三产业.
fn clause_separator(rest: &str) -> Option<usize> {
    let length = separator(rest)?;
    (!continues_a_row(&rest[length..])).then_some(length)
}

/// Whether what follows a separator goes on counting rather than says something.
fn continues_a_row(after: &str) -> bool {
    let digits: usize = after
        .chars()
        .take_while(|&c| is_han_digit(c) || digit(c).is_some())
        .map(char::len_utf8)
        .sum();
    if digits == 0 {
        return false;
    }
    const ROW_ENDS: [&str; 22] = [
        "、", "，", "和", "及", "与", "至", "产业", "期", "号", "楼", "班", "年级", "线", "月", "日", "季度",
        "批", "审", "级", "类", "把手", "）",
    ];
    ROW_ENDS.iter().any(|end| after[digits..].starts_with(end))
}

fn digits(numeral: Numeral, rest: &str) -> Option<Shape> {
    let first = rest.chars().next()?;
    let after = &rest[first.len_utf8()..];
    let style = match first {
        '.' | '．' if !is_decimal(after) => Style::DigitDot,
        '、' if !continues_a_row(after) => Style::DigitComma,
        ')' | '）' => Style::DigitHalfParen,
        _ => return None,
    };
    Some(Shape::new(style, numeral, 0, numeral.length + first.len_utf8()))
}

/// Whether the digits after a point belong to it (3.15, 1.5亿) and are not a year (1.2014年…).
fn is_decimal(after: &str) -> bool {
    let digits = after.chars().take_while(|&c| digit(c).is_some()).count();
    digits > 0 && !(digits == 4 && after.chars().nth(4) == Some('年'))
}

fn han(numeral: Numeral, rest: &str) -> Option<Shape> {
    if let Some(word) = item_word(rest) {
        let shape = Shape::new(word, numeral, 0, numeral.length + '是'.len_utf8());
        return Some(shape);
    }
    let length = clause_separator(rest)?;
    let after = &rest[length..];
    let mut shape = Shape::new(Style::HanComma, numeral, 0, numeral.length + length);
    if let Some(word) = item_word(after) {
        // 四、要 among 一要、二要; 一，是 is how some write 一是.
        let comma = rest.starts_with(['，', ',']);
        shape.malformed = !comma;
        if comma {
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
        ('是', Some('否' | '非')) | ('要', Some('求' | '素' | '点' | '件' | '闻' | '事')) => None,
        ('是', _) => Some(Style::HanIs),
        ('要', _) => Some(Style::HanMust),
        _ => None,
    }
}

/// （一） （1）
fn bracketed(text: &str) -> Option<Shape> {
    let open = text.chars().next()?.len_utf8();
    let numeral = Numeral::read(&text[open..])?;
    let inside = open + numeral.length;
    let close = text[inside..].chars().next()?;
    if !matches!(close, ')' | '）' | '〕' | ']') {
        return None;
    }
    let style = match numeral.numerals {
        Numerals::Han | Numerals::FormalHan => Style::HanParen,
        Numerals::Digits | Numerals::FullWidthDigits => Style::DigitParen,
        _ => return None,
    };
    let bracket = inside + close.len_utf8();
    let rest = &text[bracket..];
    let extra = rest.chars().next().filter(|c| matches!(c, '、' | '.' | '．')).map_or(0, char::len_utf8);
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
        let row = rest[length..].starts_with('第') && rest.starts_with('、');
        return (!row).then(|| Shape::new(Style::Ordinal, numeral, open, number_end + length));
    }
    if rest.starts_with(['是', '要', '就']) && !rest.starts_with("要务") && !rest.starts_with("要素") {
        return Some(Shape::new(Style::Ordinal, numeral, open, number_end));
    }
    if rest.starts_with(char::is_whitespace) {
        return Some(Shape::new(Style::Ordinal, numeral, open, number_end));
    }
    let unit = UNITS.iter().find(|unit| rest.starts_with(**unit))?;
    let after = &rest[unit.len()..];
    let ends = after.is_empty()
        || separator(after).is_some()
        || after.starts_with(['是', '要', '就', ' ', '　'])
        || *unit == "部分";
    let whole = number_end + unit.len() + optional_separator(after);
    ends.then(|| Shape::new(Style::OrdinalUnit, numeral, open, whole))
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

/// 首先 其次 再次 最后; the last takes whatever number comes next.
fn sequence(text: &str) -> Option<Shape> {
    const WORDS: [(&str, u32); 4] = [("首先", 1), ("其次", 2), ("再次", 3), ("最后", 0)];
    let (word, ordinal) = WORDS.into_iter().find(|(word, _)| text.starts_with(word))?;
    let whole = word.len() + optional_separator(&text[word.len()..]);
    Some(Shape {
        style: Style::Sequence,
        ordinal,
        numerals: None,
        before: 0,
        length: word.len(),
        whole,
        malformed: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Style, u32, &str)> {
        Marker::read(text, 0).map(|m| (m.style, m.ordinal, m.span.slice(text)))
    }

    #[test]
    fn every_style_is_read_with_its_separator() {
        let expected = [
            ("一、提高认识", (Style::HanComma, 1, "一、")),
            ("十二．提高认识", (Style::HanComma, 12, "十二．")),
            ("（三）加强领导", (Style::HanParen, 3, "（三）")),
            ("(三)加强领导", (Style::HanParen, 3, "(三)")),
            ("㈡加强领导", (Style::HanParen, 2, "㈡")),
            ("1.抓学习", (Style::DigitDot, 1, "1.")),
            ("１．抓学习", (Style::DigitDot, 1, "１．")),
            ("1.2014年的工作", (Style::DigitDot, 1, "1.")),
            ("3、抓学习", (Style::DigitComma, 3, "3、")),
            ("（1）抓学习", (Style::DigitParen, 1, "（1）")),
            ("⑵抓学习", (Style::DigitParen, 2, "⑵")),
            ("2)抓学习", (Style::DigitHalfParen, 2, "2)")),
            ("③抓学习", (Style::Circled, 3, "③")),
            ("壹、抓学习", (Style::FormalComma, 1, "壹、")),
            ("乙、抓学习", (Style::StemComma, 2, "乙、")),
            ("第一，抓学习", (Style::Ordinal, 1, "第一，")),
            ("第二是抓学习", (Style::Ordinal, 2, "第二")),
            ("第三点，抓学习", (Style::OrdinalUnit, 3, "第三点，")),
            ("第一部分　回顾", (Style::OrdinalUnit, 1, "第一部分")),
            ("其二，抓学习", (Style::Among, 2, "其二，")),
            ("一是抓学习", (Style::HanIs, 1, "一是")),
            ("一，是抓学习", (Style::HanIs, 1, "一，是")),
            ("三要抓学习", (Style::HanMust, 3, "三要")),
            ("首先，抓学习", (Style::Sequence, 1, "首先，")),
            ("最后，抓学习", (Style::Sequence, 0, "最后，")),
            ("一、三个代表的意义", (Style::HanComma, 1, "一、")),
        ];
        for (text, marker) in expected {
            assert_eq!(read(text), Some(marker), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_marker_is_none() {
        let texts = [
            "一年一度的盛会", "第一责任人", "第一次会议", "第一、第二产业", "一、二、三产业", "一、二产业",
            "20xx年", "3.15晚会", "1.5亿元", "2014年1月", "(2014年1月26日)", "一方面抓学习", "一要求大家",
            "第一要务是发展", "1、2月份", "其中", "十个指头", "（试行）", "第一时间", "甲方",
        ];
        for text in texts {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn wrong_separators_are_marked() {
        for text in ["四、要抓学习", "（一）是抓学习", "（一）、抓学习"] {
            assert!(Marker::read(text, 0).is_some_and(|marker| marker.malformed), "{text}");
        }
    }

    #[test]
    fn spans_count_from_the_given_offset() {
        let marker = Marker::read("（二）好", 10).map(|m| (m.span, m.ordinal_span));
        assert_eq!(marker, Some((Span::new(10, 19), Span::new(13, 16))));
    }
}
