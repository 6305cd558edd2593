//! In: a character and the one before it. Out: how surprising it is there, in bits. The words of a list
//! and the document's own pairs speak: what is garbled in one place stands whole in others.

use std::sync::LazyLock;

use super::word_table::WORDS;
use crate::text::fold::{fold_char, is_simplified_only, is_traditional};

/// A mark in [`CODES`]: here a group starts. Codes are counted from U+4E00, so the bit is free.
const STARTS: u16 = 0x8000;
const FIRST: u32 = 0x4e00;
const LETTERS: usize = 0x5200;

/// The groups of the table, two bytes a character.
static CODES: [u16; count()] = codes();

const fn count() -> usize {
    let (mut at, mut count) = (0, 0);
    while at < WORDS.len() {
        if WORDS.as_bytes()[at] == b'/' {
            at += 1;
        } else {
            at += 3;
            count += 1;
        }
    }
    count
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::large_stack_arrays,
    reason = "characters from U+4E00 to U+9FFF, three bytes each; the array is made by the compiler"
)]
const fn codes() -> [u16; count()] {
    let bytes = WORDS.as_bytes();
    let mut codes = [0; count()];
    let (mut at, mut next, mut flag) = (0, 0, STARTS);
    while at < bytes.len() {
        if bytes[at] == b'/' {
            flag = STARTS;
            at += 1;
            continue;
        }
        let code = (bytes[at] as u32 & 0x0f) << 12
            | (bytes[at + 1] as u32 & 0x3f) << 6
            | (bytes[at + 2] as u32 & 0x3f);
        codes[next] = (code - FIRST) as u16 | flag;
        flag = 0;
        next += 1;
        at += 3;
    }
    codes
}

/// Where the group of each letter starts in [`CODES`] and how many groups come before it.
struct Groups {
    starts: Vec<u16>,
    ranks: Vec<u16>,
}

static GROUPS: LazyLock<Groups> = LazyLock::new(|| {
    let mut groups = Groups {
        starts: vec![u16::MAX; LETTERS],
        ranks: vec![u16::MAX; LETTERS],
    };
    let mut rank = 0;
    for (at, &code) in (0..).zip(&CODES) {
        if code & STARTS != 0 {
            let letter = usize::from(code & !STARTS);
            groups.starts[letter] = at;
            groups.ranks[letter] = rank;
            rank += 1;
        }
    }
    groups
});

fn letter(character: char) -> Option<usize> {
    let distance = u32::from(character).checked_sub(FIRST)?;
    usize::try_from(distance).ok().filter(|&at| at < LETTERS)
}

/// How common a letter is: 0 is the commonest, `None` is not among the common ones.
pub fn rank(character: char) -> Option<u16> {
    let rank = GROUPS.ranks[letter(fold_char(character))?];
    (rank != u16::MAX).then_some(rank)
}

/// Whether a letter follows another in words.
#[must_use]
pub fn is_word(before: char, character: char) -> bool {
    place_after(fold_char(before), fold_char(character)).is_some()
}

/// The place of a letter among those that follow another in words; both are folded.
fn place_after(before: char, character: char) -> Option<usize> {
    let start = usize::from(GROUPS.starts[letter(before)?]);
    let code = u16::try_from(letter(character)?).ok()?;
    let followers = CODES.get(start + 1..)?;
    let mut group = followers.iter().take_while(|&&code| code & STARTS == 0);
    group.position(|&follower| follower == code)
}

/// The bits of a full stop where one is expected.
const FULL_STOP: f32 = 3.0;
/// A character that the list does not have is rare as it is shown, and rarer as what was meant.
const UNKNOWN: f32 = 5.0;

/// What a document and the word list say of the likelihood of its texts.
pub struct Likelihood {
    /// Every pair of folded letters, sorted.
    pairs: Vec<u32>,
    singles: Vec<u32>,
    script: Script,
    /// How often each letter ends a sentence.
    ends: Vec<u32>,
    /// Commas of full width less those of half width.
    wide: i64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Traditional,
    Simplified,
}

