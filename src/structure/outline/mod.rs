//! In: the markers at line starts of one speech, with the evidence around them. Out: its sections, each
//! with its depth and list, and where the outline departs from a well-built one.
//!
//! The outline is inferred, not pattern-matched: of all trees that the markers can form, the cheapest
//! is taken (see [`costs::COSTS`]), and the costs that it pays are the numbering findings.

pub mod costs;
mod open_list;
mod search;
mod tree;

pub use costs::Departure;
use tree::{Placing, Stack};

use super::marker::{Marker, Style};

/// What stands between a marker and the marker before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeadIn {
    /// Nothing, or only the end of that item's own line.
    None,
    /// Paragraphs of body.
    Body,
    /// Words that lead over to a list: they end in a colon, or announce a number of items.
    Announced,
}

/// A marker at the start of a line, with the evidence around it.
#[derive(Clone, Debug)]
pub struct Item {
    /// The marker.
    pub marker: Marker,
    /// The level of its style, where it has one.
    pub rank: Option<u8>,
    /// What it counts, where that tells a level: a number for each of 第一条, 第一项, 第一步; 0 for nothing.
    pub noun: u8,
    /// Index of its line in the Document.
    pub line: usize,
    /// What stands before it.
    pub lead_in: LeadIn,
    /// Paragraphs between it and the item before.
    pub paragraphs_before: usize,
    /// The number that the words before it promise.
    pub promised: Option<u32>,
    /// Whether its line is a heading rather than a paragraph.
    pub short_form: bool,
    /// Markers that stand inside its line and may be the next items of its list.
    pub merged: Vec<Marker>,
    /// Whether it stands in the middle of a line: its line break may be lost.
    pub glued: bool,
    /// Whether more than its form shows that it is no word of speech: 首先 with 其次 further on.
    pub certain: bool,
}

impl Item {
    /// The ordinal that it has in a list of this style, where `last` was the one before.
    fn ordinal_after(&self, last: u32, within: Option<Style>) -> u32 {
        if self.marker.takes_next(within) {
            last + 1
        } else {
            self.marker.ordinal
        }
    }

    /// The last ordinal that stands inside the line, `own` being its first.
    fn last_inside(&self, own: u32) -> u32 {
        self.merged.last().map_or(own, |marker| marker.ordinal)
    }
}

/// Where the chosen outline departs from what was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deviation {
    /// In what way.
    pub departure: Departure,
    /// Index of the section that departs; items in mid-line are no sections.
    pub section: usize,
    /// The ordinal that was expected, where there is one.
    pub expected: u32,
}

/// An item that found its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Index of the item.
    pub item: usize,
    /// Level, from 1.
    pub depth: usize,
    /// The list that it belongs to.
    pub list: usize,
    /// Its ordinal; 最后 has got its number.
    pub ordinal: u32,
}

/// A list that is being numbered.
struct Numbered {
    number: usize,
    /// The style of its first item.
    style: Option<Style>,
    last: u32,
}

impl Numbered {
    fn new(number: usize) -> Self {
        Self {
            number,
            style: None,
            last: 0,
        }
    }
}

