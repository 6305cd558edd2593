//! In: a line, folded. Out: whether a site that collects texts speaks in it: of the text that it offers (小编为大家整理了…),
//! or of what a reader may do with the document (本文档由用户上传…, 试读结束…). Nobody reads either aloud.

/// Words that a site says of the texts that it offers; one alone may be anybody's.
const OFFERS: [&str; 18] = [
    "小编",
    "整理",
    "精选",
    "范文",
    "样本",
    "分享",
    "阅读",
    "参考",
    "借鉴",
    "帮助",
    "帮到",
    "收集",
    "搜集",
    "一起来看",
    "一起看看",
    "灵感",
    "启发",
    "网友",
];

/// Whether a paragraph before a text offers it: 下面是小编给大家整理的发言稿，欢迎阅读。
pub(in crate::structure) fn is_offer(line: &str) -> bool {
    let said = OFFERS.iter().filter(|words| line.contains(**words));
    said.count() >= 2
}

/// Words that only notices about a document have.
const NOTICES: [&str; 25] = [
    "本文档",
    "网站客服",
    "客服QQ",
    "试读结束",
    "预览结束",
    "免费获取全文",
    "联系老师",
    "当前显示",
    "当前仅显示",
    "正式会员可",
    "会员可完整",
    "会员文档",
    "阅读下面提示信息",
    "阅读下面的提示信息",
    "格式文档",
    "点此处下载",
    "点击此处下载",
    "下载本文",
    "迅雷",
    "由会员上传",
    "由用户上传",
    "需要先登录",
    "本站仅提供",
    "与本站立场无关",
    "互联网用户自发",
];

/// Whether a line is a notice about the document: 本文档由用户上传，…… （未完，全文共1662字）
pub(super) fn is_notice(line: &str) -> bool {
    let lowered = || line.to_ascii_lowercase();
    let names_file = || {
        let ends = [".doc", ".docx", ".pdf", "word文档"];
        line.starts_with("下载") && ends.iter().any(|end| lowered().ends_with(end))
    };
    NOTICES.iter().any(|words| line.contains(words)) || counts_whole(line) || names_file()
}

/// 全文共1662字
fn counts_whole(line: &str) -> bool {
    let counted = line.split_once("全文共").map(|(_, rest)| rest.trim_start());
    counted.is_some_and(|rest| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        digits > 0 && rest[digits..].trim_start().starts_with('字')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_and_notices_are_told() {
        for line in [
            "下面是小编给大家整理的发言稿，仅供参考。",
            "我们为您精选了8篇演讲稿样本，请尽情阅读。",
            "以下是整理的村民大会讲话，欢迎大家阅读。",
        ] {
            assert!(is_offer(line), "{line}");
        }
        for line in [
            "- 1、本文档由用户上传，可阅读全部内容。",
            "试读结束，开通会员文档无限下载使用",
            "（未完，全文共1662字，当前显示422字）",
            "下载在全县春耕会议上的讲话.doc",
            "版权声明：本文内容由互联网用户自发贡献，本站仅提供信息存储空间服务。",
            "（阅读全部内容，您需要先登录！）",
        ] {
            assert!(is_notice(line), "{line}");
        }
    }

    #[test]
    fn the_words_of_a_speaker_are_neither() {
        for line in [
            "我整理了几点体会，与大家交流。",
            "本站全体职工要守住供电的底线。",
            "希望各位会员积极参加协会的活动。",
            "报告全文共分五个部分。",
        ] {
            assert!(!is_offer(line) && !is_notice(line), "{line}");
        }
    }
}
