//! The lists of a generated speech, with the styles around and under them.

use super::marks::Style;
use super::speech::Speech;

#[derive(Clone, Debug)]
pub struct List {
    pub style: Style,
    /// The lines of its items.
    pub items: Vec<usize>,
    /// The styles of the lists that it stands in.
    pub around: Vec<Style>,
    /// The styles of the lists under its items, at any depth.
    pub under: Vec<Style>,
}

impl List {
    /// Styles in which one of its items would be a slip, and nothing else.
    pub fn other_styles(&self) -> Vec<Style> {
        const WORDS: [Style; 4] = [Style::Ordinal, Style::Is, Style::Must, Style::Among];
        const RANKED: [Style; 4] = [Style::Comma, Style::Paren, Style::Dot, Style::DigitParen];
        let candidates = match self.style.rank() {
            _ if matches!(
                self.style,
                Style::Sequence
                    | Style::Stem
                    | Style::Part
                    | Style::Formal
                    | Style::Unit
                    | Style::Article
                    | Style::Entry
                    | Style::Noun
            ) =>
            {
                return Vec::new();
            }
            Some(_) => RANKED,
            None => WORDS,
        };
        let is_odd = |style: &Style| {
            let alike = style.is_same_kind(self.style) && !matches!(style, Style::Is | Style::Must);
            let open = self
                .around
                .iter()
                .chain(&self.under)
                .any(|other| other.is_same_kind(*style));
            *style != self.style && !alike && !open
        };
        candidates.into_iter().filter(is_odd).collect()
    }
}

/// Every list of a speech, in the order of their first items.
pub fn lists(speech: &Speech) -> Vec<List> {
    let mut all: Vec<List> = Vec::new();
    let style = |at: usize| speech.lines[at].mark.as_ref().map(|mark| mark.style);
    let mut numbers: Vec<usize> = Vec::new();
    for (at, line) in speech.lines.iter().enumerate() {
        let (Some(own), Some(place)) = (style(at), line.place) else {
            continue;
        };
        let around = above(speech, place.parent);
        if let Some(index) = numbers.iter().position(|&number| number == place.list) {
            all[index].items.push(at);
        } else {
            let around = around.iter().filter_map(|&line| style(line)).collect();
            numbers.push(place.list);
            all.push(List {
                style: own,
                items: vec![at],
                around,
                under: Vec::new(),
            });
        }
        for parent in above(speech, place.parent) {
            let number = speech.lines[parent].place.map(|place| place.list);
            if let Some(index) = numbers.iter().position(|&one| Some(one) == number) {
                all[index].under.push(own);
            }
        }
    }
    all
}

/// The lines of the items above, the innermost first.
fn above(speech: &Speech, parent: Option<usize>) -> Vec<usize> {
    let mut lines = Vec::new();
    let mut next = parent;
    while let Some(line) = next {
        lines.push(line);
        next = speech.lines[line].place.and_then(|place| place.parent);
    }
    lines
}
