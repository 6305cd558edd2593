//! 查什么：序号往回退，前面又没有新的标题或引语来说明换了一组。
//! 为什么：序号一退，听众不知道讲到了哪里；从头编号而没有引语，往往是漏了一个标题。
//! 例子：一、……三、……二、……；1、……2、……1、……2、……
//! 不该报：标题、引语或过渡段之后的从头编号；下一级的编号。
//! 如何改：整组按原样式重新编号（需确认）；漏了标题的，只提示，请补上标题。

use super::lists::{Lists, departures};
use super::renumbering::Renumbering;
use super::{Context, Finding, Rule, Severity, Words};
use crate::structure::Speech;
use crate::structure::outline::Departure;

/// The rule.
pub static RULE: Rule = Rule {
    code: "numbering-order",
    severity: Severity::Error,
    name: Words {
        zh_hans: "序号倒退",
        zh_hant: "序號倒退",
        en: "Number goes back",
    },
    finds: Words {
        zh_hans: "序号往回退，前面又没有新的标题或引语来说明换了一组。",
        zh_hant: "序號往回退，前面又沒有新的標題或引語來說明換了一組。",
        en: "A number goes back, and neither a heading nor a lead-in begins a new list.",
    },
    why: Words {
        zh_hans: "序号一退，听众不知道讲到了哪里；没有引语就从头编号，往往是漏了一个标题。《党政机关公文格式》（GB/T 9704-2012）7.3.3 要求层次序数依次标注。",
        zh_hant: "序號一退，聽眾不知道講到了哪裡；沒有引語就從頭編號，往往是漏了一個標題。《黨政機關公文格式》（GB/T 9704-2012）7.3.3 要求層次序數依次標注。",
        en: "Listeners lose the thread; a list that starts again with nothing before it has often lost its heading. GB/T 9704-2012, 7.3.3, asks for levels numbered in order.",
    },
    fix: Some(Words {
        zh_hans: "按原来的样式重新编号，需要您确认；像是漏了标题的，请补上标题。",
        zh_hant: "按原來的樣式重新編號，需要您確認；像是漏了標題的，請補上標題。",
        en: "Renumbers in the same style, for you to confirm; where a heading is lost, put it back instead.",
    }),
    example: "同志们：\n下面讲几点意见。\n一、提高认识\n要学习好。\n二、加强领导\n要组织好。\n三、狠抓落实\n要督查好。\n二、严明纪律\n要执行好。\n五、搞好宣传\n要讲清楚。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n我们的优势在于：\n1、底子厚。\n2、人心齐。\n我们的不足在于：\n1、起步晚。\n2、经验少。\n谢谢大家！",
        "同志们：\n一、提高认识\n1.学习好\n要学深。\n2.宣传好\n要讲透。\n二、加强领导\n1.组织好\n要配强。\n2.协调好\n要顺畅。\n谢谢大家！",
        "同志们：\n一是抓学习，做到：（1）学深；（2）学透。二是抓落实，做到：（1）快；（2）准。\n谢谢大家！",
    ]),
    check,
};

static BACK: Words = Words {
    zh_hans: "这里应当是第 {expected} 项，却退回到 {found}",
    zh_hant: "這裡應當是第 {expected} 項，卻退回到 {found}",
    en: "Item {expected} is expected here, but the number goes back to {found}",
};

static RESTART: Words = Words {
    zh_hans: "这里从 {found} 重新编号，前面却没有标题或引语，可能漏了一个标题",
    zh_hant: "這裡從 {found} 重新編號，前面卻沒有標題或引語，可能漏了一個標題",
    en: "The numbers start again at {found} with no heading or lead-in before: a heading may be lost",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for (index, speech) in context.speeches() {
        let mut departures = departures(speech, RULE.code).peekable();
        if departures.peek().is_none() {
            continue;
        }
        let renumbering = Renumbering::of(context, speech);
        for (deviation, section) in departures {
            let at = deviation.section;
            let steps_back = matches!(
                deviation.departure,
                Departure::StepBack | Departure::FillsGap
            );
            if steps_back && renumbering.lists.is_in_place(at) {
                continue;
            }
            let words = if steps_back { &BACK } else { &RESTART };
            let mut finding = RULE.finding(context.to_source(section.marker.span), words);
            finding.speech = Some(index);
            finding.data = vec![
                ("expected", deviation.expected.into()),
                ("found", section.marker.ordinal.into()),
            ];
            match deviation.departure {
                Departure::StepBack | Departure::FillsGap => {
                    renumbering.repair(&mut finding, at, 1);
                }
                Departure::BareRestart => {
                    let next =
                        next_number(speech, &renumbering.lists, at).unwrap_or(deviation.expected);
                    renumbering.repair(&mut finding, at, next);
                }
                // Under a lost heading the numbers are right as they are.
                _ => {}
            }
            findings.push(finding);
        }
    }
}

/// The number after the last item of the list before, items inside its lines included.
fn next_number(speech: &Speech, lists: &Lists, at: usize) -> Option<u32> {
    let depth = speech.sections.get(at)?.depth;
    let before = speech.sections[..at]
        .iter()
        .rposition(|section| section.depth == depth)?;
    let last = lists.list_of(before).last()?;
    lists
        .markers(&[*last])
        .last()
        .map(|marker| marker.ordinal + 1)
}

#[cfg(test)]
mod tests {
    use crate::text::Source;
    use crate::{Options, check};

    #[test]
    fn a_restart_with_nothing_before_it_may_be_numbered_on() {
        let text = "同志们：\n存在的问题。\n1、底子薄。\n2、人手少。\n3、经验缺。\n1、抓培训。\n2、抓引进。\n谢谢大家！";
        let source = Source::new("", text);
        let checked = check(&source, &Options::default());
        let found = checked
            .findings
            .iter()
            .find(|found| found.code == super::RULE.code);
        let fix = found.and_then(|found| found.fixes.first());
        assert!(
            crate::fix::apply(text, fix)
                .text
                .contains("4、抓培训。\n5、抓引进。")
        );
    }
}
