//! In: the tags and texts of a page. Out: its visible text.
//!
//! No tree is built: what an end tag ends is found on the stack of open elements, which is bounded, so that a page takes time in
//! proportion to its length, however it nests. Wrong nesting is read nearly as browsers read it: an end tag of an inline element
//! ends no block, and no end tag reaches out of a table's cell.

use std::borrow::Cow;

use super::elements;
use super::entities;
use super::lines::Lines;
use super::lists::{self, List};
use super::style::Style;
use super::tokens::{Tag, Token, Tokens};
use crate::input::symbols;
use crate::input::table_row::Row;
use crate::input::text_builder::Built;

/// Elements within elements; browsers stop at 512 too.
const DEEPEST: usize = 512;

/// Reads a page.
pub fn read(page: &str) -> Built {
    let mut reader = Reader {
        page,
        ..Reader::default()
    };
    for token in Tokens::new(page) {
        match token {
            Token::Start(tag) => reader.start(&tag),
            Token::End(name) => reader.end(name),
            Token::Text {
                raw,
                has_references,
            } => reader.text(raw, has_references),
        }
    }
    while let Some(open) = reader.open.pop() {
        reader.close(open);
    }
    reader.lines.write_markers();
    reader.lines.begin_line();
    reader.lines.built
}

/// An element whose end has not come.
struct Open<'h> {
    name: &'h str,
    is_block: bool,
    inside: Inside,
    /// The font that it names.
    font: Option<String>,
    role: Role,
}

/// What an element does to the text in it.
#[derive(Clone, Copy)]
struct Inside {
    is_hidden: bool,
    is_preformatted: bool,
    /// It is the number that Word wrote.
    is_label: bool,
}

/// What an element is for the text, beyond its box.
enum Role {
    Plain,
    List(List),
    Row(Row),
    Cell { start: usize },
}

#[derive(Default)]
struct Reader<'h> {
    page: &'h str,
    lines: Lines,
    open: Vec<Open<'h>>,
    /// How many open elements hide what is in them, keep its white space, or hold a number that Word wrote.
    hiding: usize,
    preformatted: usize,
    labels: usize,
    /// The number that Word wrote, as far as it has been read.
    label: String,
    /// How many `ol` have begun, and the items of each, once they had to be counted.
    ordered_lists: usize,
    item_counts: Option<Vec<i64>>,
    /// A line break that opens preformatted text is none.
    is_after_preformatted_tag: bool,
}

impl<'h> Reader<'h> {
    fn text(&mut self, raw: &str, has_references: bool) {
        let is_first = std::mem::take(&mut self.is_after_preformatted_tag);
        if self.hiding > 0 {
            return;
        }
        let text = if has_references && raw.contains('&') {
            Cow::Owned(entities::decoded(raw))
        } else {
            Cow::Borrowed(raw)
        };
        if self.labels > 0 {
            let mut fonts = self.open.iter().rev();
            let font = fonts.find_map(|open| open.font.as_deref());
            let font = font.unwrap_or_default();
            self.label
                .extend(text.chars().map(|sign| symbols::shown(sign, font)));
        } else if self.preformatted > 0 {
            let text: &str = &text;
            let begun = text
                .strip_prefix("\r\n")
                .or_else(|| text.strip_prefix('\n'));
            self.lines
                .preformatted(begun.filter(|_| is_first).unwrap_or(text));
        } else {
            self.lines.collapsing(&text);
        }
    }

    fn start(&mut self, tag: &Tag<'h>) {
        let name = tag.name;
        self.is_after_preformatted_tag = false;
        self.end_what_is_implied(name);
        if elements::is_void(name) {
            return self.void(name);
        }
        let written = tag.attribute("style").map(|raw| {
            if raw.contains('&') {
                Cow::Owned(entities::decoded(raw))
            } else {
                Cow::Borrowed(raw)
            }
        });
        let style = Style::new(written.as_deref());
        let mut open = Open {
            name,
            is_block: style.is_block().unwrap_or_else(|| elements::is_block(name)),
            inside: Inside {
                is_hidden: hides(tag, style),
                is_preformatted: style.is_preformatted() || elements::is_preformatted(name),
                is_label: style.is_label(),
            },
            font: style.font().map(str::to_owned),
            role: Role::Plain,
        };
        let is_visible = self.hiding == 0 && !open.inside.is_hidden;
        if is_visible && open.is_block {
            self.lines.begin_line();
        }
        if tag.is("ol") {
            self.ordered_lists += 1;
        }
        if is_visible {
            open.role = self.role(tag, style);
        }
        if self.open.len() >= DEEPEST {
            return;
        }
        self.is_after_preformatted_tag = open.inside.is_preformatted;
        self.hiding += usize::from(open.inside.is_hidden);
        self.preformatted += usize::from(open.inside.is_preformatted);
        self.labels += usize::from(open.inside.is_label);
        self.open.push(open);
    }

