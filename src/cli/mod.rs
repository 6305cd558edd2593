//! In: the arguments of a call. Out: what its subcommand writes, and the exit status: 0 nothing found at or
//! above `--fail-on`, 1 findings, 2 the call or a file could not be read.

mod arguments;
mod call_error;
mod charset;
mod check;
mod documents;
mod fix;
mod help;
mod house;
mod language;
mod outline;
mod problem;
mod refused;
mod rules;
mod split;
mod summary;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};
use speech_structure::{Language, Options};

use arguments::{Arguments, Task};
use house::House;
use problem::Problem;

/// How a call went; the worst counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    /// All was read, nothing to complain of.
    #[default]
    Clean = 0,
    /// Findings at or above `--fail-on`.
    Findings = 1,
    /// The call or a file could not be read.
    Failed = 2,
}

/// What every subcommand needs: the reader's language and how the call went so far.
struct Session {
    language: Language,
    status: Status,
}

impl Session {
    /// The options of the house; where its settings are wrong, that is said and there are none.
    fn options(&mut self, house: &House) -> Option<Options> {
        match house.options(self.language) {
            Ok(options) => Some(options),
            Err(problem) => {
                self.complain(&problem);
                None
            }
        }
    }

    /// Lowers the status; it never rises again.
    fn note(&mut self, status: Status) {
        self.status = self.status.max(status);
    }

    /// Says on standard error what could not be done.
    fn complain(&mut self, problem: &Problem) {
        self.note(Status::Failed);
        // Where standard error is closed, too, nobody is left to tell.
        let _ = writeln!(io::stderr(), "{}", problem.sentence(self.language));
    }
}

/// Runs a call.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    let mut session = Session {
        language: language::of_call(&arguments),
        status: Status::Clean,
    };
    let mut command = help::localised(Arguments::command(), session.language);
    let parsed = command.try_get_matches_from_mut(arguments);
    match parsed.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => perform(arguments.task, &mut session),
        Err(error) => call_error::tell(&error, &mut session),
    }
    ExitCode::from(session.status as u8)
}

fn perform(task: Task, session: &mut Session) {
    let done = match task {
        Task::Check(call) => check::run(&call, session),
        Task::Fix(call) => fix::run(&call, session),
        Task::Split(call) => split::run(&call, session),
        Task::Outline(call) => outline::run(&call, session),
        Task::Rules(call) => rules::run(&call, session),
    };
    match done {
        // The reader of a pipe has seen enough (`| head`): what was found so far stands.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        Err(error) => session.complain(&Problem::Output(error)),
        Ok(()) => {}
    }
}
