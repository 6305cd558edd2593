//! Checks one text once, from its bytes to the report, and says how much memory that took. It is run on its own, so that
//! its instructions can be counted (`valgrind --tool=callgrind --toggle-collect=*check_once*`).
//!
//! `whole write FILE BYTES` writes a generated speech, `whole check FILE` checks a file and prints peak bytes.

use std::error::Error;
use std::fs;

use speech_structure::text::Source;
use speech_structure::{Options, check, report};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["write", file, bytes, ..] => fs::write(file, speeches::text(bytes.parse()?))?,
        ["check", file, ..] => {
            let text = fs::read_to_string(file)?;
            let diagnostics = check_once(text);
            println!("{} {diagnostics}", peak_bytes()?);
        }
        _ => println!("usage: whole write FILE BYTES | whole check FILE"),
    }
    Ok(())
}

#[inline(never)]
fn check_once(text: String) -> usize {
    let source = Source::new("", text);
    report::build(&check(&source, &Options::default()))
        .diagnostics
        .len()
}

/// The most memory that this process has had, in bytes; Linux says so.
fn peak_bytes() -> Result<usize, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next());
    Ok(kilobytes.ok_or("no VmHWM")?.parse::<usize>()? * 1024)
}
