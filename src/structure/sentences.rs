//! In: a paragraph. Out: its clauses and sentences, and what kind of line it is; shared by the
//! recognisers that read inside a line.

use crate::text::exceeds;

/// Characters after which a clause begins.
pub(super) const CLAUSE_ENDS: [char; 16] = [
    '，', ',', '。', '；', ';', '：', ':', '！', '!', '？', '?', '、', '”', '」', '）', ')',
];

/// Characters that end a sentence.
pub(super) const SENTENCE_ENDS: [char; 7] = ['。', '！', '!', '？', '?', '；', ';'];

/// Characters from which a line is a paragraph rather than a heading.
const LONGEST_HEADING: usize = 50;

/// Whether a line has the form of a heading: one short sentence at most.
pub(super) fn is_short_form(line: &str) -> bool {
    let body = line.trim_end_matches(['。', '；', '：', ':', '！', ';']);
    !exceeds(line, LONGEST_HEADING) && !body.contains(['。', '！', '？', '；'])
}

/// The last sentence of a paragraph, with its closing mark, as a byte offset of its start.
pub(super) fn last_sentence(paragraph: &str) -> usize {
    let body =
        paragraph.trim_end_matches(|c: char| SENTENCE_ENDS.contains(&c) || c.is_whitespace());
    body.rfind(SENTENCE_ENDS).map_or(0, |at| {
        at + body[at..].chars().next().map_or(0, char::len_utf8)
    })
}

/// Length in bytes of the heading words at the start of a text: up to the end of its first sentence.
pub(super) fn heading_length(text: &str) -> usize {
    text.find(SENTENCE_ENDS)
        .unwrap_or(text.trim_end_matches(['：', ':', '.', '．']).len())
}
