//! In: the text as given. Out: [`Source`] (never changed) with lines and UTF-16 positions, and the
//! [`Layers`] above it that recognisers read. Everything else in the crate speaks in these types.

mod common_characters;
mod kept_bytes;
mod layers;
mod length;
mod line_breaks;
mod provenance;
mod signs;
mod source;
mod span;

pub mod fold;
mod fold_table;

pub use common_characters::is_common;
pub use kept_bytes::{KeptBytes, KeptPlace};
pub use layers::{Layers, OffsetMap, Replacement};
pub use length::exceeds;
pub use line_breaks::lines;
pub use provenance::{Provenance, RunStart};
pub use signs::{is_alphabetic, is_alphanumeric, signs};
pub use source::{Certainty, Format, Position, Source};
pub use span::Span;
