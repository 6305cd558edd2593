//! 查什么：同一组里，后一项的序号和前一项相同；段内分列里，又用了前面用过的序号。
//! 为什么：多半是插进一项后忘了改号；两个“第二”，听众无从引用，会后也难以对照落实。
//! 例子：一、……二、……二、……三、……
//! 不该报：换了一组的从头编号；另一级的同号；引用前文的“第二点”。
//! 如何改：整组按原样式重新编号（需确认）；提到这些序号的地方列在相关位置。

use std::collections::HashSet;

use super::renumbering::{repair_run, report_departures, run_places};
use super::{Context, Finding, Rule, Severity, Words};
use crate::structure::marker::Marker;

/// The rule.
pub static RULE: Rule = Rule {
    code: "numbering-repeat",
    severity: Severity::Error,
    name: Words {
        zh_hans: "序号重复",
        zh_hant: "序號重複",
        en: "Repeated number",
    },
    finds: Words {
        zh_hans: "同一组里，后一项的序号和前一项相同。",
        zh_hant: "同一組裡，後一項的序號和前一項相同。",
        en: "An item has the number of the item before it.",
    },
    why: Words {
        zh_hans: "两个“第二”，听众无从引用，会后也难以对照落实；多半是插进一项后忘了改号。《党政机关公文格式》（GB/T 9704-2012）7.3.3 要求层次序数依次标注。",
        zh_hant: "兩個「第二」，聽眾無從引用，會後也難以對照落實；多半是插進一項後忘了改號。《黨政機關公文格式》（GB/T 9704-2012）7.3.3 要求層次序數依次標注。",
        en: "With two second points nobody can refer to either; mostly an item was put in and the rest not renumbered. GB/T 9704-2012, 7.3.3, asks for levels numbered in order.",
    },
    fix: Some(Words {
        zh_hans: "把这一组按原来的样式重新编号，需要您确认。",
        zh_hant: "把這一組按原來的樣式重新編號，需要您確認。",
        en: "Renumbers the list in its own style; for you to confirm.",
    }),
    example: "同志们：\n下面讲几点意见。\n一、提高认识\n要学习好。\n二、加强领导\n要组织好。\n二、狠抓落实\n要督查好。\n三、严明纪律\n要执行好。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n一、提高认识\n（一）学习好\n要学深。\n（二）宣传好\n要讲透。\n二、加强领导\n（一）组织好\n要配强。\n（二）协调好\n要顺畅。\n谢谢大家！",
        "同志们：\n我们的优势在于：\n1、底子厚。\n2、人心齐。\n我们的不足在于：\n1、起步晚。\n2、经验少。\n谢谢大家！",
        "同志们：\n一是抓学习。二是抓落实，第二点尤其要紧。三是抓督查。\n谢谢大家！",
    ]),
    check,
};

static REPEATED: Words = Words {
    zh_hans: "序号 {found} 和前一项重复，这里应当是第 {expected} 项",
    zh_hant: "序號 {found} 和前一項重複，這裡應當是第 {expected} 項",
    en: "Number {found} again; item {expected} is expected here",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for (index, speech) in context.speeches() {
        report_departures(context, speech, &RULE, findings, |marker, expected| {
            Some(repeated(context, index, marker, expected))
        });
        for run in &speech.runs {
            let mut used: HashSet<u32> = run
                .markers
                .first()
                .map(|first| first.ordinal)
                .into_iter()
                .collect();
            for (place, marker, before) in run_places(run) {
                if !used.insert(marker.ordinal) && marker.ordinal != place {
                    let expected = before.last().map_or(place, |last| last.ordinal + 1);
                    let mut finding = repeated(context, index, marker, expected);
                    repair_run(context, &mut finding, run);
                    findings.push(finding);
                }
            }
        }
    }
}

fn repeated(context: &Context, speech: usize, marker: &Marker, expected: u32) -> Finding {
    let mut finding = RULE.finding(context.to_source(marker.span), &REPEATED);
    finding.speech = Some(speech);
    finding.data = vec![
        ("found", marker.ordinal.into()),
        ("expected", expected.into()),
    ];
    finding
}
