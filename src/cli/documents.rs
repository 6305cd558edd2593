//! In: the paths of a call. Out: their texts, one after another, each read when it is asked for; what
//! cannot be read is a problem in its place, and the rest goes on.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde::Deserialize;
use speech_structure::input::{self, InputOptions};
use speech_structure::text::Source;
use walkdir::{DirEntry, WalkDir};

use super::problem::Problem;

/// Endings of the files that are read in a folder; a file named on its own is read whatever its ending.
const TEXT_ENDINGS: &[&str] = &["txt", "text", "md", "markdown", "docx", "html", "htm"];
const LINES_ENDINGS: &[&str] = &["ndjson", "jsonl"];

/// What the files hold, where they are no texts themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum InputFormat {
    /// A text on every line.
    Ndjson,
}

/// A text, or why there is none.
pub type Text = Result<Source, Problem>;

/// A file named by the call or found in a folder.
type FoundFile = Result<PathBuf, Problem>;

/// The texts of all paths, in order.
pub fn texts(
    paths: &[PathBuf],
    format: Option<InputFormat>,
    options: InputOptions,
) -> Box<dyn Iterator<Item = Text> + '_> {
    match format {
        None => Box::new(files(paths, TEXT_ENDINGS).map(move |path| text(&path?, options))),
        Some(InputFormat::Ndjson) if paths.is_empty() => lines_of(Ok(PathBuf::from("-")), options),
        Some(InputFormat::Ndjson) => {
            Box::new(files(paths, LINES_ENDINGS).flat_map(move |path| lines_of(path, options)))
        }
    }
}

/// The files of all paths that hold texts: folders are gone through file by file, sorted by name.
pub fn files<'p>(
    paths: &'p [PathBuf],
    endings: &'static [&'static str],
) -> impl Iterator<Item = FoundFile> + 'p {
    paths
        .iter()
        .flat_map(move |path| -> Box<dyn Iterator<Item = FoundFile>> {
            if path.is_dir() {
                folder(path, endings)
            } else {
                Box::new(std::iter::once(Ok(path.clone())))
            }
        })
}

/// The files of all paths that hold one text each.
pub fn text_files(paths: &[PathBuf]) -> impl Iterator<Item = FoundFile> + '_ {
    files(paths, TEXT_ENDINGS)
}

/// Reads one text; `-` is standard input, which is held whole, since it cannot be read twice.
pub fn text(path: &Path, options: InputOptions) -> Text {
    let name = name(path);
    let failed = |error| Problem::Read {
        name: name.clone(),
        error,
    };
    let read = if is_standard_input(path) {
        let bytes = standard_input().map_err(failed)?;
        input::read(&name, &bytes, &options)
    } else {
        let mut file = file(path).map_err(failed)?;
        input::read_from(&name, &mut file, &options)
    };
    read.map_err(Problem::Input)
}

/// Opens a file; a folder can be opened as well, but not read.
fn file(path: &Path) -> io::Result<File> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    Ok(file)
}

/// Whether a path stands for standard input.
pub fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// A path for people and reports.
pub fn name(path: &Path) -> String {
    path.display().to_string()
}

fn standard_input() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn folder(path: &Path, endings: &'static [&'static str]) -> Box<dyn Iterator<Item = FoundFile>> {
    let walk = WalkDir::new(path)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter();
    let mut found = walk.filter_map(|entry| wanted(entry, endings)).peekable();
    if found.peek().is_none() {
        let endings = endings
            .iter()
            .map(|ending| format!(".{ending}"))
            .collect::<Vec<_>>();
        let problem = Problem::NoTexts {
            name: name(path),
            endings: endings.join(" "),
        };
        return Box::new(std::iter::once(Err(problem)));
    }
    Box::new(found)
}

/// A file with one of the endings; what cannot even be listed is a problem.
fn wanted(entry: walkdir::Result<DirEntry>, endings: &[&str]) -> Option<FoundFile> {
    match entry {
        Ok(entry) => {
            let ending = entry.path().extension()?.to_str()?.to_lowercase();
            // Word's note that it has the file beside it open.
            if entry.file_name().to_string_lossy().starts_with("~$") {
                return None;
            }
            let is_text = entry.file_type().is_file() && endings.contains(&ending.as_str());
            is_text.then(|| Ok(entry.into_path()))
        }
        Err(error) => {
            let name = error.path().map(name).unwrap_or_default();
            Some(Err(Problem::Read {
                name,
                error: error.into(),
            }))
        }
    }
}

/// A line of `--input ndjson`.
#[derive(Deserialize)]
struct Line {
    name: Option<String>,
    text: String,
}

/// The texts of a file that holds one a line.
fn lines_of(path: FoundFile, options: InputOptions) -> Box<dyn Iterator<Item = Text>> {
    let opened = path.and_then(|path| {
        let name = name(&path);
        match open(&path) {
            Ok(reader) => Ok((reader, name)),
            Err(error) => Err(Problem::Read { name, error }),
        }
    });
    match opened {
        Ok((reader, name)) => Box::new(Lines {
            reader: Some(reader),
            name,
            number: 0,
            reopen: options.reopen,
        }),
        Err(problem) => Box::new(std::iter::once(Err(problem))),
    }
}

fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    if is_standard_input(path) {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    Ok(Box::new(BufReader::new(File::open(path)?)))
}

struct Lines {
    /// Gone after an error of the system, which the next line would only meet again.
    reader: Option<Box<dyn BufRead>>,
    name: String,
    number: usize,
    reopen: bool,
}

impl Iterator for Lines {
    type Item = Text;

    fn next(&mut self) -> Option<Text> {
        loop {
            let mut line = Vec::new();
            self.number += 1;
            match self.reader.as_mut()?.read_until(b'\n', &mut line) {
                Ok(0) => return None,
                Ok(_) if line.trim_ascii().is_empty() => {}
                Ok(_) => return Some(self.text(&line)),
                Err(error) => {
                    self.reader = None;
                    return Some(Err(Problem::Read {
                        name: self.name.clone(),
                        error,
                    }));
                }
            }
        }
    }
}

impl Lines {
    fn text(&self, line: &[u8]) -> Text {
        let place = format!("{}:{}", self.name, self.number);
        match serde_json::from_slice(line) {
            Ok(Line { name, text }) => {
                let source = Source::new(name.unwrap_or(place), text);
                Ok(if self.reopen {
                    input::reopened(source)
                } else {
                    source
                })
            }
            Err(error) => Err(Problem::Line { name: place, error }),
        }
    }
}
