//! 查什么：前一篇已经结束，后面又从称谓开始，却没有标题。
//! 为什么：两篇连在一起，拆分和查找时会当成一篇。
//! 例子：……谢谢大家！之后又是“同志们：”
//! 不该报：每篇都有标题；一篇中间的“同志们：”。
//! 如何改：标题由写稿人定，不代为修改。

use super::{Context, Finding, Rule, Severity, Words};

/// The rule.
pub static RULE: Rule = Rule {
    code: "untitled-speech",
    severity: Severity::Warning,
    name: Words {
        zh_hans: "另一篇没有标题",
        zh_hant: "另一篇沒有標題",
        en: "Untitled speech",
    },
    finds: Words {
        zh_hans: "前一篇已经结束，后面又从称谓开始，却没有标题。",
        zh_hant: "前一篇已經結束，後面又從稱謂開始，卻沒有標題。",
        en: "A speech has ended and another begins, with no title between.",
    },
    why: Words {
        zh_hans: "两篇连在一起，拆分和查找时会当成一篇；多半是收集时丢了标题。",
        zh_hant: "兩篇連在一起，拆分和查找時會當成一篇；多半是收集時丟了標題。",
        en: "The two pass for one when they are split or searched; mostly a title was lost in collecting.",
    },
    fix: None,
    example: "篇一：在动员会上的讲话\n同志们：\n今天开会，部署防汛工作。\n要把队伍准备好，把物资备足。\n让我们携手努力，为夺取全面胜利作出更大的贡献！\n谢谢大家！\n各位代表：\n今天开会，总结防汛工作。\n要把经验坚持下去。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "篇一：在动员会上的讲话\n同志们：\n今天开会，部署防汛工作。\n要把队伍准备好。\n谢谢大家！\n篇二：在总结会上的讲话\n各位代表：\n今天开会，总结防汛工作。\n要把经验坚持下去。\n谢谢大家！",
        "在动员会上的讲话\n同志们：\n今天开会，部署防汛工作。\n要把队伍准备好，把物资备足。\n同志们：\n汛期已经到了，时间不等人。\n谢谢大家！",
        "在动员会上的讲话\n同志们：\n今天开会，部署防汛工作。\n一、提高认识\n要把队伍准备好，把物资备足。\n谢谢大家！",
    ]),
    check,
};

static UNTITLED: Words = Words {
    zh_hans: "从这里起是另一篇，没有标题",
    zh_hant: "從這裡起是另一篇，沒有標題",
    en: "Another speech begins here without a title",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for (index, speech) in context
        .speeches()
        .filter(|(_, speech)| speech.untitled_restart)
    {
        let mut finding = RULE.finding(
            context.to_source(context.line(speech.lines.start)),
            &UNTITLED,
        );
        finding.speech = Some(index);
        findings.push(finding);
    }
}
