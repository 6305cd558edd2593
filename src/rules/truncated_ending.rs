//! 查什么：稿子在一句话中间断了。
//! 为什么：后面的话丢了，念到这里只能停住；多半是网页没有抓全，或者粘贴时截断。
//! 例子：……在评定过程中，两委
//! 不该报：谢谢大家；此致敬礼；署名；日期；（掌声）；短短一项、同组都不加标点的列表；祝语。
//! 如何改：请找回原稿补全，不代为修改。

use super::lists::Lists;
use super::{Context, Finding, Rule, Severity, Words};
use crate::structure::{PartKind, Speech};
use crate::text::{exceeds, is_alphanumeric};

/// The rule.
pub static RULE: Rule = Rule {
    code: "truncated-ending",
    severity: Severity::Warning,
    name: Words {
        zh_hans: "结尾中断",
        zh_hant: "結尾中斷",
        en: "Breaks off",
    },
    finds: Words {
        zh_hans: "稿子在一句话中间断了。",
        zh_hant: "稿子在一句話中間斷了。",
        en: "The speech breaks off in mid-sentence.",
    },
    why: Words {
        zh_hans: "后面的话丢了，念到这里只能停住；多半是网页没有抓全，或者粘贴时截断。",
        zh_hant: "後面的話丟了，念到這裡只能停住；多半是網頁沒有抓全，或者貼上時截斷。",
        en: "What follows is lost and the speaker has to stop; mostly a page was not fetched whole or a paste was cut off.",
    },
    fix: None,
    example: "同志们：\n今天开会，部署全年的工作。\n一、提高认识\n要学习好政策，吃透精神。\n二、加强领导\n要组织好力量，各单位在工作中",
    near_misses: Rule::near_misses(&[
        "同志们：\n今天开会，部署全年的工作。\n要学习好政策，吃透精神。\n谢谢大家",
        "尊敬的各位领导：\n今天开会，部署全年的工作。\n要学习好政策，吃透精神。\n此致\n敬礼",
        "同志们：\n今天开会，部署全年的工作。\n要学习好政策，吃透精神。\n二〇二四年三月五日",
        "同志们：\n今天开会，部署全年的工作。\n要学习好政策，吃透精神！（掌声）",
        "同志们：\n今天开会，重点是：\n1、抓学习\n2、抓落实\n3、抓督查",
        "同志们：\n今天开会，部署全年的工作。\n祝大家身体健康，万事如意",
    ]),
    check,
};

static BROKEN_OFF: Words = Words {
    zh_hans: "稿子在这里断了，这句话没有说完",
    zh_hant: "稿子在這裡斷了，這句話沒有說完",
    en: "The speech breaks off here in mid-sentence",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for (index, speech) in context.speeches() {
        let Some(line) = last_spoken_line(speech).filter(|_| breaks_off(context, speech)) else {
            continue;
        };
        let mut finding = RULE.finding(context.to_source(context.line(line)), &BROKEN_OFF);
        finding.speech = Some(index);
        findings.push(finding);
    }
}

/// The last line that is spoken: not a signature, a date, a stage direction or what is appended.
pub(super) fn last_spoken_line(speech: &Speech) -> Option<usize> {
    use PartKind as P;
    let is_silent = |kind| {
        matches!(
            kind,
            P::Signature | P::Date | P::Attachment | P::StageDirection | P::Note
        )
    };
    speech.lines.clone().rev().find(|&line| {
        let parts = speech.parts_of_line(line);
        !parts.iter().any(|part| is_silent(part.kind))
    })
}

/// Whether a speech breaks off in mid-sentence.
pub(super) fn breaks_off(context: &Context, speech: &Speech) -> bool {
    let Some(line) = last_spoken_line(speech).filter(|&line| line > speech.lines.start) else {
        return false;
    };
    let parts = speech.parts_of_line(line);
    if parts.iter().any(|part| is_whole(part.kind)) {
        return false;
    }
    let text = context.line_text(line);
    if text.ends_with(['，', ',', '、', '“', '「', '《', '（', '(']) {
        return true;
    }
    is_unmarked(text) && !is_polite(text) && marks_are_expected(context, speech, line)
}

/// Parts that are whole without a closing mark.
fn is_whole(kind: PartKind) -> bool {
    use PartKind as P;
    matches!(
        kind,
        P::Title
            | P::Subtitle
            | P::RepeatedTitle
            | P::Occasion
            | P::Speaker
            | P::Contents
            | P::Salutation
            | P::Greeting
            | P::Thanks
    )
}

/// Whether a line ends with a letter or digit, closing quotation marks and words in brackets aside.
fn is_unmarked(text: &str) -> bool {
    let spoken = match text.rfind(['（', '(']) {
        Some(at) if text.ends_with(['）', ')']) => &text[..at],
        _ => text,
    };
    let bare = spoken.trim_end_matches(['”', '’', '」', '』', '》', '】', '*', ' ']);
    bare.ends_with(is_alphanumeric)
}

/// Words of courtesy, which are often left without a mark.
fn is_polite(text: &str) -> bool {
    text.starts_with(['祝', '愿', '谢'])
        || text.starts_with("此致")
        || text.contains("谢谢")
        || text.contains("敬礼")
}

/// Whether a line without a comma is a sentence all the same, not a name or a slogan.
fn reads_as_sentence(text: &str) -> bool {
    const SHORTEST: usize = 10;
    exceeds(text, SHORTEST)
        && [
            "要把", "我们", "已经", "必须", "应当", "不能", "将", "对", "把",
        ]
        .iter()
        .any(|word| text.contains(word))
}

/// Whether the writer closes such lines with a mark: its siblings' lines, or else the speech's paragraphs.
fn marks_are_expected(context: &Context, speech: &Speech, line: usize) -> bool {
    const SHORTEST: usize = 8;
    const LONGEST_HEADING: usize = 40;
    let text = context.line_text(line);
    let marked = |lines: &[usize]| {
        let unmarked = lines
            .iter()
            .filter(|&&line| is_unmarked(context.line_text(line)))
            .count();
        lines.len() > 4 * unmarked
    };
    let item = speech
        .sections
        .iter()
        .rposition(|section| section.line == line);
    let lists = Lists::of(speech);
    let own_list = item.map_or(&[][..], |at| lists.list_of(at));
    let siblings: Vec<usize> = own_list
        .iter()
        .map(|&at| speech.sections[at].line)
        .filter(|&other| other != line)
        .collect();
    if siblings.len() > 1 {
        return marked(&siblings) && exceeds(text, SHORTEST);
    }
    let is_paragraph = |line: usize| context.line_text(line).contains(['，', '。', '；']);
    let is_heading = |line: usize| {
        let short = context
            .line_text(line)
            .chars()
            .nth(LONGEST_HEADING)
            .is_none();
        let section = speech
            .sections
            .binary_search_by_key(&line, |section| section.line);
        short && section.is_ok()
    };
    let paragraphs: Vec<usize> = speech
        .lines
        .clone()
        .filter(|&other| other != line && is_paragraph(other) && !is_heading(other))
        .collect();
    (is_paragraph(line) || reads_as_sentence(text))
        && exceeds(text, SHORTEST)
        && (marked(&paragraphs) || text.contains('。'))
}
