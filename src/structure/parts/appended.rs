//! In: the lines at the end of a speech, folded. Out: what is appended to its words: the names of attachments,
//! and the notes that 〔1〕 in the text refers to. Neither is spoken, so neither has headings or a closing.

use super::Reader;
use crate::structure::document::PartKind;
use crate::structure::marker::Marker;
use crate::structure::numeral::Numeral;
use crate::structure::sentences::SENTENCE_ENDS;
use crate::text::exceeds;

/// Lines that the names of attachments take, at most.
const MOST_NAMES: usize = 12;
/// Lines that notes take, at most: a bound on work.
const MOST_NOTES: usize = 200;

impl Reader<'_> {
    /// What is appended right before `end`, and its first line.
    pub(super) fn appended(&self, from: usize, end: usize) -> Option<(PartKind, usize)> {
        let attachment = self
            .attachment(from, end)
            .map(|first| (PartKind::Attachment, first));
        attachment.or_else(|| self.notes(from, end).map(|first| (PartKind::Note, first)))
    }

    /// 附件：1.……表, and the lines that go on from it.
    fn attachment(&self, from: usize, end: usize) -> Option<usize> {
        let mut last = (from.max(end.saturating_sub(MOST_NAMES))..end).rev();
        let names = |at: usize| is_name_of_attachment(self.line(at));
        let first = last.find(|&at| !names(at) || begins_attachments(self.line(at)))?;
        begins_attachments(self.line(first)).then_some(first)
    }

    /// 〔1〕…… at the starts of the last lines, or all after 注释 where that begins to count.
    fn notes(&self, from: usize, end: usize) -> Option<usize> {
        let reach = from.max(end.saturating_sub(MOST_NOTES))..end;
        let heading = reach
            .clone()
            .rev()
            .find(|&at| is_notes_heading(self.line(at)));
        let counts = |at: usize| {
            let line = self.line(at);
            is_note_entry(line) || Marker::read(line, 0).is_some_and(|marker| marker.ordinal == 1)
        };
        if let Some(heading) = heading.filter(|&at| at + 1 < end && counts(at + 1)) {
            return Some(heading);
        }
        if !is_note_entry(self.line(end - 1)) && !self.is_item(end - 1) {
            return None;
        }
        reach
            .rev()
            .take_while(|&at| is_note_entry(self.line(at)))
            .last()
    }
}

fn begins_attachments(line: &str) -> bool {
    let rest = ["附件", "附表", "附录", "附"]
        .iter()
        .find_map(|word| line.strip_prefix(word));
    rest.is_some_and(|rest| {
        let number = Numeral::read(rest).map_or(0, |numeral| numeral.length);
        is_name_of_attachment(line) && rest[number..].starts_with(['：', ':'])
    })
}

/// Whether a line may name an attachment: short, and no sentence.
fn is_name_of_attachment(line: &str) -> bool {
    const LONGEST: usize = 50;
    !exceeds(line, LONGEST) && !line.ends_with(SENTENCE_ENDS) && !line.contains('。')
}

/// 〔1〕…… or [1]……
fn is_note_entry(line: &str) -> bool {
    let inside = line.strip_prefix(['〔', '[', '［']);
    inside.is_some_and(|inside| {
        let number = Numeral::read(inside).map_or(0, |numeral| numeral.length);
        number > 0 && inside[number..].starts_with(['〕', ']', '］'])
    })
}

fn is_notes_heading(line: &str) -> bool {
    let bare = line.trim_matches(['：', ':', '【', '】', '[', ']', ' ', '　']);
    matches!(bare, "注" | "注释" | "注解" | "尾注" | "参考文献")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Source;
    use crate::{Options, check};

    /// The words of the parts of a kind, and the findings of a text.
    fn read(text: &str, kind: PartKind) -> (Vec<&str>, Vec<&'static str>) {
        let source = Source::new("", text);
        let checked = check(&source, &Options::default());
        let parts = checked.reading.document.speeches[0].parts.iter();
        let words = parts
            .filter(|part| part.kind == kind)
            .map(|part| part.span.slice(text))
            .collect();
        (words, checked.findings.iter().map(|it| it.code).collect())
    }

    const SPEECH: &str = "在渔业工作会上的讲话\n同志们：\n今天讲两件事。\n一、管好网具\n网眼要合规〔1〕。\n二、管好渔期\n休渔期一条船也不许出港。\n大家回去抓紧办，谢谢大家！\n";

    #[test]
    fn attachments_are_named_after_a_speech() {
        let names = "附件：1.渔船登记表\n2.休渔期安排";
        let text = format!("{SPEECH}县渔业局\n2022年4月1日\n{names}");
        assert_eq!(read(&text, PartKind::Attachment), (vec![names], vec![]));
        let before_date = format!("{SPEECH}{names}\n县渔业局\n2022年4月1日");
        assert_eq!(
            read(&before_date, PartKind::Attachment),
            (vec![names], vec![])
        );
    }

    #[test]
    fn notes_stand_after_a_speech() {
        for notes in [
            "〔1〕网眼，指网具中一目的大小。\n〔2〕渔期，指准许捕捞的日子。",
            "注释：\n1．网眼，指网具中一目的大小。\n2．渔期，指准许捕捞的日子。",
            "注释\n〔1〕网眼，指网具中一目的大小。\n各地的规定并不一样。\n〔2〕渔期，指准许捕捞的日子。",
        ] {
            let text = format!("{SPEECH}{notes}");
            assert_eq!(read(&text, PartKind::Note), (vec![notes], vec![]), "{text}");
        }
    }

    #[test]
    fn words_about_attachments_are_spoken() {
        let text = format!("{SPEECH}附件已经发给大家，请对照执行，有问题的会后找我。");
        assert!(read(&text, PartKind::Attachment).0.is_empty());
    }
}
