//! 查什么：一段话（30 字以上）又出现一遍；或者一段话是把前面几段的原句重抄一遍。
//! 为什么：粘贴重了，或者机器拼凑的“总之”段，讲出来是重复。
//! 例子：同一段话隔几行又来一遍。
//! 不该报：反复出现三次以上的短句是排比；主持词的串词；目录和标题；结尾把各条要求归拢起来说。
//! 如何改：删除重复的一段（需确认）。

use super::clauses::{ByHash, Clause};
use super::{Context, Finding, Related, Rule, Severity, Words};
use crate::fix::{Fix, Safety, remove_lines};
use crate::structure::{Genre, PartKind, Speech};

/// The rule.
pub static RULE: Rule = Rule {
    code: "duplicate-paragraph",
    severity: Severity::Warning,
    name: Words {
        zh_hans: "段落重复",
        zh_hant: "段落重複",
        en: "Duplicate paragraph",
    },
    finds: Words {
        zh_hans: "同一段话又出现一遍，或者一段话只是重抄前面的句子。",
        zh_hant: "同一段話又出現一遍，或者一段話只是重抄前面的句子。",
        en: "A paragraph stands here again, or only repeats sentences from above.",
    },
    why: Words {
        zh_hans: "多半是粘贴重了，讲出来听众会发觉。三次以上的短句视为有意的排比。",
        zh_hant: "多半是貼重了，講出來聽眾會發覺。三次以上的短句視為有意的排比。",
        en: "It was probably pasted twice, and listeners notice. Short words said three times are taken for a refrain.",
    },
    fix: Some(Words {
        zh_hans: "删除重复的一段，需要您确认。",
        zh_hant: "刪除重複的一段，需要您確認。",
        en: "Deletes the repetition; for you to confirm.",
    }),
    example: "同志们：\n防汛工作年年讲，年年抓，但是总有少数同志心存侥幸，以为大水不会来，值班室里找不到人。\n我们要把堤坝再查一遍。\n防汛工作年年讲，年年抓，但是总有少数同志心存侥幸，以为大水不会来，值班室里找不到人。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n让我们携起手来，为家乡的明天努力奋斗，为孩子们的笑脸努力奋斗！\n先说教育。\n让我们携起手来，为家乡的明天努力奋斗，为孩子们的笑脸努力奋斗！\n再说医疗。\n让我们携起手来，为家乡的明天努力奋斗，为孩子们的笑脸努力奋斗！\n谢谢大家！",
        "同志们：\n一、提高认识，把思想统一起来\n要学习好。\n二、加强领导，把责任落实下去\n要组织好。\n总之，就是要提高认识，把思想统一起来，加强领导，把责任落实下去，办成几件群众看得见的实事。\n谢谢大家！",
        "同志们：\n要抓落实。\n要抓落实。\n谢谢大家！",
    ]),
    check,
};

static AGAIN: Words = Words {
    zh_hans: "这一段与前面的一段相同",
    zh_hant: "這一段與前面的一段相同",
    en: "This paragraph stands above already",
};
static PATCHED: Words = Words {
    zh_hans: "这一段是把前面的句子重抄一遍",
    zh_hant: "這一段是把前面的句子重抄一遍",
    en: "This paragraph only repeats sentences from above",
};
static ORIGINAL: Words = Words {
    zh_hans: "原来的一段",
    zh_hant: "原來的一段",
    en: "The original",
};
static TITLE: Words = Words {
    zh_hans: "删除重复的一段",
    zh_hant: "刪除重複的一段",
    en: "Delete the repetition",
};

/// Bytes of letters from which a paragraph can repeat another: 30 characters.
const PARAGRAPH_FROM: usize = 90;
/// Bytes of letters up to which a paragraph said three times is a refrain: 80 characters.
const REFRAIN_UP_TO: usize = 240;
/// Bytes from which a clause is not everybody's: 8 characters.
const TELLING_FROM: usize = 24;
/// Bytes of letters from which a paragraph can be patched together: 50 characters.
const PATCHED_FROM: usize = 150;
/// The share of a paragraph that stands in its neighbours, in percent, where it is patched together.
const PATCHED_SHARE: usize = 80;
/// Paragraphs above that count as neighbours.
const NEIGHBOURS: usize = 8;

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for (index, speech) in context.reading.document.speeches.iter().enumerate() {
        if speech.genre != Genre::HostScript {
            for (line, original, words) in repetitions(context, speech) {
                let place = |line: usize| context.to_source(context.reading.document.lines[line]);
                let mut finding = RULE.finding(place(line), words);
                finding.speech = Some(index);
                finding.related = vec![Related {
                    span: place(original),
                    words: &ORIGINAL,
                }];
                let edits = vec![remove_lines(context.reading, line..line + 1)];
                finding.fixes.push(Fix {
                    title: &TITLE,
                    safety: Safety::Review,
                    edits,
                });
                findings.push(finding);
            }
        }
    }
}

/// A paragraph, reduced to what is compared.
struct Paragraph {
    line: usize,
    hash: u64,
    letters: usize,
    clauses: Vec<Clause>,
}

