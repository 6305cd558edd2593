//! 查什么：一句话没说完就断行，是按页宽、屏宽截断的。
//! 为什么：从 PDF、手机复制来的稿子，断行会被当成段落，念起来上气不接下气。
//! 例子：……要把工作抓 / 实抓好。
//! 不该报：诗句、口号；没有标点的标题；名单；一段话忘了句号、下一段另起。
//! 如何改：与下一行接起来（需确认）。

use super::{Context, Finding, Rule, Severity, Words};
use crate::fix::{Edit, Fix, Safety};
use crate::structure::{PartKind, Speech};
use crate::text::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "broken-line",
    severity: Severity::Warning,
    name: Words {
        zh_hans: "句中断行",
        zh_hant: "句中斷行",
        en: "Broken line",
    },
    finds: Words {
        zh_hans: "一句话没有说完就换了行，是按页宽或屏宽截断的。",
        zh_hant: "一句話沒有說完就換了行，是按頁寬或螢幕寬截斷的。",
        en: "A line was cut in mid-sentence at the width of a page or screen.",
    },
    why: Words {
        zh_hans: "断开的行会被当成段落，既念不连贯，也看不清提纲。",
        zh_hant: "斷開的行會被當成段落，既唸不連貫，也看不清提綱。",
        en: "Cut lines pass for paragraphs: they read badly and hide the outline.",
    },
    fix: Some(Words {
        zh_hans: "与下一行接起来，需要您确认。",
        zh_hant: "與下一行接起來，需要您確認。",
        en: "Joins it with the next line; for you to confirm.",
    }),
    example: "同志们：\n今天我们在这里召开全区农村工作会议，主要任务是总结去年\n的工作，安排今年的任务。刚才，几位同志作了发言，讲得都很\n好，我完全赞成。农业是根本，粮食安全是头等大事，各乡镇务\n必要把春耕备耕抓紧抓实，种子、化肥、农药一样都不能少，农\n机检修要赶在开春之前做完。\n谢谢大家！",
    near_misses: &[
        "同志们：\n春风吹绿了江南两岸的垂柳\n细雨打湿了田间劳作的衣裳\n让我们唱起那首古老的歌谣\n谢谢大家！",
        "同志们：\n要把思想统一到会议部署上来，把力量凝聚到任务落实上来\n要把责任扛在肩上，真抓实干，务求实效。\n谢谢大家！",
        "同志们：\n今天的会议很重要。\n一、提高认识\n要学习好。\n二、加强领导\n要组织好。\n谢谢大家！",
    ],
    check,
};

static FOUND: Words = Words {
    zh_hans: "这一行在句子中间断开了",
    zh_hant: "這一行在句子中間斷開了",
    en: "This line is cut in mid-sentence",
};
static TITLE: Words = Words {
    zh_hans: "与下一行接起来",
    zh_hant: "與下一行接起來",
    en: "Join with the next line",
};

/// The narrowest screen, in cells: a Chinese character takes two.
const NARROWEST: usize = 36;
/// How much shorter than the widest a cut line may be: two characters, and a mark that may not begin a line.
const SLACK: usize = 6;
/// Cut lines from which the width is that of a page.
const CLUSTER_FROM: usize = 3;

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for (index, speech) in context.reading.document.speeches.iter().enumerate() {
        for line in cut_lines(context, speech) {
            let mut finding = RULE.finding(
                context.to_source(context.reading.document.lines[line]),
                &FOUND,
            );
            finding.speech = Some(index);
            finding.fixes.push(join(context, line));
            findings.push(finding);
        }
    }
}

/// The lines of a speech that are cut in mid-sentence.
fn cut_lines(context: &Context, speech: &Speech) -> Vec<usize> {
    let open: Vec<usize> = open_lines(context, speech);
    let sure = |line: usize| cannot_begin(context.line_text(line + 1));
    if open.iter().filter(|&&line| !sure(line)).count() < CLUSTER_FROM {
        return open.into_iter().filter(|&line| sure(line)).collect();
    }
    let cells = |line: usize| cells(context.line_text(line));
    let widest = speech.lines.clone().map(cells).max().unwrap_or(0);
    let full = |line: usize| cells(line) + SLACK >= widest;
    let all_full = speech.lines.clone().filter(|&line| full(line)).count();
    let cut: Vec<usize> = open.iter().copied().filter(|&line| full(line)).collect();
    let prose = cut
        .iter()
        .filter(|&&line| context.line_text(line).contains(['，', '。', ',', '；']))
        .count();
    let is_page = widest >= NARROWEST
        && cut.len() >= CLUSTER_FROM
        && cut.len() * 5 >= all_full * 3
        && prose * 3 >= cut.len() * 2;
    open.into_iter()
        .filter(|&line| sure(line) || is_page && full(line))
        .collect()
}

