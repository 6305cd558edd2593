//! Any settings of a house: they are taken or refused, and what is taken can be worked with and written down again.
#![no_main]

use speech_structure::text::Source;
use speech_structure::{Configuration, Language};

/// Has something for many rules to say.
const TEXT: &str = include_str!("../../tests/fixtures/numbering.txt");

libfuzzer_sys::fuzz_target!(|settings: &str| {
    let from_toml = toml::from_str::<Configuration>(settings).ok();
    let from_json = serde_json::from_str::<Configuration>(settings).ok();
    for configuration in from_toml.into_iter().chain(from_json) {
        let Ok(options) = configuration.options(Language::ZhHans) else {
            continue;
        };
        speech_structure_fuzz::use_up(&Source::new("", TEXT), &options);
        let written = serde_json::to_string(&configuration);
        let again = written.map(|written| serde_json::from_str::<Configuration>(&written));
        assert!(again.is_ok_and(|again| again.is_ok_and(|again| again == configuration)));
    }
});
