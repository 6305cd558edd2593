//! In: the open lists and the next marker. Out: the open lists after each way of placing it, and what
//! each way departs in. Nothing here compares ways; that is the search's work.

use super::costs::Departure;
use super::{Item, LeadIn};
use crate::structure::marker::{Marker, Style};

/// Lists within lists, at most.
pub(super) const DEEPEST: usize = 7;

/// A list that may still go on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct OpenList {
    /// The style of its first item; `None` for a list whose headings are all lost so far.
    pub style: Option<Style>,
    /// The style of its last item.
    last_style: Option<Style>,
    /// Whether its last item has the form of a heading.
    last_short_form: bool,
    /// The ordinal that its next item goes on from.
    last: u32,
    /// The same, if an item that starts inside the last item's line counts too.
    last_inside: u32,
    count: u32,
    promised: u32,
    short_form: bool,
    same_style_as_parent: bool,
    parent_of_lists: bool,
    parent_of_same_style: bool,
}

/// The open lists, the outermost first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Stack {
    lists: [OpenList; DEEPEST],
    depth: usize,
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
        let lost = depth == 0 && item.marker.style.rank().is_some_and(|rank| rank > 1);
        let known = self.lists.map(|list| list.style.is_some());
        let below_lost = self.lists[1].style.and_then(Style::rank);
        let rank = item.marker.style.rank();
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

    /// The open lists after placing a marker; `pay` is told of each departure, with the ordinal that was
    /// expected instead where there is one.
    pub(super) fn place(
        mut self,
        item: &Item,
        placing: Placing,
        pay: &mut impl FnMut(Departure, u32),
    ) -> Self {
        match placing {
            Placing::Skip => pay(skipped(item.marker.style), 0),
            Placing::Continue(at) => {
                self.end_lists(at + 1, true, pay);
                self.lists[at].take_next(item, pay);
            }
            Placing::Fresh(at) => {
                let before = self.lists[at];
                let lost_parent = at > 0 && self.lists[at - 1].style.is_none();
                self.end_lists(at, true, pay);
                fresh(before, item, lost_parent, pay);
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
        self
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
        if item.ordinal_after(0) != 1 {
            pay(Departure::StartAboveOne, 1);
        }
        let parent = self.open().last().copied();
        let same_style_as_parent = parent
            .and_then(|parent| parent.last_style)
            .is_some_and(|style| is_same_level(style, item.marker.style));
        if let Some(at) = self.depth.checked_sub(1) {
            self.lists[at].parent_of_lists = true;
            self.lists[at].parent_of_same_style |= same_style_as_parent;
        }
        self.lists[self.depth] = OpenList {
            style: Some(item.marker.style),
            last_style: Some(item.marker.style),
            last_short_form: item.short_form,
            last: item.ordinal_after(0),
            last_inside: item.last_inside(0),
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

    fn child(&self, item: &Item, pay: &mut impl FnMut(Departure, u32)) {
        let Some((parent, above)) = self.open().split_last() else {
            return;
        };
        let style = item.marker.style;
        if let Some(parent_style) = parent.last_style
            && let Some(departure) = child_departure(parent_style, style)
        {
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
        let under_ancestor = above.iter().filter_map(|list| list.style);
        if under_ancestor
            .into_iter()
            .any(|ancestor| is_same_level(ancestor, style))
        {
            pay(Departure::AncestorStyleChild, 0);
        }
        let childless = parent.count > 1 && !parent.parent_of_lists;
        let kept = parent.promised > 0 && parent.count == parent.promised;
        let descends = parent.last_style.and_then(Style::rank).is_some() && style.rank().is_some();
        if (childless || kept) && !descends && item.paragraphs_before > 1 {
            pay(Departure::LateChild, 0);
        }
    }
}

impl OpenList {
    fn take_next(&mut self, item: &Item, pay: &mut impl FnMut(Departure, u32)) {
        let marker = &item.marker;
        match self.style {
            None => {
                self.style = Some(marker.style);
                let first = item.ordinal_after(0) == 1;
                let departure = if first {
                    Departure::LostParentWithFirst
                } else {
                    Departure::StartAboveOne
                };
                pay(departure, 1);
            }
            Some(style) => {
                let before = self.last_style.unwrap_or(style);
                if let Some(departure) = sibling_departure(style, marker)
                    && sibling_departure(before, marker).is_some()
                {
                    pay(departure, 0);
                }
                self.compare_ordinals(item, pay);
            }
        }
        let ordinal = item.ordinal_after(self.last);
        if self.promised > 0 && ordinal > self.promised {
            pay(Departure::BeyondPromise, 0);
        }
        if self.short_form != item.short_form {
            pay(Departure::OtherForm, 0);
        }
        self.last_style = Some(marker.style);
        self.last_short_form = item.short_form;
        self.last = ordinal.max(self.last);
        self.last_inside = item.last_inside(self.last);
        self.count += 1;
    }

    fn compare_ordinals(&self, item: &Item, pay: &mut impl FnMut(Departure, u32)) {
        let ordinal = item.ordinal_after(self.last);
        let expected = self.last + 1;
        if ordinal == expected || ordinal == self.last_inside + 1 {
        } else if ordinal > expected {
            pay(Departure::Gap, expected);
        } else if ordinal == self.last {
            pay(Departure::Repeat, expected);
        } else {
            pay(Departure::StepBack, expected);
        }
    }

    fn end(&self, pay: &mut impl FnMut(Departure, u32)) {
        let Some(style) = self.style else {
            pay(Departure::LostParentWithFirst, 0);
            return;
        };
        let count = self.count.max(self.last_inside.min(self.last + 1));
        if count == 1 {
            pay(
                if style.is_word() {
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

fn skipped(style: Style) -> Departure {
    if style.is_word() {
        Departure::WordSkipped
    } else if style.rank().is_some() {
        Departure::HeadingSkipped
    } else {
        Departure::ItemSkipped
    }
}

/// Whether two styles claim the same level; unranked ones only against themselves, 一是 and 一要 being
/// one.
fn is_same_level(one: Style, other: Style) -> bool {
    match (one.rank(), other.rank()) {
        (Some(one), Some(other)) => one == other,
        (None, None) => one == other || is_han_word(one) && is_han_word(other),
        _ => false,
    }
}

fn is_han_word(style: Style) -> bool {
    matches!(style, Style::HanIs | Style::HanMust)
}

fn sibling_departure(list: Style, marker: &Marker) -> Option<Departure> {
    let style = marker.style;
    // 首先、其次、第三 is idiom; with 、 after it, 第三、 is the mark of another list.
    if style.is_sibling_of(list)
        || list == Style::Sequence && style == Style::Ordinal && marker.separator != Some('、')
        || list == Style::Ordinal && style == Style::Sequence && marker.ordinal == 0
    {
        None
    } else if marker.malformed && is_han_word(list) {
        Some(Departure::MalformedItem)
    } else if list.rank().is_some() && style.rank().is_some() {
        Some(Departure::RankMix)
    } else if list.rank().is_some() || style.rank().is_some() {
        Some(Departure::WordAmongRanked)
    } else {
        Some(Departure::StyleMix)
    }
}

fn child_departure(parent: Style, child: Style) -> Option<Departure> {
    match (parent.rank(), child.rank()) {
        _ if is_same_level(parent, child) => Some(Departure::SameStyleChild),
        (Some(parent), Some(child)) => (child < parent).then_some(Departure::HigherStyleChild),
        (None, Some(child)) => (child < 3).then_some(Departure::HighStyleUnderWord),
        (None, None) => Some(Departure::MixedWordsChild),
        (Some(_), None) => None,
    }
}

fn fresh(before: OpenList, item: &Item, lost_parent: bool, pay: &mut impl FnMut(Departure, u32)) {
    let style = item.marker.style;
    let same = before.style.is_some_and(|list| is_same_level(list, style));
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
    match before.style.and_then(Style::rank).zip(style.rank()) {
        Some((before, now)) if now < before => pay(Departure::HigherListAfterLower, 0),
        Some((before, now)) if now > before => pay(Departure::LowerListAfterHigher, 0),
        _ => {}
    }
}
