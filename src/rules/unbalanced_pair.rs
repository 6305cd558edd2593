//! 查什么：引号、书名号、括号不成对：“ ” ‘ ’ 「」『』《》〈〉（）〔〕【】。
//! 为什么：引文从哪里起、到哪里止，听众和校对都分不清。
//! 例子：在牢记使命”主题教育会上
//! 不该报：序号 1) 一）；连续几段的引文，每段开头重起、末段才收；乱码所在的行；英文的撇号。
//! 如何改：补上缺的一半，或者删去（需确认）。

use super::pairs::{Kind, Lone, Side, lone_marks};
use super::{Context, Finding, Mark, Rule, Severity, Words};
use crate::fix::{self, Fix, Safety};
use crate::text::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "unbalanced-pair",
    severity: Severity::Warning,
    name: Words {
        zh_hans: "标点不成对",
        zh_hant: "標點不成對",
        en: "Unbalanced pair",
    },
    finds: Words {
        zh_hans: "引号、书名号或括号只有一半，或者前后用反了。",
        zh_hant: "引號、書名號或括號只有一半，或者前後用反了。",
        en: "Half of a pair of quotation marks or brackets is missing, or turned the wrong way.",
    },
    why: Words {
        zh_hans: "引文、书名的起止不清，读的人会断错句（GB/T 15834-2011 4.8、4.9、4.15）。",
        zh_hant: "引文、書名的起止不清，讀的人會斷錯句（GB/T 15834-2011 4.8、4.9、4.15）。",
        en: "Where a quotation or title begins and ends is lost (GB/T 15834-2011, 4.8, 4.9, 4.15).",
    },
    fix: Some(Words {
        zh_hans: "补上缺的一半、改正方向，或者删去多余的一半，需要您确认。",
        zh_hant: "補上缺的一半、改正方向，或者刪去多餘的一半，需要您確認。",
        en: "Puts the missing or the right mark, or removes the lone one; for you to confirm.",
    }),
    example: "同志们：\n要抓好“牢记使命主题教育，落实《实施意见的要求。\n要弘扬“实干“精神，抓好红旗”评比。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n要做到：1)学习好；2)组织好；一）督查好。“三会一课”要坚持。\n谢谢大家！",
        "同志们：\n他说：“第一段话。\n“第二段话。\n“第三段话。”\n谢谢大家！",
        "同志们：\nIt’s John’s plan（试行)，「幸福」與『安康』，:)。\n谢谢大家！",
        "同志们：\n老人说：“我种了一辈子地。\n今年收成最好。”大家都笑了。\n谢谢大家！",
    ]),
    check,
};

static NOT_CLOSED: Words = Words {
    zh_hans: "这里的 {mark} 少了后一半",
    zh_hant: "這裡的 {mark} 少了後一半",
    en: "The {mark} here is not closed",
};
static NOT_OPENED: Words = Words {
    zh_hans: "这里的 {mark} 少了前一半",
    zh_hant: "這裡的 {mark} 少了前一半",
    en: "The {mark} here is not opened",
};
static TURNED: Words = Words {
    zh_hans: "这里的 {mark} 方向用反了，应为 {right}",
    zh_hant: "這裡的 {mark} 方向用反了，應為 {right}",
    en: "“{mark}” is turned the wrong way; it should be “{right}”",
};
static MANY: Words = Words {
    zh_hans: "这一段有 {count} 处标点不成对",
    zh_hant: "這一段有 {count} 處標點不成對",
    en: "{count} marks of this paragraph have no counterpart",
};
static COMPLETE: Words = Words {
    zh_hans: "补上另一半",
    zh_hant: "補上另一半",
    en: "Add the other half",
};
static TURN: Words = Words {
    zh_hans: "改正方向",
    zh_hant: "改正方向",
    en: "Turn it",
};
static REMOVE: Words = Words {
    zh_hans: "删去这一半",
    zh_hant: "刪去這一半",
    en: "Remove it",
};

