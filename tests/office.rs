//! Word files that real programs wrote, read as Word shows them: each `NAME.docx` of tests/office beside the text that the
//! standard gives it. tests/office/make has the scripts that made them.

use std::path::PathBuf;

use speech_structure::input::docx;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/office")
}

#[test]
fn word_files_read_as_word_shows_them() {
    for name in ["formats", "lists", "changes", "tables"] {
        let file = folder().join(name);
        let bytes = std::fs::read(file.with_extension("docx")).expect("it is there");
        let expected = std::fs::read_to_string(file.with_extension("txt")).expect("it is there");
        let built = docx::read(&bytes).expect("it is a Word file");
        assert_eq!(built.text, expected, "{name}");
    }
}
