//! In: the lines of a text. Out: which of them go on in the next line of words: cut at the width of a page
//! or screen, or by a page number between.
//!
//! Only where that is certain. Verse, lists of names and addresses have lines without a closing mark too;
//! but they do not fill a width, hold no ends of sentences in mid-line, or begin as nothing can go on.

use super::lines::{Line, Role, cells};

/// Two lines that are one sentence, by their places among the lines.
#[derive(Clone, Copy, Debug)]
pub(super) struct Join {
    pub before: usize,
    pub after: usize,
}

/// The narrowest and the widest page, in cells: a Chinese character takes two.
const NARROWEST: usize = 36;
const WIDEST: usize = 140;
/// How much shorter than the widest a cut line may be: two characters, and a mark that may not begin a line.
const SLACK: usize = 6;
/// Cut lines from which the width is that of a page.
const CUT_FROM: usize = 3;
/// Bytes from which a line may be cut where nothing but the next line shows it.
const LONG_FROM: usize = 36;

/// The pairs of lines that are one sentence, in order.
pub(super) fn joins(text: &str, lines: &[Line]) -> Vec<Join> {
    let pairs = pairs(text, lines);
    if pairs.is_empty() {
        return Vec::new();
    }
    let layout = Layout::read(text, lines, &pairs);
    let mut joins: Vec<Join> = Vec::new();
    let mut paragraph = Form::Plain;
    for mut pair in pairs {
        let goes_on = joins
            .last()
            .is_some_and(|last| last.after == pair.join.before);
        if goes_on {
            pair.form = pair.form.going_on_from(paragraph);
        } else if pair.evidence == Evidence::Before {
            continue;
        }
        if pair.evidence == Evidence::Lines || layout.as_ref().is_some_and(|it| it.cuts(&pair)) {
            paragraph = pair.form;
            joins.push(pair.join);
        }
    }
    joins
}

/// A line without a closing mark, and one that may go on from it.
struct Pair {
    join: Join,
    evidence: Evidence,
    /// Cells of the first line with its indent.
    width: usize,
    form: Form,
    /// Whether a blank line stands between.
    is_apart: bool,
    is_indented: bool,
}

/// What shows that two lines are one sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Evidence {
    /// They do.
    Lines,
    /// The width of the page may.
    Page,
    /// The first is too short for its width to say anything, but may go on from the line before it.
    Before,
}

/// What a line without a closing mark looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// An item that says no whole sentence.
    Heading,
    /// The name of a talk.
    Title,
    /// Sentences of a paragraph, the last of them open.
    Sentences,
    /// Clauses of one.
    Prose,
    Plain,
}

impl Form {
    /// That of a paragraph and of the line that goes on from it, together.
    fn going_on_from(self, paragraph: Self) -> Self {
        match (self, paragraph) {
            (Self::Sentences, _) | (_, Self::Sentences) => Self::Sentences,
            (_, Self::Prose) => Self::Prose,
            (own, _) => own,
        }
    }

    fn is_prose(self) -> bool {
        matches!(self, Self::Sentences | Self::Prose)
    }

    fn of(line: &str) -> Self {
        if begins_item(line) && !line.contains('。') {
            Self::Heading
        } else if is_title(line) {
            Self::Title
        } else if line.contains(['。', '！', '？']) {
            Self::Sentences
        } else if line.contains(['，', ',', '；']) {
            Self::Prose
        } else {
            Self::Plain
        }
    }
}

fn pairs(text: &str, lines: &[Line]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut before: Option<usize> = None;
    for (at, line) in lines.iter().enumerate() {
        if line.role != Role::Words {
            continue;
        }
        if let Some(before) = before.replace(at) {
            pairs.extend(pair(text, lines, Join { before, after: at }));
        }
    }
    pairs
}

