//! The bench: the core natively (criterion), in Node and in Chromium beside its peers, its instructions (valgrind, where it
//! is installed) and its memory. What comes out is written between two marks of docs/performance.md.

mod figures;
mod table;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::page;
use crate::programs::{
    Failure, cargo, find_program, output_of, program_in, run as run_program, say,
};
use crate::{chromium, core_for_browser, places};
use figures::{Cost, Engine, Figures, Timing};

/// Bytes of the generated texts whose instructions and memory are compared.
const COMPARED: [usize; 3] = [1 << 20, 16 << 20, 64 << 20];
/// Bytes of the generated text that is timed in browsers.
const BROWSED: usize = 1 << 20;
/// Counting the instructions of the longest text would take a quarter of an hour.
const COUNTED_UP_TO: usize = 16 << 20;

/// Measures and writes.
pub fn run() -> Result<(), Box<dyn Error>> {
    let texts = places::root().join("target/bench-texts");
    fs::create_dir_all(&texts)?;
    let figures = Figures {
        machine: machine(),
        native: native()?,
        costs: costs(&texts)?,
        engines: engines(&texts)?,
    };
    table::write(&places::root().join("docs/performance.md"), &figures)?;
    Ok(())
}

/// What the machine calls its processor, how many of it there are, and how much other work it has: the bench itself makes
/// a load of one.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let processors = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = processors
        .lines()
        .find_map(|line| line.strip_prefix("model name"));
    let model = model.map_or("", |line| line.trim_start_matches(['\t', ' ', ':']));
    let loads = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = loads.split_whitespace().next().unwrap_or("unknown");
    format!("{model}, {cores} cores, load average {load} at the start")
}

/// Criterion's medians of the benches of this process.
fn native() -> Result<Vec<Timing>, Box<dyn Error>> {
    say("Timing the core natively (criterion).");
    let estimates = places::target().join("criterion");
    if estimates.is_dir() {
        // Those of benches that are no more would be taken for new.
        fs::remove_dir_all(&estimates)?;
    }
    run_program(&mut cargo(&[
        "bench",
        "--package",
        "benches",
        "--bench",
        "native",
    ]))?;
    figures::of_criterion(&estimates)
}

/// Instructions and peak memory of one check of each compared text.
fn costs(texts: &Path) -> Result<Vec<Cost>, Box<dyn Error>> {
    say("Counting instructions and memory.");
    let program = whole_bench()?;
    let mut costs = Vec::new();
    for bytes in COMPARED {
        let file = texts.join(format!("{bytes}.txt"));
        let written = [bytes.to_string()];
        run_program(Command::new(&program).arg("write").arg(&file).args(written))?;
        let printed = output_of(Command::new(&program).arg("check").arg(&file))?;
        let peak = printed.split_whitespace().next().unwrap_or("0").parse()?;
        let instructions = match find_program(&["valgrind"]) {
            Some(valgrind) if bytes <= COUNTED_UP_TO => {
                Some(instructions(&valgrind, &program, &file)?)
            }
            _ => None,
        };
        costs.push(Cost {
            bytes: fs::metadata(&file)?.len(),
            peak,
            instructions,
        });
    }
    Ok(costs)
}

/// The built bench `whole`, with its symbols, by which callgrind knows where to count.
fn whole_bench() -> Result<PathBuf, Box<dyn Error>> {
    let mut command = cargo(&[
        "bench",
        "--package",
        "benches",
        "--bench",
        "whole",
        "--no-run",
    ]);
    command.args(["--message-format", "json"]);
    let messages = output_of(command.env("CARGO_PROFILE_BENCH_STRIP", "none"))?;
    let mut executables = messages.lines().filter_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        Some(message.get("executable")?.as_str()?.to_owned())
    });
    let last = executables.next_back().ok_or("cargo named no executable")?;
    Ok(last.into())
}

fn instructions(valgrind: &Path, program: &Path, file: &Path) -> Result<u64, Box<dyn Error>> {
    let counts = file.with_extension("callgrind");
    run_program(
        Command::new(valgrind)
            .args([
                "--quiet",
                "--tool=callgrind",
                "--toggle-collect=*check_once*",
            ])
            .arg(format!("--callgrind-out-file={}", counts.display()))
            .arg(program)
            .arg("check")
            .arg(file),
    )?;
    let counted = fs::read_to_string(counts)?;
    let total = counted
        .lines()
        .find_map(|line| line.strip_prefix("summary: "));
    Ok(total.ok_or("callgrind counted nothing")?.trim().parse()?)
}

/// The core and its peers in Node and in Chromium.
fn engines(texts: &Path) -> Result<Vec<Engine>, Box<dyn Error>> {
    core_for_browser::build()?;
    page::install_packages()?;
    let folder = places::root().join("benches/browser");
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run_program(program_in(&folder, npm).args(["ci", "--no-audit", "--no-fund"]))?;
    let mut files = labelled_documents()?;
    files.push(texts.join(format!("{BROWSED}.txt")));
    let browser = chromium::find_or_install()?;
    let measured = ["node", "chromium"].map(|engine| {
        say(&format!("Timing the core and its peers in {engine}."));
        let mut command = program_in(&folder, "node");
        command.arg("run.mjs").arg(engine).args(&files);
        output_of(command.env("CHROMIUM", &browser))
    });
    let measured: Result<Vec<String>, Failure> = measured.into_iter().collect();
    measured?
        .iter()
        .map(|printed| figures::of_engine(printed))
        .collect()
}

/// The labelled documents, where they are at hand.
fn labelled_documents() -> Result<Vec<PathBuf>, std::io::Error> {
    let Ok(folder) = fs::read_dir(places::shared().join("seeds")) else {
        return Ok(Vec::new());
    };
    let files: Result<Vec<PathBuf>, std::io::Error> =
        folder.map(|entry| Ok(entry?.path())).collect();
    let mut files = files?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    Ok(files)
}
