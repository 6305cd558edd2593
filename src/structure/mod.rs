//! In: the layers of a text. Out: the [`Document`]: segments, speeches, parts, outline, runs and
//! announcements. Each recogniser reads Folded and writes plain data; none reports anything.

mod document;
pub mod marker;
mod numeral;
pub mod outline;

pub use document::{
    Announcement, Compilation, Document, Genre, Part, PartKind, Run, Section, Segment, SegmentKind,
    Speech,
};
pub use numeral::Numeral;
