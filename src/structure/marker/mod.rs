//! In: the start of a line or clause, folded. Out: the marker that stands there: its style, its ordinal
//! and its extent. What only looks like one (一年一度、第一责任人、3.15、一、二、三产业) is none.
//!
//! Levels after GB/T 9704-2012 7.3.3 (一、 （一） 1. （1）); separators after GB/T 15834-2011 annex B.9.

mod forms;
mod neighbours;
mod style;

pub(super) use forms::without_counted;
pub(super) use neighbours::counts_things;
pub use style::{Levels, Style};

use super::numeral::Numerals;
use crate::text::Span;

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
        forms::read(text).map(|shape| shape.at(offset))
    }

    /// Whether it has whatever number comes next in a list of this style: 最后 in any, 其次 and 再次 after 首先.
    pub(super) fn takes_next(&self, list: Option<Style>) -> bool {
        let goes_on = self.style == Style::Sequence && self.ordinal != 1;
        goes_on && (self.ordinal == 0 || list == Some(Style::Sequence))
    }

    /// Byte offset of the first character after the marker.
    #[must_use]
    pub fn end(&self) -> usize {
        self.span.end
    }
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
            (
                "第二个问题，怎样修路",
                (Style::OrdinalUnit, 2, "第二个问题，"),
            ),
            ("第一点看法是要早", (Style::OrdinalUnit, 1, "第一点看法")),
            ("第三种是拖", (Style::OrdinalUnit, 3, "第三种")),
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
            ("第一部分　回顾", (Style::OrdinalPart, 1, "第一部分")),
            ("其二，抓学习", (Style::Among, 2, "其二，")),
            ("一是抓学习", (Style::HanIs, 1, "一是")),
            ("一，是抓学习", (Style::HanIs, 1, "一，是")),
            ("三要抓学习", (Style::HanMust, 3, "三要")),
            ("首先，抓学习", (Style::Sequence, 1, "首先，")),
            ("最后，抓学习", (Style::Sequence, 0, "最后，")),
            ("一、三个代表的意义", (Style::HanComma, 1, "一、")),
            ("1、六年级的老师们", (Style::DigitComma, 1, "1、")),
        ];
        for (text, marker) in expected {
            assert_eq!(read(text), Some(marker), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_marker_is_none() {
        let texts = [
            "一年一度的盛会",
            "第一责任人",
            "第一次会议",
            "第一、第二产业",
            "第一、二、三季度",
            "一、二、三产业",
            "一、二产业",
            "20xx年",
            "3.15晚会",
            "1.5亿元",
            "2014年1月",
            "(2014年1月26日)",
            "一方面抓学习",
            "一要求大家",
            "第一要务是发展",
            "1、2月份",
            "其中",
            "十个指头",
            "（试行）",
            "第一时间",
            "一是一，二是二",
            "再次走进现场",
            "最后一公里",
            "甲方",
        ];
        for text in texts {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn wrong_separators_are_marked() {
        for text in [
            "四、要抓学习",
            "（一）是抓学习",
            "（一）、抓学习",
            "一、、抓学习",
            "2.、抓学习",
        ] {
            assert!(
                Marker::read(text, 0).is_some_and(|marker| marker.malformed),
                "{text}"
            );
        }
    }

    #[test]
    fn spans_count_from_the_given_offset() {
        let marker = Marker::read("（二）好", 10).map(|m| (m.span, m.ordinal_span));
        assert_eq!(marker, Some((Span::new(10, 19), Span::new(13, 16))));
    }
}
