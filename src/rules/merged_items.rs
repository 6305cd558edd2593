//! 查什么：各项分行的一组里，有一项没有另起一行，接在前一项后面。
//! 为什么：这一项淹没在前一项里，念稿和查看时容易漏掉；多半是粘贴时丢了换行。
//! 例子：5、……做好示范。6、利用……（6、应当另起一行）
//! 不该报：一行里并着写的一组（段内分列）；一是……二是……。
//! 如何改：在这一项之前分段（需确认）。

use super::lists::Lists;
use super::{Context, Finding, Rule, Severity, Words};
use crate::fix;
use crate::structure::Speech;
use crate::structure::marker::Marker;

/// The rule.
pub static RULE: Rule = Rule {
    code: "merged-items",
    severity: Severity::Warning,
    name: Words {
        zh_hans: "两项连在一行",
        zh_hant: "兩項連在一行",
        en: "Items on one line",
    },
    finds: Words {
        zh_hans: "各项分行的一组里，有一项没有另起一行。",
        zh_hant: "各項分行的一組裡，有一項沒有另起一行。",
        en: "In a list with an item a line, one item starts in the middle of the line before.",
    },
    why: Words {
        zh_hans: "这一项淹没在前一项里，念稿时容易漏掉；多半是粘贴时丢了换行。",
        zh_hant: "這一項淹沒在前一項裡，念稿時容易漏掉；多半是貼上時丟了換行。",
        en: "It drowns in the item before and is easily skipped when read out; mostly a line break was lost in pasting.",
    },
    fix: Some(Words {
        zh_hans: "在这一项之前分段，需要您确认。",
        zh_hant: "在這一項之前分段，需要您確認。",
        en: "Starts a new line before it; for you to confirm.",
    }),
    example: "同志们：\n下一步的措施是：\n1、抓学习，把政策吃透。\n2、抓落实，把任务做细。3、抓督查，把责任压实。\n4、抓宣传，把道理讲清。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n今年要抓好：1、学习，2、落实，3、督查。\n谢谢大家！",
        "同志们：\n学习要常抓不懈，这是我要讲的第一点。\n第二点，落实要一竿子到底。\n第三点，督查要见人见事。\n谢谢大家！",
        "同志们：\n一是抓学习，把政策吃透；二是抓落实，把任务做细。\n三是抓督查，把责任压实。\n谢谢大家！",
        "同志们：\n下一步的措施是：\n1、抓学习，做到：（1）学深；（2）学透。\n2、抓落实，把任务做细。\n谢谢大家！",
        "同志们：\n下一步的措施是：\n1、抓学习。2、抓落实。\n3、抓督查。4、抓宣传。\n谢谢大家！",
    ]),
    check,
};

static MERGED: Words = Words {
    zh_hans: "“{found}”没有另起一行，接在前一项后面",
    zh_hant: "「{found}」沒有另起一行，接在前一項後面",
    en: "“{found}” has no line of its own",
};
static FIRST: Words = Words {
    zh_hans: "其余各项都另起一行，“{found}”却接在前面的话后面",
    zh_hant: "其餘各項都另起一行，「{found}」卻接在前面的話後面",
    en: "The other items begin lines, “{found}” stands in one",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for (index, speech) in context.speeches() {
        for list in Lists::of(speech)
            .iter()
            .filter(|list| has_an_item_a_line(speech, list))
        {
            for section in list.iter().map(|&at| &speech.sections[at]) {
                let rows = section.merged.chunk_by(|one, next| {
                    context.line_at(one.span.start) == context.line_at(next.span.start)
                });
                let first = section.first_glued.as_ref().map(std::slice::from_ref);
                findings.extend(first.and_then(|row| merged(context, index, row, &FIRST)));
                findings.extend(rows.filter_map(|row| merged(context, index, row, &MERGED)));
            }
        }
    }
}

/// What is said of items that follow one another in a line.
fn merged(
    context: &Context,
    speech: usize,
    row: &[Marker],
    words: &'static Words,
) -> Option<Finding> {
    // 这是我要讲的第一点。 names the item that it ends.
    let first = row.first().filter(|first| first.separator != Some('。'))?;
    let clean = &*context.reading.layers.clean;
    let mut finding = RULE.finding(context.to_source(first.span), words);
    finding.speech = Some(speech);
    finding.data = vec![("found", first.span.slice(clean).into())];
    let places = row.iter().map(|marker| marker.span.start);
    finding
        .fixes
        .extend(fix::break_lines(&context.reading.layers, places));
    Some(finding)
}

/// Whether a list has an item a line, some lines aside; one of an unranked style only where its first item
/// alone has none.
fn has_an_item_a_line(speech: &Speech, list: &[usize]) -> bool {
    let items = || list.iter().map(|&at| &speech.sections[at]);
    if items().any(|item| item.first_glued.is_some()) {
        return items().all(|item| item.merged.is_empty());
    }
    let alone = items().filter(|item| item.merged.is_empty()).count();
    let ranked = items().all(|item| item.marker.style.rank().is_some());
    ranked && alone > 0 && alone * 2 >= list.len()
}
