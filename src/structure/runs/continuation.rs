//! In: a marker at the start of a clause, with the runs that are open. Out: the run that it goes on in, if any: of its
//! own style first, then of one that writers mix with it.

use crate::structure::marker::{Marker, Style};
use crate::structure::sentences::{CLAUSE_ENDS, SENTENCE_ENDS};

/// Markers ahead that are looked at, at most: a bound on work as well.
const FORESIGHT: usize = 24;

/// A number further ahead of the last one than this does not go on from it: ⒆ after (4) refers to a note.
const FURTHEST_SKIP: u32 = 4;

/// Bytes from an item in other words to a 最后 that still belongs to its run, at most.
const FURTHEST_WORD: usize = 1_200;

/// The open run that a marker is the next item of: the innermost of its own style, else the innermost
/// whose number it follows in another style of speech.
pub(super) fn continued(
    folded: &str,
    open: &[Vec<Marker>],
    marker: &Marker,
    after: &[Marker],
) -> Option<usize> {
    let follows = |run: &Vec<Marker>| {
        run.last().is_some_and(|last| {
            let next = marker.takes_next(Some(last.style));
            next && (marker.ordinal > 1 || run.len() > 1) || marker.ordinal == last.ordinal + 1
        })
    };
    let same = |run: &Vec<Marker>| {
        run.last()
            .is_some_and(|last| last.style.is_sibling_of(marker.style))
    };
    // A sign inside a clause may refer to a note: it goes on counting or it is no item.
    let before = folded[..marker.span.start].chars().next_back();
    let inside_clause = before
        .is_some_and(|before| !before.is_whitespace() && !CLAUSE_ENDS.contains(&before))
        && is_figure_sign(marker.span.slice(folded));
    let mixed = |run: &Vec<Marker>| {
        run.last().is_some_and(|last| {
            let may_mix = may_mix(last.style, marker.style) && !inside_clause;
            may_mix && !is_word_between(last, marker, after) || is_slip(last, marker)
        })
    };
    open.iter()
        .rposition(|run| same(run) && follows(run))
        .or_else(|| repeated(folded, open, marker))
        .or_else(|| open.iter().rposition(|run| mixed(run) && follows(run)))
        .or_else(|| {
            let skips = |run: &Vec<Marker>| {
                let ahead = run
                    .last()
                    .map_or(0, |last| marker.ordinal.saturating_sub(last.ordinal));
                same(run) && !inside_clause && (1..=FURTHEST_SKIP).contains(&ahead)
            };
            open.iter().rposition(skips)
        })
}

/// The open run whose turn a marker names again: 第一组…；第二组…；第一组…, with no second group after it; where
/// the turn before it was named again too, all are gone through once more.
pub(super) fn turned_back(
    folded: &str,
    open: &[Vec<Marker>],
    marker: &Marker,
    unplaced: Option<&Marker>,
    after: &[Marker],
) -> Option<usize> {
    Marker::read_turn(&folded[marker.span.start..], marker.span.start)?;
    let same = |other: &Marker| other.style == marker.style;
    let goes_on = after
        .iter()
        .take(FORESIGHT)
        .any(|next| same(next) && next.ordinal == marker.ordinal + 1);
    let goes_through =
        unplaced.is_some_and(|before| same(before) && before.ordinal + 1 == marker.ordinal);
    let stops = folded[..marker.span.start].ends_with(SENTENCE_ENDS);
    let at = open
        .iter()
        .rposition(|run| run.len() > 1 && run.iter().all(same))?;
    (stops && !goes_on && !goes_through).then_some(at)
}

/// The innermost open run whose last number a marker states once more at the start of a sentence.
fn repeated(folded: &str, open: &[Vec<Marker>], marker: &Marker) -> Option<usize> {
    let is_last = |run: &Vec<Marker>| {
        run.last()
            .is_some_and(|last| last.style == marker.style && last.ordinal == marker.ordinal)
    };
    let set_off = folded[..marker.span.start].ends_with(SENTENCE_ENDS);
    let may_repeat = set_off && marker.ordinal > 1 && marker.style != Style::OrdinalUnit;
    may_repeat.then(|| open.iter().rposition(is_last))?
}

/// ① and ⑴ begin an item wherever they stand.
fn is_figure_sign(mark: &str) -> bool {
    mark.starts_with(|sign| matches!(sign, '①'..='⒇'))
}

/// Whether 其次 or 最后 is a word of the item that it stands in: the run states the same number itself further on,
/// or is long past, or counts 一是、二是.
fn is_word_between(last: &Marker, marker: &Marker, after: &[Marker]) -> bool {
    if marker.style != Style::Sequence || last.style == Style::Sequence {
        return false;
    }
    let goes_on_loosely = marker.ordinal > 1 && last.style != Style::Ordinal;
    let stated = after
        .iter()
        .take(FORESIGHT)
        .any(|next| next.style == last.style && next.ordinal == last.ordinal + 1);
    goes_on_loosely || stated || marker.span.start - last.span.end > FURTHEST_WORD
}

/// 三、是 after 一是、二是.
fn is_slip(last: &Marker, marker: &Marker) -> bool {
    marker.malformed
        && marker.style == Style::HanComma
        && matches!(last.style, Style::HanIs | Style::HanMust)
}

/// Styles that writers mix in one enumeration.
fn may_mix(one: Style, other: Style) -> bool {
    let words = |style: Style| {
        matches!(
            style,
            Style::HanIs | Style::HanMust | Style::Sequence | Style::Ordinal | Style::Among
        )
    };
    let figures = |style: Style| matches!(style.rank(), Some(3..=5));
    words(one) && (words(other) || figures(other)) || figures(one) && figures(other)
}
