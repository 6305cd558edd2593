//! In: a text. Out: where the damage may have begun, searched, judged and listed. A place needs an
//! unmistakable sign before it is searched, and a reading that is far less surprising than what is shown
//! before it is listed: rarity alone is no evidence, for names and terms are rare.

use super::Garble;
use super::codec::{self, FULL_WIDTH, LEADS};
use super::language::{Context, UNKNOWN, language, sixteenths};
use super::likelihood::{Bits, Likelihood, State};
use super::search::{BIT, Before, Candidate, Outcome, Root, SIGNS, Search, reading_bits};
use super::shown::{self, Shown};
use crate::residue::syllables;
use crate::text::Span;

/// A text of more places than this, or that takes more trying, is garbled as a whole; what follows is left to
/// the reader.
const PLACES: usize = 2_000;
const EFFORT: usize = 400_000;
/// A reading gains so many bits at least, or there is no finding.
const GAIN: Bits = 2 * BIT;
/// The same where no `?` or U+FFFD shows that a byte was lost.
const GAIN_UNMARKED: Bits = 8 * BIT;
/// A reading is certain where it is so many bits likelier than all others together.
pub const MARGIN: Bits = 9 * BIT;
/// The same where the reading has a Latin letter that is not shown.
const GAIN_LATIN: Bits = 16 * BIT;
/// How many characters before one that nobody writes the damage may begin.
const REACH: usize = 40;
/// Readings that are offered.
const OFFERED: usize = 5;
/// From this rank on a character is rare enough to be looked at after a sign.
const RARE_FROM: u16 = 2200;

/// See [`super::find`].
pub fn find(text: &str, pinyin: &[Span]) -> Vec<Garble> {
    let mut finder = Finder {
        text,
        pinyin,
        likelihood: None,
        found: Vec::new(),
        searched: 0,
        effort: 0,
    };
    finder.scan();
    finder.found
}

struct Finder<'t> {
    text: &'t str,
    pinyin: &'t [Span],
    /// Counted once there is a place to be judged.
    likelihood: Option<Likelihood>,
    found: Vec<Garble>,
    searched: usize,
    effort: usize,
}

/// What a place is known by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Evidence {
    /// A syllable that lost its opening bracket.
    Note,
    /// A sign before something that no sentence begins with.
    Sign,
    /// A character that nobody writes.
    Character,
}

