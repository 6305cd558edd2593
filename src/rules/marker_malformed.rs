//! 查什么：序号的分隔标点丢了、多了或者用错了。
//! 为什么：GB/T 15834-2011 附录 B.9 规定：“一”后用顿号，“1”后用齐线黑点，带括号的序号后不加点号。
//! 例子：（一）、……；（一）是……；一要、二要、三要之后的“四、要”
//! 不该报：1、（通行）；各项都写“一、要……”；（一）之后直接写标题。
//! 如何改：改成同组的写法（同组写法一致的可直接改，其余需确认）。

use std::collections::HashSet;

use super::lists::Lists;
use super::{Context, Finding, Rule, Severity, Words};
use crate::fix::{Edit, Fix, Safety};
use crate::structure::marker::{Marker, Style};
use crate::text::{Span, is_alphabetic};

/// The rule.
pub static RULE: Rule = Rule {
    code: "marker-malformed",
    severity: Severity::Warning,
    name: Words {
        zh_hans: "序号标点有误",
        zh_hant: "序號標點有誤",
        en: "Malformed marker",
    },
    finds: Words {
        zh_hans: "序号的分隔标点丢了、多了或者用错了。",
        zh_hant: "序號的分隔標點丟了、多了或者用錯了。",
        en: "The separator after an ordinal is lost, doubled or wrong.",
    },
    why: Words {
        zh_hans: "《标点符号用法》（GB/T 15834-2011）附录 B.9：“一”之后用顿号，带括号的序号之后不加点号。写错了，“四要”看上去就成了另一级的“四、”。",
        zh_hant: "《標點符號用法》（GB/T 15834-2011）附錄 B.9：「一」之後用頓號，帶括號的序號之後不加點號。寫錯了，「四要」看上去就成了另一級的「四、」。",
        en: "GB/T 15834-2011, annex B.9: 、 after 一, nothing after a bracketed ordinal. With a slip, 四要 looks like a heading 四、 of another level.",
    },
    fix: Some(Words {
        zh_hans: "改成同组的写法；同组写法一致的可直接改，其余需要您确认。",
        zh_hant: "改成同組的寫法；同組寫法一致的可直接改，其餘需要您確認。",
        en: "Writes it as the others of its list are written; for you to confirm where they disagree.",
    }),
    example: "同志们：\n下面讲几点要求。\n（一）提高认识\n要学习好。\n（二）、加强领导\n要组织好。\n（三）狠抓落实\n要督查好。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n下面讲几点要求。\n（一）提高认识\n要学习好。\n（二）加强领导\n要组织好。\n谢谢大家！",
        "同志们：\n今年的重点是：\n1、抓学习。\n2、抓落实。\n谢谢大家！",
        "同志们：\n下面讲几点要求。\n一、要提高认识，把政策吃透。\n二、要加强领导，把责任压实。\n三、要狠抓落实，把进度提上来。\n谢谢大家！",
        "同志们：\n临别之际，我有三个心愿。\n一愿大家工作顺利，事业有成。\n二愿大家身体健康，阖家幸福。\n三愿大家常回来看看，友谊长存。\n谢谢大家！",
    ]),
    check,
};

static MALFORMED: Words = Words {
    zh_hans: "序号“{found}”的标点有误",
    zh_hant: "序號「{found}」的標點有誤",
    en: "The separator of “{found}” is wrong",
};

static CORRECT: Words = Words {
    zh_hans: "改正序号的标点",
    zh_hant: "改正序號的標點",
    en: "Correct the separator",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for (index, speech) in context.speeches() {
        let lists = Lists::of(speech);
        for list in lists.iter() {
            let list: Vec<&Marker> = lists.markers(list).collect();
            findings.extend(malformed(context, index, &list, |_| true));
        }
        let headings: HashSet<Span> = speech
            .sections
            .iter()
            .map(|section| section.marker.span)
            .collect();
        for run in &speech.runs {
            let list: Vec<&Marker> = run.markers.iter().collect();
            findings.extend(malformed(context, index, &list, |marker| {
                !headings.contains(&marker.span)
            }));
        }
    }
}

/// The malformed markers of a list, those that are this list's to report.
fn malformed(
    context: &Context,
    speech: usize,
    list: &[&Marker],
    is_own: impl Fn(&Marker) -> bool,
) -> Vec<Finding> {
    let clean = &*context.reading.layers.clean;
    let among_words = list.first().is_some_and(|first| is_word(first));
    // 一、要 is a slip only among 一要、二要: a heading may begin with 要.
    let tolerated = |marker: &Marker| {
        let one_separator = marker.separator.is_some() && !is_doubled(clean, marker);
        marker.style == Style::HanComma && one_separator && !among_words
    };
    let has_stop = |marker: &Marker| marker.separator == Some('。');
    let stops = list.iter().filter(|marker| has_stop(marker)).count();
    // 四。 among 一、二、三、 is a slip of the hand; a list that has it throughout is its writer's way.
    let stray = |marker: &Marker| {
        marker.style == Style::HanComma && has_stop(marker) && stops * 3 <= list.len()
    };
    let is_wrong = |marker: &Marker| marker.malformed && !tolerated(marker) || stray(marker);
    if is_refrain(clean, list) {
        return Vec::new();
    }
    let count = list.iter().filter(|marker| is_wrong(marker)).count();
    let wrong = list
        .iter()
        .filter(|marker| is_wrong(marker) && is_own(marker));
    let model = list
        .iter()
        .find(|other| !is_wrong(other) && other.separator.is_some());
    let separator = model.map_or("、", |model| {
        Span::new(model.ordinal_span.end, model.span.end).slice(clean)
    });
    wrong
        .map(|marker| {
            let mut finding = RULE.finding(context.to_source(marker.span), &MALFORMED);
            finding.speech = Some(speech);
            finding.data = vec![("found", marker.span.slice(clean).into())];
            finding.fixes.extend(correction(
                context,
                marker,
                separator,
                count == 1 && list.len() > 1,
            ));
            finding
        })
        .collect()
}

