//! 查什么：标题之下又单独写了一遍标题。
//! 为什么：念稿或排版时会多出一行；多半是粘贴网页时带进来的。
//! 例子：篇一：在……会上的讲话，下一行又是“在……会上的讲话”
//! 不该报：副标题；会议名称；正文里提到标题。
//! 如何改：删除重复的一行（需确认）。

use super::{Context, Finding, Related, Rule, Severity, Words};
use crate::fix;
use crate::structure::PartKind;

/// The rule.
pub static RULE: Rule = Rule {
    code: "duplicate-title",
    severity: Severity::Warning,
    name: Words {
        zh_hans: "标题重复",
        zh_hant: "標題重複",
        en: "Title repeated",
    },
    finds: Words {
        zh_hans: "标题之下又单独写了一遍标题。",
        zh_hant: "標題之下又單獨寫了一遍標題。",
        en: "The title stands again on a line of its own.",
    },
    why: Words {
        zh_hans: "念稿或排版时会多出一行；多半是粘贴网页时带进来的。",
        zh_hant: "念稿或排版時會多出一行；多半是貼上網頁時帶進來的。",
        en: "It is one line too many in print and when read out; mostly it came along from a web page.",
    },
    fix: Some(Words {
        zh_hans: "删除重复的一行，需要您确认。",
        zh_hant: "刪除重複的一行，需要您確認。",
        en: "Deletes the repeated line; for you to confirm.",
    }),
    example: "篇一：在防汛动员会上的讲话\n在防汛动员会上的讲话\n同志们：\n今天开会，部署防汛工作。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "篇一：在防汛动员会上的讲话\n——全县防汛工作动员\n同志们：\n今天开会，部署防汛工作。\n谢谢大家！",
        "在防汛动员会上的讲话\n（2024年5月6日）\n同志们：\n今天开会，部署防汛工作。\n谢谢大家！",
        "在防汛动员会上的讲话\n同志们：\n今天在防汛动员会上的讲话，请大家抓好落实。\n谢谢大家！",
    ]),
    check,
};

static REPEATED: Words = Words {
    zh_hans: "标题在这里又写了一遍",
    zh_hant: "標題在這裡又寫了一遍",
    en: "The title stands here again",
};

static ORIGINAL: Words = Words {
    zh_hans: "标题",
    zh_hant: "標題",
    en: "The title",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for (index, speech) in context.speeches() {
        for part in speech
            .parts
            .iter()
            .filter(|part| part.kind == PartKind::RepeatedTitle)
        {
            let mut finding = RULE.finding(context.to_source(part.span), &REPEATED);
            finding.speech = Some(index);
            let title = speech.title.map(|title| context.to_source(title));
            finding.related = title
                .map(|span| Related {
                    span,
                    words: &ORIGINAL,
                })
                .into_iter()
                .collect();
            finding
                .fixes
                .push(fix::delete_line(&context.reading.layers, part.span));
            findings.push(finding);
        }
    }
}
