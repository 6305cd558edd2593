//! Files in other charsets: read as they are or as told, repaired in their own charset, or refused.

use std::fs;

use encoding_rs::{BIG5, GBK};
use speech_structure::input::{Charset, encode};

use crate::{BROKEN, MENDED, call, folder};

fn gbk(text: &str) -> Vec<u8> {
    GBK.encode(text).0.into_owned()
}

#[test]
fn fix_writes_a_file_in_its_own_charset_and_broken_bytes_as_they_were() {
    let broken = [gbk(BROKEN), b"\xff\xa3\xac\n".to_vec()].concat();
    let mended = [gbk(MENDED), b"\xff\xa3\xac\n".to_vec()].concat();
    let wide = |text| encode(text, Charset::Utf16Le, true).expect("it holds everything");
    let files: [(&str, &[u8]); 2] = [("a.txt", &broken), ("b.txt", &wide(BROKEN))];
    let folder = folder(&files);
    let there = |name| fs::read(folder.path().join(name)).expect("it is there");
    let fix = [
        "fix",
        "--only",
        "numbering-gap",
        "--write",
        "a.txt",
        "b.txt",
    ];
    assert_eq!(call(folder.path(), &fix).status, Some(0));
    assert_eq!(there("a.txt"), mended);
    assert_eq!(there("b.txt"), wide(MENDED));
}

#[test]
fn the_report_names_the_charset_and_broken_bytes() {
    let bytes = [gbk(BROKEN), b"\xff\n".to_vec()].concat();
    let folder = folder(&[("a.txt", &bytes)]);
    let answer = call(folder.path(), &["check", "--format", "json", "a.txt"]);
    let report = &answer.json()[0];
    assert_eq!(report["source"]["encoding"], "GBK");
    assert_eq!(report["source"]["encodingCertainty"], "certain");
    let found = report["diagnostics"].as_array().expect("it is an array");
    let broken = found
        .iter()
        .find(|found| found["code"] == "undecodable-bytes");
    let broken = broken.expect("it is found");
    assert_eq!(
        (&broken["data"]["bytes"], &broken["span"]["line"]),
        (&"FF".into(), &9.into())
    );
}

#[test]
fn the_charset_can_be_told() {
    let folder = folder(&[("a.txt", &gbk(BROKEN))]);
    let encoding = |name| {
        let answer = call(
            folder.path(),
            &["check", "--format", "json", "--encoding", name, "a.txt"],
        );
        answer.json()[0]["source"].clone()
    };
    assert_eq!(encoding("gb18030")["encoding"], "GB18030");
    assert_eq!(encoding("GB2312")["encodingCertainty"], "stated");
    assert_eq!(encoding("big5")["encoding"], "Big5");
    let wrong = call(
        folder.path(),
        &["check", "--encoding", "latin1", "--lang", "en", "a.txt"],
    );
    assert_eq!(wrong.status, Some(2));
    assert!(
        wrong
            .complaints
            .contains("it can be UTF-8, GBK, GB18030, Big5"),
        "{}",
        wrong.complaints
    );
}

#[test]
fn a_misread_text_is_told_and_reopened() {
    let misread = GBK.decode(BROKEN.as_bytes()).0.into_owned();
    let western = encoding_rs::WINDOWS_1252
        .decode(&gbk(BROKEN))
        .0
        .into_owned();
    let folder = folder(&[
        ("a.txt", misread.as_bytes()),
        ("b.txt", western.as_bytes()),
        ("c.txt", &gbk(BROKEN)),
    ]);
    let told = call(folder.path(), &["check", "--format", "json", "a.txt"]);
    assert!(
        told.output.contains("\"reopenAs\":\"UTF-8\""),
        "{}",
        told.output
    );
    let reopened = call(
        folder.path(),
        &["fix", "--reopen", "--only", "numbering-gap", "b.txt"],
    );
    assert_eq!(reopened.output, MENDED);
    let arguments = [
        "fix",
        "--reopen",
        "--encoding",
        "big5",
        "--only",
        "numbering-gap",
        "--write",
        "c.txt",
    ];
    assert_eq!(call(folder.path(), &arguments).status, Some(0));
    assert_eq!(
        fs::read(folder.path().join("c.txt")).expect("it is there"),
        gbk(MENDED)
    );
}

#[test]
fn a_file_of_big5_is_repaired_in_big5() {
    let text = "各位來賓：\n大家好,今天的會議很重要。\n謝謝大家！\n";
    let bytes = BIG5.encode(text).0;
    let folder = folder(&[("a.txt", &bytes)]);
    let fixed = call(folder.path(), &["fix", "--write", "a.txt"]);
    assert_eq!(fixed.status, Some(0), "{}", fixed.complaints);
    let there = fs::read(folder.path().join("a.txt")).expect("it is there");
    assert_eq!(BIG5.decode(&there).0, text.replace(',', "，"));
}

#[test]
fn files_of_other_programs_are_refused_by_what_to_do() {
    let compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on";
    let locked: Vec<u8> = compound
        .iter()
        .copied()
        .chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let files: [(&str, &[u8], &str); 4] = [
        ("a.doc", compound, "另存为纯文本"),
        ("b.docx", &locked, "密码"),
        ("c.pdf", b"%PDF-1.7", "复制文字"),
        ("d.ofd", b"PK\x03\x04 OFD.xml", "OFD 阅读器"),
    ];
    for (name, bytes, words) in files {
        let folder = folder(&[(name, bytes)]);
        let answer = call(folder.path(), &["check", name]);
        assert_eq!(answer.status, Some(2));
        assert!(answer.complaints.contains(words), "{}", answer.complaints);
    }
}
