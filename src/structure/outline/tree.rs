//! In: the open lists and the next marker. Out: the open lists after each way of placing it, and what
//! each way departs in. Nothing here compares ways; that is the search's work.

use std::hash::{Hash, Hasher};

use super::costs::Departure;
use super::open_list::{Kind, OpenList};
use super::{Item, LeadIn};
use crate::structure::marker::Style;

/// Lists within lists, at most.
pub(super) const DEEPEST: usize = 7;

/// Nouns like 条 and 项 whose depths are kept apart, at most.
const MOST_NOUNS: usize = 4;

/// The open lists, the outermost first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Stack {
    lists: [OpenList; DEEPEST],
    depth: usize,
    /// Of every style, and of every noun that is a style of its own, the depth at which a list in it began last (from 1); 0 where none did.
    homes: [u8; Style::ALL.len() + MOST_NOUNS],
}

impl Hash for Stack {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.open().iter().for_each(|list| list.hash(state));
    }
}

/// A way of placing a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Placing {
    /// It is no marker.
    Skip,
    /// The next item of the open list at this depth (from 0); deeper lists end.
    Continue(usize),
    /// The first item of a new list in place of the one at this depth.
    Fresh(usize),
    /// The first item of a list within the last item.
    Child,
    /// The first item of a list whose parent heading is lost.
    LostChild,
}

impl Stack {
    /// How many lists are open.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    fn open(&self) -> &[OpenList] {
        &self.lists[..self.depth]
    }

    /// All ways in which a marker can be placed here.
    pub(super) fn placings(&self, item: &Item) -> impl Iterator<Item = Placing> + use<> {
        let depth = self.depth;
        let lost = depth == 0 && item.rank.is_some_and(|rank| rank > 1);
        let known = self.lists.map(|list| list.kind.is_some());
        let below_lost = self.lists[1].kind.and_then(|kind| kind.rank);
        let rank = item.rank;
        let claims_lost = rank
            .zip(below_lost)
            .is_some_and(|(rank, below)| rank < below);
        (0..depth)
            .filter(move |&at| known[at] || claims_lost)
            .map(Placing::Continue)
            .chain((0..depth).filter(move |&at| known[at]).map(Placing::Fresh))
            .chain((depth < DEEPEST).then_some(Placing::Child))
            .chain(lost.then_some(Placing::LostChild))
            .chain([Placing::Skip])
    }

    /// Places a marker; `pay` is told of each departure, with the ordinal that was
    /// expected instead where there is one.
    pub(super) fn place(
        &mut self,
        item: &Item,
        placing: Placing,
        pay: &mut impl FnMut(Departure, u32),
    ) {
        if item.glued && placing != Placing::Skip {
            pay(Departure::GluedItem, 0);
        }
        match placing {
            Placing::Skip => {
                if let Some(departure) = skipped(item) {
                    pay(departure, 0);
                }
            }
            Placing::Continue(at) => {
                let home = self.is_at_home_elsewhere(item, at);
                self.end_lists(at + 1, true, pay);
                self.lists[at].take_next(item, home, pay);
            }
            Placing::Fresh(at) => {
                let before = self.lists[at];
                let lost_parent = at > 0 && self.lists[at - 1].kind.is_none();
                if item.lead_in == LeadIn::Announced && item.paragraphs_before == 0 {
                    pay(Departure::LedInByItem, 0);
                }
                if self.is_rather_again_below(item, at) {
                    pay(Departure::RatherAgainBelow, 0);
                }
                self.end_lists(at, true, pay);
                fresh(before, item, lost_parent, pay);
                if self.has_level_of(item) {
                    pay(Departure::AncestorStyleChild, 0);
                }
                self.begin_list(item, pay);
            }
            Placing::Child => {
                self.child(item, pay);
                self.begin_list(item, pay);
            }
            Placing::LostChild => {
                pay(Departure::LostParent, 0);
                self.lists[0] = OpenList::default();
                self.depth = 1;
                self.begin_list(item, pay);
            }
        }
    }

    /// Whether an open list is of the item's level.
    fn has_level_of(&self, item: &Item) -> bool {
        let kind = Kind::of(item);
        let mut kinds = self.open().iter().filter_map(|list| list.kind);
        kinds.any(|list| list.is_same_level(kind))
    }

    /// Whether the item is of the level of another open list, and not of this one.
    fn is_at_home_elsewhere(&self, item: &Item, at: usize) -> bool {
        let own = self.lists[at]
            .kind
            .is_some_and(|kind| kind.is_same_level(Kind::of(item)));
        !own && self.has_level_of(item)
    }

    /// Whether a list further down than this one, and not this one, is of the item's level.
    fn is_rather_again_below(&self, item: &Item, at: usize) -> bool {
        let kind = Kind::of(item);
        let is_level = |list: &OpenList| list.kind.is_some_and(|own| own.is_same_level(kind));
        !is_level(&self.lists[at]) && self.open()[at + 1..].iter().any(is_level)
    }

    /// Ends every list.
    pub(super) fn end(mut self, pay: &mut impl FnMut(Departure, u32)) {
        self.end_lists(0, false, pay);
    }

    fn end_lists(&mut self, from: usize, resumed: bool, pay: &mut impl FnMut(Departure, u32)) {
        for at in (from..self.depth).rev() {
            let list = self.lists[at];
            let parent_ends_too = at > from || !resumed;
            list.end(pay);
            if list.same_style_as_parent && parent_ends_too {
                pay(Departure::NeverResumed, 0);
            }
            self.lists[at] = OpenList::default();
        }
        self.depth = self.depth.min(from);
    }

    fn begin_list(&mut self, item: &Item, pay: &mut impl FnMut(Departure, u32)) {
        let first = item.ordinal_after(0, None);
        let is_word = item.marker.style == Style::Sequence;
        if is_word && item.marker.ordinal != 1 {
            pay(Departure::WordBegins, 1);
        } else if first != 1 {
            pay(Departure::StartAboveOne, 1);
        }
        let parent = self.open().last().copied();
        let same_style_as_parent = parent
            .and_then(|parent| parent.last_kind)
            .is_some_and(|kind| kind.is_same_level(Kind::of(item)));
        if let Some(at) = self.depth.checked_sub(1) {
            self.lists[at].parent_of_lists = true;
            self.lists[at].parent_of_same_style |= same_style_as_parent;
        }
        self.keep_home(Kind::of(item), pay);
        self.lists[self.depth] = OpenList {
            kind: Some(Kind::of(item)),
            last_kind: Some(Kind::of(item)),
            last_short_form: item.short_form,
            last: first,
            last_inside: item.last_inside(first),
            skipped: 0,
            count: 1,
            promised: item.promised.unwrap_or(0),
            short_form: item.short_form,
            same_style_as_parent: same_style_as_parent
                && parent.is_some_and(|parent| {
                    !parent.parent_of_same_style || parent.last_short_form == item.short_form
                }),
            parent_of_lists: false,
            parent_of_same_style: false,
        };
        self.depth += 1;
    }

    /// Notes the depth at which a list in a style is about to begin.
    fn keep_home(&mut self, kind: Kind, pay: &mut impl FnMut(Departure, u32)) {
        let depth = u8::try_from(self.depth + 1).unwrap_or(u8::MAX);
        let place = match usize::from(kind.noun) {
            0 => kind.style as usize,
            noun => Style::ALL.len() + noun.min(MOST_NOUNS) - 1,
        };
        let home = std::mem::replace(&mut self.homes[place], depth);
        if home != 0 && home != depth {
            pay(Departure::OtherDepth, 0);
        }
    }

    fn child(&self, item: &Item, pay: &mut impl FnMut(Departure, u32)) {
        let Some((parent, above)) = self.open().split_last() else {
            return;
        };
        let kind = Kind::of(item);
        if let Some(departure) = parent.child_departure(kind) {
            let same_style = departure == Departure::SameStyleChild;
            let alike = parent.last_short_form == item.short_form;
            let again = same_style && parent.parent_of_same_style && !alike;
            pay(
                if again {
                    Departure::SameStyleChildAgain
                } else {
                    departure
                },
                0,
            );
            if same_style && alike {
                pay(Departure::LookalikeChild, 0);
            }
        }
        let first = item.ordinal_after(0, None);
        if first > 1 && first == parent.next() {
            pay(Departure::FitsParent, 0);
        }
        let under_ancestor = above.iter().filter_map(|list| list.kind);
        if under_ancestor
            .into_iter()
            .any(|ancestor| ancestor.is_same_level(kind))
        {
            pay(Departure::AncestorStyleChild, 0);
        }
        let childless = parent.count > 1 && !parent.parent_of_lists;
        let kept = parent.promised > 0 && parent.count == parent.promised;
        let descends = parent.last_kind.and_then(|kind| kind.rank).is_some() && kind.rank.is_some();
        let led_in = item.lead_in == LeadIn::Announced;
        if (childless || kept) && !descends && !led_in && item.paragraphs_before > 1 {
            pay(Departure::LateChild, 0);
        }
    }
}

