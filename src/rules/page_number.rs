//! 查什么：混在正文里的页码：第 1 页 共 4 页、- 3 -、逐页加一的数字行。
//! 为什么：从 PDF、Word 复制时带进来的，常常夹在一句话中间。
//! 例子：- 3 -
//! 不该报：“第3页的表格”；单独一行的年份、分数；数字序号。
//! 如何改：删除页码（需确认）。

use super::{Context, Finding, Rule, Severity, Words};
use crate::fix::{Edit, Fix, Safety};
use crate::residue::LayoutKind;

/// The rule.
pub static RULE: Rule = Rule {
    code: "page-number",
    severity: Severity::Info,
    name: Words {
        zh_hans: "页码残留",
        zh_hant: "頁碼殘留",
        en: "Page numbers",
    },
    finds: Words {
        zh_hans: "正文里混着页码，如“第 1 页 共 4 页”“- 3 -”。",
        zh_hant: "正文裡混著頁碼，如「第 1 頁 共 4 頁」「- 3 -」。",
        en: "Page numbers stand in the text, such as 第 1 页 共 4 页 or - 3 -.",
    },
    why: Words {
        zh_hans: "复制时带进来的，常常把一句话断成两截。",
        zh_hant: "複製時帶進來的，常常把一句話斷成兩截。",
        en: "Copying brought them along; they often cut a sentence in two.",
    },
    fix: Some(Words {
        zh_hans: "删除这些页码，需要您确认。",
        zh_hant: "刪除這些頁碼，需要您確認。",
        en: "Deletes the page numbers; for you to confirm.",
    }),
    example: "同志们：\n今天开会，统一思想。\n- 1 -\n要抓好落实。第 2 页 共 3 页请大家努力。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n请大家翻到材料第3页，看第3页的表格。\n谢谢大家！",
        "同志们：\n去年的得分是\n98\n今年要更进一步。\n谢谢大家！",
        "同志们：\n1、学习\n2、落实\n3-5月抓紧抓好。\n谢谢大家！",
    ]),
    check,
};

static FOUND: Words = Words {
    zh_hans: "正文里混着 {count} 处页码",
    zh_hant: "正文裡混著 {count} 處頁碼",
    en: "{count} page numbers stand in the text",
};
static TITLE: Words = Words {
    zh_hans: "删除页码",
    zh_hant: "刪除頁碼",
    en: "Delete the page numbers",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let marks = || context.layout_marks(LayoutKind::PageNumber);
    let places = marks().map(|mark| mark.shown).collect();
    findings.extend(RULE.finding_of_many(places, &FOUND).map(|mut finding| {
        finding.fixes.push(Fix {
            title: &TITLE,
            safety: Safety::Review,
            edits: marks().map(Edit::of_layout).collect(),
        });
        finding
    }));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::{fixed, marked};

    #[test]
    fn page_numbers_are_shown_and_deleted_with_the_break_that_they_made() {
        let text = "同志们：\n今天我们在这里召开会议，主要任务是总结经\n- 2 -\n验，第1页共10页部署工作。\n第3页\n谢谢大家！";
        let whole = "同志们：\n今天我们在这里召开会议，主要任务是总结经验，部署工作。\n谢谢大家！";
        assert_eq!(marked(text, RULE.code), ["- 2 -", "第1页共10页", "第3页"]);
        assert_eq!(fixed(text, RULE.code), whole);
    }

    #[test]
    fn bare_numbers_are_page_numbers_where_they_stand_a_page_apart() {
        let page = "要把各项任务落到实处，确保按时完成全年目标。".repeat(14);
        let text = format!("同志们：\n{page}\n1\n{page}\n2\n{page}\n3\n谢谢大家！");
        assert_eq!(marked(&text, RULE.code), ["1", "2", "3"]);
        assert_eq!(marked(&text.replace("\n3", ""), RULE.code), [""; 0]);
        assert_eq!(marked(&text.replace(&page, "学习"), RULE.code), [""; 0]);
    }
}
