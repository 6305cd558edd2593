//! In: what is wrong in a house's settings, with its place. Out: a sentence for the person who wrote them, in the reader's
//! language. It names the key as it is written, for that is what the person looks for.

use crate::words::{Language, Words};

/// A wrong value in a configuration, with its place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.sentence(Language::En))]
pub enum ConfigurationError {
    /// There is no setting of this name, with its place: `rulez`, `silenced[0].sentence`.
    UnknownKey(String),
    /// The value at this place, the second as it is written, is of a kind that cannot stand there.
    WrongValue(String, String),
    /// There is no rule of this code.
    UnknownRule(String),
    /// At this place of `levels`, counted from 0: there is no style of this name.
    UnknownStyle(usize, String),
    /// The number of this key lies outside the least and the greatest that it may be.
    OutOfRange(&'static str, String, u32, u32),
}

impl ConfigurationError {
    /// What is wrong, as a sentence without a full stop.
    ///
    /// ```
    /// use speech_structure::{ConfigurationError, Language};
    /// let error = ConfigurationError::UnknownKey("rulez".to_owned());
    /// assert_eq!(error.sentence(Language::ZhHans), "“rulez”：没有这一项设置");
    /// ```
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        let (words, place, value) = match self {
            Self::UnknownKey(key) => (&UNKNOWN_KEY, key.clone(), ""),
            Self::WrongValue(place, value) => (expected(place), place.clone(), value.as_str()),
            Self::UnknownRule(code) => (&UNKNOWN_RULE, format!("rules.{code}"), ""),
            Self::UnknownStyle(place, style) => {
                (&UNKNOWN_STYLE, format!("levels[{place}]"), style.as_str())
            }
            Self::OutOfRange(key, value, ..) => (&OUT_OF_RANGE, (*key).to_owned(), value.as_str()),
        };
        let mut sentence = words.in_language(language).to_owned();
        if let Self::OutOfRange(_, _, least, most) = self {
            sentence = sentence
                .replace("{least}", &least.to_string())
                .replace("{most}", &most.to_string());
        }
        // What was written is put in last: it may hold anything, braces too.
        let (before, after) = sentence.split_once("{place}").unwrap_or(("", &sentence));
        format!("{before}{place}{}", after.replace("{value}", value))
    }
}

/// What may stand at a place, told with the value that stands there.
fn expected(place: &str) -> &'static Words {
    let key_end = place.find(['.', '[']).unwrap_or(place.len());
    match &place[..key_end] {
        "rules" if key_end < place.len() => &A_SETTING,
        "levels" => &NAMES,
        "silenced" => &MARKS,
        "speakingRate" | "overlongParagraph" => &A_NUMBER,
        _ => &AN_OBJECT,
    }
}

static UNKNOWN_KEY: Words = Words {
    zh_hans: "“{place}”：没有这一项设置",
    zh_hant: "「{place}」：沒有這一項設定",
    en: "{place}: there is no such setting",
};
static UNKNOWN_RULE: Words = Words {
    zh_hans: "“{place}”：没有这条规则",
    zh_hant: "「{place}」：沒有這條規則",
    en: "{place}: no rule has this code",
};
static UNKNOWN_STYLE: Words = Words {
    zh_hans: "“{place}”：没有名为“{value}”的序号样式",
    zh_hant: "「{place}」：沒有名為「{value}」的序號樣式",
    en: "{place}: no marker style is called {value}",
};
static OUT_OF_RANGE: Words = Words {
    zh_hans: "“{place}”：{value} 超出范围，应在 {least} 到 {most} 之间",
    zh_hant: "「{place}」：{value} 超出範圍，應在 {least} 到 {most} 之間",
    en: "{place}: {value} is out of range; it lies between {least} and {most}",
};
static A_SETTING: Words = Words {
    zh_hans: "“{place}”：不能是 {value}，应是 \"off\"（不检查）、\"info\"（提示）、\"warning\"（警告）或 \"error\"（错误）",
    zh_hant: "「{place}」：不能是 {value}，應是 \"off\"（不檢查）、\"info\"（提示）、\"warning\"（警告）或 \"error\"（錯誤）",
    en: "{place}: {value} is none of \"off\", \"info\", \"warning\" and \"error\"",
};
static A_NUMBER: Words = Words {
    zh_hans: "“{place}”：应是一个数，不加引号，现在是 {value}",
    zh_hant: "「{place}」：應是一個數，不加引號，現在是 {value}",
    en: "{place}: should be a number without quotation marks, and is {value}",
};
static NAMES: Words = Words {
    zh_hans: "“{place}”：应是序号样式的名称，从高到低列出，现在是 {value}",
    zh_hant: "「{place}」：應是序號樣式的名稱，從高到低列出，現在是 {value}",
    en: "{place}: should be names of marker styles, the highest first, and is {value}",
};
static MARKS: Words = Words {
    zh_hans: "“{place}”：不是页面存下的“不再提示”记录，现在是 {value}",
    zh_hant: "「{place}」：不是頁面存下的「不再提示」記錄，現在是 {value}",
    en: "{place}: is no record of a silenced finding: {value}",
};
static AN_OBJECT: Words = Words {
    zh_hans: "“{place}”：应是写在花括号里的几项设置，现在是 {value}",
    zh_hant: "「{place}」：應是寫在大括號裡的幾項設定，現在是 {value}",
    en: "{place}: should be settings in braces, and is {value}",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_names_the_place_and_what_stands_there() {
        let errors = [
            ConfigurationError::UnknownKey("甲{value}".into()),
            ConfigurationError::WrongValue("rules.numbering-gap".into(), "\"loud\"".into()),
            ConfigurationError::WrongValue("rules".into(), "7".into()),
            ConfigurationError::WrongValue("levels[1]".into(), "{place}".into()),
            ConfigurationError::WrongValue("silenced[0].hash".into(), "\"乙\"".into()),
            ConfigurationError::UnknownRule("numbering-gpa".into()),
            ConfigurationError::UnknownStyle(1, "roman".into()),
            ConfigurationError::OutOfRange("speakingRate", "0".into(), 60, 600),
        ];
        let named = [
            vec!["甲{value}"],
            vec!["rules.numbering-gap", "\"loud\"", "\"off\""],
            vec!["rules", "7"],
            vec!["levels[1]", "{place}"],
            vec!["silenced[0].hash", "\"乙\""],
            vec!["rules.numbering-gpa"],
            vec!["levels[1]", "roman"],
            vec!["speakingRate", "0", "60", "600"],
        ];
        for (error, named) in errors.iter().zip(named) {
            for language in Language::ALL {
                let sentence = error.sentence(language);
                for name in &named {
                    assert!(sentence.contains(name), "{language:?}: {sentence}");
                }
            }
        }
    }
}
