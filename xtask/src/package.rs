//! `cargo xtask package`: all that is handed out, into dist/.

use std::process::Command;

use crate::programs::{Failure, program_in, run as run_program, say};
use crate::{core_for_browser, page, places};

/// Builds the core, then the site, the single file, the npm package and the checksums.
pub fn run() -> Result<(), Failure> {
    core_for_browser::build()?;
    page::install_packages()?;
    assemble()?;
    say(
        "In dist: site (for a web server), speech-structure.html (opens by double click), the npm package (.tgz), \
         intranet-example, SHA256SUMS.",
    );
    Ok(())
}

/// The same, of a core that has been built.
pub fn assemble() -> Result<(), Failure> {
    say("Putting together dist.");
    let mut command: Command = program_in(&places::www(), "node");
    run_program(command.arg("package.mjs"))
}
