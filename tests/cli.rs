//! The command line as its users meet it: every subcommand, the exit status, records of what could not
//! be read, pipes that close, and files that are replaced whole or not at all.
#![cfg(feature = "cli")]

use std::fs;
use std::io::{Read, Write};
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

#[test]
fn text_quotes_the_line_and_underlines_the_place() {
    let folder = folder(&[("稿.txt", BROKEN.as_bytes())]);
    let answer = call(folder.path(), &["check", "稿.txt"]);
    let expected = "稿.txt:6:1: 错误[numbering-gap]: 这里应当是第 2 项，却标成了第 3 项\n  |\n6 | 三、转作风\n  | ^^^^\n  |\n";
    assert!(answer.output.starts_with(expected), "{}", answer.output);
    assert!(
        answer.output.ends_with("；错误 1，警告 0，提示 0\n"),
        "{}",
        answer.output
    );
    assert_eq!((answer.status, answer.complaints.as_str()), (Some(1), ""));
}

#[test]
fn wide_characters_before_the_place_count_two_columns() {
    let text =
        "同志们：\n我们要做到：GDP要稳，1、抓项目。2、抓服务。\n一、办实事\n三、转作风\n谢谢大家！";
    let folder = folder(&[("a.txt", text.as_bytes())]);
    let answer = call(folder.path(), &["check", "--fail-on", "never", "a.txt"]);
    for finding in answer
        .output
        .split("\n\n")
        .filter(|finding| finding.contains(" | "))
    {
        let underline = finding
            .lines()
            .find(|line| line.contains('^'))
            .expect("a place is underlined");
        assert!(underline.starts_with("  | "), "{finding}");
    }
    assert_eq!(answer.status, Some(0));
}

#[test]
fn a_line_of_a_hundred_thousand_characters_is_cut_around_the_place() {
    let text = format!(
        "同志们：\n一、办实事\n三、{}\n谢谢大家！",
        "要常抓不懈，".repeat(20_000)
    );
    let folder = folder(&[("a.txt", text.as_bytes())]);
    let answer = call(folder.path(), &["check", "a.txt"]);
    assert!(
        answer.output.contains("3 | 三、要常抓不懈"),
        "{}",
        answer.output
    );
    assert!(answer.output.lines().all(|line| line.chars().count() < 200));
}

#[test]
fn no_colour_goes_into_a_pipe() {
    let folder = folder(&[("a.txt", BROKEN.as_bytes())]);
    assert!(
        !call(folder.path(), &["check", "a.txt"])
            .output
            .contains('\u{1b}')
    );
}

#[test]
fn json_is_always_an_array() {
    let folder = folder(&[("a.txt", BROKEN.as_bytes()), ("空.txt", b"")]);
    let one = call(folder.path(), &["check", "--format", "json", "a.txt"]).json();
    assert_eq!(one[0]["diagnostics"][0]["code"], "numbering-gap");
    assert_eq!(one.as_array().map(Vec::len), Some(1));
    let two = call(
        folder.path(),
        &["check", "--format", "json", "a.txt", "空.txt"],
    )
    .json();
    assert_eq!(two[1]["source"]["name"], "空.txt");
}

#[test]
fn what_cannot_be_read_has_its_record_in_its_place_and_the_rest_goes_on() {
    let folder = folder(&[
        ("a.txt", BROKEN.as_bytes()),
        ("b.txt", b"ab\xb8\xf7"),
        ("c.txt", b""),
    ]);
    let arguments = [
        "check",
        "--format",
        "json",
        "--lang",
        "en",
        "a.txt",
        "b.txt",
        "absent.txt",
        "c.txt",
    ];
    let answer = call(folder.path(), &arguments);
    let codes: Vec<_> = answer
        .json()
        .as_array()
        .expect("it is an array")
        .iter()
        .map(|member| member["error"]["code"].clone())
        .collect();
    assert_eq!(
        codes,
        [
            Value::Null,
            "not-utf8".into(),
            "unreadable".into(),
            Value::Null
        ]
    );
    assert_eq!(answer.json()[1]["source"]["name"], "b.txt");
    assert!(
        answer.complaints.contains("b.txt: not UTF-8 text: byte 2 "),
        "{}",
        answer.complaints
    );
    assert!(
        answer
            .complaints
            .contains("absent.txt: cannot be read: there is no such file")
    );
    assert_eq!(answer.status, Some(2));
}

