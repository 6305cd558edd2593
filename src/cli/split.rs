//! `split`: one clean file a speech, named by its title. A file that stands there already is never
//! overwritten: one with the same words counts as written, another sends the speech to the next number.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use speech_structure::copies::Copies;
use speech_structure::read;
use speech_structure::rules::Words;
use speech_structure::split::{FileNames, SplitSpeech, split};

use super::Session;
use super::arguments::Split;
use super::documents;
use super::problem::Problem;

/// Runs the subcommand.
pub fn run(call: &Split, session: &mut Session) -> io::Result<()> {
    let Some(options) = session.options(&call.house) else {
        return Ok(());
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let mut batch = Batch::default();
    for text in documents::texts(&call.paths, None, call.charset.options()) {
        match text {
            Ok(source) => {
                for speech in split(&read(&source, &options)) {
                    let said = batch.save(&call.out, &speech, session);
                    out.write_all(said.as_bytes())?;
                }
            }
            Err(problem) => session.complain(&problem),
        }
    }
    out.flush()
}

/// The speeches saved so far.
#[derive(Default)]
struct Batch {
    names: FileNames,
    copies: Copies,
    /// The file of every speech that `copies` has counted.
    saved: Vec<PathBuf>,
}

impl Batch {
    /// Saves a speech and says where, and of which speech of the batch it is a copy.
    fn save(&mut self, folder: &Path, speech: &SplitSpeech, session: &mut Session) -> String {
        match self.write(folder, speech) {
            Ok(path) => {
                let copy = self.copies.add(&speech.text);
                let said = copy.and_then(|copy| {
                    let name = documents::name(self.saved.get(copy.speech)?);
                    let words = if copy.share == 100 { &SAME } else { &COPY };
                    let data = [("name", name.as_str().into()), ("share", copy.share.into())];
                    Some(words.render(session.language, &data))
                });
                let line = format!("{}{}\n", documents::name(&path), said.unwrap_or_default());
                self.saved.push(path);
                line
            }
            Err(problem) => {
                session.complain(&problem);
                String::new()
            }
        }
    }

    fn write(&mut self, folder: &Path, speech: &SplitSpeech) -> Result<PathBuf, Problem> {
        let failed = |path: &Path, error| Problem::Write {
            name: documents::name(path),
            error,
        };
        fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
        loop {
            let path = folder.join(self.names.next(speech.title.as_deref()) + ".txt");
            match fs::File::create_new(&path) {
                Ok(mut file) => {
                    let written = file.write_all(speech.text.as_bytes());
                    return written
                        .map(|()| path.clone())
                        .map_err(|error| failed(&path, error));
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    if fs::read(&path).is_ok_and(|there| there == speech.text.as_bytes()) {
                        return Ok(path);
                    }
                }
                Err(error) => return Err(failed(&path, error)),
            }
        }
    }
}

static COPY: Words = Words {
    zh_hans: "（与 {name} 约有 {share}% 相同）",
    zh_hant: "（與 {name} 約有 {share}% 相同）",
    en: " (about {share}% the same as {name})",
};

static SAME: Words = Words {
    zh_hans: "（与 {name} 相同）",
    zh_hant: "（與 {name} 相同）",
    en: " (the same as {name})",
};
