//! 查什么：整篇文字用错了编码打开，如“鍚屽織浠”（同志们）。
//! 为什么：整篇都读不成句，提纲和其他提示都无从谈起。
//! 例子：鍚屽織浠細
//! 不该报：个别字的乱码；生僻字多的文字；外文。
//! 如何改：这不是改字，要用对的编码重新打开；提示里说明是哪一种。

use super::{Context, Finding, Rule, Severity, Words};
use crate::input::misreading;

/// The rule.
pub static RULE: Rule = Rule {
    code: "wrong-charset",
    severity: Severity::Error,
    name: Words {
        zh_hans: "编码不对",
        zh_hant: "編碼不對",
        en: "Wrong charset",
    },
    finds: Words {
        zh_hans: "整篇文字是用错了的编码打开的：UTF-8 当成 GBK，GBK 当成西文，大五码当成 GBK，等等；能还原成通顺的中文才报。",
        zh_hant: "整篇文字是用錯了的編碼開啟的：UTF-8 當成 GBK，GBK 當成西文，大五碼當成 GBK，等等；能還原成通順的中文才報。",
        en: "The whole text was read in the wrong charset: UTF-8 as GBK, GBK as Latin-1, Big5 as GBK and the like; only where the way back gives plain Chinese.",
    },
    why: Words {
        zh_hans: "整篇都读不成句，别的提示也就没有意义；先用对的编码打开。",
        zh_hant: "整篇都讀不成句，別的提示也就沒有意義；先用對的編碼開啟。",
        en: "Nothing can be read, and no other finding means anything, until the text is opened in the right charset.",
    },
    fix: None,
    example: "鍚屽織浠\u{e10a}細\n澶у\u{e18d}杈涜嫤浜嗭紒\n浠婂ぉ璁茶瘽锛屼袱鐐规剰瑙侊細\n璋㈣阿鍚屽織浠\u{e10a}紒",
    near_misses: Rule::near_misses(&[
        "同志们：\n“锟斤拷”“烫烫烫”是常见的乱码，见了不必慌。\n谢谢大家！",
        "Liebe Gäste,\nschöne Grüße aus Köln und Düsseldorf; für Ihre Mühe vielen Dank.\nÀ bientôt, mes chers élèves!",
        "宋词选读\n黯乡魂，追旅思。夜夜除非，好梦留人睡。\n纤云弄巧，飞星传恨，银汉迢迢暗度。",
    ]),
    check,
};

static MISREAD: Words = Words {
    zh_hans: "整篇像是用错了编码：{reopenAs} 的文字当成 {readAs} 打开了；请按 {reopenAs} 重新打开",
    zh_hant: "整篇像是用錯了編碼：{reopenAs} 的文字當成 {readAs} 開啟了；請按 {reopenAs} 重新開啟",
    en: "The whole text seems to be {reopenAs} that was read as {readAs}; reopen it as {reopenAs}",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let source = context.reading.layers.source;
    let Some(found) = misreading(&source.text) else {
        return;
    };
    let mut finding = RULE.finding(source.line(1), &MISREAD);
    finding.data = vec![
        ("readAs", found.read_as.into()),
        ("reopenAs", found.reopen_as.name().into()),
    ];
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    use super::super::marked;

    #[test]
    fn it_points_at_the_first_line() {
        assert_eq!(
            marked(super::RULE.example, "wrong-charset"),
            ["鍚屽織浠\u{e10a}細"]
        );
    }

    #[test]
    fn nothing_else_is_said_of_a_text_that_cannot_be_read() {
        let text = format!("{}\n讲话锛堜簩锛??,绗竴;：", super::RULE.example);
        let source = crate::text::Source::new("", text);
        let checked = crate::check(&source, &crate::Options::default());
        let codes: Vec<&str> = checked.findings.iter().map(|one| one.code).collect();
        assert_eq!(codes, ["wrong-charset"]);
    }
}
