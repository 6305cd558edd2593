//! The forms of `check`: text, json, markdown, sarif.

use crate::{BROKEN, call, folder};

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
