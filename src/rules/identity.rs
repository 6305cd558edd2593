//! In: a finding. Out: what it is known by again: a hash of the code, the marked text and its
//! surroundings, which stays the same while they stay, wherever in the text they have moved.

use siphasher::sip::SipHasher13;
use std::collections::HashMap;
use std::hash::Hasher;

use super::{Context, Finding};

/// Characters of the surroundings that count, on each side.
const NEIGHBOURHOOD: usize = 12;

/// What a finding is known by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Identity {
    /// Hash of the marked text with its surroundings in Clean; for a finding about the whole document,
    /// of its form.
    pub hash: u64,
    /// Which one of those with the same hash, counted from 0.
    pub nth: u32,
}

impl std::fmt::Display for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:016x}", self.hash)
    }
}

/// Gives every finding its identity; equal ones are told apart by their order.
pub(super) fn identify(context: &Context, findings: &mut [Finding]) {
    let mut seen: HashMap<u64, u32> = HashMap::new();
    for finding in findings {
        let hash = hash(context, finding);
        let next = seen.entry(hash).or_insert(0);
        finding.identity = Identity { hash, nth: *next };
        *next += 1;
    }
}

fn hash(context: &Context, finding: &Finding) -> u64 {
    let clean = &context.reading.layers.clean;
    let map = &context.reading.layers.map;
    let mut hasher = SipHasher13::new();
    hasher.write(finding.code.as_bytes());
    if finding.occurrences.is_empty() {
        let start = map.to_clean(finding.span.start).min(clean.len());
        let end = map.to_clean(finding.span.end).clamp(start, clean.len());
        for part in [before(clean, start), &clean[start..end], after(clean, end)] {
            hasher.write(part.as_bytes());
            hasher.write_u8(0xff);
        }
    } else {
        for (name, datum) in finding.data.iter().filter(|(name, _)| *name == "form") {
            hasher.write(name.as_bytes());
            hasher.write(datum.to_string().as_bytes());
        }
    }
    hasher.finish()
}

fn before(text: &str, at: usize) -> &str {
    let start = text[..at].char_indices().rev().nth(NEIGHBOURHOOD - 1);
    &text[start.map_or(0, |(index, _)| index)..at]
}

fn after(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    let end = rest.char_indices().nth(NEIGHBOURHOOD);
    &rest[..end.map_or(rest.len(), |(index, _)| index)]
}

#[cfg(test)]
mod tests {
    use crate::text::Source;
    use crate::{Options, check};

    fn hashes(text: &str) -> Vec<(u64, u32)> {
        let source = Source::new("", text);
        let findings = check(&source, &Options::default()).findings;
        findings
            .iter()
            .map(|found| (found.identity.hash, found.identity.nth))
            .collect()
    }

    #[test]
    fn a_finding_is_known_again_after_a_change_far_away() {
        let text = "同志们：\n一、提高思想认识，抓好各项工作\n要学习好。\n三、加强组织领导，压实各方责任\n要组织好。\n谢谢大家！";
        let before = hashes(text);
        assert!(!before.is_empty());
        assert_eq!(
            before,
            hashes(&text.replace("同志们：", "各位领导、同志们："))
        );
        assert_ne!(before, hashes(&text.replace("三、加强", "三、改善")));
    }

    #[test]
    fn equal_places_are_told_apart() {
        let list = "一、提高认识提高认识提高认识\n三、加强领导加强领导加强领导\n";
        let found = hashes(&format!(
            "同志们：\n{list}为此，要做到以下几点：\n{list}谢谢大家！"
        ));
        let mut unique = found.clone();
        unique.dedup();
        assert_eq!(unique.len(), found.len());
    }
}
