//! Marker styles as a writer knows them: how each is written, and which may stand under which. Own
//! tables, none of the library's, so that the truth does not depend on what is tested.

use super::random::Random;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Style {
    /// 第一部分
    Part,
    /// 壹、
    Formal,
    /// 一、
    Comma,
    /// （一）
    Paren,
    /// 1.
    Dot,
    /// 1、
    DigitComma,
    /// （1）
    DigitParen,
    /// 1）
    HalfParen,
    /// ①
    Circled,
    /// 甲、
    Stem,
    /// 第一，
    Ordinal,
    /// 首先，其次，
    Sequence,
    /// 一是
    Is,
    /// 一要
    Must,
    /// 其一，
    Among,
    /// 第一点，
    Unit,
    /// 第一条
    Article,
    /// 第一项，
    Entry,
    /// 优势一、
    Noun,
}

use Style as S;

impl Style {
    pub const ALL: [Self; 19] = [
        S::Part,
        S::Formal,
        S::Comma,
        S::Paren,
        S::Dot,
        S::DigitComma,
        S::DigitParen,
        S::HalfParen,
        S::Circled,
        S::Stem,
        S::Ordinal,
        S::Sequence,
        S::Is,
        S::Must,
        S::Among,
        S::Unit,
        S::Article,
        S::Entry,
        S::Noun,
    ];

    /// The level that usage gives it; the words of speech and 甲、 have none.
    pub fn rank(self) -> Option<u8> {
        match self {
            S::Part | S::Formal => Some(0),
            S::Comma => Some(1),
            S::Paren => Some(2),
            S::Dot | S::DigitComma => Some(3),
            S::DigitParen | S::HalfParen => Some(4),
            S::Circled => Some(5),
            _ => None,
        }
    }

    /// Styles of one kind never stand under each other: 首先、其次、第三 and 一要、二是 are idiom.
    fn kind(self) -> u8 {
        match self {
            S::Ordinal | S::Sequence => 11,
            S::Is | S::Must => 12,
            S::Among => 13,
            S::Stem => 14,
            S::Unit => 15,
            S::Article => 16,
            S::Entry => 17,
            S::Noun => 18,
            ranked => ranked.rank().unwrap_or(0),
        }
    }

    pub fn is_same_kind(self, other: Self) -> bool {
        self.kind() == other.kind()
    }

    /// The longest list that is written in it.
    pub fn longest(self) -> usize {
        match self {
            S::Sequence => 4,
            S::Is | S::Must | S::Among | S::Unit | S::Entry | S::Noun => 6,
            S::Part | S::Stem => 5,
            S::Circled | S::Formal => 10,
            _ => 12,
        }
    }

    /// Whether it may stand under these, the outermost first.
    pub fn fits_under(self, chain: &[Self]) -> bool {
        let Some(parent) = chain.last() else {
            return true;
        };
        if chain.iter().any(|above| above.kind() == self.kind()) {
            return false;
        }
        let Some(rank) = self.rank() else { return true };
        let above = chain.iter().filter_map(|style| style.rank()).max();
        above.is_none_or(|above| above < rank) && (parent.rank().is_some() || rank >= 3)
    }
}

/// How the markers of one list are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hand {
    wide_brackets: bool,
    wide_digits: bool,
    /// Which of the style's separators.
    separator: usize,
    /// Whether 首先…其次… ends in 最后.
    says_last: bool,
}

impl Hand {
    pub fn new(random: &mut Random) -> Self {
        Self {
            wide_brackets: random.chance(70),
            wide_digits: random.chance(10),
            separator: random.below(12),
            says_last: random.chance(60),
        }
    }
}

/// A marker of an item.
#[derive(Clone, Debug)]
pub struct Mark {
    pub style: Style,
    pub ordinal: u32,
    /// Whether it is the last of its list: 最后.
    pub ends_list: bool,
    pub hand: Hand,
    /// What is written instead, where a fault was planted.
    pub broken: Option<String>,
}

const HAN: [&str; 14] = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四",
];
const FORMAL: [&str; 11] = [
    "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾", "拾壹",
];
const STEMS: [&str; 10] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];

/// A number in Chinese numerals.
pub fn han(number: u32) -> &'static str {
    HAN[number as usize - 1]
}

impl Mark {
    pub fn write(&self) -> String {
        if let Some(broken) = &self.broken {
            return broken.clone();
        }
        let (open, close) = if self.hand.wide_brackets {
            ("（", "）")
        } else {
            ("(", ")")
        };
        let han = han(self.ordinal);
        let digits = self.digits();
        let separator = |of: &[&'static str]| of[self.hand.separator % of.len()];
        match self.style {
            S::Part => format!("第{han}部分{}", separator(&["　", " ", "："])),
            S::Formal => format!("{}、", FORMAL[self.ordinal as usize - 1]),
            S::Comma => format!("{han}、"),
            S::Paren => format!("{open}{han}{close}"),
            S::Dot => format!("{digits}{}", separator(&[".", ".", "．"])),
            S::DigitComma => format!("{digits}、"),
            S::DigitParen => format!("{open}{digits}{close}"),
            S::HalfParen => format!("{digits}{close}"),
            S::Circled => char::from_u32(0x2460 + self.ordinal - 1)
                .map(String::from)
                .unwrap_or_default(),
            S::Stem => format!("{}、", STEMS[self.ordinal as usize - 1]),
            S::Ordinal => format!("第{han}{}", separator(&["，", "，", "、"])),
            S::Sequence => format!("{}，", self.sequence_word()),
            S::Is => format!("{han}是"),
            S::Must => format!("{han}要"),
            S::Among => format!("其{han}，"),
            S::Unit => format!("第{han}{}，", separator(&["点", "点", "件事", "句话"])),
            S::Article => format!("第{han}条{}", separator(&["　", " ", "，"])),
            S::Entry => format!("第{han}项{}", separator(&["，", "：", "　"])),
            S::Noun => {
                let noun = separator(&["优势", "建议", "做法", "问题"]);
                let end = if self.hand.wide_brackets {
                    "、"
                } else {
                    "："
                };
                format!("{noun}{han}{end}")
            }
        }
    }

    fn digits(&self) -> String {
        let narrow = self.ordinal.to_string();
        if !self.hand.wide_digits {
            return narrow;
        }
        narrow
            .chars()
            .filter_map(|digit| char::from_u32(u32::from(digit) + 0xFEE0))
            .collect()
    }

    fn sequence_word(&self) -> &'static str {
        match self.ordinal {
            1 => "首先",
            3.. if self.ends_list && (self.hand.says_last || self.ordinal > 3) => "最后",
            2 => "其次",
            _ => "再次",
        }
    }
}
