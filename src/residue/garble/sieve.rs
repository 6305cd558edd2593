//! In: numbers. Out: for most of the others, that they are not among them. Nearly all that the search asks for
//! was never seen, and a sieve says so at a tenth of the cost of looking.

/// Numbers, by one bit each.
pub struct Sieve {
    bits: Vec<u64>,
}

impl Sieve {
    /// A sieve for so many numbers; it lets one of sixteen others pass.
    pub fn of(numbers: impl Iterator<Item = u64>, count: usize) -> Self {
        let words = (count / 4).max(16).next_power_of_two();
        let mut sieve = Self {
            bits: vec![0; words],
        };
        for number in numbers {
            let (word, bit) = sieve.place(number);
            sieve.bits[word] |= bit;
        }
        sieve
    }

    /// Whether a number may be among those of the sieve.
    #[inline]
    pub fn may_hold(&self, number: u64) -> bool {
        let (word, bit) = self.place(number);
        self.bits[word] & bit != 0
    }

    #[inline]
    #[allow(
        clippy::cast_possible_truncation,
        reason = "cut to the number of words, which is a power of two"
    )]
    fn place(&self, number: u64) -> (usize, u64) {
        let mixed = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
        let word = (mixed >> 6) as usize & (self.bits.len() - 1);
        (word, 1 << (mixed & 63))
    }
}
