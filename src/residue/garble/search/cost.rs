//! What a variant of the damage costs, in sixteenths of a bit. The figures are chosen so that texts which were
//! damaged by a test, and real ones, are read right; what is less than nothing speaks for damage.

use super::super::bits::{BIT, Bits};

/// A lost byte left nothing, although others leave `?`.
pub const SILENT: Bits = 3 * BIT;
/// The same, before a question mark that is one.
pub const QUESTION: Bits = 5 * BIT;
/// A character that is read otherwise as a rule.
pub const READ_OTHERWISE: Bits = 15 * BIT;
/// A character of which no reading is known.
pub const NO_READING: Bits = 10 * BIT;
/// A note beside a character that is not read so, where the note may belong to what was seen.
pub const READ_STRANGELY: Bits = 5 * BIT;
/// A byte of ASCII that was the second of a pair: a Latin letter right after a character.
pub const LETTER: Bits = 6 * BIT;
/// A reading that fits a note beside it, which is more than chance.
pub const READ_SO: Bits = -8 * BIT;
/// A note without its opening bracket is nothing that anybody writes.
pub const BARE_NOTE: Bits = -20 * BIT;
/// A lost byte took a blank or the like along that stood behind it.
pub const SWALLOWED: Bits = 7 * BIT;
