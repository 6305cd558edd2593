//! In: pieces of text in the order of a document, each said to be the writer's or synthesised. Out: one text with its
//! provenance. Word files and web pages are both built by it.

use crate::text::{Provenance, RunStart, Span};

/// A text that was put together, and where its pieces came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Built {
    /// The text; its lines end in `\n`.
    pub text: String,
    /// Where its pieces came from.
    pub provenance: Provenance,
}

impl Built {
    /// Bytes so far.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// Adds what the writer wrote.
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Notes that what is pushed next comes from this run.
    pub(super) fn begin_run(&mut self, paragraph: u32, run: u32) {
        let offset = self.len();
        let runs = &mut self.provenance.runs;
        if let Some(last) = runs.last_mut()
            && last.offset == offset
        {
            *last = RunStart {
                offset,
                paragraph,
                run,
            };
        } else {
            runs.push(RunStart {
                offset,
                paragraph,
                run,
            });
        }
    }

    /// Puts something synthesised at an offset that is not far from the end: what follows it is moved.
    pub(super) fn insert_synthesised(&mut self, at: usize, text: &str) {
        if text.is_empty() {
            return;
        }
        self.text.insert_str(at, text);
        self.provenance.shift_from(at, text.len());
        let span = Span::new(at, at + text.len());
        let synthesised = &mut self.provenance.synthesised;
        let place = synthesised.partition_point(|known| known.start < at);
        synthesised.insert(place, span);
    }

    /// Adds all of another text.
    pub(super) fn append(&mut self, other: Self) {
        let by = self.len();
        if by == 0 {
            *self = other;
            return;
        }
        self.text.push_str(&other.text);
        let spans = other.provenance.synthesised.into_iter();
        let moved = spans.map(|span| Span::new(span.start + by, span.end + by));
        self.provenance.synthesised.extend(moved);
        let runs = other.provenance.runs.into_iter();
        let moved = runs.map(|run| RunStart {
            offset: run.offset + by,
            ..run
        });
        self.provenance.runs.extend(moved);
    }

    /// Forgets everything from an offset on.
    pub(super) fn truncate(&mut self, offset: usize) {
        self.text.truncate(offset);
        self.provenance.truncate(offset);
    }

    /// Makes a tab of a line break that stands at an offset.
    pub(super) fn break_to_tab(&mut self, at: usize) {
        if self.text.get(at..=at) == Some("\n") {
            self.text.replace_range(at..=at, "\t");
        }
    }
}
