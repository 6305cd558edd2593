//! Firefox for the page's main path: opt-in, since it is a large program that few machines of the workshop have.

use std::path::PathBuf;

use crate::programs::{Failure, find_program};

const NAMES: [&str; 2] = ["firefox-esr", "firefox"];

/// The path of a Firefox: what `FIREFOX` says, or what is on `PATH`.
pub fn find() -> Result<PathBuf, Failure> {
    std::env::var_os("FIREFOX")
        .map(PathBuf::from)
        .or_else(|| find_program(&NAMES))
        .ok_or_else(|| Failure::Missing {
            program: "firefox".into(),
            advice: "install Firefox (Debian: apt-get install firefox-esr), or set FIREFOX to the path of one",
        })
}
