//! In: `--config`, or the folder of the call. Out: the options of the house's `speech-structure.toml`, which
//! is searched from the current folder upward; without one, the defaults.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use speech_structure::{Configuration, Language, Options};

use super::documents;
use super::problem::Problem;

const FILE_NAME: &str = "speech-structure.toml";

/// What a call says of the house's settings.
#[derive(Debug, Args)]
pub struct House {
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

impl House {
    /// The options of the house, in the reader's language.
    pub fn options(&self, language: Language) -> Result<Options, Problem> {
        match self.config.clone().or_else(nearest) {
            Some(path) => read(&path, language),
            None => Ok(Options {
                language,
                ..Options::default()
            }),
        }
    }
}

/// The file in the current folder or the nearest one above it.
fn nearest() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    here.ancestors()
        .map(|folder| folder.join(FILE_NAME))
        .find(|path| path.is_file())
}

fn read(path: &Path, language: Language) -> Result<Options, Problem> {
    let name = documents::name(path);
    let text = fs::read_to_string(path).map_err(|error| Problem::Read {
        name: name.clone(),
        error,
    })?;
    let configuration: Configuration = toml::from_str(&text).map_err(|error| {
        let before = error
            .span()
            .and_then(|span| text.get(..span.start))
            .unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        Problem::Configuration {
            name: format!("{name}:{line}"),
            reason: error.message().to_owned(),
        }
    })?;
    configuration
        .options(language)
        .map_err(|error| Problem::Configuration {
            name,
            reason: error.sentence(language),
        })
}
