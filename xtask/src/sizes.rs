//! The sizes of what is handed out, against those that were committed (docs/sizes.json).

use std::process::Command;

use crate::places;
use crate::programs::{Failure, program_in, run, say};

/// What is downloaded: the site, file by file, and the single file.
const DOWNLOADS: [&str; 2] = ["dist/site", "dist/speech-structure.html"];

/// Prints the size of each file of the built site, the core among them: raw, gzip, brotli.
pub fn print() -> Result<(), Failure> {
    say("Sizes in bytes:");
    run(script().arg(places::dist()))
}

/// Fails where a download in dist has grown by more than 2 %, in bytes of gzip.
pub fn compare() -> Result<(), Failure> {
    run(script()
        .args(["--compare", "docs/sizes.json"])
        .args(DOWNLOADS))
}

/// Writes what the downloads in dist measure now.
pub fn record() -> Result<(), Failure> {
    run(script()
        .args(["--record", "docs/sizes.json"])
        .args(DOWNLOADS))
}

fn script() -> Command {
    let mut command = program_in(&places::root(), "node");
    command.arg("xtask/sizes.mjs");
    command
}
