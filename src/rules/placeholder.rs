//! 查什么：没有填的空：xx、×××、**、20xx、“截止 月 日”、~年、○○。
//! 为什么：隐去的姓名、数字、日期，上台前要补上；范文里尤其多。
//! 例子：20xx年，xx局长
//! 不该报：英文单词和型号里的 XX；公式；二○○八年；Markdown 的 **；2×3。
//! 如何改：没有自动修改，请补上。

use std::collections::BTreeMap;

use super::{Context, Finding, Mark, Rule, Severity, Words};
use crate::text::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "placeholder",
    severity: Severity::Info,
    name: Words {
        zh_hans: "待填的空",
        zh_hant: "待填的空",
        en: "Blank to fill",
    },
    finds: Words {
        zh_hans: "用 xx、×××、**、20xx 之类代替的内容，或者日期、数字处的空白。",
        zh_hant: "用 xx、×××、**、20xx 之類代替的內容，或者日期、數字處的空白。",
        en: "Words masked as xx, ×××, ** or 20xx, or blanks in dates and numbers.",
    },
    why: Words {
        zh_hans: "上台前要把姓名、数字、日期补上；日期和数字处的空白最容易漏。",
        zh_hant: "上台前要把姓名、數字、日期補上；日期和數字處的空白最容易漏。",
        en: "Names, numbers and dates must be filled in before the speech; blanks in dates are the easiest to miss.",
    },
    fix: None,
    example: "同志们：\n20xx年以来，xx局长带领大家苦干实干。截至 月 日，全县已经完成任务的 %。\n谢谢大家！",
    near_misses: &[
        "同志们：\n二○○八年，我县引进 XXL-3 型设备，长宽为2×3米，型号 AXX20。\n谢谢大家！",
        "同志们：\n设 y=xx+1，则 f(xx) 见附表；XX染色体与性别有关。\n谢谢大家！",
        "同志们：\n2013 年我市新建学校 30 所，3 月 5 日开工，出生年月日都要登记。\n谢谢大家！",
        "同志们：\n**要学习好。**\n**要组织好。**\n会期3~5天，周一~周五，上午~下午。\n谢谢大家！",
    ],
    check,
};

static MASKED: Words = Words {
    zh_hans: "“{form}”有 {count} 处待填",
    zh_hant: "「{form}」有 {count} 處待填",
    en: "“{form}” stands for words to fill in, {count} times",
};
static BLANK: Words = Words {
    zh_hans: "日期或数字空着没有填，共 {count} 处",
    zh_hant: "日期或數字空著沒有填，共 {count} 處",
    en: "{count} dates or numbers are left blank",
};

/// What a date or number left blank is called among the forms.
const IN_DATE: &str = "日期";
const IN_NUMBER: &str = "数字";

/// Offices before which one mark stands for a name.
const OFFICES: [&str; 12] = [
    "书记", "主任", "局长", "处长", "部长", "县长", "市长", "区长", "镇长", "校长", "主席", "同志",
];
/// Units before which a star stands for a number.
const UNITS: [&str; 10] = ["年", "月", "日", "周年", "万", "亿", "个", "名", "届", "项"];

/// The places of every form, by its name.
type Places = BTreeMap<&'static str, Vec<Span>>;

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let mut places = Places::new();
    for line in context.lines_of_text() {
        read_line(context, line, &mut places);
    }
    for (form, spans) in places {
        let blank = form == IN_DATE || form == IN_NUMBER;
        let words = if blank { &BLANK } else { &MASKED };
        let spans = spans
            .into_iter()
            .map(|span| context.to_source(span))
            .collect();
        findings.extend(RULE.finding_of_many(spans, words).map(|mut finding| {
            finding.data.push(("form", form.into()));
            if blank {
                finding.severity = Severity::Warning;
            }
            finding
        }));
    }
}

