//! 查什么：开头没有称谓。
//! 为什么：讲话是对人讲的，开口先称呼听众；致辞、主持词、竞聘演讲也一样。
//! 例子：标题之后直接是“这次考试……”
//! 不该报：有称谓或问候；第一句里已称呼听众（同志们，今天……）；残缺的片段。
//! 如何改：称呼谁由写稿人定，不代为修改。

use super::truncated_ending::breaks_off;
use super::{Context, Finding, Rule, Severity, Words};
use crate::structure::outline::Departure;
use crate::structure::{PartKind, Speech};

/// The rule.
pub static RULE: Rule = Rule {
    code: "missing-salutation",
    severity: Severity::Info,
    name: Words {
        zh_hans: "没有称谓",
        zh_hant: "沒有稱謂",
        en: "No salutation",
    },
    finds: Words {
        zh_hans: "开头没有称呼听众。",
        zh_hant: "開頭沒有稱呼聽眾。",
        en: "No one is addressed at the start.",
    },
    why: Words {
        zh_hans: "讲话是对人讲的，开口先称呼听众；致辞、主持词、竞聘演讲也一样。",
        zh_hant: "講話是對人講的，開口先稱呼聽眾；致詞、主持詞、競聘演講也一樣。",
        en: "A speech is made to people and begins by addressing them; so do addresses, host scripts and candidates' talks.",
    },
    fix: None,
    example: "在质量分析会上的讲话\n这次质量检查覆盖了全部车间，结果总体平稳，问题集中在包装环节，需要认真分析原因。\n一、提高认识\n要学习好标准，吃透要求，把质量放在第一位。\n二、加强管理\n要组织好检查，压实责任，把漏洞堵上。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "在质量分析会上的讲话\n同志们：\n这次质量检查覆盖了全部车间，结果总体平稳，问题集中在包装环节，需要认真分析原因。\n一、提高认识\n要学习好标准，吃透要求，把质量放在第一位。\n谢谢大家！",
        "在质量分析会上的讲话\n大家上午好！\n这次质量检查覆盖了全部车间，结果总体平稳，问题集中在包装环节，需要认真分析原因。\n要学习好标准，吃透要求，把质量放在第一位。\n谢谢大家！",
        "在质量分析会上的讲话\n同志们，这次质量检查覆盖了全部车间，结果总体平稳，问题集中在包装环节，需要认真分析原因。\n要学习好标准，吃透要求，把质量放在第一位。\n谢谢大家！",
    ]),
    check,
};

static NOBODY: Words = Words {
    zh_hans: "这一篇开头没有称谓",
    zh_hant: "這一篇開頭沒有稱謂",
    en: "This speech begins without addressing anyone",
};

/// Characters from which a text is a speech rather than a piece of one.
pub(super) const SHORTEST_SPEECH: usize = 80;

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for (index, speech) in context.speeches() {
        if is_addressed(context, speech) || is_piece(context, speech) {
            continue;
        }
        let mut finding =
            RULE.finding(context.to_source(context.line(speech.lines.start)), &NOBODY);
        finding.speech = Some(index);
        findings.push(finding);
    }
}

/// Whether a speech addresses its audience at the start.
pub(super) fn is_addressed(context: &Context, speech: &Speech) -> bool {
    let has = |kind| speech.parts.iter().any(|part| part.kind == kind);
    has(PartKind::Salutation) || has(PartKind::Greeting) || calls_someone(context, speech)
}

/// Whether a text is only a piece of a speech: very short, or its start or end is lost.
fn is_piece(context: &Context, speech: &Speech) -> bool {
    let short = speech
        .span
        .slice(context.folded())
        .chars()
        .nth(SHORTEST_SPEECH)
        .is_none();
    let start_lost = speech.deviations.first().is_some_and(|deviation| {
        deviation.section == 0 && deviation.departure == Departure::StartAboveOne
    });
    short || start_lost || breaks_off(context, speech)
}

/// Whether the first sentence that is spoken calls on the audience: 同志们，今天……
fn calls_someone(context: &Context, speech: &Speech) -> bool {
    const AUDIENCES: [&str; 14] = [
        "同志们",
        "同学们",
        "老师们",
        "朋友们",
        "战友们",
        "各位",
        "女士们",
        "先生们",
        "乡亲们",
        "家长们",
        "伙伴们",
        "大家好",
        "你们好",
        "在座的",
    ];
    use PartKind as P;
    let is_header = |kind| {
        matches!(
            kind,
            P::Title | P::Subtitle | P::RepeatedTitle | P::Occasion | P::Date | P::Speaker
        )
    };
    let header = |line| {
        speech
            .parts
            .iter()
            .any(|part| part.line == line && is_header(part.kind))
    };
    let first = speech
        .lines
        .clone()
        .find(|&line| !header(line))
        .unwrap_or(speech.lines.start);
    let text = context.line_text(first);
    let sentence = text
        .find(['。', '！', '？', '!', '?'])
        .map_or(text, |at| &text[..at]);
    AUDIENCES.iter().any(|audience| sentence.contains(audience))
}
