//! In: a well-formed speech. Out: a copy with one fault in it, and the finding that it must lead to.
//! [`LEFT_OUT`] names what two editors would judge differently and is not planted.

use super::lists::{List, lists};
use super::marks::Style;
use super::misnumbering::{misnumber, misnumber_run, style_change, wrong_count};
use super::random::Random;
use super::speech::{Form, Line, Role, Speech};

/// Faults that are not planted.
pub const LEFT_OUT: [&str; 13] = [
    "一是, 第一， and the like merged into one line (a run in a paragraph is how one writes them)",
    "two of three items in one line (which of the two lines is the list's habit?)",
    "the last item of a list dropped (nothing shows it but a promise)",
    "the first items of a list dropped (a child list may be a main list that goes on)",
    "the first ordinal repeated or gone back to (it reads as a new list)",
    "an ordinal changed in 首先, 其次, 最后",
    "the first of a list in another style (which of them is the odd one?)",
    "a style that an open list around it or a list under its siblings has",
    "a heading glued to its body where its siblings are paragraphs, or where it ends in a mark",
    "a separator lost after 第一, 一是 or ①, which do without",
    "四、要 where a list in 一、 is open around it",
    "a text cut at the end of a sentence, or within a heading",
    "a count changed to one, or of a promise of 几点",
];

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fault {
    Skip,
    Repeat,
    StepBack,
    Swap,
    RunSkip,
    RunRepeat,
    StyleChange,
    WrongListCount,
    WrongRunCount,
    GluedTitle,
    MergedItem,
    LostSeparator,
    WrongSeparator,
    DuplicateParagraph,
    DuplicateTitle,
    DuplicateSpeech,
    CutEnd,
}

use Fault as F;

impl Fault {
    pub const ALL: [Self; 17] = [
        F::Skip,
        F::Repeat,
        F::StepBack,
        F::Swap,
        F::RunSkip,
        F::RunRepeat,
        F::StyleChange,
        F::WrongListCount,
        F::WrongRunCount,
        F::GluedTitle,
        F::MergedItem,
        F::LostSeparator,
        F::WrongSeparator,
        F::DuplicateParagraph,
        F::DuplicateTitle,
        F::DuplicateSpeech,
        F::CutEnd,
    ];

    /// The finding that it must lead to.
    pub fn code(self) -> &'static str {
        match self {
            F::Skip | F::RunSkip => "numbering-gap",
            F::Repeat | F::RunRepeat => "numbering-repeat",
            F::StepBack | F::Swap => "numbering-order",
            F::StyleChange => "style-mix",
            F::WrongListCount | F::WrongRunCount => "count-mismatch",
            F::GluedTitle => "run-in-heading",
            F::MergedItem => "merged-items",
            F::LostSeparator | F::WrongSeparator => "marker-malformed",
            F::DuplicateParagraph => "duplicate-paragraph",
            F::DuplicateTitle => "duplicate-title",
            F::DuplicateSpeech => "duplicate-speech",
            F::CutEnd => "truncated-ending",
        }
    }

    /// Another error that the same fault rightly leads to: of two items swapped, the first skips one.
    pub fn also(self) -> Option<&'static str> {
        (self == F::Swap).then_some("numbering-gap")
    }

    /// Plants it; `None` where the speech has no place for it.
    pub fn plant(self, speech: &Speech, random: &mut Random) -> Option<Planted> {
        match self {
            F::Skip | F::Repeat | F::StepBack | F::Swap => misnumber(self, speech, random),
            F::RunSkip | F::RunRepeat => misnumber_run(self, speech, random),
            F::StyleChange => style_change(speech, random),
            F::WrongListCount => wrong_count(speech, random, false),
            F::WrongRunCount => wrong_count(speech, random, true),
            F::GluedTitle => glued_title(speech, random),
            F::MergedItem => merged_item(speech, random),
            F::LostSeparator => lost_separator(speech, random),
            F::WrongSeparator => wrong_separator(speech, random),
            F::DuplicateParagraph => duplicate_paragraph(speech, random),
            F::DuplicateTitle => Some(duplicate_title(speech)),
            F::DuplicateSpeech => Some(duplicate_speech(speech)),
            F::CutEnd => cut_end(speech, random),
        }
    }
}

/// A speech with a fault in it.
pub struct Planted {
    pub speech: Speech,
    /// Index of the line that the finding must stand on.
    pub line: usize,
    /// What it was planted in, for the classes of failures.
    pub place: String,
}

pub(super) fn planted(
    speech: &Speech,
    line: usize,
    place: String,
    change: impl FnOnce(&mut Vec<Line>),
) -> Planted {
    let mut speech = speech.clone();
    change(&mut speech.lines);
    Planted {
        speech,
        line,
        place,
    }
}

/// One of the lists that have a place for a fault, as many items as are needed.
pub(super) fn pick_list(
    speech: &Speech,
    random: &mut Random,
    items: usize,
    fits: impl Fn(&List) -> bool,
) -> Option<List> {
    let mut fitting: Vec<List> = lists(speech)
        .into_iter()
        .filter(|list| list.items.len() >= items && fits(list))
        .collect();
    (!fitting.is_empty()).then(|| fitting.swap_remove(random.below(fitting.len())))
}