fn read_line(context: &Context, line: usize, places: &mut Places) {
    let text = context.folded();
    let span = context.reading.document.lines[line];
    let marks = context.marks.of_line(line);
    let rule_line = marks
        .first()
        .is_some_and(|mark| is_star(mark.character) || mark.character == '_')
        && marks
            .iter()
            .map(|mark| mark.character.len_utf8())
            .sum::<usize>()
            == span.len();
    let mut from = if rule_line { marks.len() } else { 0 };
    while let Some(first) = marks.get(from) {
        let same = |mark: &Mark| mark.character == first.character;
        let mut after = from + 1;
        while after < marks.len()
            && same(&marks[after])
            && marks[after].at == marks[after - 1].end()
        {
            after += 1;
        }
        let run = Run {
            text,
            line: span,
            marks,
            first: from,
            after,
        };
        if let Some((form, place)) = run.form() {
            places.entry(form).or_default().push(place);
            after += marks[after..].partition_point(|mark| mark.at < place.end);
        }
        from = after;
    }
    closed_blanks(text, span, places);
}

/// Equal marks side by side.
struct Run<'t> {
    text: &'t str,
    line: Span,
    marks: &'t [Mark],
    first: usize,
    after: usize,
}

impl Run<'_> {
    fn character(&self) -> char {
        self.marks[self.first].character
    }

    fn count(&self) -> usize {
        self.after - self.first
    }

    fn span(&self) -> Span {
        Span::new(self.marks[self.first].at, self.marks[self.after - 1].end())
    }

    fn text_before(&self) -> &str {
        &self.text[self.line.start..self.span().start]
    }

    fn text_after(&self) -> &str {
        &self.text[self.span().end..self.line.end]
    }

    fn before(&self) -> Option<char> {
        self.text_before().chars().next_back()
    }

    fn following(&self) -> Option<char> {
        self.text_after().chars().next()
    }

    /// The form that the run is of, with its place.
    fn form(&self) -> Option<(&'static str, Span)> {
        if let Some(year) = self.year() {
            return Some(year);
        }
        match self.character() {
            'x' | 'ｘ' => self.letters(["xx", "xxx"]),
            'X' | 'Ｘ' => self.letters(["XX", "XXX"]),
            '×' => self.letters(["××", "×××"]),
            '*' | '＊' => self.stars(),
            '○' | '〇' | '◯' => self.circles(),
            '~' | '～' => self.tilde(),
            '_' | '＿' => self.underscores(),
            ' ' | '\u{3000}' | '\u{a0}' => self.blank_date().or_else(|| self.blank_number()),
            '%' | '％' => self.blank_percent(),
            '[' | '［' | '【' => self.named_blank(),
            _ => None,
        }
    }

    /// 20xx, 201x年, 20**年, 20--年: the digits that are left belong to the place.
    fn year(&self) -> Option<(&'static str, Span)> {
        let name = match self.character() {
            'x' | 'X' | 'ｘ' | 'Ｘ' => "20xx",
            '×' => "20××",
            '*' | '＊' => "20**",
            '_' | '＿' => "20__",
            '-' | '－' => "20--",
            _ => return None,
        };
        let before = self.text_before();
        let digits = before
            .bytes()
            .rev()
            .take(4)
            .take_while(u8::is_ascii_digit)
            .count();
        let start = self.span().start - digits;
        let outer = self.text[self.line.start..start].chars().next_back();
        let century = ["19", "20"]
            .iter()
            .any(|century| self.text[start..].starts_with(century));
        let whole = digits + self.count() == 4 && !matches!(name, "20__" | "20--");
        let named = self.count() <= 4
            && self
                .text_after()
                .starts_with(['年', '届', '学', '—', '-', '–']);
        let free = outer.is_none_or(|c| !c.is_ascii_alphabetic())
            && self.following().is_none_or(|c| !c.is_ascii_alphanumeric());
        let is_year = (2..=3).contains(&digits) && century && free && (whole || named);
        is_year.then(|| (name, Span::new(start, self.span().end)))
    }

    fn letters(&self, names: [&'static str; 2]) -> Option<(&'static str, Span)> {
        let digits = self
            .text_before()
            .bytes()
            .rev()
            .take(4)
            .take_while(u8::is_ascii_digit)
            .count();
        let span = Span::new(self.span().start - digits, self.span().end);
        let before = self.text[self.line.start..span.start].chars().next_back();
        if self.is_in_code(before) {
            return None;
        }
        if self.count() == 1 {
            return self.single(digits, ["x", "×"][usize::from(self.character() == '×')]);
        }
        let words_follow = self.following().is_none_or(|after| !after.is_ascii());
        let roman = ["世纪", "染色体", "型"]
            .iter()
            .any(|word| self.text_after().starts_with(word));
        let plain = digits == 0 || words_follow && before.is_some_and(is_letter);
        (plain && !roman).then(|| (names[usize::from(self.count() > 2)], self.span()))
    }

    /// Whether the run is part of a word, a formula, an address or a model's name.
    fn is_in_code(&self, before: Option<char>) -> bool {
        let is_code = |c: char| c.is_ascii_alphanumeric() || "_/\\@#$=+^<>|&²".contains(c);
        let joins = |c: Option<char>| matches!(c, Some('.' | '-'));
        let far_before = self.text_before().chars().rev().nth(1);
        let far_after = self.text_after().chars().nth(1);
        let foreign = |c: Option<char>| {
            c.is_some_and(|c| c.is_ascii_alphanumeric() && !matches!(c, 'x' | 'X'))
        };
        let bracketed = before == Some('(') && far_before.is_some_and(|c| c.is_ascii_alphabetic());
        before.is_some_and(is_code)
            || self.following().is_some_and(is_code)
            || joins(before)
                && far_before.is_some_and(|c| c.is_ascii_alphabetic() && !matches!(c, 'x' | 'X'))
            || joins(self.following()) && foreign(far_after)
            || bracketed
    }

    /// One letter for a word: in a date, or before an office (*书记); a star before a unit too (*万人).
    fn single(&self, digits: usize, name: &'static str) -> Option<(&'static str, Span)> {
        if self.single_in_date(digits) {
            return Some(("x月x日", self.span()));
        }
        let begins = |words: &[&str]| words.iter().any(|word| self.text_after().starts_with(word));
        let counted = name == "*" && self.before().is_some_and(is_letter) && begins(&UNITS);
        (digits == 0 && (counted || begins(&OFFICES))).then(|| (name, self.span()))
    }

    /// x月x日, x年x月: one letter before each unit of a date.
    fn single_in_date(&self, digits: usize) -> bool {
        let is_mask = |c: char| matches!(c, 'x' | 'X' | '×' | '*' | '＊');
        let after: Vec<char> = self.text_after().chars().take(3).collect();
        let before: Vec<char> = self.text_before().chars().rev().take(2).collect();
        let unit = |c: Option<&char>| matches!(c, Some('年' | '月' | '日'));
        let partner_after = after.get(1).is_some_and(|&c| is_mask(c)) && unit(after.get(2));
        let partner_before = unit(before.first()) && before.get(1).is_some_and(|&c| is_mask(c));
        digits == 0 && unit(after.first()) && (partner_after || partner_before)
    }

    fn stars(&self) -> Option<(&'static str, Span)> {
        let is_code = |c: char| c.is_ascii_alphanumeric();
        if self.before().is_some_and(is_code) || self.following().is_some_and(is_code) {
            return None;
        }
        if self.count() > 1 {
            return Some((if self.count() == 2 { "**" } else { "***" }, self.span()));
        }
        if let Some(single) = self.single(0, "*") {
            return Some(single);
        }
        let rest = self
            .text_after()
            .strip_prefix(' ')?
            .strip_prefix(['*', '＊'])?;
        let goes_on = rest
            .trim_start_matches(' ')
            .chars()
            .next()
            .is_some_and(is_letter);
        let end = self.line.end - rest.len();
        goes_on.then_some(("* *", Span::new(self.span().start, end)))
    }

    /// ○○局; not the zeros of 二○○八年.
    fn circles(&self) -> Option<(&'static str, Span)> {
        let numeral = |c: Option<char>| {
            c.is_some_and(|c| "一二三四五六七八九十百千零〇○后".contains(c) || c.is_ascii_digit())
        };
        let free = self.count() > 1 && !numeral(self.before()) && !numeral(self.following());
        free.then(|| ("○○", self.span()))
    }

    /// ~年上半年, at the start of a clause.
    fn tilde(&self) -> Option<(&'static str, Span)> {
        let starts_clause = self
            .before()
            .is_none_or(|c| "，。；：、“（,;:(".contains(c));
        let dated = self.text_after().starts_with(['年', '月', '日', '届']);
        (self.count() == 1 && starts_clause && dated).then(|| ("~", self.span()))
    }

    fn underscores(&self) -> Option<(&'static str, Span)> {
        let is_code = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        let free = self.count() > 1 && !is_code(self.before()) && !is_code(self.following());
        free.then(|| ("__", self.span()))
    }

    /// 截止 月 日，年 月 日: blanks where numerals should be.
    fn blank_date(&self) -> Option<(&'static str, Span)> {
        let before = self.before().filter(|&before| !is_numeral(before))?;
        let after = self.text_after();
        let any_day = |rest: &str| {
            rest.trim_start_matches(is_blank)
                .strip_prefix('日')
                .map(str::len)
        };
        let day = |rest: &str| {
            rest.strip_prefix('日')
                .map(str::len)
                .filter(|&left| !goes_on(&rest[rest.len() - left..]))
        };
        let left = match after.chars().next()? {
            '月' if before == '年' => after
                .strip_prefix('月')
                .filter(|rest| !rest.starts_with('均'))
                .map(|rest| any_day(rest).unwrap_or(rest.len())),
            '月' => after
                .strip_prefix('月')
                .filter(|rest| rest.starts_with(is_blank))
                .and_then(any_day),
            '日' if before == '月' => day(after),
            '年' => after
                .strip_prefix('年')
                .and_then(|rest| Some((rest, rest.strip_prefix(is_blank)?)))
                .and_then(|(_, rest)| rest.trim_start_matches(is_blank).strip_prefix('月'))
                .map(str::len),
            _ => None,
        }?;
        Some((IN_DATE, Span::new(self.span().start, self.line.end - left)))
    }

    /// 共 个，达到 万元: a blank between a verb of number and a unit.
    fn blank_number(&self) -> Option<(&'static str, Span)> {
        let before = self.text_before();
        let verb = before.ends_with(['达', '约', '共', '计'])
            || before.ends_with("达到")
            || before.ends_with("超过")
            || before.ends_with("占比");
        let after = self.text_after();
        let unit = after.starts_with([
            '户', '个', '项', '亿', '万', '元', '次', '件', '亩', '吨', '台', '名', '%', '％',
        ]);
        let percent = after.starts_with(['%', '％']) && self.before().is_some_and(is_letter);
        let end = self.span().end + after.chars().next().map_or(0, char::len_utf8);
        (verb && unit || percent).then_some((IN_NUMBER, Span::new(self.span().start, end)))
    }

    /// [单位名称], as a language model leaves it.
    fn named_blank(&self) -> Option<(&'static str, Span)> {
        const LONGEST: usize = 14;
        let words = self.text_after();
        let close = words
            .char_indices()
            .take(LONGEST)
            .find(|(_, c)| !is_letter(*c))?;
        let square = matches!((self.character(), close.1), ('[', ']') | ('［', '］'));
        let named = |ends: &[&str]| ends.iter().any(|end| words[..close.0].ends_with(end));
        let blank = square
            && named(&[
                "日期", "时间", "地点", "单位", "公司", "职务", "年份", "数字", "数据", "人数",
            ])
            || (square || matches!((self.character(), close.1), ('【', '】')))
                && named(&["名称", "姓名"]);
        let end = self.span().end + close.0 + close.1.len_utf8();
        (self.count() == 1 && blank).then_some(("[…]", Span::new(self.span().start, end)))
    }

    /// 占比达%: a percent sign without a number.
    fn blank_percent(&self) -> Option<(&'static str, Span)> {
        let before = self.text_before();
        let verb = before.ends_with(['达', '的', '占', '为', '约', '比'])
            || before.ends_with("达到")
            || before.ends_with("增长");
        (self.count() == 1 && verb).then(|| (IN_NUMBER, self.span()))
    }
}

