//! What `LibreOffice` makes of the same files, where it follows the standard. It is asked for: LIBREOFFICE names its program
//! (`cargo xtask test --with libreoffice`); without it, nothing is compared.

use std::process::Command;

use super::writers::{expected, file};

/// The files that `LibreOffice` writes as text in the same way. Its text shows what is deleted or hidden, and has neither text boxes nor rows.
const COMPARED: [&str; 4] = ["formats", "lists", "draft", "libreoffice"];

/// Where `LibreOffice` 7.4 departs: words of the lines, and the reason. The rows of tables and the text boxes go without saying.
const DEPARTURES: [(&str, &str); 16] = [
    ("decimalFullWidth", "it has no full-width digits"),
    (
        "decimalEnclosedCircle 从 21",
        "it has circles up to 50; the standard stops at 20",
    ),
    ("decimalEnclosedFullstop", "it writes plain digits"),
    ("decimalEnclosedParen", "it writes plain digits"),
    (
        "ideographEnclosedCircle",
        "it writes circled digits; Word writes ㈠",
    ),
    (
        "chineseCounting 从 100",
        "it counts hundreds; the standard goes digit by digit",
    ),
    (
        "taiwaneseCounting 从 100",
        "it counts hundreds; the standard goes digit by digit",
    ),
    (
        "ideographDigital",
        "it counts tens; the standard goes digit by digit",
    ),
    ("taiwaneseDigital", "it does not know it"),
    (
        "japaneseCounting 从 110",
        "it says 一百一十; the standard 百十",
    ),
    ("目的", "it does not know w:isLgl"),
    ("范围", "it does not know w:isLgl"),
    ("内层不重来", "it does not know w:lvlRestart"),
    ("仍不重来", "it does not know w:lvlRestart"),
    ("空心圆点", "it shows another bullet"),
    ("没有编号的话", "it shows hidden words and numbers of notes"),
];

#[test]
fn libreoffice_reads_the_same_numbers() {
    let Some(program) = std::env::var_os("LIBREOFFICE") else {
        println!("skipped: LIBREOFFICE is not set");
        return;
    };
    let folder = tempfile::tempdir().expect("a folder can be made");
    let home = format!(
        "-env:UserInstallation=file://{}/home",
        folder.path().display()
    );
    let mut command = Command::new(program);
    command.args([
        &home,
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
    ]);
    command.arg(folder.path());
    command.args(COMPARED.map(|name| file(&format!("{name}.docx"))));
    assert!(command.status().expect("it starts").success());
    let mut compared = 0;
    for name in COMPARED {
        let path = folder.path().join(format!("{name}.txt"));
        let theirs = std::fs::read_to_string(path).expect("it was written");
        let theirs: Vec<String> = theirs
            .trim_start_matches('\u{feff}')
            .lines()
            .map(bare)
            .collect();
        for line in expected(name).lines() {
            let is_row =
                line.contains('\t') && !line.starts_with(|sign: char| "①②③（".contains(sign));
            let departs = DEPARTURES.iter().any(|(words, _)| line.contains(words));
            if is_row || departs || line == "框里的话" {
                continue;
            }
            compared += 1;
            let line = bare(line);
            assert!(
                theirs.contains(&line),
                "{name}: {line}\nLibreOffice: {theirs:#?}"
            );
        }
    }
    println!("{compared} lines are the same in LibreOffice");
    assert!(compared > 100);
}

/// `LibreOffice` indents, and writes a space where Word has a tab.
fn bare(line: &str) -> String {
    line.split_whitespace().collect()
}
