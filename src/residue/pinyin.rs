//! In: a text. Out: the pinyin that a copy guard left behind its characters, 字(zì).
//!
//! A writer's own help on a rare character, 亳（bó）州, looks the same. Two things tell them apart: a
//! guard marks many places, and it marks characters that everybody can read. A syllable without a tone,
//! 们(men), may be a word of English; it counts where the character before it is read so.

use super::{garble, syllables};
use crate::text::{Span, is_common, signs};

/// From so many marks with a tone on, a text has been through a copy guard.
const DENSE_FROM: usize = 8;
/// From so many marks without a tone, each the reading of a common character, a guard writes no tones.
const TONELESS_FROM: usize = 3;

/// A bracketed syllable, with what is around it.
struct Candidate {
    span: Span,
    toned: bool,
    /// Whether, having no tone, it is the reading of the character before it.
    is_reading: bool,
    after: Option<char>,
}

impl Candidate {
    fn is_common(&self) -> bool {
        self.after.is_some_and(is_common)
    }
}

/// The pinyin residue of a text: spans with their brackets, sorted.
///
/// ```
/// use speech_structure::residue::pinyin::find;
/// let text = "经(jīng)济";
/// assert_eq!(find(text)[0].slice(text), "(jīng)");
/// assert!(find("安徽亳（bó）州").is_empty());
/// ```
#[must_use]
pub fn find(text: &str) -> Vec<Span> {
    let mut candidates = candidates(text);
    let toned = |found: &&Candidate| found.toned;
    let dense = candidates.iter().filter(toned).count() >= DENSE_FROM;
    let plain = |found: &&Candidate| found.is_reading && found.is_common();
    let guarded = dense
        || candidates
            .iter()
            .any(|found| found.toned && found.is_common())
        || candidates.iter().filter(plain).count() >= TONELESS_FROM;
    candidates.retain(|found| {
        if found.toned {
            dense && found.after.is_some() || found.is_common()
        } else {
            guarded && found.is_reading && (dense || found.is_common())
        }
    });
    candidates.into_iter().map(|found| found.span).collect()
}

fn candidates(text: &str) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for (open, bracket) in signs(text).filter(|(_, sign)| matches!(sign, '(' | '（')) {
        let inside = open + bracket.len_utf8();
        let Some(length) = syllables::syllable_length(&text[inside..]) else {
            continue;
        };
        // Some guards leave a blank behind the syllable, where their page had an empty element.
        let blanks = text[inside + length..]
            .bytes()
            .take_while(|&byte| byte == b' ')
            .count();
        let close = inside + length + blanks;
        let Some(closing) = text[close..]
            .chars()
            .next()
            .filter(|&c| matches!(c, ')' | '）'))
        else {
            continue;
        };
        let after = match found.last() {
            Some(before) if before.span.end == open => before.after,
            _ => text[..open].chars().next_back(),
        };
        let syllable = &text[inside..inside + length];
        let toned = syllables::has_tone_mark(syllable);
        found.push(Candidate {
            span: Span::new(open, close + closing.len_utf8()),
            toned,
            is_reading: !toned && after.is_some_and(|after| is_read(after, syllable)),
            after,
        });
    }
    found
}

/// Whether a character is read as a syllable in any tone, or in none.
fn is_read(character: char, toneless: &str) -> bool {
    let is_read = |syllable: &str| garble::is_character_read(character, syllable);
    let Some(at) = toned_vowel(toneless) else {
        return is_read(toneless);
    };
    let (before, after) = (&toneless[..at], &toneless[at + 1..]);
    let marked = marked_vowels(toneless.as_bytes()[at]);
    let mut toned = marked.iter().map(|vowel| format!("{before}{vowel}{after}"));
    is_read(toneless) || toned.any(|syllable| is_read(&syllable))
}

/// The place of the vowel that takes the mark of the tone: a or e, the o of ou, else the last.
fn toned_vowel(syllable: &str) -> Option<usize> {
    syllable
        .find(['a', 'e'])
        .or_else(|| syllable.find("ou"))
        .or_else(|| syllable.rfind(['i', 'o', 'u']))
}

fn marked_vowels(vowel: u8) -> [char; 4] {
    match vowel {
        b'a' => ['ā', 'á', 'ǎ', 'à'],
        b'e' => ['ē', 'é', 'ě', 'è'],
        b'i' => ['ī', 'í', 'ǐ', 'ì'],
        b'o' => ['ō', 'ó', 'ǒ', 'ò'],
        _ => ['ū', 'ú', 'ǔ', 'ù'],
    }
}

/// Whether a text is pinyin from end to end, one syllable or several, with a tone mark somewhere.
#[must_use]
pub fn is_pinyin(text: &str) -> bool {
    let mut rest = text.trim();
    while let Some(length) = syllables::syllable_length(rest) {
        rest = rest[length..].trim_start_matches([' ', '\'', '’']);
    }
    rest.is_empty() && syllables::has_tone_mark(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        find(text).iter().map(|span| span.slice(text)).collect()
    }

    #[test]
    fn a_single_mark_on_a_common_character_is_residue() {
        assert_eq!(found("我们的工(gōng)作"), ["(gōng)"]);
        assert_eq!(found("發（fā）展"), ["（fā）"]);
    }

    #[test]
    fn a_writers_help_and_english_stay() {
        for text in [
            "亳（bó）州",
            "国内生产总值(GDP)",
            "选项(a)和(the)",
            "办法(试行)",
            "角(jué)色(a)",
        ] {
            let left = found(text);
            assert!(left.iter().all(|mark| *mark == "(jué)"), "{text}: {left:?}");
        }
    }

    #[test]
    fn a_guard_may_write_no_tones() {
        assert_eq!(
            found("同志(zhi)们(men)，工（gong）作要抓紧，实行(he)、(the)不动"),
            ["(zhi)", "(men)", "（gong）"]
        );
        assert_eq!(found("我们(men)开会(huì)"), ["(men)", "(huì)"]);
        assert_eq!(found("选他(he)还是选我(me)，大家(a)定"), [""; 0]);
        assert_eq!(found("番禺(pan yu)、六安(lu)、的(de)"), [""; 0]);
    }

    #[test]
    fn words_of_english_stay_in_a_dense_text() {
        let text = format!(
            "{}选项(a)，办法(the)，（GDP）和（试行）",
            "工(gōng)".repeat(8)
        );
        assert_eq!(found(&text).len(), 8);
    }

    #[test]
    fn in_a_dense_text_rare_characters_and_neutral_syllables_go_too() {
        let text = format!("{}亳(bó)州了(le)", "工(gōng)".repeat(8));
        assert_eq!(found(&text).len(), 10);
    }

    #[test]
    fn a_blank_behind_the_syllable_belongs_to_the_mark() {
        assert_eq!(found("大会(huì )很圆满"), ["(huì )"]);
    }

    #[test]
    fn several_in_a_row_all_belong_to_the_character_before() {
        assert_eq!(found("会(huì)(kuài)议"), ["(huì)", "(kuài)"]);
    }
}
