//! Markers that are such only beside others of their kind, or in the mouth of a chairperson: 第一轮, 优势一、,
//! 一完成, 进行第一项. Whether the others are there is for the caller to see.

use super::forms::{Shape, optional_separator};
use super::{Marker, Style};
use crate::structure::numeral::{Numeral, Numerals, is_han_digit};

/// Words that a chairperson leads over to the next item with: 下面进行会议第二项议程.
const AGENDA_LEADS: [&str; 16] = [
    "下面",
    "现在",
    "接下来",
    "首先",
    "最后",
    "会议",
    "大会",
    "活动",
    "今天",
    "进行",
    "的",
    "请大家",
    "我们",
    "，",
    ",",
    "开始",
];

/// Bytes of the name of what is held before 进行第一项, at most: 揭牌仪式.
const LONGEST_HELD: usize = 24;

/// Nouns after an ordinal that make it an item only beside others of its kind: 第一轮……第二轮…….
const TURNS: [&str; 8] = ["轮", "组", "步", "阶段", "层", "类", "种", "批"];

/// Measures of whatever a speaker counts: 第一把钥匙, 第二个叮嘱.
const THINGS: &str = "个件句条把项种样份首张封颗杯门堂只面扇座盏支";

/// Whether words after an ordinal are a measure and the noun that is counted: 把钥匙, and not the unit 项.
pub(in crate::structure) fn counts_things(words: &str) -> bool {
    let noun = words.strip_prefix(|c| THINGS.contains(c));
    noun.is_some_and(|noun| !noun.is_empty())
}

/// Characters that a number before them counts or belongs to: 三年前, 四季度, 五个村.
const MEASURES: &str = "年月日个些句段线张到大季方位名次种项条点件天周期家人时级届度百千万亿元分半两多余几组批类层\
    套支台辆户吨米亩座所间部场声号楼班区县市省厂路街村乡镇岁旬";

/// Words that begin like a measure and are none: 二项目建设, 四人才培养.
const NO_MEASURES: [&str; 32] = [
    "项目", "组织", "人才", "人民", "人员", "部署", "部门", "班子", "条件", "方法", "方式", "方案",
    "方向", "市场", "区域", "大力", "多措", "多方", "层层", "乡村", "村级", "县域", "路径", "场所",
    "声誉", "线索", "台账", "年度", "家庭", "分类", "分级", "分工",
];

/// Characters that 一 makes a word with: 一定, 一直, 一旦.
const AFTER_ONE: &str = "流起直旦定般样概律旁切边行番味手带侧体再向致举经把份同味股片阵番辈";

impl Marker {
    /// The marker at the start of a clause that has others of its kind beside it: 第一轮…，第二轮….
    pub(in crate::structure) fn read_turn(text: &str, offset: usize) -> Option<Self> {
        let open = '第'.len_utf8();
        let numeral = Numeral::read(text.strip_prefix('第')?)?;
        let unit = TURNS
            .iter()
            .find(|unit| text[open + numeral.length..].starts_with(**unit))?;
        let whole = open + numeral.length + unit.len();
        // 第一组的成绩 speaks of a turn; it does not begin one.
        if text[whole..].starts_with('的') {
            return None;
        }
        Some(Shape::new(Style::OrdinalUnit, numeral, open, whole).at(offset))
    }

    /// A chairperson's item at the start of a line: 下面进行会议第二项议程.
    pub(in crate::structure) fn read_agenda(line: &str, offset: usize) -> Option<Self> {
        let mut rest = line;
        while let Some(lead) = AGENDA_LEADS.iter().find(|lead| rest.starts_with(**lead)) {
            rest = &rest[lead.len()..];
        }
        // 开工仪式进行第一项: whatever is held.
        let begins = |at: &usize| {
            let from = rest.as_bytes().get(*at..);
            from.is_some_and(|from| from.starts_with("进行第".as_bytes()))
        };
        if let Some(held) = (0..=LONGEST_HELD).find(begins)
            && rest[..held].chars().all(|c| matches!(c, '一'..='龥'))
        {
            rest = &rest[held + "进行".len()..];
        }
        let open = '第'.len_utf8();
        let numeral = Numeral::read(rest.strip_prefix('第')?)?;
        let after = rest[open + numeral.length..].strip_prefix('项')?;
        let goes_on = ["工作", "任务", "成果", "改革", "措施"]
            .iter()
            .any(|noun| after.starts_with(noun));
        let whole = open + numeral.length + '项'.len_utf8() + optional_separator(after);
        let at = offset + line.len() - rest.len();
        (!goes_on).then(|| Shape::new(Style::OrdinalUnit, numeral, open, whole).at(at))
    }

    /// The same in the middle of a line, where the words leave no doubt: 下面进行第三项.
    pub(in crate::structure) fn read_agenda_led(clause: &str, offset: usize) -> Option<Self> {
        let marker = Self::read_agenda(clause, offset)?;
        let lead = &clause[..marker.span.start - offset];
        let after = &clause[marker.span.end - offset..];
        let named = ["议程", "程序", "议题", "仪式"]
            .iter()
            .any(|noun| after.starts_with(noun));
        (!lead.is_empty() && (named || lead.contains("进行"))).then_some(marker)
    }

