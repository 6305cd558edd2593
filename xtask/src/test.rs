//! `cargo xtask test`: every layer, from formatting to the page in a browser.
//!
//! A layer that fails does not stop the others, so that one run tells all; the last lines say which failed.

use std::time::Instant;

use crate::layer::Layer;
use crate::opinions::Opinion;
use crate::programs::{Failure, cargo, program_in, run as run_program, say};
use crate::{build, chromium, fuzz, growth, package, page, places, sizes};

const LAYERS: [Layer; 13] = [
    ("the formatting (cargo fmt)", formatting),
    ("the lints, warnings are errors (cargo clippy)", lints),
    (
        "the lints of the JavaScript border (cargo clippy for wasm)",
        border_lints,
    ),
    ("the core and the workshop (cargo test)", core),
    ("the documentation (cargo doc)", documentation),
    ("that the site builds (cargo xtask build)", build::run),
    ("that it can be handed out (package.mjs)", package::assemble),
    ("that it has not grown (cargo xtask sizes)", sizes::compare),
    (
        "the border between Rust and JavaScript (node --test)",
        border,
    ),
    ("the types of the page (tsc)", page_types),
    ("the page in headless Chromium (npm test)", page_in_browser),
    (
        "that no text takes more than its share (cargo xtask growth)",
        growth::run,
    ),
    (
        "what no one expects (cargo xtask fuzz, for seconds)",
        fuzzing,
    ),
];

/// Runs every layer, and asks for the opinions that are wanted.
pub fn run(with: &[Opinion]) -> Result<(), Failure> {
    if !places::shared().is_dir() {
        say("skipped: ../shared is not here, so what needs its documents is left out.");
    }
    let begin = Instant::now();
    let mut failed = Vec::new();
    let layers: Vec<Layer> = LAYERS
        .into_iter()
        .chain(with.iter().copied().map(Opinion::layer))
        .collect();
    for &(name, check) in &layers {
        say(&format!("Testing {name}."));
        let begin = Instant::now();
        match check() {
            Ok(()) => println!(
                "== Passed in {:.1} s: {name}.",
                begin.elapsed().as_secs_f64()
            ),
            Err(failure) => {
                println!("== FAILED: {name}: {failure}");
                failed.push(name);
            }
        }
    }
    let passed = layers.len() - failed.len();
    println!(
        "\nlayers: {passed} passed, {} failed in {:.0} s",
        failed.len(),
        begin.elapsed().as_secs_f64()
    );
    if failed.is_empty() {
        Ok(())
    } else {
        Err(Failure::Tests(failed.join("; ")))
    }
}

fn formatting() -> Result<(), Failure> {
    run_program(&mut cargo(&["fmt", "--all", "--check"]))
}

fn lints() -> Result<(), Failure> {
    run_program(&mut cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--quiet",
        "--",
        "-D",
        "warnings",
    ]))
}

fn border_lints() -> Result<(), Failure> {
    crate::core_for_browser::install_target()?;
    let arguments = [
        "clippy",
        "--lib",
        "--quiet",
        "--no-default-features",
        "--target",
        crate::core_for_browser::TARGET,
    ];
    run_program(cargo(&arguments).args(["--", "-D", "warnings"]))
}

fn core() -> Result<(), Failure> {
    run_program(&mut cargo(&["test", "--workspace"]))
}

fn documentation() -> Result<(), Failure> {
    run_program(
        cargo(&["doc", "--workspace", "--no-deps", "--quiet"]).env("RUSTDOCFLAGS", "-D warnings"),
    )
}

fn border() -> Result<(), Failure> {
    page::install_packages()?;
    let folder = places::root().join("tests/border");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(&folder).map_err(Failure::file(&folder))? {
        files.push(entry.map_err(Failure::file(&folder))?.path());
    }
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    run_program(program_in(&folder, "node").arg("--test").args(files))
}

fn page_types() -> Result<(), Failure> {
    page::install_packages()?;
    run_program(&mut page::npm(&["run", "--silent", "check"]))
}

fn page_in_browser() -> Result<(), Failure> {
    page::install_packages()?;
    let browser = chromium::find_or_install()?;
    run_program(page::npm(&["test", "--silent"]).env("CHROMIUM", browser))
}

/// The fuzzers are a workspace of their own, so their formatting and lints are looked at here.
fn fuzzing() -> Result<(), Failure> {
    let manifest = ["--manifest-path", "fuzz/Cargo.toml"];
    run_program(cargo(&["fmt", "--check"]).args(manifest))?;
    let mut lints = cargo(&["clippy", "--quiet", "--all-targets"]);
    lints.args(manifest).arg("--target-dir");
    lints.arg(places::target().join("fuzz/lints"));
    run_program(lints.args(["--", "-D", "warnings"]))?;
    fuzz::briefly()
}
