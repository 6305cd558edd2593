//! In: a text and the pinyin found in it. Out: its garbled places, each with the readings that the damage
//! turns into exactly what is shown, the best first. Where the best is beyond doubt, Clean has it.
//!
//! Programs replaced bytes in GBK text without regard to character boundaries: they put pinyin after a pair
//! of bytes that belonged to two characters, 們如何 to 們?nèi)绾巍, or made a full-width sign half-width that
//! began with the second byte of a character, 。總 to ?傊. Both lose one byte and leave the rest one byte off.

mod alphabet;
mod before;
mod closer;
mod codec;
mod document;
mod evidence;
mod language;
mod likelihood;
mod lines;
mod marks;
mod memory;
mod pieces;
mod places;
mod reading_table;
mod readings;
mod roots;
mod search;
mod shown;
mod sieve;
mod signs;
mod spelling;
mod trace;

pub use language::is_word;
pub use memory::Memory;
pub use readings::is_character_read;
pub use trace::is_trace;

use crate::text::Span;

/// A garbled place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Garble {
    /// The place, in bytes of Source; it may hold pinyin notes.
    pub span: Span,
    /// What it may have read, the best first; empty where nothing fits.
    pub readings: Vec<String>,
    /// How much likelier the first reading is than all others together, in sixteenths of a bit.
    pub margin: i32,
}

impl Garble {
    /// The place and its first reading where that is beyond doubt, so that Clean has it.
    #[must_use]
    pub fn certain(&self) -> Option<(Span, &str)> {
        let reading = self.readings.first()?;
        (self.margin >= places::MARGIN).then_some((self.span, reading.as_str()))
    }
}

/// The garbled places of a text, sorted and disjoint; `pinyin` are the notes found in it.
///
/// ```
/// use speech_structure::residue::garble::find;
/// let found = find("发展?傮w來看，發展的形勢總體很好。", &[]);
/// assert_eq!(found[0].readings[0], "。總體");
/// assert!(find("准备好了吗?我们出发。", &[]).is_empty());
/// ```
#[must_use]
pub fn find(text: &str, pinyin: &[Span]) -> Vec<Garble> {
    lines::find(text, pinyin, None)
}

/// The same, faster where `memory` knows the lines from an earlier text; it learns those of this one.
#[must_use]
pub fn find_again(text: &str, pinyin: &[Span], memory: &mut Memory) -> Vec<Garble> {
    lines::find(text, pinyin, Some(memory))
}
