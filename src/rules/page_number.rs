//! 查什么：混在正文里的页码：第 1 页 共 4 页、- 3 -、逐页加一的数字行。
//! 为什么：从 PDF、Word 复制时带进来的，常常夹在一句话中间。
//! 例子：- 3 -
//! 不该报：“第3页的表格”；单独一行的年份、分数；数字序号。
//! 如何改：删除页码（需确认）。

use super::{Context, Finding, Mark, Rule, Severity, Words};
use crate::fix::{self, Edit, Fix, Safety};
use crate::text::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "page-number",
    severity: Severity::Info,
    name: Words {
        zh_hans: "页码残留",
        zh_hant: "頁碼殘留",
        en: "Page numbers",
    },
    finds: Words {
        zh_hans: "正文里混着页码，如“第 1 页 共 4 页”“- 3 -”。",
        zh_hant: "正文裡混著頁碼，如「第 1 頁 共 4 頁」「- 3 -」。",
        en: "Page numbers stand in the text, such as 第 1 页 共 4 页 or - 3 -.",
    },
    why: Words {
        zh_hans: "复制时带进来的，常常把一句话断成两截。",
        zh_hant: "複製時帶進來的，常常把一句話斷成兩截。",
        en: "Copying brought them along; they often cut a sentence in two.",
    },
    fix: Some(Words {
        zh_hans: "删除这些页码，需要您确认。",
        zh_hant: "刪除這些頁碼，需要您確認。",
        en: "Deletes the page numbers; for you to confirm.",
    }),
    example: "同志们：\n今天开会，统一思想。\n- 1 -\n要抓好落实。第 2 页 共 3 页请大家努力。\n谢谢大家！",
    near_misses: &[
        "同志们：\n请大家翻到材料第3页，看第3页的表格。\n谢谢大家！",
        "同志们：\n去年的得分是\n98\n今年要更进一步。\n谢谢大家！",
        "同志们：\n1、学习\n2、落实\n3-5月抓紧抓好。\n谢谢大家！",
    ],
    check,
};

static FOUND: Words = Words {
    zh_hans: "正文里混着 {count} 处页码",
    zh_hant: "正文裡混著 {count} 處頁碼",
    en: "{count} page numbers stand in the text",
};
static TITLE: Words = Words {
    zh_hans: "删除页码",
    zh_hant: "刪除頁碼",
    en: "Delete the page numbers",
};

/// From so many lines that count up by one, bare numbers are page numbers.
const COUNTER_FROM: usize = 3;
/// Bytes that a line of a page number has at most.
const LONGEST: usize = 48;

/// A page number in the text.
struct Place {
    /// Its stretch, in bytes of Clean.
    span: Span,
    /// Its line, where it has it to itself.
    line: Option<usize>,
}

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let mut places = Vec::new();
    let mut counter = Counter::default();
    for line in context.lines_of_text() {
        let span = context.reading.document.lines[line];
        if span.len() <= LONGEST {
            match form(context.line_text(line)) {
                Some(Form::Sure) => places.push(Place {
                    span,
                    line: Some(line),
                }),
                Some(Form::Bare(number)) => counter.count(number, line),
                None => {}
            }
        } else {
            inside(context, line, &mut places);
        }
    }
    let bare = counter.lines();
    places.extend(bare.into_iter().map(|line| Place {
        span: context.reading.document.lines[line],
        line: Some(line),
    }));
    places.sort_unstable_by_key(|place| place.span);
    let spans = places
        .iter()
        .map(|place| context.to_source(place.span))
        .collect();
    findings.extend(RULE.finding_of_many(spans, &FOUND).map(|mut finding| {
        let edits = places.iter().map(|place| removal(context, place)).collect();
        finding.fixes.push(Fix {
            title: &TITLE,
            safety: Safety::Review,
            edits,
        });
        finding
    }));
}

fn removal(context: &Context, place: &Place) -> Edit {
    match place.line {
        Some(line) => fix::remove_lines(context, line..line + 1),
        None => fix::replace(context, place.span, ""),
    }
}

enum Form {
    /// A page number whatever stands around it.
    Sure,
    /// A number alone, which may be anything.
    Bare(u32),
}

/// Reads a whole short line as a page number.
fn form(line: &str) -> Option<Form> {
    let begins = |c: char| c.is_ascii_digit() || "-—–－·~第共Pp(（".contains(c);
    if !line.starts_with(begins) {
        return None;
    }
    let bare: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    if let Ok(number) = bare.parse() {
        return Some(Form::Bare(number)).filter(|_| bare.len() <= 4);
    }
    let is_number = |text: &str| {
        !text.is_empty()
            && text.chars().count() <= 4
            && text
                .chars()
                .all(|c| c.is_ascii_digit() || "一二三四五六七八九十百〇".contains(c))
    };
    let dashed = ["-", "—", "–", "－", "——", "·", "~"].iter().any(|dash| {
        let inner = bare
            .strip_prefix(dash)
            .and_then(|rest| rest.strip_suffix(dash));
        inner.is_some_and(|inner| is_number(inner) && inner.parse::<u32>().is_ok())
    });
    let page = |text: &str| {
        text.strip_prefix('第')
            .and_then(|rest| rest.strip_suffix('页'))
            .is_some_and(is_number)
    };
    let total = |text: &str| {
        text.strip_prefix('共')
            .and_then(|rest| rest.strip_suffix('页'))
            .is_some_and(is_number)
    };
    let parts: Vec<&str> = bare
        .split_inclusive('页')
        .map(|part| part.trim_matches(['/', ',', '，', '(', ')', '（', '）']))
        .collect();
    let paged = match parts.as_slice() {
        [one] => page(one),
        [one, two] | [one, two, ""] => page(one) && total(two) || total(one) && page(two),
        _ => false,
    };
    let english = bare
        .to_ascii_lowercase()
        .strip_prefix("page")
        .is_some_and(|rest| rest.split("of").all(is_number));
    (dashed || paged || english).then_some(Form::Sure)
}

