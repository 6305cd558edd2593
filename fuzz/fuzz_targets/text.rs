//! Texts made of what the recognisers look for: every invariant holds.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    speech_structure_fuzz::hold(&speech_structure_fuzz::text(bytes));
});
