//! The outline of a generated speech: lists within lists, with what stands between them.

use super::marks::{Hand, Mark, Style};
use super::paragraphs::{Draft, Paragraphs, SequenceWords, Surroundings};
use super::speech::{Form, Line, Place, Role};
use super::words::Words;

/// Headings that one speech has, about.
const MOST_ITEMS: usize = 60;

/// What is settled before the first word.
#[derive(Clone, Debug)]
pub struct Scheme {
    /// The styles of the levels.
    pub levels: Vec<Style>,
    /// Unranked styles that may stand in a level's place, without lists under them.
    pub variations: Vec<Style>,
    /// Whether it rather says 其次 than 首先 without counting.
    pub goes_on: bool,
    /// How long paragraphs are.
    pub sentences: usize,
}

impl Scheme {
    fn has(&self, style: Style) -> bool {
        self.levels.contains(&style) || self.variations.contains(&style)
    }

    /// The words of a sequence that may stand in it.
    pub fn sequence_words(&self) -> SequenceWords {
        if self.has(Style::Sequence) {
            SequenceWords::None
        } else if self.goes_on && !self.has(Style::Ordinal) {
            SequenceWords::GoingOn
        } else {
            SequenceWords::Ends
        }
    }
}

pub struct Sections {
    pub paragraphs: Paragraphs,
    pub scheme: Scheme,
    pub lines: Vec<Line>,
    chain: Vec<Style>,
    lists: usize,
    items: usize,
    /// Whether the last section of the first level is being written, after which the speech ends.
    in_last_section: bool,
}

/// A list about to be written.
#[derive(Clone, Copy)]
struct List {
    form: Form,
    number: usize,
    parent: Option<usize>,
    /// Whether it stands in a level's place; then its items have no lists under them.
    varies: bool,
    stops_heading: bool,
}

impl Sections {
    pub fn new(paragraphs: Paragraphs, scheme: Scheme) -> Self {
        Self {
            paragraphs,
            scheme,
            lines: Vec::new(),
            chain: Vec::new(),
            lists: 0,
            items: 0,
            in_last_section: false,
        }
    }

    pub fn main_items(&mut self) -> usize {
        let root = self.scheme.levels[0];
        let random = &mut self.paragraphs.random;
        let wanted = if self.scheme.levels.len() == 1 && random.chance(8) {
            random.between(8, 12)
        } else {
            random.between(2, 5)
        };
        wanted.min(root.longest())
    }

    pub fn main_list(&mut self, items: usize) {
        let style = self.scheme.levels[0];
        self.list(style, items, None, false);
    }

    /// What a paragraph here may hold.
    pub fn around(&self, list_after: Option<Style>, fresh_start: bool) -> Surroundings {
        Surroundings {
            chain: if self.chain.is_empty() {
                vec![self.scheme.levels[0]]
            } else {
                self.chain.clone()
            },
            list_after,
            sequence_words: self.scheme.sequence_words(),
            runs: true,
            fresh_start,
        }
    }

    pub fn body(&mut self, role: Role, list_after: Option<Style>) {
        let sentences = self.paragraphs.random.between(1, self.scheme.sentences);
        let around = self.around(list_after, true);
        let mut draft = Draft::default();
        self.paragraphs.body(&mut draft, sentences, &around);
        self.lines.push(draft.into_line(role));
    }

    fn list(&mut self, style: Style, items: usize, parent: Option<usize>, varies: bool) {
        let form = self.form(style, varies);
        let stops_heading = self.paragraphs.random.chance(30);
        let list = List {
            form,
            number: self.lists,
            parent,
            varies,
            stops_heading,
        };
        self.lists += 1;
        self.chain.push(style);
        let hand = Hand::new(&mut self.paragraphs.random);
        for item in 1..=items {
            if self.chain.len() == 1 {
                self.in_last_section = item == items;
            }
            let ordinal = u32::try_from(item).expect("lists are short");
            self.item(
                list,
                Mark {
                    style,
                    ordinal,
                    ends_list: item == items,
                    hand,
                    broken: None,
                },
            );
        }
        self.chain.pop();
    }

    fn form(&mut self, style: Style, varies: bool) -> Form {
        let is_leaf = varies || self.chain.len() + 1 >= self.scheme.levels.len();
        let (heading, paragraph, clause) = match style {
            Style::Part | Style::Formal => (100, 0, 0),
            Style::Comma | Style::Paren => (65, 35, 5),
            Style::Dot | Style::DigitComma | Style::DigitParen | Style::HalfParen => (35, 45, 20),
            Style::Ordinal => (15, 75, 10),
            _ => (0, 80, 20),
        };
        let clause = if is_leaf { clause } else { 0 };
        self.paragraphs.random.weighted(&[
            (Form::Heading, heading),
            (Form::Paragraph, paragraph),
            (Form::Clause, clause),
        ])
    }

    fn item(&mut self, list: List, mark: Mark) {
        self.items += 1;
        let at = self.lines.len();
        let depth = self.chain.len();
        let child = self.child_style(list, mark.ordinal);
        let mut draft = self.opening_words(list, &mark, child);
        let mut child_items = 0;
        let mut led_in = false;
        if let Some(style) = child {
            child_items = self.child_items(style);
            led_in = self.lead_from_heading(&mut draft, list, child_items);
        }
        let mut line = draft.into_line(Role::Item(list.form));
        line.mark = Some(mark);
        line.place = Some(Place {
            list: list.number,
            depth,
            parent: list.parent,
        });
        self.lines.push(line);
        match child {
            Some(style) => self.lists_below(style, child_items, led_in, at),
            None => self.body_below(list.form),
        }
    }