#[test]
fn a_folder_is_gone_through_file_by_file_in_order() {
    let files: &[(&str, &[u8])] = &[
        ("d/b.txt", b""),
        ("d/a/z.md", b""),
        ("d/a.TXT", b""),
        ("d/c.png", b"\x89PNG"),
        ("d/说明.docx", b"PK"),
    ];
    let folder = folder(files);
    let answer = call(folder.path(), &["check", "--format", "ndjson", "d"]);
    let names: Vec<_> = answer
        .lines()
        .iter()
        .map(|line| line["source"]["name"].clone())
        .collect();
    let path = |parts: &[&str]| Value::from(parts.join(std::path::MAIN_SEPARATOR_STR));
    assert_eq!(
        names,
        [
            path(&["d", "a", "z.md"]),
            path(&["d", "a.TXT"]),
            path(&["d", "b.txt"])
        ]
    );
    assert_eq!(answer.status, Some(0));
}

#[test]
fn a_folder_without_a_text_is_named() {
    let folder = folder(&[("d/c.png", b"")]);
    let answer = call(folder.path(), &["check", "--lang", "en", "d"]);
    assert_eq!(answer.status, Some(2));
    assert!(
        answer
            .complaints
            .starts_with("d: the folder has no file to read (.txt")
    );
}

#[test]
fn ndjson_is_a_stage_of_a_pipe() {
    let folder = folder(&[]);
    let input = "{\"name\": \"一\", \"text\": \"同志们：\"}\n\nnonsense\n{\"text\": \"\"}\n{\"name\": \"无\"}\n{\"name\": \"末\", \"text\": \"谢谢大家！\"}";
    let arguments = ["check", "--input", "ndjson", "--format", "ndjson"];
    let answer = call_with(folder.path(), &arguments, input.as_bytes());
    let names: Vec<_> = answer
        .lines()
        .iter()
        .map(|line| line["source"]["name"].clone())
        .collect();
    assert_eq!(names, ["一", "-:3", "-:4", "-:5", "末"]);
    let is_error: Vec<_> = answer
        .lines()
        .iter()
        .map(|line| line["error"]["code"] == "bad-line")
        .collect();
    assert_eq!(is_error, [false, true, false, true, false]);
    assert_eq!(answer.status, Some(2));
}

#[test]
fn standard_input_is_a_dash() {
    let folder = folder(&[]);
    let answer = call_with(
        folder.path(),
        &["check", "--format", "json", "-"],
        BROKEN.as_bytes(),
    );
    assert_eq!(answer.json()[0]["source"]["name"], "-");
    assert_eq!(answer.status, Some(1));
    let outline = call_with(folder.path(), &["outline", "-"], BROKEN.as_bytes());
    assert_eq!(
        outline.output,
        "## 在座谈会上的讲话\n\n- 一、办实事\n- 三、转作风\n"
    );
}

#[test]
fn fail_on_sets_the_status() {
    let folder = folder(&[("a.txt", BROKEN.as_bytes())]);
    let status = |level| call(folder.path(), &["check", "--fail-on", level, "a.txt"]).status;
    assert_eq!(
        ["error", "warning", "info", "never"].map(status),
        [1, 1, 1, 0].map(Some)
    );
}

#[test]
fn markdown_has_outline_and_findings() {
    let folder = folder(&[("a.txt", BROKEN.as_bytes())]);
    let answer = call(
        folder.path(),
        &["check", "--format", "markdown", "a.txt", "absent.txt"],
    );
    let headings: Vec<_> = answer
        .output
        .lines()
        .filter(|line| line.starts_with('#'))
        .collect();
    assert_eq!(
        headings,
        [
            "# a.txt",
            "## 在座谈会上的讲话",
            "## 查出的问题",
            "# absent.txt"
        ]
    );
    assert!(
        answer
            .output
            .contains("- **错误** 第 6 行 `numbering-gap` ")
    );
}

#[test]
fn sarif_is_one_log_with_places_and_fixes() {
    let folder = folder(&[("稿 1.txt", BROKEN.as_bytes())]);
    let answer = call(
        folder.path(),
        &["check", "--format", "sarif", "稿 1.txt", "absent.txt"],
    );
    let run = &answer.json()["runs"][0];
    let result = &run["results"][0];
    assert_eq!(result["ruleId"], "numbering-gap");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "%E7%A8%BF%201.txt");
    let region =
        serde_json::json!({"startLine": 6, "startColumn": 1, "endLine": 6, "endColumn": 3});
    assert_eq!(place["region"], region);
    let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "二");
    let index = result["ruleIndex"]
        .as_u64()
        .and_then(|index| usize::try_from(index).ok());
    let rules = run["tool"]["driver"]["rules"]
        .as_array()
        .expect("the rules are listed");
    assert_eq!(
        rules[index.expect("it has an index")]["id"],
        "numbering-gap"
    );
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    assert_eq!(
        invocation["toolExecutionNotifications"][0]["descriptor"]["id"],
        "unreadable"
    );
}

