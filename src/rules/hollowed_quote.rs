//! 查什么：引号里是空的，“”，「」。
//! 为什么：多半是网站为了反复使用，把“十二五”之类的词删掉了，照念就缺了字。
//! 例子：“”时期，我市……
//! 不该报：说到标点本身时写的引号。
//! 如何改：没有自动修改，请补上原来的词。

use super::{Context, Finding, Rule, Severity, Words};
use crate::text::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "hollowed-quote",
    severity: Severity::Warning,
    name: Words {
        zh_hans: "引号空缺",
        zh_hant: "引號空缺",
        en: "Empty quotation marks",
    },
    finds: Words {
        zh_hans: "引号里没有内容，原来的词被删掉了。",
        zh_hant: "引號裡沒有內容，原來的詞被刪掉了。",
        en: "Quotation marks with nothing between them: a word was deleted.",
    },
    why: Words {
        zh_hans: "念到这里会缺一个词，常见的是规划名称和活动名称，应当补上。",
        zh_hant: "念到這裡會缺一個詞，常見的是規劃名稱和活動名稱，應當補上。",
        en: "A word is missing when this is read aloud, often the name of a plan; put it back.",
    },
    fix: None,
    example: "同志们：\n“”时期是我市加快发展的重要时期。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n“十四五”时期是我市加快发展的重要时期。\n谢谢大家！",
        "同志们：\n写公文时，引用原话要用双引号“”，书名要用书名号《》。\n谢谢大家！",
        "同志们：\n标点“”和《》不能混用。\n谢谢大家！",
    ]),
    check,
};

static FOUND: Words = Words {
    zh_hans: "引号里空着，请补上原来的词",
    zh_hant: "引號裡空著，請補上原來的詞",
    en: "The quotation marks are empty; put the word back",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for line in context.lines_of_text() {
        for pair in context.marks.of_line(line).windows(2) {
            let span = Span::new(pair[0].at, pair[1].end());
            let empty =
                pair[0].end() == pair[1].at && is_pair(pair[0].character, pair[1].character);
            if empty
                && !context.is_repaired(span)
                && !is_about_marks(
                    context.line_text(line),
                    span,
                    context.reading.document.lines[line].start,
                )
            {
                let mut finding = RULE.finding(context.to_source(span), &FOUND);
                finding.speech = context.speech_of(line);
                findings.push(finding);
            }
        }
    }
}

fn is_pair(open: char, close: char) -> bool {
    matches!(
        (open, close),
        ('“', '”') | ('‘', '’') | ('「', '」') | ('『', '』') | ('《', '》')
    )
}

/// Whether the marks themselves are meant: 双引号“”, 标点“”和《》.
fn is_about_marks(line: &str, span: Span, start: usize) -> bool {
    let (before, after) = (&line[..span.start - start], &line[span.end - start..]);
    ["引号", "标点", "符号", "书名号", "直角号", "用"]
        .iter()
        .any(|word| before.ends_with(word))
        || before.ends_with(['和', '与', '、', '”', '》'])
            && ["号", "标点"]
                .iter()
                .any(|word| nearby(before).contains(word))
        || ["号", "和《》", "和“”", "、《", "、“", "符号", "标点"]
            .iter()
            .any(|word| after.starts_with(word))
}

/// The last characters of a text.
fn nearby(text: &str) -> &str {
    let start = text.char_indices().rev().nth(15).map_or(0, |(at, _)| at);
    &text[start..]
}
