//! Where the characters of a Source came from, when its file was not plain text: which paragraph and run of a Word file wrote
//! them, and which of them no one wrote, such as automatic numbers. A plain text has no provenance; its fields are empty.

use super::Span;

/// Where the pieces of a text came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// What the reading program wrote because a word processor or a browser shows it: numbers and bullets of lists, with what
    /// separates them from the words. In bytes of the text, sorted and disjoint.
    pub synthesised: Vec<Span>,
    /// Where each run begins, sorted; a run reaches to the next one or to the end of its paragraph.
    pub runs: Vec<RunStart>,
}

/// The first character that a run of a Word file wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunStart {
    /// Byte offset in the text.
    pub offset: usize,
    /// The paragraph (`w:p`) in the order of the file, counted from 0, those of tables and text boxes among them.
    pub paragraph: u32,
    /// The run (`w:r`) of that paragraph, counted from 0.
    pub run: u32,
}

impl Provenance {
    /// Whether an edit of this span would change what is synthesised: overlap it, or insert something inside it.
    #[must_use]
    pub fn is_touched(&self, span: Span) -> bool {
        let next = self
            .synthesised
            .partition_point(|known| known.end <= span.start);
        self.synthesised.get(next).is_some_and(|known| {
            if span.is_empty() {
                known.start < span.start
            } else {
                known.start < span.end
            }
        })
    }

    /// The run that wrote the character at a byte offset.
    #[must_use]
    pub fn run_at(&self, offset: usize) -> Option<RunStart> {
        let after = self.runs.partition_point(|run| run.offset <= offset);
        after.checked_sub(1).map(|index| self.runs[index])
    }

    /// Everything from this offset on moves back by so many bytes.
    pub(crate) fn shift_from(&mut self, offset: usize, by: usize) {
        for span in self.synthesised.iter_mut().rev() {
            if span.start < offset {
                break;
            }
            *span = Span::new(span.start + by, span.end + by);
        }
        for run in self.runs.iter_mut().rev() {
            if run.offset < offset {
                break;
            }
            run.offset += by;
        }
    }

    /// Forgets what lies at this offset or after it.
    pub(crate) fn truncate(&mut self, offset: usize) {
        let spans = self.synthesised.partition_point(|span| span.start < offset);
        self.synthesised.truncate(spans);
        let runs = self.runs.partition_point(|run| run.offset < offset);
        self.runs.truncate(runs);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_edits_inside_or_across_touch_what_is_synthesised() {
        let provenance = Provenance {
            synthesised: vec![Span::new(4, 8), Span::new(20, 24)],
            runs: Vec::new(),
        };
        let touched = |start, end| provenance.is_touched(Span::new(start, end));
        assert!(touched(7, 9) && touched(3, 5) && touched(6, 6) && touched(0, 30));
        assert!(!touched(4, 4) && !touched(8, 8) && !touched(8, 20) && !touched(24, 30));
    }
}
