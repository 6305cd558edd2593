//! In: a line, folded. Out: the words in it that promise a number of items (我讲三点意见, 以下五个方面,
//! 三大工作重点), with the number. What looks back (以上三点) or counts something else is left alone.

mod words;

use crate::structure::numeral::{Numeral, Numerals, is_han_digit};
use crate::structure::sentences::{SENTENCE_ENDS, last_sentence};
use crate::text::fold::Bitmap;
use crate::text::{Span, exceeds};
use words::{BACKWARD, COMPOUNDS, LEADING, SAYING, TELLING, TOLD, UNITS, UNITS_BEGIN};

/// Words that promise a number of items, in bytes of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is evidence of its own")]
pub(super) struct Promise {
    /// From the start of the clause to the end of the words.
    pub span: Span,
    /// The number.
    pub number: Span,
    /// How many; `None` for 几.
    pub declared: Option<u32>,
    /// Whether the words can only promise: the speaker says that he is going to say so much.
    pub firm: bool,
    /// Whether they lead over to a list so clearly that one of another length is a fault.
    pub strong: bool,
    /// Whether a colon stands right after the words.
    pub colon: bool,
    /// Whether the sentence goes on after the words with a comma.
    pub pause: bool,
    /// Whether they stand in the first sentence of the line, which may be a heading.
    pub in_heading: bool,
    /// What is counted: the last character of the noun.
    pub noun: Option<char>,
    /// Whether they stand in the last sentence of the line, so that the items may follow on lines of
    /// their own.
    pub ends_line: bool,
}

/// Characters between the verb of promise and the number, at most.
const REACH: usize = 24;

/// The Chinese characters that a number of items begins with.
static BEGINNINGS: Bitmap = Bitmap::of("一二两三四五六七八九十几", 1);

/// The promises of a line, in order.
pub(super) fn promises(line: &str) -> Vec<Promise> {
    let mut last = None;
    let mut found: Vec<Promise> = Vec::new();
    let mut from = 0;
    while let Some((at, number)) = next_number(line, from) {
        from = at + number.length;
        let Some(counted) = counted(line, at, number) else {
            continue;
        };
        let last = *last.get_or_insert_with(|| last_sentence(line));
        if let Some(promise) = promise(line, at, number, counted, last) {
            from = promise.span.end.max(from);
            found.push(promise);
        }
    }
    found
}

/// A number that may promise; 几 has no value.
#[derive(Clone, Copy)]
struct Number {
    value: Option<u32>,
    length: usize,
}

fn next_number(line: &str, from: usize) -> Option<(usize, Number)> {
    line[from..].char_indices().find_map(|(index, character)| {
        let at = from + index;
        let several = |value| {
            Some((
                at,
                Number {
                    value,
                    length: character.len_utf8(),
                },
            ))
        };
        match character {
            '几' => several(None),
            '两' => several(Some(2)),
            // Nearly all characters end here, so this comes before any look around.
            _ if !(character.is_ascii_digit()
                || matches!(character, '０'..='９')
                || BEGINNINGS.holds(character)) =>
            {
                None
            }
            _ => {
                let before = line[..at].chars().next_back();
                let inside =
                    before.is_some_and(|c| is_han_digit(c) || c.is_alphanumeric() && c.is_ascii());
                let numeral = Numeral::read(&line[at..]).filter(|numeral| {
                    matches!(
                        numeral.numerals,
                        Numerals::Han | Numerals::Digits | Numerals::FullWidthDigits
                    )
                })?;
                let length = numeral.length;
                (!inside).then_some((
                    at,
                    Number {
                        value: Some(numeral.value),
                        length,
                    },
                ))
            }
        }
    })
}

/// What stands after a number and can be counted, and whether that needs a verb of promise.
fn counted(line: &str, at: usize, number: Number) -> Option<(&'static str, bool)> {
    let rest = &line[at + number.length..];
    if !rest.starts_with(|begin| UNITS_BEGIN.holds(begin)) {
        return None;
    }
    UNITS.into_iter().find(|(unit, _)| rest.starts_with(unit))
}

