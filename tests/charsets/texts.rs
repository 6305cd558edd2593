//! Out: the clean texts and three odd ones, each continued with made-up sentences where it is not longer than 2 KB in
//! every charset, and the same in traditional characters.

use std::fs;
use std::path::Path;

use crate::sentences::{Choices, line, traditional};

/// Bytes in GBK and in Big5: 2 KB and some.
const LENGTH: usize = 2200;

/// A text under its name.
pub struct Text {
    pub name: String,
    /// As it was written, without the lines that GBK cannot hold.
    pub own: String,
    /// In traditional characters, without the lines that Big5 cannot hold.
    pub traditional: String,
}

/// All texts, by name.
pub fn texts() -> Vec<Text> {
    let mut files: Vec<_> = ["clean", "charsets"]
        .iter()
        .flat_map(|folder| {
            fs::read_dir(Path::new("tests").join(folder)).expect("the folder is there")
        })
        .map(|entry| entry.expect("it can be listed").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    files.sort();
    let texts = files.iter().enumerate().map(|(number, path)| {
        let written = fs::read_to_string(path).expect("it is a text");
        let mut choices = Choices(number as u64 + 7);
        let mut text = Text {
            name: path
                .file_stem()
                .expect("it has a name")
                .to_string_lossy()
                .into_owned(),
            own: held_by(encoding_rs::GBK, &written),
            traditional: held_by(encoding_rs::BIG5, &traditional(&written)),
        };
        let length = |text: &str| encoding_rs::GBK.encode(text).0.len();
        while length(&text.own).min(length(&text.traditional)) < LENGTH {
            let more = line(&mut choices) + "\n";
            text.own += &more;
            text.traditional += &held_by(encoding_rs::BIG5, &traditional(&more));
        }
        text
    });
    texts.collect()
}

fn held_by(encoding: &'static encoding_rs::Encoding, text: &str) -> String {
    let held = |line: &&str| !encoding.encode(line).2;
    text.split_inclusive('\n').filter(held).collect()
}
