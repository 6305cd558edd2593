//! In: what the benches wrote and printed. Out: their figures, as plain data.

use std::error::Error;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// All that a run of the bench has measured.
pub struct Figures {
    pub machine: String,
    pub native: Vec<Timing>,
    pub costs: Vec<Cost>,
    pub engines: Vec<Engine>,
}

/// A bench of criterion.
pub struct Timing {
    /// Its group and name.
    pub name: String,
    pub bytes: f64,
    pub milliseconds: f64,
}

/// What one check of a generated text takes.
pub struct Cost {
    pub bytes: u64,
    /// The most bytes of memory that the process had.
    pub peak: u64,
    /// Nothing where they were not counted.
    pub instructions: Option<u64>,
}

/// What was timed in Node or Chromium.
pub struct Engine {
    /// Its name and version.
    pub name: String,
    /// Milliseconds to compile and start the core.
    pub started: f64,
    pub rows: Vec<Row>,
}

/// One candidate on one text.
pub struct Row {
    pub candidate: String,
    pub text: String,
    pub bytes: f64,
    /// Milliseconds of the first call, and of the best.
    pub first: f64,
    pub best: f64,
}

/// The medians that criterion has left in its folder, by group and name.
pub fn of_criterion(folder: &Path) -> Result<Vec<Timing>, Box<dyn Error>> {
    let mut timings = Vec::new();
    for group in ["stages", "whole"] {
        for entry in fs::read_dir(folder.join(group))? {
            let newest = entry?.path().join("new");
            if !newest.is_dir() {
                continue;
            }
            let read = |name: &str| -> Result<Value, Box<dyn Error>> {
                Ok(serde_json::from_str(&fs::read_to_string(
                    newest.join(name),
                )?)?)
            };
            let (bench, estimates) = (read("benchmark.json")?, read("estimates.json")?);
            timings.push(Timing {
                name: bench["full_id"].as_str().unwrap_or_default().to_owned(),
                bytes: number(&bench["throughput"]["Bytes"]),
                milliseconds: number(&estimates["median"]["point_estimate"]) / 1e6,
            });
        }
    }
    Ok(timings)
}

/// What `run.mjs` has printed.
pub fn of_engine(printed: &str) -> Result<Engine, Box<dyn Error>> {
    let value: Value = serde_json::from_str(printed)?;
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let rows = value["rows"].as_array().ok_or("no rows were printed")?;
    let row = |row: &Value| Row {
        candidate: word(&row["candidate"]),
        text: word(&row["text"]),
        bytes: number(&row["bytes"]),
        first: number(&row["first"]),
        best: number(&row["best"]),
    };
    Ok(Engine {
        name: word(&value["engine"]),
        started: number(&value["started"]),
        rows: rows.iter().map(row).collect(),
    })
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(0.0)
}
