//! In: a finding's place. Out: an id that stays the same while its words and its neighbourhood stay,
//! wherever in the text they have moved: a hash of the code, the marked text and its surroundings.

use siphasher::sip::SipHasher13;
use std::collections::HashMap;
use std::hash::Hasher;

use crate::text::Span;

/// Characters of the surroundings that count, on each side.
const NEIGHBOURHOOD: usize = 12;

/// Gives out ids; equal places are told apart by their order.
#[derive(Default)]
pub(super) struct Identities {
    seen: HashMap<u64, u32>,
}

impl Identities {
    /// The id of a finding of `code` at `span` of `text` (bytes).
    pub(super) fn next(&mut self, code: &str, text: &str, span: Span) -> String {
        let mut hasher = SipHasher13::new();
        hasher.write(code.as_bytes());
        for part in [
            before(text, span.start),
            span.slice(text),
            after(text, span.end),
        ] {
            hasher.write(part.as_bytes());
            hasher.write_u8(0xff);
        }
        let hash = hasher.finish();
        let nth = self
            .seen
            .entry(hash)
            .and_modify(|count| *count += 1)
            .or_insert(0);
        format!("{code}-{hash:016x}-{nth}")
    }
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
    use super::*;

    #[test]
    fn an_id_survives_a_change_far_away() {
        let text = "同志们，下面我讲三点意见，请大家认真领会贯彻落实到位";
        let moved = format!("新写的一段话\n{text}");
        let at = text.find("三点").unwrap_or_default();
        let shift = moved.len() - text.len();
        let id = Identities::default().next("x", text, Span::new(at, at + 6));
        let id_moved =
            Identities::default().next("x", &moved, Span::new(at + shift, at + shift + 6));
        assert_ne!(id, id_moved, "the new line stands within twelve characters");
        let far = format!("很远很远很远很远很远很远{moved}");
        let shift = far.len() - text.len();
        let id_far = Identities::default().next("x", &far, Span::new(at + shift, at + shift + 6));
        assert_eq!(id_moved, id_far);
    }

    #[test]
    fn equal_places_get_different_ids() {
        let mut ids = Identities::default();
        assert_ne!(
            ids.next("x", "", Span::default()),
            ids.next("x", "", Span::default())
        );
    }
}
