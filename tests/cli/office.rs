//! Word files and web pages on the command line: read like texts, never rewritten.

use std::path::PathBuf;

use crate::{call, folder};

fn office(name: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/office");
    std::fs::read(folder.join(name)).expect("it is there")
}

const GAP: &str = "<!DOCTYPE html><meta charset=utf-8><p>同志们：<p>下面，我讲两点意见。<ol style='list-style-type:cjk-ideographic'><li>抓学习<p>要认真学习。<li value=3>抓落实<p>要认真落实。</ol><p>谢谢大家！";

#[test]
fn a_word_file_is_checked_with_its_numbers() {
    let folder = folder(&[
        ("d/稿.docx", &office("draft.docx")),
        ("d/~$稿.docx", b"lock"),
    ]);
    let answer = call(folder.path(), &["check", "--format", "json", "d"]);
    let reports = answer.json();
    assert_eq!(reports.as_array().map(Vec::len), Some(1), "{reports}");
    assert_eq!(reports[0]["source"]["format"], "word");
    let outline = call(folder.path(), &["outline", "d/稿.docx"]);
    assert!(
        outline
            .output
            .contains("- 二、抓住重点，打开局面\n  - （一）抓项目\n"),
        "{}",
        outline.output
    );
}

#[test]
fn fix_writes_the_text_of_a_word_file_and_never_the_file() {
    let bytes = office("draft.docx");
    let folder = folder(&[("稿.docx", &bytes), ("页.html", GAP.as_bytes())]);
    let answer = call(folder.path(), &["fix", "稿.docx"]);
    assert_eq!(answer.output.as_bytes(), office("draft.txt"));
    for name in ["稿.docx", "页.html"] {
        let answer = call(folder.path(), &["fix", "--write", name]);
        assert_eq!(answer.status, Some(2));
        assert!(
            answer.complaints.contains("--write 不改写 .docx 和网页"),
            "{}",
            answer.complaints
        );
    }
    assert_eq!(
        std::fs::read(folder.path().join("稿.docx")).expect("it is there"),
        bytes
    );
}

#[test]
fn an_automatic_number_is_advised_about_and_not_changed() {
    let folder = folder(&[("页.html", GAP.as_bytes())]);
    let answer = call(folder.path(), &["check", "页.html"]);
    assert!(answer.output.contains("numbering-gap"), "{}", answer.output);
    assert!(
        answer.output.contains("这是网页自动生成的编号"),
        "{}",
        answer.output
    );
    let fixed = call(
        folder.path(),
        &["fix", "--only", "numbering-gap", "页.html"],
    );
    assert!(fixed.output.contains("\n三、抓落实\n"), "{}", fixed.output);
    let sarif = call(folder.path(), &["check", "--format", "sarif", "页.html"]);
    for result in sarif.json()["runs"][0]["results"]
        .as_array()
        .expect("it is an array")
    {
        for fix in result["fixes"].as_array().into_iter().flatten() {
            assert_ne!(
                fix["artifactChanges"][0]["replacements"]
                    .as_array()
                    .map(Vec::len),
                Some(0)
            );
        }
    }
}

#[test]
fn what_is_no_whole_word_file_is_refused_by_what_to_do() {
    let mut bytes = office("draft.docx");
    bytes[60..400].fill(0);
    let folder = folder(&[("坏.docx", &bytes)]);
    let answer = call(folder.path(), &["check", "坏.docx"]);
    assert_eq!(answer.status, Some(2));
    assert!(
        answer.complaints.contains("另存为 .docx 再试"),
        "{}",
        answer.complaints
    );
}
