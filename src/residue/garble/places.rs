//! In: a text. Out: where the damage may have begun, searched, judged and listed. A place needs an
//! unmistakable sign before it is searched, and a reading that is far less surprising than what is shown
//! before it is listed: rarity alone is no evidence, for names and terms are rare.

use super::Garble;
use super::before::before;
use super::evidence::{Evidence, evidence, is_letter};
use super::language::sixteenths;
use super::likelihood::{BIT, Bits, Likelihood};
use super::lines::Remembered;
use super::pieces::pieces;
use super::roots::{note_roots, sign_roots, silent_roots};
use super::search::{Before, Candidate, Outcome, Root, Search};
use super::shown::{self, Shown};
use super::signs::sign_of;
use crate::residue::syllables;
use crate::text::Span;

/// A text of more places than this, or that takes more trying, is garbled as a whole; what follows is left to
/// the reader.
pub(super) const PLACES: usize = 2_000;
pub(super) const EFFORT: usize = 400_000;
/// A reading gains so many bits at least, or there is no finding.
const GAIN: Bits = 2 * BIT;
/// The same in a text in which something is garbled for sure.
const GAIN_GARBLED: Bits = 0;
/// The same where no `?` or U+FFFD shows that a byte was lost.
const GAIN_UNMARKED: Bits = 8 * BIT;
/// A reading is certain where it is so many bits likelier than all others together.
pub const MARGIN: Bits = 9 * BIT;
/// Where the text shows no private character, pairs may have been dropped: a reading that was never tried may
/// be right, and the margin says so much less, and more for each character shown but the first few, behind which
/// one may be.
const DROPPED: Bits = BIT;
const DROPPED_MORE: Bits = 3 * BIT / 8;
const FEW: usize = 4;
/// A reading leads by so much more where the document has its words elsewhere.
const ATTESTED: Bits = 3 * BIT;
/// The same where the reading has a Latin letter that is not shown.
const GAIN_LATIN: Bits = 16 * BIT;
/// How many characters before one that nobody writes the damage may begin.
const REACH: usize = 40;
/// Readings that are offered.
const OFFERED: usize = 5;

/// Goes through a text and lists its garbled places.
pub(super) struct Finder<'t> {
    pub text: &'t str,
    pub pinyin: &'t [Span],
    /// Counted once there is a place to be judged.
    pub likelihood: Option<Likelihood>,
    /// Whether something in the text is garbled for sure.
    pub is_garbled: bool,
    pub found: Vec<Garble>,
    pub searched: usize,
    pub effort: usize,
    /// Where somebody remembers the lines: those of the text before and of this one.
    pub remembered: Option<Remembered>,
}

