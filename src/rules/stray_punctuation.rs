//! 查什么：多出来的标点：同志们：。 ，。 ；； 的.协调 的'使命；段末是逗号；单独一个方位词夹在逗号里。
//! 为什么：删改、复制时留下的，停顿全乱了。
//! 例子：同志们：。
//! 不该报：？！ ！！！ ……。 —— 1.5 英文、网址、时间；诗句的行末逗号；人名中的点。
//! 如何改：删去多余的，或者改对（需确认）。

use super::{Context, Finding, Mark, Rule, Severity, Words};
use crate::fix::{self, Fix, Safety};
use crate::structure::{PartKind, Speech};
use crate::text::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "stray-punctuation",
    severity: Severity::Warning,
    name: Words {
        zh_hans: "多余的标点",
        zh_hant: "多餘的標點",
        en: "Stray punctuation",
    },
    finds: Words {
        zh_hans: "叠用、错放的标点，如“：。”“；；”“的.”，或者段末的逗号。",
        zh_hant: "疊用、錯放的標點，如「：。」「；；」「的.」，或者段末的逗號。",
        en: "Doubled or misplaced marks, such as ：。 or ；； or a dot after 的, or a comma at the end of a paragraph.",
    },
    why: Words {
        zh_hans: "删改时留下的标点会打乱停顿；段末是逗号，往往后面丢了话。",
        zh_hant: "刪改時留下的標點會打亂停頓；段末是逗號，往往後面丟了話。",
        en: "Marks left by editing break the rhythm; a paragraph that ends in a comma has often lost its end.",
    },
    fix: Some(Words {
        zh_hans: "删去多余的标点，或者改成该用的，需要您确认。",
        zh_hant: "刪去多餘的標點，或者改成該用的，需要您確認。",
        en: "Removes the mark or puts the right one; for you to confirm.",
    }),
    example: "同志们：。\n今天开会，主要是统一思想，。请大家把各项工作的.落实情况讲一讲。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n这样行不行？！不行！！！路还很长……。我们——大家一起——走下去。增长1.5倍，10:30开会。\n谢谢大家！",
        "同志们：\n请看 http://a.example.com/x::y 与 Mr. Wang, Co., Ltd. 的合同，It's fine.\n谢谢大家！",
        "同志们：\n山重水复疑无路，\n柳暗花明又一村。\n约翰.史密斯先生说得好。\n谢谢大家！",
    ]),
    check,
};

static DOUBLED: Words = Words {
    zh_hans: "“{marks}”叠用，只留一个即可",
    zh_hant: "「{marks}」疊用，只留一個即可",
    en: "“{marks}” should be one mark",
};
static MISPLACED: Words = Words {
    zh_hans: "这里的“{marks}”是多余的",
    zh_hant: "這裡的「{marks}」是多餘的",
    en: "“{marks}” does not belong here",
};
static OPEN_END: Words = Words {
    zh_hans: "这一段以“{marks}”结束，话没有说完或者标点有误",
    zh_hant: "這一段以「{marks}」結束，話沒有說完或者標點有誤",
    en: "The paragraph ends in “{marks}”: words are missing, or the mark is wrong",
};
static CORRECT: Words = Words {
    zh_hans: "改为一个标点",
    zh_hant: "改為一個標點",
    en: "Keep one mark",
};
static REMOVE: Words = Words {
    zh_hans: "删去",
    zh_hant: "刪去",
    en: "Remove it",
};
static CLOSE: Words = Words {
    zh_hans: "改为句号",
    zh_hant: "改為句號",
    en: "End with a full stop",
};

/// Bytes from which a line is a paragraph and no verse: 25 characters.
const PARAGRAPH_FROM: usize = 75;
/// Lines of a speech that end in a comma, up to which they are slips and not its manner.
const SLIPS_UP_TO: usize = 2;

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let speeches = context.reading.document.speeches.iter();
    let open: Vec<usize> = speeches
        .flat_map(|speech| open_ends(context, speech))
        .collect();
    for line in context.lines_of_text() {
        let from = findings.len();
        in_line(context, line, open.binary_search(&line).is_ok(), findings);
        let speech = context.speech_of(line);
        findings[from..]
            .iter_mut()
            .for_each(|finding| finding.speech = speech);
    }
}

