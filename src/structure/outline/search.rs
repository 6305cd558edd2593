//! In: the markers of a speech. Out: the cheapest way of placing them all. A beam over the open lists:
//! states that cannot be told apart are merged, dear ones dropped; the beam equals brute force on short
//! sequences (tested) and stays linear on long ones.

use std::collections::HashSet;

use super::Item;
use super::tree::{Placing, Stack};

/// States kept after each marker.
const BEAM: usize = 64;
/// States kept where a text has so many markers that no reader would follow them.
const NARROW_BEAM: usize = 6;
/// Markers from which the beam is narrow.
const NARROW_FROM: usize = 2_000;
/// A state that costs so much more than the best is dropped.
const MARGIN: u32 = 60;

#[derive(Clone, Copy)]
struct State {
    stack: Stack,
    price: u32,
    /// Index of the last step in the trail.
    step: usize,
}

struct Step {
    placing: Placing,
    before: usize,
}

/// The cheapest placing of every marker, in order.
pub(super) fn cheapest(items: &[Item]) -> Vec<Placing> {
    let width = if items.len() < NARROW_FROM { BEAM } else { NARROW_BEAM };
    let mut trail: Vec<Step> = Vec::with_capacity(items.len() * 8);
    let mut states = vec![State {
        stack: Stack::default(),
        price: 0,
        step: usize::MAX,
    }];
    for item in items {
        let mut next = Vec::with_capacity(states.len() * 8);
        for state in &states {
            for placing in state.stack.placings(item) {
                let mut price = state.price;
                let stack =
                    state.stack.place(item, placing, &mut |departure, _| price += departure.cost().price);
                next.push((State { stack, price, step: state.step }, placing));
            }
        }
        states = kept(next, width, &mut trail);
    }
    let best = states.into_iter().min_by_key(|state| {
        let mut price = state.price;
        state.stack.end(&mut |departure, _| price += departure.cost().price);
        price
    });
    trace(&trail, best.map_or(usize::MAX, |state| state.step))
}

fn kept(mut next: Vec<(State, Placing)>, width: usize, trail: &mut Vec<Step>) -> Vec<State> {
    next.sort_by_key(|(state, _)| state.price);
    let limit = next.first().map_or(0, |(state, _)| state.price) + MARGIN;
    let mut seen = HashSet::new();
    let mut states = Vec::with_capacity(width);
    for (mut state, placing) in next {
        if states.len() == width || state.price > limit {
            break;
        }
        if seen.insert(state.stack) {
            trail.push(Step { placing, before: state.step });
            state.step = trail.len() - 1;
            states.push(state);
        }
    }
    states
}

fn trace(trail: &[Step], last: usize) -> Vec<Placing> {
    let mut placings = Vec::new();
    let mut at = last;
    while let Some(step) = trail.get(at) {
        placings.push(step.placing);
        at = step.before;
    }
    placings.reverse();
    placings
}
