//! `rules`: what the register says of every rule.

use std::io::{self, Write};

use speech_structure::report::{rule_descriptions, rules_markdown};

use super::Session;
use super::arguments::{Rules, RulesFormat};

/// Runs the subcommand.
pub fn run(call: &Rules, session: &mut Session) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match call.format {
        RulesFormat::Markdown => out.write_all(rules_markdown(session.language).as_bytes())?,
        RulesFormat::Json => {
            let rules = rule_descriptions(session.language);
            writeln!(out, "{}", serde_json::to_string_pretty(&rules)?)?;
        }
    }
    out.flush()
}
