//! In: a number and a format. Out: the number as a word processor or a browser writes it in front of a paragraph.
//!
//! The facts come from ECMA-376 Part 1, 17.18.59 (`ST_NumberFormat`) with Microsoft's notes on it ([MS-OI29500] 2.1.540,
//! [MS-DOCX] 2.4), and from CSS Counter Styles Level 3. A number that a format has no sign for is written in decimal, as both
//! do; so are formats that no Chinese document is written with.

mod latin;
mod spoken;

use spoken::Spoken;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFormat {
    /// 1, 2, 3, with zeros in front up to so many digits.
    Decimal(usize),
    /// Digit by digit; the signs of 0 to 9.
    Digits([char; 10]),
    /// 1st, 2nd, 3rd.
    Ordinal,
    /// - 1 -
    InDashes,
    /// 9, A, B in base 16.
    Hexadecimal,
    /// I, II, III.
    Roman(Case),
    /// a … z, then aa, bb: Word's way.
    RepeatedLetter(Case),
    /// a … z, then aa, ab: a browser's way.
    Letters(Case),
    /// So many signs that follow each other in Unicode, the first of which is 1.
    Range(char, u32),
    /// One sign a number.
    Signs(&'static str),
    /// 十, 二十一, 一百: as it is spoken.
    Spoken(&'static Spoken),
    /// Spoken up to 99, digit by digit from 100 on (一○○).
    SpokenBelowHundred(&'static Spoken, [char; 10]),
    /// The same sign for every number.
    Bullet(char),
    /// Nothing.
    None,
}

/// Of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    Upper,
    Lower,
}

const FULL_WIDTH: [char; 10] = ['０', '１', '２', '３', '４', '５', '６', '７', '８', '９'];
/// With U+3007, as `ideographDigital` and CSS have it.
const IDEOGRAPHS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
/// With U+25CB, as `chineseCounting`, `taiwaneseCounting` and `taiwaneseDigital` have it.
const IDEOGRAPHS_WITH_CIRCLE: [char; 10] =
    ['○', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

impl NumberFormat {
    /// The format of a name of `ST_NumberFormat`.
    #[must_use]
    pub fn of_word(name: &str) -> Self {
        match name {
            "decimalFullWidth" | "decimalFullWidth2" => Self::Digits(FULL_WIDTH),
            "decimalZero" => Self::Decimal(2),
            "ordinal" => Self::Ordinal,
            "numberInDash" => Self::InDashes,
            "hex" => Self::Hexadecimal,
            "upperRoman" => Self::Roman(Case::Upper),
            "lowerRoman" => Self::Roman(Case::Lower),
            "upperLetter" => Self::RepeatedLetter(Case::Upper),
            "lowerLetter" => Self::RepeatedLetter(Case::Lower),
            "chineseCounting" | "taiwaneseCounting" => {
                Self::SpokenBelowHundred(&spoken::SIMPLIFIED, IDEOGRAPHS_WITH_CIRCLE)
            }
            "chineseCountingThousand" => Self::Spoken(&spoken::SIMPLIFIED),
            "taiwaneseCountingThousand" => Self::Spoken(&spoken::TRADITIONAL),
            "chineseLegalSimplified" => Self::Spoken(&spoken::SIMPLIFIED_LEGAL),
            "ideographLegalTraditional" => Self::Spoken(&spoken::TRADITIONAL_LEGAL),
            "japaneseCounting" => Self::Spoken(&spoken::JAPANESE),
            "japaneseLegal" => Self::Spoken(&spoken::JAPANESE_LEGAL),
            "taiwaneseDigital" => Self::Digits(IDEOGRAPHS_WITH_CIRCLE),
            "ideographDigital" | "japaneseDigitalTenThousand" => Self::Digits(IDEOGRAPHS),
            "ideographTraditional" => Self::Signs(STEMS),
            "ideographZodiac" => Self::Signs(BRANCHES),
            "decimalEnclosedCircle" => Self::Range('①', 20),
            // GB 2312 has the circles up to ten only; Word keeps to it.
            "decimalEnclosedCircleChinese" => Self::Range('①', 10),
            "decimalEnclosedFullstop" => Self::Range('⒈', 20),
            "decimalEnclosedParen" => Self::Range('⑴', 20),
            // Word writes them in brackets, whatever the name says.
            "ideographEnclosedCircle" => Self::Range('㈠', 10),
            "bullet" => Self::Bullet('•'),
            "none" => Self::None,
            _ => Self::Decimal(1),
        }
    }

    /// The format of a CSS counter style and what stands after its numbers; nothing where the style is not known.
    #[must_use]
    pub fn of_css(name: &str) -> Option<(Self, &'static str)> {
        let format = match name {
            "decimal" => Self::Decimal(1),
            "decimal-leading-zero" => Self::Decimal(2),
            "lower-roman" => Self::Roman(Case::Lower),
            "upper-roman" => Self::Roman(Case::Upper),
            "lower-alpha" | "lower-latin" => Self::Letters(Case::Lower),
            "upper-alpha" | "upper-latin" => Self::Letters(Case::Upper),
            "cjk-decimal" => return Some((Self::Digits(IDEOGRAPHS), "、")),
            "cjk-ideographic" | "trad-chinese-informal" => {
                return Some((Self::Spoken(&spoken::TRADITIONAL), "、"));
            }
            "simp-chinese-informal" => return Some((Self::Spoken(&spoken::SIMPLIFIED), "、")),
            "simp-chinese-formal" => return Some((Self::Spoken(&spoken::SIMPLIFIED_LEGAL), "、")),
            "trad-chinese-formal" => return Some((Self::Spoken(&spoken::TRADITIONAL_LEGAL), "、")),
            "japanese-informal" => return Some((Self::Spoken(&spoken::JAPANESE), "、")),
            "japanese-formal" => return Some((Self::Spoken(&spoken::JAPANESE_LEGAL), "、")),
            "cjk-heavenly-stem" => return Some((Self::Signs(STEMS), "、")),
            "cjk-earthly-branch" => return Some((Self::Signs(BRANCHES), "、")),
            "disc" => return Some((Self::Bullet('•'), " ")),
            "circle" => return Some((Self::Bullet('◦'), " ")),
            "square" => return Some((Self::Bullet('▪'), " ")),
            "none" => return Some((Self::None, "")),
            _ => return None,
        };
        Some((format, ". "))
    }

    /// Writes a number. Its length is bounded, however large the number.
    #[must_use]
    pub fn write(self, number: u32) -> String {
        self.signs(number).unwrap_or_else(|| number.to_string())
    }

    /// Nothing where the format has no sign for the number.
    fn signs(self, number: u32) -> Option<String> {
        match self {
            Self::Decimal(width) => Some(format!("{number:0width$}")),
            Self::Ordinal => Some(latin::ordinal(number)),
            Self::InDashes => Some(format!("- {number} -")),
            Self::Hexadecimal => Some(format!("{number:X}")),
            Self::Roman(case) => latin::roman(number, case),
            Self::RepeatedLetter(case) => latin::repeated_letter(number, case),
            Self::Letters(case) => latin::letters(number, case),
            Self::Range(first, count) => {
                let step = number.checked_sub(1).filter(|step| *step < count)?;
                char::from_u32(u32::from(first) + step).map(String::from)
            }
            Self::Signs(signs) => {
                let place = usize::try_from(number.checked_sub(1)?).ok()?;
                signs.chars().nth(place).map(String::from)
            }
            Self::Spoken(words) => words.write(number),
            Self::SpokenBelowHundred(words, _) if (1..100).contains(&number) => words.write(number),
            Self::Digits(digits) | Self::SpokenBelowHundred(_, digits) => {
                Some(in_digits(number, &digits))
            }
            Self::Bullet(sign) => Some(sign.to_string()),
            Self::None => Some(String::new()),
        }
    }
}

fn in_digits(number: u32, digits: &[char; 10]) -> String {
    let digit = |sign: char| {
        sign.to_digit(10)
            .map_or(sign, |digit| digits[digit as usize])
    };
    number.to_string().chars().map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Number by number what the standard's text and examples give, each with a number past its set.
    const WORD: [(&str, &[(u32, &str)]); 28] = [
        ("decimal", &[(1, "1"), (10, "10"), (0, "0")]),
        ("decimalHalfWidth", &[(12, "12")]),
        ("decimalFullWidth", &[(1, "１"), (10, "１０")]),
        ("decimalFullWidth2", &[(1, "１"), (25, "２５")]),
        ("decimalZero", &[(1, "01"), (10, "10"), (100, "100")]),
        (
            "decimalEnclosedCircle",
            &[(1, "①"), (10, "⑩"), (20, "⑳"), (21, "21")],
        ),
        (
            "decimalEnclosedCircleChinese",
            &[(1, "①"), (10, "⑩"), (11, "11")],
        ),
        (
            "decimalEnclosedFullstop",
            &[(1, "⒈"), (20, "⒛"), (21, "21")],
        ),
        ("decimalEnclosedParen", &[(1, "⑴"), (20, "⒇"), (21, "21")]),
        (
            "ideographEnclosedCircle",
            &[(1, "㈠"), (10, "㈩"), (11, "11")],
        ),
        (
            "chineseCounting",
            &[
                (1, "一"),
                (10, "十"),
                (11, "十一"),
                (20, "二十"),
                (99, "九十九"),
                (100, "一○○"),
                (120, "一二○"),
            ],
        ),
        (
            "taiwaneseCounting",
            &[(10, "十"), (21, "二十一"), (100, "一○○")],
        ),
        (
            "chineseCountingThousand",
            &[
                (10, "十"),
                (15, "十五"),
                (100, "一百"),
                (101, "一百零一"),
                (110, "一百一十"),
                (1000, "一千"),
                (1001, "一千零一"),
                (10_000, "一万"),
            ],
        ),
        (
            "taiwaneseCountingThousand",
            &[(10, "十"), (101, "一百零一"), (10_000, "一萬")],
        ),
        (
            "chineseLegalSimplified",
            &[
                (1, "壹"),
                (2, "贰"),
                (3, "叁"),
                (10, "壹拾"),
                (100, "壹佰"),
                (101, "壹佰零壹"),
            ],
        ),
        (
            "ideographLegalTraditional",
            &[
                (1, "壹"),
                (2, "貳"),
                (3, "參"),
                (6, "陸"),
                (10, "壹拾"),
                (1000, "壹仟"),
            ],
        ),
        ("ideographTraditional", &[(1, "甲"), (10, "癸"), (11, "11")]),
        ("ideographZodiac", &[(1, "子"), (12, "亥"), (13, "13")]),
        ("ideographDigital", &[(1, "一"), (10, "一〇"), (21, "二一")]),
        ("taiwaneseDigital", &[(10, "一○")]),
        (
            "japaneseCounting",
            &[
                (10, "十"),
                (20, "二十"),
                (110, "百十"),
                (1000, "千"),
                (10_000, "一万"),
            ],
        ),
        (
            "upperLetter",
            &[
                (1, "A"),
                (26, "Z"),
                (27, "AA"),
                (28, "BB"),
                (781, "A"),
                (0, "0"),
            ],
        ),
        ("lowerLetter", &[(3, "c"), (53, "aaa")]),
        (
            "upperRoman",
            &[(4, "IV"), (1999, "MCMXCIX"), (40_000, "40000")],
        ),
        ("lowerRoman", &[(9, "ix")]),
        (
            "ordinal",
            &[
                (1, "1st"),
                (2, "2nd"),
                (3, "3rd"),
                (11, "11th"),
                (112, "112th"),
                (22, "22nd"),
            ],
        ),
        ("none", &[(5, "")]),
        ("hebrew1", &[(5, "5")]),
    ];

    #[test]
    fn word_s_formats_are_written_as_the_standard_says() {
        for (name, numbers) in WORD {
            for (number, written) in numbers {
                assert_eq!(
                    NumberFormat::of_word(name).write(*number),
                    *written,
                    "{name}"
                );
            }
        }
    }

    #[test]
    fn css_styles_are_written_as_browsers_do() {
        let written = |name, number| {
            let (format, suffix) = NumberFormat::of_css(name).expect("it is known");
            format.write(number) + suffix
        };
        assert_eq!(written("decimal", 3), "3. ");
        assert_eq!(written("lower-alpha", 28), "ab. ");
        assert_eq!(written("cjk-ideographic", 12), "十二、");
        assert_eq!(written("simp-chinese-informal", 101), "一百零一、");
        assert_eq!(written("simp-chinese-formal", 10), "壹拾、");
        assert_eq!(written("disc", 7), "• ");
        assert!(NumberFormat::of_css("no-such-style").is_none());
    }

    #[test]
    fn the_largest_number_is_short_in_every_format() {
        for (name, _) in WORD {
            assert!(
                NumberFormat::of_word(name).write(u32::MAX).len() < 100,
                "{name}"
            );
        }
    }
}