fn in_line(context: &Context, line: usize, ends_open: bool, findings: &mut Vec<Finding>) {
    let text = &*context.reading.layers.clean;
    let marks = context.marks.of_line(line);
    let mut from = 0;
    while let Some(&mark) = marks.get(from) {
        let dense = marks[from..]
            .windows(2)
            .take_while(|two| two[0].end() == two[1].at && is_stop(two[1].character));
        let run = if is_stop(mark.character) {
            &marks[from..=from + dense.count()]
        } else {
            &marks[from..=from]
        };
        from += run.len();
        let is_open_end = ends_open && from == marks.len();
        let found = if run.len() > 1 {
            doubled(context, line, run, is_open_end)
        } else if is_open_end {
            Some(finding(context, mark.span(), &OPEN_END, &CLOSE, "。"))
        } else if is_misplaced(text, mark, marks) || parts_phrase(text, mark) {
            Some(finding(context, mark.span(), &MISPLACED, &REMOVE, ""))
        } else {
            None
        };
        findings.extend(found.filter(|_| !context.marks.is_garbled_near(text, line, mark.at)));
    }
}

fn finding(
    context: &Context,
    span: Span,
    words: &'static Words,
    title: &'static Words,
    right: &str,
) -> Finding {
    let mut finding = RULE.finding(context.to_source(span), words);
    finding.data = vec![("marks", span.slice(&context.reading.layers.clean).into())];
    let edits = vec![fix::replace(&context.reading.layers, span, right)];
    finding.fixes.push(Fix {
        title,
        safety: Safety::Review,
        edits,
    });
    finding
}

/// Marks of which one is enough.
fn is_stop(character: char) -> bool {
    rank(character) > 0
}

/// Which mark stays where several meet: the highest.
fn rank(mark: char) -> u8 {
    match mark {
        '：' | ':' => 5,
        '。' => 4,
        '；' | ';' => 3,
        '，' | ',' => 2,
        '、' | '.' => 1,
        _ => 0,
    }
}

/// Several stops side by side.
fn doubled(context: &Context, line: usize, run: &[Mark], is_open_end: bool) -> Option<Finding> {
    let text = &*context.reading.layers.clean;
    let span = Span::new(run[0].at, run[run.len() - 1].end());
    let start = context.reading.document.lines[line].start;
    let before = text[start..span.start].chars().next_back()?;
    let after = text[span.end..].chars().next();
    let same = run.iter().all(|mark| mark.character == run[0].character);
    let ellipsis = same && matches!(run[0].character, '.' | '。' | '、') && run.len() > 2;
    let all_narrow = run.iter().all(|mark| mark.character.is_ascii());
    let abbreviated = before.is_ascii() && (all_narrow || run[0].character == '.');
    let foreign = abbreviated || after.is_some_and(|c| c.is_ascii_alphanumeric() || c == '/');
    let heads_section = context.speech_of(line).is_some_and(|speech| {
        let sections = &context.reading.document.speeches[speech].sections;
        sections
            .binary_search_by_key(&line, |section| section.line)
            .is_ok()
    });
    let in_marker = heads_section && text[start..span.start].chars().nth(4).is_none();
    if ellipsis || foreign || in_marker || run.len() > 4 {
        return None;
    }
    let marks = run.iter().map(|mark| mark.character);
    let right = if is_open_end {
        '。'
    } else {
        marks.max_by_key(|&mark| rank(mark))?
    };
    Some(finding(
        context,
        span,
        &DOUBLED,
        &CORRECT,
        &right.to_string(),
    ))
}

/// A dot, apostrophe or backtick between Chinese characters, where none can be.
fn is_misplaced(text: &str, mark: Mark, marks: &[Mark]) -> bool {
    let (before, after) = (
        text[..mark.at].chars().next_back(),
        text[mark.end()..].chars().next(),
    );
    let between =
        before.is_some_and(is_letter) && after.is_some_and(|c| is_letter(c) || "、，".contains(c));
    match mark.character {
        '.' => {
            between
                && before.is_some_and(|c| "的了和与在".contains(c))
                && after.is_some_and(is_letter)
        }
        '\'' | '`' => between && is_alone(mark, marks),
        _ => false,
    }
}

/// Whether the line has no second mark of the kind near by, which would make it a pair.
fn is_alone(mark: Mark, marks: &[Mark]) -> bool {
    const NEAR: usize = 120;
    let from = marks.partition_point(|other| other.at + NEAR < mark.at);
    let near = marks[from..]
        .iter()
        .take_while(|other| other.at < mark.at + NEAR);
    near.filter(|other| matches!(other.character, '\'' | '`' | '‘' | '’'))
        .take(2)
        .count()
        < 2
}