/// Lines without a closing mark, followed by one that opens nothing new.
fn open_lines(context: &Context, speech: &Speech) -> Vec<usize> {
    let mut sections = speech
        .sections
        .iter()
        .map(|section| section.line)
        .peekable();
    let mut heads = None;
    let alone = lines_of_own(speech);
    let is_alone = |line: usize| alone.binary_search(&line).is_ok();
    let mut open = Vec::new();
    for line in speech.lines.start..speech.lines.end.saturating_sub(1) {
        while let Some(section) = sections.next_if(|&section| section <= line) {
            heads = Some(section);
        }
        let opens = sections.peek() == Some(&(line + 1));
        let text = context.line_text(line);
        let is_heading = heads == Some(line) && !text.contains('。');
        let long = text.len() >= NARROWEST && !is_closed(text) && !is_heading;
        if long
            && !opens
            && !is_alone(line)
            && !is_alone(line + 1)
            && !is_indented(context, line + 1)
        {
            open.push(line);
        }
    }
    open
}

fn is_closed(line: &str) -> bool {
    line.chars().next_back().is_none_or(|last| {
        matches!(
            last,
            '。' | '！'
                | '？'
                | '；'
                | '：'
                | '…'
                | '!'
                | '?'
                | ';'
                | ':'
                | '.'
                | '~'
                | '—'
                | '”'
                | '’'
                | '」'
                | '』'
                | '）'
                | ')'
                | '》'
                | '】'
                | ']'
        )
    })
}

/// Lines that are a part of their own, sorted: titles, salutations, dates.
fn lines_of_own(speech: &Speech) -> Vec<usize> {
    let alone = speech.parts.iter().filter(|part| {
        !matches!(
            part.kind,
            PartKind::Opening | PartKind::Body | PartKind::Closing | PartKind::Attachment
        )
    });
    let mut lines: Vec<usize> = alone.map(|part| part.line).collect();
    lines.sort_unstable();
    lines
}

fn is_indented(context: &Context, line: usize) -> bool {
    let source = context.reading.layers.source;
    let start = context
        .to_source(context.reading.document.lines[line])
        .start;
    let whole = source.whole_lines(Span::new(start, start));
    start >= whole.start + 2
}

/// Whether no sentence can begin so.
fn cannot_begin(line: &str) -> bool {
    line.starts_with(['，', '。', '、', '；', '！', '？', '）', '”', '》', '」'])
        || line.starts_with('的')
            && !["的确", "的哥", "的士"]
                .iter()
                .any(|word| line.starts_with(word))
        || line.starts_with('们')
}

/// The width of a line on a page.
fn cells(line: &str) -> usize {
    line.chars()
        .map(|character| if character.is_ascii() { 1 } else { 2 })
        .sum()
}

fn join(context: &Context, line: usize) -> Fix {
    let lines = &context.reading.document.lines;
    let (this, next) = (
        context.to_source(lines[line]),
        context.to_source(lines[line + 1]),
    );
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let apart = latin(context.line_text(line).chars().next_back())
        && latin(context.line_text(line + 1).chars().next());
    let text = if apart { " " } else { "" }.to_owned();
    Fix {
        title: &TITLE,
        safety: Safety::Review,
        edits: vec![Edit {
            span: Span::new(this.end, next.start),
            text,
        }],
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::{fixed, marked};

    #[test]
    fn cut_lines_are_joined() {
        let whole = fixed(RULE.example, RULE.code);
        assert_eq!(whole.lines().count(), 3, "{whole}");
        assert!(whole.contains("总结去年的工作"));
    }

    #[test]
    fn a_line_that_cannot_begin_a_sentence_belongs_to_the_one_before() {
        let text =
            "同志们：\n要把乡村振兴的各项任务落实到每一个村组\n，落实到每一个农户。\n谢谢大家！";
        assert_eq!(marked(text, RULE.code).len(), 1);
    }

    #[test]
    fn lists_of_names_and_headings_are_left() {
        for text in [
            "表彰名单\n办公室 张一 李二 王三 赵四 钱五 孙六 周七\n财务科 张甲 李乙 王丙 赵丁 钱戊 孙己 周庚\n人事科 张子 李丑 王寅 赵卯 钱辰 孙巳 周午\n宣传科 张东 李南 王西 赵北 钱中 孙上 周下",
            "同志们：\n一、进一步提高认识，增强做好防汛工作的责任感\n要学习好。\n二、进一步加强领导，健全做好防汛工作的责任制\n要组织好。\n三、进一步强化督查，落实做好防汛工作的责任人\n要督查好。\n谢谢大家！",
        ] {
            assert_eq!(marked(text, RULE.code), [""; 0]);
        }
    }
}