impl Finder<'_> {
    /// Goes through a line, in which `settled` is certain already.
    pub fn scan_line(&mut self, line: Span, settled: &[Garble]) {
        let bytes = self.text.as_bytes();
        let mut at = line.start;
        let mut settled = settled.iter().peekable();
        while let Some(&byte) = bytes.get(at).filter(|_| at < line.end) {
            while settled.next_if(|place| place.span.start < at).is_some() {}
            if let Some(place) = settled.next_if(|place| place.span.start == at) {
                at = place.span.end;
                self.found.push(place.clone());
                continue;
            }
            at = match byte {
                // The Chinese letters of ordinary texts.
                0xe4..=0xe9 => at + 3,
                b'?' | b'!' | b',' | b':' | b';' | b'.' | b'(' | b')' | 0xe2 | 0xee | 0xef => {
                    self.look(at)
                }
                _ => at + 1,
            };
        }
    }

    /// Looks at a place; gives where to go on.
    fn look(&mut self, at: usize) -> usize {
        let Some(character) = self.text.get(at..).and_then(|rest| rest.chars().next()) else {
            return at + 1;
        };
        let past = at + character.len_utf8();
        if let Some(end) = self.look_at_marks(at) {
            return end;
        }
        let found = self.found.len();
        let end = match (evidence(self.text, at, character), self.found.last()) {
            (None, _) => past,
            (Some((_, start)), Some(before)) if start < before.span.end => return past,
            (Some((known_by, start)), _) => self.judge(known_by, start, past),
        };
        if self.found.len() > found || !matches!(character, '?' | '\u{fffd}') {
            return end.max(past);
        }
        self.look_closer(at, past).unwrap_or(end).max(past)
    }

    /// How much likelier the first of some candidates is than all others, given how good what was given up
    /// may be.
    pub fn margin(&self, good: &[Candidate], span: Span, given_up: Option<Bits>) -> Bits {
        let Some(best) = good.first() else {
            return 0;
        };
        let reading = |one: &Candidate| up_to(self.text, one, span.end).map(|text| bare(&text));
        let own = reading(best);
        if !best.text.chars().any(is_letter) {
            return 0;
        }
        let weight = |gain: Bits| (f64::from(gain - best.gain) / f64::from(BIT)).exp2();
        let rivals = good.iter().filter(|one| reading(one) != own);
        let others: f64 = rivals.map(|one| weight(one.gain)).sum();
        let mut margin = sixteenths(others + given_up.map_or(0.0, weight) + 1e-6);
        let rival = good.iter().find(|one| reading(one) != own);
        if rival.is_some_and(|rival| self.is_attested(best, rival, span)) {
            margin += ATTESTED;
        }
        let drops = self
            .likelihood
            .as_ref()
            .is_some_and(|all| all.drops_private);
        if !drops {
            return margin;
        }
        let shown = span.slice(self.text).chars().count().saturating_sub(FEW);
        margin - DROPPED - DROPPED_MORE * Bits::try_from(shown).unwrap_or(Bits::MAX / DROPPED_MORE)
    }

    /// Whether the document has what one candidate reads where another differs, with a character on either side.
    fn is_attested(&self, best: &Candidate, rival: &Candidate, span: Span) -> bool {
        let (Some(own), Some(other)) = (
            up_to(self.text, best, span.end),
            up_to(self.text, rival, span.end),
        ) else {
            return false;
        };
        let mut read: Vec<char> = self.text[..span.start]
            .chars()
            .next_back()
            .into_iter()
            .collect();
        let from = read.len()
            + own
                .chars()
                .zip(other.chars())
                .take_while(|(a, b)| a == b)
                .count();
        let same_end = own
            .chars()
            .rev()
            .zip(other.chars().rev())
            .take_while(|(a, b)| a == b)
            .count();
        read.extend(own.chars());
        let to = read.len() - same_end.min(read.len() - from);
        read.extend(self.text[span.end..].chars().next());
        let around = from.saturating_sub(1)..(to + 1).min(read.len());
        let likelihood = self.likelihood.as_ref();
        around.len() > 2 && likelihood.is_some_and(|all| all.holds(&read[around]))
    }

    /// The texts of the best candidates for a stretch that ends at `end`.
    pub fn readings(&self, good: &[Candidate], end: usize) -> Vec<String> {
        let mut readings: Vec<String> = Vec::new();
        for text in good.iter().filter_map(|one| up_to(self.text, one, end)) {
            if !readings.contains(&text) && readings.len() < OFFERED {
                readings.push(text);
            }
        }
        readings
    }

    /// The likelihood of the text.
    pub fn likelihood(&mut self) -> &Likelihood {
        let (text, pinyin, remembered) = (self.text, self.pinyin, &mut self.remembered);
        self.likelihood.get_or_insert_with(|| {
            let likelihood = Likelihood::of(&pieces(text, pinyin, &[]));
            if let Some(remembered) = remembered {
                remembered.begin(&likelihood);
            }
            likelihood
        })
    }

    /// Searches a place and lists it where a reading is much better, or where nobody can have written it so.
    fn judge(&mut self, evidence: Evidence, start: usize, past: usize) -> usize {
        let (start, outcome) = match evidence {
            Evidence::Character => self.good_from_before(start, past),
            _ => (start, self.good(evidence, start)),
        };
        let good = &outcome.candidates;
        let Some(best) = good.first() else {
            let end = self.end_without_reading(evidence, start, past);
            return end.unwrap_or(past);
        };
        let span = Span::new(start, best.end);
        let later = self.later(evidence, past, span);
        if later.is_some_and(|gain| gain > best.gain) {
            return past;
        }
        let readings = self.readings(good, span.end);
        let given_up = outcome.given_up.max(later);
        let margin = self.margin(good, span, given_up);
        self.found.push(Garble {
            span,
            readings,
            margin,
        });
        span.end
    }

    /// How good a reading is that begins with a note inside a place: the sign before may be one.
    fn later(&mut self, evidence: Evidence, past: usize, span: Span) -> Option<Bits> {
        if evidence == Evidence::Note {
            return None;
        }
        let shown = self.text.get(past..span.end)?;
        let mut marks = shown
            .char_indices()
            .filter(|(_, c)| matches!(c, '?' | '\u{fffd}'));
        let at = marks.find(|&(at, c)| {
            let note = past + at + c.len_utf8();
            shown::syllable_and_bracket(self.text, note).is_some()
                || matches!(shown::at(self.text, note), (Shown::Note(_), _))
        })?;
        let outcome = self.good(Evidence::Note, past + at.0);
        outcome.candidates.first().map(|one| one.gain)
    }

    /// The candidates from a place that are worth listing.
    pub fn good(&mut self, evidence: Evidence, start: usize) -> Outcome {
        self.searched += 1;
        if self.searched > PLACES || self.effort > EFFORT {
            return Outcome::default();
        }
        let least = match is_marked(self.text, start) {
            true if asks_before_latin(self.text, start) => GAIN_LATIN,
            true if self.is_garbled && starts_lost(self.text, start) => GAIN_GARBLED,
            true => GAIN,
            false => GAIN_UNMARKED,
        };
        let mut found = self.candidates(evidence, start);
        self.effort += found.effort;
        let is_good = |one: &Candidate| {
            let shown = &self.text[start..one.end];
            let is_latin = |c: char| c.is_ascii_alphabetic();
            let finds_latin = one.text.contains(is_latin) && !shown.contains(is_latin);
            let least = if finds_latin { GAIN_LATIN } else { least };
            one.gain >= least && shown.chars().any(char::is_alphabetic)
        };
        found.candidates.retain(is_good);
        found
    }

    /// The candidates from the nearest sign before a character that nobody writes, and that sign's place.
    fn good_from_before(&mut self, at: usize, past: usize) -> (usize, Outcome) {
        let from = self.found.last().map_or(0, |place| place.span.end);
        let before = self.text.get(from..at).unwrap_or_default();
        let near = before.char_indices().rev().take(REACH);
        let starts: Vec<usize> = near
            .take_while(|(_, c)| *c != '\n')
            .filter(|(_, c)| *c == '\u{fffd}' || sign_of(*c).is_some())
            .map(|(index, _)| from + index)
            .take(2)
            .collect();
        let mut best = (at, self.good(Evidence::Sign, at));
        for start in starts {
            let mut found = self.good(Evidence::Sign, start);
            found.candidates.retain(|one| one.end >= past);
            let rival = best.1.gain().min(found.gain());
            if found.gain() > best.1.gain() {
                best = (start, found);
            }
            best.1.given_up = best.1.given_up.max(rival);
        }
        best
    }

    /// Lists a place without a reading where no text has such a thing.
    fn end_without_reading(
        &mut self,
        evidence: Evidence,
        start: usize,
        past: usize,
    ) -> Option<usize> {
        let end = match evidence {
            Evidence::Sign | Evidence::Nothing => return None,
            Evidence::Character => past,
            Evidence::Note => {
                let marker = self.text[start..].chars().next()?;
                let note = if marker.is_alphabetic() { start } else { past };
                let (_, length) = shown::syllable_and_bracket(self.text, note)?;
                let is_after_letter = self.text[..start].ends_with(is_letter);
                if !syllables::has_tone_mark(&self.text[note..note + length]) || !is_after_letter {
                    return None;
                }
                note + length
            }
        };
        self.found.push(Garble {
            span: Span::new(start, end),
            readings: Vec::new(),
            margin: 0,
        });
        Some(end)
    }

    fn candidates(&mut self, evidence: Evidence, start: usize) -> Outcome {
        let text = self.text;
        let is_garbled = self.is_garbled;
        let last = shown::character_before(text, start);
        self.likelihood();
        let Some(likelihood) = &self.likelihood else {
            return Outcome::default();
        };
        let before = before(text, &self.found, start, likelihood);
        let mut roots = match evidence {
            Evidence::Nothing => silent_roots(text, start, likelihood, before),
            _ => note_roots(text, start, last),
        };
        if matches!(evidence, Evidence::Sign | Evidence::Character) && !is_before_note(text, start)
        {
            let surprise = if is_garbled && starts_lost(text, start) {
                surprise(text, start, likelihood, before)
            } else {
                0
            };
            let signs = sign_roots(text, start, likelihood, before.state).into_iter();
            roots.extend(signs.map(|root| Root {
                bits: root.bits - surprise,
                ..root
            }));
        }
        if roots.is_empty() {
            return Outcome::default();
        }
        Search::run(text, likelihood, before, last, &roots)
    }
}

