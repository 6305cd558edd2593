//! In: a paragraph, folded. Out: how much it sounds like the end of a speech.

/// From this strength a paragraph ends a speech wherever it stands.
pub(super) const CERTAIN: u32 = 3;
/// From this strength a paragraph near the end is the closing.
pub(super) const LIKELY: u32 = 2;

/// Words that turn to the audience, or back over the whole, at the start of a closing.
const TURNS: [&str; 23] = [
    "归根到底",
    "归根结底",
    "同志们",
    "各位",
    "老师们",
    "同学们",
    "朋友们",
    "女士们",
    "最后",
    "总之",
    "总而言之",
    "让我们",
    "以上",
    "在此",
    "在这里",
    "我相信",
    "我坚信",
    "由于时间",
    "因为时间",
    "衷心",
    "预祝",
    "祝",
    "希望",
];

/// Words of resolve, wishes and thanks that closings have.
const CALLS: [&str; 50] = [
    "让我们",
    "贡献",
    "共同努力",
    "努力奋斗",
    "而奋斗",
    "携手",
    "并肩",
    "祝愿",
    "祝福",
    "预祝",
    "祝大家",
    "祝各位",
    "祝同学",
    "承诺",
    "再创",
    "再铸",
    "新的辉煌",
    "新辉煌",
    "新篇章",
    "加油",
    "批评指正",
    "请指正",
    "请评议",
    "请审议",
    "述职完毕",
    "汇报完毕",
    "报告完毕",
    "发言完毕",
    "演讲完毕",
    "投我一票",
    "再见",
    "我宣布",
    "感谢",
    "谢谢",
    "以上是",
    "以上就是",
    "一定能",
    "一定会",
    "胜利",
    "圆满成功",
    "身体健康",
    "万事如意",
    "工作愉快",
    "新局面",
    "新台阶",
    "前进",
    "不懈努力",
    "更大的成绩",
    "美好的明天",
    "合格人才",
];

/// Whether a paragraph says of itself that the closing begins with it.
pub(super) fn begins_closing(paragraph: &str) -> bool {
    ["最后", "总之", "总而言之", "以上"]
        .iter()
        .any(|word| paragraph.starts_with(word))
}

/// Whether a paragraph begins by calling to its audience: 毕业生们，……
fn calls_out(paragraph: &str) -> bool {
    const LONGEST_NAME: usize = 8;
    let mut characters = paragraph.chars().take(LONGEST_NAME);
    let ours = ["我们", "他们", "她们", "它们", "你们", "人们", "咱们"];
    let called = characters.position(|c| matches!(c, '，' | ',' | '！' | '!'));
    called.is_some_and(|length| {
        let comma = paragraph.char_indices().nth(length);
        let name = &paragraph[..comma.map_or(0, |(at, _)| at)];
        name.ends_with('们') && !ours.iter().any(|word| name.ends_with(word))
    })
}

/// How much a paragraph sounds like the end of a speech: 0 not at all.
pub(super) fn strength(paragraph: &str) -> u32 {
    let turn = TURNS.iter().any(|word| paragraph.starts_with(word)) || calls_out(paragraph);
    let calls = CALLS
        .iter()
        .filter(|word| paragraph.contains(**word))
        .count();
    let end_start = paragraph
        .char_indices()
        .rev()
        .nth(40)
        .map_or(0, |(index, _)| index);
    let ends_in_call = CALLS
        .iter()
        .any(|word| paragraph[end_start..].contains(word));
    u32::from(turn) * 2 + u32::from(calls > 1) + u32::from(ends_in_call)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_to_the_audience_is_certain() {
        let closing = "同志们，让我们携手并肩，为建设美好家乡作出新的更大贡献！";
        assert!(strength(closing) >= CERTAIN);
        assert!(strength("乡亲们，好日子在后头，明年再见！") >= CERTAIN);
        assert!(strength("总之，我们一定要从大局出发，把工作抓实。") >= LIKELY);
    }

    #[test]
    fn a_paragraph_of_facts_is_none() {
        assert_eq!(strength("第一、二季度的账目已经核对完毕。"), 0);
        assert!(strength("述职完毕，请各位评议。") > 0);
        assert_eq!(
            strength("全年完成投资三亿元，同比增长两成，为历史最好水平。"),
            0
        );
    }
}
