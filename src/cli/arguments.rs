//! The call's arguments. Their help stands in `help.rs`, in every language of the reader.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::charset::CharsetChoice;
use super::documents::InputFormat;
use super::house::House;

/// The whole call.
#[derive(Debug, Parser)]
#[command(name = "speech-structure", version)]
pub struct Arguments {
    #[command(subcommand)]
    pub task: Task,
    /// Read from the raw arguments beforehand, since errors of the call need it.
    #[arg(long, global = true, value_name = "LANG", value_parser = ["zh-Hans", "zh-Hant", "en"])]
    pub lang: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum Task {
    Check(Check),
    Fix(Fix),
    Split(Split),
    Outline(Outline),
    Rules(Rules),
}

#[derive(Debug, Args)]
#[command(
    override_usage = "speech-structure check [--format FORMAT] [--input ndjson] [--encoding NAME] [--reopen] [--fail-on LEVEL] [--config FILE] [--lang LANG] FILE|DIR|- …"
)]
pub struct Check {
    #[command(flatten)]
    pub house: House,
    #[command(flatten)]
    pub charset: CharsetChoice,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: ReportFormat,
    #[arg(long, value_enum, value_name = "ndjson")]
    pub input: Option<InputFormat>,
    #[arg(long, value_enum, default_value_t, value_name = "LEVEL")]
    pub fail_on: FailOn,
    #[arg(required_unless_present = "input", value_name = "FILE|DIR|-")]
    pub paths: Vec<PathBuf>,
}

#[derive(Debug, Args)]
#[command(
    override_usage = "speech-structure fix [--only CODE,…] [--encoding NAME] [--reopen] [--write] [--config FILE] [--lang LANG] FILE|DIR|-"
)]
pub struct Fix {
    #[command(flatten)]
    pub house: House,
    #[command(flatten)]
    pub charset: CharsetChoice,
    #[arg(long, value_delimiter = ',', value_name = "CODE,…")]
    pub only: Vec<String>,
    #[arg(long)]
    pub write: bool,
    #[arg(required = true, value_name = "FILE|DIR|-")]
    pub paths: Vec<PathBuf>,
}

#[derive(Debug, Args)]
#[command(
    override_usage = "speech-structure split [--encoding NAME] [--reopen] [--out DIR] [--config FILE] [--lang LANG] FILE|DIR"
)]
pub struct Split {
    #[command(flatten)]
    pub house: House,
    #[command(flatten)]
    pub charset: CharsetChoice,
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub out: PathBuf,
    #[arg(required = true, value_name = "FILE|DIR|-")]
    pub paths: Vec<PathBuf>,
}

#[derive(Debug, Args)]
#[command(
    override_usage = "speech-structure outline [--encoding NAME] [--reopen] [--config FILE] [--lang LANG] FILE"
)]
pub struct Outline {
    #[command(flatten)]
    pub house: House,
    #[command(flatten)]
    pub charset: CharsetChoice,
    #[arg(required = true, value_name = "FILE|-")]
    pub paths: Vec<PathBuf>,
}

#[derive(Debug, Args)]
#[command(override_usage = "speech-structure rules [--format markdown|json] [--lang LANG]")]
pub struct Rules {
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: RulesFormat,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    #[default]
    Text,
    Json,
    Ndjson,
    Markdown,
    Sarif,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    #[default]
    Error,
    Warning,
    Info,
    Never,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum RulesFormat {
    #[default]
    Markdown,
    Json,
}
