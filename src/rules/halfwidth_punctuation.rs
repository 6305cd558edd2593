//! 查什么：中文后面用了半角标点 , : ; ? ! ( )。
//! 为什么：GB/T 15834-2011 规定中文用全角标点；半角的挤在字边上，排版不齐。
//! 例子：同志们:大家好!
//! 不该报：10:30、3:1、1,000、网址；行首的序号 (一)；英文里的标点。
//! 如何改：全部换成全角，可放心采用。

use super::{Context, Finding, Mark, Rule, Severity, Words};
use crate::fix::{self, Fix, Safety};
use crate::residue::pinyin::is_pinyin;
use crate::text::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "halfwidth-punctuation",
    severity: Severity::Info,
    name: Words {
        zh_hans: "半角标点",
        zh_hant: "半形標點",
        en: "Half-width punctuation",
    },
    finds: Words {
        zh_hans: "中文后面用了半角的逗号、冒号、分号、问号、叹号或括号。",
        zh_hant: "中文後面用了半形的逗號、冒號、分號、問號、驚嘆號或括號。",
        en: "A half-width comma, colon, semicolon, question or exclamation mark or bracket after a Chinese character.",
    },
    why: Words {
        zh_hans: "《标点符号用法》（GB/T 15834-2011）：中文标点占一个字的位置，半角的会排得不齐。",
        zh_hant: "《標點符號用法》（GB/T 15834-2011）：中文標點占一個字的位置，半形的會排得不齊。",
        en: "GB/T 15834-2011: a Chinese mark takes the room of a character; half-width ones set badly.",
    },
    fix: Some(Words {
        zh_hans: "全部换成全角标点，文字不动。",
        zh_hant: "全部換成全形標點，文字不動。",
        en: "Widens them all; no word changes.",
    }),
    example: "同志们:\n大家好!今天开会(扩大会议),主要是统一思想;请大家发言?\n谢谢大家!",
    near_misses: Rule::near_misses(&[
        "同志们：\n会议10:30开始，男女比例3:1，共1,000人参加。\n谢谢大家！",
        "同志们：\n(一)要学习好。\n(二)要组织好。\n谢谢大家！",
        "同志们：\n请看 http://www.example.com 上的 Q&A: who, where, when?\n谢谢大家！",
    ]),
    check,
};

static FOUND: Words = Words {
    zh_hans: "有 {count} 处半角标点应当用全角",
    zh_hant: "有 {count} 處半形標點應當用全形",
    en: "{count} marks after Chinese characters are half-width",
};
static TITLE: Words = Words {
    zh_hans: "全部换成全角",
    zh_hant: "全部換成全形",
    en: "Widen them all",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let mut marks: Vec<Mark> = Vec::new();
    for line in context.lines_of_text() {
        narrow_marks(context, line, &mut marks);
    }
    let places = marks
        .iter()
        .map(|mark| context.to_source(mark.span()))
        .collect();
    findings.extend(RULE.finding_of_many(places, &FOUND).map(|mut finding| {
        let widen =
            |mark: &Mark| fix::replace(&context.reading.layers, mark.span(), wide(mark.character));
        let edits = marks.iter().map(widen).collect();
        finding.fixes.push(Fix {
            title: &TITLE,
            safety: Safety::Safe,
            edits,
        });
        finding
    }));
}

/// The half-width marks of a line that follow Chinese text, in order; brackets two by two.
fn narrow_marks(context: &Context, line: usize, found: &mut Vec<Mark>) {
    let text = &*context.reading.layers.clean;
    let first = found.len();
    let mut open: Option<Mark> = None;
    // A bracket that will be widened counts as Chinese, so that what follows it is not left behind.
    let mut widened = None;
    for &mark in context.marks.of_line(line) {
        if context.marks.is_garbled_near(text, line, mark.at) {
            continue;
        }
        let follows = widened == Some(mark.at) || follows_chinese(text, mark.at);
        match mark.character {
            ',' | ':' | ';' | '?' | '!' if follows && !is_smiley(text, mark) => {
                found.push(mark);
                widened = Some(mark.end());
            }
            '(' => open = Some(mark).filter(|_| follows),
            ')' => {
                if let Some(open) = open
                    .take()
                    .filter(|open| holds_words(text, Span::new(open.end(), mark.at)))
                {
                    found.extend([open, mark]);
                    widened = Some(mark.end());
                }
            }
            '（' | '）' => open = None,
            _ => {}
        }
    }
    found[first..].sort_by_cached_key(|mark| mark.at);
}

fn follows_chinese(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_some_and(|before| {
        matches!(before, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' | '”' | '’' | '」' | '』' | '》' | '）' | '】')
    })
}

/// :) and ;-) are no punctuation.
fn is_smiley(text: &str, mark: Mark) -> bool {
    matches!(mark.character, ':' | ';') && text[mark.end()..].starts_with([')', '-', '/'])
}

/// Whether brackets hold Chinese words: not a numeral alone, since 第(三)点 keeps the brackets of its list,
/// nor the pinyin of the character before them.
fn holds_words(text: &str, inside: Span) -> bool {
    let is_numeral = |c: char| c.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(c);
    let inside = inside.slice(text);
    !inside.chars().all(is_numeral) && !is_pinyin(inside)
}

fn wide(mark: char) -> &'static str {
    match mark {
        ',' => "，",
        ':' => "：",
        ';' => "；",
        '?' => "？",
        '!' => "！",
        '(' => "（",
        _ => "）",
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::{fixed, marked};

    #[test]
    fn marks_after_chinese_are_widened_and_others_kept() {
        let text =
            "同志们:\n(一)会议10:30开始,比例3:1,共1,000人(含代表),请看a.cn/x?y:好!\n谢谢大家!";
        let wide =
            "同志们：\n(一)会议10:30开始，比例3:1,共1,000人(含代表),请看a.cn/x?y:好！\n谢谢大家！";
        assert_eq!(
            fixed(text, RULE.code),
            wide.replace("人(含代表),", "人（含代表），")
        );
    }

    #[test]
    fn the_pinyin_of_a_rare_character_keeps_its_brackets() {
        let text = "同志们：\n我们去安徽亳(bó)州和广东番禺(pān yú)学习。\n谢谢大家！";
        assert_eq!(marked(text, RULE.code), [""; 0]);
    }

    #[test]
    fn pinyin_residue_is_not_touched() {
        let text = "同志(zhì)们:\n我们(wǒ)开会(huì),学习(xí)。\n谢谢大家！";
        let wide = "同志(zhì)们：\n我们(wǒ)开会(huì)，学习(xí)。\n谢谢大家！";
        assert_eq!(fixed(text, RULE.code), wide);
        assert_eq!(marked(wide, RULE.code), [""; 0]);
    }
}