impl Likelihood {
    /// Counts a document: the pieces of it between residue.
    pub fn of<'t>(pieces: impl Iterator<Item = &'t str>) -> Self {
        let mut counts = Self {
            pairs: Vec::new(),
            singles: vec![0; LETTERS],
            script: Script::Simplified,
            ends: vec![0; LETTERS],
            wide: 0,
        };
        let (mut traditional, mut simplified) = (0_usize, 0_usize);
        let mut before = '\n';
        for character in pieces.flat_map(str::chars) {
            traditional += usize::from(is_traditional(character));
            simplified += usize::from(is_simplified_only(character));
            let folded = fold_char(character);
            if let Some(letter) = letter(folded) {
                counts.singles[letter] += 1;
            }
            counts.pairs.extend(key(before, folded));
            match character {
                '，' => counts.wide += 1,
                ',' => counts.wide -= 1,
                '。' => {
                    if let Some(letter) = self::letter(before) {
                        counts.ends[letter] += 1;
                    }
                }
                _ => {}
            }
            before = folded;
        }
        counts.pairs.sort_unstable();
        if traditional > simplified {
            counts.script = Script::Traditional;
        }
        counts
    }

    /// The bits of surprise at a character after another, by the word list and the document.
    pub fn bits(&self, before: char, character: char) -> f32 {
        if letter(fold_char(character)).is_none() {
            return mark_bits(before, character);
        }
        let document = self.document_bits(fold_char(before), fold_char(character));
        let unknown = if rank(character).is_none() {
            UNKNOWN
        } else {
            0.0
        };
        let in_words = self.bits_in_words(before, character) + unknown;
        in_words.min(document + self.foreign_bits(character))
    }

    /// The same without the document, in which garble may be frequent as well.
    pub fn bits_in_words(&self, before: char, character: char) -> f32 {
        let (before, folded) = (fold_char(before), fold_char(character));
        if letter(folded).is_none() {
            return mark_bits(before, character);
        }
        let alone = rank(folded).map_or(19.0, |rank| (f32::from(rank) + 12.0).log2() + 3.0);
        let in_word = place_after(before, folded).map_or(alone, |place| short(place).log2() + 1.5);
        alone.min(in_word) + self.foreign_bits(character)
    }

    /// The bits of a full stop after a letter where nearly always a full stop stands: it is less likely
    /// after a letter that the document often has and never ends a sentence with.
    pub fn full_stop_bits(&self, before: char) -> f32 {
        let Some(letter) = letter(fold_char(before)) else {
            return mark_bits(before, '。');
        };
        #[allow(clippy::cast_precision_loss, reason = "counts of a document")]
        let (single, ends) = (self.singles[letter] as f32, self.ends[letter] as f32);
        let seldom = (single + 20.0) / (ends + 0.5) / 40.0;
        FULL_STOP + seldom.log2().clamp(-1.5, 5.0)
    }

    /// A sign as the document writes it: of half width where its commas are.
    pub fn in_width(&self, sign: char) -> char {
        match sign {
            '，' | '！' | '？' | '；' | '：' if self.wide < 0 => {
                char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign)
            }
            _ => sign,
        }
    }

    /// By the pairs of the document.
    fn document_bits(&self, before: char, folded: char) -> f32 {
        let (Some(key), Some(single)) = (key(before, folded), letter(before)) else {
            return f32::INFINITY;
        };
        let from = self.pairs.partition_point(|&pair| pair < key);
        let same = self.pairs[from..].partition_point(|&pair| pair == key);
        if same == 0 {
            return f32::INFINITY;
        }
        #[allow(clippy::cast_precision_loss, reason = "counts of a document")]
        let (single, same) = (self.singles[single] as f32, same as f32);
        ((single + 2.0) / (same - 0.5)).max(1.0).log2() + 2.0
    }

    /// A character of the other script.
    fn foreign_bits(&self, character: char) -> f32 {
        match self.script {
            Script::Simplified if is_traditional(character) => 6.0,
            Script::Traditional if is_simplified_only(character) => 3.0,
            _ => 0.0,
        }
    }
}

#[allow(clippy::cast_precision_loss, reason = "a group has few followers")]
fn short(place: usize) -> f32 {
    place as f32 + 1.5
}

/// Two letters as one number.
fn key(before: char, character: char) -> Option<u32> {
    let (before, character) = (letter(before)?, letter(character)?);
    u32::try_from(before << 16 | character).ok()
}

/// The bits of what is no letter.
fn mark_bits(before: char, character: char) -> f32 {
    match character {
        '”' | '’' if matches!(before, '。' | '！' | '？' | '!' | '?' | '；') => 3.0,
        '“' | '‘' if matches!(before, '。' | '：' | '，' | ',' | ':' | '、') => 4.0,
        '，' | ',' | '、' | '\n' => 5.0,
        '。' => 5.5,
        '“' | '”' | '；' | ';' | '：' | ':' | '《' | '》' => 8.0,
        '！' | '？' | '!' | '?' | '（' | '）' | '(' | ')' | '‘' | '’' | '.' => 9.0,
        '…' | '—' | '·' | '「' | '」' | '【' | '】' | '〔' | '〕' | '％' | '%' | ' '
        | '\u{3000}' => 10.0,
        '0'..='9' => 7.0,
        'a'..='z' | 'A'..='Z' if before.is_ascii_alphanumeric() => 4.5,
        'a'..='z' | 'A'..='Z' => 12.0,
        '\u{e000}'..='\u{f8ff}' => 26.0,
        '\u{fffd}' => 16.0,
        _ => 20.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_less_surprising_than_chance() {
        let likelihood = Likelihood::of(std::iter::empty());
        assert!(likelihood.bits('如', '何') < likelihood.bits('如', '工'));
        assert!(likelihood.bits('如', '工') < likelihood.bits('如', '绾'));
        assert!(likelihood.bits('因', '爲') < likelihood.bits('因', '圍') + 6.0);
    }

    #[test]
    fn the_documents_own_words_count() {
        let text = "磐汶镇的磐汶镇，";
        let likelihood = Likelihood::of(std::iter::once(text));
        assert!(likelihood.bits('磐', '汶') < 5.0);
    }
}
