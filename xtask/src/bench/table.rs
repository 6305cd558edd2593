//! In: the figures of a run. Out: its part of docs/performance.md, between two marks; the rest of the page is left as it is.

use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::figures::{Engine, Figures};
use crate::programs::output_of;

const BEGIN: &str = "<!-- measured by `cargo xtask bench` -->\n";
const END: &str = "<!-- end of what is measured -->\n";
/// The peer that ratios are to.
const PEER: &str = "autocorrect: lint";

/// Puts the figures in the place of those of the last run.
pub fn write(page: &Path, figures: &Figures) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(page)?;
    let (before, rest) = text
        .split_once(BEGIN)
        .ok_or("the page has no place for figures")?;
    let (_, after) = rest
        .split_once(END)
        .ok_or("the place for figures has no end")?;
    fs::write(
        page,
        format!("{before}{BEGIN}\n{}\n{END}{after}", part(figures)?),
    )?;
    Ok(())
}

fn part(figures: &Figures) -> Result<String, Box<dyn Error>> {
    let today = output_of(Command::new("date").arg("+%Y-%m-%d"))?;
    let mut text = format!("{}, {}.\n", figures.machine, today.trim());
    for engine in &figures.engines {
        write_engine(&mut text, engine)?;
    }
    writeln!(
        text,
        "\n| native, generated text | bytes | ms | MB/s |\n|---|---:|---:|---:|"
    )?;
    let mut native: Vec<_> = figures.native.iter().collect();
    native.sort_by(|one, other| {
        (one.bytes, &one.name)
            .partial_cmp(&(other.bytes, &other.name))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    for timing in native {
        let speed = megabytes_a_second(timing.bytes, timing.milliseconds);
        let name = timing
            .name
            .split('/')
            .next()
            .filter(|name| *name == "whole")
            .unwrap_or(&timing.name);
        writeln!(
            text,
            "| {name} | {} | {:.2} | {speed} |",
            timing.bytes, timing.milliseconds
        )?;
    }
    writeln!(
        text,
        "\n| one check, generated text | peak memory | instructions a byte |\n|---|---:|---:|"
    )?;
    for cost in &figures.costs {
        let hundredths = |whole: u64| whole * 100 / cost.bytes.max(1);
        let decimal = |hundredths: u64| format!("{}.{:02}", hundredths / 100, hundredths % 100);
        let counted = cost
            .instructions
            .map_or("–".to_owned(), |count| decimal(hundredths(count)));
        let peak = decimal(hundredths(cost.peak));
        writeln!(
            text,
            "| {} bytes | {peak} × the text | {counted} |",
            cost.bytes
        )?;
    }
    Ok(text)
}

/// A row for each candidate, a column for each text: megabytes a second, and how many times as fast as the peer.
fn write_engine(text: &mut String, engine: &Engine) -> Result<(), std::fmt::Error> {
    let names = |of: fn(&super::figures::Row) -> &str| {
        let mut names: Vec<&str> = Vec::new();
        for row in &engine.rows {
            if !names.contains(&of(row)) {
                names.push(of(row));
            }
        }
        names
    };
    let (candidates, texts) = (names(|row| &row.candidate), names(|row| &row.text));
    let speed = |candidate: &str, text: &str| {
        let row = engine
            .rows
            .iter()
            .find(|row| row.candidate == candidate && row.text == text);
        row.map(|row| row.bytes / row.best.max(1e-6) / 1e3)
    };
    let short = |name: &str| name.split('_').next().unwrap_or(name).to_owned();
    let heads: Vec<String> = texts.iter().map(|name| short(name)).collect();
    writeln!(
        text,
        "\n| {}, MB/s (× autocorrect) | {} |",
        engine.name,
        heads.join(" | ")
    )?;
    writeln!(text, "|---|{}", "---:|".repeat(texts.len()))?;
    for candidate in &candidates {
        let cells = texts
            .iter()
            .map(|text| match (speed(candidate, text), speed(PEER, text)) {
                (Some(own), Some(peer)) => format!("{own:.1} ({:.1})", own / peer),
                _ => "–".to_owned(),
            });
        writeln!(
            text,
            "| {candidate} | {} |",
            cells.collect::<Vec<_>>().join(" | ")
        )?;
    }
    let first = engine.rows.first().map_or(0.0, |row| row.first);
    writeln!(
        text,
        "\nLoad and compile {:.1} ms; the first call, on {}, {first:.1} ms.",
        engine.started,
        heads.first().map_or("", String::as_str),
    )
}

fn megabytes_a_second(bytes: f64, milliseconds: f64) -> String {
    format!("{:.1}", bytes / milliseconds.max(1e-6) / 1e3)
}
