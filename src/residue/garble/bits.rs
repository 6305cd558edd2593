//! The unit in which surprise is counted.

/// Sixteenths of a bit.
pub type Bits = i32;
/// A bit, as bits are counted here.
pub const BIT: Bits = 16;
