//! That no text takes more than its share: hostile shapes at once, twice and four times their size, in instructions of the processor
//! as valgrind counts them, which come out the same on a busy machine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::programs::{Failure, cargo, find_program, output_of, run as run_program, say};
use crate::{debian, places};

/// The size of the smallest text of a shape, in bytes.
const SIZE: usize = 20_000;

/// What twice the text may take; n log n takes 2.1 at these sizes, a quadratic path up to 4.
const MOST: f64 = 2.25;

/// A name, and its nth piece.
type Shape = (&'static str, fn(usize) -> String);

const SHAPES: [Shape; 16] = [
    ("the same item on every line", |_| "一、\n".into()),
    ("items that count on", |n| format!("{}.要抓\n", n + 1)),
    ("lists in lists", |_| {
        "一、学\n（一）细\n1.做\n（1）好\n①稳\n".into()
    }),
    ("quotation marks that never close", |_| "「".into()),
    ("brackets that never close", |_| "（\n".into()),
    ("one line", |_| {
        "同志们，一是要快；二是要稳（包括“细”）。".into()
    }),
    ("speeches", |n| {
        format!("在第{n}次会上的讲话\n同志们：\n一、抓学习\n要学习。\n谢谢大家！\n")
    }),
    ("announcements", |_| "我讲三点意见。\n".into()),
    ("paragraphs that are the same", |_| {
        "这一段和别的段没有什么两样，都讲学习，都讲落实。\n".into()
    }),
    ("connectives", |_| "首先，学习。其次，落实。\n".into()),
    ("garble", |_| "?傊".into()),
    ("garble with pinyin", |_| "们?nèi绾".into()),
    ("lost characters", |_| "\u{fffd}".into()),
    ("pinyin", |_| "中(zhōng)".into()),
    ("marks of Markdown", |_| "**一、**\n".into()),
    ("one digit after another", |_| "1".into()),
];

/// Counts every shape; without valgrind, says so and counts nothing.
pub fn run() -> Result<(), Failure> {
    let Some(valgrind) = find_or_install()? else {
        say("skipped: valgrind, which counts instructions, is not on this machine.");
        return Ok(());
    };
    let build = ["build", "--release", "--quiet", "--bin", "speech-structure"];
    run_program(&mut cargo(&build))?;
    println!(
        "{:40}{:>10}{:>10}{:>10}  (millions of instructions)",
        "", "n", "2n", "4n"
    );
    let mut grown = Vec::new();
    for (name, counts) in counted(&valgrind)? {
        let [once, twice, four] = counts;
        println!("{name:40}{once:>10.1}{twice:>10.1}{four:>10.1}");
        if twice > MOST * once || four > MOST * twice {
            grown.push(name);
        }
    }
    if grown.is_empty() {
        return Ok(());
    }
    Err(Failure::Superlinear(grown.join("; ")))
}

/// A name, and millions of instructions at once, twice and four times the size.
type Counted = (&'static str, [f64; 3]);

/// Every shape, counted on all cores: other work does not change a count.
fn counted(valgrind: &Path) -> Result<Vec<Counted>, Failure> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some(&(name, piece)) = SHAPES.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.push(count(valgrind, name, piece)?);
        }
        Ok(done)
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut counted: Vec<Counted> = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        let done = workers.into_iter().map(|worker| match worker.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        done.collect::<Result<Vec<_>, Failure>>()
    })?
    .concat();
    counted.sort_by_key(|(counted, _)| SHAPES.iter().position(|(name, _)| name == counted));
    Ok(counted)
}

fn count(
    valgrind: &Path,
    name: &'static str,
    piece: fn(usize) -> String,
) -> Result<Counted, Failure> {
    let pieces = SIZE / piece(0).len();
    let mut millions = [0.0; 3];
    for (count, times) in millions.iter_mut().zip([1, 2, 4]) {
        let text: String = (0..pieces * times).map(piece).collect();
        *count = instructions(valgrind, name, &text)? / 1e6;
    }
    Ok((name, millions))
}

/// The instructions of a check of a text of this shape.
fn instructions(valgrind: &Path, shape: &str, text: &str) -> Result<f64, Failure> {
    let folder = places::target().join("growth").join(shape);
    fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
    let [draft, log] = ["draft.txt", "valgrind.log"].map(|name| folder.join(name));
    fs::write(&draft, text).map_err(Failure::file(&draft))?;
    let mut command = Command::new(valgrind);
    command.args([
        "--tool=cachegrind",
        "--cache-sim=no",
        "--cachegrind-out-file=/dev/null",
    ]);
    command.arg(format!("--log-file={}", log.display()));
    command.arg(places::target().join("release/speech-structure"));
    command.args(["check", "--fail-on", "never", "--format", "ndjson"]);
    output_of(command.arg(&draft))?;
    let told = fs::read_to_string(&log).map_err(Failure::file(&log))?;
    let count = told
        .lines()
        .find_map(|line| line.split("I   refs:").nth(1))
        .map(|count| count.trim().replace(',', ""));
    count
        .and_then(|count| count.parse().ok())
        .ok_or(Failure::NoCount(log))
}

fn find_or_install() -> Result<Option<PathBuf>, Failure> {
    if let Some(program) = find_program(&["valgrind"]) {
        return Ok(Some(program));
    }
    debian::install("valgrind", "the growth of hostile texts")?;
    Ok(find_program(&["valgrind"]))
}
