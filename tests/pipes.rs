//! `check` as a stage of the pipes that people build, GNU parallel and Spark: the reports are those of one plain call, in the order of the
//! documents, and what cannot be read has a record in its place. Both are asked for (`cargo xtask test --with parallel`, `--with spark`):
//! `PARALLEL_PROGRAMS` and `SPARK_PROGRAMS` name the folders of their programs; without them, they are passed over.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

const DOCUMENTS: usize = 600;
/// Documents whose lines are cut off.
const BROKEN: [usize; 3] = [0, 299, 450];

/// A line for each document; each has findings of its own.
fn lines() -> String {
    let line = |number: usize| {
        let text = format!(
            "在第{number}次会上的讲话\n同志们：\n我讲两点意见。\n一、抓学习\n要学习{number}遍。\n三、抓落实\n要落实。\n谢谢大家！\n"
        );
        let line = json!({"name": format!("{number}.txt"), "text": text}).to_string();
        let end = if BROKEN.contains(&number) {
            10
        } else {
            line.len()
        };
        line[..end].to_owned() + "\n"
    };
    (0..DOCUMENTS).map(line).collect()
}

fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_speech-structure"))
}

/// The search path, with the program's folder and another before it.
fn search_path(more: &Path) -> std::ffi::OsString {
    let mut folders = vec![more.to_owned()];
    folders.extend(program().parent().map(Path::to_owned));
    let path = std::env::var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&path));
    std::env::join_paths(folders).expect("no folder has a colon")
}

/// The reports of one plain call.
fn plain(folder: &Path) -> String {
    let output = Command::new(program())
        .args([
            "check",
            "--input",
            "ndjson",
            "--format",
            "ndjson",
            "--fail-on",
            "never",
            "--lang",
            "zh-Hans",
            "drafts.ndjson",
        ])
        .current_dir(folder)
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(2), "some lines are broken");
    String::from_utf8(output.stdout).expect("it is UTF-8")
}

fn drafts() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("drafts.ndjson"), lines()).expect("it can be written");
    folder
}

/// The same reports in the same order; the place of a line that could not be read is told by the piece that a stage was given.
fn assert_same(reports: &str, plain: &str) {
    let parsed = |lines: &str| -> Vec<Value> {
        let parse = |line| serde_json::from_str(line).expect("every line is JSON");
        lines.lines().map(parse).collect()
    };
    let (reports, plain) = (parsed(reports), parsed(plain));
    assert_eq!((reports.len(), plain.len()), (DOCUMENTS, DOCUMENTS));
    for (number, (report, plain)) in reports.iter().zip(&plain).enumerate() {
        if BROKEN.contains(&number) {
            assert_eq!(report["error"]["code"], plain["error"]["code"], "{report}");
            assert!(report["error"]["code"].is_string(), "{report}");
        } else {
            assert_eq!(report, plain);
        }
    }
}

fn wanted(variable: &str) -> Option<PathBuf> {
    let folder = std::env::var_os(variable).map(PathBuf::from);
    if folder.is_none() {
        println!("skipped: {variable} is not set");
    }
    folder
}

#[test]
fn gnu_parallel_gives_the_reports_of_one_call() {
    let Some(programs) = wanted("PARALLEL_PROGRAMS") else {
        return;
    };
    let folder = drafts();
    let drafts = fs::File::open(folder.path().join("drafts.ndjson")).expect("it is there");
    let output = Command::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/pipes/parallel.sh"
    ))
    .env("PATH", search_path(&programs))
    .env("BLOCK", "20k")
    .stdin(drafts)
    .stderr(Stdio::inherit())
    .output()
    .expect("it runs");
    assert_eq!(
        output.status.code(),
        Some(3),
        "three pieces hold a broken line"
    );
    let reports = String::from_utf8(output.stdout).expect("it is UTF-8");
    assert_same(&reports, &plain(folder.path()));
}

#[test]
fn spark_gives_the_reports_of_one_call() {
    let Some(programs) = wanted("SPARK_PROGRAMS") else {
        return;
    };
    let folder = drafts();
    let status = Command::new(programs.join("spark-submit"))
        .args([
            "--master",
            "local[2]",
            concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pipes/spark.py"),
        ])
        .arg(program())
        .args(["drafts.ndjson", "reports"])
        .env("PATH", search_path(&programs))
        .env("PYSPARK_PYTHON", programs.join("python3"))
        .current_dir(folder.path())
        .stderr(Stdio::null())
        .status()
        .expect("it runs");
    assert!(status.success());
    let mut parts: Vec<PathBuf> = fs::read_dir(folder.path().join("reports"))
        .expect("it has been written")
        .map(|entry| entry.expect("it can be listed").path())
        .filter(|path| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with("part-"))
        })
        .collect();
    parts.sort();
    assert!(parts.len() >= 4, "{} parts", parts.len());
    let reports: String = parts
        .iter()
        .map(|part| fs::read_to_string(part).expect("it can be read"))
        .collect();
    assert_same(&reports, &plain(folder.path()));
}
