//! In: a line, folded. Out: whether, and how far, it addresses the audience: salutation, greeting, thanks.

use crate::text::{exceeds, is_alphabetic, is_alphanumeric, signs};

/// How people are addressed: the words that a salutation has somewhere before its colon.
const ADDRESSED: [&str; 44] = [
    "同志们",
    "同志",
    "领导",
    "来宾",
    "嘉宾",
    "贵宾",
    "朋友",
    "代表",
    "委员",
    "老师",
    "同学",
    "家长",
    "同仁",
    "同事",
    "评委",
    "女士",
    "先生",
    "乡亲",
    "父老",
    "战友",
    "伙伴",
    "各位",
    "大家",
    "专家",
    "院士",
    "校友",
    "员工",
    "职工",
    "干部",
    "党员",
    "青年",
    "战士",
    "官兵",
    "主席",
    "主任",
    "书记",
    "局长",
    "校长",
    "市长",
    "县长",
    "总",
    "们",
    "客户",
    "选手",
];

/// Words that begin a salutation, where its colon is not the sign of it.
const BEGINNINGS: [&str; 10] = [
    "尊敬的",
    "敬爱的",
    "亲爱的",
    "各位",
    "同志们",
    "老师们",
    "同学们",
    "朋友们",
    "女士们",
    "全体",
];

/// Characters before the colon of a salutation, at most.
const LONGEST: usize = 70;

/// The length in bytes of the salutation at the start of a line: 同志们： or 各位领导，同志们：今天…
pub(super) fn salutation(line: &str) -> Option<usize> {
    let mut near = signs(line).take_while(|&(at, _)| at <= 4 * LONGEST);
    let ends = ['：', ':', '！', '!', '。', '？', '；'];
    let (length, mark) = near.find(|(_, sign)| ends.contains(sign))?;
    let words = &line[..length];
    if exceeds(words, LONGEST) {
        return None;
    }
    let end = length + mark.len_utf8();
    match mark {
        '：' | ':' => is_addressed(words).then_some(end),
        '！' | '!' if is_addressed(words) && begins_as_salutation(line) => {
            let only = line[end..].trim().is_empty();
            (only || is_greeting_words(words)).then_some(end)
        }
        '。' => {
            let greets = begins_as_salutation(line) && is_greeting_words(words);
            (greets && is_addressed(words)).then_some(end)
        }
        _ => None,
    }
}

/// Whether words before a colon name an audience and nothing else.
fn is_addressed(words: &str) -> bool {
    const VERBS: [&str; 25] = [
        "要", "说", "讲", "指出", "强调", "表示", "认为", "告诉", "问", "写道", "如下", "希望",
        "在于", "是", "有", "请", "了", "向", "对", "为", "从", "把", "我们", "今天", "开会",
    ];
    let last_clause = words.rsplit(['，', ',']).next().unwrap_or(words);
    let honoured = ["尊敬的", "敬爱的", "亲爱的"]
        .iter()
        .any(|word| words.starts_with(word));
    // 对方辩友, 有关同志, 所有老师 and 还有毕业生 have no verb.
    let has_verb = || {
        VERBS.iter().any(|verb| {
            words.match_indices(verb).any(|(at, _)| {
                let begins = ["对方", "有关"]
                    .iter()
                    .any(|word| words[at..].starts_with(word));
                let ends = *verb == "有" && words[..at].ends_with(['所', '还']);
                !begins && !ends
            })
        })
    };
    begins_as_salutation(words)
        && (honoured || ADDRESSED.iter().any(|word| last_clause.contains(word)))
        && !has_verb()
        || words.chars().count() <= 12
            && (words.ends_with('们') || words.ends_with("同志") || words.ends_with("领导"))
            && !has_verb()
}

fn begins_as_salutation(words: &str) -> bool {
    let words = words.trim_start_matches(['“', '"']);
    let mut names = words.split(['、', '，', ',', ' ', '　', '：', ':', '！', '!']);
    let begins = |name: &str| {
        BEGINNINGS
            .iter()
            .any(|beginning| name.starts_with(beginning))
            || name.ends_with('们')
    };
    // Before 各位 people may be named by their office: 郑区长、吴议员、各位里长
    names
        .find(|name| !is_person(name) || begins(name))
        .is_some_and(begins)
}

/// Whether words are a person's office, with a name or without.
fn is_person(name: &str) -> bool {
    const LONGEST_NAME: usize = 6;
    let offices = [
        '长', '员', '士', '生', '席', '记', '任', '授', '总', '事', '师', '令', '理', '表', '裁',
        '东',
    ];
    name.ends_with(offices) && !exceeds(name, LONGEST_NAME)
}

/// Whether a line is a salutation that has lost its colon: 各位领导、同志们 or 李董事长 苏校长 各位来宾 大家好
pub(super) fn is_bare_salutation(line: &str) -> bool {
    const LONGEST_BARE: usize = 40;
    let plain = line
        .chars()
        .all(|c| is_alphabetic(c) || matches!(c, '、' | '，' | ',' | ' ' | '　'));
    plain
        && !exceeds(line, LONGEST_BARE)
        && begins_as_salutation(line)
        && line
            .split(['、', '，', ',', ' ', '　'])
            .filter(|name| !name.is_empty() && !is_greeting(name))
            .all(|name| is_person(name) || ADDRESSED.iter().any(|word| name.ends_with(word)))
}

