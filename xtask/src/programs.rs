//! Runs other programs. In goes a command, out comes nothing or a sentence that says what failed or what to install.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

/// Why a task of the workshop did not finish.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A program is not on this machine.
    #[error("`{program}` is not installed: {advice}.")]
    Missing {
        /// The program.
        program: String,
        /// How to get it.
        advice: &'static str,
    },
    /// A program could not be started for another reason.
    #[error("`{program}` could not be started: {source}")]
    Start {
        /// The program.
        program: String,
        /// What the system said.
        source: io::Error,
    },
    /// A program ran and was not content; its own words stand above.
    #[error("`{command}` failed ({status}); its own words stand above.")]
    Program {
        /// The whole command.
        command: String,
        /// How it ended.
        status: ExitStatus,
    },
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// wasm-bindgen refused the core.
    #[error("wasm-bindgen could not make the JavaScript border: {0}")]
    Bindgen(String),
    /// The built core tells where it was built.
    #[error(
        "the built core holds the path {0}, which says where it was built; see `path_remappings` in xtask"
    )]
    PathInCore(String),
    /// No port could be listened on.
    #[error("no port from {from} to {to} on 127.0.0.1 is free: {reason}")]
    Port {
        /// The first that was tried.
        from: u16,
        /// The last.
        to: u16,
        /// What the system said to the last.
        reason: String,
    },
    /// Some texts take more than their share.
    #[error("twice the text takes much more than twice the work: {0}.")]
    Superlinear(String),
    /// valgrind counted nothing.
    #[error("{0}: valgrind's count of instructions is not there.")]
    NoCount(PathBuf),
    /// Some layers of the tests failed; each has been named where it did.
    #[error("{0} failed.")]
    Tests(String),
}

impl Failure {
    /// For `map_err` on file operations.
    pub fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        |source| Self::File { path, source }
    }
}

/// Says what is being done now.
pub fn say(sentence: &str) {
    println!("\n== {sentence}");
}

/// A cargo command in the root of the repository.
pub fn cargo(arguments: &[&str]) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = program_in(&crate::places::root(), program);
    command.args(arguments);
    command
}

/// A program in a folder.
pub fn program_in(folder: &Path, program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    command
}

/// Runs to the end, its words to the terminal.
pub fn run(command: &mut Command) -> Result<(), Failure> {
    let status = command
        .status()
        .map_err(|source| not_started(command, source))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::Program {
        command: wording(command),
        status,
    })
}

/// Runs to the end and returns what it printed.
pub fn output_of(command: &mut Command) -> Result<String, Failure> {
    let output = command
        .output()
        .map_err(|source| not_started(command, source))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    eprint!("{}", String::from_utf8_lossy(&output.stderr));
    Err(Failure::Program {
        command: wording(command),
        status: output.status,
    })
}

/// The first of these programs that is on the search path.
pub fn find_program(names: &[&str]) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let in_folder = |name: &str| {
        std::env::split_paths(&folders)
            .map(|folder| folder.join(name))
            .find(|path| path.is_file())
    };
    names.iter().find_map(|name| in_folder(name))
}

fn not_started(command: &Command, source: io::Error) -> Failure {
    let program = name_of(command.get_program());
    if source.kind() == io::ErrorKind::NotFound {
        let advice = advice_for(&program);
        return Failure::Missing { program, advice };
    }
    Failure::Start { program, source }
}

fn advice_for(program: &str) -> &'static str {
    match program {
        "node" | "npm" | "npm.cmd" => {
            "install Node.js 20 or later, which brings npm (https://nodejs.org)"
        }
        "rustup" => "install Rust by rustup (https://rustup.rs)",
        "cargo" => "install Rust (https://rustup.rs)",
        "apt-get" => "install Chromium or Chrome by hand and set CHROMIUM to its path",
        _ => "install it and put it on PATH",
    }
}

fn name_of(program: &OsStr) -> String {
    Path::new(program)
        .file_name()
        .unwrap_or(program)
        .to_string_lossy()
        .into_owned()
}

fn wording(command: &Command) -> String {
    let mut words = vec![name_of(command.get_program())];
    words.extend(
        command
            .get_args()
            .map(|word| word.to_string_lossy().into_owned()),
    );
    words.join(" ")
}
