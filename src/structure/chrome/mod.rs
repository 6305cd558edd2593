//! In: a line, folded. Out: whether it belongs to the web page around a text rather than to the text.

mod notices;
mod words;

use crate::text::fold::Bitmap;
use crate::text::{exceeds, is_alphanumeric, signs};
use notices::is_notice;
pub(super) use notices::is_offer;
use words::{BLOCK_HEADINGS, BUTTONS, EARLIER, FURNITURE, HANDS, INVITATIONS, LABELS, SPAM};

/// What a line of a web page around a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Chrome {
    /// A line by itself: a date of publication, a source address, a trail of links.
    Line,
    /// The heading of a block that runs to the end of the text: related articles and the like.
    BlockHeading,
}

/// The characters that they begin with.
static SPAM_BEGINNINGS: Bitmap = Bitmap::of("高国在免无字亚视", 1);

/// The characters that the words of the tables above begin with, and those that headings of blocks end in: nearly every line
/// of a speech is told by one look.
static BEGINNINGS: Bitmap = Bitmap::of(
    "上下为主人以作供值全公关分初加原友发向喜回图在复字审延张往微您扫投拓排推摄收文日时更最本来标栏校浏点热版访用网评手猜监相看精终继编设识责转轻近返通长阅资大格页",
    1,
);
static HEADING_ENDS: Bitmap = Bitmap::of("关容文欢的章荐词读趣过", 1);

/// Characters that a line of page furniture has at most.
const LONGEST: usize = 120;

/// Whether a line heads a block of links that runs to the end of the text.
pub(super) fn heads_block(line: &str) -> bool {
    if exceeds(line, LONGEST) {
        return false;
    }
    let bare = line.trim_matches(|c| !is_alphanumeric(c));
    let may_head = bare.starts_with(|c: char| BEGINNINGS.holds(c))
        || bare.ends_with(|c: char| HEADING_ENDS.holds(c));
    may_head && is_block_heading(line, bare)
}

/// Characters that a notice has at most: what lawyers write is longer.
const LONGEST_NOTICE: usize = 300;

/// Reads a line as a part of a web page.
pub(super) fn chrome(line: &str) -> Option<Chrome> {
    if exceeds(line, LONGEST) {
        let is_short = !exceeds(line, LONGEST_NOTICE);
        return (is_short && is_notice(line)).then_some(Chrome::Line);
    }
    if heads_block(line) {
        return Some(Chrome::BlockHeading);
    }
    let bare = line.trim_matches(|c| !is_alphanumeric(c));
    let begins = bare.starts_with(|c: char| BEGINNINGS.holds(c));
    let named = begins
        && (is_label(line, bare)
            || FURNITURE.iter().any(|words| bare.starts_with(words))
            || is_of_article(line, bare));
    let furniture = named
        || is_trail(line)
        || is_spam(line)
        || is_address(line)
        || is_numbers(line)
        || is_stamped(bare)
        || is_byline(line)
        || is_notice(line);
    furniture.then_some(Chrome::Line)
}

/// Whether a line is what a page that hands out documents puts between the name of one and its text: a button, a date, a
/// size, a number of pages or of readers.
pub(super) fn is_badge(line: &str) -> bool {
    const UNITS: [&str; 17] = [
        "", "+", "KB", "MB", "K", "页", "頁", "次", "人", "积分", "金币", "元", "分", "阅读",
        "发布", "上传", "更新",
    ];
    let is_number = |c: char| c.is_ascii_digit() || ".-:/ 年月日".contains(c);
    let unit = line.trim_start_matches(is_number);
    BUTTONS.contains(&line) || line.len() > unit.len() && UNITS.contains(&unit.trim())
}

/// 相关内容： alone, or at the end of a short line (……讲话 相关文章：).
fn is_block_heading(line: &str, bare: &str) -> bool {
    const LONGEST_HEADING: usize = 40;
    let short = !exceeds(bare, LONGEST_HEADING);
    let named = || {
        let mut headings = BLOCK_HEADINGS.iter();
        headings.any(|words| bare.starts_with(words) || bare.ends_with(words))
    };
    short && !line.ends_with('。') && (EARLIER.contains(&bare) || named())
}

fn is_label(line: &str, bare: &str) -> bool {
    LABELS.iter().any(|label| {
        bare.strip_prefix(label).is_some_and(|rest| {
            let is_all = rest.is_empty() && line.ends_with(['：', ':']);
            is_all || rest.starts_with(['：', ':']) && rest.chars().count() < 40
        })
    })
}

/// 首页 > 范文大全 > 演讲稿
fn is_trail(line: &str) -> bool {
    let steps = signs(line)
        .filter(|(_, sign)| matches!(sign, '>' | '›' | '»' | '→'))
        .count();
    steps >= 2 || steps == 1 && (line.contains("首页") || line.contains("当前位置"))
}

fn is_spam(line: &str) -> bool {
    let mut found = [false; SPAM.len()];
    for (at, _) in line
        .char_indices()
        .filter(|&(_, c)| SPAM_BEGINNINGS.holds(c))
    {
        let begins = |words: &&str| line[at..].starts_with(*words);
        if let Some(word) = SPAM.iter().position(begins) {
            found[word] = true;
        }
    }
    found.into_iter().filter(|&found| found).count() >= 2
}

