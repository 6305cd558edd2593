//! 查什么：字后面括号里的拼音，网页防复制留下的。
//! 为什么：它打断朗读，也让标题、序号、字数都读不对。
//! 例子：工(gōng)作
//! 不该报：作者给生僻字注的音，如“亳（bó）州”；（GDP）之类的英文。
//! 如何改：一次全部删除，可放心采用。

use super::{Context, Finding, Rule, Severity, Words};
use crate::fix::{Edit, Fix, Safety};

/// The rule.
pub static RULE: Rule = Rule {
    code: "pinyin-annotation",
    severity: Severity::Warning,
    name: Words {
        zh_hans: "拼音残留",
        zh_hant: "拼音殘留",
        en: "Pinyin left behind",
    },
    finds: Words {
        zh_hans: "字后面括号里夹着拼音，是从网页复制时带进来的。",
        zh_hant: "字後面括號裡夾著拼音，是從網頁複製時帶進來的。",
        en: "Pinyin in brackets after characters, left by a web page's copy guard.",
    },
    why: Words {
        zh_hans: "讲话的人会被打断，标题和序号也认不出来。作者给生僻字注的音不在其列。",
        zh_hant: "講話的人會被打斷，標題和序號也認不出來。作者給生僻字注的音不在其列。",
        en: "It trips the speaker and hides headings and numbers. A writer's own help on a rare character is left alone.",
    },
    fix: Some(Words {
        zh_hans: "删除全部拼音残留，正文一字不动。",
        zh_hant: "刪除全部拼音殘留，正文一字不動。",
        en: "Removes every annotation; no word changes.",
    }),
    example: "各(gè)位领导、同(tóng)志们：\n今天我们(men)开会(huì)，谢谢大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n这次我们到安徽亳（bó）州和广东番（pān）禺学习。谢谢大家！",
        "同志们：\n全区生产总值（GDP）稳步增长，实施办法（试行）已经印发。谢谢大家！",
        "同志们：\n请看选项(a)、(b)，英文版(the)另发。谢谢大家！",
    ]),
    check,
};

static FOUND: Words = Words {
    zh_hans: "文中夹着 {count} 处拼音残留",
    zh_hant: "文中夾著 {count} 處拼音殘留",
    en: "{count} pinyin annotations were left in the text",
};

static TITLE: Words = Words {
    zh_hans: "全部删除",
    zh_hant: "全部刪除",
    en: "Remove them all",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let places = context.reading.residue.pinyin.clone();
    let edits = places
        .iter()
        .map(|&span| Edit {
            span,
            text: String::new(),
        })
        .collect();
    findings.extend(RULE.finding_of_many(places, &FOUND).map(|mut finding| {
        finding.fixes.push(Fix {
            title: &TITLE,
            safety: Safety::Safe,
            edits,
        });
        finding
    }));
}
