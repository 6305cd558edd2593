//! 查什么：下一级的序号样式和上一级相同，或者比上一级还高。
//! 为什么：听和看都分不清谁属于谁；GB/T 9704-2012 7.3.3 的层次是“一、”“（一）”“1.”“（1）”。
//! 例子：一、……之下又是一、二、三、……；1.……之下用（一）……
//! 不该报：依次下降的层次；一、之下直接用1.；第一，之下用一是。
//! 如何改：要不要换样式、换成哪种，由写稿人定，不代为修改。

use super::lists::departures;
use super::outline_view::parent;
use super::{Context, Finding, Related, Rule, Severity, Words};

/// The rule.
pub static RULE: Rule = Rule {
    code: "level-inversion",
    severity: Severity::Warning,
    name: Words {
        zh_hans: "层次颠倒",
        zh_hant: "層次顛倒",
        en: "Levels upside down",
    },
    finds: Words {
        zh_hans: "下一级用了和上一级相同、或者更高的序号样式。",
        zh_hant: "下一級用了和上一級相同、或者更高的序號樣式。",
        en: "A list within an item is marked in the item's own style, or in a higher one.",
    },
    why: Words {
        zh_hans: "分不清谁属于谁。《党政机关公文格式》（GB/T 9704-2012）7.3.3 的层次依次是“一、”“（一）”“1.”“（1）”。",
        zh_hant: "分不清誰屬於誰。《黨政機關公文格式》（GB/T 9704-2012）7.3.3 的層次依次是「一、」「（一）」「1.」「（1）」。",
        en: "Nobody can tell what belongs to what. GB/T 9704-2012, 7.3.3, orders the levels 一、 （一） 1. （1）.",
    },
    fix: None,
    example: "同志们：\n下面讲两点意见。\n1.提高认识\n要学习好。\n（一）学深\n要读原文。\n（二）学透\n要联系实际。\n2.加强领导\n要组织好。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n一、提高认识\n（一）学深\n1.读原文\n（1）要逐句读。\n（2）要反复读。\n2.记笔记\n要动手写。\n（二）学透\n要联系实际。\n二、加强领导\n要组织好。\n谢谢大家！",
        "同志们：\n一、提高认识\n1.学深\n要读原文。\n2.学透\n要联系实际。\n二、加强领导\n要组织好。\n谢谢大家！",
        "同志们：\n第一，提高认识。\n一是学深，要读原文。\n二是学透，要联系实际。\n第二，加强领导。\n一是配强班子。\n二是带好队伍。\n谢谢大家！",
    ]),
    check,
};

static INVERTED: Words = Words {
    zh_hans: "“{found}”在“{parent}”之下，样式却和它同级或更高",
    zh_hant: "「{found}」在「{parent}」之下，樣式卻和它同級或更高",
    en: "“{found}” stands under “{parent}”, but its style is no lower",
};

static PARENT: Words = Words {
    zh_hans: "它的上一级",
    zh_hant: "它的上一級",
    en: "The item above it",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let clean = &*context.reading.layers.clean;
    for (index, speech) in context.speeches() {
        for (deviation, section) in departures(speech, RULE.code) {
            let Some(parent) = parent(speech, deviation.section) else {
                continue;
            };
            let mut finding = RULE.finding(context.to_source(section.marker.span), &INVERTED);
            finding.speech = Some(index);
            finding.data = vec![
                ("found", section.marker.span.slice(clean).into()),
                ("parent", parent.marker.span.slice(clean).into()),
            ];
            finding.related = vec![Related {
                span: context.to_source(parent.marker.span),
                words: &PARENT,
            }];
            findings.push(finding);
        }
    }
}
