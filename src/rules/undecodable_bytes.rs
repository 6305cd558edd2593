//! 查什么：文件里有编码中没有的字节，显示成“�”。
//! 为什么：原来的字已经看不出；多半是保存或传输时损坏，或者编码选得不对。
//! 例子：今天的会议�很重要
//! 不该报：能推出原字的乱码（另有提示）。
//! 如何改：没有改法；保存时这些字节照原样写回。

use super::{Context, Finding, Rule, Severity, Words};
use crate::text::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "undecodable-bytes",
    severity: Severity::Error,
    name: Words {
        zh_hans: "无法识读的字节",
        zh_hant: "無法識讀的位元組",
        en: "Undecodable bytes",
    },
    finds: Words {
        zh_hans: "文件所用的编码里没有的字节，或以前读不出而留下的“�”。一行报一处。",
        zh_hant: "檔案所用的編碼裡沒有的位元組，或以前讀不出而留下的「�」。一行報一處。",
        en: "Bytes that the file's charset does not have, or the U+FFFD that such bytes once left. One finding a line.",
    },
    why: Words {
        zh_hans: "原来的字已经看不出，多半是保存或传输时损坏，或者编码选得不对；保存时这些字节照原样写回。",
        zh_hant: "原來的字已經看不出，多半是儲存或傳輸時損壞，或者編碼選得不對；儲存時這些位元組照原樣寫回。",
        en: "What stood there is lost, mostly in saving or sending, or the charset is not the right one; on saving the bytes are written as they were.",
    },
    fix: None,
    example: "同志们：\n今天的会议\u{fffd}很重要。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n今天的会议很重要？很重要。\n谢谢大家！",
        "同志们：\n今天的□□很重要。\n谢谢大家！",
    ]),
    check,
};

static BYTES: Words = Words {
    zh_hans: "此处的字节 {bytes} 在 {encoding} 编码里没有对应的字",
    zh_hant: "此處的位元組 {bytes} 在 {encoding} 編碼裡沒有對應的字",
    en: "The bytes {bytes} stand for no character of {encoding}",
};
static KEPT: Words = Words {
    zh_hans: "此处的字节在 {encoding} 编码里没有对应的字，保存时照原样写回",
    zh_hant: "此處的位元組在 {encoding} 編碼裡沒有對應的字，儲存時照原樣寫回",
    en: "The bytes here stand for no character of {encoding}; on saving they are written as they were",
};
static LOST: Words = Words {
    zh_hans: "此处有字读不出来，原来的字节已经丢失",
    zh_hant: "此處有字讀不出來，原來的位元組已經遺失",
    en: "A character could not be read here, and its bytes are lost",
};

/// Bytes that a message shows; more would say no more.
const SHOWN: usize = 8;

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let source = context.reading.layers.source;
    let garble = &context.reading.residue.garble;
    let is_readable = |span: Span| {
        let after = garble.partition_point(|place| place.span.end <= span.start);
        let place = garble.get(after);
        place.is_some_and(|place| place.span.overlaps(span) && !place.readings.is_empty())
    };
    let mut line = 0;
    for place in runs(&source.text).filter(|&span| !is_readable(span)) {
        let number = source.position(place.start).line;
        match findings.last_mut() {
            Some(finding) if line == number => {
                if finding.occurrences.is_empty() {
                    finding.occurrences.push(finding.span);
                }
                finding.occurrences.push(place);
            }
            _ => findings.push(finding(context, place)),
        }
        line = number;
    }
}

/// The stretches of U+FFFD.
fn runs(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut end = 0;
    let signs = text.match_indices(char::REPLACEMENT_CHARACTER);
    signs.filter_map(move |(start, _)| {
        if start < end {
            return None;
        }
        let rest = &text[start..];
        let after = rest.find(|c| c != char::REPLACEMENT_CHARACTER);
        end = start + after.unwrap_or(rest.len());
        Some(Span::new(start, end))
    })
}

fn finding(context: &Context, place: Span) -> Finding {
    let source = context.reading.layers.source;
    let kept = || source.kept.within(place).filter(|kept| kept.is_undecodable);
    if kept().next().is_none() {
        return RULE.finding(place, &LOST);
    }
    let bytes: Vec<u8> = kept()
        .flat_map(|kept| kept.bytes)
        .take(SHOWN + 1)
        .copied()
        .collect();
    // An editor knows where they stand, and the file still has them.
    if bytes.is_empty() {
        let mut finding = RULE.finding(place, &KEPT);
        finding.data = vec![("encoding", source.encoding.into())];
        return finding;
    }
    let mut shown: Vec<String> = bytes
        .iter()
        .take(SHOWN)
        .map(|byte| format!("{byte:02X}"))
        .collect();
    if bytes.len() > SHOWN {
        shown.push("…".to_owned());
    }
    let mut finding = RULE.finding(place, &BYTES);
    finding.data = vec![
        ("bytes", shown.join(" ").as_str().into()),
        ("encoding", source.encoding.into()),
    ];
    finding
}

#[cfg(test)]
mod tests {
    use super::super::marked;
    use crate::input::{InputOptions, read};
    use crate::text::{Source, Span};

    #[test]
    fn it_points_at_each_place_of_a_line() {
        let text = "会议\u{fffd}\u{fffd}很重要，\u{fffd}，重要。\n一\u{fffd}";
        assert_eq!(
            marked(text, "undecodable-bytes"),
            ["\u{fffd}\u{fffd}", "\u{fffd}", "\u{fffd}"]
        );
    }

    #[test]
    fn bytes_that_only_the_file_has_are_not_lost() {
        let mut source = Source::new("稿.txt", "会议\u{fffd}很重要，\u{fffd}。");
        source.kept.keep(Span::new(6, 9), &[], true);
        let checked = crate::check(&source, &crate::Options::default());
        let messages: Vec<String> = crate::report::build(&checked)
            .diagnostics
            .into_iter()
            .filter(|found| found.code == "undecodable-bytes")
            .map(|found| found.message)
            .collect();
        assert!(messages[0].contains("照原样写回"), "{messages:?}");
    }

    #[test]
    fn the_bytes_are_named() {
        let mut bytes = encoding_rs::GBK.encode("同志们：今天的会议").0.into_owned();
        bytes.extend(b"\xff\xff\xa3\xac\xba\xdc\xd6\xd8\xd2\xaa");
        let source = read("稿.txt", &bytes, &InputOptions::default()).expect("it is text");
        let checked = crate::check(&source, &crate::Options::default());
        let found = checked
            .findings
            .iter()
            .find(|finding| finding.code == "undecodable-bytes");
        let report = crate::report::build(&checked);
        assert!(found.is_some());
        assert!(
            report
                .diagnostics
                .iter()
                .any(|d| d.message.contains("FF FF") && d.message.contains("GBK"))
        );
    }
}
