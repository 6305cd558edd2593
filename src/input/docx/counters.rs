//! In: paragraphs of lists, one after another. Out: the label that Word shows in front of each.

use std::collections::{HashMap, HashSet};

use super::numbering::{Level, Numbering};
use super::properties::{LEVELS, ListReference};
use super::styles::StyleList;
use crate::input::number_format::NumberFormat;

/// Where every list stands.
pub struct Counters<'n> {
    numbering: &'n Numbering,
    /// By definition: the newest number of each level, nothing where it begins anew.
    newest: HashMap<i32, [Option<u32>; LEVELS]>,
    /// The levels of lists whose own start has been used.
    started: HashSet<(i32, usize)>,
}

impl<'n> Counters<'n> {
    pub fn new(numbering: &'n Numbering) -> Self {
        Self {
            numbering,
            newest: HashMap::new(),
            started: HashSet::new(),
        }
    }

    /// Counts a paragraph. Out comes its label with what separates it from the text; nothing where it is in no list or its
    /// level has no label.
    pub fn label(&mut self, own: ListReference, style: &StyleList) -> Option<String> {
        let list = own.list.or(style.reference.list)?;
        let definition = self.numbering.definition(list)?;
        let level = self.level(list, own, style);
        let numbers = self.count(list, definition, level);
        let described = self.numbering.level(list, level);
        let label = self.written(list, described, level, &numbers);
        (!label.is_empty()).then(|| label + described.suffix)
    }

    /// A list that the style names has a level for the style; the paragraph's own word counts most.
    fn level(&self, list: i32, own: ListReference, style: &StyleList) -> usize {
        let of_style = || {
            let by_style = own.list.is_none();
            let mut styles = style.lineage.into_iter().flatten();
            by_style
                .then(|| styles.find_map(|style| self.numbering.level_of_style(list, style)))
                .flatten()
        };
        own.level
            .or_else(of_style)
            .or(style.reference.level)
            .unwrap_or_default()
    }

    /// The numbers of all levels after one more paragraph of this level.
    fn count(&mut self, list: i32, definition: i32, level: usize) -> [u32; LEVELS] {
        let numbering = self.numbering;
        let own_start = numbering.own_start(list, level);
        let is_new_start = own_start.is_some() && self.started.insert((list, level));
        let start = |level| {
            let own = numbering.own_start(list, level);
            own.unwrap_or(numbering.level(list, level).start)
        };
        let newest = self.newest.entry(definition).or_default();
        newest[level] = Some(match newest[level] {
            Some(number) if !is_new_start => number.saturating_add(1),
            _ => start(level),
        });
        for (below, number) in newest.iter_mut().enumerate().skip(level + 1) {
            if restarts_after(numbering.level(list, below), below, level) {
                *number = None;
            }
        }
        // A level that no paragraph has had yet is shown as if its first had been there.
        std::array::from_fn(|level| newest[level].unwrap_or_else(|| start(level)))
    }

    fn written(
        &self,
        list: i32,
        described: &Level,
        level: usize,
        numbers: &[u32; LEVELS],
    ) -> String {
        let mut label = String::new();
        let mut signs = described.text.chars().peekable();
        while let Some(sign) = signs.next() {
            let digit = signs.peek().and_then(|next| next.to_digit(10));
            let Some(place) = digit.filter(|digit| sign == '%' && *digit > 0) else {
                label.push(sign);
                continue;
            };
            signs.next();
            let place = place as usize - 1;
            // A deeper level has no number yet.
            if place > level {
                continue;
            }
            let format = match self.numbering.level(list, place).format {
                NumberFormat::Bullet(_) => NumberFormat::None,
                _ if described.is_legal => NumberFormat::Decimal(1),
                format => format,
            };
            label.push_str(&format.write(numbers[place]));
        }
        label
    }
}

/// Whether a level begins anew after a paragraph of another level, which stands above it.
fn restarts_after(described: &Level, level: usize, above: usize) -> bool {
    match described.restart {
        Some(0) => false,
        Some(limit) if limit <= level => above < limit,
        _ => true,
    }
}
