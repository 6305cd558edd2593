//! Which charset a file is taken for: every text in every charset, cut to 200 bytes, to 2 KB, and whole; then
//! every window of 200 bytes, wherever it begins.

use encoding_rs::{BIG5, Encoding, GBK};
use speech_structure::input::{Charset, detect};
use speech_structure::text::Certainty;

use crate::texts::{Text, texts};

/// A way to save a text: its name, the charset that is to be found, and the bytes.
type Saving = (&'static str, Charset, fn(&Text) -> Vec<u8>);

const SAVINGS: [Saving; 6] = [
    ("UTF-8", Charset::Utf8, |text| text.own.clone().into_bytes()),
    ("UTF-16LE", Charset::Utf16Le, |text| {
        utf16(&text.own, u16::to_le_bytes)
    }),
    ("UTF-16BE", Charset::Utf16Be, |text| {
        utf16(&text.own, u16::to_be_bytes)
    }),
    ("GBK", Charset::Gb18030, |text| pairs(GBK, &text.own)),
    ("GBK trad.", Charset::Gb18030, |text| {
        pairs(GBK, &text.traditional)
    }),
    ("Big5", Charset::Big5, |text| pairs(BIG5, &text.traditional)),
];

const CUTS: [(&str, usize); 3] = [("200 bytes", 200), ("2 KB", 2048), ("whole", usize::MAX)];

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

fn pairs(encoding: &'static Encoding, text: &str) -> Vec<u8> {
    encoding.encode(text).0.into_owned()
}

fn cut(bytes: &[u8], length: usize) -> &[u8] {
    &bytes[..bytes.len().min(length)]
}

#[test]
fn every_text_is_detected_in_every_charset() {
    let texts = texts();
    assert!(texts.len() >= 20);
    let names = SAVINGS.map(|(name, ..)| format!("{name:>11}"));
    println!("{:27}{}", "200 bytes, 2 KB, whole", names.concat());
    let mut right = [0; CUTS.len()];
    for text in &texts {
        let mut row = vec![format!("{:27}", text.name)];
        for (name, charset, saved) in &SAVINGS {
            let bytes = saved(text);
            assert!(bytes.len() > 2048, "{} {name} is too short", text.name);
            let mut marks = String::new();
            for (index, (_, length)) in CUTS.iter().enumerate() {
                let detected = detect(cut(&bytes, *length));
                let is_right = detected.charset == *charset;
                right[index] += usize::from(is_right);
                marks.push(match (is_right, detected.certainty) {
                    (true, Certainty::Certain) => '+',
                    (true, _) => '~',
                    (false, Certainty::Unsure) => '?',
                    (false, _) => '-',
                });
            }
            row.push(format!("{marks:>11}"));
        }
        println!("{}", row.concat());
    }
    let all = texts.len() * SAVINGS.len();
    for ((name, _), right) in CUTS.iter().zip(right) {
        println!("{name}: {right} of {all} right");
    }
    println!("+ right and certain, ~ right and likely or unsure, ? wrong and unsure, - wrong");
    assert!(right[0] * 100 >= all * 99, "at 200 bytes");
    assert!(right[1] * 100 >= all * 99, "at 2 KB");
    assert_eq!(right[2], all, "whole");
}

/// How many windows there were, and how many were taken for the right charset, here and by `chardetng`.
#[derive(Default)]
struct Windows {
    all: usize,
    right: usize,
    wrong_and_sure: usize,
    right_by_chardetng: usize,
}

#[test]
fn short_pieces_are_detected_wherever_they_begin() {
    for length in [60, 200] {
        let right = share_of_right_pieces(length);
        assert!(length < 200 || right >= 99.0, "{right} %");
    }
}

fn share_of_right_pieces(length: usize) -> f64 {
    let mut sum = Windows::default();
    for (name, charset, saved) in &SAVINGS {
        let mut windows = Windows::default();
        for text in &texts() {
            for bytes in saved_from_everywhere(text, *saved) {
                windows.judge(cut(&bytes, length), *charset);
            }
        }
        println!(
            "{length} bytes, {name:10} {} pieces: right {:6.2} %, wrong and sure {}, right by chardetng {:6.2} %",
            windows.all,
            percent(windows.right, windows.all),
            windows.wrong_and_sure,
            percent(windows.right_by_chardetng, windows.all),
        );
        sum.all += windows.all;
        sum.right += windows.right;
        sum.wrong_and_sure += windows.wrong_and_sure;
    }
    assert!(percent(sum.wrong_and_sure, sum.all) < 0.1);
    percent(sum.right, sum.all)
}

/// The text without its first 31, 62, … characters, as it is saved.
fn saved_from_everywhere(
    text: &Text,
    saved: fn(&Text) -> Vec<u8>,
) -> impl Iterator<Item = Vec<u8>> {
    let after = |text: &str, count| text.chars().skip(count).collect::<String>();
    (0..900).step_by(31).map(move |count| {
        saved(&Text {
            name: text.name.clone(),
            own: after(&text.own, count),
            traditional: after(&text.traditional, count),
        })
    })
}

impl Windows {
    fn judge(&mut self, window: &[u8], charset: Charset) {
        let detected = detect(window);
        let is_right = detected.charset == charset;
        self.all += 1;
        self.right += usize::from(is_right);
        self.wrong_and_sure += usize::from(!is_right && detected.certainty == Certainty::Certain);
        let mut other = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
        other.feed(window, false);
        let guess = other.guess(None, chardetng::Utf8Detection::Allow).name();
        self.right_by_chardetng +=
            usize::from(guess == charset.name() || (guess == "GBK" && charset == Charset::Gb18030));
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts of some thousands")]
fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole as f64
}
