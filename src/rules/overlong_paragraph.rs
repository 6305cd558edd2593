//! 查什么：一个自然段太长（默认超过 600 字，可以设置）。
//! 为什么：听众跟不上，讲的人也没有换气、停顿的地方。
//! 例子：一段八百字的工作部署，中间不分段。
//! 不该报：刚好 600 字的段；讲话稿以外的文字；整篇挤成一行的稿子（另有提示）。
//! 如何改：没有自动修改，请作者分段。

use super::{Context, Finding, Rule, Severity, Words};
use crate::report::count_words;

/// The rule.
pub static RULE: Rule = Rule {
    code: "overlong-paragraph",
    severity: Severity::Info,
    name: Words {
        zh_hans: "段落过长",
        zh_hant: "段落過長",
        en: "Overlong paragraph",
    },
    finds: Words {
        zh_hans: "一个自然段超过 600 字（可以设置）。",
        zh_hant: "一個自然段超過 600 字（可以設定）。",
        en: "A paragraph of more than 600 characters (configurable).",
    },
    why: Words {
        zh_hans: "按每分钟 220 字算，600 字要一口气讲近三分钟，听众难以跟上，宜分段。",
        zh_hant: "按每分鐘 220 字算，600 字要一口氣講近三分鐘，聽眾難以跟上，宜分段。",
        en: "At 220 characters a minute it is nearly three minutes without a pause; break it.",
    },
    fix: None,
    example: EXAMPLE,
    near_misses: Rule::near_misses(&[
        "同志们：\n要把思想统一起来，把任务落实下去。\n谢谢大家！",
        "同志们：\n一、提高认识\n要学习好。\n二、加强领导\n要组织好。\n谢谢大家！",
        "同志们：\nThis part is English and long words count once, as word processors count them.\n谢谢大家！",
    ]),
    check,
};

const EXAMPLE: &str = concat!(
    "同志们：\n今天的会议很重要。\n",
    "各单位要认真学习、准确领会会议精神，结合自身实际抓好贯彻落实，确保各项任务按时完成。对照年初确定的目标，逐项查找差距，列出清单，明确责任人和完成时限。",
    "要深入基层一线，听取群众意见，把问题找准，把措施定实，不搞形式，不走过场。分管领导要靠前指挥，及时协调解决困难，不能把矛盾上交，也不能把责任下推。",
    "各部门要密切配合，信息互通，资源共享，形成上下联动、左右协同的工作局面。财政部门要优先保障经费，人事部门要配强力量，宣传部门要营造氛围。",
    "督查部门要定期通报进度，对进展缓慢的单位进行提醒，对推诿扯皮的干部严肃问责。同时要注意总结基层创造的好做法，及时在全县推广，用身边的典型带动大家。",
    "农村人居环境整治要持续用力，垃圾收运、污水治理、厕所改造三件事一件一件办好。产业发展要因地制宜，宜粮则粮，宜果则果，不搞一哄而上，不搞盲目跟风。",
    "项目建设要抢抓工期，质量和安全两手都要硬，出了问题谁签字谁负责。民生保障要兜住底线，困难群众的冷暖要时刻放在心上，政策落实不能打折扣。",
    "防汛抗旱要立足于早，物资、队伍、预案提前到位，值班值守二十四小时不断岗。安全生产要警钟长鸣，企业主体责任、部门监管责任、属地管理责任都要压实。",
    "作风建设要常抓不懈，少开会、开短会，把更多时间用在抓落实上，让基层腾出手来干实事。年底考核要看实绩、看口碑，让干得好的有位子，让混日子的没市场。",
    "各乡镇要把今天会议的要求原原本本传达到每一个村组，让广大党员都清楚要干什么、怎么干、干到什么程度。\n谢谢大家！",
);

static FOUND: Words = Words {
    zh_hans: "这一段有 {count} 字，超过 {limit} 字，建议分段",
    zh_hant: "這一段有 {count} 字，超過 {limit} 字，建議分段",
    en: "This paragraph has {count} characters, more than {limit}; consider breaking it",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let limit = context.options.overlong_paragraph;
    let reading = context.reading;
    for (index, speech) in reading.document.speeches.iter().enumerate() {
        // A character counts at most one and has at least one byte.
        let long = reading.document.lines[speech.lines.clone()]
            .iter()
            .filter(|line| line.len() > limit);
        for &line in long {
            let count = count_words(line.slice(&reading.layers.clean));
            if count > limit {
                let mut finding = RULE.finding(context.to_source(line), &FOUND);
                finding.speech = Some(index);
                finding.data = vec![("count", count.into()), ("limit", limit.into())];
                findings.push(finding);
            }
        }
    }
}
