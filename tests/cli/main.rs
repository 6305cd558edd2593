//! The command line as its users meet it: every subcommand, the exit status, records of what could not
//! be read, pipes that close, and files that are replaced whole or not at all.
#![cfg(feature = "cli")]

mod calls;
mod charsets;
mod fixing;
mod forms;
mod inputs;
mod office;
mod splitting;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const BYTE_ORDER_MARK: &str = "\u{feff}";
const BROKEN: &str = "在座谈会上的讲话\n同志们：\n下面，我讲两点意见。\n一、办实事\n要落到实处。\n三、转作风\n要常抓不懈。\n谢谢大家！\n";
const MENDED: &str = "在座谈会上的讲话\n同志们：\n下面，我讲两点意见。\n一、办实事\n要落到实处。\n二、转作风\n要常抓不懈。\n谢谢大家！\n";
const TWO: &str = "篇一：开学讲话\n同学们：\n开学了，要收心。\n谢谢大家！\n\n篇二：开学讲话\n老师们：\n开学了，要用心。\n谢谢大家！\n";

struct Answer {
    status: Option<i32>,
    output: String,
    complaints: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.output).expect("the output is JSON")
    }

    fn lines(&self) -> Vec<Value> {
        let lines = self.output.lines();
        lines
            .map(|line| serde_json::from_str(line).expect("each line is JSON"))
            .collect()
    }
}

fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_speech-structure"));
    command.current_dir(folder).args(arguments);
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    command
}

fn call_with(folder: &Path, arguments: &[&str], input: &[u8]) -> Answer {
    let mut command = program(folder, arguments);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    // A program that does not read its input closes it early.
    let _ = child.stdin.take().expect("it is piped").write_all(input);
    let done = child.wait_with_output().expect("it ends");
    let text = |bytes| String::from_utf8(bytes).expect("all it writes is UTF-8");
    Answer {
        status: done.status.code(),
        output: text(done.stdout),
        complaints: text(done.stderr),
    }
}

fn call(folder: &Path, arguments: &[&str]) -> Answer {
    call_with(folder, arguments, b"")
}

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("it is in the folder")).expect("it can be made");
        fs::write(path, content).expect("a file can be written");
    }
    folder
}

fn read(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).expect("the file is there")
}
