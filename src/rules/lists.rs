//! In: the outline of a speech, which is flat. Out: its lists, each with its items in order, and what
//! departs in them. Read once a speech, so that rules stay linear in the length of the text.

use std::collections::HashMap;

use crate::structure::marker::Marker;
use crate::structure::outline::Deviation;
use crate::structure::{Section, Speech};

/// Items up to which a list is repaired: nobody renumbers a longer one unseen, and each of its findings
/// would carry an edit for every item.
const LONGEST_REPAIRED: usize = 300;

/// The lists of a speech.
pub(super) struct Lists<'r> {
    speech: &'r Speech,
    items: Vec<Vec<usize>>,
    /// Of every section, the index of its list in `items`.
    list_of: Vec<usize>,
    /// Of every section, its place in its list, from 1; items inside lines count.
    places: Vec<u32>,
}

impl<'r> Lists<'r> {
    pub(super) fn of(speech: &'r Speech) -> Self {
        let mut index = HashMap::new();
        let mut items: Vec<Vec<usize>> = Vec::new();
        let mut counts: Vec<u32> = Vec::new();
        let mut list_of = Vec::with_capacity(speech.sections.len());
        let mut places = Vec::with_capacity(speech.sections.len());
        for (at, section) in speech.sections.iter().enumerate() {
            let list = *index.entry(section.list).or_insert(items.len());
            if list == items.len() {
                items.push(Vec::new());
                counts.push(0);
            }
            items[list].push(at);
            list_of.push(list);
            counts[list] += u32::from(section.first_glued.is_some());
            places.push(counts[list] + 1);
            counts[list] += 1 + u32::try_from(section.merged.len()).unwrap_or(0);
        }
        Self {
            speech,
            items,
            list_of,
            places,
        }
    }

    /// Every list as the indices of its items, in order of their first items.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[usize]> {
        self.items.iter().map(Vec::as_slice)
    }

    /// The list that a section is an item of.
    pub(super) fn list_of(&self, at: usize) -> &[usize] {
        self.list_of.get(at).map_or(&[], |&list| &self.items[list])
    }

    /// The markers of a list, those inside the lines of its items included.
    pub(super) fn markers<'l>(
        &self,
        list: &'l [usize],
    ) -> impl Iterator<Item = &'r Marker> + use<'l, 'r> {
        let speech = self.speech;
        list.iter()
            .flat_map(move |&at| speech.sections[at].markers())
    }

    /// The markers of the list of a section, where it is short enough to be repaired.
    pub(super) fn repairable(&self, at: usize) -> Vec<&'r Marker> {
        let list = self.list_of(at);
        if list.len() > LONGEST_REPAIRED {
            Vec::new()
        } else {
            self.markers(list).collect()
        }
    }

    /// Whether an item has the number of its place in its list: where it departs all the same, an item
    /// before it is wrong and has been named.
    pub(super) fn is_in_place(&self, at: usize) -> bool {
        let section = self.speech.sections.get(at).zip(self.places.get(at));
        section.is_some_and(|(section, &place)| section.marker.ordinal == place)
    }
}

/// The places of a speech that a rule of this code reports, in order.
pub(super) fn departures<'r>(
    speech: &'r Speech,
    code: &'static str,
) -> impl Iterator<Item = (Deviation, &'r Section)> {
    let of_code = speech
        .deviations
        .iter()
        .filter(move |d| d.departure.cost().code == Some(code));
    of_code.filter_map(|&deviation| Some((deviation, speech.sections.get(deviation.section)?)))
}
