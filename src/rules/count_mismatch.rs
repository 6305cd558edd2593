//! 查什么：预告的数目和后面的项数不一致；说了“讲三点”，后面却一项也没有。
//! 为什么：听众会数；少了一点以为漏讲，多了一点以为没讲完。
//! 例子：下面，我讲三点意见。一、……二、……
//! 不该报：以上三点；没有说数目的“几点”；“一”（讲一点意见）；数的是别的东西。
//! 如何改：把数目改成实际的项数（需确认）；各项可能不全时只提示。

use std::collections::HashMap;

use super::truncated_ending::breaks_off;
use super::{Context, Finding, Related, Rule, Severity, Words};
use crate::fix;
use crate::structure::{Announcement, Numeral, Section, Speech};

/// The rule.
pub static RULE: Rule = Rule {
    code: "count-mismatch",
    severity: Severity::Error,
    name: Words {
        zh_hans: "预告数目不符",
        zh_hant: "預告數目不符",
        en: "Count mismatch",
    },
    finds: Words {
        zh_hans: "预告的数目和后面的项数不一致。",
        zh_hant: "預告的數目和後面的項數不一致。",
        en: "An announced number and the items that follow differ.",
    },
    why: Words {
        zh_hans: "听众会数：少了一点以为漏讲，多了一点以为没讲完。",
        zh_hant: "聽眾會數：少了一點以為漏講，多了一點以為沒講完。",
        en: "Listeners count: with one too few a point seems left out, with one too many the talk seems unfinished.",
    },
    fix: Some(Words {
        zh_hans: "把数目改成实际的项数，需要您确认；各项可能不全时只提示。",
        zh_hant: "把數目改成實際的項數，需要您確認；各項可能不全時只提示。",
        en: "Corrects the number, for you to confirm; where items may be lost, it is only named.",
    }),
    example: "同志们：\n下面，我讲三点意见。\n一、提高认识\n要学习好。\n二、加强领导\n要组织好。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n下面，我讲两点意见。\n一、提高认识\n要学习好。\n二、加强领导\n要组织好。\n以上三点希望，请大家记住。\n谢谢大家！",
        "同志们：\n下面，我讲一点意见。\n一、提高认识\n要学习好。\n二、加强领导\n要组织好。\n谢谢大家！",
        "同志们：\n下面，我讲几点意见。\n一、提高认识\n要学习好。\n二、加强领导\n要组织好。\n谢谢大家！",
        "同志们：\n下面，我讲三句心里话。\n第一句是感谢，感谢大家的支持。\n第二句是希望，希望大家再接再厉。\n第三句是祝福，祝愿大家一切顺利。\n谢谢大家！",
        "同志们：\n全县五个乡镇一是抓学习，二是抓落实，都很好。\n谢谢大家！",
    ]),
    check,
};

static DIFFERS: Words = Words {
    zh_hans: "前面说“{words}”，后面有 {found} 项",
    zh_hant: "前面說「{words}」，後面有 {found} 項",
    en: "“{words}” announces {declared}, but {found} follow",
};

static NOTHING: Words = Words {
    zh_hans: "前面说“{words}”，后面却没有分项",
    zh_hant: "前面說「{words}」，後面卻沒有分項",
    en: "“{words}” announces {declared}, but none follow",
};

static ITEM: Words = Words {
    zh_hans: "其中一项",
    zh_hant: "其中一項",
    en: "One of the items",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let document = &context.reading.document;
    let mut evidence: HashMap<usize, Evidence> = HashMap::new();
    for announcement in &document.announcements {
        let index = announcement.speech;
        let Some(speech) = document.speeches.get(index) else {
            continue;
        };
        let Some(declared) = announcement.declared.filter(|&declared| declared > 1) else {
            continue;
        };
        if announcement.found == Some(declared)
            || announcement.found.is_none() && !announcement.firm
        {
            continue;
        }
        let evidence = evidence
            .entry(index)
            .or_insert_with(|| Evidence::of(context, speech));
        let finding = match announcement.found {
            Some(found) => differs(context, evidence, announcement, declared, found),
            None if evidence.is_broken(announcement, declared) => {
                nothing(context, announcement, declared)
            }
            None => continue,
        };
        findings.push(Finding {
            speech: Some(index),
            ..finding
        });
    }
}

fn nothing(context: &Context, announcement: &Announcement, declared: u32) -> Finding {
    let mut finding = RULE.finding(context.to_source(announcement.span), &NOTHING);
    finding.severity = Severity::Warning;
    finding.data = vec![
        ("declared", declared.into()),
        ("words", words(context, announcement).into()),
    ];
    finding
}

