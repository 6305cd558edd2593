//! 查什么：同一篇里别处是一、（一）1.，这一节却从一、直接跳到1.。
//! 为什么：同样的层次用了不同的样式，轻重看不出来；GB/T 9704-2012 7.3.3 的层次逐级而下。
//! 例子：一、之下是（一）（二），二、之下却是1. 2.
//! 不该报：全篇都是一、1.的两级结构；别处的（一）不在一、之下；“问题有：”之后的1.…；2.…。
//! 如何改：把这一节的下级改成别处所用的样式（需确认）。

use std::collections::HashMap;

use super::lists::Lists;
use super::outline_view::parent;
use super::{Context, Finding, Rule, Severity, Words};
use crate::fix;
use crate::structure::Speech;
use crate::structure::marker::Marker;

/// The rule.
pub static RULE: Rule = Rule {
    code: "level-skip",
    severity: Severity::Info,
    name: Words {
        zh_hans: "跳过一级",
        zh_hant: "跳過一級",
        en: "Skipped level",
    },
    finds: Words {
        zh_hans: "同一篇里别处逐级而下，这一节却跳过了一级。",
        zh_hant: "同一篇裡別處逐級而下，這一節卻跳過了一級。",
        en: "A section skips a level that the same speech uses elsewhere.",
    },
    why: Words {
        zh_hans: "同样的层次用了不同的样式，轻重看不出来。《党政机关公文格式》（GB/T 9704-2012）7.3.3 的层次依次是“一、”“（一）”“1.”“（1）”。",
        zh_hant: "同樣的層次用了不同的樣式，輕重看不出來。《黨政機關公文格式》（GB/T 9704-2012）7.3.3 的層次依次是「一、」「（一）」「1.」「（1）」。",
        en: "The same level in two styles hides what weighs what. GB/T 9704-2012, 7.3.3, orders the levels 一、 （一） 1. （1）.",
    },
    fix: Some(Words {
        zh_hans: "把这一节的下级改成别处所用的样式，需要您确认。",
        zh_hant: "把這一節的下級改成別處所用的樣式，需要您確認。",
        en: "Gives the items the style used elsewhere; for you to confirm.",
    }),
    example: "同志们：\n一、提高认识\n（一）学深\n要读原文。\n（二）学透\n要联系实际。\n二、加强领导\n1.配强班子\n要选好人。\n2.带好队伍\n要管到位。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n一、提高认识\n1.学深\n要读原文。\n2.学透\n要联系实际。\n二、加强领导\n1.配强班子\n要选好人。\n2.带好队伍\n要管到位。\n谢谢大家！",
        "同志们：\n一、提高认识\n（一）学深\n1.读原文\n要逐句读。\n2.记笔记\n要动手写。\n（二）学透\n要联系实际。\n二、加强领导\n要组织好。\n谢谢大家！",
        "同志们：\n一、提高认识\n一是学深，要读原文。\n二是学透，要联系实际。\n二、加强领导\n（一）配强班子\n要选好人。\n（二）带好队伍\n要管到位。\n谢谢大家！",
        "同志们：\n一、查找问题\n主要的问题有：\n1.返工偏多；\n2.漏检偏多。\n二、加强领导\n（一）配强班子\n要选好人。\n（二）带好队伍\n要管到位。\n谢谢大家！",
    ]),
    check,
};

static SKIPPED: Words = Words {
    zh_hans: "“{parent}”之下直接用“{found}”，本篇别处中间还有“{between}”一级",
    zh_hant: "「{parent}」之下直接用「{found}」，本篇別處中間還有「{between}」一級",
    en: "“{found}” directly under “{parent}”; elsewhere in this speech “{between}” stands between",
};

/// A list that stands under an item, both in styles that have a rank.
struct Child<'r> {
    parent: &'r Marker,
    first: &'r Marker,
    /// Index of the first item.
    at: usize,
    ranks: (u8, u8),
}

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let clean = &*context.reading.layers.clean;
    for (index, speech) in context.speeches() {
        let lists = Lists::of(speech);
        let children: Vec<Child> = lists
            .iter()
            .filter_map(|list| child(context, speech, list))
            .collect();
        let models: HashMap<(u8, u8), &Marker> = children
            .iter()
            .rev()
            .map(|child| (child.ranks, child.first))
            .collect();
        for child in &children {
            let (upper, lower) = child.ranks;
            let Some(model) = (upper + 1..lower).find_map(|rank| models.get(&(upper, rank))) else {
                continue;
            };
            let mut finding = RULE.finding(context.to_source(child.first.span), &SKIPPED);
            finding.speech = Some(index);
            finding.data = vec![
                ("parent", child.parent.span.slice(clean).into()),
                ("found", child.first.span.slice(clean).into()),
                ("between", model.span.slice(clean).into()),
            ];
            finding.fixes.extend(fix::restyle(
                &context.reading.layers,
                lists.repairable(child.at),
                model,
            ));
            findings.push(finding);
        }
    }
}

fn child<'r>(context: &Context, speech: &'r Speech, list: &[usize]) -> Option<Child<'r>> {
    let at = *list.first()?;
    if is_enumeration(context, speech, list) {
        return None;
    }
    let parent = &parent(speech, at)?.marker;
    let first = &speech.sections[at].marker;
    let levels = &context.options.levels;
    let ranks = (levels.rank(parent.style)?, levels.rank(first.style)?);
    Some(Child {
        parent,
        first,
        at,
        ranks,
    })
}

/// Whether a list only counts things up (存在的问题有：1.…；2.…。) and is no level of headings.
fn is_enumeration(context: &Context, speech: &Speech, list: &[usize]) -> bool {
    let line = |at: &usize| speech.sections[*at].line;
    let led_in = list
        .first()
        .and_then(|at| line(at).checked_sub(1))
        .is_some_and(|before| context.line_text(before).ends_with(['：', ':']));
    led_in
        || list
            .iter()
            .any(|at| context.line_text(line(at)).ends_with(['；', ';']))
}
