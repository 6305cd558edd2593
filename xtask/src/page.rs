//! The page: its npm packages, its bundles, its sizes.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::places;
use crate::programs::{Failure, program_in, run, say};

/// A command of npm in www.
pub fn npm(arguments: &[&str]) -> Command {
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut command = program_in(&places::www(), program);
    command.args(arguments);
    command
}

/// Installs the packages that package-lock.json names, where they are not there yet or older than it.
pub fn install_packages() -> Result<(), Failure> {
    let lock = places::www().join("package-lock.json");
    let installed = places::www().join("node_modules/.package-lock.json");
    let is_current = fs::exists(&installed).unwrap_or(false) && !is_older(&installed, &lock);
    if is_current {
        return Ok(());
    }
    say("Installing the npm packages of the page.");
    run(&mut npm(&["ci", "--no-audit", "--no-fund"]))
}

/// Bundles the page and its worker into www/dist; the core must have been built.
pub fn bundle() -> Result<(), Failure> {
    install_packages()?;
    say("Bundling the page into www/dist.");
    run(&mut npm(&["run", "--silent", "build"]))
}

fn is_older(file: &Path, than: &Path) -> bool {
    let changed = |path: &Path| fs::metadata(path).and_then(|metadata| metadata.modified());
    matches!((changed(file), changed(than)), (Ok(file), Ok(than)) if file < than)
}
