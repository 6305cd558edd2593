//! A Word file: of any bytes, and of any three parts (body, numbering, styles; a line of `====` between them), so that the fuzzer
//! need not learn to pack.
#![no_main]

use std::io::{Cursor, Write};

use speech_structure::Options;
use speech_structure::input::{InputOptions, read};
use zip::ZipWriter;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;

const NAMES: [&str; 3] = ["word/document.xml", "word/numbering.xml", "word/styles.xml"];
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>
<Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
</Relationships>"#;

libfuzzer_sys::fuzz_target!(|parts: &str| {
    let packed = packed(parts).unwrap_or_default();
    for file in [parts.as_bytes(), &packed] {
        if let Ok(source) = read("稿.docx", file, &InputOptions::default()) {
            speech_structure_fuzz::use_up(&source, &Options::default());
        }
    }
});

fn packed(parts: &str) -> ZipResult<Vec<u8>> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    let files = NAMES.into_iter().zip(parts.split("\n====\n"));
    for (name, text) in files.chain([("word/_rels/document.xml.rels", RELATIONS)]) {
        file.start_file(name, SimpleFileOptions::default())?;
        file.write_all(text.as_bytes())?;
    }
    Ok(file.finish()?.into_inner())
}
