//! Other programs, which tests ask when they are told to (`--with`): they are large, and few machines of the workshop have them.

use std::path::PathBuf;

use crate::layer::Layer;
use crate::programs::{Failure, cargo, find_program, program_in, run, say};
use crate::{debian, firefox, page, places};

/// The Spark that is asked.
const PYSPARK: &str = "pyspark==4.3.0";

/// Another program, whose opinion is asked for beside the tests' own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Opinion {
    /// `LibreOffice` reads the Word files of tests/office too.
    Libreoffice,
    /// Firefox takes the page's main path too.
    Firefox,
    /// GNU parallel has the program as a stage of its pipe.
    Parallel,
    /// Spark has the program as a stage of its pipe.
    Spark,
}

impl Opinion {
    /// The layer of the tests that asks for it.
    pub fn layer(self) -> Layer {
        match self {
            Self::Libreoffice => ("what LibreOffice reads in the Word files", libreoffice),
            Self::Firefox => (
                "the page's main path in Firefox (npm run test:firefox)",
                page_in_firefox,
            ),
            Self::Parallel => ("a pipe of GNU parallel (tests/pipes)", pipe_of_parallel),
            Self::Spark => ("a pipe of Spark (tests/pipes)", pipe_of_spark),
        }
    }
}

fn libreoffice() -> Result<(), Failure> {
    let program = find_program(&["soffice", "libreoffice"]).ok_or_else(|| Failure::Missing {
        program: "soffice".to_owned(),
        advice: "install LibreOffice Writer (on Debian: apt-get install libreoffice-writer)",
    })?;
    run(core_test("office", "libreoffice").env("LIBREOFFICE", program))
}

fn page_in_firefox() -> Result<(), Failure> {
    page::install_packages()?;
    let browser = firefox::find()?;
    run(page::npm(&["run", "--silent", "test:firefox"]).env("FIREFOX", browser))
}

fn pipe_of_parallel() -> Result<(), Failure> {
    let find = || find_program(&["parallel"]);
    if find().is_none() {
        debian::install("parallel", "a test of pipes")?;
    }
    let program = find().ok_or_else(|| Failure::Missing {
        program: "parallel".to_owned(),
        advice: "install GNU parallel (https://www.gnu.org/software/parallel)",
    })?;
    let folder = program.parent().map(PathBuf::from).unwrap_or_default();
    run(core_test("pipes", "parallel").env("PARALLEL_PROGRAMS", folder))
}

fn pipe_of_spark() -> Result<(), Failure> {
    for (program, advice) in [
        (
            "python3",
            "install Python 3.10 or later (https://python.org)",
        ),
        (
            "java",
            "install Java 17 or later, which Spark runs on (https://adoptium.net)",
        ),
    ] {
        find_program(&[program]).ok_or_else(|| Failure::Missing {
            program: program.to_owned(),
            advice,
        })?;
    }
    let home = places::target().join("spark");
    let programs = home.join("bin");
    if !programs.join("spark-submit").is_file() {
        say("Installing Spark into target/spark (pip).");
        run(program_in(&places::root(), "python3")
            .args(["-m", "venv"])
            .arg(&home))?;
        run(
            program_in(&places::root(), programs.join("pip")).args(["install", "--quiet", PYSPARK])
        )?;
    }
    run(core_test("pipes", "spark").env("SPARK_PROGRAMS", programs))
}

/// The tests of a file of tests/ whose names hold a word.
fn core_test(file: &str, word: &str) -> std::process::Command {
    cargo(&["test", "--test", file, word, "--", "--nocapture"])
}
