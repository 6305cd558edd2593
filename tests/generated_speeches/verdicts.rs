//! How many of the planted faults were found, by fault; and what became of the others.

use std::collections::BTreeMap;

use speech_structure::rules::Severity;

use super::faults::{Fault, Planted};
use super::reading::Read;
use super::tally::{Tally, sample};

#[derive(Clone, Copy, Default)]
struct Row {
    planted: usize,
    found: usize,
    with_other_errors: usize,
    /// Found, with no other error.
    right: usize,
}

#[derive(Default)]
pub struct Verdicts {
    rows: BTreeMap<Fault, Row>,
    failures: Tally,
}

impl Verdicts {
    /// Judges a reading of a planted fault; samples are kept only of speeches that are read rightly
    /// without it.
    pub fn add(
        &mut self,
        fault: Fault,
        planted: &Planted,
        read: &Read,
        was_right: impl Fn() -> bool,
    ) {
        let row = self.rows.entry(fault).or_default();
        row.planted += 1;
        let is_it = |code: &str, line: usize| code == fault.code() && line == planted.line;
        let found = read.found.iter().any(|one| is_it(one.code, one.line));
        let other = read.found.iter().find(|one| {
            one.severity == Severity::Error
                && !is_it(one.code, one.line)
                && fault.also() != Some(one.code)
        });
        row.found += usize::from(found);
        row.with_other_errors += usize::from(other.is_some());
        row.right += usize::from(found && other.is_none());
        if found && other.is_none() || !was_right() {
            return;
        }
        let length = planted.speech.lines.len();
        let here: Vec<String> = read
            .found
            .iter()
            .map(|one| {
                format!(
                    "{} at {:+}",
                    one.code,
                    one.line.cast_signed() - planted.line.cast_signed()
                )
            })
            .collect();
        let shown = || {
            format!(
                "        found: {here:?}\n{}",
                sample(&planted.speech, read, planted.line)
            )
        };
        if !found {
            self.failures.count(
                &format!("missed: {fault:?}, {}", planted.place),
                length,
                shown,
            );
        }
        if let Some(other) = other {
            let distance = if other.line == planted.line {
                "there"
            } else {
                "elsewhere"
            };
            self.failures.count(
                &format!("{fault:?}: also {} {distance}", other.code),
                length,
                shown,
            );
        }
    }

    pub fn print(&self, skipped: &[Fault]) {
        println!(
            "{:<20}{:>9}{:>9}{:>9}{:>8}{:>14}",
            "fault", "planted", "found", "missed", "%", "other errors"
        );
        for (fault, row) in &self.rows {
            let percent = share(row.found, row.planted);
            let missed = row.planted - row.found;
            let name = format!("{fault:?}");
            println!(
                "{name:<20}{:>9}{:>9}{missed:>9}{percent:>8.2}{:>14}",
                row.planted, row.found, row.with_other_errors
            );
        }
        let sum = |of: fn(&Row) -> usize| self.rows.values().map(of).sum::<usize>();
        let (planted, right) = (sum(|row| row.planted), sum(|row| row.right));
        let percent = share(right, planted);
        println!("{right} of {planted} found with no other error, {percent:.2} %");
        for fault in skipped {
            println!(
                "{:<20}rule not there yet: {}",
                format!("{fault:?}"),
                fault.code()
            );
        }
    }

    /// Whether enough of all faults were found with no other error.
    pub fn suffice(&self) -> bool {
        const RIGHT_IN_THOUSAND: usize = 990;
        let sum = |of: fn(&Row) -> usize| self.rows.values().map(of).sum::<usize>();
        sum(|row| row.right) * 1_000 >= sum(|row| row.planted) * RIGHT_IN_THOUSAND
    }

    pub fn report(&self, most: usize) -> String {
        self.failures.report(most)
    }
}

/// So many in a hundred.
#[allow(clippy::cast_precision_loss, reason = "the numbers are small")]
fn share(found: usize, planted: usize) -> f64 {
    found as f64 * 100.0 / planted as f64
}
