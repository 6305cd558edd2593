//! Whole texts that were read in the wrong charset: the way back is found, and never for a text that is well.

use encoding_rs::{BIG5, Encoding, GBK, WINDOWS_1252};
use speech_structure::input::{misreading, reread};

use crate::texts::{Text, texts};

/// The bytes of a text, the charset they are read in, and what should be said.
type Damage = (
    &'static str,
    fn(&Text) -> Vec<u8>,
    &'static Encoding,
    &'static str,
);

const DAMAGES: [Damage; 6] = [
    (
        "UTF-8 as GBK",
        |text| text.own.clone().into_bytes(),
        GBK,
        "UTF-8",
    ),
    (
        "GBK as Windows-1252",
        |text| GBK.encode(&text.own).0.into_owned(),
        WINDOWS_1252,
        "GB18030",
    ),
    (
        "UTF-8 as Windows-1252",
        |text| text.own.clone().into_bytes(),
        WINDOWS_1252,
        "UTF-8",
    ),
    (
        "Big5 as GBK",
        |text| BIG5.encode(&text.traditional).0.into_owned(),
        GBK,
        "Big5",
    ),
    (
        "GBK as Big5",
        |text| GBK.encode(&text.own).0.into_owned(),
        BIG5,
        "GB18030",
    ),
    (
        "Big5 as Windows-1252",
        |text| BIG5.encode(&text.traditional).0.into_owned(),
        WINDOWS_1252,
        "Big5",
    ),
];

#[test]
fn the_way_back_is_found() {
    let texts = texts();
    let mut all_found = true;
    for (name, saved, wrong, expected) in &DAMAGES {
        let (mut found, mut other, mut characters, mut restored) = (0, 0, 0, 0);
        for text in &texts {
            let bytes = saved(text);
            let shown = wrong.decode_without_bom_handling(&bytes).0;
            let Some(misread) = misreading(&shown) else {
                continue;
            };
            if misread.reopen_as.name() != *expected {
                other += 1;
                continue;
            }
            found += 1;
            let back = reread(&shown, misread.read_as, misread.reopen_as).expect("it goes back");
            let lost = back.matches('\u{fffd}').count();
            characters += back.chars().count();
            restored += back.chars().count() - lost;
        }
        println!(
            "{name:22} found {found:2} of {}, another {other}; characters restored: {restored} of {characters}",
            texts.len()
        );
        all_found &= found == texts.len() && other == 0;
    }
    assert!(all_found);
}

#[test]
fn a_text_that_is_well_is_left() {
    for text in texts() {
        assert_eq!(misreading(&text.own), None, "{}", text.name);
        assert_eq!(misreading(&text.traditional), None, "{}", text.name);
    }
    for text in [
        "",
        "锟斤拷锟斤拷烫烫烫",
        "Ça va très bien, merci beaucoup à tous les élèves.",
        "안녕하십니까 여러분 반갑습니다 감사합니다",
        "おはようございます、みなさん。よろしくお願いします。",
        "Добрый день, уважаемые коллеги, рад вас видеть.",
    ] {
        assert_eq!(misreading(text), None, "{text}");
    }
}
