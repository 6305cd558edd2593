//! `split`: one file a speech.

use std::path::Path;

use crate::{TWO, call, folder, read};

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
fn split_names_a_speech_that_is_nearly_another() {
    let point = |n: usize| format!("第{n}件事，由{n}号小组包干，{}天内报结果。\n", n * 3);
    let body = (1..40).map(point).collect::<Vec<_>>().concat();
    let first = format!("在防汛会上的讲话\n同志们：\n{body}谢谢大家！\n");
    let second = first.replacen("包干", "负责", 2);
    let folder = folder(&[
        ("d/a.txt", first.as_bytes()),
        ("d/b.txt", second.as_bytes()),
    ]);
    let answer = call(folder.path(), &["split", "--out", "out", "d"]);
    let said = answer.output.lines().nth(1).unwrap_or_default();
    assert!(said.contains("（与 ") && said.contains("% 相同"), "{said}");
}
