//! The command line. In: arguments, files, standard input. Out: reports, repaired texts, outlines. All
//! reading of texts is the library's; see `cli/` for one file a subcommand.

#![forbid(unsafe_code)]

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run(std::env::args_os().collect())
}