fn pair(text: &str, lines: &[Line], join: Join) -> Option<Pair> {
    let (line, next) = (&lines[join.before], &lines[join.after]);
    let (words, goes_on) = (line.content.slice(text), next.content.slice(text));
    if is_closed(words) || begins_anew(goes_on) || words.contains('\t') {
        return None;
    }
    let strange = &lines[join.before + 1..join.after];
    let through_page = strange.iter().any(|line| line.role == Role::PageNumber);
    let form = Form::of(words);
    let is_indented = next.indent(text) >= 2;
    let goes_through = through_page && form.is_prose() && !is_indented;
    let is_sure = cannot_begin(words, goes_on) || goes_through || next.counter.is_some();
    let evidence = if words.len() < LONG_FROM {
        Evidence::Before
    } else if is_sure {
        Evidence::Lines
    } else {
        Evidence::Page
    };
    let width = if words.len() > 2 * WIDEST {
        usize::MAX
    } else {
        line.indent(text) + cells(words)
    };
    Some(Pair {
        join,
        evidence,
        width,
        form,
        is_apart: next.number - line.number > strange.len() + 1,
        is_indented,
    })
}

/// The page that the lines of a text were cut for.
struct Layout {
    /// The width of its widest lines, in cells.
    width: usize,
    /// Whether its paragraphs begin with blanks.
    has_indents: bool,
    /// Whether a blank line stands behind every line.
    has_blank_lines: bool,
}

impl Layout {
    /// Reads the width of the page; `None` where the lines were not cut.
    fn read(text: &str, lines: &[Line], pairs: &[Pair]) -> Option<Self> {
        let width = commonest_width(pairs)?;
        let fills = |width_of: usize| width_of <= width && width_of + SLACK >= width;
        let words = |pair: &Pair| lines[pair.join.before].content.slice(text);
        let cut: Vec<&Pair> = pairs
            .iter()
            .filter(|pair| fills(pair.width) && pair.form != Form::Heading)
            .collect();
        let (mut full, mut longer) = (0, 0);
        for line in lines.iter().filter(|line| line.role == Role::Words) {
            // A cell of Chinese has one and a half bytes.
            if line.content.len() > 3 * width {
                longer += 1;
            } else {
                full += usize::from(fills(line.indent(text) + cells(line.content.slice(text))));
            }
        }
        let count = |holds: fn(&str) -> bool| cut.iter().filter(|pair| holds(words(pair))).count();
        let sentences = count(|words| words.contains(['。', '！', '？', '；']));
        let at_comma = count(|words| words.ends_with(['，', '、', ',']));
        let prose = cut.iter().filter(|pair| pair.form.is_prose()).count();
        let in_row = cut
            .windows(2)
            .any(|two| two[0].join.after == two[1].join.before);
        let is_page = cut.len() >= CUT_FROM
            && in_row
            && sentences > 0
            && at_comma * 2 <= cut.len()
            && prose * 3 >= cut.len() * 2
            && cut.len() * 5 >= full * 3
            && cut.len() * 4 >= longer;
        let apart = cut.iter().filter(|pair| pair.is_apart).count();
        is_page.then(|| Self {
            width,
            has_indents: has_indents(text, lines),
            has_blank_lines: apart * 5 >= cut.len() * 4,
        })
    }

    /// Whether the first line of a pair was cut at the width of the page. Letters and digits make that width uneven, and
    /// what stood in bold a line of its own: whole sentences with an open end need not fill it.
    fn cuts(&self, pair: &Pair) -> bool {
        let fills = pair.width.abs_diff(self.width) <= SLACK || pair.form == Form::Sentences;
        let in_place = !pair.is_indented && (self.has_blank_lines || !pair.is_apart);
        let is_words = match pair.form {
            Form::Heading => self.has_indents,
            Form::Title => false,
            Form::Sentences | Form::Prose | Form::Plain => true,
        };
        fills && in_place && is_words
    }
}

/// The width that most of the open lines fill.
fn commonest_width(pairs: &[Pair]) -> Option<usize> {
    let mut counts = [0_usize; WIDEST + 1];
    for pair in pairs.iter().filter(|pair| pair.form != Form::Heading) {
        if (NARROWEST..=WIDEST).contains(&pair.width) {
            counts[pair.width] += 1;
        }
    }
    let filled = |width: usize| counts[width - SLACK..=width].iter().sum::<usize>();
    let best = (NARROWEST..=WIDEST)
        .rev()
        .max_by_key(|&width| (filled(width), width))?;
    (filled(best) >= CUT_FROM).then(|| {
        // The widest line of the cluster is its width.
        (best - SLACK..=best)
            .rev()
            .find(|&width| counts[width] > 0)
            .unwrap_or(best)
    })
}

