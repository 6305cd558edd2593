//! What a marker looks like at the start of a line, before its neighbours decide: a table of regular expressions. The
//! scanner is written by hand, since it is quicker and its bytes are few; here it is held to the table, both ways, on
//! lines that are drawn from the table and on lines of its pieces in any order.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::string::string_regex;
use regex::Regex;
use speech_structure::structure::marker::{Marker, Style};

/// The words that the expressions below are built of.
const WORDS: [(&str, &str); 11] = [
    (
        "han",
        "(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])",
    ),
    ("formal", "[壹贰叁肆伍陆柒捌玖]"),
    ("stem", "[甲乙丙丁戊己庚辛壬癸]"),
    ("digits", "(?:[1-9][0-9]?|[１-９])"),
    ("sign", "[①-⑳⑴-⒇⒈-⒛㈠-㈩]"),
    ("stop", "[、，,.．：:。]"),
    ("open", "[(（]"),
    ("close", "[)）]"),
    (
        "unit",
        "(?:句话|层意思|个方面|方面|阶段|层次|件事|点|条|项|步|类|节|件|种|个)",
    ),
    (
        "counted",
        "(?:问题|原因|特点|关键|体会|看法|意见|建议|要求|希望|感受|认识|方法|办法|优势|任务|措施|理由)",
    ),
    (
        "row",
        "(?:、|，|和|及|与|至|产业|期|号|楼|班|年级|线|月|日|季度|批|审|级|类|把手|）)",
    ),
];

/// What is no marker, though it begins as one: rows of numbers.
const NONE: [&str; 4] = [
    "^{han}{stop}{han}{row}",
    "^{digits}、{digits}{row}",
    "^第(?:{han}|{digits}|{formal}|{sign})、第",
    "^第(?:{han}{stop}{han}|{digits}、{digits}){row}",
];

/// What is a marker, and of which style; the first that fits counts.
const FORMS: [(&str, Style); 22] = [
    ("^{han}[，,]?是(?:[^否非]|$)", Style::HanIs),
    ("^{han}[，,]?要(?:[^求素点件闻事]|$)", Style::HanMust),
    ("^{han}{stop}", Style::HanComma),
    ("^{formal}{stop}", Style::FormalComma),
    ("^{stem}、", Style::StemComma),
    ("^{digits}[.．](?:[^0-9０-９]|$)", Style::DigitDot),
    ("^{digits}[.．][0-9]{4}年", Style::DigitDot),
    ("^{digits}、", Style::DigitComma),
    ("^{digits}{close}", Style::DigitHalfParen),
    ("^[①-⑳]", Style::Circled),
    ("^[⑴-⒇]", Style::DigitParen),
    ("^[⒈-⒛]", Style::DigitDot),
    ("^[㈠-㈩]", Style::HanParen),
    ("^{open}(?:{han}|{formal}){close}", Style::HanParen),
    ("^{open}{digits}{close}", Style::DigitParen),
    (
        "^第(?:{han}|{digits}|{formal}|{sign}){stop}",
        Style::Ordinal,
    ),
    (
        "^第(?:{han}|{digits}|{formal}|{sign})(?:[是就 　]|要(?:[^务素]|$))",
        Style::Ordinal,
    ),
    (
        "^第(?:{han}|{digits}|{formal}|{sign})(?:部分|章{counted}?(?:{stop}|[是要就 　]|$))",
        Style::OrdinalPart,
    ),
    (
        "^第(?:{han}|{digits}|{formal}|{sign}){unit}{counted}?(?:{stop}|[是要就 　]|$)",
        Style::OrdinalUnit,
    ),
    ("^其{han}(?:{stop}|是)", Style::Among),
    ("^(?:首先|其次)", Style::Sequence),
    ("^(?:再次|最后)(?:{stop}|[是要])", Style::Sequence),
];

/// An expression with its words put in.
fn spelled(expression: &str) -> String {
    WORDS
        .iter()
        .fold(expression.to_owned(), |spelled, (name, word)| {
            spelled.replace(&format!("{{{name}}}"), word)
        })
}

fn compiled(expression: &str) -> Regex {
    Regex::new(&spelled(expression)).expect("the table is well formed")
}

/// The table, ready to be asked.
struct Table {
    none: Vec<Regex>,
    forms: Vec<(Regex, Style)>,
}

impl Table {
    fn new() -> Self {
        Self {
            none: NONE.iter().map(|row| compiled(row)).collect(),
            forms: FORMS
                .iter()
                .map(|(row, style)| (compiled(row), *style))
                .collect(),
        }
    }

