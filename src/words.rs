//! In: a sentence in every language of the reader, and the data of it. Out: the sentence in one language, for findings,
//! fixes, settings and the command line alike.

/// A language of the reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Simplified Chinese.
    #[default]
    ZhHans,
    /// Traditional Chinese.
    ZhHant,
    /// English.
    En,
}

impl Language {
    /// All languages, the first is the default.
    pub const ALL: [Self; 3] = [Self::ZhHans, Self::ZhHant, Self::En];

    /// The language tag of BCP 47.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::ZhHans => "zh-Hans",
            Self::ZhHant => "zh-Hant",
            Self::En => "en",
        }
    }

    /// The language of a tag, if it is one of ours.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }
}

/// Words in every language of the reader. `{name}` stands for a datum of the finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// In simplified Chinese.
    pub zh_hans: &'static str,
    /// In traditional Chinese.
    pub zh_hant: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Words {
    /// The words in one language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &'static str {
        match language {
            Language::ZhHans => self.zh_hans,
            Language::ZhHant => self.zh_hant,
            Language::En => self.en,
        }
    }

    /// The words in one language with the data put in.
    #[must_use]
    pub fn render(&self, language: Language, data: &[(&'static str, Datum)]) -> String {
        let mut text = self.in_language(language).to_owned();
        for (name, datum) in data {
            text = text.replace(&format!("{{{name}}}"), &datum.to_string());
        }
        text
    }
}

/// A datum of a finding, for its message and for programs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Datum {
    /// A number.
    Number(u32),
    /// A piece of text.
    Text(String),
}

impl std::fmt::Display for Datum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => text.fmt(f),
        }
    }
}

impl From<u32> for Datum {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Datum {
    fn from(number: usize) -> Self {
        Self::Number(u32::try_from(number).unwrap_or(u32::MAX))
    }
}

impl From<&str> for Datum {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
