//! The files of python-docx, docx-js and `LibreOffice` against the texts that the standard gives them.

use std::path::PathBuf;

use speech_structure::input::{InputOptions, docx, read};
use speech_structure::text::Format;

const NAMES: [&str; 6] = [
    "formats",
    "lists",
    "changes",
    "tables",
    "draft",
    "libreoffice",
];

pub fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/office")
        .join(name)
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(file(&format!("{name}.docx"))).expect("it is there")
}

pub fn expected(name: &str) -> String {
    std::fs::read_to_string(file(&format!("{name}.txt"))).expect("it is there")
}

#[test]
fn word_files_read_as_word_shows_them() {
    for name in NAMES {
        let built = docx::read(&bytes(name)).expect("it is a Word file");
        assert_eq!(built.text, expected(name), "{name}");
    }
}

#[test]
fn the_numbers_are_synthesised_and_every_other_character_has_its_run() {
    let built = docx::read(&bytes("draft")).expect("it is a Word file");
    let numbers = built
        .provenance
        .synthesised
        .iter()
        .map(|span| span.slice(&built.text));
    let numbers: Vec<&str> = numbers.collect();
    assert_eq!(
        numbers,
        [
            "一、",
            "（一）",
            "（二）",
            "1. ",
            "2. ",
            "二、",
            "（一）",
            "1. ",
            "①\t",
            "②\t",
            "③\t",
            "三、",
            "①\t",
            "②\t"
        ]
    );
    let place = built.text.find("看清差距").expect("it is there");
    let run = built.provenance.run_at(place).expect("a run wrote it");
    assert_eq!((run.offset, run.paragraph, run.run), (place, 6, 0));
}

#[test]
fn the_outline_of_automatic_numbers_is_that_of_typed_ones() {
    let source = read("稿.docx", &bytes("draft"), &InputOptions::default()).expect("it is read");
    assert_eq!(source.format, Format::Word);
    let options = speech_structure::Options::default();
    let checked = speech_structure::check(&source, &options);
    let outline =
        speech_structure::report::outline_markdown(&speech_structure::report::build(&checked));
    assert_eq!(
        outline,
        "## 在年度工作会议上的讲话\n\n- 一、认清形势，把稳方向\n  - （一）看清成绩\n  - （二）看清差距\n    - 1.人手不足\n    - 2.办法不多\n- 二、抓住重点，打开局面\n  - （一）抓项目\n    - 1.定责任\n      - ①列清单\n      - ②定时限\n      - ③报进度\n- 三、改进作风，狠抓落实\n  - ①带队伍\n  - ②立规矩\n"
    );
}
