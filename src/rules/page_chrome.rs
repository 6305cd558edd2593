//! 查什么：讲话稿以外的网页残留：导航、发布时间、广告、相关文章、来源地址。
//! 为什么：它不是稿子的内容，印出来、念出来都是笑话。
//! 例子：首页 > 范文 > 讲话稿
//! 不该报：正文里提到的网址、作者、时间；汇编者的导语。
//! 如何改：连同换行一起删除（需确认）。

use super::{Context, Finding, Rule, Severity, Words};
use crate::fix::{Edit, Fix, Safety, remove_lines};
use crate::residue::{LayoutKind, LayoutMark};
use crate::structure::{Segment, SegmentKind};
use crate::text::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "page-chrome",
    severity: Severity::Info,
    name: Words {
        zh_hans: "网页残留",
        zh_hant: "網頁殘留",
        en: "Web page left behind",
    },
    finds: Words {
        zh_hans: "讲话稿前后留着网页的导航、发布时间、相关文章等。",
        zh_hant: "講話稿前後留著網頁的導覽、發布時間、相關文章等。",
        en: "Lines of the web page around the speech: navigation, dates, related articles.",
    },
    why: Words {
        zh_hans: "这些不是稿子的内容，打印、分发前应当去掉；字数和时长也不应算它。",
        zh_hant: "這些不是稿子的內容，列印、分發前應當去掉；字數和時長也不應算它。",
        en: "They are no part of the speech and should go before it is printed; counts leave them out.",
    },
    fix: Some(Words {
        zh_hans: "删除这些行，需要您确认。",
        zh_hant: "刪除這些行，需要您確認。",
        en: "Deletes these lines; for you to confirm.",
    }),
    example: "首页 > 范文大全 > 讲话稿\n发布时间：2023-05-06\n在动员会上的讲话\n同志们：\n今天开这个会，就是要统一思想。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "在动员会上的讲话\n同志们：\n时间紧、任务重，请大家抓紧。\n谢谢大家！",
        "在动员会上的讲话\n同志们：\n详细办法登在 www.example.com，各单位要组织好学习，做到人人知晓。\n谢谢大家！",
        "在动员会上的讲话\n同志们：\n来源可查、去向可追，是食品安全的底线。\n谢谢大家！",
    ]),
    check,
};

static FOUND: Words = Words {
    zh_hans: "有 {lines} 行是网页残留，不是讲话稿",
    zh_hant: "有 {lines} 行是網頁殘留，不是講話稿",
    en: "{lines} lines belong to a web page, not to the speech",
};

static TITLE: Words = Words {
    zh_hans: "删除网页残留",
    zh_hant: "刪除網頁殘留",
    en: "Delete these lines",
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let document = &context.reading.document;
    let chrome = || {
        document
            .segments
            .iter()
            .filter(|segment| segment.kind == SegmentKind::Chrome)
    };
    // The signs of a copy guard stand between the lines of a speech as well.
    let guards = || context.layout_marks(LayoutKind::CopyGuard);
    let mut places: Vec<Span> = chrome()
        .filter_map(|segment| place(context, segment))
        .chain(guards().map(|mark| mark.shown))
        .collect();
    places.sort_by_cached_key(|&place| place);
    let Some(mut finding) = RULE.finding_of_many(places, &FOUND) else {
        return;
    };
    let lines: usize = chrome().map(|segment| segment.lines.len()).sum();
    finding
        .data
        .push(("lines", (lines + guards().count()).into()));
    let mut edits: Vec<Edit> = chrome()
        .map(|segment| remove_lines(context.reading, segment.lines.clone()))
        .collect();
    let is_apart = |mark: &&LayoutMark| {
        let after = edits.partition_point(|edit| edit.span.end <= mark.span.start);
        edits
            .get(after)
            .is_none_or(|edit| !edit.span.overlaps(mark.span))
    };
    let signs: Vec<Edit> = guards().filter(is_apart).map(Edit::of_layout).collect();
    edits.extend(signs);
    edits.sort_by_cached_key(|edit| edit.span);
    finding.fixes.push(Fix {
        title: &TITLE,
        safety: Safety::Review,
        edits,
    });
    findings.push(finding);
}

/// From the first line of a segment to its last, without the blanks around them.
fn place(context: &Context, segment: &Segment) -> Option<Span> {
    let lines = context.reading.document.lines.get(segment.lines.clone())?;
    Some(context.to_source(Span::new(lines.first()?.start, lines.last()?.end)))
}
