//! In: where a text was read from bytes that its charset does not have, or would not write again. Out: those
//! bytes, by their place in the text. A file is saved with them as they were.

use super::Span;

/// The bytes behind some stretches of a Source, sorted by place.
///
/// All bytes lie in one vector: a broken file has millions of such places.
#[derive(Clone, Debug, Default)]
pub struct KeptBytes {
    places: Vec<Entry>,
    bytes: Vec<u8>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    span: Span,
    bytes_end: usize,
    is_undecodable: bool,
}

/// A stretch of a Source whose bytes were kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeptPlace<'k> {
    /// The stretch, in bytes of Source.
    pub span: Span,
    /// What stood in the file.
    pub bytes: &'k [u8],
    /// Whether the charset has no character for them; the text shows U+FFFD. Otherwise it has one, which it
    /// writes with other bytes.
    pub is_undecodable: bool,
}

impl KeptBytes {
    /// Keeps the bytes of a stretch that lies after all others.
    pub fn keep(&mut self, span: Span, bytes: &[u8], is_undecodable: bool) {
        self.bytes.extend_from_slice(bytes);
        self.places.push(Entry {
            span,
            bytes_end: self.bytes.len(),
            is_undecodable,
        });
    }

    /// Whether nothing was kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// All places in order.
    pub fn places(&self) -> impl Iterator<Item = KeptPlace<'_>> {
        self.within(Span::new(0, usize::MAX))
    }

    /// The places that lie whole within a stretch of the Source, in order.
    pub fn within(&self, stretch: Span) -> impl Iterator<Item = KeptPlace<'_>> {
        let first = self
            .places
            .partition_point(|entry| entry.span.start < stretch.start);
        (first..self.places.len())
            .map(|index| self.place(index))
            .take_while(move |place| place.span.end <= stretch.end)
    }

    fn place(&self, index: usize) -> KeptPlace<'_> {
        let entry = self.places[index];
        let bytes_start = match index.checked_sub(1) {
            Some(before) => self.places[before].bytes_end,
            None => 0,
        };
        KeptPlace {
            span: entry.span,
            bytes: &self.bytes[bytes_start..entry.bytes_end],
            is_undecodable: entry.is_undecodable,
        }
    }
}