#[test]
fn fix_prints_and_leaves_the_file_alone() {
    let folder = folder(&[("a.txt", BROKEN.as_bytes())]);
    let safe = call(folder.path(), &["fix", "a.txt"]);
    assert_eq!(safe.output, BROKEN, "renumbering is no safe fix");
    let chosen = call(folder.path(), &["fix", "--only", "numbering-gap", "a.txt"]);
    assert_eq!((chosen.output.as_str(), chosen.status), (MENDED, Some(0)));
    assert_eq!(read(&folder, "a.txt"), BROKEN);
}

#[test]
fn fix_writes_the_file_with_its_mark_its_line_breaks_and_nothing_beside_it() {
    let windows = BYTE_ORDER_MARK.to_owned() + &BROKEN.replace('\n', "\r\n");
    let folder = folder(&[("a.txt", windows.as_bytes()), ("b.txt", MENDED.as_bytes())]);
    let arguments = [
        "fix",
        "--write",
        "--lang",
        "en",
        "--only",
        "numbering-gap",
        ".",
    ];
    let answer = call(folder.path(), &arguments);
    let name = |file| format!(".{}{file}", std::path::MAIN_SEPARATOR);
    let receipt = format!(
        "{}: places changed: 1\n{}: nothing to change\n",
        name("a.txt"),
        name("b.txt")
    );
    assert_eq!((answer.output, answer.status), (receipt, Some(0)));
    assert_eq!(
        read(&folder, "a.txt"),
        BYTE_ORDER_MARK.to_owned() + &MENDED.replace('\n', "\r\n")
    );
    let there = fs::read_dir(folder.path())
        .expect("it can be listed")
        .count();
    assert_eq!(there, 2, "no temporary file is left");
}

#[test]
fn a_fixed_file_has_nothing_left_to_fix() {
    let folder = folder(&[("a.txt", BROKEN.as_bytes())]);
    let arguments = ["fix", "--write", "--only", "numbering-gap", "a.txt"];
    call(folder.path(), &arguments);
    assert!(call(folder.path(), &arguments).output.contains("无须改动"));
    assert_eq!(call(folder.path(), &["check", "a.txt"]).status, Some(0));
}

#[cfg(unix)]
#[test]
fn fix_keeps_permissions_and_writes_through_links() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder(&[("d/a.txt", BROKEN.as_bytes())]);
    let path = folder.path().join("d/a.txt");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("it can be set");
    symlink("d/a.txt", folder.path().join("link.txt")).expect("it can be made");
    call(
        folder.path(),
        &["fix", "--write", "--only", "numbering-gap", "link.txt"],
    );
    assert_eq!(read(&folder, "d/a.txt"), MENDED);
    assert!(folder.path().join("link.txt").is_symlink());
    let mode = fs::metadata(&path)
        .expect("it is there")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o640);
}

#[test]
fn a_file_that_cannot_be_read_is_never_written() {
    let folder = folder(&[("a.txt", b"\xb8\xf7"), ("b.txt", BROKEN.as_bytes())]);
    let arguments = [
        "fix",
        "--write",
        "--only",
        "numbering-gap",
        "a.txt",
        "b.txt",
    ];
    let answer = call(folder.path(), &arguments);
    assert_eq!(answer.status, Some(2));
    assert_eq!(
        fs::read(folder.path().join("a.txt")).expect("it is there"),
        b"\xb8\xf7"
    );
    assert_eq!(read(&folder, "b.txt"), MENDED, "the rest goes on");
}

#[test]
fn fix_names_what_it_cannot_do() {
    let folder = folder(&[("a.txt", BROKEN.as_bytes())]);
    let unknown = call(
        folder.path(),
        &[
            "fix",
            "--write",
            "--only",
            "numbering-gap,numbring",
            "a.txt",
        ],
    );
    assert!(
        unknown.complaints.contains("“numbring”"),
        "{}",
        unknown.complaints
    );
    assert_eq!(
        (unknown.status, read(&folder, "a.txt").as_str()),
        (Some(2), BROKEN)
    );
    let input = call_with(folder.path(), &["fix", "--write", "-"], BROKEN.as_bytes());
    assert_eq!((input.status, input.output.as_str()), (Some(2), ""));
}

