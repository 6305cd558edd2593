//! In: the raw arguments and the environment. Out: the reader's language. It must be known before the
//! arguments are understood, since complaints about them are in it.

use std::ffi::OsString;

use speech_structure::rules::Language;

/// The language of `--lang`, else of the environment, else the first.
pub fn of_call(arguments: &[OsString]) -> Language {
    of_arguments(arguments)
        .or_else(of_environment)
        .unwrap_or_default()
}

fn of_arguments(arguments: &[OsString]) -> Option<Language> {
    let mut words = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(word) = words.next() {
        let tag = if word == "--lang" {
            words.next()
        } else {
            word.strip_prefix("--lang=")
        };
        if let Some(language) = tag.and_then(Language::from_tag) {
            return Some(language);
        }
    }
    None
}

/// The first of these that is set decides, as POSIX has it.
fn of_environment() -> Option<Language> {
    let set = |name| {
        std::env::var(name)
            .ok()
            .filter(|value: &String| !value.is_empty())
    };
    of_locale(
        &["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .find_map(set)?,
    )
}

/// The language of a locale such as `zh_TW.UTF-8`.
fn of_locale(locale: &str) -> Option<Language> {
    let name = locale.split(['.', '@']).next()?.replace('-', "_");
    let mut parts = name.split('_');
    match parts.next()? {
        "zh" if parts.any(|part| matches!(part, "TW" | "HK" | "MO" | "Hant")) => {
            Some(Language::ZhHant)
        }
        "zh" => Some(Language::ZhHans),
        "en" => Some(Language::En),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_name_languages() {
        let of = |locale| of_locale(locale).map(Language::tag);
        assert_eq!(of("zh_CN.UTF-8"), Some("zh-Hans"));
        assert_eq!(of("zh_TW"), Some("zh-Hant"));
        assert_eq!(of("zh-Hant-HK"), Some("zh-Hant"));
        assert_eq!(of("en_GB.UTF-8@euro"), Some("en"));
        assert_eq!(of("C.UTF-8"), None);
    }

    #[test]
    fn the_call_says_it_in_either_form() {
        let of = |words: &[&str]| {
            of_arguments(&words.iter().map(OsString::from).collect::<Vec<_>>()).map(Language::tag)
        };
        assert_eq!(of(&["check", "--lang", "en"]), Some("en"));
        assert_eq!(of(&["--lang=zh-Hant"]), Some("zh-Hant"));
        assert_eq!(of(&["--lang", "fr"]), None);
    }
}
