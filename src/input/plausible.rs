//! In: a text as some charset reads it. Out: how much it looks like Chinese that somebody wrote. A charset is
//! judged by the text that it gives: read in a wrong one, common characters become rare ones and signs.

use crate::text::fold::fold_char;
use crate::text::is_common;

/// What a character adds: about three in four of a text are common.
const COMMON: i64 = 2;
const RARE: i64 = -1;
const ODD: i64 = -6;

/// How plausible a text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plausibility {
    /// Characters that say something: all but ASCII and the like.
    pub telling: i64,
    /// Characters that stand for bytes without meaning, and control characters.
    pub broken: i64,
    /// All characters.
    pub all: i64,
    score: i64,
}

impl Plausibility {
    /// Judges a text.
    pub fn of(text: &str) -> Self {
        let mut sum = Self::default();
        for character in text.chars() {
            let worth = worth(character);
            sum.all += 1;
            sum.telling += i64::from(worth != 0);
            sum.broken += i64::from(is_broken(character));
            sum.score += worth;
        }
        sum
    }

    /// From -600, nothing but what no one writes, to 200, nothing but common characters: a hundredth of what
    /// a telling character adds on average. A text that tells nothing has 0.
    pub fn average(self) -> i64 {
        100 * self.score / self.telling.max(1)
    }
}

fn worth(character: char) -> i64 {
    match character {
        // ASCII, and what both Chinese and others write.
        '\u{20}'..='\u{7e}'
        | '\t'..='\r'
        | '\u{feff}'
        | '\u{a0}'
        | '·'
        | '×'
        | '°'
        | '±'
        | '‰'
        | '\u{3000}'
        | '①'..='⑳'
        | 'Ⅰ'..='Ⅻ'
        | '０'..='９'
        | 'Ａ'..='Ｚ'
        | 'ａ'..='ｚ'
        | '●'
        | '○'
        | '■'
        | '□'
        | '◆'
        | '★'
        | '☆'
        | '→'
        | '℃' => 0,
        '，' | '。' | '、' | '；' | '：' | '？' | '！' | '“' | '”' | '‘' | '’' | '（' | '）'
        | '《' | '》' | '〈' | '〉' | '「' | '」' | '『' | '』' | '【' | '】' | '〔' | '〕'
        | '…' | '—' | '－' | '％' | '〇' => COMMON,
        '\u{4e00}'..='\u{9fff}' if is_common(fold_char(character)) => COMMON,
        '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}' => RARE,
        _ => ODD,
    }
}

fn is_broken(character: char) -> bool {
    matches!(
        character,
        char::REPLACEMENT_CHARACTER | '\0'..='\x08' | '\x0e'..='\x1a' | '\x1c'..='\x1f' | '\x7f'..='\u{9f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_of_both_scripts_is_plausible_and_garble_is_not() {
        for text in [
            "同志们：今天的会议很重要。",
            "各位來賓，大家好！感謝各位的支持。",
        ] {
            assert!(Plausibility::of(text).average() > 80, "{text}");
        }
        for text in ["鍚屽織浠細浠婂ぉ", "Í¬Ö¾ÃÇ£º½ñÌì", "摩祌ㄛ湮模疑"] {
            assert!(Plausibility::of(text).average() < 0, "{text}");
        }
    }
}
