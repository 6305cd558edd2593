//! In: a line, folded. Out: whether it belongs to the web page around a text rather than to the text.

use crate::text::fold::Bitmap;
use crate::text::{exceeds, is_alphanumeric, signs};

/// What a line of a web page around a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Chrome {
    /// A line by itself: a date of publication, a source address, a trail of links.
    Line,
    /// The heading of a block that runs to the end of the text: related articles and the like.
    BlockHeading,
}

/// Words that begin a line of page furniture, with a colon after them.
const LABELS: [&str; 30] = [
    "发布时间",
    "发布日期",
    "更新时间",
    "更新日期",
    "时间",
    "日期",
    "来源",
    "文章来源",
    "本文来源",
    "作者",
    "编辑",
    "责任编辑",
    "责编",
    "浏览",
    "浏览次数",
    "点击",
    "点击数",
    "阅读",
    "字号",
    "字体",
    "栏目",
    "标签",
    "投稿",
    "本文地址",
    "张贴日期",
    "公告日期",
    "点阅",
    "点阅数",
    "人气",
    "张贴者",
];

/// Words that head a block of links after a text.
const BLOCK_HEADINGS: [&str; 18] = [
    "相关内容",
    "相关文章",
    "相关阅读",
    "相关推荐",
    "相关范文",
    "推荐阅读",
    "延伸阅读",
    "拓展阅读",
    "猜你喜欢",
    "热门文章",
    "热门推荐",
    "最新文章",
    "相关热词",
    "看过本文的还看过",
    "看了本文的",
    "更多相关",
    "您可能感兴趣",
    "为您推荐",
];

/// Words that only page furniture has.
const FURNITURE: [&str; 24] = [
    "本文地址",
    "本文链接",
    "原文地址",
    "原文链接",
    "转载请注明",
    "版权所有",
    "返回首页",
    "返回顶部",
    "返回列表",
    "上一篇",
    "下一篇",
    "上一则",
    "下一则",
    "回上一页",
    "友善列印",
    "扫一扫",
    "分享到",
    "加入收藏",
    "收藏本站",
    "设为首页",
    "点击下载",
    "下载文档",
    "全文阅读",
    "微信公众号",
];

/// What an article of a messenger (公众号) says around its text, at the start of a short line.
const INVITATIONS: [&str; 30] = [
    "点击上方",
    "点击下方",
    "点击蓝字",
    "点击关注",
    "点击阅读原文",
    "点击“阅读原文",
    "点击原文",
    "阅读原文",
    "轻触阅读原文",
    "长按识别",
    "长按二维码",
    "长按图片",
    "长按关注",
    "识别二维码",
    "扫码关注",
    "扫码加入",
    "微信扫",
    "关注我们",
    "收录于合集",
    "收录于专辑",
    "收录于话题",
    "以下文章来源于",
    "继续滑动看下一个",
    "向上滑动看下一个",
    "喜欢就点",
    "点个在看",
    "点个“在看",
    "点个赞",
    "设为星标",
    "在小说阅读器",
];

/// Who has had a hand in such an article, before a colon or a stroke.
const HANDS: [&str; 18] = [
    "审核",
    "校对",
    "排版",
    "编审",
    "编校",
    "监制",
    "供稿",
    "供图",
    "初审",
    "复审",
    "终审",
    "图文",
    "摄影",
    "通讯员",
    "主编",
    "值班编辑",
    "编辑",
    "来源",
];

/// What heads its links to others, alone on a line.
const EARLIER: [&str; 11] = [
    "往期推荐",
    "往期回顾",
    "往期精选",
    "往期精彩",
    "往期精彩回顾",
    "精彩推荐",
    "更多精彩",
    "近期热文",
    "热文推荐",
    "推荐关注",
    "喜欢此内容的人还喜欢",
];

/// What the buttons and badges of a page that hands out documents say, each on a line of its own.
const BUTTONS: [&str; 22] = [
    "VIP",
    "VIP专免",
    "VIP免费",
    "下载",
    "举报",
    "侵权投诉",
    "投诉",
    "免费下载",
    "全屏",
    "分享",
    "复制",
    "复制全文",
    "打印",
    "收藏",
    "正文复制",
    "海报",
    "点赞",
    "立即下载",
    "评论",
    "赏",
    "阅读",
    "预览",
];

/// Words of ads that search-engine spam puts before scraped texts.
const SPAM: [&str; 8] = [
    "高清",
    "国产",
    "在线观看",
    "免费看",
    "无码",
    "字幕",
    "亚洲",
    "视频免费",
];

/// The characters that they begin with.
static SPAM_BEGINNINGS: Bitmap = Bitmap::of("高国在免无字亚视", 1);

/// The characters that the words of the tables above begin with, and those that headings of blocks end in: nearly every line
/// of a speech is told by one look.
static BEGINNINGS: Bitmap = Bitmap::of(
    "上下为主人以作供值全公关分初加原友发向喜回图在复字审延张往微您扫投拓排推摄收文日时更最本来标栏校浏点热版猜监相看精终继编设识责转轻近返通长阅",
    1,
);
static HEADING_ENDS: Bitmap = Bitmap::of("关容文欢的章荐词读趣过", 1);

/// Characters that a line of page furniture has at most.
const LONGEST: usize = 120;

/// Reads a line as a part of a web page.
pub(super) fn chrome(line: &str) -> Option<Chrome> {
    if exceeds(line, LONGEST) {
        return None;
    }
    let bare = line.trim_matches(|c| !is_alphanumeric(c));
    let begins = bare.starts_with(|c: char| BEGINNINGS.holds(c));
    if (begins || bare.ends_with(|c: char| HEADING_ENDS.holds(c))) && is_block_heading(line, bare) {
        return Some(Chrome::BlockHeading);
    }
    let named = begins
        && (is_label(bare)
            || FURNITURE.iter().any(|words| bare.starts_with(words))
            || is_of_article(line, bare));
    let furniture = named
        || is_trail(line)
        || is_spam(line)
        || is_address(line)
        || is_numbers(line)
        || is_stamped(bare);
    furniture.then_some(Chrome::Line)
}

/// Whether a line is what a page that hands out documents puts between the name of one and its text: a button, a date, a
/// size, a number of pages or of readers.
pub(super) fn is_badge(line: &str) -> bool {
    const UNITS: [&str; 14] = [
        "", "+", "KB", "MB", "K", "页", "頁", "次", "人", "积分", "金币", "元", "分", "阅读",
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

fn is_label(bare: &str) -> bool {
    LABELS.iter().any(|label| {
        bare.strip_prefix(label)
            .is_some_and(|rest| rest.starts_with(['：', ':']) && rest.chars().count() < 40)
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