/// 一愿…，二愿…，三愿…: numbers that all stand before the same word are said so, and have lost nothing.
fn is_refrain(clean: &str, list: &[&Marker]) -> bool {
    let word = |marker: &&Marker| {
        let bare = marker.style == Style::HanBare && marker.malformed;
        let after = clean[marker.span.end..].chars().next();
        after.filter(|character| bare && is_alphabetic(*character))
    };
    let first = list.first().and_then(word);
    first.is_some() && list.len() > 1 && list.iter().all(|marker| word(marker) == first)
}

/// Whether two separators stand after the ordinal: 一、、
fn is_doubled(clean: &str, marker: &Marker) -> bool {
    let after = Span::new(marker.ordinal_span.end, marker.span.end).slice(clean);
    marker.style != Style::HanParen && after.chars().nth(1).is_some()
}

fn is_word(marker: &Marker) -> bool {
    matches!(marker.style, Style::HanIs | Style::HanMust)
}

/// The fix for one marker; `separator` is what its siblings have after the ordinal.
fn correction(
    context: &Context,
    marker: &Marker,
    separator: &str,
    siblings_agree: bool,
) -> Option<Fix> {
    let clean = &*context.reading.layers.clean;
    let after = Span::new(marker.ordinal_span.end, marker.span.end);
    let (span, text, removes_a_word) = if marker.style == Style::HanParen {
        let closing = after.slice(clean).chars().next().map_or(0, char::len_utf8);
        let extra = Span::new(after.start + closing, after.end);
        let copula = Span::new(after.end, after.end + '是'.len_utf8());
        let is_copula = extra.is_empty() && copula.slice(clean) == "是";
        (if is_copula { copula } else { extra }, "", is_copula)
    } else if is_doubled(clean, marker) {
        let first = after.slice(clean).chars().next().map_or(0, char::len_utf8);
        (Span::new(after.start + first, after.end), "", false)
    } else if marker.separator == Some('。') {
        (after, separator, false)
    } else if marker.separator.is_some() {
        (after, "", false)
    } else {
        (after, separator, false)
    };
    let edits = vec![Edit::of_clean(
        &context.reading.layers,
        span,
        text.to_owned(),
    )?];
    let safety = if siblings_agree && !removes_a_word {
        Safety::Safe
    } else {
        Safety::Review
    };
    (!span.is_empty() || !text.is_empty()).then_some(Fix {
        title: &CORRECT,
        safety,
        edits,
    })
}

#[cfg(test)]
mod tests {
    use crate::fix::Safety;
    use crate::text::Source;
    use crate::{Options, check};

    fn repaired(text: &str) -> Option<(Safety, String)> {
        let source = Source::new("", text);
        let checked = check(&source, &Options::default());
        let found = checked
            .findings
            .iter()
            .find(|found| found.code == super::RULE.code)?;
        let fix = found.fixes.first()?;
        Some((fix.safety, crate::fix::apply(text, [fix]).text))
    }

    #[test]
    fn a_slip_among_words_is_mended() {
        let text = "同志们：\n一要抓学习，把政策吃透。\n二要抓落实，把任务做细。\n三、要抓督查，把责任压实。\n谢谢大家！";
        let mended = text.replace("三、要", "三要");
        assert_eq!(repaired(text), Some((Safety::Safe, mended)));
    }

    #[test]
    fn a_doubled_separator_is_made_one() {
        let text = "同志们：\n今年有几个特点。\n一、、面广，都来了。\n二、质高，都很好。\n三、事多，都办了。\n谢谢大家！";
        assert_eq!(
            repaired(text),
            Some((Safety::Safe, text.replace("、、", "、")))
        );
    }

    #[test]
    fn a_slip_inside_a_run_is_mended() {
        let text = "同志们：\n不足有三：一是学得不深；二是干得不实；三、是查得不严。\n谢谢大家！";
        assert_eq!(
            repaired(text),
            Some((Safety::Safe, text.replace("三、是", "三是")))
        );
    }

    #[test]
    fn a_lost_separator_is_put_back() {
        let text = "同志们：\n今年要做好这些工作。\n一、完成年度任务，把指标落下去。\n二落实安全责任，把隐患查出来。\n三、建立长效机制，把经验留下来。\n谢谢大家！";
        assert_eq!(
            repaired(text),
            Some((Safety::Safe, text.replace("二落实", "二、落实")))
        );
    }

    #[test]
    fn a_full_stop_among_other_separators_is_mended() {
        let text = "同志们：\n一、抓学习，把政策吃透。\n二、抓落实，把任务做细。\n三。抓督查，把责任压实。\n谢谢大家！";
        let mended = text.replace("三。", "三、");
        assert_eq!(repaired(text), Some((Safety::Safe, mended)));
        assert_eq!(repaired(&text.replace('、', "。")), None);
    }

    #[test]
    fn a_copula_after_a_bracket_is_for_review() {
        let text = "同志们：\n（一）是抓学习，把政策吃透。\n（二）抓落实，把任务做细。\n谢谢大家！";
        let mended = text.replace("（一）是", "（一）");
        assert_eq!(repaired(text), Some((Safety::Review, mended)));
    }
}
