//! In: the tags of lists and of their items. Out: the marker that a browser shows in front of each item.
//!
//! The facts come from the HTML standard (4.4.5, the `ol` element, and 15.3.7) and from CSS Lists. The dots of unordered lists are left
//! out unless the page itself asks for them beside the list: style sheets, which are not read here, take them away from nearly
//! every menu, and they say nothing.

use super::style::Style;
use super::tokens::{Tag, Token, Tokens};
use crate::input::number_format::NumberFormat;

/// Lists within lists that are told apart where items are counted beforehand.
const DEEPEST: usize = 512;

/// A list that has begun.
#[derive(Clone, Debug)]
pub struct List {
    /// The number of the next item.
    next: i64,
    step: i64,
    format: (NumberFormat, &'static str),
}

impl List {
    /// `items` counts the items of this list, should it be one that counts down.
    pub fn new(tag: &Tag, style: Style, items: impl FnOnce() -> i64) -> Self {
        let is_ordered = tag.is("ol");
        let is_reversed = is_ordered && tag.attribute("reversed").is_some();
        let start = is_ordered.then(|| number(tag, "start")).flatten();
        let usual = if is_ordered {
            (NumberFormat::Decimal(1), ". ")
        } else {
            (NumberFormat::None, "")
        };
        Self {
            next: start.unwrap_or_else(|| if is_reversed { items() } else { 1 }),
            step: if is_reversed { -1 } else { 1 },
            format: own_format(tag, style).unwrap_or(usual),
        }
    }

    /// The marker of the next item.
    pub fn marker(&mut self, item: &Tag, style: Style) -> String {
        let value = number(item, "value").unwrap_or(self.next);
        self.next = value.saturating_add(self.step);
        let (format, suffix) = own_format(item, style).unwrap_or(self.format);
        match (format, u32::try_from(value)) {
            _ if !style.has_marker() => String::new(),
            (NumberFormat::None, _) => String::new(),
            (format, Ok(value)) => format.write(value) + suffix,
            (_, Err(_)) => format!("{value}{suffix}"),
        }
    }
}

/// The format that a list or an item names itself.
fn own_format(tag: &Tag, style: Style) -> Option<(NumberFormat, &'static str)> {
    let named = style.list_style();
    let of_style = named.and_then(|name| NumberFormat::of_css(&name));
    of_style.or_else(|| {
        NumberFormat::of_css(match tag.attribute("type")? {
            "1" => "decimal",
            "a" => "lower-alpha",
            "A" => "upper-alpha",
            "i" => "lower-roman",
            "I" => "upper-roman",
            name if name.eq_ignore_ascii_case("disc") => "disc",
            name if name.eq_ignore_ascii_case("circle") => "circle",
            name if name.eq_ignore_ascii_case("square") => "square",
            _ => return None,
        })
    })
}

fn number(tag: &Tag, attribute: &str) -> Option<i64> {
    let text = tag.attribute(attribute)?.trim_ascii_start();
    let sign = usize::from(text.starts_with(['-', '+']));
    let digits = text[sign..].bytes().take_while(u8::is_ascii_digit).count();
    text[..sign + digits].parse().ok()
}

/// How many items each `ol` of a page has, in the order of the page: a list that counts down begins at its number of items.
pub fn item_counts(page: &str) -> Vec<i64> {
    let mut counts = Vec::new();
    let mut open: Vec<Option<usize>> = Vec::new();
    for token in Tokens::new(page) {
        match token {
            Token::Start(tag) if tag.is("ol") => {
                if open.len() < DEEPEST {
                    open.push(Some(counts.len()));
                }
                counts.push(0);
            }
            Token::Start(tag) if tag.is("ul") && open.len() < DEEPEST => open.push(None),
            Token::Start(tag) if tag.is("li") => {
                if let Some(Some(list)) = open.last() {
                    counts[*list] += 1;
                }
            }
            Token::End(name)
                if name.eq_ignore_ascii_case("ol") || name.eq_ignore_ascii_case("ul") =>
            {
                open.pop();
            }
            _ => {}
        }
    }
    counts
}