    /// An item of what is held, told only by its like: 婚礼第一项：请新人入场！; with what is held.
    pub(in crate::structure) fn read_held_item(line: &str, offset: usize) -> Option<(&str, Self)> {
        let open = line
            .find('第')
            .filter(|&at| (1..=LONGEST_HELD).contains(&at))?;
        let (held, rest) = line.split_at(open);
        let numeral = Numeral::read(rest.strip_prefix('第')?)?;
        let end = open + '第'.len_utf8() + numeral.length;
        let after = line[end..].strip_prefix('项')?;
        let separator = after
            .chars()
            .next()
            .filter(|c| matches!(c, '：' | ':' | '，' | '、' | ' '))?;
        if !held.chars().all(|c| matches!(c, '一'..='龥')) {
            return None;
        }
        let whole = line.len() - after.len() + separator.len_utf8();
        let shape = Shape::new(Style::OrdinalUnit, numeral, open + '第'.len_utf8(), whole);
        Some((held, shape.at(offset)))
    }

    /// A noun and an ordinal at the start of a line: 优势一、 措施二： with the noun, which its siblings
    /// share.
    pub(in crate::structure) fn read_noun_ordinal(
        line: &str,
        offset: usize,
    ) -> Option<(&str, Self)> {
        const LONGEST_NOUN: usize = 4;
        let mut before = 0;
        for character in line.chars().take(LONGEST_NOUN) {
            if !matches!(character, '一'..='龥') || is_han_digit(character) || character == '第'
            {
                return None;
            }
            before += character.len_utf8();
            if before == character.len_utf8() {
                continue;
            }
            let Some(numeral) = Numeral::read(&line[before..]) else {
                continue;
            };
            let rest = &line[before + numeral.length..];
            let separator = rest
                .chars()
                .next()
                .filter(|c| matches!(c, '、' | '：' | ':' | '.' | '．'))?;
            let whole = before + numeral.length + separator.len_utf8();
            let shape = Shape::new(Style::NounOrdinal, numeral, before, whole);
            return Some((&line[..before], shape.at(offset)));
        }
        None
    }

    /// An ordinal with the noun that it counts at the start of a line, whatever is counted: 第一把钥匙是…, 第二个叮嘱，…; with
    /// the words that its siblings share.
    pub(in crate::structure) fn read_ordinal_noun(
        line: &str,
        offset: usize,
    ) -> Option<(&str, Self)> {
        const LONGEST_NOUN: usize = 4;
        const ENDS: [char; 10] = ['，', '、', '：', ':', ',', '是', '就', '叫', '“', '—'];
        let open = '第'.len_utf8();
        let numeral = Numeral::read(line.strip_prefix('第')?)?;
        let words = &line[open + numeral.length..];
        let noun = words.strip_prefix(|c| THINGS.contains(c))?;
        let length = noun.find(ENDS)?;
        let plain = noun[..length].chars().all(|c| matches!(c, '一'..='龥'));
        if !plain || noun[..length].chars().count() > LONGEST_NOUN {
            return None;
        }
        let words = &words[..words.len() - noun.len() + length];
        let end = open + numeral.length + words.len();
        let whole = end + optional_separator(&line[end..]);
        let shape = Shape::new(Style::OrdinalUnit, numeral, open, whole);
        Some((words, shape.at(offset)))
    }

    /// A number that has lost its separator at the start of a line: 一完成年度任务, 2落实责任; or has a blank in its
    /// place, as in books: 一　总体要求. It is a marker only where its neighbours go on counting.
    pub(in crate::structure) fn read_bare(line: &str, offset: usize) -> Option<Self> {
        let numeral = Numeral::read(line)?;
        let style = match numeral.numerals {
            Numerals::Han => Style::HanBare,
            Numerals::Digits | Numerals::FullWidthDigits => Style::DigitBare,
            _ => return None,
        };
        let after = &line[numeral.length..];
        let rest = after.trim_start_matches([' ', '\u{3000}']);
        let blank = after.len() - rest.len();
        let next = rest.chars().next()?;
        if blank > 0 {
            let row = Numeral::read(rest).is_some_and(|other| {
                let ends = ['、', ' ', '\u{3000}'];
                rest.len() == other.length || rest[other.length..].starts_with(ends)
            });
            let said = matches!(next, '一'..='龥') && !row;
            let shape = Shape::new(style, numeral, 0, numeral.length + blank);
            return (said && style == Style::HanBare).then(|| shape.at(offset));
        }
        let is_measure =
            MEASURES.contains(next) && !NO_MEASURES.iter().any(|word| rest.starts_with(word));
        let goes_on = is_measure || numeral.value == 1 && AFTER_ONE.contains(next);
        if !matches!(next, '一'..='龥') || is_han_digit(next) || goes_on {
            return None;
        }
        let mut shape = Shape::new(style, numeral, 0, numeral.length);
        shape.malformed = true;
        Some(shape.at(offset))
    }
}
