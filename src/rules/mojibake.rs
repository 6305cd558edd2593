//! 查什么：因字节错位变成的乱码，如“?傊”（。總）、“們?nèi)绾”（們如何）。
//! 为什么：乱码处读不成句，标题、序号、引号也会随之丢失。
//! 例子：发展?傮w來看
//! 不该报：单独的问号；生僻的人名、地名；作者自己注的音。
//! 如何改：确定无疑的直接改回原来的字，其余的需要您确认；有几种读法的，最像的在前。

use super::{Context, Finding, Related, Rule, Severity, Words};
use crate::fix::{Edit, Fix, Safety};
use crate::residue::Garble;

/// The rule.
pub static RULE: Rule = Rule {
    code: "mojibake",
    severity: Severity::Error,
    name: Words {
        zh_hans: "乱码",
        zh_hant: "亂碼",
        en: "Garbled characters",
    },
    finds: Words {
        zh_hans: "字节错位造成的乱码，或不成字的代码。",
        zh_hant: "位元組錯位造成的亂碼，或不成字的代碼。",
        en: "Characters read one byte off, or codes that are no characters.",
    },
    why: Words {
        zh_hans: "网页程序按字节替换文字，把汉字拆成了两半；乱码处读不成句，标题和序号也认不出来。",
        zh_hant: "網頁程式按位元組替換文字，把漢字拆成了兩半；亂碼處讀不成句，標題和序號也認不出來。",
        en: "A web program replaced bytes and cut characters in two; the words are lost, and headings with them.",
    },
    fix: Some(Words {
        zh_hans: "改回原来的字；能还原出同样乱码的读法才会列出，最像的在前，不能确定的需要您确认。",
        zh_hant: "改回原來的字；能還原出同樣亂碼的讀法才會列出，最像的在前，不能確定的需要您確認。",
        en: "Puts the words back; only readings that garble to exactly this are listed, the likeliest first; those in doubt are for you to confirm.",
    }),
    example: "同志們：\n今年經濟平穩發展?傮w來看，形勢很好。\n謝謝大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n大家准备好了吗?傅局长请讲。\n谢谢大家！",
        "同志们：\n安徽亳（bó）州的同志问：怎么办?F区的同志答：好办。\n谢谢大家！",
        "同志们：\n这项工作?还要不要抓?\n谢谢大家！",
    ]),
    check,
};

static MAY_READ: Words = Words {
    zh_hans: "乱码“{shown}”，可能是“{reading}”",
    zh_hant: "亂碼「{shown}」，可能是「{reading}」",
    en: "“{shown}” is garbled; it may read “{reading}”",
};
static UNREADABLE: Words = Words {
    zh_hans: "乱码“{shown}”，已无法还原",
    zh_hant: "亂碼「{shown}」，已無法還原",
    en: "“{shown}” is garbled beyond repair",
};
static ALSO: Words = Words {
    zh_hans: "同一行的另一处乱码",
    zh_hant: "同一行的另一處亂碼",
    en: "garbled too, in the same line",
};
static BEST: Words = Words {
    zh_hans: "改为“{reading}”",
    zh_hant: "改為「{reading}」",
    en: "Change to “{reading}”",
};
static BEST_OF_MANY: Words = Words {
    zh_hans: "这一行的 {count} 处乱码全部改回",
    zh_hant: "這一行的 {count} 處亂碼全部改回",
    en: "Repair all {count} places of the line",
};
/// The titles of further readings, each with the datum that it names.
static OTHERS: [(&str, Words); 3] = [
    (
        "second",
        Words {
            zh_hans: "改为“{second}”",
            zh_hant: "改為「{second}」",
            en: "Change to “{second}”",
        },
    ),
    (
        "third",
        Words {
            zh_hans: "改为“{third}”",
            zh_hant: "改為「{third}」",
            en: "Change to “{third}”",
        },
    ),
    (
        "fourth",
        Words {
            zh_hans: "改为“{fourth}”",
            zh_hant: "改為「{fourth}」",
            en: "Change to “{fourth}”",
        },
    ),
];

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let source = context.reading.layers.source;
    let line_of = |place: &Garble| source.position(place.span.start).line;
    let places = &context.reading.residue.garble;
    for places in places.chunk_by(|one, other| line_of(one) == line_of(other)) {
        findings.extend(finding(&source.text, places));
    }
}

/// The finding of a line; it speaks of the first of its places that can be read.
fn finding(text: &str, places: &[Garble]) -> Option<Finding> {
    let readable = places.iter().position(|place| !place.readings.is_empty());
    let spoken_of = readable.unwrap_or(0);
    let first = places.get(spoken_of)?;
    let words = if readable.is_some() {
        &MAY_READ
    } else {
        &UNREADABLE
    };
    let mut finding = RULE.finding(first.span, words);
    finding.data.push(("shown", first.span.slice(text).into()));
    if let Some(reading) = first.readings.first() {
        finding.data.push(("reading", reading.as_str().into()));
    }
    let further = places.iter().enumerate().filter(|&(at, _)| at != spoken_of);
    finding.related = further
        .map(|(_, place)| Related {
            span: place.span,
            words: &ALSO,
        })
        .collect();
    add_fixes(&mut finding, places);
    Some(finding)
}

/// First the best reading of every place of the line; then the same with the other readings of the first
/// place that is in doubt, the likeliest first.
fn add_fixes(finding: &mut Finding, places: &[Garble]) {
    let best: Vec<Edit> = places.iter().filter_map(|place| edit(place, 0)).collect();
    if best.is_empty() {
        return;
    }
    let title = if best.len() > 1 {
        finding.data.push(("count", best.len().into()));
        &BEST_OF_MANY
    } else {
        &BEST
    };
    let is_certain = places.iter().all(|place| place.certain().is_some());
    let safety = if is_certain {
        Safety::Safe
    } else {
        Safety::Review
    };
    finding.fixes.push(fix(title, safety, best.clone()));
    let is_doubtful = |place: &&Garble| place.readings.len() > 1 && place.certain().is_none();
    let Some(doubtful) = places.iter().find(is_doubtful) else {
        return;
    };
    for (index, (name, title)) in OTHERS.iter().enumerate() {
        let Some(edit) = edit(doubtful, index + 1) else {
            break;
        };
        finding.data.push((name, edit.text.as_str().into()));
        let mut edits = best.clone();
        for one in edits.iter_mut().filter(|one| one.span == edit.span) {
            one.text.clone_from(&edit.text);
        }
        finding.fixes.push(fix(title, Safety::Review, edits));
    }
}

fn edit(place: &Garble, index: usize) -> Option<Edit> {
    Some(Edit {
        span: place.span,
        text: place.readings.get(index)?.clone(),
    })
}

fn fix(title: &'static Words, safety: Safety, edits: Vec<Edit>) -> Fix {
    Fix {
        title,
        safety,
        edits,
    }
}
