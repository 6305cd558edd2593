//! In: a line, folded. Out: whether it is a date, a name, a note and the like.

use crate::text::{exceeds, is_alphabetic, is_alphanumeric};

/// Whether two lines are the same title: blanks, quotation marks and masked words aside.
pub(super) fn is_same_title(line: &str, title: &str) -> bool {
    let bare = |text: &str| -> Vec<char> {
        text.chars()
            .filter(|c| is_alphanumeric(*c) && !matches!(c, 'x' | 'X' | '×'))
            .collect()
    };
    let line = bare(line);
    !line.is_empty() && line == bare(title)
}

/// （2014年1月26日） and the like, alone on a line.
pub(super) fn is_date(line: &str) -> bool {
    let bare = line.trim_matches(['(', ')', '（', '）', ' ', '　', '【', '】']);
    let short = bare.chars().count() <= 16;
    let year = bare.find('年');
    short
        && year.is_some_and(|at| bare[at..].contains('月'))
        && bare.chars().all(|c| {
            c.is_numeric()
                || matches!(
                    c,
                    '年' | '月' | '日' | 'x' | 'X' | '×' | '*' | '〇' | '○' | ' ' | '　'
                )
                || crate::structure::numeral::is_han_digit(c)
        })
}

pub(super) fn is_bracketed(line: &str) -> bool {
    line.starts_with(['(', '（']) && line.ends_with([')', '）']) && line.chars().count() <= 40
}

/// （掌声）
pub(super) fn is_stage_direction(line: &str) -> bool {
    is_bracketed(line)
        && ["掌声", "鼓掌", "完", "音乐", "鞠躬"]
            .iter()
            .any(|word| line.contains(word))
}

/// （根据录音整理，未经本人审阅）
pub(super) fn is_note(line: &str) -> bool {
    is_bracketed(line)
        && ["录音", "整理", "审阅", "审定", "未经本人"]
            .iter()
            .any(|word| line.contains(word))
}

/// A speaker's line: a name, perhaps with an office before it.
pub(super) fn is_name(line: &str) -> bool {
    let letters = line.chars().filter(|c| !c.is_whitespace()).count();
    let plain = line.chars().all(|c| is_alphabetic(c) || c.is_whitespace());
    plain && (2..=4).contains(&letters)
        || plain && letters <= 16 && line.contains([' ', '　'])
        || is_office_with_name(line)
}

/// 县委常委、宣传部部长　李　明
fn is_office_with_name(line: &str) -> bool {
    const LONGEST: usize = 40;
    const OFFICES: [&str; 10] = [
        "书记",
        "部长",
        "主任",
        "局长",
        "县长",
        "市长",
        "校长",
        "主席",
        "经理",
        "董事长",
    ];
    let Some((office, name)) = line.split_once([' ', '　']) else {
        return false;
    };
    let letters = name.chars().filter(|c| !c.is_whitespace());
    let is_name = letters.clone().all(is_alphabetic) && (2..=4).contains(&letters.count());
    is_name && !exceeds(office, LONGEST) && OFFICES.iter().any(|word| office.ends_with(word))
}

/// Whether a line is one label of the occasion: 时　间：3月1日, 【致辞人】县长
pub(super) fn is_label_of_occasion(line: &str) -> bool {
    const LONGEST_LABEL: usize = 8;
    const LABELS: [&str; 20] = [
        "时间",
        "地点",
        "会议时间",
        "会议地点",
        "活动时间",
        "活动地点",
        "主讲人",
        "主讲",
        "主持人",
        "主持",
        "演讲者",
        "演讲人",
        "发言人",
        "讲话人",
        "致辞人",
        "致词人",
        "致辞背景",
        "致辞时间",
        "参会人员",
        "参加人员",
    ];
    let bracketed = line
        .strip_prefix('【')
        .and_then(|rest| rest.split_once('】'));
    let Some((label, _)) = bracketed.or_else(|| line.split_once(['：', ':'])) else {
        return false;
    };
    let letters = label.chars().filter(|c| !c.is_whitespace());
    let bare: String = letters.take(LONGEST_LABEL).collect();
    LABELS.contains(&bare.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_the_occasion_are_told() {
        assert!(is_label_of_occasion("时　间：3月1日上午"));
        assert!(is_label_of_occasion("【致辞人】县水利局局长"));
        assert!(!is_label_of_occasion("各位领导、同志们："));
        assert!(!is_label_of_occasion("时间紧、任务重：大家要抓紧"));
    }
}