#[test]
fn split_writes_a_clean_file_a_speech_and_overwrites_none() {
    let folder = folder(&[("两篇.txt", TWO.as_bytes()), ("out/开学讲话.txt", b"mine")]);
    let answer = call(folder.path(), &["split", "--out", "out", "两篇.txt"]);
    let path = |name| Path::new("out").join(name).display().to_string();
    let expected = format!(
        "{}\n{}\n",
        path("开学讲话（2）.txt"),
        path("开学讲话（3）.txt")
    );
    assert_eq!(
        (answer.output.as_str(), answer.status),
        (expected.as_str(), Some(0))
    );
    assert_eq!(read(&folder, "out/开学讲话.txt"), "mine");
    let second = "开学讲话\n老师们：\n开学了，要用心。\n谢谢大家！\n";
    assert_eq!(read(&folder, "out/开学讲话（3）.txt"), second);
    let again = call(folder.path(), &["split", "--out", "out", "两篇.txt"]);
    assert_eq!(again.output, expected, "the same words need no second file");
}

#[test]
fn split_names_the_copies_in_a_batch() {
    let folder = folder(&[("d/a.txt", TWO.as_bytes()), ("d/b.txt", TWO.as_bytes())]);
    let answer = call(folder.path(), &["split", "--out", "out", "d"]);
    let copies = answer
        .output
        .lines()
        .filter(|line| line.contains("（与 "))
        .count();
    assert_eq!(
        (answer.output.lines().count(), copies),
        (4, 2),
        "{}",
        answer.output
    );
}

#[test]
fn rules_are_listed_in_every_language() {
    let folder = folder(&[]);
    let rules = call(
        folder.path(),
        &["rules", "--format", "json", "--lang", "en"],
    )
    .json();
    let gap = rules
        .as_array()
        .and_then(|rules| rules.iter().find(|rule| rule["code"] == "numbering-gap"));
    assert_eq!(gap.expect("it is listed")["name"], "Skipped number");
    let markdown = call(folder.path(), &["rules", "--lang", "zh-Hant"]).output;
    assert!(markdown.starts_with("# 規則\n"));
}

#[test]
fn the_environment_chooses_the_language() {
    let folder = folder(&[]);
    let language = |name: &str, value: &str| {
        let mut command = program(folder.path(), &["check", "absent.txt"]);
        let output = command.env(name, value).output().expect("it runs");
        String::from_utf8(output.stderr).expect("it is UTF-8")
    };
    assert!(language("LANG", "en_US.UTF-8").contains("there is no such file"));
    assert!(language("LC_ALL", "zh_TW.UTF-8").contains("沒有這個檔案"));
    assert!(language("LANG", "C").contains("没有这个文件"));
}

#[test]
fn a_wrong_call_is_named_in_a_sentence() {
    let folder = folder(&[]);
    let said = |arguments: &[&str]| {
        let answer = call(folder.path(), &[arguments, &["--lang", "en"]].concat());
        assert_eq!((answer.status, answer.output.as_str()), (Some(2), ""));
        answer.complaints
    };
    assert!(said(&["chek"]).starts_with("There is no command chek; "));
    assert!(said(&["check", "--formt"]).starts_with("There is no option --formt. "));
    assert!(
        said(&["check", "--format", "xml", "a"]).contains("cannot be xml; it can be text, json")
    );
    assert!(said(&["check"]).starts_with("<FILE|DIR|-> is missing. "));
    assert_eq!(call(folder.path(), &["--help"]).status, Some(0));
}

#[test]
fn a_pipe_that_closes_ends_the_call_quietly() {
    let lines = "一、办实事\n三、转作风\n".repeat(500);
    let folder = folder(&[("a.txt", lines.as_bytes()), ("b.txt", lines.as_bytes())]);
    for format in ["text", "json", "ndjson", "markdown", "sarif"] {
        let mut command = program(
            folder.path(),
            &["check", "--format", format, "a.txt", "b.txt"],
        );
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut output = child.stdout.take().expect("it is piped");
        output
            .read_exact(&mut [0; 1])
            .expect("something is written");
        drop(output);
        let done = child.wait_with_output().expect("it ends");
        assert_eq!(String::from_utf8_lossy(&done.stderr), "", "{format}");
        assert!(
            matches!(done.status.code(), Some(0 | 1)),
            "{format}: {}",
            done.status
        );
    }
}