/// Whether the lines behind a closed line begin with blanks.
fn has_indents(text: &str, lines: &[Line]) -> bool {
    let (mut indented, mut all) = (0, 0);
    for two in lines.windows(2) {
        if is_closed(two[0].content.slice(text)) {
            all += 1;
            indented += usize::from(two[1].indent(text) >= 2);
        }
    }
    indented >= 2 && indented * 2 >= all
}

pub(super) fn is_closed(line: &str) -> bool {
    const CLOSING: [char; 21] = [
        '。', '！', '？', '；', '：', '…', '!', '?', ';', ':', '.', '~', '—', '”', '’', '」', '』',
        '）', ')', '》', '】',
    ];
    line.ends_with(CLOSING) || line.ends_with(']')
}

/// Whether a line names a talk.
fn is_title(line: &str) -> bool {
    [
        "讲话", "講話", "发言", "發言", "致辞", "致辭", "致词", "致詞", "稿", "报告", "報告",
    ]
    .iter()
    .any(|kind| line.ends_with(kind))
        && !line.contains('。')
}

/// Whether no sentence can begin so.
fn cannot_begin(before: &str, line: &str) -> bool {
    let closing = ['，', '。', '、', '；', '！', '？', '）', '”', '》', '」'];
    let particle = line.starts_with('们')
        || line.starts_with('的')
            && !["的确", "的哥", "的士"]
                .iter()
                .any(|word| line.starts_with(word));
    let prose = |text: &str| text.contains(['，', '。', '；']);
    line.starts_with(closing) || particle && (prose(before) || prose(line))
}

/// Whether a line begins something of its own: an item, a heading of Markdown, a salutation.
fn begins_anew(line: &str) -> bool {
    const ADDRESSED: [&str; 10] = [
        "同志们",
        "各位",
        "尊敬的",
        "敬爱的",
        "亲爱的",
        "女士们",
        "老师们",
        "同学们",
        "朋友们",
        "谢谢",
    ];
    let addresses = ADDRESSED.iter().any(|words| line.starts_with(words))
        && (line.ends_with(['：', ':', '！']) || line.len() < LONG_FROM);
    begins_item(line)
        || addresses
        || line.starts_with(['#', '|', '【', '-', '—', '*', '☆', '●', '■'])
}

/// Whether a line begins with an ordinal, in brackets or with a separator after it.
fn begins_item(line: &str) -> bool {
    const HAN: &str = "一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾甲乙丙丁戊";
    let line = line.trim_start_matches(['*', '#', '>', ' ', '　']);
    let is_numeral = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || HAN.contains(c);
    let inside = line.trim_start_matches(['（', '(', '〔', '[', '第', '其', '篇']);
    let after = inside.trim_start_matches(is_numeral);
    let length = inside.len() - after.len();
    if line.starts_with(|c| matches!(c, '①'..='⒇' | '⒈'..='⒛' | '㈠'..='㈩')) {
        return true;
    }
    if length == 0 || length > 12 {
        return false;
    }
    let separated = after.starts_with([
        '、', '.', '．', '，', ',', '）', ')', '〕', ']', ' ', '　', '是', '要', '：', ':',
    ]);
    let dated = after.trim_start().starts_with([
        '年', '月', '日', '个', '個', '名', '万', '萬', '亿', '億', '%',
    ]);
    let decimal = after.starts_with('.') && after[1..].starts_with(|c: char| c.is_ascii_digit());
    let counted = line.starts_with('第')
        && [
            "部分", "章", "节", "条", "项", "点", "篇", "方面", "届", "次",
        ]
        .iter()
        .any(|unit| after.starts_with(unit));
    separated && !decimal && !dated || counted
}
