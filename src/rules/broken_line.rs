//! 查什么：一句话没说完就断行，是按页宽、屏宽截断的。
//! 为什么：从 PDF、手机复制来的稿子，断行会被当成段落，念起来上气不接下气。
//! 例子：……要把工作抓 / 实抓好。
//! 不该报：诗句、口号；没有标点的标题；名单；一段话忘了句号、下一段另起。
//! 如何改：与下一行接起来（需确认）。

use super::{Context, Finding, Rule, Severity, Words};
use crate::fix::{Edit, Fix, Safety};
use crate::residue::LayoutKind;

/// The rule.
pub static RULE: Rule = Rule {
    code: "broken-line",
    severity: Severity::Warning,
    name: Words {
        zh_hans: "句中断行",
        zh_hant: "句中斷行",
        en: "Broken line",
    },
    finds: Words {
        zh_hans: "一句话没有说完就换了行，是按页宽或屏宽截断的。",
        zh_hant: "一句話沒有說完就換了行，是按頁寬或螢幕寬截斷的。",
        en: "A line was cut in mid-sentence at the width of a page or screen.",
    },
    why: Words {
        zh_hans: "断开的行会被当成段落，既念不连贯，也看不清提纲。",
        zh_hant: "斷開的行會被當成段落，既唸不連貫，也看不清提綱。",
        en: "Cut lines pass for paragraphs: they read badly and hide the outline.",
    },
    fix: Some(Words {
        zh_hans: "与下一行接起来，需要您确认。",
        zh_hant: "與下一行接起來，需要您確認。",
        en: "Joins it with the next line; for you to confirm.",
    }),
    example: "同志们：\n今天我们在这里召开全区农村工作会议，主要任务是总结去年\n的工作，安排今年的任务。刚才，几位同志作了发言，讲得都很\n好，我完全赞成。农业是根本，粮食安全是头等大事，各乡镇务\n必要把春耕备耕抓紧抓实，种子、化肥、农药一样都不能少，农\n机检修要赶在开春之前做完。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n春风吹绿了江南两岸的垂柳\n细雨打湿了田间劳作的衣裳\n让我们唱起那首古老的歌谣\n谢谢大家！",
        "同志们：\n要把思想统一到会议部署上来，把力量凝聚到任务落实上来\n要把责任扛在肩上，真抓实干，务求实效。\n谢谢大家！",
        "同志们：\n今天的会议很重要。\n一、提高认识\n要学习好。\n二、加强领导\n要组织好。\n谢谢大家！",
    ]),
    check,
};

static FOUND: Words = Words {
    zh_hans: "这一行在句子中间断开了",
    zh_hant: "這一行在句子中間斷開了",
    en: "This line is cut in mid-sentence",
};
static TITLE: Words = Words {
    zh_hans: "与下一行接起来",
    zh_hant: "與下一行接起來",
    en: "Join with the next line",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for mark in context.layout_marks(LayoutKind::CutLine) {
        let mut finding = RULE.finding(mark.shown, &FOUND);
        finding.speech = context.speech_at(mark.shown.start);
        finding.fixes.push(Fix {
            title: &TITLE,
            safety: Safety::Review,
            edits: vec![Edit::of_layout(mark)],
        });
        findings.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::{fixed, marked};

    #[test]
    fn cut_lines_are_joined() {
        let whole = fixed(RULE.example, RULE.code);
        assert_eq!(whole.lines().count(), 3, "{whole}");
        assert!(whole.contains("总结去年的工作"));
    }

    #[test]
    fn a_line_that_cannot_begin_a_sentence_belongs_to_the_one_before() {
        let text =
            "同志们：\n要把乡村振兴的各项任务落实到每一个村组\n，落实到每一个农户。\n谢谢大家！";
        assert_eq!(marked(text, RULE.code).len(), 1);
    }

    #[test]
    fn lists_of_names_and_headings_are_left() {
        for text in [
            "表彰名单\n办公室 张一 李二 王三 赵四 钱五 孙六 周七\n财务科 张甲 李乙 王丙 赵丁 钱戊 孙己 周庚\n人事科 张子 李丑 王寅 赵卯 钱辰 孙巳 周午\n宣传科 张东 李南 王西 赵北 钱中 孙上 周下",
            "同志们：\n一、进一步提高认识，增强做好防汛工作的责任感\n要学习好。\n二、进一步加强领导，健全做好防汛工作的责任制\n要组织好。\n三、进一步强化督查，落实做好防汛工作的责任人\n要督查好。\n谢谢大家！",
        ] {
            assert_eq!(marked(text, RULE.code), [""; 0]);
        }
    }
}