    /// The words of an item's line up to the end of its own body.
    fn opening_words(&mut self, list: List, mark: &Mark, child: Option<Style>) -> Draft {
        let mut draft = Draft::default();
        let is_word = matches!(mark.style, Style::Is | Style::Must);
        let Paragraphs { random, words } = &mut self.paragraphs;
        let heading = words.heading(random, !is_word && list.form == Form::Heading);
        draft.say(&heading);
        match list.form {
            Form::Heading if list.stops_heading => draft.say("。"),
            Form::Heading => {}
            Form::Clause => {
                let ends = mark.ends_list || list.stops_heading;
                draft.say(if ends { "。" } else { "；" });
            }
            Form::Paragraph => {
                if is_word && random.chance(40) {
                    draft.say("，");
                    draft.say(Words::tail(random));
                }
                draft.say("。");
                let sentences = random.between(1, self.scheme.sentences);
                let around = self.around(child, false);
                self.paragraphs.body(&mut draft, sentences, &around);
            }
        }
        draft
    }

    fn child_style(&mut self, list: List, ordinal: u32) -> Option<Style> {
        let next = self.scheme.levels.get(self.chain.len()).copied()?;
        if list.varies || list.form == Form::Clause || self.items >= MOST_ITEMS {
            return None;
        }
        let likely = ordinal == 1 || self.paragraphs.random.chance(55);
        if !likely {
            return None;
        }
        let fitting: Vec<Style> = self
            .scheme
            .variations
            .iter()
            .copied()
            .filter(|style| style.fits_under(&self.chain))
            .collect();
        if !fitting.is_empty() && self.paragraphs.random.chance(20) {
            return Some(self.paragraphs.random.pick(&fitting));
        }
        Some(next)
    }

    fn child_items(&mut self, style: Style) -> usize {
        let most = if self.paragraphs.random.chance(4) {
            10
        } else {
            4
        };
        self.paragraphs.random.between(2, most.min(style.longest()))
    }

    /// Whether the item's own line leads over to the list below it.
    fn lead_from_heading(&mut self, draft: &mut Draft, list: List, items: usize) -> bool {
        let leads = list.form == Form::Paragraph && self.paragraphs.random.chance(45);
        if leads {
            self.paragraphs.lead_in(draft, items);
        }
        leads
    }

    fn lists_below(&mut self, style: Style, items: usize, led_in: bool, parent: usize) {
        let varies =
            !self.scheme.levels.contains(&style) || self.scheme.levels[self.chain.len()] != style;
        if !led_in {
            self.before_list(style, items);
        }
        self.list(style, items, Some(parent), varies);
        if self.paragraphs.random.chance(8) {
            let items = self.child_items(style);
            self.lead_in_line(items);
            self.list(style, items, Some(parent), varies);
        }
        if self.paragraphs.random.chance(12) && !self.in_last_section {
            self.concluding();
        }
    }

    /// What stands between an item's line and the list below it: nothing, a paragraph, or paragraphs
    /// that lead over to the list.
    fn before_list(&mut self, style: Style, items: usize) {
        match self.paragraphs.random.below(100) {
            0..40 => {}
            40..55 => self.body(Role::Body, Some(style)),
            _ => {
                for _ in 0..self.paragraphs.random.below(2) {
                    self.body(Role::Body, Some(style));
                }
                if self.paragraphs.random.chance(35) {
                    self.lead_in_line(items);
                } else {
                    let sentences = self.paragraphs.random.between(1, self.scheme.sentences);
                    let mut around = self.around(Some(style), true);
                    around.runs = false;
                    let mut draft = Draft::default();
                    self.paragraphs.body(&mut draft, sentences, &around);
                    self.paragraphs.lead_in(&mut draft, items);
                    self.lines.push(draft.into_line(Role::LeadIn));
                }
            }
        }
    }

    fn lead_in_line(&mut self, items: usize) {
        let mut draft = Draft::default();
        self.paragraphs.lead_in(&mut draft, items);
        self.lines.push(draft.into_line(Role::LeadIn));
    }

    fn body_below(&mut self, form: Form) {
        let paragraphs = match form {
            Form::Heading => self.paragraphs.random.between(1, 2),
            Form::Paragraph => usize::from(self.paragraphs.random.chance(15)),
            Form::Clause => 0,
        };
        for _ in 0..paragraphs {
            self.body(Role::Body, None);
        }
    }

    fn concluding(&mut self) {
        let mut draft = Draft::default();
        let begin = self.paragraphs.random.pick(&[
            "总之，",
            "总的来说，",
            "以上三点，",
            "这几个方面，",
            "一句话，",
        ]);
        draft.say(begin);
        let words = &mut self.paragraphs.words;
        let sentence = words.sentence(&mut self.paragraphs.random);
        draft.say(&sentence);
        self.lines.push(draft.into_line(Role::Concluding));
    }
}
