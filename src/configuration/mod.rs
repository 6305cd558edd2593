//! In: a house's settings, as its TOML or JSON says them. Out: [`Options`]. Both forms have the same keys;
//! an unknown key or a wrong value is named with its place, never passed over.

mod errors;

pub use errors::ConfigurationError;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::options::Options;
use crate::rules::RULES;
use crate::severity::Severity;
use crate::silenced::Silenced;
use crate::structure::marker::{Levels, Style};
use crate::words::Language;

/// A house's settings: every key may be left out.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Configuration {
    /// Rules by code: `off`, or the severity of their findings.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub rules: BTreeMap<String, Setting>,
    /// Characters from which a paragraph counts as overlong; 600 where it is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overlong_paragraph: Option<usize>,
    /// Characters spoken in a minute; 220 where it is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaking_rate: Option<f64>,
    /// Marker styles from the highest level to the lowest, by their names in reports; styles left out
    /// have no level. GB/T 9704 where the key is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub levels: Option<Vec<String>>,
    /// Findings that are silenced.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub silenced: Vec<Silenced>,
}

/// What becomes of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Setting {
    /// It is not checked.
    Off,
    /// Its findings are for information.
    Info,
    /// Its findings are warnings.
    Warning,
    /// Its findings are errors.
    Error,
}

impl Setting {
    /// The setting of this name.
    ///
    /// ```
    /// use speech_structure::Setting;
    /// assert_eq!(Setting::named("off"), Some(Setting::Off));
    /// assert_eq!(Setting::named("loud"), None);
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "off" => Some(Self::Off),
            "info" => Some(Self::Info),
            "warning" => Some(Self::Warning),
            "error" => Some(Self::Error),
            _ => None,
        }
    }

    fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Info => Some(Severity::Info),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

/// The least and the greatest speaking rate, in characters a minute.
const RATES: (u32, u32) = (60, 600);
/// The least and the greatest limit of a paragraph, in characters.
const PARAGRAPHS: (u32, u32) = (50, 100_000);

impl Configuration {
    /// The options that these settings say.
    ///
    /// # Errors
    /// Names the key whose value is wrong.
    ///
    /// ```
    /// use speech_structure::{Configuration, Language};
    /// let mut house = Configuration::default();
    /// house.speaking_rate = Some(180.0);
    /// assert_eq!(house.options(Language::ZhHans)?.speaking_rate, 180.0);
    /// house.speaking_rate = Some(0.0);
    /// assert!(house.options(Language::ZhHans).is_err());
    /// # Ok::<(), speech_structure::ConfigurationError>(())
    /// ```
    pub fn options(&self, language: Language) -> Result<Options, ConfigurationError> {
        let defaults = Options::default();
        let mut severities = BTreeMap::new();
        for (code, setting) in &self.rules {
            let rule = RULES.iter().find(|rule| rule.code == code);
            let rule = rule.ok_or_else(|| ConfigurationError::UnknownRule(code.clone()))?;
            severities.insert(rule.code, setting.severity());
        }
        let rate = self.speaking_rate.unwrap_or(defaults.speaking_rate);
        if !(f64::from(RATES.0)..=f64::from(RATES.1)).contains(&rate) {
            let (least, most) = RATES;
            return Err(ConfigurationError::OutOfRange(
                "speakingRate",
                written(rate),
                least,
                most,
            ));
        }
        let overlong = self
            .overlong_paragraph
            .unwrap_or(defaults.overlong_paragraph);
        let (least, most) = PARAGRAPHS;
        if u32::try_from(overlong).is_ok_and(|limit| limit < least || limit > most)
            || overlong > 1 << 31
        {
            let value = overlong.to_string();
            return Err(ConfigurationError::OutOfRange(
                "overlongParagraph",
                value,
                least,
                most,
            ));
        }
        Ok(Options {
            language,
            speaking_rate: rate,
            overlong_paragraph: overlong,
            levels: self.levels()?,
            severities,
            silenced: self.silenced.clone(),
        })
    }

    fn levels(&self) -> Result<Levels, ConfigurationError> {
        let Some(names) = &self.levels else {
            return Ok(Levels::default());
        };
        let style = |(place, name): (usize, &String)| {
            let style = Style::ALL.into_iter().find(|style| style.name() == name);
            style.ok_or_else(|| ConfigurationError::UnknownStyle(place, name.clone()))
        };
        let styles: Vec<Style> = names
            .iter()
            .enumerate()
            .map(style)
            .collect::<Result<_, _>>()?;
        Ok(Levels::in_order(&styles))
    }
}

/// A number as a reader is told it, to the tenth; the standard library's way of writing any fraction would be 6 KB of the core.
#[allow(clippy::cast_possible_truncation, reason = "nobody speaks so fast")]
fn written(number: f64) -> String {
    let tenths = (number * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    match rest {
        _ if number.is_nan() => "NaN".to_owned(),
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Options, String> {
        let house: Configuration = serde_json::from_str(json).map_err(|error| error.to_string())?;
        house
            .options(Language::ZhHans)
            .map_err(|error| error.to_string())
    }

    #[test]
    fn settings_become_options() {
        let options = read(
            r#"{"rules": {"numbering-gap": "off", "missing-closing": "info"}, "overlongParagraph": 800}"#,
        );
        let options = options.expect("the settings are right");
        assert_eq!(options.severities["numbering-gap"], None);
        assert_eq!(options.severities["missing-closing"], Some(Severity::Info));
        assert_eq!(options.overlong_paragraph, 800);
    }

    #[test]
    fn whatever_is_wrong_is_named() {
        for (json, named) in [
            (r#"{"rulez": {}}"#, "rulez"),
            (
                r#"{"rules": {"numbering-gpa": "off"}}"#,
                "rules.numbering-gpa",
            ),
            (r#"{"rules": {"numbering-gap": "loud"}}"#, "loud"),
            (r#"{"speakingRate": 0}"#, "speakingRate"),
            (r#"{"speakingRate": 600.5}"#, " 600.5 "),
            (r#"{"speakingRate": -0.5}"#, " -0.5 "),
            (r#"{"speakingRate": 1e300}"#, "speakingRate"),
            (r#"{"overlongParagraph": 3}"#, "overlongParagraph"),
            (r#"{"levels": ["han-comma", "roman"]}"#, "levels[1]"),
        ] {
            let error = read(json).expect_err(json);
            assert!(error.contains(named), "{json}: {error}");
        }
    }
}
