//! Paragraphs of body: sentences, decoys, runs and the words that promise items.

use super::decoys;
use super::marks::{Hand, Mark, Style, han};
use super::random::Random;
use super::speech::{Line, Promise, Role};
use super::words::{Words, filled};

/// Paragraphs in a hundred that hold a decoy, as far as the place allows.
const DECOYS: usize = 52;

/// Words at the end of the opening that promise the main list.
const MAIN_PROMISES: [&str; 16] = [
    "下面，我讲{n}点意见。",
    "下面，我讲{n}点意见：",
    "下面，我就{t}工作讲{n}点意见。",
    "就做好{t}工作，我强调{n}点：",
    "借此机会，我提{n}点希望。",
    "下面，我提{n}点要求：",
    "下面，我从{n}个方面作汇报。",
    "今天，我主要讲{n}个问题。",
    "这里，我谈{n}点体会，与大家交流。",
    "为此，我再讲{n}点意见。",
    "今年要重点抓好以下{n}项工作：",
    "我想讲{n}句话。",
    "关于{t}，我讲以下{n}点意见：",
    "下面，我就抓好{t}强调{n}个方面。",
    "现将情况汇报如下，主要有{n}个方面：",
    "在此，我提{n}条意见。",
];

/// Words that lead over to the list of a section.
const LEAD_INS: [&str; 14] = [
    "主要体现在以下{n}个方面：",
    "具体表现在{n}个方面：",
    "重点做好以下{n}项工作：",
    "要着力抓好{n}件事：",
    "要处理好{n}个关系：",
    "关键要把握好{n}个环节：",
    "要做到以下{n}点：",
    "主要采取了{n}条措施：",
    "要实施{n}大工程：",
    "要坚持{n}个原则：",
    "主要有以下{n}个问题：",
    "突出抓好{n}项重点任务：",
    "着重把握{n}点：",
    "要从以下{n}个方面入手：",
];

/// The same without a number.
const PLAIN_LEAD_INS: [&str; 8] = [
    "重点做好以下工作：",
    "具体来说：",
    "主要做法是：",
    "具体要求如下：",
    "为此，要做到：",
    "概括起来主要有：",
    "下一步的打算是：",
    "{t}的不足之处在于：",
];

const RUN_PROMISES: [&str; 7] = [
    "要做到{n}点：",
    "具体要抓好以下{n}项工作：",
    "重点把握{n}个环节：",
    "主要表现在{n}个方面：",
    "要注意{n}个问题：",
    "应当坚持{n}个原则：",
    "要落实好{n}项措施：",
];

const RUN_STYLES: [(Style, usize); 9] = [
    (Style::Is, 34),
    (Style::Must, 10),
    (Style::DigitParen, 14),
    (Style::Circled, 14),
    (Style::Sequence, 10),
    (Style::Ordinal, 8),
    (Style::HalfParen, 4),
    (Style::Dot, 3),
    (Style::Among, 3),
];

/// Words being put together, with what is true of them.
#[derive(Debug, Default)]
pub struct Draft {
    pub text: String,
    promises: Vec<Promise>,
    runs: Vec<Vec<u32>>,
    run_marks: Vec<Vec<(usize, Mark)>>,
    has_decoy: bool,
}

impl Draft {
    pub fn say(&mut self, words: &str) {
        self.text.push_str(words);
    }

    /// Says a pattern whose {n} is the number of items that follow.
    pub fn promise(&mut self, random: &mut Random, pattern: &str, found: usize, run: bool) {
        let pattern = filled(random, pattern);
        let several = !run && random.chance(8);
        let digits = random.chance(10);
        let found = u32::try_from(found).expect("lists are short");
        let (before, after) = pattern.split_once("{n}").expect("a promise has a number");
        self.text.push_str(before);
        let start = self.text.len();
        if several {
            self.text.push('几');
        } else {
            self.text.push_str(&number(found, digits));
        }
        let number = start..self.text.len();
        self.text.push_str(after);
        self.promises.push(Promise {
            number,
            declared: (!several).then_some(found),
            found,
            run,
        });
    }

    pub fn into_line(self, role: Role) -> Line {
        Line {
            promises: self.promises,
            runs: self.runs,
            run_marks: self.run_marks,
            has_decoy: self.has_decoy,
            ..Line::new(role, self.text)
        }
    }
}

/// A number as it stands before a measure word.
pub fn number(value: u32, digits: bool) -> String {
    match value {
        _ if digits => value.to_string(),
        2 => "两".to_owned(),
        _ => han(value).to_owned(),
    }
}

/// Words of a sequence that stand in a speech without being items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SequenceWords {
    None,
    /// 首先 and 最后.
    Ends,
    /// 其次 and 再次, going on from what has no mark.
    GoingOn,
}

/// What the place of a paragraph allows.
#[derive(Clone, Debug)]
pub struct Surroundings {
    /// The styles that are open around it, the outermost first, and that of the list after it.
    pub chain: Vec<Style>,
    pub list_after: Option<Style>,
    /// Which of 首先, 其次 and 最后 may stand as words.
    pub sequence_words: SequenceWords,
    pub runs: bool,
    /// Whether a decoy may begin it.
    pub fresh_start: bool,
}

/// A run in the same paragraph would take them for items.
fn words_beside(run: Option<Style>, around: &Surroundings) -> SequenceWords {
    match run {
        None => around.sequence_words,
        Some(_) => SequenceWords::None,
    }
}

pub struct Paragraphs {
    pub random: Random,
    pub words: Words,
}

