//! 查什么：语言模型回答里带来的 Markdown 记号：成对的星号、行首的井号和短横、代码围栏。
//! 为什么：粘到文稿里就成了字面上的星号、井号。
//! 例子：“### 一、提高认识”
//! 不该报：用星号隐去的姓名（**局长）；页码 - 3 -；破折号。
//! 如何改：删除记号，文字不动；只有成对的星号可放心采用，其余需确认。

use super::{Context, Finding, Rule, Severity, Words};
use crate::fix::{Edit, Fix, Safety};
use crate::residue::markdown::{MarkdownKind, MarkdownMark};

/// The rule.
pub static RULE: Rule = Rule {
    code: "markdown-residue",
    severity: Severity::Warning,
    name: Words {
        zh_hans: "Markdown 记号",
        zh_hant: "Markdown 記號",
        en: "Markdown marks",
    },
    finds: Words {
        zh_hans: "文中留着 **、###、“- ”之类的 Markdown 记号。",
        zh_hant: "文中留著 **、###、「- 」之類的 Markdown 記號。",
        en: "Markdown marks such as **, ### and - are left in the text.",
    },
    why: Words {
        zh_hans: "这是语言模型回答的排版记号，在文稿里会原样印出来。",
        zh_hant: "這是語言模型回答的排版記號，在文稿裡會原樣印出來。",
        en: "They come from a language model's answer and print as they are.",
    },
    fix: Some(Words {
        zh_hans: "删除记号，文字不动；成对的 ** 可放心删除，其余需要您确认。",
        zh_hant: "刪除記號，文字不動；成對的 ** 可放心刪除，其餘需要您確認。",
        en: "Removes the marks and no word; paired ** safely, the others for you to confirm.",
    }),
    example: "## 在动员会上的讲话\n同志们：\n### 一、提高认识\n**要学习好。**\n- 学文件\n- 学榜样\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n刚才，**局长作了报告，**主任作了说明。\n谢谢大家！",
        "同志们：\n要深入学习**精神，抓好落实。\n- 3 -\n谢谢大家！",
        "在会上的讲话\n——二〇二三年春\n同志们：\n大家辛苦了。\n谢谢大家！",
    ]),
    check,
};

static FOUND: Words = Words {
    zh_hans: "文中留着 {count} 处 Markdown 记号",
    zh_hant: "文中留著 {count} 處 Markdown 記號",
    en: "{count} Markdown marks are left in the text",
};

static ALL: Words = Words {
    zh_hans: "全部删除",
    zh_hant: "全部刪除",
    en: "Remove them all",
};
static PAIRS: Words = Words {
    zh_hans: "只删成对的 **",
    zh_hant: "只刪成對的 **",
    en: "Remove the paired ** only",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let marks = &context.reading.residue.markdown;
    let places = marks.iter().map(|mark| mark.span).collect();
    let Some(mut finding) = RULE.finding_of_many(places, &FOUND) else {
        return;
    };
    let pairs: Vec<&MarkdownMark> = marks
        .iter()
        .filter(|mark| mark.kind == MarkdownKind::Emphasis)
        .collect();
    let only_pairs = pairs.len() == marks.len();
    let safety = if only_pairs {
        Safety::Safe
    } else {
        Safety::Review
    };
    finding.fixes.push(Fix {
        title: &ALL,
        safety,
        edits: removals(marks),
    });
    if !only_pairs && !pairs.is_empty() {
        finding.fixes.push(Fix {
            title: &PAIRS,
            safety: Safety::Safe,
            edits: removals(pairs),
        });
    }
    findings.push(finding);
}

fn removals<'m>(marks: impl IntoIterator<Item = &'m MarkdownMark>) -> Vec<Edit> {
    marks
        .into_iter()
        .map(|mark| Edit {
            span: mark.span,
            text: String::new(),
        })
        .collect()
}
