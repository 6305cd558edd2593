//! 查什么：短标题和正文连在一起，中间没有标点，也没有换行。
//! 为什么：念到这里断不开句，提纲里也看不出标题；多半是粘贴时丢了换行。
//! 例子：三、加强组织领导近年来，我们……（“领导”之后应当换行）
//! 不该报：标题之后有句号或冒号；各项本来都是整段；标题独占一行。
//! 如何改：在标题之后换行（需确认）；断在哪里没有把握的，只提示。

use super::clauses::ByHash;
use super::lists::Lists;
use super::outline_view::{body_lines, has_children, rest_of_heading_line};
use super::{Context, Finding, Rule, Severity, Words};
use crate::fix;
use crate::structure::{Section, Speech};
use crate::text::{Span, exceeds, is_alphanumeric};

/// The rule.
pub static RULE: Rule = Rule {
    code: "run-in-heading",
    severity: Severity::Warning,
    name: Words {
        zh_hans: "标题与正文相连",
        zh_hant: "標題與正文相連",
        en: "Run-in heading",
    },
    finds: Words {
        zh_hans: "短标题和正文连在一起，中间没有标点，也没有换行。",
        zh_hant: "短標題和正文連在一起，中間沒有標點，也沒有換行。",
        en: "A short heading runs into its text with nothing between.",
    },
    why: Words {
        zh_hans: "念到这里断不开句，提纲里也看不出标题；多半是粘贴时丢了换行。",
        zh_hant: "念到這裡斷不開句，提綱裡也看不出標題；多半是貼上時丟了換行。",
        en: "The speaker cannot tell where the heading ends, nor can the outline; mostly a line break was lost in pasting.",
    },
    fix: Some(Words {
        zh_hans: "在标题之后换行，需要您确认；断在哪里没有把握的，只提示。",
        zh_hant: "在標題之後換行，需要您確認；斷在哪裡沒有把握的，只提示。",
        en: "Starts a new line after the heading, for you to confirm; where its end is unsure, it is only named.",
    }),
    example: "同志们：\n一、提高思想认识\n要学习好政策，吃透精神。\n二、加强组织领导近年来，我们建立了一套制度，责任落实到人，效果很好。\n三、狠抓工作落实\n要督查好进度，压实责任。\n谢谢大家！",
    near_misses: Rule::near_misses(&[
        "同志们：\n一、提高思想认识\n要学习好政策，吃透精神。\n二、加强组织领导。近年来，我们建立了一套制度，责任落实到人，效果很好。\n三、狠抓工作落实\n要督查好进度，压实责任。\n谢谢大家！",
        "同志们：\n一、要提高思想认识，近年来，我们学习不够，理解不深，需要补课。\n二、要加强组织领导，近年来，我们建立了一套制度，效果很好。\n谢谢大家！",
        "同志们：\n一、加强领导\n要把责任扛起来，形成合力。\n二、提高认识\n要把政策学透，吃准精神。\n三、加强领导干部队伍建设\n要把人选准，用好。\n谢谢大家！",
    ]),
    check,
};

static RUN_IN: Words = Words {
    zh_hans: "标题“{title}”之后没有换行，和正文连在一起",
    zh_hant: "標題「{title}」之後沒有換行，和正文連在一起",
    en: "The heading “{title}” runs into its text",
};

static UNCLEAR: Words = Words {
    zh_hans: "同级的标题都独占一行，这一项的标题却和正文连在一起",
    zh_hant: "同級的標題都獨佔一行，這一項的標題卻和正文連在一起",
    en: "The siblings' headings have lines of their own, this one runs into its text",
};

