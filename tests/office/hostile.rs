//! Files that nest without end, declare entities, are cut off or hold very many small things: refused at once, or read in time in proportion.
//! The bomb that unpacks to gigabytes has a program of its own, `tests/zip_bomb.rs`, which measures its memory.

use std::time::{Duration, Instant};

use speech_structure::input::docx::{self, DocxError};

use super::zip::Zip;

fn packed(text: &str) -> (Vec<u8>, u32, u32) {
    let bytes = miniz_oxide::deflate::compress_to_vec(text.as_bytes(), 6);
    let size = u32::try_from(text.len()).expect("it is small");
    (bytes, size, crc32(text.as_bytes()))
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc: u32, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    })
}

fn document(xml: &str) -> Vec<u8> {
    let (packed, size, crc) = packed(xml);
    Zip::new()
        .add("word/document.xml", &packed, size, crc)
        .finish()
}

#[track_caller]
fn is_refused_at_once(file: &[u8], error: DocxError) {
    let begin = Instant::now();
    assert_eq!(docx::read(file).map(|built| built.text.len()), Err(error));
    assert!(
        begin.elapsed() < Duration::from_secs(1),
        "{:?}",
        begin.elapsed()
    );
}

const BODY: &str =
    "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>";

#[test]
fn deep_and_unending_xml_is_refused() {
    is_refused_at_once(
        &document(&format!("{BODY}{}", "<w:tbl><w:tr><w:tc>".repeat(100_000))),
        DocxError::TooDeep,
    );
    is_refused_at_once(&document(&format!("{BODY}<w:p>")), DocxError::Damaged);
    let entities = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><a>&b;</a>";
    is_refused_at_once(&document(entities), DocxError::Damaged);
}

#[test]
fn what_is_no_whole_word_file_is_refused() {
    let good = document(&format!(
        "{BODY}<w:p><w:r><w:t>好</w:t></w:r></w:p></w:body></w:document>"
    ));
    assert_eq!(
        docx::read(&good).map(|built| built.text).as_deref(),
        Ok("好\n")
    );
    for length in (0..good.len()).step_by(7) {
        assert!(docx::read(&good[..length]).is_err(), "{length}");
    }
    for place in 0..good.len() {
        let mut bent = good.clone();
        bent[place] ^= 0x55;
        let _ = docx::read(&bent);
    }
    let (packed, size, crc) = packed("<workbook/>");
    let workbook = Zip::new()
        .add("xl/workbook.xml", &packed, size, crc)
        .finish();
    assert_eq!(docx::read(&workbook), Err(DocxError::NoDocument));
}

#[test]
fn many_small_things_take_time_in_proportion() {
    let attributes: Vec<String> = (0..50_000).map(|n| format!("a{n}=''")).collect();
    let bodies = [
        "<w:p/>".repeat(200_000),
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>".repeat(20_000),
        format!(
            "<w:p>{}</w:p>",
            "<w:r><w:fldChar w:fldCharType='begin'/><w:t>a</w:t></w:r>".repeat(30_000)
        ),
        format!(
            "<w:tbl><w:tr>{}</w:tr></w:tbl>",
            "<w:tc><w:p/></w:tc>".repeat(100_000)
        ),
        format!("<w:p {}/>", attributes.join(" ")),
    ];
    for body in bodies {
        let file = document(&format!("{BODY}{body}</w:body></w:document>"));
        let begin = Instant::now();
        assert!(docx::read(&file).is_ok(), "{}", &body[..40]);
        assert!(
            begin.elapsed() < Duration::from_secs(5),
            "{:?} {}",
            begin.elapsed(),
            &body[..40]
        );
    }
}