    fn void(&mut self, name: &str) {
        if self.hiding > 0 || self.labels > 0 {
            return;
        }
        if name.eq_ignore_ascii_case("br") {
            self.lines.break_line();
        } else if elements::is_block(name) {
            self.lines.begin_line();
        }
    }

    /// Lists, items and tables.
    fn role(&mut self, tag: &Tag, style: Style) -> Role {
        if elements::is_list(tag.name) {
            let (page, place) = (self.page, self.ordered_lists.saturating_sub(1));
            let counts = &mut self.item_counts;
            let items = || {
                let counts = counts.get_or_insert_with(|| lists::item_counts(page));
                counts.get(place).copied().unwrap_or_default()
            };
            return Role::List(List::new(tag, style, items));
        }
        if tag.is("li") {
            let list = self
                .open
                .iter_mut()
                .rev()
                .find_map(|open| match &mut open.role {
                    Role::List(list) => Some(list),
                    _ => None,
                });
            if let Some(list) = list {
                let marker = list.marker(tag, style);
                self.lines.mark(marker);
            }
        } else if tag.is("tr") {
            return Role::Row(Row::new(&self.lines.built));
        } else if elements::is_cell(tag.name) {
            return Role::Cell {
                start: self.lines.built.len(),
            };
        }
        Role::Plain
    }

    fn end(&mut self, name: &str) {
        self.is_after_preformatted_tag = false;
        if name.eq_ignore_ascii_case("br") {
            return self.void(name);
        }
        let mut blocks = false;
        for place in (0..self.open.len()).rev() {
            let open = &self.open[place];
            if open.name.eq_ignore_ascii_case(name) {
                if blocks && !open.is_block {
                    let open = self.open.remove(place);
                    self.close(open);
                } else {
                    self.close_down_to(place);
                }
                return;
            }
            if elements::is_wall(open.name, name) {
                return;
            }
            blocks |= open.is_block;
        }
    }

    /// Ends what a start tag ends without saying so: the item before an item, the paragraph before a block.
    fn end_what_is_implied(&mut self, name: &str) {
        if let Some((ended, walls)) = elements::implied_ends(name) {
            self.end_before(ended, walls);
        }
        if elements::is_block(name) {
            self.end_before(&["p"], &["td", "th", "caption", "table", "button"]);
        }
    }

    fn end_before(&mut self, ended: &[&str], walls: &[&str]) {
        for place in (0..self.open.len()).rev() {
            let name = self.open[place].name;
            if elements::is_one_of(name, ended) {
                return self.close_down_to(place);
            }
            if elements::is_one_of(name, walls) {
                return;
            }
        }
    }

    fn close_down_to(&mut self, place: usize) {
        while self.open.len() > place {
            if let Some(open) = self.open.pop() {
                self.close(open);
            }
        }
    }

    fn close(&mut self, open: Open) {
        self.hiding -= usize::from(open.inside.is_hidden);
        self.preformatted -= usize::from(open.inside.is_preformatted);
        if open.inside.is_label {
            self.labels -= 1;
            self.end_label();
        }
        if self.hiding > 0 || open.inside.is_hidden {
            return;
        }
        if elements::is_one_of(open.name, &["li", "p"]) {
            self.lines.write_markers();
        }
        if open.is_block {
            self.lines.begin_line();
        }
        match open.role {
            Role::Cell { start } => {
                let mut rows = self.open.iter_mut().rev();
                let row = rows.find_map(|open| match &mut open.role {
                    Role::Row(row) => Some(row),
                    _ => None,
                });
                if let Some(row) = row {
                    self.lines.change(|built| row.end_cell(start, built));
                }
            }
            Role::Row(row) => self.lines.change(|built| row.finish(built)),
            Role::Plain | Role::List(_) => {}
        }
    }

    /// Puts the number that Word wrote in front of the words, once, as Word's plain text has it.
    fn end_label(&mut self) {
        if self.labels > 0 {
            return;
        }
        let label = std::mem::take(&mut self.label);
        let number = label.trim();
        if number.is_empty() {
            return;
        }
        let is_apart = label.ends_with(char::is_whitespace);
        let tab = if is_apart { "\t" } else { "" };
        self.lines.mark(format!("{number}{tab}"));
    }
}

/// Whether an element is not shown, by its name, its attributes or its style.
fn hides(tag: &Tag, style: Style) -> bool {
    elements::is_hidden(tag.name)
        || tag.attribute("hidden").is_some()
        || style.hides()
        || (tag.is("dialog") && tag.attribute("open").is_none())
        || tag
            .attribute("class")
            .is_some_and(|class| class.eq_ignore_ascii_case("msodel"))
}