/// A comma inside a phrase for certain: before a clause that is one particle (在责任落实，上，), or after a
/// clause that is one adverb and needs its verb (，进一步，推动).
fn parts_phrase(text: &str, mark: Mark) -> bool {
    if !matches!(mark.character, '，' | ',') {
        return false;
    }
    let mut after = text[mark.end()..].chars();
    let particle = after.next().is_some_and(|c| "上下中里内的地得".contains(c));
    let before = &text[..mark.at];
    let lone = particle && matches!(after.next(), Some('，' | ',')) && before.ends_with(is_letter);
    let goes_on = text[mark.end()..].starts_with(is_letter);
    let adverb = || ADVERBS.iter().find_map(|words| before.strip_suffix(words));
    lone || goes_on
        && adverb().is_some_and(|rest| rest.ends_with(['，', ',', '。', '；', '要', '应', '應']))
}

/// Adverbs that no clause ends in.
const ADVERBS: [&str; 9] = [
    "进一步",
    "進一步",
    "更加",
    "日益",
    "逐步",
    "着力",
    "著力",
    "切实",
    "切實",
];

fn is_letter(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}')
}

/// Paragraphs of a speech that end in a comma, unless it is the manner of the speech.
fn open_ends<'c>(context: &'c Context, speech: &'c Speech) -> impl Iterator<Item = usize> + 'c {
    let ends_open = |&line: &usize| context.line_text(line).ends_with(['，', ',', '、']);
    let lines = speech.lines.clone().filter(ends_open);
    let open: Vec<usize> = lines.take(SLIPS_UP_TO + 1).collect();
    let is_manner = open.len() > SLIPS_UP_TO;
    open.into_iter()
        .filter(move |&line| !is_manner && is_slip(context, speech, line))
}

fn is_slip(context: &Context, speech: &Speech, line: usize) -> bool {
    let is_address = speech.parts.iter().any(|part| {
        part.line == line
            && matches!(
                part.kind,
                PartKind::Salutation | PartKind::Greeting | PartKind::Title
            )
    });
    let is_paragraph = context.reading.document.lines[line].len() >= PARAGRAPH_FROM;
    (is_paragraph || is_followed_by_heading(speech, line))
        && !is_address
        && !context.marks.is_garbled(line)
}

/// Whether a heading follows, so that the sentence cannot go on there.
fn is_followed_by_heading(speech: &Speech, line: usize) -> bool {
    speech
        .sections
        .binary_search_by_key(&(line + 1), |section| section.line)
        .is_ok()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::{fixed, marked_in_paragraph};

    fn marks(words: &str) -> Vec<String> {
        marked_in_paragraph(words, RULE.code)
    }

    #[test]
    fn doubled_and_misplaced_marks_are_found() {
        assert_eq!(
            marks("统一思想，。抓好落实；；做好总结。，好。"),
            ["，。", "；；", "。，"]
        );
        assert_eq!(marks("工作的.落实、学习的'体会。"), [".", "'"]);
        assert_eq!(marks("人文的`关怀。"), ["`"]);
        assert_eq!(
            marks("在责任落实，上，还有差距，要进一步，推动工作。"),
            ["，", "，"]
        );
        assert_eq!(
            marks("一个有强烈责任心的干部，才会在群众最需要的时候站出来，"),
            ["，"]
        );
        assert_eq!(marks("一个有强烈责任心的干部才会站出来，，"), ["，，"]);
    }

    #[test]
    fn ordinary_marks_are_left() {
        for words in [
            "行不行？！不行！！！慢慢来……。他——我——都来。",
            "增长1.5倍，10:30开会，比例3:1。",
            "See Co., Ltd.，Mr. Li etc.。",
            "更进一步，我们要抓好落实；前一句退一步，后一句进一步，都有道理。",
            "引'文'和`代码`。",
            "。。。",
            "约翰.史密斯来了。",
            "http://a.cn/b,,c",
            "春眠不觉晓，\n处处闻啼鸟。",
            "他说：“好。”，然后走了。",
        ] {
            assert_eq!(marks(words), [""; 0], "{words}");
        }
    }

    #[test]
    fn the_strongest_mark_stays() {
        let text = "同志们：。\n统一思想，。抓好落实。\n谢谢大家！";
        assert_eq!(
            fixed(text, RULE.code),
            "同志们：\n统一思想。抓好落实。\n谢谢大家！"
        );
        let text = "同志们：\n在群众最需要的时候，有责任心的干部才会第一个站出来，，\n谢谢大家！";
        assert_eq!(fixed(text, RULE.code), text.replace("，，", "。"));
    }
}
