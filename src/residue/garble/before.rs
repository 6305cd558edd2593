//! In: a place, and what was found before it. Out: the few characters before it, as they read and as they are
//! shown: they speak for one reading or another.

use super::Garble;
use super::language::Context;
use super::likelihood::{Likelihood, State};
use super::search::Before;
use super::shown;

/// How many characters before a place speak for one reading or another.
const BEFORE: usize = 5;

/// What is before a place, as it reads and as it is shown; what was found before it is read as found.
pub fn before(text: &str, found: &[Garble], start: usize, likelihood: &Likelihood) -> Before {
    let mut characters = Vec::with_capacity(BEFORE + 1);
    let mut places = found.iter().rev().peekable();
    let mut at = start;
    while characters.len() < BEFORE {
        if let Some(place) = places.next_if(|place| place.span.end == at)
            && let Some(reading) = place.readings.first()
        {
            characters.extend(reading.chars().rev().take(BEFORE));
            at = place.span.start;
            continue;
        }
        at = shown::before_notes(text, at);
        let Some(character) = text[..at].chars().next_back() else {
            break;
        };
        if character == '\n' {
            break;
        }
        characters.push(character);
        at -= character.len_utf8();
    }
    let is_line_start = characters.len() < BEFORE;
    let mut before = Before {
        state: State::START,
        shown: Context::START,
    };
    if !is_line_start {
        characters.truncate(BEFORE);
    }
    for &character in characters.iter().rev() {
        before.state = likelihood.step(before.state, character).1;
        before.shown = likelihood.step_in_model(before.shown, character).1;
    }
    before
}