impl Paragraph {
    fn read(context: &Context, line: usize) -> Self {
        // A piece of one letter is the numeral of a marker: the same words under another number are a copy.
        let all = context.clauses.of_line(line).iter().copied();
        let clauses: Vec<Clause> = all.filter(|clause| clause.length > 3).collect();
        let mix = |hash: u64, clause: &Clause| {
            (hash ^ clause.hash)
                .wrapping_mul(0x9e37_79b9_7f4a_7c15)
                .rotate_left(29)
        };
        let hash = clauses.iter().fold(0, mix);
        let letters = clauses.iter().map(|clause| clause.length).sum();
        Self {
            line,
            hash,
            letters,
            clauses,
        }
    }
}

/// The repeating lines of a speech, each with the line of its original.
fn repetitions(context: &Context, speech: &Speech) -> Vec<(usize, usize, &'static Words)> {
    let paragraphs = paragraphs(context, speech);
    let mut counts: ByHash<(usize, u32)> = ByHash::default();
    for paragraph in &paragraphs {
        counts
            .entry(paragraph.hash)
            .or_insert((paragraph.line, 0))
            .1 += 1;
    }
    let mut lines_of_clauses: ByHash<usize> = ByHash::default();
    let mut found = Vec::new();
    for paragraph in &paragraphs {
        let (first, times) = counts
            .get(&paragraph.hash)
            .copied()
            .unwrap_or((paragraph.line, 1));
        let refrain = times > 2 && paragraph.letters <= REFRAIN_UP_TO;
        if first < paragraph.line && !refrain {
            found.push((paragraph.line, first, &AGAIN));
        } else if let Some(original) =
            patched_from(paragraph, &lines_of_clauses).filter(|_| !refrain)
        {
            found.push((paragraph.line, original, &PATCHED));
        }
        for clause in &paragraph.clauses {
            lines_of_clauses.insert(clause.hash, paragraph.line);
        }
    }
    found
}

/// The paragraphs that are long enough, headings and the parts around the words left out.
fn paragraphs(context: &Context, speech: &Speech) -> Vec<Paragraph> {
    let contents = speech
        .parts
        .iter()
        .find(|part| part.kind == PartKind::Contents);
    let is_contents = |line: usize| {
        contents.is_some_and(|part| part.span.contains(context.reading.document.lines[line]))
    };
    speech
        .lines
        .clone()
        .filter(|&line| {
            context.reading.document.lines[line].len() >= PARAGRAPH_FROM && !is_contents(line)
        })
        .map(|line| Paragraph::read(context, line))
        .filter(|paragraph| paragraph.letters >= PARAGRAPH_FROM)
        .collect()
}

/// The neighbour from which the first of a paragraph's words come, where nearly all stand above.
fn patched_from(paragraph: &Paragraph, lines: &ByHash<usize>) -> Option<usize> {
    if paragraph.letters < PATCHED_FROM {
        return None;
    }
    let near = |clause: &Clause| {
        let line = lines
            .get(&clause.hash)
            .copied()
            .filter(|_| clause.length >= TELLING_FROM);
        line.filter(|line| line + NEIGHBOURS >= paragraph.line)
    };
    let known = paragraph
        .clauses
        .iter()
        .filter(|clause| near(clause).is_some());
    let shared: usize = known.map(|clause| clause.length).sum();
    let first = paragraph.clauses.iter().find_map(near)?;
    (shared * 100 >= paragraph.letters * PATCHED_SHARE).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::{fixed, marked};

    const FIRST: &str = "防汛工作年年讲、年年抓，但是总有少数同志心存侥幸，值班室里找不到人。";

    #[test]
    fn a_copy_under_another_number_or_with_other_marks_is_a_copy() {
        let copy = "二、防汛工作年年讲，年年抓，但是总有少数同志心存侥幸；值班室里找不到人。";
        let text = format!("同志们：\n一、{FIRST}\n{copy}\n谢谢大家！");
        assert_eq!(marked(&text, RULE.code), [copy]);
        assert!(!fixed(&text, RULE.code).contains(copy));
    }

    #[test]
    fn a_host_says_the_same_words_again() {
        let text = format!("防汛工作会议主持词\n同志们：\n{FIRST}\n现在开会。\n{FIRST}\n散会。");
        assert_eq!(marked(&text, RULE.code), [""; 0]);
    }

    #[test]
    fn a_summary_pasted_from_its_neighbours_is_found() {
        let one = "要把每一处堤坝都查到位，发现隐患当天上报当天处理";
        let two = "要把每一件物资都备到位，钥匙放在值班的人伸手拿得到的地方";
        let copy = format!("总之，{one}，{two}。");
        let text = format!(
            "同志们：\n先说第一件事情，也是最要紧的事情：{one}。\n再说第二件事情，也是最容易忘的事情：{two}。\n{copy}\n谢谢大家！"
        );
        assert_eq!(marked(&text, RULE.code), [copy.as_str()]);
    }
}