/// Lone marks of a paragraph from which they are reported together.
const MANY_FROM: usize = 7;
/// Paragraphs over which a quotation may stay open.
const LONGEST_QUOTATION: usize = 5;

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let mut open: Vec<(usize, Lone)> = Vec::new();
    let mut lone: Vec<(usize, Lone)> = Vec::new();
    for line in context.lines_of_text() {
        if context.is_garbled(line) {
            open.clear();
            continue;
        }
        let text = &context.reading.layers.clean;
        let marks = context.marks.of_line(line);
        lone.append(
            &mut open
                .extract_if(.., |(at, _)| *at + LONGEST_QUOTATION < line)
                .collect(),
        );
        let mut here = lone_marks(text, marks);
        if here.len() >= MANY_FROM {
            lone.extend(here.into_iter().map(|mark| (line, mark)));
            continue;
        }
        settle_quotations(&mut here, &mut open);
        if let Some(kind) = quotation(text, context.reading.document.lines[line]) {
            open.retain(|(_, earlier)| earlier.kind != kind);
        }
        let (opening, closing): (Vec<Lone>, Vec<Lone>) =
            here.into_iter().partition(|lone| lone.side == Side::Open);
        lone.extend(closing.into_iter().map(|mark| (line, mark)));
        open.extend(opening.into_iter().map(|mark| (line, mark)));
    }
    lone.append(&mut open);
    lone.sort_by_cached_key(|(_, lone)| lone.mark.at);
    for paragraph in lone.chunk_by(|one, other| one.0 == other.0) {
        report(context, paragraph, findings);
    }
}

/// Takes away what a quotation over several paragraphs explains: an opening mark that a later paragraph
/// repeats at its start or closes.
fn settle_quotations(here: &mut Vec<Lone>, open: &mut Vec<(usize, Lone)>) {
    here.retain(|lone| {
        let earlier = open.iter().rposition(|(_, other)| other.kind == lone.kind);
        match (earlier, lone.side) {
            (Some(earlier), Side::Close) => {
                open.remove(earlier);
                false
            }
            (Some(earlier), Side::Open) if lone.starts_line => {
                open.remove(earlier);
                true
            }
            _ => true,
        }
    });
}

/// The kind of quotation mark that a paragraph begins with: a quotation of several paragraphs opens anew.
fn quotation(text: &str, line: Span) -> Option<Kind> {
    let (kind, side) = Kind::of(line.slice(text).chars().next()?)?;
    (kind.is_quote() && side == Side::Open).then_some(kind)
}

fn report(context: &Context, paragraph: &[(usize, Lone)], findings: &mut Vec<Finding>) {
    let Some(&(line, first)) = paragraph.first() else {
        return;
    };
    let speech = context.speech_of(line);
    if paragraph.len() >= MANY_FROM {
        let places = paragraph
            .iter()
            .map(|(_, lone)| context.to_source(lone.mark.span()))
            .collect();
        findings.extend(RULE.finding_of_many(places, &MANY).map(|mut finding| {
            finding.speech = speech;
            finding
        }));
        return;
    }
    let two = paragraph.len() == 2
        && paragraph[1].1.kind == first.kind
        && paragraph[1].1.side == first.side;
    if two && first.kind.is_quote() {
        let turned = if first.side == Side::Open {
            paragraph[1].1
        } else {
            first
        };
        let mut finding = turned_finding(context, turned);
        finding.speech = speech;
        findings.push(finding);
        return;
    }
    for (_, lone) in paragraph {
        let mut finding = lone_finding(context, line, *lone);
        finding.speech = speech;
        findings.push(finding);
    }
}

fn turned_finding(context: &Context, half: Lone) -> Finding {
    let right = half.kind.other(half.side);
    let mut finding = RULE.finding(context.to_source(half.mark.span()), &TURNED);
    finding.data = vec![
        ("mark", half.mark.character.to_string().as_str().into()),
        ("right", right.to_string().as_str().into()),
    ];
    let edits = vec![fix::replace(
        &context.reading.layers,
        half.mark.span(),
        right,
    )];
    finding.fixes.push(Fix {
        title: &TURN,
        safety: Safety::Review,
        edits,
    });
    finding
}

fn lone_finding(context: &Context, line: usize, half: Lone) -> Finding {
    let words = if half.side == Side::Open {
        &NOT_CLOSED
    } else {
        &NOT_OPENED
    };
    let mut finding = RULE.finding(context.to_source(half.mark.span()), words);
    finding.data = vec![("mark", half.mark.character.to_string().as_str().into())];
    let marks = context.marks.of_line(line);
    let span = context.reading.document.lines[line];
    let place = match half.side {
        Side::Open => place_of_closing(marks, half, span),
        Side::Close => place_of_opening(marks, half, span),
    };
    if let Some(at) = place {
        let edits = vec![fix::replace(
            &context.reading.layers,
            Span::new(at, at),
            half.kind.other(half.side),
        )];
        finding.fixes.push(Fix {
            title: &COMPLETE,
            safety: Safety::Review,
            edits,
        });
    }
    let edits = vec![fix::replace(&context.reading.layers, half.mark.span(), "")];
    finding.fixes.push(Fix {
        title: &REMOVE,
        safety: Safety::Review,
        edits,
    });
    finding
}