/// Words that begin a sentence and hardly ever stand inside a heading.
const SENTENCE_STARTS: [&str; 61] = [
    "近年来",
    "今年以来",
    "去年以来",
    "一年来",
    "几年来",
    "长期以来",
    "一直以来",
    "今年，",
    "去年，",
    "当前，",
    "目前，",
    "首先，",
    "同志们",
    "大家",
    "我们",
    "我认为",
    "我觉得",
    "各级",
    "各部门",
    "各单位",
    "各地",
    "各乡",
    "各镇",
    "各学校",
    "全体",
    "要把",
    "要以",
    "要进一步",
    "要坚持",
    "要切实",
    "要按照",
    "一要",
    "一是",
    "根据",
    "按照",
    "依据《",
    "随着",
    "为了",
    "通过",
    "进入",
    "与此同时",
    "应当看到",
    "要看到",
    "总的来看",
    "总体上看",
    "从目前",
    "实践证明",
    "事实证明",
    "多年来",
    "这些年",
    "下一步，",
    "同时，",
    "因此，",
    "特别是",
    "只有",
    "无论",
    "凡是",
    "每当",
    "春节",
    "会后",
    "希望",
];

/// Characters that a heading has at least.
const SHORTEST: usize = 4;
/// Characters that a twin has at least: 加强领导 begins 加强领导干部队伍建设 too.
const SHORTEST_TWIN: usize = 6;
/// Characters that a heading has at most.
const LONGEST: usize = 50;

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let twins = bare_headings(context);
    for (index, speech) in context.speeches() {
        for list in Lists::of(speech).iter() {
            let longest = longest_sibling(context, speech, list);
            for &at in list {
                let section = &speech.sections[at];
                let words = words(context, section);
                let end = twin(&twins, words).or_else(|| boundary(words, longest?));
                if let Some(end) = end {
                    findings.push(run_in(context, index, section, end));
                } else if longest.is_some_and(|longest| is_glued(words, longest))
                    && holds_body(context, speech, at)
                {
                    let mut finding =
                        RULE.finding(context.to_source(section.marker.span), &UNCLEAR);
                    finding.speech = Some(index);
                    findings.push(finding);
                }
            }
        }
    }
}

/// What follows a marker in its line.
fn words<'t>(context: &'t Context, section: &Section) -> &'t str {
    Span::new(section.marker.end(), context.line(section.line).end).slice(context.folded())
}

fn run_in(context: &Context, speech: usize, section: &Section, length: usize) -> Finding {
    let title = Span::new(section.marker.end(), section.marker.end() + length);
    let heading = Span::new(section.marker.span.start, title.end);
    let mut finding = RULE.finding(context.to_source(heading), &RUN_IN);
    finding.speech = Some(speech);
    finding.data = vec![("title", title.slice(&context.reading.layers.clean).into())];
    finding
        .fixes
        .extend(fix::break_lines(&context.reading.layers, [title.end]));
    finding
}

/// Whether a section's heading has its line for itself, with something under it.
fn is_bare(context: &Context, speech: &Speech, at: usize) -> bool {
    let section = &speech.sections[at];
    let words = words(context, section);
    let short = !exceeds(words, LONGEST);
    short
        && words.ends_with(|last: char| {
            is_alphanumeric(last) || matches!(last, '”' | '」' | '》' | ')' | '）')
        })
        && section.merged.is_empty()
        && rest_of_heading_line(context, section).is_empty()
        && (has_children(speech, at) || !body_lines(context, speech, at).is_empty())
}

/// The headings of the text that have a line for themselves, each with the start of the line after it.
fn bare_headings<'t>(context: &'t Context) -> ByHash<(&'t str, &'t str)> {
    let mut headings = ByHash::default();
    for (_, speech) in context.speeches() {
        for (at, section) in speech.sections.iter().enumerate() {
            if is_bare(context, speech, at) {
                let words = words(context, section);
                if let Some((_, hash)) = beginnings(words).last() {
                    headings.insert(hash, (words, context.line_text(section.line + 1)));
                }
            }
        }
    }
    headings
}

/// The end of the heading that has a line for itself elsewhere, with text right after it here.
fn twin(headings: &ByHash<(&str, &str)>, words: &str) -> Option<usize> {
    let ends = beginnings(words).skip(SHORTEST_TWIN - 1).take(LONGEST);
    let found = ends.filter(|&(end, hash)| {
        let (beginning, rest) = words.split_at(end);
        let twin = headings
            .get(&hash)
            .filter(|(heading, _)| *heading == beginning);
        twin.is_some_and(|(_, body)| {
            let same_body = rest
                .char_indices()
                .nth(4)
                .is_some_and(|(at, _)| body.starts_with(&rest[..at]));
            same_body || is_sentence(rest)
        })
    });
    found.last().map(|(end, _)| end)
}