/// 截止月日, where the blanks are lost too.
fn closed_blanks(text: &str, line: Span, places: &mut Places) {
    for (at, words) in line.slice(text).match_indices("月日") {
        let start = line.start + at;
        let before = &text[line.start..start];
        if before.ends_with("截止") || before.ends_with("截至") {
            places
                .entry(IN_DATE)
                .or_default()
                .push(Span::new(start, start + words.len()));
        }
    }
}

fn is_star(character: char) -> bool {
    matches!(character, '*' | '＊')
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\u{3000}' | '\u{a0}')
}

fn is_letter(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}')
}

/// Whether a day is the start of a word: 日常, 日前.
fn goes_on(after: &str) -> bool {
    after.starts_with(is_letter)
        && !after.starts_with(['前', '起', '至', '止', '到', '在', '，', '下', '上'])
}

fn is_numeral(character: char) -> bool {
    character.is_ascii_digit()
        || ('０'..='９').contains(&character)
        || "一二三四五六七八九十〇○零元正腊本每当这上下几数两xX×*＊".contains(character)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::marked;

    #[test]
    fn every_form_is_found() {
        for (text, mut places) in [
            (
                "到20xx年，xx局和XX镇的××同志",
                vec!["xx", "XX", "××", "20xx"],
            ),
            (
                "201x年、20**年、20__—20__学年、20--年度",
                vec!["20**", "20--", "201x", "20__", "20__"],
            ),
            ("xxx、XXX、×××、***都要来", vec!["***", "XXX", "xxx", "×××"]),
            ("感谢**书记和○○公司", vec!["**", "○○"]),
            ("感谢* * 区长", vec!["* *"]),
            ("x月x日开会", vec!["x", "x"]),
            ("火红的*月，×书记和*部长带领*万人", vec!["×", "*", "*", "*"]),
            ("增长XX%，完成____万元", vec!["XX", "____"]),
            ("截至 月 日，占比达%", vec!["%", " 月 日"]),
            ("2023年 月 日成立，12月 日，竣工", vec![" 月 日", " 日"]),
            ("。~年上半年", vec!["~"]),
            (
                "感谢[单位名称]的[您的姓名]同志",
                vec!["[单位名称]", "[您的姓名]"],
            ),
        ] {
            let text = format!("同志们：\n今天{text}。\n谢谢大家！");
            let mut found = marked(&text, RULE.code);
            found.sort_unstable();
            places.sort_unstable();
            assert_eq!(found, places, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_blank_is_none() {
        for text in [
            "设备型号为XXL、SUXX-3、xx.com和A×B",
            "长2××3米",
            "a**b",
            "参考文献*",
            "3 月 1 日",
            "十 月 一 日",
            "每 年 3 月",
            "一百〇八、二〇〇九年、○七年",
            "上午~下午",
            "8.5%",
            "20-25岁",
            "https://xx.cn/xx",
            "2019 年 月均增长",
            "约 200 户",
            "XX世纪",
            "f(xx)=0",
            "百分之 五",
            "Exxon",
            "第 20 届",
        ] {
            let text = format!("同志们：\n今天{text}的事。\n谢谢大家！");
            assert_eq!(marked(&text, RULE.code), [""; 0], "{text}");
        }
    }
}