/// Marks that a search for the other half's place looks at.
const SEARCH: usize = 100;

/// Where the closing half goes: before the next stop, or where a bracket around both closes.
fn place_of_closing(marks: &[Mark], half: Lone, line: Span) -> Option<usize> {
    let first = marks.partition_point(|mark| mark.at <= half.mark.at);
    let mut depth = 0_usize;
    for mark in marks[first..].iter().take(SEARCH) {
        match Kind::of(mark.character) {
            // Beyond another one of its kind the closing half would belong to that.
            Some((kind, Side::Open)) if depth == 0 && kind == half.kind => {
                return Some(mark.at).filter(|&at| at > half.mark.end());
            }
            Some((_, Side::Open)) => depth += 1,
            Some((_, Side::Close)) if depth == 0 => return Some(mark.at),
            Some((_, Side::Close)) => depth -= 1,
            None if depth == 0 && ends_phrase(mark.character) => {
                return Some(mark.at).filter(|&at| at > half.mark.end());
            }
            None => {}
        }
    }
    (marks.len() - first < SEARCH && depth == 0).then_some(line.end)
}

/// Where the opening half goes: after the last stop, or after a bracket around both.
fn place_of_opening(marks: &[Mark], half: Lone, line: Span) -> Option<usize> {
    let end = marks.partition_point(|mark| mark.at < half.mark.at);
    let mut depth = 0_usize;
    for mark in marks[..end].iter().rev().take(SEARCH) {
        match Kind::of(mark.character) {
            Some((kind, Side::Close)) if depth == 0 && kind == half.kind => {
                return Some(mark.end()).filter(|&at| at < half.mark.at);
            }
            Some((_, Side::Close)) => depth += 1,
            Some((_, Side::Open)) if depth == 0 => return Some(mark.end()),
            Some((_, Side::Open)) => depth -= 1,
            None if depth == 0 && ends_phrase(mark.character) => {
                return Some(mark.end()).filter(|&at| at < half.mark.at);
            }
            None => {}
        }
    }
    (end < SEARCH && depth == 0).then_some(line.start)
}

fn ends_phrase(mark: char) -> bool {
    matches!(
        mark,
        '，' | '。' | '；' | '：' | '！' | '？' | ',' | ';' | ':' | '!' | '?'
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::{fixed, marked_in_paragraph};

    fn marks(words: &str) -> Vec<String> {
        marked_in_paragraph(words, RULE.code)
    }

    #[test]
    fn the_lone_mark_is_pointed_at() {
        assert_eq!(marks("在牢记使命”主题教育会上。"), ["”"]);
        assert_eq!(marks("落实《意见的要求，抓好（试行。"), ["《", "（"]);
        assert_eq!(marks("弘扬「實幹』精神。"), ["「", "』"]);
        assert_eq!(marks("弘扬“实干“精神。"), ["“"]);
        assert_eq!(marks("抓好【重点工作。"), ["【"]);
    }

    #[test]
    fn what_is_whole_or_no_pair_is_left() {
        for words in [
            "办法（试行)和(暂行）都要用。",
            "1）学习，a)组织，(二）落实，③）督查。",
            "It’s Tom’s. Teachers’ day.",
            "他说“要‘实’一点”。",
            "“第一段。\n“第二段。\n“第三段。”",
            "他说：“第一段。\n“第二段。”他又说了一句。",
            "（一）要学习好；（二）要组织好。",
            "〝好〞",
            "这是?蔽逸p轻地说”的乱码\u{fffd}。",
            "他说：“头一句。\n第二句。”",
        ] {
            assert_eq!(marks(words), [""; 0], "{words}");
        }
    }

    #[test]
    fn the_fix_adds_turns_or_removes() {
        let fixed = |words: &str| {
            let text = fixed(&format!("同志们：\n{words}\n谢谢大家！"), RULE.code);
            text.lines().nth(1).unwrap_or_default().to_owned()
        };
        assert_eq!(
            fixed("要落实《意见的要求，抓紧。"),
            "要落实《意见的要求》，抓紧。"
        );
        assert_eq!(
            fixed("今天，牢记使命”主题教育。"),
            "今天，“牢记使命”主题教育。"
        );
        assert_eq!(fixed("弘扬“实干“精神。"), "弘扬“实干”精神。");
        assert_eq!(fixed("（见《办法）"), "（见《办法》）");
    }

    #[test]
    fn a_paragraph_without_sense_is_one_finding() {
        assert_eq!(marks(&"“甲".repeat(50)).len(), 50);
    }
}
