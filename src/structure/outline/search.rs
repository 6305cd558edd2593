//! In: the markers of a speech. Out: the cheapest way of placing them all.
//!
//! States that cannot be told apart are merged, so that the search grows with the number of markers and
//! not with the number of trees. A narrow beam gives a price that the best tree cannot exceed; wider ones
//! look for a cheaper one only, until one has dropped nothing that could be. It equals brute force on short
//! sequences (tested).

use rustc_hash::FxHashSet;

use super::Item;
use super::costs::Departure;
use super::tree::{Placing, Stack};

/// States kept after each marker in the first passes: most outlines are well built, and for them a few are enough.
const NARROW: [usize; 2] = [2, 12];
/// States kept in the last pass, for all markers together.
const WORK: usize = 24_000;
/// States kept after each marker in the last pass, at least and at most.
const WIDTHS: (usize, usize) = (12, 2_048);
/// Up to so many markers the last pass drops next to nothing: with the prices of the table it keeps some thousand states
/// at most, with prices at random up to this many (20 000 sequences).
const SHORT: usize = 9;
const SHORT_WIDTH: usize = 32_768;

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

/// The cheapest placing of every marker, in order, where departures have these prices.
pub(super) fn cheapest(
    items: &[Item],
    breaks_off: bool,
    price_of: &impl Fn(Departure) -> u32,
) -> Vec<Placing> {
    let end_price = |state: &State| {
        let mut price = state.price;
        if !breaks_off {
            state
                .stack
                .end(&mut |departure, _| price += price_of(departure));
        }
        price
    };
    let widest = if items.len() <= SHORT {
        SHORT_WIDTH
    } else {
        (WORK / items.len()).clamp(WIDTHS.0, WIDTHS.1)
    };
    let mut best = Tree {
        placings: Vec::new(),
        price: u32::MAX,
        is_cheapest: false,
    };
    for width in NARROW.into_iter().chain([widest]) {
        let tree = beam(items, width, best.price, price_of, &end_price);
        let is_cheapest = tree.is_cheapest;
        if tree.price < best.price {
            best = tree;
        }
        if is_cheapest {
            break;
        }
    }
    best.placings
}

/// A tree that a beam has found.
struct Tree {
    placings: Vec<Placing>,
    price: u32,
    /// Whether nothing was dropped but what is no cheaper than the limit: no other tree is.
    is_cheapest: bool,
}

/// The cheapest tree that a beam of this width finds; only what is cheaper than `limit` is looked at.
fn beam(
    items: &[Item],
    width: usize,
    limit: u32,
    price_of: &impl Fn(Departure) -> u32,
    end_price: &impl Fn(&State) -> u32,
) -> Tree {
    let mut kept = Kept {
        width,
        states: vec![State {
            stack: Stack::default(),
            price: 0,
            step: usize::MAX,
        }],
        trail: Vec::with_capacity(items.len() * 4),
        order: Vec::new(),
        is_cheapest: true,
    };
    let mut next = Vec::new();
    for item in items {
        next.clear();
        for state in &kept.states {
            for placing in state.stack.placings(item) {
                let mut price = state.price;
                let stack = state.stack.place(item, placing, &mut |departure, _| {
                    price += price_of(departure);
                });
                if price < limit {
                    next.push((
                        State {
                            stack,
                            price,
                            step: state.step,
                        },
                        placing,
                    ));
                }
            }
        }
        kept.replace(&next);
    }
    let ends = kept.states.iter();
    let last = ends.map(|state| (end_price(state), state.step)).min();
    let (price, step) = last.unwrap_or((u32::MAX, usize::MAX));
    Tree {
        placings: trace(&kept.trail, step),
        price,
        is_cheapest: kept.is_cheapest,
    }
}

/// The states after a marker, the cheapest first, and the steps that led to them.
struct Kept {
    width: usize,
    states: Vec<State>,
    trail: Vec<Step>,
    /// Prices and places of the candidates, kept for its memory.
    order: Vec<(u32, usize)>,
    /// Whether no state was ever left out for want of width.
    is_cheapest: bool,
}

