//! In: a number. Out: its Chinese or Japanese words, as it is spoken or, in the legal forms, as it stands on a cheque.

/// The words of one way of counting.
#[derive(Debug, PartialEq, Eq)]
pub struct Spoken {
    digits: [char; 10],
    /// Ten, hundred, thousand.
    units: [char; 3],
    ten_thousand: char,
    one: One,
    /// Whether a gap is spoken: 一百零一.
    has_zero: bool,
}

/// Where the 一 of 一十, 一百 is spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum One {
    Always,
    /// Not in 十 to 十九.
    NotInTeens,
    /// Before 万 only.
    Seldom,
}

const PLAIN: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// A constant, since a static cannot be built from another.
const PLAIN_SPOKEN: Spoken = Spoken {
    digits: PLAIN,
    units: ['十', '百', '千'],
    ten_thousand: '万',
    one: One::NotInTeens,
    has_zero: true,
};

pub static SIMPLIFIED: Spoken = PLAIN_SPOKEN;
pub static TRADITIONAL: Spoken = Spoken {
    ten_thousand: '萬',
    ..PLAIN_SPOKEN
};
pub static SIMPLIFIED_LEGAL: Spoken = Spoken {
    digits: ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'],
    units: ['拾', '佰', '仟'],
    ten_thousand: '万',
    one: One::Always,
    has_zero: true,
};
pub static TRADITIONAL_LEGAL: Spoken = Spoken {
    digits: ['零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'],
    units: ['拾', '佰', '仟'],
    ten_thousand: '萬',
    one: One::Always,
    has_zero: true,
};
pub static JAPANESE: Spoken = Spoken {
    one: One::Seldom,
    has_zero: false,
    ..PLAIN_SPOKEN
};
pub static JAPANESE_LEGAL: Spoken = Spoken {
    digits: ['零', '壱', '弐', '参', '四', '伍', '六', '七', '八', '九'],
    units: ['拾', '百', '阡'],
    ten_thousand: '萬',
    one: One::Always,
    has_zero: false,
};
impl Spoken {
    /// Nothing from a hundred million on, and for 0 where no one counts it.
    pub fn write(&self, number: u32) -> Option<String> {
        if number == 0 {
            return self.has_zero.then(|| self.digits[0].to_string());
        }
        if number >= 100_000_000 {
            return None;
        }
        let mut words = String::new();
        let (high, low) = (number / 10_000, number % 10_000);
        if high > 0 {
            self.group(high, &mut words);
            words.push(self.ten_thousand);
        }
        self.group(low, &mut words);
        Some(words)
    }

    /// Up to four digits, after what has been written.
    fn group(&self, number: u32, words: &mut String) {
        let mut is_gap = false;
        for (power, value) in [(3, 1000), (2, 100), (1, 10), (0, 1)] {
            let digit = number / value % 10;
            if digit == 0 {
                is_gap = true;
                continue;
            }
            if is_gap && self.has_zero && !words.is_empty() {
                words.push(self.digits[0]);
            }
            is_gap = false;
            if !(digit == 1 && power > 0 && self.leaves_out_one(power, words)) {
                words.push(self.digits[digit as usize]);
            }
            if power > 0 {
                words.push(self.units[power - 1]);
            }
        }
    }

    fn leaves_out_one(&self, power: usize, before: &str) -> bool {
        match self.one {
            One::Always => false,
            One::NotInTeens => power == 1 && before.is_empty(),
            One::Seldom => true,
        }
    }
}