fn promise(
    line: &str,
    at: usize,
    number: Number,
    (unit, needs_verb): (&'static str, bool),
    last: usize,
) -> Option<Promise> {
    let after = at + number.length;
    let rest = &line[after..];
    let clause = clause_start(line, at);
    let before = &line[clause..at];
    let past = needs_verb && before.ends_with('了') || tells_again(before);
    // 生产生活两方面都要兼顾 has named them.
    let named = rest[unit.len()..].starts_with(['也', '都', '均', '皆']);
    if past
        || named
        || number.value == Some(1)
        || BACKWARD.iter().any(|word| before.ends_with(word))
    {
        return None;
    }
    let end = words_end(line, after + unit.len());
    let (words, rest) = (&line[after + unit.len()..end], &line[end..]);
    // 三大战略的重要内容 names the strategies; it does not begin to list them.
    let introduces = rest.starts_with(['：', ':']);
    if needs_verb && unit != "点" && words.contains('的') && !introduces {
        return None;
    }
    let saying = says(before);
    let leading = LEADING.iter().any(|word| before.contains(word));
    let colon = rest.starts_with(['：', ':']);
    let firm = is_firm(before, unit, words, rest, saying)
        || !needs_verb && arranges(line, at) && tells_next(rest);
    let strong = firm
        || ["以下", "如下", "下列", "下面"]
            .iter()
            .any(|word| before.contains(word))
        || colon && at >= last;
    let promising = firm || (leading || saying || !needs_verb) && closes_clause(rest);
    promising.then_some(Promise {
        span: Span::new(clause, end),
        number: Span::new(at, after),
        declared: number.value,
        firm,
        strong,
        colon,
        pause: closing_mark(rest).is_some_and(|mark| matches!(mark, '，' | ',')),
        in_heading: !line[..at].contains(SENTENCE_ENDS),
        noun: line[after..end].chars().next_back(),
        ends_line: at >= last,
    })
}

/// Whether words say what was said before: 上面我讲了 …, 前面说过的 …
fn tells_again(words: &str) -> bool {
    let begins = ["上面", "前面", "刚才"];
    begins.iter().any(|word| words.starts_with(word)) && words.contains(['了', '过', '的'])
}

/// Whether words have a verb of saying that is no part of another word: 作 but not 工作, 作用.
fn says(words: &str) -> bool {
    let is_verb = |at: usize, verb: &str| {
        let around = |compound: &&str| {
            let shift = compound.find(verb).unwrap_or(0);
            at.checked_sub(shift)
                .and_then(|start| words.get(start..))
                .is_some_and(|rest| rest.starts_with(*compound))
        };
        !COMPOUNDS
            .iter()
            .any(|compound| compound.contains(verb) && around(compound))
    };
    SAYING.iter().any(|verb| {
        words
            .match_indices(verb)
            .any(|(at, verb)| is_verb(at, verb))
    })
}

/// Whether the words can do nothing but promise: 我讲三点意见。 谈四点体会，与大家交流。 从三个方面作汇报。
fn is_firm(before: &str, unit: &str, words: &str, rest: &str, saying: bool) -> bool {
    let counts_words = matches!(
        unit,
        "点" | "个方面"
            | "方面"
            | "个部分"
            | "个问题"
            | "条意见"
            | "条要求"
            | "条建议"
            | "句话"
            | "件事"
    );
    let ends = rest.is_empty() || rest.starts_with(SENTENCE_ENDS) || rest.starts_with(['：', ':']);
    let told = TOLD.iter().any(|noun| words.ends_with(noun)) && closes_clause(rest);
    let reported = before.ends_with('从') && TELLING.iter().any(|word| words.ends_with(word));
    counts_words && (saying && (ends || told) || reported && closes_clause(rest))
}

/// Whether the sentence has said by what it is arranged: 就经过、成果与展望三个部分.
fn arranges(line: &str, at: usize) -> bool {
    let reach = line[..at].char_indices().rev().nth(2 * REACH);
    let near = &line[reach.map_or(0, |(index, _)| index)..at];
    let sentence = near.rsplit(SENTENCE_ENDS).next().unwrap_or(near);
    ["就", "从", "分"]
        .iter()
        .any(|word| sentence.contains(word))
}

/// Whether the next clause says that they are told: 从三个方面，向各位汇报.
fn tells_next(rest: &str) -> bool {
    const LONGEST: usize = 12;
    let Some(next) = rest.strip_prefix(['，', ',']) else {
        return false;
    };
    let clause = next
        .split(['，', ',', '。', '：', ':', '；'])
        .next()
        .unwrap_or("");
    !exceeds(clause, LONGEST)
        && clause.starts_with(['向', '给', '作', '谈', '讲'])
        && TELLING.iter().any(|word| clause.contains(word))
}

/// The start of the clause that a number stands in, not further back than a promise reaches.
fn clause_start(line: &str, at: usize) -> usize {
    let start = line[..at]
        .char_indices()
        .rev()
        .nth(REACH)
        .map_or(0, |(index, _)| index);
    let clause = line[start..at].rfind([
        '，', ',', '。', '；', '：', ':', '！', '？', '(', '（', '、',
    ]);
    clause.map_or(start, |index| {
        start
            + index
            + line[start + index..]
                .chars()
                .next()
                .map_or(0, char::len_utf8)
    })
}

/// The end of the counted words: up to the end of the clause, a few characters at most.
fn words_end(line: &str, from: usize) -> usize {
    const LONGEST: usize = 14;
    let rest = &line[from..];
    let limit = rest
        .char_indices()
        .nth(LONGEST)
        .map_or(rest.len(), |(index, _)| index);
    let end = rest[..limit].find([
        '，', ',', '。', '；', ';', '：', ':', '！', '？', '”', '」', '）', ')', '、',
    ]);
    from + end.unwrap_or(limit)
}

/// Whether a clause ends here in a way that items can follow.
fn closes_clause(rest: &str) -> bool {
    rest.is_empty() || closing_mark(rest).is_some()
}

/// The mark that ends the clause here; a closing quotation mark before it changes nothing, but
/// “三个代表”重要思想 goes on.
fn closing_mark(rest: &str) -> Option<char> {
    let rest = rest.strip_prefix(['”', '」']).unwrap_or(rest);
    let mark = rest.chars().next()?;
    matches!(mark, '。' | '：' | ':' | '，' | ',' | '；' | '！').then_some(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<(Option<u32>, bool)> {
        promises(line)
            .iter()
            .map(|promise| (promise.declared, promise.firm))
            .collect()
    }

    #[test]
    fn the_first_look_passes_over_no_unit() {
        for (unit, _) in UNITS {
            assert!(unit.starts_with(|begin| UNITS_BEGIN.holds(begin)), "{unit}");
        }
    }

    #[test]
    fn promises_are_read_with_their_number() {
        assert_eq!(read("下面，我讲三点意见。"), [(Some(3), true)]);
        assert_eq!(read("我再强调几点："), [(None, true)]);
        assert_eq!(read("主要表现在以下五个方面："), [(Some(5), false)]);
        assert_eq!(read("关键是要把握三大工作重点。"), [(Some(3), false)]);
        assert_eq!(read("今年要抓好以下6项工作。"), [(Some(6), false)]);
        assert_eq!(read("就做好这项工作讲两点体会："), [(Some(2), true)]);
        assert_eq!(read("下面，我谈四点体会，与大家交流。"), [(Some(4), true)]);
        assert_eq!(read("我从三个方面作汇报。"), [(Some(3), true)]);
        assert_eq!(read("它的作用就有两方面：一是"), [(Some(2), false)]);
        assert_eq!(read("主要采取了三条措施："), [(Some(3), false)]);
        assert_eq!(read("今天想和大家交流三个问题。"), [(Some(3), true)]);
        assert_eq!(read("这届比赛有三个鲜明的特点："), [(Some(3), false)]);
        assert_eq!(
            read("本人就经过、成果两个部分，向各位报告。"),
            [(Some(2), true)]
        );
    }

    #[test]
    fn what_looks_back_or_counts_otherwise_is_no_promise() {
        for line in [
            "以上三点，请大家抓好落实。",
            "上面我说了三方面的情形：不学习，不研究，不动手。",
            "前面讲过的两个问题，希望会后再想一想。",
            "这三个方面缺一不可。",
            "第三点要求",
            "全县三个乡镇受灾严重，损失较大",
            "近三个月来",
            "讲一点意见",
            "学习和工作两方面也要兼顾",
            "环保讲的是认真二字，怕的是敷衍了事。",
            "是实施三大战略的重要内容。",
            "二十三个村",
            "2023年工作",
        ] {
            assert_eq!(read(line), [], "{line}");
        }
    }
}
