//! 查什么：汇编标题里说的篇数和实际篇数不符。
//! 为什么：读者按篇数找稿；少了是漏收，多了是标题没有改。
//! 例子：防汛讲话（通用3篇）之下只有两篇
//! 不该报：篇数相符；没有标题的一篇不计也相符；正文里说的“论文五篇”。
//! 如何改：把篇数改成实际的篇数（需确认）。

use super::{Context, Finding, Rule, Severity, Words};
use crate::fix;
use crate::structure::{Compilation, Numeral};
use crate::text::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "compilation-count-mismatch",
    severity: Severity::Warning,
    name: Words {
        zh_hans: "汇编篇数不符",
        zh_hant: "彙編篇數不符",
        en: "Speeches missing or extra",
    },
    finds: Words {
        zh_hans: "汇编标题里说的篇数和实际篇数不符。",
        zh_hant: "彙編標題裡說的篇數和實際篇數不符。",
        en: "A compilation has more or fewer speeches than it says.",
    },
    why: Words {
        zh_hans: "读者按篇数找稿：少了是漏收，多了是标题没有改。",
        zh_hant: "讀者按篇數找稿：少了是漏收，多了是標題沒有改。",
        en: "Readers look for as many as are named: some were left out, or the heading was not brought up to date.",
    },
    fix: Some(Words {
        zh_hans: "把篇数改成实际的篇数，需要您确认。",
        zh_hant: "把篇數改成實際的篇數，需要您確認。",
        en: "Corrects the number; for you to confirm.",
    }),
    example: "防汛工作讲话（通用3篇）\n篇一：在动员会上的讲话\n同志们：\n要把防汛抓在手上，确保安全。\n谢谢大家！\n篇二：在总结会上的讲话\n同志们：\n要把经验总结好，坚持下去。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "防汛工作讲话（通用2篇）\n篇一：在动员会上的讲话\n同志们：\n要把防汛抓在手上，确保安全。\n谢谢大家！\n篇二：在总结会上的讲话\n同志们：\n要把经验总结好，坚持下去。\n谢谢大家！",
        "在总结会上的讲话\n同志们：\n全年发表论文五篇，完成课题三项。\n谢谢大家！",
        "防汛工作讲话\n篇一：在动员会上的讲话\n同志们：\n要把防汛抓在手上，确保安全。\n谢谢大家！\n篇二：在总结会上的讲话\n同志们：\n要把经验总结好，坚持下去。\n谢谢大家！",
    ]),
    check,
};

static DIFFERS: Words = Words {
    zh_hans: "这里说有 {declared} 篇，实际有 {found} 篇",
    zh_hant: "這裡說有 {declared} 篇，實際有 {found} 篇",
    en: "{declared} speeches are named here, {found} follow",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let document = &context.reading.document;
    let Some(claim) = document.compilation else {
        return;
    };
    let all = count(document.speeches.len());
    let titled = count(
        document
            .speeches
            .iter()
            .filter(|speech| !speech.untitled_restart)
            .count(),
    );
    if all == 0 || claim.declared == all || claim.declared == titled {
        return;
    }
    let mut finding = RULE.finding(context.to_source(claim.span), &DIFFERS);
    finding.data = vec![
        ("declared", claim.declared.into()),
        ("found", titled.into()),
    ];
    if let Some(number) = number(context, claim) {
        finding
            .fixes
            .extend(fix::correct_count(&context.reading.layers, number, titled));
    }
    findings.push(finding);
}

fn count(speeches: usize) -> u32 {
    u32::try_from(speeches).unwrap_or(u32::MAX)
}

/// The number inside the words of a claim.
fn number(context: &Context, claim: Compilation) -> Option<Span> {
    let words = claim.span.slice(context.folded());
    words.char_indices().find_map(|(at, _)| {
        let numeral = Numeral::read(&words[at..])?;
        let start = claim.span.start + at;
        Some(Span::new(start, start + numeral.length))
    })
}
