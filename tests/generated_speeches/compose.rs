//! In: a seed. Out: a well-formed speech: header, address, opening, outline, closing, thanks, end.
//!
//! What is ambiguous by nature is not written; [`LEFT_OUT`] names it.

use super::marks::Style;
use super::paragraphs::{Draft, Paragraphs, SequenceWords};
use super::random::Random;
use super::sections::{Scheme, Sections};
use super::speech::{Layout, Line, Role, Speech};
use super::words::{Words, filled};

/// What two careful editors could read in two ways, and is therefore not generated.
pub const LEFT_OUT: [&str; 10] = [
    "an unranked list after two paragraphs without a lead-in (it may belong to the list above)",
    "a second list of a section in another style than the first (it may stand under the first's last item)",
    "a run that begins a paragraph (it may be an item with further items merged into it)",
    "一要 under 一是, 首先 under 第一，and the reverse (one idiom, not two levels)",
    "首先, 再次 or 最后 as a word at a line's start in a speech that has such a list",
    "首先 and 其次 as words of one speech, or 其次 as a word in one with 第一， (they may be items)",
    "a list in the opening before the main list",
    "总之 as the section's last paragraph right before the closing",
    "a number named in passing in the last sentence before a list, or right before a run",
    "a run in the style of the list around it or right after it",
];

const TITLES: [&str; 12] = [
    "在全县{t}工作会议上的讲话",
    "在{t}动员大会上的讲话",
    "{t}工作推进会讲话稿",
    "在{t}表彰大会上的发言",
    "关于{t}的发言稿",
    "在{t}座谈会上的讲话",
    "在{t}培训班开班式上的讲话",
    "{t}专题会议讲话提纲",
    "在{t}研讨会上的致辞",
    "在2023年{t}总结大会上的讲话",
    "在{t}现场观摩会上的讲话",
    "{t}经验交流发言材料",
];

const SALUTATIONS: [&str; 12] = [
    "同志们：",
    "同志们：",
    "同志们：",
    "各位领导、同志们：",
    "尊敬的各位领导、各位来宾：",
    "老师们、同学们：",
    "各位代表、同志们：",
    "各位领导，各位同事：",
    "尊敬的各位领导、同志们：",
    "各位贵宾、各位朋友：",
    "同志们!",
    "各位专家、各位老师：",
];

const GREETINGS: [&str; 7] = [
    "大家早安！",
    "大家好！",
    "大家上午好！",
    "下午好！大家辛苦了！",
    "大家晚上好！",
    "大家早上好。",
    "大家下午好！",
];

const OPENINGS: [&str; 8] = [
    "今天，我们在这里召开{t}工作会议，主要任务是总结经验、部署工作。",
    "很高兴有机会同大家一起探讨{t}。",
    "刚才，有关单位作了发言，讲得都很好，我都赞成。",
    "这次{t}会议是经过认真研究决定召开的。",
    "根据会议安排，由我就{t}作发言。",
    "借今天这个机会，我就{t}谈些想法。",
    "首先，我代表筹备组向大家的到来表示欢迎。",
    "前一阶段，{t}在大家的支持下进展顺利。",
];

const CLOSINGS: [&str; 10] = [
    "归根到底，{t}要靠大家。让我们齐心协力，不断取得新的胜利！",
    "同志们，{t}任务艰巨、责任重大。让我们携起手来，真抓实干，为实现全年目标而努力奋斗！",
    "同志们，做好{t}使命光荣。让我们以更加饱满的热情投入工作，奋力开创{t}新局面！",
    "同志们，新的征程已经开启。让我们同心同德、锐意进取，共同谱写{t}的新篇章！",
    "同志们，让我们从现在做起，从小事做起，为{t}贡献自己的力量！",
    "我相信，在大家的共同努力下，{t}一定会取得更大的成绩！",
    "总之，{t}任重道远。让我们携手并肩，再创新的辉煌！",
    "同志们，{t}的号角已经吹响，让我们以只争朝夕的精神，把各项工作做得更好！",
    "各位同事，让我们共同努力，以优异的成绩迎接{t}检查！",
    "最后，祝会议圆满成功，祝各位身体健康、工作愉快！",
];

const THANKS: [&str; 6] = [
    "谢谢大家！",
    "谢谢！",
    "我的讲话完了，谢谢大家！",
    "谢谢各位！",
    "谢谢大家。",
    "感谢大家的聆听！",
];
const NAMES: [&str; 6] = [
    "王建国",
    "李　明",
    "县教育局　赵志远",
    "陈晓东",
    "副县长　周立新",
    "张丽华",
];
const DATES: [&str; 5] = [
    "（2023年3月15日）",
    "2022年11月8日",
    "（二〇二三年五月六日）",
    "2024年1月26日",
    "(2023年7月1日)",
];
const SIGNATURES: [&str; 4] = [
    "县教育局",
    "市安全生产委员会办公室",
    "王建国",
    "防汛抗旱指挥部办公室",
];
const END_DATES: [&str; 3] = ["2023年5月6日", "二〇二三年五月六日", "2024年12月30日"];

impl Speech {
    /// The speech of a seed.
    pub fn generate(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let layout = Layout {
            blank_lines: random.chance(35),
            indented: random.chance(45),
            traditional: random.chance(30),
        };
        let scheme = scheme(&mut random);
        let paragraphs = Paragraphs {
            random,
            words: Words::new(),
        };
        let mut sections = Sections::new(paragraphs, scheme);
        beginning(&mut sections);
        let items = sections.main_items();
        opening(&mut sections, items);
        sections.main_list(items);
        ending(&mut sections);
        Self {
            seed,
            lines: sections.lines,
            layout,
        }
    }
}

