//! 查什么：汇编里一篇讲话和前面一篇几乎一样。
//! 为什么：汇编收重了，或者同一篇的草稿和定稿都收了进来。
//! 例子：第三篇和第二篇题目相同、正文大同小异。
//! 不该报：同一会议上的两篇讲话，开场和套话相同；系列讲话的相同结尾。
//! 如何改：没有自动修改，请比较后删去一篇。

use std::collections::HashMap;

use super::clauses::{ByHash, Clause};
use super::{Context, Finding, Related, Rule, Severity, Words};
use crate::structure::Speech;
use crate::text::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "duplicate-speech",
    severity: Severity::Warning,
    name: Words {
        zh_hans: "讲话重复",
        zh_hant: "講話重複",
        en: "Duplicate speech",
    },
    finds: Words {
        zh_hans: "一篇讲话和前面的一篇几乎相同。",
        zh_hant: "一篇講話和前面的一篇幾乎相同。",
        en: "A speech is nearly a copy of an earlier one.",
    },
    why: Words {
        zh_hans: "汇编里收重了，篇数和字数都会算错。",
        zh_hant: "彙編裡收重了，篇數和字數都會算錯。",
        en: "The compilation holds it twice, which spoils its counts.",
    },
    fix: None,
    example: EXAMPLE,
    near_misses: Rule::near_misses(&[
        "第一篇：在开学典礼上的讲话\n同学们：\n新学期开始了，希望大家努力学习，天天向上。\n谢谢大家！\n第二篇：在毕业典礼上的讲话\n同学们：\n三年时光匆匆而过，今天你们就要离开母校，奔赴新的前程。\n谢谢大家！",
        "在开学典礼上的讲话\n同学们：\n新学期开始了，希望大家努力学习，天天向上。\n谢谢大家！",
        "第一篇：在动员会上的讲话\n同志们：\n今天开会，主要任务是部署防汛工作。\n各单位要查好堤坝，备足物资。\n谢谢大家！\n第二篇：在总结会上的讲话\n同志们：\n今天开会，主要任务是总结防汛工作。\n汛期平安度过，靠的是大家日夜坚守。\n谢谢大家！",
    ]),
    check,
};

const EXAMPLE: &str = concat!(
    "第一篇：在防汛会上的讲话\n同志们：\n汛期马上就要来到，今天开会部署防汛工作。\n",
    "一、查清隐患\n堤坝、水库、涵闸要逐个过一遍，发现问题当天上报、三天整改。山洪易发的村组要把转移路线贴到每家门上。\n",
    "二、备足物资\n编织袋、救生衣、发电机要清点入库，缺多少补多少，钥匙放在谁手里要写清楚，夜里也能找到人。值班的同志要守在电话旁边，雨下得越大越不能离开。\n谢谢大家！\n",
    "第二篇：在防汛会上的讲话（定稿）\n各位同志：\n汛期马上就要来到，今天开会部署防汛工作。\n",
    "一、查清隐患\n堤坝、水库、涵闸要逐个过一遍，发现问题当天上报、两天整改。山洪易发的村组要把转移路线贴到每家门上。\n",
    "二、备足物资\n编织袋、救生衣、发电机要清点入库，缺多少补多少，钥匙放在谁手里要写清楚，夜里也能找到人。值班的同志要守在电话旁边，雨下得越大越不能离开。\n谢谢大家！",
);

static FOUND: Words = Words {
    zh_hans: "这篇讲话有 {share}% 的文字与第 {original} 篇相同",
    zh_hant: "這篇講話有 {share}% 的文字與第 {original} 篇相同",
    en: "{share}% of this speech stands in speech {original} too",
};
static ORIGINAL: Words = Words {
    zh_hans: "前面的一篇",
    zh_hant: "前面的一篇",
    en: "The earlier speech",
};

/// Bytes from which a clause tells speeches apart: 各位领导 is everybody's.
const TELLING_FROM: usize = 15;
/// Bytes of telling clauses from which a speech can be compared.
const LONG_FROM: usize = 300;
/// Bytes of telling clauses from which a short speech can be a copy, where nearly all of it is.
const SHORT_FROM: usize = 120;
/// The share, in percent, that is nearly all.
const WHOLE: usize = 90;
/// The share that two speeches have in common, in percent, from which one is a copy.
const SHARE_FROM: usize = 60;

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let speeches = &context.reading.document.speeches;
    if speeches.len() < 2 {
        return;
    }
    // Every clause belongs to the first speech that has it: one look-up a clause, whatever the number
    // of speeches.
    let mut owners: ByHash<usize> = ByHash::default();
    for (index, speech) in speeches.iter().enumerate() {
        let telling = telling_clauses(context, speech);
        if let Some((original, share)) = most_alike(&telling, &owners) {
            findings.push(duplicate(context, index, original, share));
        }
        for clause in telling {
            owners.entry(clause.hash).or_insert(index);
        }
    }
}

fn telling_clauses(context: &Context, speech: &Speech) -> Vec<Clause> {
    let lines = speech.lines.clone();
    let all = lines.flat_map(|line| context.clauses.of_line(line));
    all.filter(|clause| clause.length >= TELLING_FROM)
        .copied()
        .collect()
}

/// The earlier speech that has most of these clauses, with their share in percent.
fn most_alike(telling: &[Clause], owners: &ByHash<usize>) -> Option<(usize, usize)> {
    let all: usize = telling.iter().map(|clause| clause.length).sum();
    let mut shared: HashMap<usize, usize> = HashMap::new();
    for clause in telling {
        if let Some(&owner) = owners.get(&clause.hash) {
            *shared.entry(owner).or_default() += clause.length;
        }
    }
    let (owner, common) = shared
        .into_iter()
        .max_by_key(|&(owner, common)| (common, usize::MAX - owner))?;
    let share = common * 100 / all.max(1);
    let copied = all >= LONG_FROM && share >= SHARE_FROM || all >= SHORT_FROM && share >= WHOLE;
    copied.then_some((owner, share))
}

fn duplicate(context: &Context, index: usize, original: usize, share: usize) -> Finding {
    let first_line = |speech: usize| -> Span {
        let speech = &context.reading.document.speeches[speech];
        context.to_source(context.reading.document.lines[speech.lines.start])
    };
    let mut finding = RULE.finding(first_line(index), &FOUND);
    finding.speech = Some(index);
    finding.data = vec![("share", share.into()), ("original", (original + 1).into())];
    finding.related = vec![Related {
        span: first_line(original),
        words: &ORIGINAL,
    }];
    finding
}