impl Kept {
    /// Keeps the cheapest candidates that can be told apart. States are large, so their places are sorted and
    /// only those that are kept are moved.
    fn replace(&mut self, candidates: &[(State, Placing)]) {
        self.order.clear();
        let prices = candidates.iter().map(|(state, _)| state.price);
        self.order.extend(prices.zip(0..));
        self.order.sort_unstable();
        self.states.clear();
        let mut seen = FxHashSet::default();
        for &(_, at) in &self.order {
            let (state, placing) = &candidates[at];
            if seen.contains(&state.stack) {
                continue;
            }
            if self.states.len() == self.width {
                self.is_cheapest = false;
                break;
            }
            seen.insert(&state.stack);
            self.trail.push(Step {
                placing: *placing,
                before: state.step,
            });
            self.states.push(State {
                step: self.trail.len() - 1,
                ..*state
            });
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::structure::marker::Marker;
    use crate::structure::outline::LeadIn;
    use crate::structure::outline::costs::COSTS;
    use proptest::prelude::*;

    fn item() -> impl Strategy<Value = Item> {
        let forms = prop::sample::select(vec![
            "{}、",
            "（{}）",
            "{}是",
            "{}要",
            "第{}，",
            "首先",
            "最后，",
            "1.",
            "2.",
            "3.",
            "4.",
            "（1）",
            "（2）",
            "①",
            "②",
        ]);
        let lead_ins = prop::sample::select(vec![LeadIn::None, LeadIn::Body, LeadIn::Announced]);
        let promised = prop::sample::select(vec![None, None, Some(2), Some(3)]);
        (forms, 0..4_usize, lead_ins, promised, any::<bool>()).prop_map(
            |(form, ordinal, lead_in, promised, short_form)| {
                let text = form.replace("{}", ["一", "二", "三", "四"][ordinal]) + "好";
                let marker = Marker::read(&text, 0).expect("every form is a marker");
                Item {
                    rank: marker.style.rank(),
                    noun: 0,
                    marker,
                    line: 0,
                    lead_in,
                    paragraphs_before: usize::from(lead_in != LeadIn::None) * 2,
                    promised,
                    short_form,
                    merged: Vec::new(),
                    glued: false,
                    certain: false,
                }
            },
        )
    }

    fn price(items: &[Item], placings: &[Placing], price_of: &impl Fn(Departure) -> u32) -> u32 {
        let mut price = 0;
        let mut stack = Stack::default();
        for (item, &placing) in items.iter().zip(placings) {
            stack = stack.place(item, placing, &mut |departure, _| {
                price += price_of(departure);
            });
        }
        stack.end(&mut |departure, _| price += price_of(departure));
        price
    }

    /// The least price of all placings, or `limit` where none is below it.
    fn least(
        stack: &Stack,
        items: &[Item],
        paid: u32,
        limit: u32,
        price_of: &impl Fn(Departure) -> u32,
    ) -> u32 {
        let Some((item, rest)) = items.split_first() else {
            let mut price = paid;
            stack.end(&mut |departure, _| price += price_of(departure));
            return price.min(limit);
        };
        let mut limit = limit;
        for placing in stack.placings(item) {
            let mut price = paid;
            let next = stack.place(item, placing, &mut |departure, _| {
                price += price_of(departure);
            });
            if price < limit {
                limit = least(&next, rest, price, limit, price_of);
            }
        }
        limit
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]
        #[test]
        fn the_beam_equals_brute_force(
            items in prop::collection::vec(item(), 1..=9),
            prices in prop::collection::vec(1..30_u32, COSTS.len()),
        ) {
            for price_of in [&|departure: Departure| departure.cost().price, &|departure| prices[departure as usize]] as [&dyn Fn(Departure) -> u32; 2] {
                let found = price(&items, &cheapest(&items, false, &price_of), &price_of);
                prop_assert_eq!(least(&Stack::default(), &items, 0, found, &price_of), found);
            }
        }
    }
}
