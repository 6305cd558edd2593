//! In: a text. Out: the pinyin that a copy guard left behind its characters, 字(zì).
//!
//! A writer's own help on a rare character, 亳（bó）州, looks the same. Two things tell them apart: a
//! guard marks many places, and it marks characters that everybody can read.

use super::syllables;
use crate::text::Span;
use crate::text::is_common;

/// From so many marks with a tone on, a text has been through a copy guard.
const DENSE_FROM: usize = 8;

/// A bracketed syllable, with what is around it.
struct Candidate {
    span: Span,
    toned: bool,
    after: Option<char>,
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
    let candidates = candidates(text);
    let toned = candidates
        .iter()
        .filter(|candidate| candidate.toned)
        .count();
    let dense = toned >= DENSE_FROM;
    let is_residue = |candidate: &Candidate| {
        let common = candidate.after.is_some_and(is_common);
        candidate.toned && (dense || common) || dense && candidate.after.is_some_and(is_han)
    };
    candidates
        .into_iter()
        .filter(is_residue)
        .map(|candidate| candidate.span)
        .collect()
}

fn candidates(text: &str) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for (open, bracket) in text.match_indices(['(', '（']) {
        let inside = open + bracket.len();
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
        found.push(Candidate {
            span: Span::new(open, close + closing.len_utf8()),
            toned: syllables::has_tone_mark(&text[inside..close]),
            after,
        });
    }
    found
}

fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
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