/// 点击上方蓝字关注…, 审核｜老王, 原创 老王 基层之声: what stands around an article of a messenger.
fn is_of_article(line: &str, bare: &str) -> bool {
    const LONGEST_LINE: usize = 40;
    if exceeds(line, LONGEST_LINE) || line.ends_with('。') {
        return false;
    }
    let signed = |label: &&str| {
        let rest = bare.strip_prefix(*label);
        rest.is_some_and(|rest| {
            rest.trim_start()
                .starts_with(['：', ':', '｜', '|', '丨', '/'])
        })
    };
    bare.starts_with("原创 ")
        || INVITATIONS.iter().any(|words| bare.starts_with(words))
        || HANDS.iter().any(signed)
}

/// — END —, or a line with day and hour: 老王 2026-03-12 07:30
fn is_stamped(bare: &str) -> bool {
    const LONGEST_LINE: usize = 40;
    bare.eq_ignore_ascii_case("end")
        || bare.contains(':')
            && !exceeds(bare, LONGEST_LINE)
            && bare.split(' ').any(is_hour)
            && has_day(bare)
}

/// 2014-03-14 来源：记者站 浏览数：12: fields with blanks between, of which one is labelled and another tells that a site wrote
/// them.
fn is_byline(line: &str) -> bool {
    const LONGEST_LINE: usize = 60;
    if exceeds(line, LONGEST_LINE) || line.ends_with('。') || !line.contains(['：', ':']) {
        return false;
    }
    let is_labelled = |field: &str| {
        let label = field.split_once(['：', ':']).map(|(label, _)| label);
        label.is_some_and(|label| LABELS.contains(&label) || HANDS.contains(&label))
    };
    let fields = || line.split_whitespace();
    let labelled = fields().filter(|field| is_labelled(field)).count();
    labelled > 0 && (labelled > 1 || fields().any(|field| has_day(field) || field.ends_with('网')))
}

/// 07:30
fn is_hour(word: &str) -> bool {
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    word.split_once(':')
        .is_some_and(|(hour, minute)| digits(hour) && digits(minute))
}

/// 2026-03-12
fn has_day(line: &str) -> bool {
    let is_day = |word: &str| {
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        digits == 8 && word.len() == 10 && word.matches(['-', '/', '.']).count() == 2
    };
    line.split(' ').any(is_day)
}

/// A line that is mostly a web address.
fn is_address(line: &str) -> bool {
    let named = line.contains('.')
        && (line.contains("http://") || line.contains("https://") || line.contains("www."));
    let latin = || line.bytes().filter(u8::is_ascii_graphic).count();
    named && latin() * 2 > line.chars().count()
}

/// 首页 上一页 1 2 3 下一页
fn is_numbers(line: &str) -> bool {
    line.starts_with("上一页") || line.ends_with("下一页") || line.ends_with("尾页")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_furniture_is_told() {
        for line in [
            "首页 > 范文 > 讲话稿",
            "发布时间：2023-05-06",
            "作者：佚名",
            "【本文地址：http://example.com/1.html】",
            "上一篇：年终总结",
            "www.example.com 范文网",
            "来源:网络",
            "张贴日期: 2024-09-01  点阅:38",
            "点击上方蓝字关注“基层之声”",
            "原创 老王 基层之声 2026-03-12 07:30 江苏",
            "基层之声 2026-03-12 07:30",
            "审核｜老王",
            "— END —",
            "2014-03-14   来源：记者站     浏览数：",
            "老王范文网 编辑：小景",
            "点个“在看”支持一下↓↓↓",
        ] {
            assert_eq!(chrome(line), Some(Chrome::Line), "{line}");
        }
        for line in [
            "相关文章：",
            "防汛讲话 相关内容:",
            "【推荐阅读】",
            "往期推荐",
        ] {
            assert_eq!(chrome(line), Some(Chrome::BlockHeading), "{line}");
        }
    }

    #[test]
    fn the_first_looks_pass_over_no_table() {
        let tables: [&[&str]; 6] = [
            &LABELS,
            &BLOCK_HEADINGS,
            &FURNITURE,
            &INVITATIONS,
            &HANDS,
            &EARLIER,
        ];
        for words in tables.concat() {
            assert!(words.starts_with(|c| BEGINNINGS.holds(c)), "{words}");
        }
        for words in BLOCK_HEADINGS {
            assert!(words.ends_with(|c| HEADING_ENDS.holds(c)), "{words}");
        }
    }

    #[test]
    fn badges_are_told() {
        for line in [
            "VIP",
            "侵权投诉",
            "2025-03-04",
            "36.5KB",
            "12 页",
            "800+",
            "1024人",
        ] {
            assert!(is_badge(line), "{line}");
        }
        for line in [
            "各位领导：",
            "张三",
            "2025年工作要点",
            "一、下载",
            "3个问题",
        ] {
            assert!(!is_badge(line), "{line}");
        }
    }

    #[test]
    fn words_of_a_speech_are_not() {
        for line in [
            "时间紧、任务重，大家要抓紧",
            "作者在书中写道",
            "我们要认真落实相关内容。",
            "发布时间另行通知",
            "增长率 > 5%",
            "会议时间：3月1日 地点：三楼会议室",
            "审核把关要严",
            "关注我们身边的困难群众，是每一名干部的本分，要时时放在心上。",
            "二、过去一年的精彩回顾",
            "会议定于2026-03-12召开",
            "请访问 www.example.com 查询政策，各单位要做好宣传解释工作，确保群众知晓",
        ] {
            assert_eq!(chrome(line), None, "{line}");
        }
    }
}
