//! `fix`: repairs every text of the call, to standard output, or with `--write` in its file, which is
//! replaced whole or not at all.

use std::fs;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use speech_structure::Options;
use speech_structure::converge::{Converged, Selection, converge_source};
use speech_structure::input::encode_edited;
use speech_structure::rules::{Language, RULES, Words};
use speech_structure::text::{Format, Source};
use tempfile::NamedTempFile;

use super::Session;
use super::arguments::Fix;
use super::documents;
use super::problem::Problem;

/// Runs the subcommand.
pub fn run(call: &Fix, session: &mut Session) -> io::Result<()> {
    let problems = problems(call);
    if !problems.is_empty() {
        for problem in &problems {
            session.complain(problem);
        }
        return Ok(());
    }
    let Some(options) = session.options(&call.house) else {
        return Ok(());
    };
    let mut out = BufWriter::new(io::stdout().lock());
    for path in documents::text_files(&call.paths) {
        match path.and_then(|path| repaired(&path, call, &options)) {
            Ok(Repaired { said, problem }) => {
                out.write_all(&said)?;
                if let Some(problem) = problem {
                    session.complain(&problem);
                }
            }
            Err(problem) => session.complain(&problem),
        }
    }
    out.flush()
}

/// What is wrong with the call, before any file is touched.
fn problems(call: &Fix) -> Vec<Problem> {
    let is_known = |code: &str| RULES.iter().any(|rule| rule.code == code);
    let unknown = call.only.iter().filter(|code| !is_known(code));
    let mut problems: Vec<_> = unknown.cloned().map(Problem::UnknownCode).collect();
    if call.write
        && call
            .paths
            .iter()
            .any(|path| documents::is_standard_input(path))
    {
        problems.push(Problem::NothingToWrite);
    }
    problems
}

/// What a text has to say on standard output, and what went wrong on the way.
struct Repaired {
    said: Vec<u8>,
    problem: Option<Problem>,
}

fn repaired(path: &Path, call: &Fix, options: &Options) -> Result<Repaired, Problem> {
    let source = documents::text(path, call.charset.options())?;
    if call.write && source.format != Format::Plain {
        return Err(Problem::OnlyRead { name: source.name });
    }
    let selection = match call.only.as_slice() {
        [] => Selection::Safe,
        codes => Selection::Codes(codes.to_vec()),
    };
    let converged = converge_source(&source, options, &selection);
    let name = documents::name(path);
    let problem = (!converged.settled).then(|| Problem::Unsettled { name: name.clone() });
    let said = match problem {
        // A person reads UTF-8, a file behind a pipe has the charset of the one that came in.
        _ if !call.write && io::stdout().is_terminal() => converged.text.into_bytes(),
        _ if !call.write => saved_form(&source, &converged, name)?,
        Some(_) => Vec::new(),
        None => {
            if !converged.edits.is_empty() || call.charset.reopen {
                let bytes = saved_form(&source, &converged, name.clone())?;
                write(path, &bytes).map_err(|error| Problem::Write { name, error })?;
            }
            receipt(&source.name, &converged, options.language).into_bytes()
        }
    };
    Ok(Repaired { said, problem })
}

/// The repaired text as it stands in a file, in the charset of the file that came in.
fn saved_form(source: &Source, converged: &Converged, name: String) -> Result<Vec<u8>, Problem> {
    let edits = converged.edits.iter();
    encode_edited(source, edits.map(|edit| (edit.span, edit.text.as_str())))
        .map_err(|error| Problem::Encode { name, error })
}

/// Writes a file beside the old one, then puts it in its place. A link keeps pointing where it did.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = fs::canonicalize(path)?;
    // Putting a new file in its place would succeed even where the old one may not be written.
    fs::OpenOptions::new().write(true).open(&path)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file()
        .set_permissions(fs::metadata(&path)?.permissions())?;
    file.as_file().sync_all()?;
    file.persist(&path)?;
    Ok(())
}

fn receipt(name: &str, converged: &Converged, language: Language) -> String {
    let count = converged.edits.len();
    let words = if count == 0 { &UNCHANGED } else { &CHANGED };
    words.render(language, &[("count", count.into()), ("name", name.into())]) + "\n"
}

static CHANGED: Words = Words {
    zh_hans: "{name}：已改 {count} 处",
    zh_hant: "{name}：已改 {count} 處",
    en: "{name}: places changed: {count}",
};
static UNCHANGED: Words = Words {
    zh_hans: "{name}：无须改动",
    zh_hant: "{name}：無須更動",
    en: "{name}: nothing to change",
};
