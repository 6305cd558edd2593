//! In: the last lines of a speech. Out: its closing, thanks, signature, date and notes.

use super::Reader;
use super::line_kinds::{is_date, is_note, is_stage_direction};
use crate::structure::address::is_thanks;
use crate::structure::closing;
use crate::structure::document::{Part, PartKind, Speech};
use crate::structure::marker::{Marker, Style};
use crate::structure::sentences::SENTENCE_ENDS;
use crate::text::{Span, exceeds};

/// Whether a line thanks and says little else: a wish makes it the closing as well.
fn is_only_thanks(line: &str) -> bool {
    const LONGEST: usize = 20;
    let wishes = ["希望", "祝", "让我们"];
    is_thanks(line) && !exceeds(line, LONGEST) && !wishes.iter().any(|word| line.contains(word))
}

/// A line without the stage direction that it ends in: 谢谢大家！（热烈掌声）
fn spoken(line: &str) -> &str {
    let bare = line.trim_end();
    if !bare.ends_with(['）', ')']) {
        return line;
    }
    match bare.rfind(['（', '(']) {
        Some(at) if is_stage_direction(&bare[at..]) => bare[..at].trim_end(),
        _ => line,
    }
}

/// Paragraphs from the end among which the closing is looked for.
const LAST_PARAGRAPHS: usize = 5;

impl Reader<'_> {
    /// Closing, thanks, signature, date: read from the last line back.
    /// Gives the first line of the ending.
    pub(super) fn ending(&self, from: usize, speech: &mut Speech) -> usize {
        let mut last = self.end;
        while last > from + 1 {
            let line = self.line(last - 1);
            let kind = if is_stage_direction(line) {
                last -= 1;
                continue;
            } else if is_note(line) {
                PartKind::Note
            } else if is_date(line) {
                PartKind::Date
            } else if self.is_signature(last - 1, speech) {
                PartKind::Signature
            } else if is_only_thanks(line) {
                PartKind::Thanks
            } else if let Some((kind, first)) = self.appended(from, last) {
                let span = Span::new(self.lines[first].start, self.lines[last - 1].end);
                speech.parts.push(Part {
                    kind,
                    span,
                    line: first,
                });
                last = first;
                continue;
            } else {
                break;
            };
            speech.parts.push(self.part(kind, last - 1));
            last -= 1;
        }
        if last > from && is_thanks(spoken(self.line(last - 1))) {
            speech.parts.push(self.part(PartKind::Thanks, last - 1));
        }
        let closing = self.closing(speech, from, last);
        if let Some(closing) = closing {
            speech.parts.push(self.part(PartKind::Closing, closing));
        }
        closing.unwrap_or(last)
    }

    /// Whether a line begins with a later item of a kind whose first may be a word: 其二, 进行第三项, 问题二、.
    fn is_further_item(&self, at: usize) -> bool {
        use Style as S;
        let line = self.line(at);
        let marker = Marker::read_agenda_led(line, 0)
            .or_else(|| Marker::read(line, 0))
            .or_else(|| Marker::read_noun_ordinal(line, 0).map(|(_, marker)| marker));
        marker.is_some_and(|marker| {
            let may_be_word = matches!(marker.style, S::Among | S::OrdinalUnit | S::NounOrdinal);
            marker.ordinal > 1 && may_be_word
        })
    }

    /// Whether a line that begins with 其次, 再次 or 最后 goes on from 首先 … on lines before it, and does not
    /// call upon the audience as a closing does.
    fn is_next_in_sequence(&self, from: usize, at: usize) -> bool {
        let line = self.line(at);
        let words = ["其次", "再次", "最后"];
        words.iter().any(|word| line.starts_with(word))
            && (line.starts_with("最后是")
                || closing::strength(line) <= closing::LIKELY
                || self.is_closed_later(at))
            && (from..at).any(|before| {
                let before = self.line(before);
                before.starts_with("首先") || before.starts_with("其次")
            })
    }

    /// Whether a paragraph after this one closes the speech, so that 最后，感谢…… may be an item.
    fn is_closed_later(&self, at: usize) -> bool {
        let calls = ["让我们", "祝"];
        let is_item = !calls.iter().any(|word| self.line(at).contains(word));
        let rest = at + 1..self.end.min(at + 1 + LAST_PARAGRAPHS);
        is_item && { rest }.any(|later| closing::strength(self.line(later)) >= closing::LIKELY)
    }

    /// A name alone on a line before the date, or after the thanks.
    fn is_signature(&self, at: usize, speech: &Speech) -> bool {
        let line = self.line(at);
        let after = speech
            .parts
            .last()
            .filter(|part| part.line == at + 1)
            .map(|part| part.kind);
        let before_date = after == Some(PartKind::Date);
        let after_thanks = at > self.first && is_thanks(self.line(at - 1)) && at + 1 == self.end;
        (before_date || after_thanks || line.starts_with("敬礼") || line.starts_with("此致"))
            && line.chars().count() <= 24
            && !line.ends_with(SENTENCE_ENDS)
            && !self.is_item(at)
    }

    /// The first of the last paragraphs that sounds like an end, with no item after it.
    fn closing(&self, speech: &Speech, from: usize, last: usize) -> Option<usize> {
        let first = from.max(last.saturating_sub(LAST_PARAGRAPHS));
        let salutation = speech
            .parts
            .iter()
            .find(|part| part.kind == PartKind::Salutation);
        let first = salutation.map_or(first, |part| first.max(part.line + 1));
        let after_items = (first..last)
            .rev()
            .find(|&at| {
                self.is_item(at) || self.is_further_item(at) || self.is_next_in_sequence(from, at)
            })
            .map_or(first, |at| at + 1);
        let strength = |at: usize| closing::strength(spoken(self.line(at)));
        let found = (after_items..last)
            .find(|&at| strength(at) >= closing::CERTAIN)
            .or_else(|| {
                (after_items..last)
                    .rev()
                    .find(|&at| strength(at) >= closing::LIKELY)
            })
            .or_else(|| {
                (after_items..last)
                    .rev()
                    .take(1)
                    .find(|&at| strength(at) > 0)
            })?;
        if closing::begins_closing(self.line(found)) {
            return Some(found);
        }
        // Before it, 总之 sums up the last section.
        let sums_up = |at: usize| after_items > first && self.line(at).starts_with("总之");
        let before = (after_items..found)
            .rev()
            .take_while(|&at| strength(at) > 0 && !sums_up(at));
        Some(before.last().unwrap_or(found))
    }
}
