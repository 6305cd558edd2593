//! In: the start of a text. Out: the number that stands there, in whatever numerals it is written; and
//! the way back, a number in the same numerals. Both widths of digits are read; the letters of
//! traditional numerals arrive folded.

use crate::text::fold::Bitmap;

/// The numerals that ordinals are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Numerals {
    /// 一、二、三
    Han,
    /// 壹、贰、叁
    FormalHan,
    /// 1, 2, 3
    Digits,
    /// １, ２, ３
    FullWidthDigits,
    /// ①, ②, ③
    Circled,
    /// ⑴, ⑵, ⑶
    Parenthesised,
    /// ⒈, ⒉, ⒊
    FullStopped,
    /// ㈠, ㈡, ㈢
    ParenthesisedHan,
    /// 甲、乙、丙
    Stems,
}

/// A number at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// Its value, from 1.
    pub value: u32,
    /// Its length in bytes.
    pub length: usize,
    /// How it is written.
    pub numerals: Numerals,
}

const HAN: &str = "一二三四五六七八九";
const FORMAL: &str = "壹贰叁肆伍陆柒捌玖";
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";

/// The Chinese characters that a number is written with.
static HAN_DIGITS: Bitmap = Bitmap::of("一二三四五六七八九十百千万亿零", 1);
/// The Chinese characters that a number may begin with.
static BEGINNINGS: Bitmap = Bitmap::of(
    "一二三四五六七八九十壹贰叁参肆伍陆柒捌玖拾甲乙丙丁戊己庚辛壬癸",
    1,
);

/// Blocks of single characters that stand for 1, 2, 3 … (Unicode, Enclosed Alphanumerics and Enclosed
/// CJK): the first, how many, and the numerals.
const SINGLE: [(char, u32, Numerals); 4] = [
    ('①', 20, Numerals::Circled),
    ('⑴', 20, Numerals::Parenthesised),
    ('⒈', 20, Numerals::FullStopped),
    ('㈠', 10, Numerals::ParenthesisedHan),
];

impl Numeral {
    /// The longest number at the start of a folded text. Numbers above 999 are no ordinals.
    ///
    /// ```
    /// use speech_structure::structure::Numeral;
    /// assert_eq!(Numeral::read("二十一、").map(|n| (n.value, n.length)), Some((21, 9)));
    /// assert_eq!(Numeral::read("2014年"), None);
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let first = text.chars().next()?;
        match first {
            '0'..='9' | '０'..='９' => read_digits(text),
            '①'..='⒛' | '㈠'..='㈩' => read_single(first),
            _ if BEGINNINGS.holds(first) => read_han(text, han_value, '十', Numerals::Han)
                .or_else(|| read_han(text, formal_value, '拾', Numerals::FormalHan))
                .or_else(|| {
                    let value = stem_value(first)?;
                    Some(Self::of(value, first.len_utf8(), Numerals::Stems))
                }),
            _ => None,
        }
    }

    fn of(value: u32, length: usize, numerals: Numerals) -> Self {
        Self {
            value,
            length,
            numerals,
        }
    }
}

/// Writes a number; `None` where these numerals do not reach so far.
///
/// ```
/// use speech_structure::structure::{Numerals, write_numeral};
/// assert_eq!(write_numeral(12, Numerals::Han).as_deref(), Some("十二"));
/// assert_eq!(write_numeral(21, Numerals::Circled), None);
/// ```
#[must_use]
pub fn write_numeral(value: u32, numerals: Numerals) -> Option<String> {
    match numerals {
        Numerals::Han => write_han(value, HAN, '十'),
        Numerals::FormalHan => write_han(value, FORMAL, '拾'),
        Numerals::Digits => Some(value.to_string()),
        Numerals::FullWidthDigits => value
            .to_string()
            .chars()
            .map(|digit| char::from_u32(u32::from(digit) - u32::from('0') + u32::from('０')))
            .collect(),
        Numerals::Stems => nth_of(STEMS, value).map(String::from),
        single => {
            let (first, count, _) = SINGLE.into_iter().find(|(_, _, kind)| *kind == single)?;
            let code = u32::from(first) + value.checked_sub(1)?;
            (value <= count).then(|| char::from_u32(code).map(String::from))?
        }
    }
}

/// The value of a digit of either width.
pub(super) fn digit(character: char) -> Option<u32> {
    match character {
        '0'..='9' => Some(u32::from(character) - u32::from('0')),
        '０'..='９' => Some(u32::from(character) - u32::from('０')),
        _ => None,
    }
}

