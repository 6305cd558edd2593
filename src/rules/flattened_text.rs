//! 查什么：整篇讲话挤在一行里，标题、段落都没有换行。
//! 为什么：网页或 PDF 复制时丢了换行，提纲看不出来，也没法照着念。
//! 例子：同志们：……一、提高认识……二、加强领导……谢谢大家！全在一行。
//! 不该报：一两段话的短讲；只有一个长段的讲话（另有“段落过长”）。
//! 如何改：在标题、称谓、结尾前换行（需确认）。

use super::{Context, Finding, Rule, Severity, Words};
use crate::fix::{self, Fix, Safety};
use crate::text::exceeds;

/// The rule.
pub static RULE: Rule = Rule {
    code: "flattened-text",
    severity: Severity::Info,
    name: Words {
        zh_hans: "全文没有分行",
        zh_hant: "全文沒有分行",
        en: "No line breaks",
    },
    finds: Words {
        zh_hans: "整篇讲话挤在一行里，标题和段落没有换行。",
        zh_hant: "整篇講話擠在一行裡，標題和段落沒有換行。",
        en: "A whole speech stands in one line, headings and all.",
    },
    why: Words {
        zh_hans: "复制时丢了换行。分了行，提纲才看得清，讲的时候才找得到。",
        zh_hant: "複製時丟了換行。分了行，提綱才看得清，講的時候才找得到。",
        en: "Copying lost the line breaks; with them the outline can be seen and the place found.",
    },
    fix: Some(Words {
        zh_hans: "在标题、称谓和结尾处换行，需要您确认。",
        zh_hant: "在標題、稱謂和結尾處換行，需要您確認。",
        en: "Breaks the line before headings and parts; for you to confirm.",
    }),
    example: EXAMPLE,
    near_misses: Rule::near_misses(&[
        "同志们：一、学习好。二、组织好。谢谢大家！",
        "同志们：\n一、提高认识\n要学习好。\n二、加强领导\n要组织好。\n谢谢大家！",
        "同志们：\n今天我讲三点：一、要学习好。二、要组织好。三、要督查好。\n请大家抓好落实。\n谢谢大家！",
    ]),
    check,
};

const EXAMPLE: &str = concat!(
    "同志们：今天召开这次会议，主要任务是总结上半年工作，安排部署下半年任务。刚才，两位同志作了很好的发言，我都赞成，请大家结合实际抓好落实。下面，我讲几点意见。",
    "一、提高认识，增强紧迫感。上半年各项工作进展总体顺利，但是同先进地方相比还有不小差距，项目落地慢、企业用工难的问题没有得到根本解决，群众还有意见。大家要看到差距，坐不住、等不起，把工作抓得紧而又紧。",
    "二、突出重点，抓好落实。要把项目建设摆在第一位，领导干部带头跑项目、跑企业，一个困难一个困难地解决。要把农田水利修好，把乡村道路修通，把学校和卫生院建好，让群众看得见、摸得着。要守住安全生产的底线，汛期值班值守一刻也不能松。",
    "三、加强领导，改进作风。各级领导干部要深入基层，少说多做，把时间和精力用在解决问题上。要严格考核，奖勤罚懒，让实干的人有奔头。同志们，任务已经明确，关键在于落实，让我们振奋精神，扎实工作，圆满完成全年任务。谢谢大家！",
);

static FOUND: Words = Words {
    zh_hans: "整篇讲话挤在一行里，可以在 {count} 处换行",
    zh_hant: "整篇講話擠在一行裡，可以在 {count} 處換行",
    en: "The whole speech stands in one line; it can be broken at {count} places",
};
static GLUED: Words = Words {
    zh_hans: "标题和称谓挤在一行里",
    zh_hant: "標題和稱謂擠在一行裡",
    en: "The title and the salutation stand in one line",
};
/// Characters that a whole speech in one line has at least.
const SHORTEST: usize = 180;
static TITLE: Words = Words {
    zh_hans: "在标题和段落处换行",
    zh_hant: "在標題和段落處換行",
    en: "Break the line",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for flattened in &context.reading.document.flattened {
        let line = context.to_source(flattened.line);
        let is_short = !exceeds(flattened.line.slice(context.folded()), SHORTEST);
        let words = if is_short { &GLUED } else { &FOUND };
        let mut finding = RULE.finding(line, words);
        finding.speech = context.speech_at(line.start);
        finding.data = vec![("count", flattened.gaps.len().into())];
        let line_break = fix::line_break(&context.reading.layers);
        let gaps = flattened.gaps.iter();
        finding.fixes.push(Fix {
            title: &TITLE,
            safety: Safety::Review,
            edits: gaps
                .map(|&gap| fix::replace(&context.reading.layers, gap, line_break))
                .collect(),
        });
        findings.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::{fixed, marked};

    #[test]
    fn the_fix_gives_the_headings_lines_of_their_own() {
        let text = fixed(RULE.example, RULE.code);
        for start in ["同志们：", "一、", "二、", "三、", "谢谢大家"] {
            assert!(
                text.lines().any(|line| line.starts_with(start)),
                "{start} in {text}"
            );
        }
        assert_eq!(marked(&text, RULE.code), [""; 0]);
    }

    #[test]
    fn a_title_glued_to_the_salutation_gets_a_line_of_its_own() {
        for (text, title) in [
            (
                "在年中会议上的讲话同志们：今天开会。\n要抓落实。\n谢谢大家！",
                "在年中会议上的讲话\n同志们：",
            ),
            (
                "【开会发言稿】各位同事：\n今天开会。\n谢谢大家！",
                "【开会发言稿】\n各位同事：",
            ),
        ] {
            assert!(fixed(text, RULE.code).starts_with(title), "{text}");
        }
        let near =
            "今天我的讲话，同志们：要听仔细。\n下面是王局长的发言：各位同事，要抓紧。\n谢谢大家！";
        assert_eq!(marked(near, RULE.code), [""; 0]);
    }

    #[test]
    fn a_title_and_the_blanks_between_paragraphs_are_told() {
        let flat = format!("在年中会议上的讲话 {}", RULE.example);
        assert!(fixed(&flat, RULE.code).starts_with("在年中会议上的讲话\n同志们：\n今天"));
        let body = "要把各项任务落到实处，确保按时完成全年目标。".repeat(6);
        let joined = format!("　　{body}　　{body}　　{body}　　{body}");
        assert_eq!(fixed(&joined, RULE.code).lines().count(), 4);
    }
}
