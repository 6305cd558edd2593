//! 查什么：结尾既没有总结的话，也没有致谢。
//! 为什么：讲完最后一点戛然而止，听众不知道讲完了没有。
//! 例子：最后一项讲完，全篇就停了
//! 不该报：不是讲话的文章（没有称谓，题目也不说是讲话）；有结尾段；有“谢谢大家”；主持词宣布散会；稿子中断的（由“结尾中断”提示）。
//! 如何改：怎样收尾由写稿人定，不代为修改。

use super::missing_salutation::{SHORTEST_SPEECH, is_addressed};
use super::truncated_ending::{breaks_off, last_spoken_line};
use super::{Context, Finding, Rule, Severity, Words};
use crate::structure::{PartKind, Speech, names_a_talk};

/// The rule.
pub static RULE: Rule = Rule {
    code: "missing-closing",
    severity: Severity::Warning,
    name: Words {
        zh_hans: "没有结尾",
        zh_hant: "沒有結尾",
        en: "No closing",
    },
    finds: Words {
        zh_hans: "结尾既没有总结的话，也没有致谢。",
        zh_hant: "結尾既沒有總結的話，也沒有致謝。",
        en: "Neither a concluding paragraph nor thanks.",
    },
    why: Words {
        zh_hans: "讲完最后一点戛然而止，听众不知道讲完了没有。",
        zh_hant: "講完最後一點戛然而止，聽眾不知道講完了沒有。",
        en: "The talk stops after its last point, and nobody knows whether it is over.",
    },
    fix: None,
    example: "在质量分析会上的讲话\n同志们：\n这次质量检查覆盖了全部车间，结果总体平稳，问题集中在包装环节。\n一、提高认识\n要学习好标准，吃透要求，把质量放在第一位，不放过一处疏漏。\n二、加强管理\n要组织好检查，包装车间每天抽检两次，结果当天公布。",
    near_misses: Rule::near_misses(&[
        "在质量分析会上的讲话\n同志们：\n这次质量检查覆盖了全部车间，结果总体平稳，问题集中在包装环节。\n一、提高认识\n要学习好标准，吃透要求，把质量放在第一位，不放过一处疏漏。\n二、加强管理\n要组织好检查，包装车间每天抽检两次，结果当天公布。\n谢谢大家！",
        "在质量分析会上的讲话\n同志们：\n这次质量检查覆盖了全部车间，结果总体平稳，问题集中在包装环节。\n一、提高认识\n要学习好标准，吃透要求，把质量放在第一位，不放过一处疏漏。\n二、加强管理\n要组织好检查，包装车间每天抽检两次，结果当天公布。\n同志们，让我们携手努力，为企业的发展作出更大的贡献！",
        "质量分析会主持词\n同志们：\n这次质量检查覆盖了全部车间，结果总体平稳，问题集中在包装环节，请大家结合实际，抓好落实。\n现在进行大会第一项，请质检科通报情况。\n会议到此结束，散会。",
        "包装环节的质量问题从哪里来\n这次质量检查覆盖了全部车间，结果总体平稳，问题集中在包装环节。\n一、标准没有吃透\n有的班组没有读过标准，凭经验办事，疏漏年年都有。\n二、检查流于形式\n抽检三天一次，结果过了一周才公布，发现问题时货已经发走了。",
        "在质量分析会上的讲话\n同志们：\n这次质量检查覆盖了全部车间，结果总体平稳，问题集中在包装环节。\n要学习好标准，吃透要求，把质量放在第一位，不放过一处疏漏。\n要组织好检查，包装车间每天抽检两次，结果当天公布，各班组在整改中",
    ]),
    check,
};

static STOPS: Words = Words {
    zh_hans: "全篇到这里就停了，没有结尾，也没有致谢",
    zh_hant: "全篇到這裡就停了，沒有結尾，也沒有致謝",
    en: "The speech just stops here, with neither a closing nor thanks",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for (index, speech) in context.speeches() {
        let Some(line) = last_spoken_line(speech) else {
            continue;
        };
        let short = speech
            .span
            .slice(context.folded())
            .chars()
            .nth(SHORTEST_SPEECH)
            .is_none();
        let spoken = is_addressed(context, speech) || is_named(context, speech);
        if short || !spoken || is_closed(context, speech) || breaks_off(context, speech) {
            continue;
        }
        let mut finding = RULE.finding(context.to_source(context.line(line)), &STOPS);
        finding.speech = Some(index);
        findings.push(finding);
    }
}

/// Whether the title says that the text is a talk; an essay needs no closing.
fn is_named(context: &Context, speech: &Speech) -> bool {
    speech
        .title
        .is_some_and(|title| names_a_talk(title.slice(context.folded())))
}

/// Whether a speech ends in so many words.
fn is_closed(context: &Context, speech: &Speech) -> bool {
    const ENDS: [&str; 11] = [
        "完毕",
        "结束",
        "散会",
        "闭幕",
        "礼成",
        "谢谢",
        "感谢",
        "我的讲话完了",
        "我就讲到这里",
        "我就讲这些",
        "敬礼",
    ];
    const LAST_LINES: usize = 3;
    let closing = |kind| matches!(kind, PartKind::Closing | PartKind::Thanks);
    let mut last = speech.lines.clone().rev().take(LAST_LINES);
    speech.parts.iter().any(|part| closing(part.kind))
        || last.any(|line| {
            let text = context.line_text(line);
            let tail = text.char_indices().rev().nth(25).map_or(0, |(at, _)| at);
            ENDS.iter().any(|end| text[tail..].contains(end))
        })
}
