//! 查什么：同一篇里别处是一、（一）1.，这一节却从一、直接跳到1.。
//! 为什么：同样的层次用了不同的样式，轻重看不出来；GB/T 9704-2012 7.3.3 的层次逐级而下。
//! 例子：一、之下是（一）（二），二、之下却是1. 2.
//! 不该报：全篇都是一、1.的两级结构；别处的（一）不在一、之下。
//! 如何改：把这一节的下级改成别处所用的样式（需确认）。

use super::outline_view::{lists, parent};
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
    near_misses: &[
        "同志们：\n一、提高认识\n1.学深\n要读原文。\n2.学透\n要联系实际。\n二、加强领导\n1.配强班子\n要选好人。\n2.带好队伍\n要管到位。\n谢谢大家！",
        "同志们：\n一、提高认识\n（一）学深\n1.读原文\n要逐句读。\n2.记笔记\n要动手写。\n（二）学透\n要联系实际。\n二、加强领导\n要组织好。\n谢谢大家！",
        "同志们：\n一、提高认识\n一是学深，要读原文。\n二是学透，要联系实际。\n二、加强领导\n（一）配强班子\n要选好人。\n（二）带好队伍\n要管到位。\n谢谢大家！",
    ],
    check,
};

static SKIPPED: Words = Words {
    zh_hans: "“{parent}”之下直接用“{found}”，本篇别处中间还有“{between}”一级",
    zh_hant: "「{parent}」之下直接用「{found}」，本篇別處中間還有「{between}」一級",
    en: "“{found}” directly under “{parent}”; elsewhere in this speech “{between}” stands between",
};

/// A list that stands under an item, both in styles that have a rank.
struct Child<'d> {
    parent: &'d Marker,
    first: &'d Marker,
    items: Vec<usize>,
    ranks: (u8, u8),
}

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let clean = &*context.reading.layers.clean;
    for (index, speech) in context.speeches() {
        let children: Vec<Child> = children(speech);
        for child in &children {
            let (upper, lower) = child.ranks;
            let between = |other: &&Child| {
                other.ranks.0 == upper && (upper + 1..lower).contains(&other.ranks.1)
            };
            let Some(model) = children.iter().find(between) else {
                continue;
            };
            let mut finding = RULE.finding(context.to_source(child.first.span), &SKIPPED);
            finding.speech = Some(index);
            finding.data = vec![
                ("parent", child.parent.span.slice(clean).into()),
                ("found", child.first.span.slice(clean).into()),
                ("between", model.first.span.slice(clean).into()),
            ];
            let items = child.items.iter().map(|&at| &speech.sections[at]);
            let markers = items.flat_map(|item| std::iter::once(&item.marker).chain(&item.merged));
            finding
                .fixes
                .extend(fix::restyle(context, markers, model.first));
            findings.push(finding);
        }
    }
}

fn children(speech: &Speech) -> Vec<Child<'_>> {
    let child = |items: Vec<usize>| {
        let at = *items.first()?;
        let parent = &parent(speech, at)?.marker;
        let first = &speech.sections[at].marker;
        let ranks = (parent.style.rank()?, first.style.rank()?);
        Some(Child {
            parent,
            first,
            items,
            ranks,
        })
    };
    lists(speech).into_iter().filter_map(child).collect()
}