fn is_greeting_words(words: &str) -> bool {
    ["好", "早安", "午安", "晚安", "平安"]
        .iter()
        .any(|wish| words.ends_with(wish))
}

/// Where the greeting begins in a salutation that ends in one: 各位来宾，大家早安！
pub(super) fn greeting_inside(salutation: &str) -> Option<usize> {
    let comma = salutation.rfind(['，', ','])?;
    let begin = comma + salutation[comma..].chars().next().map_or(0, char::len_utf8);
    is_greeting(&salutation[begin..]).then_some(begin)
}

/// Words of which a greeting has one.
const GREETED: [&str; 14] = [
    "大家",
    "你们",
    "您们",
    "早上",
    "上午",
    "中午",
    "下午",
    "晚上",
    "老师",
    "同学",
    "新学期",
    "新年",
    "春节",
    "节日",
];

/// Whether a line is a greeting: 大家上午好！ or 下午好！大家辛苦了！
pub(super) fn is_greeting(line: &str) -> bool {
    const LONGEST_GREETING: usize = 14;
    const LONGEST_REST: usize = 8;
    let (words, rest) = line
        .split_once(['！', '!', '。', '～'])
        .unwrap_or((line, ""));
    let all = words
        .strip_prefix("各位")
        .is_some_and(|rest| matches!(rest, "好" | "早安" | "午安" | "晚安" | "平安"));
    is_greeting_words(words)
        && words.chars().count() <= LONGEST_GREETING
        && !exceeds(rest, LONGEST_REST)
        && (all || GREETED.iter().any(|word| words.contains(word)))
}

/// Words that begin a line of thanks.
const THANKS: [&str; 5] = ["谢谢", "感谢大家", "感谢聆听", "感谢各位", "多谢"];
/// Words that a paragraph ends in where it thanks.
const ENDS_IN_THANKS: [&str; 4] = ["谢谢", "谢谢大家", "谢谢各位", "谢谢你们"];

/// Whether a line thanks the audience for listening: 谢谢大家！, or ends in doing so.
pub(super) fn is_thanks(line: &str) -> bool {
    let words = line.trim_end_matches(|c| !is_alphanumeric(c));
    let short = words.chars().count() <= 16;
    let begins = THANKS.iter().any(|word| words.starts_with(word));
    begins && (short || words.contains("聆听"))
        || ENDS_IN_THANKS.iter().any(|end| words.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<&str> {
        salutation(line).map(|length| &line[..length])
    }

    #[test]
    fn salutations_end_at_their_colon() {
        for (line, expected) in [
            ("同志们：", "同志们："),
            ("各位领导，同志们：今天我们开会", "各位领导，同志们："),
            (
                "尊敬的各位来宾、女士们、先生们:",
                "尊敬的各位来宾、女士们、先生们:",
            ),
            ("老师们、同学们：", "老师们、同学们："),
            (
                "各位局长、各位负责人，大家上午好！",
                "各位局长、各位负责人，大家上午好！",
            ),
            ("尊敬的×××：", "尊敬的×××："),
            ("主席先生，各位同事：", "主席先生，各位同事："),
            (
                "郑区长、吴议员、各位好厝边：",
                "郑区长、吴议员、各位好厝边：",
            ),
            ("议长、副议长、各位议员：", "议长、副议长、各位议员："),
            ("尊敬的主席、对方辩友：", "尊敬的主席、对方辩友："),
            (
                "林理事长、各位里长、各位乡亲，大家早安！",
                "林理事长、各位里长、各位乡亲，大家早安！",
            ),
        ] {
            assert_eq!(read(line), Some(expected), "{line}");
        }
    }

    #[test]
    fn sentences_with_a_colon_are_no_salutations() {
        for line in [
            "同志们要做到：",
            "各位代表指出：",
            "同志们，今天我们开会：",
            "一是加强领导：",
            "我对同学们说：",
            "大家上午好！",
            "同志们！这些成绩来之不易，凝结着大家的心血。",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn a_salutation_may_have_lost_its_colon() {
        assert!(is_bare_salutation("各位领导、同志们") && is_bare_salutation("老师们，同学们"));
        assert!(is_bare_salutation("李董事长 苏校长 各位师长 各位贵宾"));
        assert!(is_bare_salutation(
            "各位校长主任，各位家长，各位同学，大家好"
        ));
        assert!(!is_bare_salutation("同志们要努力") && !is_bare_salutation("各位代表审议通过"));
    }

    #[test]
    fn greetings_and_thanks_are_told() {
        assert!(
            is_greeting("大家上午好！")
                && is_greeting("大家好!")
                && is_greeting("老师们，下午好！")
        );
        assert!(is_greeting("大家早安！") && is_greeting("各位晚安！"));
        assert!(!is_greeting("成绩很好") && !is_greeting("各位注意安全，大家平安，我们就放心了"));
        assert!(
            is_thanks("谢谢大家！")
                && is_thanks("谢谢!")
                && is_thanks("不当之处请批评指正，谢谢大家。")
        );
        assert!(!is_thanks("我们要感谢大家一年来的辛勤付出"));
    }
}