fn glued_title(speech: &Speech, random: &mut Random) -> Option<Planted> {
    let is_bare = |at: usize| {
        let line = &speech.lines[at];
        line.role == Role::Item(Form::Heading) && !line.words.ends_with('。')
    };
    let has_body = |at: usize| {
        speech
            .lines
            .get(at + 1)
            .is_some_and(|line| line.role == Role::Body)
    };
    let list = pick_list(speech, random, 3, |list| {
        list.items.iter().all(|&at| is_bare(at)) && list.items.iter().any(|&at| has_body(at))
    })?;
    let with_body: Vec<usize> = list
        .items
        .iter()
        .copied()
        .filter(|&at| has_body(at))
        .collect();
    let at = random.pick(&with_body);
    Some(planted(speech, at, format!("{:?}", list.style), |lines| {
        let body = lines.remove(at + 1);
        lines[at].words.push_str(&body.words);
    }))
}

fn merged_item(speech: &Speech, random: &mut Random) -> Option<Planted> {
    let merges = |list: &List, at: usize| {
        let (one, next) = (list.items[at], list.items[at + 1]);
        let ends = speech.lines[one].words.ends_with(['。', '；']);
        let leaf = speech
            .lines
            .get(next + 1)
            .and_then(|line| line.place)
            .is_none_or(|place| place.parent != Some(next));
        next == one + 1 && ends && leaf && speech.lines[next].role != Role::Item(Form::Heading)
    };
    let fits = |list: &List| {
        list.style.rank().is_some() && (0..list.items.len() - 1).any(|at| merges(list, at))
    };
    let list = pick_list(speech, random, 4, fits)?;
    let fitting: Vec<usize> = (0..list.items.len() - 1)
        .filter(|&at| merges(&list, at))
        .collect();
    let at = list.items[random.pick(&fitting)];
    let place = format!("{:?} of {}", list.style, list.items.len());
    Some(planted(speech, at, place, |lines| {
        let next = lines.remove(at + 1);
        let text = next.text();
        lines[at].words.push_str(&text);
    }))
}

fn lost_separator(speech: &Speech, random: &mut Random) -> Option<Planted> {
    let list = pick_list(speech, random, 3, |list| {
        matches!(list.style, Style::Comma | Style::Dot | Style::DigitComma)
    })?;
    let nth = random.between(1, list.items.len() - 1);
    let at = list.items[nth];
    let place = format!("{:?} item {} of {}", list.style, nth + 1, list.items.len());
    Some(planted(speech, at, place, |lines| {
        if let Some(mark) = &mut lines[at].mark {
            mark.broken = Some(mark.write().trim_end_matches(['、', '.', '．']).to_owned());
        }
    }))
}

fn wrong_separator(speech: &Speech, random: &mut Random) -> Option<Planted> {
    let list = pick_list(speech, random, 3, |list| {
        list.style == Style::Paren
            || list.style == Style::Must && !list.around.contains(&Style::Comma)
    })?;
    let nth = random.between(1, list.items.len() - 1);
    let at = list.items[nth];
    let place = format!("{:?} item {} of {}", list.style, nth + 1, list.items.len());
    Some(planted(speech, at, place, |lines| {
        if let Some(mark) = &mut lines[at].mark {
            let written = mark.write();
            let broken = if list.style == Style::Paren {
                written + "、"
            } else {
                written.replace('要', "、要")
            };
            mark.broken = Some(broken);
        }
    }))
}

fn duplicate_paragraph(speech: &Speech, random: &mut Random) -> Option<Planted> {
    const SHORTEST: usize = 40;
    let fits = |at: &usize| {
        let line = &speech.lines[*at];
        line.role == Role::Body && line.words.chars().nth(SHORTEST).is_some()
    };
    let bodies: Vec<usize> = (0..speech.lines.len()).filter(fits).collect();
    let at = (!bodies.is_empty()).then(|| random.pick(&bodies))?;
    Some(planted(speech, at + 1, "right after".to_owned(), |lines| {
        lines.insert(at + 1, lines[at].clone());
    }))
}

fn duplicate_title(speech: &Speech) -> Planted {
    planted(speech, 1, String::new(), |lines| {
        lines.insert(1, lines[0].clone());
    })
}

fn duplicate_speech(speech: &Speech) -> Planted {
    planted(speech, speech.lines.len(), String::new(), |lines| {
        let mut copy = lines.clone();
        copy[0].words.insert_str(0, "篇二：");
        lines[0].words.insert_str(0, "篇一：");
        lines.append(&mut copy);
    })
}

/// Cuts the text in the middle of a word, somewhere in its second half.
fn cut_end(speech: &Speech, random: &mut Random) -> Option<Planted> {
    const LEAST: usize = 15;
    let fits = |at: &usize| {
        let line = &speech.lines[*at];
        matches!(line.role, Role::Body | Role::Item(Form::Paragraph))
            && line.words.chars().nth(2 * LEAST).is_some()
    };
    let fitting: Vec<usize> = (speech.lines.len() / 2..speech.lines.len())
        .filter(fits)
        .collect();
    let at = (!fitting.is_empty()).then(|| random.pick(&fitting))?;
    let words: Vec<char> = speech.lines[at].words.chars().collect();
    let inside = |cut: &usize| words[cut - 1].is_alphabetic() && words[*cut].is_alphabetic();
    let cuts: Vec<usize> = (LEAST..words.len() - 1).filter(inside).collect();
    let cut = (!cuts.is_empty()).then(|| random.pick(&cuts))?;
    Some(planted(
        speech,
        at,
        format!("in {:?}", speech.lines[at].role),
        |lines| {
            lines.truncate(at + 1);
            lines[at].words = words[..cut].iter().collect();
        },
    ))
}
