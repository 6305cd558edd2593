//! Saving: a file that is read and not changed is written byte for byte, whatever its bytes are; a change
//! changes only its own place.

use proptest::prelude::*;
use speech_structure::input::{Charset, InputOptions, encode_changed, encode_edited, read};
use speech_structure::text::{Source, Span};

use crate::texts::texts;

fn read_as(bytes: &[u8], charset: Charset) -> Source {
    let options = InputOptions {
        charset: Some(charset),
        reopen: false,
    };
    read("", bytes, &options).expect("a stated charset reads all bytes")
}

/// Bytes that are no signature of another kind of file.
fn any_bytes() -> impl Strategy<Value = Vec<u8>> {
    let bytes = prop_oneof![
        any::<u8>(),
        0x80..=0xffu8,
        0x30..=0x39u8,
        Just(0x0a),
        Just(0x00),
        0x81..=0x88u8,
        0xd8..=0xdfu8,
    ];
    proptest::collection::vec(bytes, 0..300).prop_map(|mut bytes| {
        bytes.insert(0, b'a');
        bytes.insert(0, b'a');
        bytes
    })
}

#[test]
fn sequences_of_four_bytes_come_back_though_a_pair_says_the_same() {
    for bytes in [
        *b"aa\x84\x31\x83\x30",
        *b"aa\x84\x31\x82\x36",
        *b"aa\x81\x35\xf4\x37",
    ] {
        for charset in [Charset::Gbk, Charset::Gb18030] {
            let source = read_as(&bytes, charset);
            let saved = encode_edited(&source, []).expect("nothing is new");
            assert_eq!(saved, bytes, "{charset:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_come_back(bytes in any_bytes()) {
        for charset in Charset::ALL {
            let source = read_as(&bytes, charset);
            let saved = encode_edited(&source, []).expect("nothing is new");
            prop_assert_eq!(&saved, &bytes, "{:?}", charset);
            let saved = encode_changed(&source, &source.text).expect("nothing is new");
            prop_assert_eq!(&saved, &bytes, "{:?}", charset);
        }
    }

    #[test]
    fn texts_are_read_as_the_standard_reads_them(bytes in any_bytes()) {
        let merged = |text: &str| {
            let mut text = text.to_owned();
            while text.contains("\u{fffd}\u{fffd}") {
                text = text.replace("\u{fffd}\u{fffd}", "\u{fffd}");
            }
            text
        };
        for (charset, encoding) in [
            (Charset::Utf8, encoding_rs::UTF_8),
            (Charset::Utf16Le, encoding_rs::UTF_16LE),
            (Charset::Utf16Be, encoding_rs::UTF_16BE),
            (Charset::Gb18030, encoding_rs::GB18030),
            (Charset::Big5, encoding_rs::BIG5),
        ] {
            let expected = encoding.decode_without_bom_handling(&bytes).0;
            prop_assert_eq!(merged(&read_as(&bytes, charset).text), merged(&expected), "{:?}", charset);
        }
    }
}

#[test]
fn every_text_comes_back_with_its_mark() {
    for text in texts() {
        for charset in Charset::ALL {
            let words = if charset == Charset::Big5 {
                &text.traditional
            } else {
                &text.own
            };
            for mark in [false, true] {
                let bytes =
                    speech_structure::input::encode(words, charset, mark).expect("it can hold it");
                let source = read("稿.txt", &bytes, &InputOptions::default()).expect("it is text");
                assert_eq!(&source.text, words, "{} {charset:?}", text.name);
                let saved = encode_edited(&source, []).expect("nothing is new");
                assert_eq!(saved, bytes, "{} {charset:?}", text.name);
            }
        }
    }
}

#[test]
fn four_bytes_of_gb_18030_come_back_and_name_it() {
    let words =
        "同志们：今天到会的有𠮷野先生、㐂田女士，他们来自朝鲜族聚居的村庄안녕，向大家问好😀。";
    let bytes = encoding_rs::GB18030.encode(words).0;
    let source = read("稿.txt", &bytes, &InputOptions::default()).expect("it is text");
    assert_eq!((source.text.as_str(), source.encoding), (words, "GB18030"));
    assert_eq!(encode_edited(&source, []).expect("nothing is new"), *bytes);
    let more = [(Span::new(0, 0), "🀄𪚥é")];
    let saved = encode_edited(&source, more).expect("it has every character");
    assert_eq!(
        saved,
        *encoding_rs::GB18030.encode(&format!("🀄𪚥é{words}")).0
    );
}

#[test]
fn what_cannot_be_held_is_named_with_its_place() {
    let bytes = encoding_rs::GBK
        .encode("同志们：\n大家好，今天的会议很重要。")
        .0;
    let source = read("稿.txt", &bytes, &InputOptions::default()).expect("it is text");
    assert_eq!(source.encoding, "GBK");
    let error =
        encode_changed(&source, "同志们：\n大家好😀").expect_err("GBK has no such character");
    assert_eq!(
        (error.character, error.line, error.column, error.charset),
        ('😀', 2, 4, "GBK")
    );
}

#[test]
fn broken_bytes_stay_where_an_editor_changed_the_rest() {
    let mut bytes = encoding_rs::GBK.encode("同志们：\n第一段甲").0.into_owned();
    bytes.extend(b"\xff\xa3\xac\xc8\n");
    bytes.extend(
        &*encoding_rs::GBK
            .encode("第二段，今天的会议很重要。\n第三段")
            .0,
    );
    bytes.extend(b"\xfe\xff\n");
    let source = read("稿.txt", &bytes, &InputOptions::default()).expect("it is text");
    assert_eq!(
        source.text.matches('\u{fffd}').count(),
        3,
        "{}",
        source.text
    );
    let gbk = |text: &str| encoding_rs::GBK.encode(text).0.into_owned();
    // Words before, between and after.
    let changed = source
        .text
        .replace("同志们", "各位")
        .replace("第二段", "第三段")
        .replace("第三段\u{fffd}", "末段\u{fffd}");
    let saved = encode_changed(&source, &changed).expect("all can be held");
    let expected = [
        gbk("各位：\n第一段甲"),
        b"\xff".to_vec(),
        gbk("，"),
        b"\xc8\n".to_vec(),
        gbk("第三段，今天的会议很重要。\n末段"),
        b"\xfe\xff\n".to_vec(),
    ];
    assert_eq!(saved, expected.concat());
    // A broken place that is deleted takes no other's bytes.
    let deleted = source.text.replacen("甲\u{fffd}", "甲", 1);
    let saved = encode_changed(&source, &deleted).expect("all can be held");
    let mut without = bytes.clone();
    without.remove(
        bytes
            .iter()
            .position(|&byte| byte == 0xff)
            .expect("it is there"),
    );
    assert_eq!(saved, without);
    // One more than there were has no bytes.
    let more = format!("\u{fffd}{}\u{fffd}", source.text);
    let error = encode_changed(&source, &more).expect_err("GBK has no such character");
    assert_eq!(error.character, '\u{fffd}');
}
