//! `check`: reads every text of the call and writes its report, one at a time; only SARIF, which is a
//! single document, is gathered.

use std::io::{self, BufWriter, Write};

use serde::Serialize;
use speech_structure::report::{self, Report, sarif, terminal};
use speech_structure::rules::Language;
use speech_structure::text::Source;

use super::arguments::{Check, FailOn, ReportFormat};
use super::documents;
use super::problem::Problem;
use super::summary::Summary;
use super::{Session, Status};

/// Runs the subcommand.
pub fn run(call: &Check, session: &mut Session) -> io::Result<()> {
    let Some(options) = session.options(&call.house) else {
        return Ok(());
    };
    let mut writer = writer(call.format, session.language);
    writer.begin()?;
    for text in documents::texts(&call.paths, call.input, call.charset.options()) {
        match text {
            Ok(source) => {
                let report = report::build(&speech_structure::check(&source, &options));
                if call.fail_on.is_met_by(&report) {
                    session.note(Status::Findings);
                }
                writer.report(&report, &source)?;
            }
            Err(problem) => {
                session.complain(&problem);
                writer.problem(&problem)?;
            }
        }
    }
    writer.end()
}

impl FailOn {
    fn is_met_by(self, report: &Report) -> bool {
        let counts: &[&str] = match self {
            Self::Never => &[],
            Self::Error => &["error"],
            Self::Warning => &["error", "warning"],
            Self::Info => &["error", "warning", "info"],
        };
        report
            .diagnostics
            .iter()
            .any(|diagnostic| counts.contains(&diagnostic.severity))
    }
}

/// A form of the output.
trait Writer {
    fn begin(&mut self) -> io::Result<()> {
        Ok(())
    }
    fn report(&mut self, report: &Report, source: &Source) -> io::Result<()>;
    /// What stands in the place of a report; standard error has told the reader already.
    fn problem(&mut self, problem: &Problem) -> io::Result<()>;
    fn end(&mut self) -> io::Result<()>;
}

fn writer(format: ReportFormat, language: Language) -> Box<dyn Writer> {
    let out = || BufWriter::new(io::stdout().lock());
    match format {
        ReportFormat::Text => {
            let out = BufWriter::new(anstream::AutoStream::auto(io::stdout().lock()));
            Box::new(Text {
                out,
                language,
                summary: Summary::default(),
            })
        }
        ReportFormat::Json => Box::new(Json {
            out: out(),
            language,
            is_first: true,
        }),
        ReportFormat::Ndjson => Box::new(Ndjson {
            out: out(),
            language,
        }),
        ReportFormat::Markdown => Box::new(Markdown {
            out: out(),
            language,
            is_first: true,
        }),
        ReportFormat::Sarif => Box::new(Sarif {
            out: out(),
            language,
            log: sarif::Log::default(),
        }),
    }
}

struct Text<Out> {
    out: Out,
    language: Language,
    summary: Summary,
}

impl<Out: Write> Writer for Text<Out> {
    fn report(&mut self, report: &Report, source: &Source) -> io::Result<()> {
        self.summary.add(report);
        self.out
            .write_all(terminal::findings(report, source, self.language).as_bytes())?;
        self.out.flush()
    }

    fn problem(&mut self, _: &Problem) -> io::Result<()> {
        self.summary.add_unread();
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        writeln!(self.out, "{}", self.summary.line(self.language))?;
        self.out.flush()
    }
}

/// One array, written member by member.
struct Json<Out> {
    out: Out,
    language: Language,
    is_first: bool,
}

impl<Out: Write> Json<Out> {
    fn member(&mut self, member: &impl Serialize) -> io::Result<()> {
        let separator = if self.is_first { "\n" } else { ",\n" };
        self.is_first = false;
        self.out.write_all(separator.as_bytes())?;
        Ok(serde_json::to_writer(&mut self.out, member)?)
    }
}

impl<Out: Write> Writer for Json<Out> {
    fn begin(&mut self) -> io::Result<()> {
        self.out.write_all(b"[")
    }

    fn report(&mut self, report: &Report, _: &Source) -> io::Result<()> {
        self.member(report)
    }

    fn problem(&mut self, problem: &Problem) -> io::Result<()> {
        self.member(&problem.record(self.language))
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.write_all(b"\n]\n")?;
        self.out.flush()
    }
}

/// One line a text, sent off at once: the next stage of a pipe need not wait.
struct Ndjson<Out> {
    out: Out,
    language: Language,
}

impl<Out: Write> Ndjson<Out> {
    fn line(&mut self, line: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, line)?;
        self.out.write_all(b"\n")?;
        self.out.flush()
    }
}

impl<Out: Write> Writer for Ndjson<Out> {
    fn report(&mut self, report: &Report, _: &Source) -> io::Result<()> {
        self.line(report)
    }

    fn problem(&mut self, problem: &Problem) -> io::Result<()> {
        self.line(&problem.record(self.language))
    }

    fn end(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Markdown<Out> {
    out: Out,
    language: Language,
    is_first: bool,
}

impl<Out: Write> Markdown<Out> {
    fn section(&mut self, section: &str) -> io::Result<()> {
        let gap = if self.is_first { "" } else { "\n" };
        self.is_first = false;
        write!(self.out, "{gap}{section}")?;
        self.out.flush()
    }
}

impl<Out: Write> Writer for Markdown<Out> {
    fn report(&mut self, report: &Report, _: &Source) -> io::Result<()> {
        self.section(&report::markdown(report, self.language))
    }

    fn problem(&mut self, problem: &Problem) -> io::Result<()> {
        let record = problem.record(self.language);
        self.section(&report::error_markdown(&record))
    }

    fn end(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Sarif<Out> {
    out: Out,
    language: Language,
    log: sarif::Log,
}

impl<Out: Write> Writer for Sarif<Out> {
    fn report(&mut self, report: &Report, source: &Source) -> io::Result<()> {
        self.log.add(report, source);
        Ok(())
    }

    fn problem(&mut self, problem: &Problem) -> io::Result<()> {
        self.log.add_error(&problem.record(self.language));
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        let log = std::mem::take(&mut self.log).finish(self.language);
        serde_json::to_writer(&mut self.out, &log)?;
        self.out.write_all(b"\n")?;
        self.out.flush()
    }
}
