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

    /// The provenance of the text after changes, which are sorted and disjoint, each a span and the bytes that come into its place.
    /// What a change touches is no longer synthesised; a change's own words come from the run before them.
    #[must_use]
    pub fn after(mut self, changes: impl Iterator<Item = (Span, usize)>) -> Self {
        let (mut added, mut removed) = (0, 0);
        let mut synthesised = std::mem::take(&mut self.synthesised).into_iter().peekable();
        let mut runs = std::mem::take(&mut self.runs).into_iter().peekable();
        let end = (Span::new(usize::MAX, usize::MAX), 0);
        for (span, length) in changes.chain([end]) {
            while let Some(known) = synthesised.next_if(|known| known.end <= span.start) {
                let moved = |offset: usize| offset + added - removed;
                self.synthesised
                    .push(Span::new(moved(known.start), moved(known.end)));
            }
            while let Some(run) = runs.next_if(|run| run.offset < span.start.max(1)) {
                let offset = run.offset + added - removed;
                self.runs.push(RunStart { offset, ..run });
            }
            let is_gone = |known: &Span| known.start < span.end;
            while synthesised.next_if(is_gone).is_some() {}
            added += length;
            removed += span.len();
            while let Some(run) = runs.next_if(|run| run.offset < span.end) {
                // What is left of the run begins after the change.
                let offset = span.end + added - removed;
                self.runs.push(RunStart { offset, ..run });
            }
        }
        self
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
    fn provenance_moves_with_the_text() {
        let run = |offset, run| RunStart {
            offset,
            paragraph: 0,
            run,
        };
        let provenance = Provenance {
            synthesised: vec![Span::new(0, 2), Span::new(10, 12), Span::new(20, 22)],
            runs: vec![run(2, 0), run(6, 1), run(12, 2)],
        };
        let changes = [(Span::new(4, 8), 1), (Span::new(11, 12), 3)];
        let after = provenance.after(changes.into_iter());
        assert_eq!(after.synthesised, [Span::new(0, 2), Span::new(19, 21)]);
        assert_eq!(after.runs, [run(2, 0), run(5, 1), run(11, 2)]);
    }

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
