//! A generated speech: its lines with all that is true of them, and the text that they make.

use std::ops::Range;

use super::marks::Mark;
use super::script::traditional;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    Title,
    Header,
    Salutation,
    Greeting,
    Opening,
    Item(Form),
    Body,
    LeadIn,
    Concluding,
    Closing,
    Thanks,
    End,
}

/// How an item is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// A short line with its body below.
    Heading,
    /// A paragraph that begins with the heading sentence.
    Paragraph,
    /// One clause a line, no body.
    Clause,
}

/// Words that promise a number of items.
#[derive(Clone, Debug)]
pub struct Promise {
    /// Where the number stands in the line's words.
    pub number: Range<usize>,
    /// The number; `None` for 几.
    pub declared: Option<u32>,
    pub found: u32,
    /// Whether the items are a run in the same line.
    pub run: bool,
}

/// The place of an item in the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub list: usize,
    pub depth: usize,
    /// The line of the item above.
    pub parent: Option<usize>,
}

#[derive(Clone, Debug)]
pub struct Line {
    pub role: Role,
    pub mark: Option<Mark>,
    pub place: Option<Place>,
    /// The words after the marker.
    pub words: String,
    pub promises: Vec<Promise>,
    /// The ordinals of each run.
    pub runs: Vec<Vec<u32>>,
    /// The markers of its runs that are not nested, each with its place in the words.
    pub run_marks: Vec<Vec<(usize, Mark)>>,
    pub has_decoy: bool,
    pub says_thanks: bool,
    /// Whether a salutation ends in a greeting.
    pub greets: bool,
}

impl Line {
    pub fn new(role: Role, words: impl Into<String>) -> Self {
        Self {
            role,
            mark: None,
            place: None,
            words: words.into(),
            promises: Vec::new(),
            runs: Vec::new(),
            run_marks: Vec::new(),
            has_decoy: false,
            says_thanks: false,
            greets: false,
        }
    }

    pub fn text(&self) -> String {
        self.mark.as_ref().map(Mark::write).unwrap_or_default() + &self.words
    }

    /// Whether it is a paragraph of text rather than a heading or a formula.
    pub fn is_paragraph(&self) -> bool {
        match self.role {
            Role::Opening | Role::Body | Role::Concluding | Role::Item(Form::Paragraph) => true,
            Role::LeadIn => self.words.contains('。'),
            _ => false,
        }
    }
}

/// How the lines are laid out.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    pub blank_lines: bool,
    pub indented: bool,
    pub traditional: bool,
}

#[derive(Clone, Debug)]
pub struct Speech {
    pub seed: u64,
    pub lines: Vec<Line>,
    pub layout: Layout,
}

/// What is true of a speech, in indices of its lines.
#[derive(Debug, PartialEq, Eq)]
pub struct Truth {
    /// Line, ordinal, depth.
    pub outline: Vec<(usize, u32, usize)>,
    /// Kind, line.
    pub parts: Vec<(&'static str, usize)>,
    /// Line, ordinals.
    pub runs: Vec<(usize, Vec<u32>)>,
    /// Line, declared, found.
    pub announcements: Vec<(usize, Option<u32>, Option<u32>)>,
}

impl Speech {
    pub fn text(&self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            let flush = matches!(
                line.role,
                Role::Title | Role::Header | Role::Salutation | Role::End
            );
            if self.layout.indented && !flush {
                text.push_str("　　");
            }
            text.push_str(&line.text());
            text.push_str(if self.layout.blank_lines {
                "\n\n"
            } else {
                "\n"
            });
        }
        if self.layout.traditional {
            traditional(&text)
        } else {
            text
        }
    }

    /// The index of the line that stands in this line of the text, counted from 1.
    pub fn line_index(&self, text_line: usize) -> usize {
        (text_line - 1) / if self.layout.blank_lines { 2 } else { 1 }
    }

    pub fn truth(&self) -> Truth {
        let lines = || self.lines.iter().enumerate();
        let outline = lines()
            .filter_map(|(at, line)| Some((at, line.mark.as_ref()?.ordinal, line.place?.depth)));
        let runs =
            lines().flat_map(|(at, line)| line.runs.iter().map(move |run| (at, run.clone())));
        let announcements = lines().flat_map(|(at, line)| {
            line.promises
                .iter()
                .map(move |promise| (at, promise.declared, Some(promise.found)))
        });
        Truth {
            outline: outline.collect(),
            parts: self.parts(),
            runs: runs.collect(),
            announcements: announcements.collect(),
        }
    }

    fn parts(&self) -> Vec<(&'static str, usize)> {
        let mut parts = Vec::new();
        for (at, line) in self.lines.iter().enumerate() {
            let kind = match line.role {
                Role::Title => "title",
                Role::Salutation => "salutation",
                Role::Greeting => "greeting",
                Role::Closing => "closing",
                Role::Thanks => "thanks",
                _ => continue,
            };
            parts.push((kind, at));
            if line.greets {
                parts.push(("greeting", at));
            }
            if line.says_thanks && kind != "thanks" {
                parts.push(("thanks", at));
            }
        }
        parts.sort_by_key(|&(kind, line)| (line, kind));
        parts
    }
}