/// Whether a character is part of a number written in Chinese, in any place of it.
pub(super) fn is_han_digit(character: char) -> bool {
    HAN_DIGITS.holds(character) || character == '〇'
}

fn read_digits(text: &str) -> Option<Numeral> {
    let mut value = 0;
    let mut length = 0;
    for (index, character) in text.chars().enumerate() {
        let Some(digit) = digit(character) else { break };
        if index == 3 {
            return None;
        }
        value = value * 10 + digit;
        length += character.len_utf8();
    }
    let full_width = text.starts_with(|first: char| !first.is_ascii());
    let numerals = if full_width {
        Numerals::FullWidthDigits
    } else {
        Numerals::Digits
    };
    (value > 0).then_some(Numeral::of(value, length, numerals))
}

fn read_single(character: char) -> Option<Numeral> {
    SINGLE.into_iter().find_map(|(first, count, numerals)| {
        let value = u32::from(character).checked_sub(u32::from(first))? + 1;
        (value <= count).then_some(Numeral::of(value, character.len_utf8(), numerals))
    })
}

/// Reads 一 … 九十九; a longer number (一百, 三千) or a row of digits (一二) is none.
fn read_han(
    text: &str,
    value_of: fn(char) -> Option<u32>,
    ten: char,
    numerals: Numerals,
) -> Option<Numeral> {
    let mut characters = text.chars().peekable();
    let mut length = 0;
    let mut take = |characters: &mut std::iter::Peekable<std::str::Chars>| {
        let value = value_of(*characters.peek()?)?;
        length += characters.next()?.len_utf8();
        Some(value)
    };
    let units = take(&mut characters);
    let value = if characters.peek() == Some(&ten) {
        characters.next();
        let ones = take(&mut characters);
        length += ten.len_utf8();
        units.unwrap_or(1) * 10 + ones.unwrap_or(0)
    } else {
        units?
    };
    match characters.peek() {
        Some(&next) if is_han_digit(next) || formal_value(next).is_some() => None,
        _ => Some(Numeral::of(value, length, numerals)),
    }
}

fn write_han(value: u32, digits: &str, ten: char) -> Option<String> {
    let (tens, ones) = (value / 10, value % 10);
    let mut text = String::new();
    match tens {
        0 if ones == 0 => return None,
        0 => {}
        1 => text.push(ten),
        2..=9 => text.extend([nth_of(digits, tens)?, ten]),
        _ => return None,
    }
    text.extend(nth_of(digits, ones));
    Some(text)
}

fn han_value(character: char) -> Option<u32> {
    Some(match character {
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn formal_value(character: char) -> Option<u32> {
    Some(match character {
        '壹' => 1,
        '贰' => 2,
        // Taiwan writes 參, which folds to another character than 叁 does.
        '叁' | '参' => 3,
        '肆' => 4,
        '伍' => 5,
        '陆' => 6,
        '柒' => 7,
        '捌' => 8,
        '玖' => 9,
        _ => return None,
    })
}

fn stem_value(character: char) -> Option<u32> {
    Some(match character {
        '甲' => 1,
        '乙' => 2,
        '丙' => 3,
        '丁' => 4,
        '戊' => 5,
        '己' => 6,
        '庚' => 7,
        '辛' => 8,
        '壬' => 9,
        '癸' => 10,
        _ => return None,
    })
}

fn nth_of(digits: &str, value: u32) -> Option<char> {
    digits
        .chars()
        .nth(usize::try_from(value).ok()?.checked_sub(1)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Numerals; 9] = [
        Numerals::Han,
        Numerals::FormalHan,
        Numerals::Digits,
        Numerals::FullWidthDigits,
        Numerals::Circled,
        Numerals::Parenthesised,
        Numerals::FullStopped,
        Numerals::ParenthesisedHan,
        Numerals::Stems,
    ];

    #[test]
    fn what_is_written_is_read_back() {
        for numerals in ALL {
            for value in 1..=99 {
                let Some(text) = write_numeral(value, numerals) else {
                    assert!(value > 10, "{numerals:?} reaches ten at least");
                    continue;
                };
                let read = Numeral::read(&text);
                assert_eq!(
                    read,
                    Some(Numeral::of(value, text.len(), numerals)),
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn long_numbers_and_rows_of_digits_are_no_ordinals() {
        for text in [
            "一百二十",
            "三千",
            "一二三",
            "2014年",
            "一万",
            "0、",
            "二〇一九年",
        ] {
            assert_eq!(Numeral::read(text), None, "{text}");
        }
    }
}
