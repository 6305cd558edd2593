//! What a rule reports: a finding, its words in three languages and its fixes. Spans are in bytes of
//! Source: findings point into the text as given.

use super::identity::Identity;
use crate::fix::Fix;
use crate::text::Span;

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

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Probably a fault.
    Warning,
    /// A fault.
    Error,
}

impl Severity {
    /// The name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
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

/// Another place that belongs to a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The place, in bytes of Source.
    pub span: Span,
    /// What it has to do with the finding.
    pub words: &'static Words,
}

/// One diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's code.
    pub code: &'static str,
    /// What it is known by again.
    pub identity: Identity,
    /// How much it matters.
    pub severity: Severity,
    /// The speech that it stands in.
    pub speech: Option<usize>,
    /// The place, in bytes of Source.
    pub span: Span,
    /// Every place, where one finding stands for many.
    pub occurrences: Vec<Span>,
    /// What is wrong, with `{name}` for each datum.
    pub words: &'static Words,
    /// The data of the message.
    pub data: Vec<(&'static str, Datum)>,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// Its fixes, the best first.
    pub fixes: Vec<Fix>,
}
