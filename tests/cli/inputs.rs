//! Where texts come from, and what becomes of those that cannot be read.

use std::io::Read;
use std::process::Stdio;

use serde_json::Value;

use crate::{BROKEN, call, call_with, folder, program};

#[test]
fn what_cannot_be_read_has_its_record_in_its_place_and_the_rest_goes_on() {
    let folder = folder(&[
        ("a.txt", BROKEN.as_bytes()),
        ("b.txt", b"%PDF-1.7"),
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
            "pdf-file".into(),
            "unreadable".into(),
            Value::Null
        ]
    );
    assert_eq!(answer.json()[1]["source"]["name"], "b.txt");
    assert!(
        answer
            .complaints
            .contains("b.txt: a PDF, which cannot be read here"),
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
        ("d/说明.xlsx", b"PK"),
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
