//! 查什么：讲话稿中间夹的网站广告、网址。
//! 为什么：范文网站插进来的，照念就闹笑话。
//! 例子：【www.某某网.com】
//! 不该报：讲话人自己说的网址、公众号、资料来源；政府和学校的网站。
//! 如何改：删除广告（需确认）。

use super::{Context, Finding, Mark, Rule, Severity, Words};
use crate::fix::{self, Fix, Safety};
use crate::text::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "inline-ad",
    severity: Severity::Warning,
    name: Words {
        zh_hans: "夹带广告",
        zh_hant: "夾帶廣告",
        en: "Ad in the speech",
    },
    finds: Words {
        zh_hans: "讲话稿中间夹着网站的广告或网址。",
        zh_hant: "講話稿中間夾著網站的廣告或網址。",
        en: "A site's ad or address stands inside the speech.",
    },
    why: Words {
        zh_hans: "是范文网站插进去的，不是讲话的内容。",
        zh_hant: "是範文網站插進去的，不是講話的內容。",
        en: "A site of model texts put it there; it is no part of the speech.",
    },
    fix: Some(Words {
        zh_hans: "删除这一处，需要您确认。",
        zh_hant: "刪除這一處，需要您確認。",
        en: "Deletes it; for you to confirm.",
    }),
    example: "在动员会上的讲话\n同志们：\n今天开会，统一思想。\n好稿范文网【www.haogao-example.com】\n要抓好落实，务求实效。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "在动员会上的讲话\n同志们：\n详情请登录市政府网站（www.example.gov.cn）查询，各单位要做好宣传。\n谢谢大家！",
        "在动员会上的讲话\n同志们：\n要办好局里的微信公众号，及时发布信息，回应群众关切。\n谢谢大家！",
        "在动员会上的讲话\n同志们：\n全年增长8.5%（数据来源：统计年鉴）。\n【主持人】请大家鼓掌。\n谢谢大家！",
    ]),
    check,
};

static FOUND: Words = Words {
    zh_hans: "这里夹着网站的广告",
    zh_hant: "這裡夾著網站的廣告",
    en: "A site's ad stands here",
};
static TITLE: Words = Words {
    zh_hans: "删除广告",
    zh_hant: "刪除廣告",
    en: "Delete the ad",
};

/// Words that only sites of model texts have.
const SITES: [&str; 14] = [
    "范文网",
    "范文大全",
    "范文吧",
    "范文站",
    "文库网",
    "文秘网",
    "秘书网",
    "公文网",
    "作文网",
    "演讲稿网",
    "讲话稿网",
    "本文来自",
    "本文来源",
    "转载请注明",
];
/// Words after which an address is the speaker's own.
const OWN: [&str; 12] = [
    "网站", "网址", "官网", "邮箱", "平台", "登录", "访问", "门户", "网页", "查询", "登陆", "电邮",
];
/// Ends of addresses of states, schools and associations.
const OFFICIAL: [&str; 4] = [".gov", ".edu", ".org", ".mil"];
/// Bytes that a line or bracket of an ad has at most.
const LONGEST: usize = 200;

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for (index, speech) in context.reading.document.speeches.iter().enumerate() {
        for line in speech.lines.clone().skip(1) {
            let whole = is_ad_line(context, line);
            let stretches = if whole {
                vec![context.reading.document.lines[line]]
            } else {
                let mut inside = bracketed(context, line);
                if inside.is_empty() {
                    inside = sentences(context, line);
                }
                inside
            };
            for span in stretches {
                let mut finding = RULE.finding(context.to_source(span), &FOUND);
                finding.speech = Some(index);
                let edit = if whole {
                    fix::remove_lines(context.reading, line..line + 1)
                } else {
                    fix::replace(&context.reading.layers, span, "")
                };
                finding.fixes.push(Fix {
                    title: &TITLE,
                    safety: Safety::Review,
                    edits: vec![edit],
                });
                findings.push(finding);
            }
        }
    }
}

/// Whether a short line is nothing but an ad.
fn is_ad_line(context: &Context, line: usize) -> bool {
    const MOST_WORDS: usize = 14;
    let text = context.line_text(line);
    if text.len() > LONGEST {
        return false;
    }
    let sentence = text.ends_with(['。', '！', '；', '，', '？']);
    let address = has_address(context.marks.of_line(line), text);
    if !address && (sentence || !text.contains(['网', '范', '载', '源', '众', '码'])) {
        return false;
    }
    let site = names_site(text);
    let bracketed_source = text.starts_with("【来源") && text.ends_with('】');
    let follow = [
        "微信公众号：",
        "微信公众号:",
        "关注微信公众号",
        "扫码关注",
        "更多范文",
    ]
    .iter()
    .any(|words| text.starts_with(words));
    bracketed_source
        || follow && !sentence
        || address && site && letters(text) <= 2 * MOST_WORDS
        || site && !sentence && letters(text) <= MOST_WORDS
        || address && !sentence && letters(text) <= MOST_WORDS && !is_own(text)
}

