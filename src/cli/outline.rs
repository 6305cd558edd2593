//! `outline`: the outlines of the texts as Markdown.

use std::io::{self, BufWriter, Write};

use speech_structure::report;

use super::Session;
use super::arguments::Outline;
use super::documents;

/// Runs the subcommand.
pub fn run(call: &Outline, session: &mut Session) -> io::Result<()> {
    let Some(options) = session.options(&call.house) else {
        return Ok(());
    };
    let mut out = BufWriter::new(io::stdout().lock());
    for (index, path) in call.paths.iter().enumerate() {
        match documents::text(path, call.charset.options()) {
            Ok(source) => {
                let report = report::build(&speech_structure::check(&source, &options));
                let gap = if index == 0 { "" } else { "\n" };
                write!(out, "{gap}{}", report::outline_markdown(&report))?;
            }
            Err(problem) => session.complain(&problem),
        }
    }
    out.flush()
}
