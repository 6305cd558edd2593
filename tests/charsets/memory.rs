//! The memory that a file of 100 MB takes: its text, and no second copy of its bytes. Opt-in, for it writes the
//! file first: `cargo test --release --test charsets -- --ignored --nocapture memory`.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::time::Instant;

use speech_structure::input::{Charset, InputOptions, encode, read_from};

const MEGABYTE: usize = 1024 * 1024;

/// The most memory that this process has held so far, in MB, where the system tells.
fn peak() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<usize>().ok());
    kilobytes.unwrap_or_default() / 1024
}

#[test]
#[ignore = "writes a file of 100 MB"]
fn memory_of_reading_100_mb() {
    let folder = tempfile::tempdir().expect("it can be made");
    let line = "同志们，今天的会议很重要，大家要认真学习，抓好落实。\n";
    for charset in [Charset::Gbk, Charset::Utf8] {
        let path = folder.path().join("long.txt");
        let line = encode(line, charset, false).expect("it can be held");
        let mut file = BufWriter::new(File::create(&path).expect("it can be made"));
        (0..100 * MEGABYTE / line.len())
            .for_each(|_| file.write_all(&line).expect("it can be written"));
        file.flush().expect("it can be written");
        let before = peak();
        let begin = Instant::now();
        let mut file = File::open(&path).expect("it is there");
        let source =
            read_from("long.txt", &mut file, &InputOptions::default()).expect("it is text");
        println!(
            "{}: {} MB of text from 100 MB in {:?}; memory before {before} MB, at most {} MB",
            source.encoding,
            source.text.len() / MEGABYTE,
            begin.elapsed(),
            peak()
        );
    }
}
