//! In: equal marks side by side, and what is around them. Out: whether they stand for words to fill in,
//! and in which form: xx, ×××, **, 20xx, ○○, a blank in a date. What is part of a word, a formula, an
//! address or a model's name is none.

use super::Mark;
use crate::text::Span;

/// What a date or number left blank is called among the forms.
pub(super) const IN_DATE: &str = "日期";
/// What a number left blank is called.
pub(super) const IN_NUMBER: &str = "数字";
/// Offices before which one mark stands for a name.
const OFFICES: [&str; 12] = [
    "书记", "主任", "局长", "处长", "部长", "县长", "市长", "区长", "镇长", "校长", "主席", "同志",
];
/// Units before which a star stands for a number.
const UNITS: [&str; 10] = ["年", "月", "日", "周年", "万", "亿", "个", "名", "届", "项"];

/// Equal marks side by side.
pub(super) struct Run<'t> {
    pub text: &'t str,
    pub line: Span,
    pub marks: &'t [Mark],
    pub first: usize,
    pub after: usize,
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
    pub(super) fn form(&self) -> Option<(&'static str, Span)> {
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

pub(super) fn is_star(character: char) -> bool {
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
