//! `cargo xtask fuzz`: leads texts and files that no one expects into ever more of the core, target by target (`fuzz/fuzz_targets`).
//!
//! In: how long. Out: nothing, or what broke an invariant, kept in `target/fuzz/artifacts`. What reached new code is kept in
//! target/fuzz/corpus, so that the next run begins there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::places;
use crate::programs::{
    Failure, cargo, find_program, output_of, program_in, run as run_program, say,
};

/// A file of `fuzz/fuzz_targets`.
struct Target {
    name: &'static str,
    /// What it reads.
    subject: &'static str,
    /// The longest input, in bytes.
    longest: u32,
}

const TARGETS: [Target; 5] = [
    target("text", "texts, and every fix of them", 256),
    target("bytes", "the bytes of text files", 1024),
    target("word", "Word files", 4096),
    target("web_page", "web pages", 2048),
    target("configuration", "settings", 1024),
];

const fn target(name: &'static str, subject: &'static str, longest: u32) -> Target {
    Target {
        name,
        subject,
        longest,
    }
}

/// Seconds for each target in every run of the tests.
const BRIEF: u32 = 10;

/// Fixed here, so that a run of today and one of next year are the same.
const VERSION: &str = "0.13.2";

/// Seconds and megabytes that no input this small may take, even on a busy machine.
const LIMITS: [&str; 2] = ["-timeout=60", "-rss_limit_mb=1024"];

/// Fuzzes every target, or the one that is named, for so many seconds each, and reduces what they have gathered.
pub fn run(only: Option<&str>, seconds: u32) -> Result<(), Failure> {
    let program = find_or_install()?;
    let wanted = |target: &&Target| only.is_none_or(|only| only == target.name);
    for target in TARGETS.iter().filter(wanted) {
        run_program(&mut fuzzing(&program, target, seconds)?)?;
        say(&format!("Reducing the corpus of {}.", target.name));
        run_program(cargo_fuzz(&program, "cmin", target).arg(corpus(target)?))?;
    }
    Ok(())
}

/// Fuzzes every target for some seconds. What the fuzzers print, dictionaries of hundreds of lines, is shown of those that fail.
pub fn briefly() -> Result<(), Failure> {
    let program = find_or_install()?;
    TARGETS.iter().try_for_each(|target| {
        let mut command = fuzzing(&program, target, BRIEF)?;
        output_of(&mut command).map(|_| ())
    })
}

/// The call that fuzzes a target for so many seconds.
fn fuzzing(program: &Path, target: &Target, seconds: u32) -> Result<Command, Failure> {
    say(&format!("Fuzzing {} for {seconds} s.", target.subject));
    let root = places::root().join("fuzz");
    let mut command = cargo_fuzz(program, "run", target);
    command.arg(corpus(target)?);
    command.arg(root.join("seeds").join(target.name));
    command.arg("--").args(LIMITS);
    command.arg(format!("-max_total_time={seconds}"));
    command.arg(format!("-max_len={}", target.longest));
    command.args(["-print_final_stats=1", "-verbosity=0"]);
    let artifacts = folder("artifacts", target)?;
    command.arg(format!("-artifact_prefix={}/", artifacts.display()));
    let dictionary = root.join("dictionaries").join(target.name);
    if dictionary.is_file() {
        command.arg(format!("-dict={}", dictionary.display()));
    }
    Ok(command)
}

/// Names of the targets, for the command line.
pub fn names() -> impl Iterator<Item = &'static str> {
    TARGETS.iter().map(|target| target.name)
}

/// Without a sanitizer: those want a nightly toolchain, and there is no unsafe code to watch.
fn cargo_fuzz(program: &Path, task: &str, target: &Target) -> Command {
    let mut command = program_in(&places::root(), program);
    command.args([task, "--sanitizer", "none", "--target-dir"]);
    command.arg(places::target().join("fuzz")).arg(target.name);
    command
}

fn corpus(target: &Target) -> Result<PathBuf, Failure> {
    folder("corpus", target)
}

fn folder(kind: &str, target: &Target) -> Result<PathBuf, Failure> {
    let folder = places::target().join("fuzz").join(kind).join(target.name);
    fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
    Ok(folder)
}

/// cargo-fuzz: the one on this machine, or one installed into target/tools now. It needs a C++ compiler for libFuzzer.
fn find_or_install() -> Result<PathBuf, Failure> {
    if find_program(&["c++", "g++", "clang++"]).is_none() {
        return Err(Failure::Missing {
            program: "c++".to_owned(),
            advice: "install a C++ compiler for libFuzzer (on Debian: apt-get install g++)",
        });
    }
    let tools = places::target().join("tools");
    let installed = tools.join("bin/cargo-fuzz");
    if let Some(program) = find_program(&["cargo-fuzz"]) {
        return Ok(program);
    }
    if !installed.is_file() {
        say("Installing cargo-fuzz into target/tools.");
        let arguments = ["install", "cargo-fuzz", "--locked", "--quiet", "--version"];
        run_program(
            cargo(&arguments)
                .args([VERSION, "--root"])
                .arg(tools.as_os_str()),
        )?;
    }
    Ok(installed)
}
