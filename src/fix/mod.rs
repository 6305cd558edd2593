//! In: places of the Document and what should stand there. Out: fixes, which are edits of the Source; applied together
//! without overlap.

mod apply;
mod count;
mod lines;
mod renumber;
mod restyle;

pub use apply::{Applied, apply};
pub use count::correct_count;
pub use lines::{break_lines, delete_line};
pub use lines::{line_break, remove_lines, replace};
pub use renumber::renumber;
pub use restyle::restyle;

use crate::residue::LayoutMark;
use crate::text::{Layers, Span};
use crate::words::Words;

/// Whether a fix may be applied unseen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Safety {
    /// Separators, widths, residue: no word of the writer's changes.
    Safe,
    /// It deletes, moves or changes the writer's words.
    Review,
}

impl Safety {
    /// The name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Review => "review",
        }
    }
}

/// One change of the Source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// What is replaced, in bytes of Source; empty for an insertion.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

impl Edit {
    /// Writes what a text that no page had cut has in place of a mark of the layout.
    #[must_use]
    pub fn of_layout(mark: &LayoutMark) -> Self {
        Self {
            span: mark.span,
            text: mark.text.to_owned(),
        }
    }

    /// Puts `text` in place of a span of Clean; `None` where residue stands in it, which only its own fix
    /// may touch.
    #[must_use]
    pub fn of_clean(layers: &Layers, clean: Span, text: String) -> Option<Self> {
        let span = layers.to_source(clean);
        (span.slice(&layers.source.text) == clean.slice(&layers.clean))
            .then_some(Self { span, text })
    }
}

/// A repair: edits that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What the button says, with `{name}` for each datum of the finding.
    pub title: &'static Words,
    /// Whether it may be applied unseen.
    pub safety: Safety,
    /// The changes, sorted and disjoint.
    pub edits: Vec<Edit>,
}
