//! The browser for the page's tests: finds one, or installs Debian's where that is allowed.

use std::path::{Path, PathBuf};

use crate::debian;
use crate::programs::{Failure, find_program};

const NAMES: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];
const ON_MACOS: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// The path of a Chromium or Chrome: what `CHROMIUM` says, what is on `PATH`, or what is installed now.
pub fn find_or_install() -> Result<PathBuf, Failure> {
    if let Some(path) = std::env::var_os("CHROMIUM") {
        return Ok(path.into());
    }
    if let Some(path) = find() {
        return Ok(path);
    }
    debian::install("chromium", "the page's tests")?;
    find().ok_or_else(missing)
}

fn find() -> Option<PathBuf> {
    find_program(&NAMES).or_else(|| Path::new(ON_MACOS).is_file().then(|| ON_MACOS.into()))
}

fn missing() -> Failure {
    Failure::Missing {
        program: "chromium".into(),
        advice: "install Chromium or Chrome, or set CHROMIUM to the path of one, for the tests of the page",
    }
}