impl Paragraphs {
    /// Sentences with what their place allows.
    pub fn body(&mut self, draft: &mut Draft, sentences: usize, around: &Surroundings) {
        let style = (around.runs && self.random.chance(13))
            .then(|| self.run_style(around))
            .flatten();
        let mut decoy_at = self
            .random
            .chance(DECOYS)
            .then(|| self.random.below(sentences + 1));
        let before_list = around.list_after.is_some();
        for at in 0..sentences {
            let counting = at + 1 < sentences || !before_list;
            if decoy_at == Some(at) {
                decoy_at = None;
                self.decoy(
                    draft,
                    at == 0 && around.fresh_start,
                    counting && style.is_none(),
                    words_beside(style, around),
                );
            }
            let sentence = self.words.sentence(&mut self.random);
            draft.say(&sentence);
        }
        if let Some(style) = style {
            self.run(draft, style, around);
        }
        if decoy_at.is_some() {
            self.decoy(draft, false, !before_list, words_beside(style, around));
        }
    }

    fn decoy(&mut self, draft: &mut Draft, start: bool, counting: bool, sequence: SequenceWords) {
        let going_on = sequence == SequenceWords::GoingOn;
        let (plain, counted, words) = if start {
            (
                &decoys::START_PLAIN[..],
                &decoys::START_COUNTING[..],
                if going_on {
                    &decoys::START_GOING_ON[..]
                } else {
                    &decoys::START_SEQUENCE[..]
                },
            )
        } else {
            (
                &decoys::PLAIN[..],
                &decoys::COUNTING[..],
                if going_on {
                    &decoys::GOING_ON[..]
                } else {
                    &decoys::SEQUENCE[..]
                },
            )
        };
        let kind = self.random.below(100);
        let patterns = match kind {
            0..25 if counting => counted,
            25..33 if sequence != SequenceWords::None => words,
            _ => plain,
        };
        let sentence = self.words.pattern(&mut self.random, patterns);
        if let Some(sentence) =
            sentence.or_else(|| self.words.pattern(&mut self.random, &decoys::PLAIN))
        {
            draft.say(&sentence);
            draft.has_decoy = true;
        }
    }

    fn run_style(&mut self, around: &Surroundings) -> Option<Style> {
        let fitting: Vec<(Style, usize)> = RUN_STYLES
            .into_iter()
            .filter(|(style, _)| style.fits_under(&around.chain))
            .filter(|(style, _)| {
                around
                    .list_after
                    .is_none_or(|list| !list.is_same_kind(*style))
            })
            .collect();
        (!fitting.is_empty()).then(|| self.random.weighted(&fitting))
    }

    /// An enumeration, with or without words that promise it.
    fn run(&mut self, draft: &mut Draft, style: Style, around: &Surroundings) {
        let items = self.random.between(2, style.longest().min(5));
        match self.random.below(10) {
            0..4 => {
                let pattern = self.random.pick(&RUN_PROMISES);
                draft.promise(&mut self.random, pattern, items, true);
            }
            4..7 => draft.say("要做到："),
            _ => {}
        }
        let at = draft.runs.len();
        draft.runs.push(Vec::new());
        draft.run_marks.push(Vec::new());
        let interrupted = self.random.chance(25);
        let takes_nested = style.rank().is_none()
            && Style::Circled.fits_under(&around.chain)
            && around.list_after.is_none();
        let nested = !interrupted && takes_nested && self.random.chance(10);
        self.run_items(draft, (style, items), interrupted, nested, false);
        draft.runs[at] = (1..=u32::try_from(items).expect("runs are short")).collect();
    }

    fn run_items(
        &mut self,
        draft: &mut Draft,
        (style, items): (Style, usize),
        interrupted: bool,
        nested: bool,
        inner: bool,
    ) {
        let hand = Hand::new(&mut self.random);
        let stop = if self.random.chance(75) { "；" } else { "。" };
        for item in 1..=items {
            let ordinal = u32::try_from(item).expect("runs are short");
            let mark = Mark {
                style,
                ordinal,
                ends_list: item == items,
                hand,
                broken: None,
            };
            let place = draft.text.len();
            draft.say(&mark.write());
            if !inner && let Some(marks) = draft.run_marks.last_mut() {
                marks.push((place, mark));
            }
            let task = self.words.task(&mut self.random);
            draft.say(&task);
            if self.random.chance(40) {
                draft.say("，");
                draft.say(Words::tail(&mut self.random));
            }
            if nested && item == 1 {
                draft.say("，包括：");
                draft.runs.push(vec![1, 2]);
                self.run_items(draft, (Style::Circled, 2), false, false, true);
                draft.text.truncate(draft.text.len() - "。".len());
            }
            draft.say(if item == items || interrupted {
                "。"
            } else {
                stop
            });
            if interrupted && item < items {
                let sentence = self.words.sentence(&mut self.random);
                draft.say(&sentence);
            }
        }
    }

    /// A line that leads over to a list, at the end of a paragraph or alone.
    pub fn lead_in(&mut self, draft: &mut Draft, items: usize) {
        if self.random.chance(70) {
            let pattern = self.random.pick(&LEAD_INS);
            draft.promise(&mut self.random, pattern, items, false);
        } else {
            let pattern = self.random.pick(&PLAIN_LEAD_INS);
            let words = filled(&mut self.random, pattern);
            draft.say(&words);
        }
    }

    pub fn main_promise(&mut self, draft: &mut Draft, items: usize) {
        let pattern = self.random.pick(&MAIN_PROMISES);
        draft.promise(&mut self.random, pattern, items, false);
    }
}
