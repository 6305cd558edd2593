//! 查什么：序号跳过了，或者一组序号不从一开始。
//! 为什么：听众按序号记要点，跳号会让人以为漏讲；GB/T 9704-2012 7.3.3 的层次序数逐级连续。
//! 例子：一、……三、……
//! 不该报：换了一组的从头编号；一行里并着写的“5、……6、……”。
//! 如何改：整组按原样式重新编号（需确认）；文中“第（三）点”之类的引用列在相关位置。

use super::renumbering::{repair_run, report_departures, run_places};
use super::{Context, Finding, Rule, Severity, Words};
use crate::structure::Speech;
use crate::structure::marker::{Marker, Style};

/// The rule.
pub static RULE: Rule = Rule {
    code: "numbering-gap",
    severity: Severity::Error,
    name: Words {
        zh_hans: "序号跳号",
        zh_hant: "序號跳號",
        en: "Skipped number",
    },
    finds: Words {
        zh_hans: "一组序号中间缺号，或者不从“一”开始。",
        zh_hant: "一組序號中間缺號，或者不從「一」開始。",
        en: "A list skips a number, or does not start at one.",
    },
    why: Words {
        zh_hans: "听众按序号记要点，缺号会让人以为漏讲了一条。《党政机关公文格式》（GB/T 9704-2012）7.3.3 要求层次序数依次标注。",
        zh_hant: "聽眾按序號記要點，缺號會讓人以為漏講了一條。《黨政機關公文格式》（GB/T 9704-2012）7.3.3 要求層次序數依次標注。",
        en: "Listeners follow the numbers; a missing one sounds like a missing point. GB/T 9704-2012, 7.3.3, asks for levels numbered in order.",
    },
    fix: Some(Words {
        zh_hans: "把这一组按原来的样式重新编号，需要您确认。",
        zh_hant: "把這一組按原來的樣式重新編號，需要您確認。",
        en: "Renumbers the list in its own style; for you to confirm.",
    }),
    example: "同志们：\n下面讲几点意见。\n一、提高认识\n要学习好。\n二、加强领导\n要组织好。\n四、狠抓落实\n要督查好。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n一、提高认识\n要学习好。\n二、加强领导\n要组织好。\n谢谢大家！",
        "同志们：\n1、提高认识。2、加强领导。\n3、狠抓落实。\n谢谢大家！",
        "同志们：\n守则里说得很清楚。\n第一条：“准时到岗。”\n要做到分秒不差。\n第四条：“不说闲话。”\n要管住自己的嘴。\n谢谢大家！",
        "同志们：\n首先是领导要带头，要走在前面。其次，要发动群众，人人动手。其次，要讲清道理，解开疙瘩。\n谢谢大家！",
        "同志们：\n先说学习，要逐句读原文。\n其次，说落实，要一竿子到底。\n其次，说督查，要见人见事。\n谢谢大家！",
        "在老区座谈会上的讲话（节选）\n三、要修好路\n路是老区的命脉。\n四、要引好水\n水是老区的根本。\n……\n七、要管好钱\n谢谢大家！",
        "同志们：\n我们的优势在于：\n1、底子厚。\n2、人心齐。\n我们的不足在于：\n1、起步晚。\n2、经验少。\n谢谢大家！",
    ]),
    check,
};

static SKIPPED: Words = Words {
    zh_hans: "这里应当是第 {expected} 项，却标成了第 {found} 项",
    zh_hant: "這裡應當是第 {expected} 項，卻標成了第 {found} 項",
    en: "Item {expected} is expected here, but it says {found}",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for (index, speech) in context.speeches() {
        report_departures(context, speech, &RULE, findings, |marker, expected| {
            let quotes = quotes_article(context.folded(), marker);
            let left_out = is_left_out(context, speech, marker);
            (!quotes && !left_out).then(|| skipped(context, index, marker, expected))
        });
        for run in &speech.runs {
            for (place, marker, before) in run_places(run) {
                let last = before.last().map_or(0, |last| last.ordinal);
                // 再次 and 最后 are ordinary words too: they skip nothing.
                if marker.ordinal > last + 1
                    && marker.ordinal != place
                    && marker.style != Style::Sequence
                {
                    let mut finding = skipped(context, index, marker, last + 1);
                    repair_run(context, &mut finding, run);
                    findings.push(finding);
                }
            }
        }
    }
}

/// Whether a marker names an article of another text: 第四条：“……”, 第四条就是…….
fn quotes_article(folded: &str, marker: &Marker) -> bool {
    let after = &folded[marker.span.end..];
    let quoted =
        matches!(marker.separator, Some('：' | ':')) && after.starts_with(['“', '「', '"']);
    let named = marker.span.slice(folded).ends_with('条') && after.starts_with("就是");
    marker.style == Style::OrdinalUnit && (quoted || named)
}

/// Whether a text says that it leaves out what stood before a marker: …… on the line above, or an excerpt that begins
/// with it.
fn is_left_out(context: &Context, speech: &Speech, marker: &Marker) -> bool {
    let lines = &context.reading.document.lines;
    let line = lines.partition_point(|line| line.end <= marker.span.start);
    let before = line.checked_sub(1).filter(|at| speech.lines.contains(at));
    let omission = before.is_some_and(|at| {
        let words = context.line_text(at);
        let marks = |c: char| {
            matches!(
                c,
                '…' | '.' | '。' | '·' | '*' | ' ' | '(' | ')' | '（' | '）' | '略'
            )
        };
        !words.is_empty() && words.chars().all(marks)
    });
    let is_first = speech
        .sections
        .first()
        .is_some_and(|first| first.marker.span == marker.span);
    let title = speech
        .title
        .map_or("", |title| title.slice(context.folded()));
    let is_excerpt = ["节选", "摘录", "摘要", "选段"]
        .iter()
        .any(|word| title.contains(word));
    omission || is_first && is_excerpt
}

fn skipped(context: &Context, speech: usize, marker: &Marker, expected: u32) -> Finding {
    let mut finding = RULE.finding(context.to_source(marker.span), &SKIPPED);
    finding.speech = Some(speech);
    finding.data = vec![
        ("expected", expected.into()),
        ("found", marker.ordinal.into()),
    ];
    finding
}