fn differs(
    context: &Context,
    evidence: &Evidence,
    announcement: &Announcement,
    declared: u32,
    found: u32,
) -> Finding {
    let mut finding = RULE.finding(context.to_source(announcement.span), &DIFFERS);
    finding.data = vec![
        ("declared", declared.into()),
        ("found", found.into()),
        ("words", words(context, announcement).into()),
    ];
    let items = announcement
        .items
        .iter()
        .map(|&item| context.to_source(item));
    finding.related = items.map(|span| Related { span, words: &ITEM }).collect();
    if announcement.incomplete
        || found < declared && evidence.has_lost_items(announcement, declared)
    {
        finding.severity = Severity::Warning;
    } else {
        finding.fixes.extend(fix::correct_count(
            &context.reading.layers,
            announcement.number,
            found,
        ));
    }
    finding
}

/// The words that promise, as the writer has them.
fn words<'c>(context: &'c Context, announcement: &Announcement) -> &'c str {
    announcement.span.slice(&context.reading.layers.clean)
}

/// What a speech says about its promises; read once.
struct Evidence {
    breaks_off: bool,
    last_line: usize,
    /// The ordinals of its markers, by where they begin.
    ordinals: HashMap<usize, u32>,
    /// Where 第一, 第二 … are said last.
    last_named: HashMap<u32, usize>,
}

impl Evidence {
    fn of(context: &Context, speech: &Speech) -> Self {
        let headings = speech.sections.iter().flat_map(Section::markers);
        let markers = headings.chain(speech.runs.iter().flat_map(|run| &run.markers));
        let text = speech.span.slice(context.folded());
        let named = text.match_indices('第').filter_map(|(at, lead)| {
            let ordinal = Numeral::read(&text[at + lead.len()..])?;
            Some((ordinal.value, speech.span.start + at))
        });
        Self {
            breaks_off: breaks_off(context, speech),
            last_line: speech.lines.end.saturating_sub(1),
            ordinals: markers
                .map(|marker| (marker.span.start, marker.ordinal))
                .collect(),
            last_named: named.collect(),
        }
    }

    /// Whether items before the last one are lost, for it has the announced number; or those after it.
    fn has_lost_items(&self, announcement: &Announcement, declared: u32) -> bool {
        let last = announcement
            .items
            .last()
            .and_then(|item| self.ordinals.get(&item.start));
        self.breaks_off || last.is_some_and(|&ordinal| ordinal >= declared)
    }

    /// Whether a promise with no items bound to it is a broken one: the speech goes on after it, does not
    /// break off, and nowhere says 第三 of three.
    fn is_broken(&self, announcement: &Announcement, declared: u32) -> bool {
        let named = self
            .last_named
            .get(&declared)
            .is_some_and(|&at| at > announcement.span.end);
        announcement.line + 1 < self.last_line && !self.breaks_off && !named
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::Severity;
    use crate::text::Source;
    use crate::{Options, check};

    fn severity(text: &str) -> Option<Severity> {
        let source = Source::new("", text);
        let found = check(&source, &Options::default()).findings;
        found
            .iter()
            .find(|found| found.code == super::RULE.code)
            .map(|found| found.severity)
    }

    #[test]
    fn lost_items_make_it_a_warning() {
        let text = "同志们：\n下面，我讲四点意见。\n一、提高认识\n要学习好。\n二、加强领导\n要组织好。\n四、严明纪律\n要执行好。\n谢谢大家！";
        assert_eq!(severity(text), Some(Severity::Warning));
        assert_eq!(
            severity(&text.replace("四、", "三、")),
            Some(Severity::Error)
        );
    }

    #[test]
    fn a_promise_with_nothing_after_it_is_a_warning() {
        let text = "同志们：\n下面，我讲三点意见。\n要学习好政策，吃透精神。\n要组织好力量，形成合力。\n谢谢大家！";
        assert_eq!(severity(text), Some(Severity::Warning));
    }

    #[test]
    fn the_number_is_corrected_in_its_own_numerals() {
        for (number, right) in [("三点", "两点"), ("3点", "2点"), ("三點", "兩點")] {
            let text = format!(
                "同志們：\n下面，我講{number}意見。\n一、提高\n要學好。\n二、加強\n要做好。\n謝謝大家！"
            );
            let source = Source::new("", text.as_str());
            let checked = check(&source, &Options::default());
            let found = checked
                .findings
                .iter()
                .filter(|found| found.code == super::RULE.code);
            let fixed =
                crate::fix::apply(&text, found.filter_map(|found| found.fixes.first())).text;
            let right = right.replace("两点", "兩点");
            assert!(fixed.contains(&right), "{fixed}");
        }
    }
}
