//! Any bytes as a text file: they are read or refused, and what was read and not changed is saved as it came.
#![no_main]

use speech_structure::Options;
use speech_structure::input::{InputOptions, encode_changed, read};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let as_it_is = InputOptions::default();
    if let Ok(source) = read("稿.txt", bytes, &as_it_is) {
        if source.format.name().is_none() {
            let saved = encode_changed(&source, &source.text);
            assert_eq!(saved.as_deref(), Ok(bytes));
        }
        speech_structure_fuzz::use_up(&source, &Options::default());
    }
    let reopened = InputOptions {
        reopen: true,
        ..as_it_is
    };
    if let Ok(source) = read("稿.txt", bytes, &reopened) {
        speech_structure_fuzz::use_up(&source, &Options::default());
    }
});