/// What it costs to take an item for words; a first item in mid-line is nothing until others follow.
fn skipped(item: &Item) -> Option<Departure> {
    let kind = Kind::of(item);
    let opens = kind.style == Style::Sequence && item.marker.ordinal == 1;
    let departure = if item.glued {
        return (item.marker.ordinal > 1).then_some(Departure::GluedSkipped);
    } else if item.certain {
        Departure::ItemSkipped
    } else if kind.style == Style::OrdinalUnit || opens {
        Departure::WordSkipped
    } else if kind.style == Style::Sequence {
        Departure::NextWordSkipped
    } else if kind.rank.is_some() {
        Departure::HeadingSkipped
    } else {
        Departure::ItemSkipped
    };
    Some(departure)
}

fn fresh(before: OpenList, item: &Item, lost_parent: bool, pay: &mut impl FnMut(Departure, u32)) {
    let kind = Kind::of(item);
    let same = before.kind.is_some_and(|list| list.is_same_level(kind));
    let departure = match (same, item.lead_in) {
        (true, LeadIn::None | LeadIn::Body) if lost_parent => Departure::LostHeadingRestart,
        (true, LeadIn::None) => Departure::BareRestart,
        (true, LeadIn::Body) => Departure::RestartAfterBody,
        (true, LeadIn::Announced) => Departure::RestartAfterLeadIn,
        (false, LeadIn::None) => Departure::OtherListBare,
        (false, LeadIn::Body) => Departure::OtherListAfterBody,
        (false, LeadIn::Announced) => Departure::OtherListAfterLeadIn,
    };
    pay(departure, before.last + 1);
    if item.lead_in == LeadIn::Announced {
        return;
    }
    match before.kind.and_then(|list| list.rank).zip(kind.rank) {
        Some((before, now)) if now < before => pay(Departure::HigherListAfterLower, 0),
        Some((before, now)) if now > before => pay(Departure::LowerListAfterHigher, 0),
        _ => {}
    }
}