const ROOTS: [(Style, usize); 19] = [
    (Style::Comma, 48),
    (Style::Paren, 5),
    (Style::Dot, 6),
    (Style::DigitComma, 6),
    (Style::DigitParen, 3),
    (Style::HalfParen, 2),
    (Style::Circled, 1),
    (Style::Part, 4),
    (Style::Formal, 3),
    (Style::Stem, 2),
    (Style::Ordinal, 8),
    (Style::Sequence, 4),
    (Style::Is, 4),
    (Style::Must, 2),
    (Style::Among, 2),
    (Style::Unit, 2),
    (Style::Article, 2),
    (Style::Entry, 1),
    (Style::Noun, 2),
];

/// The styles of the levels: any legal chain, the usual ones more often.
fn scheme(random: &mut Random) -> Scheme {
    let depth = random.weighted(&[(1, 22), (2, 35), (3, 28), (4, 15)]);
    let mut levels = vec![random.weighted(&ROOTS)];
    while levels.len() < depth {
        let next = levels
            .iter()
            .filter_map(|style| style.rank())
            .max()
            .map_or(1, |rank| rank + 1);
        let fitting: Vec<(Style, usize)> = Style::ALL
            .into_iter()
            .filter(|style| style.fits_under(&levels))
            .map(|style| (style, if style.rank() == Some(next) { 24 } else { 3 }))
            .collect();
        levels.push(random.weighted(&fitting));
    }
    let words = [
        Style::Ordinal,
        Style::Sequence,
        Style::Is,
        Style::Must,
        Style::Among,
    ];
    let variations = vec![random.pick(&words)];
    Scheme {
        levels,
        variations,
        goes_on: random.chance(30),
        sentences: random.weighted(&[(1, 25), (2, 35), (4, 40)]),
    }
}

fn beginning(sections: &mut Sections) {
    let random = &mut sections.paragraphs.random;
    let title = random.pick(&TITLES);
    let title = filled(random, title);
    let lines = &mut sections.lines;
    lines.push(Line::new(Role::Title, title));
    if random.chance(35) {
        lines.push(Line::new(Role::Header, random.pick(&DATES)));
    }
    if random.chance(25) {
        lines.push(Line::new(Role::Header, random.pick(&NAMES)));
    }
    let salutation = random.pick(&SALUTATIONS);
    if salutation.ends_with('：') && random.chance(15) {
        let sentence = random.pick(&OPENINGS[..6]);
        let text = salutation.to_owned() + &filled(random, sentence);
        lines.push(Line::new(Role::Salutation, text));
        return;
    }
    if salutation.starts_with("各位") && random.chance(15) {
        let greeting = random.pick(&["大家好！", "大家上午好！", "大家早安！"]);
        let text = salutation.trim_end_matches('：').to_owned() + "，" + greeting;
        let mut line = Line::new(Role::Salutation, text);
        line.greets = true;
        lines.push(line);
        return;
    }
    lines.push(Line::new(Role::Salutation, salutation));
    if random.chance(35) {
        lines.push(Line::new(Role::Greeting, random.pick(&GREETINGS)));
    }
}

fn opening(sections: &mut Sections, items: usize) {
    let root = sections.scheme.levels[0];
    let patterns = if sections.scheme.sequence_words() == SequenceWords::Ends {
        &OPENINGS[..]
    } else {
        &OPENINGS[..6]
    };
    let first = sections
        .paragraphs
        .words
        .pattern(&mut sections.paragraphs.random, patterns)
        .unwrap_or_default();
    let mut draft = Draft::default();
    draft.say(&first);
    let around = sections.around(None, false);
    let sentences = sections
        .paragraphs
        .random
        .below(sections.scheme.sentences + 1);
    let promised = sections.paragraphs.random.chance(65);
    if sections.paragraphs.random.chance(40) {
        sections.paragraphs.body(&mut draft, sentences, &around);
        sections.lines.push(draft.into_line(Role::Opening));
        draft = Draft::default();
        if !promised || sections.paragraphs.random.chance(50) {
            let around = sections.around(Some(root), true);
            sections
                .paragraphs
                .body(&mut draft, sentences.max(1), &around);
        }
    }
    if promised {
        sections.paragraphs.main_promise(&mut draft, items);
    }
    sections.lines.push(draft.into_line(Role::Opening));
}

fn ending(sections: &mut Sections) {
    let says_last = sections.scheme.sequence_words() == SequenceWords::Ends;
    let random = &mut sections.paragraphs.random;
    let lines = &mut sections.lines;
    let closes = random.chance(90);
    let thanks = !closes || random.chance(60);
    if closes {
        let closings = if says_last {
            &CLOSINGS[..]
        } else {
            &CLOSINGS[..9]
        };
        let closing = random.pick(closings);
        let mut line = Line::new(Role::Closing, filled(random, closing));
        if thanks && random.chance(20) {
            line.words.push_str("谢谢大家！");
            line.says_thanks = true;
        }
        lines.push(line);
    }
    if thanks && !lines.last().is_some_and(|line| line.says_thanks) {
        let mut line = Line::new(Role::Thanks, random.pick(&THANKS));
        line.says_thanks = true;
        lines.push(line);
    }
    if random.chance(15) {
        lines.push(Line::new(Role::End, random.pick(&SIGNATURES)));
        lines.push(Line::new(Role::End, random.pick(&END_DATES)));
    } else if random.chance(8) {
        lines.push(Line::new(Role::End, random.pick(&END_DATES)));
    }
}
