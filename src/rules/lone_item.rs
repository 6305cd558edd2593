//! 查什么：一组只有一项。
//! 为什么：有“一”就该有“二”；只剩一项，多半是别的项丢了，或者这一级本不必编号。
//! 例子：二、……之下只有（一）……
//! 不该报：单独的“首先”“最后”（说话的口气）；“一是”之后的各项接在同一行；稿子在这里断了。
//! 如何改：补上其余各项，还是去掉序号，由写稿人定，不代为修改。

use std::collections::HashSet;

use super::lists::Lists;
use super::renumbering::marker_starts;
use super::truncated_ending::breaks_off;
use super::{Context, Finding, Rule, Severity, Words};
use crate::structure::Speech;

/// The rule.
pub static RULE: Rule = Rule {
    code: "lone-item",
    severity: Severity::Warning,
    name: Words {
        zh_hans: "只有一项",
        zh_hant: "只有一項",
        en: "Lone item",
    },
    finds: Words {
        zh_hans: "一组序号只有一项。",
        zh_hant: "一組序號只有一項。",
        en: "A list has one item only.",
    },
    why: Words {
        zh_hans: "有“一”就该有“二”：只剩一项，多半是别的项丢了，或者这一级本不必编号。",
        zh_hant: "有「一」就該有「二」：只剩一項，多半是別的項丟了，或者這一級本不必編號。",
        en: "Where there is a first there is a second: the others are lost, or this level needs no number.",
    },
    fix: None,
    example: "同志们：\n一、提高认识\n要学习好。\n二、加强领导\n（一）配强班子\n要选好人。\n三、狠抓落实\n要督查好。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n一、提高认识\n首先，要学习好政策。\n二、加强领导\n要组织好。\n谢谢大家！",
        "同志们：\n一、提高认识\n一是学深，要读原文；二是学透，要联系实际。\n二、加强领导\n要组织好。\n谢谢大家！",
        "同志们：\n过节要注意安全，一是慢开车，另外少喝酒，家里人也要多嘱咐。\n谢谢大家！",
        "同志们：\n一、提高认识\n1、学深，要读原文。2、学透，要联系实际。\n二、加强领导\n要组织好。\n谢谢大家！",
    ]),
    check,
};

static LONE: Words = Words {
    zh_hans: "“{found}”这一级只有一项，其余各项可能丢了",
    zh_hant: "「{found}」這一級只有一項，其餘各項可能丟了",
    en: "“{found}” is the only item of its list; the others may be lost",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for (index, speech) in context.speeches() {
        let cut_off = breaks_off(context, speech);
        let lists = Lists::of(speech);
        let in_runs: HashSet<usize> = speech
            .runs
            .iter()
            .flat_map(|run| &run.markers)
            .map(|m| m.span.start)
            .collect();
        for list in lists.iter() {
            let &[at] = list else { continue };
            let section = &speech.sections[at];
            // The items that follow stand in the same line.
            let goes_on =
                section.markers().count() > 1 || in_runs.contains(&section.marker.span.start);
            let at_the_cut = cut_off && section.span.end >= speech.span.end;
            if section.marker.style.is_word() || at_the_cut || goes_on {
                continue;
            }
            let found = section.marker.span.slice(&context.reading.layers.clean);
            let mut finding = RULE.finding(context.to_source(section.marker.span), &LONE);
            finding.speech = Some(index);
            finding.data = vec![("found", found.into())];
            findings.push(finding);
        }
        if !cut_off {
            findings.extend(lone_openers(context, index, speech));
        }
    }
}

/// 一是 inside a paragraph with no 二是 after it, nor on a line of its own.
fn lone_openers<'c>(
    context: &'c Context,
    index: usize,
    speech: &'c Speech,
) -> impl Iterator<Item = Finding> + 'c {
    let starts = marker_starts(speech);
    let alone = speech
        .lone_openers
        .iter()
        .filter(move |marker| starts.binary_search(&marker.span.start).is_err());
    alone.map(move |marker| {
        let found = marker.span.slice(&context.reading.layers.clean);
        let mut finding = RULE.finding(context.to_source(marker.span), &LONE);
        finding.speech = Some(index);
        finding.data = vec![("found", found.into())];
        finding
    })
}