/// Sentences inside a line of words that name a site and give its address: ……更多稿件请看范文网www.….com。
fn sentences(context: &Context, line: usize) -> Vec<Span> {
    let text = context.folded();
    let span = context.reading.document.lines[line];
    let marks = context.marks.of_line(line);
    if !has_address(marks, span.slice(text)) {
        return Vec::new();
    }
    let mut start = span.start;
    let mut found = Vec::new();
    for sentence in span.slice(text).split_inclusive(['。', '！', '？']) {
        let end = start + sentence.len();
        let first = marks.partition_point(|mark| mark.at < start);
        let after = marks.partition_point(|mark| mark.at < end);
        let is_ad = sentence.len() <= LONGEST
            && names_site(sentence)
            && has_address(&marks[first..after], sentence);
        if is_ad {
            found.push(Span::new(start, end));
        }
        start = end;
    }
    found
}

/// Bracketed ads inside a line of words: 【www.….com】 with the site's name before it.
fn bracketed(context: &Context, line: usize) -> Vec<Span> {
    let text = context.folded();
    let start = context.reading.document.lines[line].start;
    let marks = context.marks.of_line(line);
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, mark) in marks.iter().enumerate() {
        match mark.character {
            '【' | '[' | '（' | '(' | '〔' => open = Some(at),
            '】' | ']' | '）' | ')' | '〕' => {
                let Some(first) = open.take() else { continue };
                let span = Span::new(marks[first].at, mark.end());
                if is_bracketed_ad(
                    &text[start..span.start],
                    span.slice(text),
                    &marks[first..=at],
                ) {
                    found.push(span);
                }
            }
            _ => {}
        }
    }
    found
}

fn is_bracketed_ad(before: &str, bracket: &str, marks: &[Mark]) -> bool {
    if bracket.len() > LONGEST {
        return false;
    }
    let square = bracket.starts_with(['【', '[']);
    let address = has_address(marks, bracket);
    if !address && !square {
        return false;
    }
    let site = names_site(bracket);
    let near = before.char_indices().rev().nth(7).map_or(0, |(at, _)| at);
    let offers = address && square && bracket.contains("范文");
    site || offers
        || address && !is_own(&before[near..]) && !is_own(bracket) && letters(bracket) <= 8
        || bracket.starts_with("【来源：")
}

fn letters(text: &str) -> usize {
    text.chars()
        .filter(|c| !c.is_ascii() && c.is_alphabetic())
        .count()
}

fn names_site(text: &str) -> bool {
    SITES.iter().any(|words| text.contains(words))
}

fn is_own(text: &str) -> bool {
    OWN.iter()
        .chain(&OFFICIAL)
        .any(|words| text.contains(words))
        || text.contains('@')
}

/// Whether marks hold a web address.
fn has_address(marks: &[Mark], text: &str) -> bool {
    let dots = marks.windows(3).filter(|three| three[1].character == '.');
    let mut joined = dots.filter(|three| {
        let dense = three[0].end() == three[1].at && three[1].end() == three[2].at;
        dense
            && three[0].character.is_ascii_alphanumeric()
            && three[2].character.is_ascii_lowercase()
    });
    joined.next().is_some()
        && [
            ".com", ".cn", ".net", ".cc", ".org", ".top", ".vip", "www.", "http", ".info",
        ]
        .iter()
        .any(|end| text.contains(end))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::{fixed, marked};

    #[test]
    fn ads_are_found_in_whole() {
        for ad in [
            "好文范文网【www.haowen-example.com】",
            "【来源：好文网】",
            "微信公众号：好稿子",
            "www.haowen-example.com",
        ] {
            let text =
                format!("在会上的讲话\n同志们：\n今天开会。\n{ad}\n要抓好落实。\n谢谢大家！");
            assert_eq!(marked(&text, RULE.code), [ad]);
            assert!(!fixed(&text, RULE.code).contains(ad));
        }
        let ad = "更多稿件请看好稿范文网www.haowen-example.com。";
        let text = format!(
            "在会上的讲话\n同志们：\n要抓好检修，不让一台带病的机器转起来。{ad}要抓好培训，让每个工人都懂规程，务求实效。\n谢谢大家！"
        );
        assert_eq!(marked(&text, RULE.code), [ad]);
        let text = "在会上的讲话\n同志们：\n要抓好【www.haowen-example.com】落实，务求实效，不走过场。\n谢谢大家！";
        assert_eq!(marked(text, RULE.code), ["【www.haowen-example.com】"]);
    }
}
