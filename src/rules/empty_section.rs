//! 查什么：标题之下没有正文，同级的标题之下却有。
//! 为什么：多半是正文漏贴了，或者这一行本不是标题。
//! 例子：一、……（正文）二、……三、……（正文），“二、”之下什么也没有
//! 不该报：各项都只有一行的列表；有下一级的标题；最后一项（后面的结尾段可能就是它的正文）；标题行里已有正文。
//! 如何改：补正文还是去标题，由写稿人定，不代为修改。

use super::lists::Lists;
use super::outline_view::{body_lines, has_children, rest_of_heading_line};
use super::{Context, Finding, Rule, Severity, Words};
use crate::structure::Speech;
use crate::text::{exceeds, is_alphanumeric};

/// The rule.
pub static RULE: Rule = Rule {
    code: "empty-section",
    severity: Severity::Warning,
    name: Words {
        zh_hans: "标题下没有正文",
        zh_hant: "標題下沒有正文",
        en: "Empty section",
    },
    finds: Words {
        zh_hans: "标题之下没有正文，同级的标题之下却有。",
        zh_hant: "標題之下沒有正文，同級的標題之下卻有。",
        en: "A heading has nothing under it, although its siblings have.",
    },
    why: Words {
        zh_hans: "念完标题就到了下一个标题：多半是正文漏贴了，或者这一行本不是标题。",
        zh_hant: "念完標題就到了下一個標題：多半是正文漏貼了，或者這一行本不是標題。",
        en: "The speaker reads a heading and meets the next one: its text was left out, or it is no heading.",
    },
    fix: None,
    example: "同志们：\n一、提高认识\n要学习好政策，吃透精神。\n二、加强领导\n三、狠抓落实\n要督查好进度，压实责任。\n四、严明纪律\n要执行好制度，守住底线。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n今年的重点是：\n1、抓学习\n2、抓落实\n3、抓督查\n这三件事都要做好，做出成效。\n谢谢大家！",
        "同志们：\n一、提高认识\n要学习好政策，吃透精神。\n二、加强领导\n（一）配强班子\n要选好人。\n（二）带好队伍\n要管到位。\n三、狠抓落实\n要督查好进度。\n谢谢大家！",
        "同志们：\n一、提高认识\n要学习好政策，吃透精神。\n二、加强领导。各级都要把责任扛起来。\n三、狠抓落实\n要督查好进度，压实责任。\n谢谢大家！",
        "同志们：\n一、提高认识\n要学习好政策，吃透精神。\n二、加强领导\n要组织好力量，形成合力。\n三、谢谢各位的支持\n谢谢大家！",
    ]),
    check,
};

static EMPTY: Words = Words {
    zh_hans: "这个标题之下没有正文，同级的标题之下都有",
    zh_hant: "這個標題之下沒有正文，同級的標題之下都有",
    en: "Nothing stands under this heading, although its siblings have text",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for (index, speech) in context.speeches() {
        for list in Lists::of(speech).iter() {
            // What follows the last item may be its body or its parent's: it says nothing either way.
            let judged = &list[..list.len() - 1];
            let (empty, full): (Vec<usize>, Vec<usize>) = judged
                .iter()
                .partition(|&&at| is_empty(context, speech, at));
            let last_is_full = list
                .last()
                .is_some_and(|&at| !is_empty(context, speech, at));
            if full.len() + usize::from(last_is_full) <= empty.len() || full.is_empty() {
                continue;
            }
            for at in empty
                .into_iter()
                .filter(|&at| is_heading(context, speech, at))
            {
                let heading = context.line(speech.sections[at].line);
                let mut finding = RULE.finding(context.to_source(heading), &EMPTY);
                finding.speech = Some(index);
                findings.push(finding);
            }
        }
    }
}

fn is_empty(context: &Context, speech: &Speech, at: usize) -> bool {
    body_lines(context, speech, at).is_empty()
        && !has_children(speech, at)
        && rest_of_heading_line(context, &speech.sections[at]).is_empty()
}

/// Whether a line is a bare heading: a whole sentence says what it has to say.
fn is_heading(context: &Context, speech: &Speech, at: usize) -> bool {
    const LONGEST: usize = 30;
    let section = &speech.sections[at];
    let line = context.line_text(section.line);
    section.merged.is_empty()
        && !exceeds(line, LONGEST)
        && line.ends_with(|last: char| is_alphanumeric(last) || matches!(last, '”' | '」' | '》'))
}
