//! The closed list of marker styles, with the level that usage gives each.

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
    /// 第一部分、第一章
    OrdinalPart,
    /// 第一点、第一项
    OrdinalUnit,
    /// 其一，
    Among,
    /// 一是
    HanIs,
    /// 一要
    HanMust,
    /// 首先、其次、再次、最后
    Sequence,
    /// 优势一、 措施二：
    NounOrdinal,
    /// 一完成……，where the separator is lost
    HanBare,
    /// 2落实……，where the separator is lost
    DigitBare,
}

impl Style {
    /// Every style, in the order of the schema.
    pub const ALL: [Self; 19] = [
        Self::OrdinalPart,
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
        Self::NounOrdinal,
        Self::HanBare,
        Self::DigitBare,
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
            Self::NounOrdinal => "noun-ordinal",
            Self::HanBare => "han-bare",
            Self::DigitBare => "digit-bare",
            Self::OrdinalPart => "ordinal-part",
        }
    }

    /// The level of the style: 1 to 4 after GB/T 9704, with 第一部分 and 壹、 above and ① below; `None`
    /// where usage gives it none.
    #[must_use]
    pub fn rank(self) -> Option<u8> {
        match self {
            Self::OrdinalPart | Self::FormalComma => Some(0),
            Self::HanComma | Self::HanBare => Some(1),
            Self::HanParen => Some(2),
            Self::DigitDot | Self::DigitComma | Self::DigitBare => Some(3),
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
            Self::DigitComma | Self::DigitBare => Self::DigitDot,
            Self::HanBare => Self::HanComma,
            other => other,
        }
    }

    /// Whether a lone one is a word of speech rather than an item: 首先 without 其次.
    #[must_use]
    pub fn is_word(self) -> bool {
        matches!(
            self,
            Self::Sequence | Self::Among | Self::OrdinalUnit | Self::NounOrdinal
        )
    }
}

/// Which styles stand above which: the level of each style, 0 the highest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Levels {
    ranks: [Option<u8>; Style::ALL.len()],
}

impl Default for Levels {
    /// The levels of GB/T 9704-2012, 7.3.3, and of usage above and below them: see [`Style::rank`].
    fn default() -> Self {
        let mut ranks = [None; Style::ALL.len()];
        for style in Style::ALL {
            ranks[style as usize] = style.rank();
        }
        Self { ranks }
    }
}

impl Levels {
    /// Levels in the order of the styles given; those left out have none.
    ///
    /// ```
    /// use speech_structure::structure::marker::{Levels, Style};
    /// let levels = Levels::in_order(&[Style::HanComma, Style::DigitComma]);
    /// assert!(levels.rank(Style::HanComma) < levels.rank(Style::DigitComma));
    /// assert_eq!(levels.rank(Style::HanParen), None);
    /// ```
    #[must_use]
    pub fn in_order(styles: &[Style]) -> Self {
        let mut ranks = [None; Style::ALL.len()];
        for (style, rank) in styles.iter().zip(1..) {
            ranks[*style as usize] = Some(rank);
        }
        Self { ranks }
    }

    /// The level of a style; `None` where it has none.
    #[must_use]
    pub fn rank(&self, style: Style) -> Option<u8> {
        self.ranks[style as usize]
    }
}
