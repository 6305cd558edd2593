//! 查什么：同一组里的序号样式不一致（一是……，第二，……；一要……，二是……）。
//! 为什么：并列的几项用同一种说法，听众才听得出是并列；样式一换，像是换了层次。
//! 例子：一是……。第二，……。第三，……
//! 不该报：首先、其次、第三（习惯说法）；1. 1． １. 1、（算一种）；末项用“最后”；下一级用别的样式。
//! 如何改：照第一项的样式改写（需确认）。

use std::collections::HashSet;

use super::lists::{Lists, departures};
use super::{Context, Finding, Rule, Severity, Words};
use crate::fix;
use crate::structure::Run;
use crate::structure::marker::{Marker, Style};

/// The rule.
pub static RULE: Rule = Rule {
    code: "style-mix",
    severity: Severity::Warning,
    name: Words {
        zh_hans: "序号样式混用",
        zh_hant: "序號樣式混用",
        en: "Mixed marker styles",
    },
    finds: Words {
        zh_hans: "同一组里的序号样式不一致。",
        zh_hant: "同一組裡的序號樣式不一致。",
        en: "The items of one list are marked in different styles.",
    },
    why: Words {
        zh_hans: "并列的几项用同一种样式，听众才听得出是并列；样式一换，像是换了层次（GB/T 9704-2012 7.3.3：每个层次用一种序数）。",
        zh_hant: "並列的幾項用同一種樣式，聽眾才聽得出是並列；樣式一換，像是換了層次（GB/T 9704-2012 7.3.3：每個層次用一種序數）。",
        en: "Items are heard as equals only when marked alike; another style sounds like another level (GB/T 9704-2012, 7.3.3: one kind of ordinal a level).",
    },
    fix: Some(Words {
        zh_hans: "照第一项的样式改写，需要您确认。",
        zh_hant: "照第一項的樣式改寫，需要您確認。",
        en: "Rewrites the markers in the style of the first; for you to confirm.",
    }),
    example: "同志们：\n今年要抓好几件事。一是抓学习，把政策吃透；第二，抓落实，把任务做细；三是抓督查，把责任压实。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n首先，抓学习，把政策吃透。其次，抓落实，把任务做细。第三，抓督查，把责任压实。\n谢谢大家！",
        "同志们：\n今年的重点是：\n1.抓学习。\n2、抓落实。\n3．抓督查。\n谢谢大家！",
        "同志们：\n第一，抓学习，把政策吃透。第二，抓落实，把任务做细。最后，抓督查，把责任压实。\n谢谢大家！",
        "同志们：\n一是抓学习，要做到：①早；②准。二是抓落实，要做到：①快；②实。\n谢谢大家！",
    ]),
    check,
};

static MIXED: Words = Words {
    zh_hans: "这一项用“{found}”，同组第一项用的是“{first}”",
    zh_hant: "這一項用「{found}」，同組第一項用的是「{first}」",
    en: "This item is marked “{found}”, the first of its list “{first}”",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for (index, speech) in context.speeches() {
        let lists = Lists::of(speech);
        let mut named = HashSet::new();
        for (deviation, section) in departures(speech, RULE.code) {
            let list = lists.list_of(deviation.section);
            let Some(first) = lists
                .markers(list)
                .next()
                .filter(|_| named.insert(section.list))
            else {
                continue;
            };
            let mut finding = mixed(context, index, &section.marker, first);
            let repairable = lists.repairable(deviation.section);
            finding
                .fixes
                .extend(fix::restyle(&context.reading.layers, repairable, first));
            findings.push(finding);
        }
        for run in &speech.runs {
            let Some((first, deviating)) = deviating(run) else {
                continue;
            };
            let mut finding = mixed(context, index, deviating, first);
            let wrong = run
                .markers
                .iter()
                .filter(|marker| !goes_with(first, marker));
            finding
                .fixes
                .extend(fix::restyle(&context.reading.layers, wrong, first));
            findings.push(finding);
        }
    }
}

/// The first marker of a run and the first that does not go with it.
fn deviating(run: &Run) -> Option<(&Marker, &Marker)> {
    let first = run.markers.first()?;
    let other = run
        .markers
        .iter()
        .find(|marker| !goes_with(first, marker))?;
    Some((first, other))
}

/// Whether a marker goes with the first of its run: 首先、其次、第三，is idiom, and 最后 ends any run.
fn goes_with(first: &Marker, marker: &Marker) -> bool {
    let idiom = first.style == Style::Sequence
        && matches!(marker.style, Style::Ordinal | Style::OrdinalUnit)
        && marker.separator != Some('、');
    // 三、是 among 一是、二是 is a slip of the separator, and named as one.
    let slip = marker.malformed && matches!(first.style, Style::HanIs | Style::HanMust);
    marker.style.is_sibling_of(first.style) || slip || idiom || marker.style == Style::Sequence
}

fn mixed(context: &Context, speech: usize, marker: &Marker, first: &Marker) -> Finding {
    let clean = &*context.reading.layers.clean;
    let mut finding = RULE.finding(context.to_source(marker.span), &MIXED);
    finding.speech = Some(speech);
    finding.data = vec![
        ("found", marker.span.slice(clean).into()),
        ("first", first.span.slice(clean).into()),
    ];
    finding
}

#[cfg(test)]
mod tests {
    use crate::text::Source;
    use crate::{Options, check};

    fn repaired(text: &str) -> String {
        let source = Source::new("", text);
        let checked = check(&source, &Options::default());
        let found = checked
            .findings
            .iter()
            .filter(|found| found.code == super::RULE.code);
        crate::fix::apply(text, found.filter_map(|found| found.fixes.first())).text
    }

    #[test]
    fn words_of_speech_are_rewritten_whole() {
        assert_eq!(
            repaired("同志们：\n一要抓学习。二是要抓落实。三要抓督查。\n谢谢！"),
            "同志们：\n一要抓学习。二要抓落实。三要抓督查。\n谢谢！"
        );
        assert_eq!(
            repaired("同志们：\n一是抓学习。二是抓落实。三要抓督查。\n谢谢！"),
            "同志们：\n一是抓学习。二是抓落实。三是要抓督查。\n谢谢！"
        );
        assert_eq!(
            repaired("同志们：\n首先，抓学习。其次，抓落实。三是抓督查。\n谢谢！"),
            "同志们：\n首先，抓学习。其次，抓落实。第三，抓督查。\n谢谢！"
        );
    }

    #[test]
    fn a_list_on_lines_is_reported_once() {
        let text = "同志们：\n今年抓几件事。\n一是抓学习，把政策吃透。\n第二，抓落实，把任务做细。\n第三，抓督查，把责任压实。\n谢谢大家！";
        let source = Source::new("", text);
        let found = check(&source, &Options::default()).findings;
        assert_eq!(
            found
                .iter()
                .filter(|found| found.code == super::RULE.code)
                .count(),
            1
        );
        assert!(repaired(text).contains("二是抓落实，把任务做细。\n三是抓督查"));
    }
}
