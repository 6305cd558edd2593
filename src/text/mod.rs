//! In: the text as given. Out: [`Source`] (never changed) with lines and UTF-16 positions, and the
//! [`Layers`] above it that recognisers read. Everything else in the crate speaks in these types.

mod layers;
mod line_breaks;
mod provenance;
mod source;
mod span;

pub mod fold;
mod fold_table;

pub use layers::{Layers, OffsetMap, Replacement};
pub use line_breaks::lines;
pub use provenance::{Provenance, RunStart};
pub use source::{Position, Source};
pub use span::Span;