/// 第 1 页 共 4 页 and - 3 - inside a line of words.
fn inside(context: &Context, line: usize, places: &mut Vec<Place>) {
    let text = context.folded();
    let end = context.reading.document.lines[line].end;
    let marks = context.marks.of_line(line);
    let mut from = 0;
    while let Some(found) = marks[from..]
        .iter()
        .position(|mark| mark.character.is_ascii_digit())
    {
        let first = from + found;
        let more = marks[first..]
            .windows(2)
            .take_while(|two| two[0].end() == two[1].at && two[1].character.is_ascii_digit());
        from = first + 1 + more.count();
        let number = Span::new(marks[first].at, marks[from - 1].end());
        if number.len() > 4 {
            continue;
        }
        if let Some(span) = page_of_total(text, number, end).or_else(|| dashed(marks, first, from))
        {
            places.push(Place { span, line: None });
            from += marks[from..].partition_point(|mark| mark.at < span.end);
        }
    }
}

/// The whole of 第 1 页 共 4 页 around its first number.
fn page_of_total(text: &str, number: Span, end: usize) -> Option<Span> {
    let before = text[..number.start]
        .trim_end_matches(' ')
        .strip_suffix('第')?;
    let rest = text[number.end..end]
        .trim_start_matches(' ')
        .strip_prefix('页')?;
    let rest = rest
        .trim_start_matches([' ', ',', '，', '/'])
        .strip_prefix('共')?;
    let rest = rest.trim_start_matches(' ');
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let rest = rest[digits..].trim_start_matches(' ').strip_prefix('页')?;
    (1..=4)
        .contains(&digits)
        .then_some(Span::new(before.len(), end - rest.len()))
}

/// `- 3 -` with a blank on either side of the number.
fn dashed(marks: &[Mark], first: usize, after: usize) -> Option<Span> {
    let around = [first.checked_sub(2)?, first - 1, after, after + 1].map(|at| marks.get(at));
    let [Some(open), Some(blank), Some(next_blank), Some(close)] = around else {
        return None;
    };
    let shape = [
        open.character,
        blank.character,
        next_blank.character,
        close.character,
    ] == ['-', ' ', ' ', '-'];
    let dense =
        open.end() == blank.at && blank.end() == marks[first].at && next_blank.end() == close.at;
    let alone = marks[after - 1].end() == next_blank.at;
    (shape && dense && alone).then_some(Span::new(open.at, close.end()))
}

/// Lines of a number alone, where they count up by one.
#[derive(Default)]
struct Counter {
    runs: Vec<Vec<usize>>,
    last: u32,
}

impl Counter {
    fn count(&mut self, number: u32, line: usize) {
        match self.runs.last_mut() {
            Some(run) if number == self.last + 1 => run.push(line),
            _ => self.runs.push(vec![line]),
        }
        self.last = number;
    }

    fn lines(self) -> Vec<usize> {
        self.runs
            .into_iter()
            .filter(|run| run.len() >= COUNTER_FROM)
            .flatten()
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::{fixed, marked};

    #[test]
    fn every_form_is_found_and_deleted() {
        for page in [
            "第 1 页 共 4 页",
            "第3页",
            "- 3 -",
            "— 12 —",
            "－3－",
            "共4页 第1页",
            "Page 2 of 9",
            "第二页",
            "第1页/共4页",
        ] {
            let text = format!("同志们：\n今天开会。\n{page}\n要抓好落实。\n谢谢大家！");
            assert_eq!(marked(&text, RULE.code), [page]);
            assert_eq!(
                fixed(&text, RULE.code),
                "同志们：\n今天开会。\n要抓好落实。\n谢谢大家！"
            );
        }
    }

    #[test]
    fn numbers_that_count_the_pages_are_found() {
        let text = "同志们：\n今天开会。\n1\n要抓好落实。\n2\n要抓好督查。\n3\n谢谢大家！";
        assert_eq!(marked(text, RULE.code), ["1", "2", "3"]);
        assert_eq!(marked(&text.replace("\n3", ""), RULE.code), [""; 0]);
    }

    #[test]
    fn a_page_number_inside_a_line_goes_alone() {
        let text = "同志们：\n今天我们在这里召开会议，主要任务是总结经- 2 -验，第1页共10页部署工作。\n谢谢大家！";
        let whole = "同志们：\n今天我们在这里召开会议，主要任务是总结经验，部署工作。\n谢谢大家！";
        assert_eq!(fixed(text, RULE.code), whole);
    }
}