/// Where each beginning of a text ends, with a fingerprint of it.
fn beginnings(text: &str) -> impl Iterator<Item = (usize, u64)> + '_ {
    let mut hash = 0_u64;
    text.char_indices().map(move |(at, character)| {
        hash = (hash ^ u64::from(u32::from(character)))
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
            .rotate_left(29);
        (at + character.len_utf8(), hash)
    })
}

/// Whether a text that follows heading words is a sentence of its own, not more of the heading.
fn is_sentence(rest: &str) -> bool {
    const SHORTEST_SENTENCE: usize = 15;
    rest.starts_with(is_alphanumeric)
        && !rest.starts_with(['和', '与', '及', '的', '之', '等'])
        && exceeds(rest, SHORTEST_SENTENCE)
        && rest.contains(['，', ',', '。'])
}

/// Characters of the longest heading of a list, where at least two and more than half of its items have a
/// heading with a line for itself.
fn longest_sibling(context: &Context, speech: &Speech, list: &[usize]) -> Option<usize> {
    let bare: Vec<usize> = list
        .iter()
        .filter(|&&at| is_bare(context, speech, at))
        .map(|&at| words(context, &speech.sections[at]).chars().count())
        .collect();
    (bare.len() > 1 && bare.len() * 2 > list.len())
        .then(|| bare.into_iter().max())
        .flatten()
}

/// Whether an item's line holds body too: it has more than one sentence, or ends as a sentence does and its
/// siblings' lines do not, or nothing stands under it.
fn holds_body(context: &Context, speech: &Speech, at: usize) -> bool {
    let nothing_under = !has_children(speech, at) && body_lines(context, speech, at).is_empty();
    let section = &speech.sections[at];
    nothing_under
        || words(context, section).ends_with('。')
        || !rest_of_heading_line(context, section).is_empty()
}

/// The place where a sentence begins in the middle of a heading, if its words are as short as its siblings'.
fn boundary(words: &str, longest_sibling: usize) -> Option<usize> {
    if !is_glued(words, longest_sibling) {
        return None;
    }
    let reach = longest_sibling + 8;
    let mut places = words.char_indices().enumerate().skip(SHORTEST).take(reach);
    places.find_map(|(_, (at, _))| {
        let after_mark = !words[..at]
            .ends_with(|before: char| is_alphanumeric(before) || "”》）".contains(before));
        (!after_mark && starts_sentence(&words[at..])).then_some(at)
    })
}

fn starts_sentence(rest: &str) -> bool {
    let year = rest
        .char_indices()
        .nth(4)
        .is_some_and(|(at, next)| next == '年' && rest[..at].chars().all(|c| c.is_ascii_digit()));
    year || SENTENCE_STARTS.iter().any(|start| rest.starts_with(start))
}

/// Whether the first sentence of an item is far longer than its siblings' headings, with no mark where a
/// heading would end.
fn is_glued(words: &str, longest_sibling: usize) -> bool {
    const FARTHER: usize = 10;
    let words = words.trim_start();
    let sentence = words
        .find(['。', '！', '？', '；', '：', ':', '　'])
        .unwrap_or(words.len());
    // A blank parts a heading from its text; one after Latin letters (GB/T 9704) does not.
    let blank = words.match_indices(' ').map(|(at, _)| at);
    let blank = blank.filter(|&at| !words[..at].ends_with(|c: char| c.is_ascii_alphanumeric()));
    let end = blank.chain([sentence]).min().unwrap_or(sentence);
    let length = words[..end].chars().count();
    length > longest_sibling + FARTHER
        && words.contains(['，', ',', '。'])
        && !words.starts_with(['要', '是'])
}