/// Whether a lost byte stands right before a note in brackets: then the note is what was put in.
fn is_before_note(text: &str, start: usize) -> bool {
    let (shown, length) = shown::at(text, start);
    let next = shown::at(text, start + length).0;
    matches!(shown, Shown::Lost(_)) && matches!(next, Shown::Note(_))
}

/// How much more surprising a mark is where it stands than marks are as a rule: in a garbled text that speaks
/// for garble.
fn surprise(text: &str, start: usize, likelihood: &Likelihood, before: Before) -> Bits {
    let mark = text[start..]
        .chars()
        .next()
        .filter(|mark| *mark != '\u{fffd}');
    let bits = mark.map_or(0, |mark| likelihood.step_in_model(before.shown, mark).0);
    (bits - 9 * BIT).clamp(0, 10 * BIT)
}

/// Whether a place is a question mark before a Latin letter, as people write it too: 怎么办?A组先说。
fn asks_before_latin(text: &str, start: usize) -> bool {
    let after = text[start..].strip_prefix(['?', '？']);
    after.is_some_and(|after| after.starts_with(|c: char| c.is_ascii_alphabetic()))
        && shown::syllable_and_bracket(text, start + 1).is_none()
}

/// Whether a place begins with what stands for a lost byte, or with a question mark.
fn starts_lost(text: &str, start: usize) -> bool {
    text[start..].starts_with(['?', '？', '\u{fffd}'])
}

/// Whether a place shows that a byte was lost, or that the second byte of a pair stands alone.
fn is_marked(text: &str, start: usize) -> bool {
    let mut rest = text[start..].chars();
    match rest.next() {
        Some('?' | '？' | '\u{fffd}') => true,
        _ => rest.next().is_some_and(|c| c.is_ascii_alphabetic()),
    }
}

/// A candidate's text for a stretch that ends where it ends or later; `None` where it ends earlier.
fn up_to(text: &str, candidate: &Candidate, end: usize) -> Option<String> {
    let rest = text.get(candidate.end..end)?;
    Some(format!("{}{rest}", candidate.text))
}

/// A reading without regard to the width of its signs.
fn bare(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    text.chars().map(narrow).collect()
}
