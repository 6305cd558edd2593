//! In: findings with their fixes, and a Source. Out: the findings, where no fix changes a number that Word or a browser writes: an edit of the
//! text would not change what counts there. In the place of such a fix stands what to do in the program that counts.

use super::{Finding, Words};
use crate::fix::{Fix, Safety};
use crate::text::{Format, Source};

/// Puts advice in the place of fixes that touch what is synthesised.
pub(super) fn spare(source: &Source, findings: &mut [Finding]) {
    let provenance = &source.provenance;
    if provenance.synthesised.is_empty() {
        return;
    }
    let touches = |fix: &Fix| {
        let mut edits = fix.edits.iter();
        edits.any(|edit| provenance.is_touched(edit.span))
    };
    for finding in findings {
        let all = finding.fixes.len();
        finding.fixes.retain(|fix| !touches(fix));
        if finding.fixes.len() < all {
            finding.fixes.push(advice(source.format));
        }
    }
}

fn advice(format: Format) -> Fix {
    let title = match format {
        Format::WebPage => &IN_WEB_PAGE,
        Format::Word | Format::Plain => &IN_WORD,
    };
    Fix {
        title,
        safety: Safety::Review,
        edits: Vec::new(),
    }
}

static IN_WORD: Words = Words {
    zh_hans: "这是自动编号，请在 Word 或 WPS 里改：右键单击编号，选“继续编号”“重新开始编号”或“设置编号值”",
    zh_hant: "這是自動編號，請在 Word 或 WPS 裡改：右鍵點一下編號，選「繼續編號」、「重新編號」或「設定編號值」",
    en: "An automatic number: change it in Word or WPS; right-click the number and choose Continue Numbering, Restart Numbering or Set Numbering Value",
};
static IN_WEB_PAGE: Words = Words {
    zh_hans: "这是网页自动生成的编号，请在网页的源文件里改，或先另存为文本再改",
    zh_hant: "這是網頁自動產生的編號，請在網頁的原始檔裡改，或先另存為文字檔再改",
    en: "A number that the web page generates: change it in the page's source, or save the text first and change it there",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;
    use crate::{Options, check};

    const TEXT: &str = "同志们：\n一、抓学习\n要学习。\n三、抓落实\n要落实。\n谢谢大家！";

    fn source(synthesised: &[&str]) -> Source {
        let mut source = Source::new("", TEXT);
        source.format = Format::Word;
        let places = synthesised.iter().filter_map(|number| TEXT.find(number));
        let spans = places.map(|start| Span::new(start, start + "一、".len()));
        source.provenance.synthesised = spans.collect();
        source
    }

    fn fixes(source: &Source) -> Vec<Fix> {
        let findings = check(source, &Options::default()).findings;
        let gap = findings
            .into_iter()
            .find(|finding| finding.code == "numbering-gap");
        gap.expect("二、 is missing").fixes
    }

    #[test]
    fn an_automatic_number_is_changed_in_word() {
        let fixes = fixes(&source(&["一、", "三、"]));
        assert_eq!(fixes.len(), 1);
        assert!(fixes[0].edits.is_empty() && fixes[0].title.zh_hans.contains("Word"));
    }

    #[test]
    fn a_typed_number_beside_automatic_ones_is_changed_here() {
        assert!(!fixes(&source(&["一、"]))[0].edits.is_empty());
    }
}