    fn style(&self, line: &str) -> Option<Style> {
        if self.none.iter().any(|row| row.is_match(line)) {
            return None;
        }
        let mut forms = self.forms.iter();
        forms
            .find(|(row, _)| row.is_match(line))
            .map(|(_, style)| *style)
    }
}

fn scanned(line: &str) -> Option<Style> {
    Marker::read(line, 0).map(|marker| marker.style)
}

/// How lines go on.
const TAILS: [&str; 12] = [
    "",
    "提高认识",
    "年一度的大会",
    "责任人",
    "次会议",
    "学习，抓落实",
    "否落实",
    "求真务实",
    " 加强领导",
    "、加强领导",
    "是要早",
    "的问题",
];

/// Numbers of every kind.
const NUMBERS: [&str; 16] = [
    "一",
    "三",
    "十",
    "十二",
    "二十一",
    "1",
    "12",
    "３",
    "壹",
    "叁",
    "甲",
    "丙",
    "①",
    "⑵",
    "⒊",
    "㈣",
];

/// What stands around numbers in markers, and in what only looks like one.
const PIECES: [&str; 40] = [
    "第",
    "其",
    "（",
    "(",
    "）",
    ")",
    "、",
    "，",
    ",",
    ".",
    "．",
    "：",
    ":",
    "。",
    "；",
    "是",
    "要",
    "就",
    "求",
    "否",
    "点",
    "个",
    "个方面",
    "部分",
    "章",
    "条",
    "项",
    "件事",
    "种",
    "问题",
    "看法",
    "首先",
    "其次",
    "再次",
    "最后",
    " ",
    "　",
    "年",
    "务",
    "抓",
];

/// Lines of pieces in any order, with at most one number: which rows are rows is stated by lines of their own.
fn any_line() -> impl Strategy<Value = String> {
    let pieces = |most| proptest::collection::vec(select(&PIECES[..]), 0..=most);
    let number = prop_oneof![4 => select(&NUMBERS[..]), 1 => Just("")];
    (pieces(2), number, pieces(4), select(&TAILS[..])).prop_map(|(before, number, after, tail)| {
        [
            before.concat(),
            number.to_owned(),
            after.concat(),
            tail.to_owned(),
        ]
        .concat()
    })
}

/// Lines that a row of the table says to be markers, going on in any way.
fn line_of_a_form() -> impl Strategy<Value = String> {
    let rows = FORMS.map(|(row, _)| {
        let bare = spelled(row).replace('^', "").replace("|$", "");
        // A class of what may not follow is drawn from what may.
        let drawn = ["[否非]", "[求素点件闻事]", "[务素]", "[0-9０-９]"]
            .iter()
            .fold(bare, |bare, class| {
                bare.replace(&format!("(?:{class})"), "抓")
            });
        string_regex(&drawn)
            .expect("the table is well formed")
            .boxed()
    });
    let row = proptest::strategy::Union::new(rows);
    (row, select(&TAILS[..])).prop_map(|(marker, tail)| marker + tail)
}

/// Rows of numbers: 三、四产业.
fn row_of_numbers() -> impl Strategy<Value = String> {
    let numerals = prop_oneof![Just(["一", "二", "三", "四"]), Just(["1", "2", "3", "4"])];
    let ends = select(
        &[
            "、三产业",
            "，都要抓",
            "和三",
            "产业",
            "月份",
            "年级",
            "抓落实",
        ][..],
    );
    let before = select(&["", "第"][..]);
    (numerals, 0..3_usize, before, ends).prop_map(|(numerals, at, before, end)| {
        format!("{before}{}、{}{end}", numerals[at], numerals[at + 1])
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_scanner_reads_what_the_table_says(
        lines in (any_line(), line_of_a_form(), row_of_numbers()),
    ) {
        thread_local! {
            static TABLE: Table = Table::new();
        }
        for line in [lines.0, lines.1, lines.2] {
            let said = TABLE.with(|table| table.style(&line));
            prop_assert_eq!(scanned(&line), said, "{}", line);
        }
    }
}

#[test]
fn what_only_looks_like_a_marker_is_none() {
    let table = Table::new();
    for line in [
        "一年一度的大会",
        "一、二、三产业协调发展",
        "第一责任人要到位",
        "第一次会议",
        "第一、第二产业融合",
        "第一要务是发展",
        "2014年以来",
        "3.15晚会",
        "1.5亿元",
        "一要素市场",
        "最后一公里",
        "再次走进现场",
        "其他工作",
        "甲方要签字",
    ] {
        assert_eq!((scanned(line), table.style(line)), (None, None), "{line}");
    }
}
