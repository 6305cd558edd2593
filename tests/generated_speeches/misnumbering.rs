//! In: a well-formed speech. Out: a copy whose list, run or promise counts wrongly: skipped, repeated, backwards, in
//! another style, or another number than was promised.

use super::faults::{Fault, Planted, pick_list, planted};
use super::marks::Style;
use super::paragraphs::number;
use super::random::Random;
use super::speech::Speech;

use Fault as F;

pub(super) fn misnumber(fault: Fault, speech: &Speech, random: &mut Random) -> Option<Planted> {
    let (fewest, first) = match fault {
        F::Skip => (2, 1),
        F::Repeat | F::Swap => (3, 2),
        _ => (4, 3),
    };
    let list = pick_list(speech, random, fewest, |list| list.style != Style::Sequence)?;
    let at = random.between(first, list.items.len() - 1);
    let ordinal = u32::try_from(at + 1).expect("lists are short");
    let back = u32::try_from(random.between(2, at.max(3) - 1)).expect("lists are short");
    let place = format!("{:?} item {} of {}", list.style, at + 1, list.items.len());
    Some(planted(speech, list.items[at], place, |lines| {
        let mut set = |item: usize, ordinal: u32| {
            if let Some(mark) = &mut lines[list.items[item]].mark {
                mark.ordinal = ordinal;
            }
        };
        if fault == F::Swap {
            set(at - 1, ordinal);
            set(at, ordinal - 1);
            return;
        }
        let shift = |ordinal: u32| {
            if fault == F::Skip {
                ordinal + 1
            } else {
                ordinal - 1
            }
        };
        for item in at..list.items.len() {
            set(
                item,
                shift(u32::try_from(item + 1).expect("lists are short")),
            );
        }
        if fault == F::StepBack {
            set(at, back);
        }
    }))
}

/// Skips or repeats a number inside a paragraph, from the third item on; 首先 and 最后 have none.
pub(super) fn misnumber_run(fault: Fault, speech: &Speech, random: &mut Random) -> Option<Planted> {
    let runs: Vec<(usize, usize)> = (0..speech.lines.len())
        .flat_map(|at| (0..speech.lines[at].run_marks.len()).map(move |run| (at, run)))
        .filter(|&(at, run)| {
            let marks = &speech.lines[at].run_marks[run];
            marks.len() > 3 && marks[0].1.style != Style::Sequence
        })
        .collect();
    let (at, run) = (!runs.is_empty()).then(|| random.pick(&runs))?;
    let marks = &speech.lines[at].run_marks[run];
    let from = random.between(2, marks.len() - 1);
    let place = format!(
        "{:?} item {} of {}",
        marks[0].1.style,
        from + 1,
        marks.len()
    );
    Some(planted(speech, at, place, |lines| {
        for (place, mark) in marks[from..].iter().rev() {
            let mut wrong = mark.clone();
            wrong.ordinal = if fault == F::RunSkip {
                mark.ordinal + 1
            } else {
                mark.ordinal - 1
            };
            let right = *place..place + mark.write().len();
            lines[at].words.replace_range(right, &wrong.write());
        }
    }))
}

pub(super) fn style_change(speech: &Speech, random: &mut Random) -> Option<Planted> {
    let list = pick_list(speech, random, 3, |list| !list.other_styles().is_empty())?;
    let at = random.between(1, list.items.len() - 1);
    let style = random.pick(&list.other_styles());
    let place = format!(
        "{:?} among {:?}, item {} of {}",
        style,
        list.style,
        at + 1,
        list.items.len()
    );
    Some(planted(speech, list.items[at], place, |lines| {
        if let Some(mark) = &mut lines[list.items[at]].mark {
            mark.style = style;
        }
    }))
}

pub(super) fn wrong_count(speech: &Speech, random: &mut Random, of_run: bool) -> Option<Planted> {
    let lines = speech.lines.iter().enumerate();
    let promises: Vec<(usize, usize)> = lines
        .flat_map(|(at, line)| {
            line.promises
                .iter()
                .enumerate()
                .map(move |(nth, promise)| (at, nth, promise))
        })
        .filter(|(_, _, promise)| promise.run == of_run && promise.declared.is_some())
        .map(|(at, nth, _)| (at, nth))
        .collect();
    let (at, nth) = (!promises.is_empty()).then(|| random.pick(&promises))?;
    let promise = speech.lines[at].promises[nth].clone();
    let true_count = promise.declared?;
    let wrong = if true_count > 2 && random.chance(50) {
        true_count - 1
    } else {
        true_count + 1
    };
    let place = format!("in {:?}", speech.lines[at].role);
    Some(planted(speech, at, place, |lines| {
        let digits = lines[at].words[promise.number.clone()].is_ascii();
        lines[at]
            .words
            .replace_range(promise.number, &number(wrong, digits));
    }))
}
