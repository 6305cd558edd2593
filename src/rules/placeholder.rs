//! 查什么：没有填的空：xx、×××、**、20xx、“截止 月 日”、~年、○○。
//! 为什么：隐去的姓名、数字、日期，上台前要补上；范文里尤其多。
//! 例子：20xx年，xx局长
//! 不该报：英文单词和型号里的 XX；公式；二○○八年；Markdown 的 **；2×3。
//! 如何改：没有自动修改，请补上。

use std::collections::BTreeMap;

use super::masks::{IN_DATE, IN_NUMBER, Run, is_star};
use super::{Context, Finding, Mark, Rule, Severity, Words};
use crate::text::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "placeholder",
    severity: Severity::Info,
    name: Words {
        zh_hans: "待填的空",
        zh_hant: "待填的空",
        en: "Blank to fill",
    },
    finds: Words {
        zh_hans: "用 xx、×××、**、20xx 之类代替的内容，或者日期、数字处的空白。",
        zh_hant: "用 xx、×××、**、20xx 之類代替的內容，或者日期、數字處的空白。",
        en: "Words masked as xx, ×××, ** or 20xx, or blanks in dates and numbers.",
    },
    why: Words {
        zh_hans: "上台前要把姓名、数字、日期补上；日期和数字处的空白最容易漏。",
        zh_hant: "上台前要把姓名、數字、日期補上；日期和數字處的空白最容易漏。",
        en: "Names, numbers and dates must be filled in before the speech; blanks in dates are the easiest to miss.",
    },
    fix: None,
    example: "同志们：\n20xx年以来，xx局长带领大家苦干实干。截至 月 日，全县已经完成任务的 %。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n二○○八年，我县引进 XXL-3 型设备，长宽为2×3米，型号 AXX20。\n谢谢大家！",
        "同志们：\n设 y=xx+1，则 f(xx) 见附表；XX染色体与性别有关。\n谢谢大家！",
        "同志们：\n2013 年我市新建学校 30 所，3 月 5 日开工，出生年月日都要登记。\n谢谢大家！",
        "同志们：\n**要学习好。**\n**要组织好。**\n会期3~5天，周一~周五，上午~下午。\n谢谢大家！",
    ]),
    check,
};

static MASKED: Words = Words {
    zh_hans: "“{form}”有 {count} 处待填",
    zh_hant: "「{form}」有 {count} 處待填",
    en: "“{form}” stands for words to fill in, {count} times",
};
static BLANK: Words = Words {
    zh_hans: "日期或数字空着没有填，共 {count} 处",
    zh_hant: "日期或數字空著沒有填，共 {count} 處",
    en: "{count} dates or numbers are left blank",
};

/// The places of every form, by its name.
type Places = BTreeMap<&'static str, Vec<Span>>;

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let mut places = Places::new();
    for line in context.lines_of_text() {
        read_line(context, line, &mut places);
    }
    for (form, spans) in places {
        let blank = form == IN_DATE || form == IN_NUMBER;
        let words = if blank { &BLANK } else { &MASKED };
        let spans = spans
            .into_iter()
            .map(|span| context.to_source(span))
            .collect();
        findings.extend(RULE.finding_of_many(spans, words).map(|mut finding| {
            finding.data.push(("form", form.into()));
            if blank {
                finding.severity = Severity::Warning;
            }
            finding
        }));
    }
}

fn read_line(context: &Context, line: usize, places: &mut Places) {
    let text = context.folded();
    let span = context.reading.document.lines[line];
    let marks = context.marks.of_line(line);
    let rule_line = marks
        .first()
        .is_some_and(|mark| is_star(mark.character) || mark.character == '_')
        && marks
            .iter()
            .map(|mark| mark.character.len_utf8())
            .sum::<usize>()
            == span.len();
    let mut from = if rule_line { marks.len() } else { 0 };
    while let Some(first) = marks.get(from) {
        let same = |mark: &Mark| mark.character == first.character;
        let mut after = from + 1;
        while after < marks.len()
            && same(&marks[after])
            && marks[after].at == marks[after - 1].end()
        {
            after += 1;
        }
        let run = Run {
            text,
            line: span,
            marks,
            first: from,
            after,
        };
        if let Some((form, place)) = run.form() {
            places.entry(form).or_default().push(place);
            after += marks[after..].partition_point(|mark| mark.at < place.end);
        }
        from = after;
    }
    closed_blanks(text, span, places);
}

/// 截止月日, where the blanks are lost too.
fn closed_blanks(text: &str, line: Span, places: &mut Places) {
    for (at, words) in line.slice(text).match_indices("月日") {
        let start = line.start + at;
        let before = &text[line.start..start];
        if before.ends_with("截止") || before.ends_with("截至") {
            places
                .entry(IN_DATE)
                .or_default()
                .push(Span::new(start, start + words.len()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::marked;

    #[test]
    fn every_form_is_found() {
        for (text, mut places) in [
            (
                "到20xx年，xx局和XX镇的××同志",
                vec!["xx", "XX", "××", "20xx"],
            ),
            (
                "201x年、20**年、20__—20__学年、20--年度",
                vec!["20**", "20--", "201x", "20__", "20__"],
            ),
            ("xxx、XXX、×××、***都要来", vec!["***", "XXX", "xxx", "×××"]),
            ("感谢**书记和○○公司", vec!["**", "○○"]),
            ("感谢* * 区长", vec!["* *"]),
            ("x月x日开会", vec!["x", "x"]),
            ("火红的*月，×书记和*部长带领*万人", vec!["×", "*", "*", "*"]),
            ("增长XX%，完成____万元", vec!["XX", "____"]),
            ("截至 月 日，占比达%", vec!["%", " 月 日"]),
            ("2023年 月 日成立，12月 日，竣工", vec![" 月 日", " 日"]),
            ("。~年上半年", vec!["~"]),
            (
                "感谢[单位名称]的[您的姓名]同志",
                vec!["[单位名称]", "[您的姓名]"],
            ),
        ] {
            let text = format!("同志们：\n今天{text}。\n谢谢大家！");
            let mut found = marked(&text, RULE.code);
            found.sort_unstable();
            places.sort_unstable();
            assert_eq!(found, places, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_blank_is_none() {
        for text in [
            "设备型号为XXL、SUXX-3、xx.com和A×B",
            "长2××3米",
            "a**b",
            "参考文献*",
            "3 月 1 日",
            "十 月 一 日",
            "每 年 3 月",
            "一百〇八、二〇〇九年、○七年",
            "上午~下午",
            "8.5%",
            "20-25岁",
            "https://xx.cn/xx",
            "2019 年 月均增长",
            "约 200 户",
            "XX世纪",
            "f(xx)=0",
            "百分之 五",
            "Exxon",
            "第 20 届",
        ] {
            let text = format!("同志们：\n今天{text}的事。\n谢谢大家！");
            assert_eq!(marked(&text, RULE.code), [""; 0], "{text}");
        }
    }
}
