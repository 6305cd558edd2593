//! Any text as a web page.
#![no_main]

use speech_structure::Options;
use speech_structure::input::{InputOptions, read};

libfuzzer_sys::fuzz_target!(|page: &str| {
    if let Ok(source) = read("稿.html", page.as_bytes(), &InputOptions::default()) {
        speech_structure_fuzz::use_up(&source, &Options::default());
    }
});