/// The cheapest tree over the items: those that are items indeed, in order, and what the tree departs in.
/// Where the text breaks off, the lists that are open at its end are not expected to be whole.
#[must_use]
pub fn infer(items: &[Item], breaks_off: bool) -> (Vec<Placed>, Vec<Deviation>) {
    let mut stack = Stack::default();
    let mut lists: Vec<Numbered> = Vec::new();
    let mut list_count = 0;
    let mut found = Vec::new();
    let mut in_lines = 0;
    let mut deviations = Vec::new();
    let placings = search::cheapest(items, breaks_off, &|departure| departure.cost().price);
    for (at, (item, placing)) in items.iter().zip(placings).enumerate() {
        let section = in_lines;
        stack.place(item, placing, &mut |departure, expected| {
            if departure.cost().code.is_some() && !item.glued {
                deviations.push(Deviation {
                    departure,
                    section,
                    expected,
                });
            }
        });
        match placing {
            Placing::Skip => continue,
            Placing::Continue(at) => lists.truncate(at + 1),
            Placing::Fresh(at) => lists.truncate(at),
            Placing::Child => {}
            Placing::LostChild => {
                lists.push(Numbered::new(list_count));
                list_count += 1;
            }
        }
        if lists.len() < stack.depth() {
            lists.push(Numbered::new(list_count));
            list_count += 1;
        }
        let Some(list) = lists.last_mut() else {
            continue;
        };
        let ordinal = item.ordinal_after(list.last, list.style);
        list.style.get_or_insert(item.marker.style);
        list.last = ordinal;
        in_lines += usize::from(!item.glued);
        found.push(Placed {
            item: at,
            depth: stack.depth(),
            list: list.number,
            ordinal,
        });
    }
    (found, deviations)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Items from lines; `>` before a marker says that a lead-in stands before it, `~` that body does.
    fn items(lines: &str) -> Vec<Item> {
        let mut all = Vec::new();
        for (line, text) in lines.split_whitespace().enumerate() {
            let lead_in = match text.as_bytes()[0] {
                b'>' => LeadIn::Announced,
                b'~' => LeadIn::Body,
                _ => LeadIn::None,
            };
            let text = text.trim_start_matches(['>', '~']);
            let marker = Marker::read(&format!("{text}好"), 0).expect("a marker");
            let promised = None;
            let paragraphs_before = usize::from(lead_in != LeadIn::None);
            let merged = Vec::new();
            all.push(Item {
                rank: marker.style.rank(),
                noun: 0,
                marker,
                line,
                lead_in,
                paragraphs_before,
                promised,
                short_form: true,
                merged,
                glued: false,
                certain: false,
            });
        }
        all
    }

    fn depths(lines: &str) -> Vec<usize> {
        infer(&items(lines), false)
            .0
            .iter()
            .map(|placed| placed.depth)
            .collect()
    }

    fn departures(lines: &str) -> Vec<(Departure, usize)> {
        infer(&items(lines), false)
            .1
            .iter()
            .map(|d| (d.departure, d.section))
            .collect()
    }

    #[test]
    fn the_usual_levels_nest() {
        assert_eq!(
            depths("一、 （一） 1. （1） ① ② （2） 2. （二） 二、"),
            [1, 2, 3, 4, 5, 5, 4, 3, 2, 1]
        );
        assert!(departures("一、 （一） （二） 二、 1. 2. 三、").is_empty());
    }

    #[test]
    fn a_list_in_its_parents_style_nests_where_the_parent_goes_on() {
        assert_eq!(
            depths("一、 二、 一、 二、 三、 三、 四、"),
            [1, 1, 2, 2, 2, 1, 1]
        );
        assert_eq!(
            departures("一、 二、 一、 二、 三、 三、 四、"),
            [(Departure::SameStyleChild, 2)]
        );
    }

    #[test]
    fn a_lead_in_lets_a_list_start_again() {
        assert_eq!(depths("1、 2、 3、 >1、 2、"), [1, 1, 1, 1, 1]);
        assert!(departures("1、 2、 3、 >1、 2、 ~1、 2、").is_empty());
        assert_eq!(
            departures("1、 2、 3、 1、 2、 3、 4、"),
            [(Departure::BareRestart, 3)]
        );
    }

    #[test]
    fn faults_are_paid_by_the_item_that_has_them() {
        assert_eq!(departures("一、 二、 四、"), [(Departure::Gap, 2)]);
        assert_eq!(departures("一、 二、 二、 三、"), [(Departure::Repeat, 2)]);
        assert_eq!(
            departures("一、 三、 二、 四、"),
            [(Departure::Gap, 1), (Departure::FillsGap, 2)]
        );
        assert_eq!(departures("一是 第二， 第三，"), [(Departure::StyleMix, 1)]);
        assert_eq!(
            departures("一要 二要 三要 四、要"),
            [(Departure::MalformedItem, 3)]
        );
    }

    #[test]
    fn a_root_stands_at_the_second_level_where_its_parent_is_lost() {
        assert_eq!(
            depths("（一） （二） 二、 （一） （二） 三、"),
            [2, 2, 1, 2, 2, 1]
        );
        assert_eq!(depths("（一） （二） （三）"), [1, 1, 1]);
    }

    #[test]
    fn words_of_speech_are_no_items() {
        assert!(depths("首先").is_empty());
        assert_eq!(depths("首先 其次 最后，"), [1, 1, 1]);
        assert_eq!(depths("一、 首先 其次 二、 最后，"), [1, 2, 2, 1]);
        assert_eq!(depths("一、 ~其次， 二、 ~其次， ~再次， 三、"), [1, 1, 1]);
        assert!(departures("首先 其次 其次 再次， 最后，").is_empty());
        assert!(departures("第一， 其次， 第二， 第三，").is_empty());
    }
}
