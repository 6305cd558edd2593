//! In: an open list and the next item of it. Out: the list after it, and what the item departs in as a
//! sibling of those before.

use std::hash::{Hash, Hasher};

use super::Item;
use super::costs::Departure;
use crate::structure::marker::Style;

/// A style and its level; 第一条 and 第一项 are two kinds of one style.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Kind {
    /// The style.
    pub style: Style,
    /// Its level, where it has one.
    pub rank: Option<u8>,
    /// What it counts, where that tells a level; 0 for nothing.
    pub noun: u8,
}

impl Kind {
    /// The kind of an item.
    pub(super) fn of(item: &Item) -> Self {
        Self {
            style: item.marker.style,
            rank: item.rank,
            noun: item.noun,
        }
    }

    /// Whether two kinds claim the same level; unranked ones only against themselves, 一是 and 一要 being
    /// one.
    pub(super) fn is_same_level(self, other: Self) -> bool {
        match (self.rank, other.rank) {
            (Some(one), Some(other)) => one == other,
            (None, None) => {
                self.style == other.style && self.noun == other.noun
                    || is_han_word(self.style) && is_han_word(other.style)
            }
            _ => false,
        }
    }
}

/// A list that may still go on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is evidence of its own")]
pub(super) struct OpenList {
    /// The kind of its first item; `None` for a list whose headings are all lost so far.
    pub kind: Option<Kind>,
    /// The kind of its last item.
    pub last_kind: Option<Kind>,
    /// Whether its last item has the form of a heading.
    pub last_short_form: bool,
    /// The ordinal that its next item goes on from.
    pub last: u32,
    /// The same, if an item that starts inside the last item's line counts too.
    pub last_inside: u32,
    /// The last ordinal that was skipped, 0 for none.
    pub skipped: u32,
    pub count: u32,
    pub promised: u32,
    pub short_form: bool,
    pub same_style_as_parent: bool,
    pub parent_of_lists: bool,
    pub parent_of_same_style: bool,
}

impl Hash for OpenList {
    /// What tells nearly all lists apart; the search hashes more often than it does anything else.
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u32(self.last);
        state.write_u32(self.count);
        state.write_u8(self.last_kind.map_or(u8::MAX, |kind| kind.style as u8));
    }
}

impl OpenList {
    /// Takes the next item in.
    pub(super) fn take_next(
        &mut self,
        item: &Item,
        home: bool,
        pay: &mut impl FnMut(Departure, u32),
    ) {
        let kind = Kind::of(item);
        match self.kind {
            None => {
                self.kind = Some(kind);
                let first = item.ordinal_after(0, None) == 1;
                let departure = if first {
                    Departure::LostParentWithFirst
                } else {
                    Departure::StartAboveOne
                };
                pay(departure, 1);
            }
            Some(first) => {
                let before = self.last_kind.unwrap_or(first);
                let departure = sibling_departure(first, item)
                    .filter(|_| sibling_departure(before, item).is_some());
                if let Some(departure) = departure {
                    pay(departure, 0);
                }
                if home && departure != Some(Departure::MalformedItem) {
                    pay(Departure::AtHomeElsewhere, 0);
                }
                self.compare_ordinals(item, pay);
            }
        }
        let ordinal = self.ordinal_of(item);
        if self.promised > 0 && ordinal > self.promised && self.last <= self.promised {
            pay(Departure::BeyondPromise, 0);
        }
        if self.short_form != item.short_form {
            pay(Departure::OtherForm, 0);
        }
        self.last_kind = Some(kind);
        self.last_short_form = item.short_form;
        self.last = ordinal.max(self.last);
        self.last_inside = item.last_inside(self.last);
        self.count += 1;
    }

    /// The ordinal that an item has as the next of this list.
    fn ordinal_of(&self, item: &Item) -> u32 {
        item.ordinal_after(self.last, self.kind.map(|kind| kind.style))
    }

    /// The ordinal that its next item has.
    pub(super) fn next(&self) -> u32 {
        self.last + 1
    }

    fn compare_ordinals(&mut self, item: &Item, pay: &mut impl FnMut(Departure, u32)) {
        let ordinal = self.ordinal_of(item);
        let expected = self.last + 1;
        let in_place = ordinal == self.count + 1 && ordinal > self.last;
        if ordinal == expected || ordinal == self.last_inside + 1 || in_place {
        } else if ordinal > expected {
            self.skipped = expected;
            pay(Departure::Gap, expected);
        } else if ordinal == self.skipped {
            pay(Departure::FillsGap, expected);
        } else if ordinal == self.last {
            pay(Departure::Repeat, expected);
        } else {
            pay(Departure::StepBack, expected);
        }
    }

    /// Whether a child in a style departs from usage under the last item: where that item is in an odd style,
    /// the style of its list counts too.
    pub(super) fn child_departure(&self, child: Kind) -> Option<Departure> {
        let is_word = self.kind.is_some_and(|kind| kind.rank.is_none());
        if is_word && self.last_inside > self.last {
            return Some(Departure::UnderRun);
        }
        let under = |kind: Option<Kind>| child_departure(kind?, child);
        under(self.last_kind).filter(|_| self.kind == self.last_kind || under(self.kind).is_some())
    }

    /// Ends the list.
    pub(super) fn end(&self, pay: &mut impl FnMut(Departure, u32)) {
        let Some(kind) = self.kind else {
            pay(Departure::LostParentWithFirst, 0);
            return;
        };
        let count = self.count + u32::from(self.last_inside > self.last);
        if count == 1 {
            pay(
                if kind.style.is_word() {
                    Departure::SingleWord
                } else {
                    Departure::SingleItem
                },
                0,
            );
        }
        if self.promised > 0 && count < self.promised && self.last < self.promised {
            pay(Departure::PromiseShort, 0);
        }
    }
}

fn child_departure(parent: Kind, child: Kind) -> Option<Departure> {
    match (parent.rank, child.rank) {
        _ if parent.is_same_level(child) => Some(Departure::SameStyleChild),
        (Some(parent), Some(child)) => (child < parent).then_some(Departure::HigherStyleChild),
        // 第一项 of an agenda or 第一步 of a plan holds whatever is said at that point.
        (None, Some(child)) => {
            (child < 3 && parent.noun == 0).then_some(Departure::HighStyleUnderWord)
        }
        (None, None) => Some(Departure::MixedWordsChild),
        (Some(_), None) => None,
    }
}

fn is_han_word(style: Style) -> bool {
    matches!(style, Style::HanIs | Style::HanMust)
}

/// What an item departs in as a sibling of an item of kind `before`.
fn sibling_departure(before: Kind, item: &Item) -> Option<Departure> {
    let (list, marker) = (before.style, &item.marker);
    let style = marker.style;
    // 首先、其次、第三 is idiom; with 、 after it, 第三、 is the mark of another list, and so is 第一.
    let idiom = marker.separator != Some('、') && marker.ordinal > 1;
    if style.is_sibling_of(list)
        || list == Style::Sequence && style == Style::Ordinal && idiom
        || list == Style::Ordinal && style == Style::Sequence && marker.ordinal != 1
    {
        None
    } else if marker.malformed && is_han_word(list) {
        Some(Departure::MalformedItem)
    } else if before.rank.is_some() && item.rank.is_some() {
        Some(Departure::RankMix)
    } else if before.rank.is_some() || item.rank.is_some() {
        Some(Departure::WordAmongRanked)
    } else {
        Some(Departure::StyleMix)
    }
}