impl Finder<'_> {
    fn scan(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
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
        let Some((evidence, start)) = self.evidence(at, character) else {
            return past;
        };
        let end = match self.found.last() {
            Some(before) if start < before.span.end => return past,
            _ => self.judge(evidence, start, past),
        };
        end.max(past)
    }

    /// What speaks for garble at a character, and where it would begin.
    fn evidence(&self, at: usize, character: char) -> Option<(Evidence, usize)> {
        let past = at + character.len_utf8();
        match character {
            '\u{fffd}' | '?' | '？' if shown::syllable_and_bracket(self.text, past).is_some() => {
                Some((Evidence::Note, at))
            }
            ')' | '）' => self.orphan(at).map(|start| (Evidence::Note, start)),
            // U+F020 to U+F0FF are symbols that Word's own fonts draw.
            '\u{fffd}' | '\u{e000}'..='\u{efff}' | '\u{f100}'..='\u{f8ff}' => {
                Some((Evidence::Character, at))
            }
            _ => {
                let sign = sign_of(character)?;
                self.is_odd_after(sign, past)
                    .then_some((Evidence::Sign, at))
            }
        }
    }

    /// Where a syllable with a tone that lost its bracket starts, right after a Chinese letter.
    fn orphan(&self, bracket: usize) -> Option<usize> {
        let before = self.text.get(..bracket)?;
        let letters = before.char_indices().rev().take(8);
        let start = letters
            .take_while(|(_, c)| c.is_alphabetic() && !is_letter(*c))
            .last()?
            .0;
        let syllable = &before[start..];
        let is_whole = syllables::is_syllable(syllable) && syllables::has_tone_mark(syllable);
        (is_whole && before[..start].ends_with(is_letter)).then_some(start)
    }

    /// Whether what follows a sign is nothing that begins a clause.
    fn is_odd_after(&self, sign: u8, past: usize) -> bool {
        let (shown, length) = shown::at(self.text, past);
        let next = || shown::at(self.text, past + length).0;
        match shown {
            Shown::Pair(_, character) if is_letter(character) => {
                sign == b'?'
                    || language().token(character) >= RARE_FROM
                    || language().token(character) == UNKNOWN
            }
            Shown::Pair([FULL_WIDTH, _], character) => {
                character.is_alphanumeric() && matches!(next(), Shown::Pair(_, c) if is_letter(c))
            }
            Shown::Pair([lead, _], _) => !matches!(lead, 0xa1 | 0xa2),
            Shown::Single(byte) if byte.is_ascii_alphabetic() => {
                codec::character([sign | 0x80, byte]).is_some_and(is_letter)
                    && matches!(next(), Shown::Pair(..) | Shown::Note(_))
            }
            Shown::Single(byte) => {
                sign == b'?' && SIGNS.contains(&byte) && !matches!(next(), Shown::End)
            }
            Shown::Lost(_) => sign == b'?' && matches!(next(), Shown::Pair(..) | Shown::Single(_)),
            _ => false,
        }
    }

    /// How much likelier the first of some candidates is than all others, given how good what was given up
    /// may be.
    fn margin(&self, good: &[Candidate], end: usize, given_up: Option<Bits>) -> Bits {
        let Some(best) = good.first() else {
            return 0;
        };
        let reading = |one: &Candidate| up_to(self.text, one, end).map(|text| bare(&text));
        let own = reading(best);
        if !best.text.chars().any(is_letter) {
            return 0;
        }
        let weight = |gain: Bits| (f64::from(gain - best.gain) / f64::from(BIT)).exp2();
        let rivals = good.iter().filter(|one| reading(one) != own);
        let others: f64 = rivals.map(|one| weight(one.gain)).sum();
        sixteenths(others + given_up.map_or(0.0, weight) + 1e-6)
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
        let mut readings: Vec<String> = Vec::new();
        for other in good {
            let text = up_to(self.text, other, span.end);
            if let Some(text) = text
                && !readings.contains(&text)
                && readings.len() < OFFERED
            {
                readings.push(text);
            }
        }
        let given_up = outcome.given_up.max(later);
        let margin = self.margin(good, span.end, given_up);
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
    fn good(&mut self, evidence: Evidence, start: usize) -> Outcome {
        self.searched += 1;
        if self.searched > PLACES || self.effort > EFFORT {
            return Outcome::default();
        }
        let least = match is_marked(self.text, start) {
            true if asks_before_latin(self.text, start) => GAIN_LATIN,
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
            Evidence::Sign => return None,
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
        let (text, pinyin) = (self.text, self.pinyin);
        let likelihood = self.likelihood.get_or_insert_with(|| count(text, pinyin));
        let last = shown::character_before(text, start);
        let before = before(text, &self.found, start, likelihood);
        let mut roots = note_roots(text, start, last);
        if evidence != Evidence::Note && !is_before_note(text, start) {
            roots.extend(sign_roots(text, start, likelihood, before.state));
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

/// How many characters before a place speak for one reading or another.
const BEFORE: usize = 5;

/// What is before a place, as it reads and as it is shown; what was found before it is read as found.
fn before(text: &str, found: &[Garble], start: usize, likelihood: &Likelihood) -> Before {
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

fn count(text: &str, pinyin: &[Span]) -> Likelihood {
    let starts = std::iter::once(0).chain(pinyin.iter().map(|span| span.end));
    let ends = pinyin
        .iter()
        .map(|span| span.start)
        .chain(std::iter::once(text.len()));
    Likelihood::of(
        starts
            .zip(ends)
            .map(|(start, end)| Span::new(start, end).slice(text)),
    )
}

/// The roots where a note was put after the first byte of a character: `?nèi)`, `nèi)` or `?(nèi)`.
fn note_roots(text: &str, start: usize, before: char) -> Vec<Root> {
    let (shown, length) = shown::at(text, start);
    let (mut at, mut bits) = match shown {
        Shown::Lost(_) => (start + length, -10 * BIT),
        Shown::Pair(_, '？') => (start + length, -7 * BIT),
        _ => (start, 0),
    };
    let letter = match shown::at(text, at) {
        (Shown::Note(letter), length) => {
            at += length;
            letter
        }
        _ => match shown::syllable_and_bracket(text, at) {
            Some((letter, length)) => {
                at += length;
                bits -= 20 * BIT;
                letter
            }
            None => return Vec::new(),
        },
    };
    let Some([_, trail]) = codec::pair(before) else {
        return Vec::new();
    };
    let leads = LEADS.filter(|&lead| codec::character([trail, lead]).is_some_and(is_letter));
    leads
        .map(|pending| Root {
            restored: None,
            pending,
            at,
            bits: bits + reading_bits([trail, pending], letter),
        })
        .collect()
}

/// The roots where a sign was made half-width across a boundary.
fn sign_roots(text: &str, start: usize, likelihood: &Likelihood, state: State) -> Vec<Root> {
    let after = likelihood.after(state);
    let mut restored: Vec<(char, (Bits, State))> = LEADS
        .filter_map(|lead| codec::character([lead, FULL_WIDTH]))
        .map(|character| (character, after.step(character)))
        .collect();
    for (character, (bits, _)) in &mut restored {
        if *character == '。' {
            *bits -= FULL_STOP;
        }
    }
    restored.sort_by_key(|(_, (bits, _))| *bits);
    restored.truncate(RESTORED);
    let mut roots = Vec::new();
    for (sign, at, bits) in signs(text, start) {
        roots.extend(restored.iter().map(|&restored| Root {
            restored: Some(restored),
            pending: sign | 0x80,
            at,
            bits,
        }));
    }
    roots
}

/// So many of the characters that may be restored are tried.
const RESTORED: usize = 16;
/// What is restored is a full stop more often than the model expects.
const FULL_STOP: Bits = 3 * BIT;

/// The signs that may have stood at a place, where the text goes on, and the bits of each.
fn signs(text: &str, start: usize) -> Vec<(u8, usize, Bits)> {
    let Some(first) = text[start..].chars().next() else {
        return Vec::new();
    };
    let past = start + first.len_utf8();
    let mut found = Vec::new();
    if let Some(sign) = sign_of(first) {
        found.push((sign, past, 2 * BIT - shown_bits(first)));
    }
    if !matches!(first, '?' | '？' | '\u{fffd}') {
        return found;
    }
    let second = text[past..].chars().next();
    if let Some((second, sign)) = second.and_then(|c| Some((c, sign_of(c)?))) {
        let bits = -shown_bits(first) - shown_bits(second);
        found.push((sign, past + second.len_utf8(), bits));
    }
    found.extend(
        SIGNS
            .iter()
            .map(|&sign| (sign, past, 5 * BIT - shown_bits(first))),
    );
    found
}

fn shown_bits(sign: char) -> Bits {
    match sign {
        ',' | '，' => 5 * BIT,
        '\u{fffd}' => 16 * BIT,
        _ => 9 * BIT,
    }
}

/// The half-width sign that a character is, or is widened from.
fn sign_of(character: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(character) {
        return SIGNS.contains(&byte).then_some(byte);
    }
    let [lead, trail] = codec::pair(character)?;
    let sign = trail & 0x7f;
    (lead == FULL_WIDTH && trail >= 0x80 && SIGNS.contains(&sign)).then_some(sign)
}

/// Whether a place is a question mark before a Latin letter, as people write it too: 怎么办?A组先说。
fn asks_before_latin(text: &str, start: usize) -> bool {
    let after = text[start..].strip_prefix(['?', '？']);
    after.is_some_and(|after| after.starts_with(|c: char| c.is_ascii_alphabetic()))
        && shown::syllable_and_bracket(text, start + 1).is_none()
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

fn is_letter(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// A reading without regard to the width of its signs.
fn bare(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    text.chars().map(narrow).collect()
}
