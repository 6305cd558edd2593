//! `fix`: repairs every text of the call, to standard output, or with `--write` in its file, which is
//! replaced whole or not at all.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use speech_structure::Options;
use speech_structure::fix::{Converged, Selection, converge};
use speech_structure::rules::{Language, RULES, Words};
use speech_structure::text::Source;
use tempfile::NamedTempFile;

use super::Session;
use super::arguments::Fix;
use super::documents;
use super::problem::Problem;

const BYTE_ORDER_MARK: &str = "\u{feff}";

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
                out.write_all(said.as_bytes())?;
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
    said: String,
    problem: Option<Problem>,
}

fn repaired(path: &Path, call: &Fix, options: &Options) -> Result<Repaired, Problem> {
    let source = documents::text(path)?;
    let selection = match call.only.as_slice() {
        [] => Selection::Safe,
        codes => Selection::Codes(codes.to_vec()),
    };
    let converged = converge(&source.text, options, &selection);
    let name = documents::name(path);
    let problem = (!converged.settled).then(|| Problem::Unsettled { name: name.clone() });
    let said = match problem {
        _ if !call.write => saved_form(&source, &converged),
        Some(_) => String::new(),
        None => {
            write(path, &source, &converged).map_err(|error| Problem::Write { name, error })?;
            receipt(&source.name, &converged, options.language)
        }
    };
    Ok(Repaired { said, problem })
}

/// The repaired text as it stands in a file.
fn saved_form(source: &Source, converged: &Converged) -> String {
    let mark = if source.byte_order_mark {
        BYTE_ORDER_MARK
    } else {
        ""
    };
    format!("{mark}{}", converged.text)
}

/// Writes a file beside the old one, then puts it in its place. A link keeps pointing where it did.
fn write(path: &Path, source: &Source, converged: &Converged) -> io::Result<()> {
    if converged.edits.is_empty() {
        return Ok(());
    }
    let path = fs::canonicalize(path)?;
    // Putting a new file in its place would succeed even where the old one may not be written.
    fs::OpenOptions::new().write(true).open(&path)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(saved_form(source, converged).as_bytes())?;
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
