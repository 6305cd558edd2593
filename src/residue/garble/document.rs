//! In: the document, as tokens. Out: how often a few characters went on with another. What is garbled in one
//! place often stands whole in others: titles, names and set phrases come back.

use super::language::Token;

/// How many places of one beginning are looked at: more would change nothing but the time.
const LOOKED_AT: usize = 48;
const BUCKETS: usize = 1 << 15;
/// What the model's own estimate weighs beside that many occurrences in the document, by the length of the
/// beginning that they share.
const MODEL_WEIGHT: [f64; 4] = [24.0, 3.0, 1.2, 0.6];

/// The tokens of a document, and where each pair of them stands.
pub struct Document {
    tokens: Vec<Token>,
    /// How often each token occurs.
    counts: Vec<u32>,
    /// Where the places of each bucket begin in `places`.
    starts: Vec<u32>,
    /// The places right after a pair, by the pair's bucket.
    places: Vec<u32>,
}

fn bucket(first: Token, second: Token) -> usize {
    let mixed = (u32::from(first) << 16 | u32::from(second)).wrapping_mul(0x9e37_79b1);
    (mixed >> 17) as usize % BUCKETS
}

impl Document {
    /// Indexes a document; linear in its length.
    pub fn of(tokens: Vec<Token>) -> Self {
        let mut counts = vec![0; usize::from(Token::MAX) + 1];
        for &token in &tokens {
            counts[usize::from(token)] += 1;
        }
        let mut starts = vec![0_u32; BUCKETS + 1];
        for pair in tokens.windows(2) {
            starts[bucket(pair[0], pair[1]) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut places = vec![0; tokens.len().saturating_sub(1)];
        for (place, pair) in (2..).zip(tokens.windows(2)) {
            let slot = &mut next[bucket(pair[0], pair[1])];
            places[*slot as usize] = place;
            *slot += 1;
        }
        Self {
            tokens,
            counts,
            starts,
            places,
        }
    }

    /// The places after a pair, few of many.
    fn after(&self, first: Token, second: Token) -> impl Iterator<Item = &[Token]> {
        let bucket = bucket(first, second);
        let range = self.starts[bucket] as usize..self.starts[bucket + 1] as usize;
        let places = self.places[range].iter().take(LOOKED_AT);
        places
            .map(|&place| &self.tokens[..place as usize])
            .filter(move |before| before.ends_with(&[first, second]))
    }

    /// What follows a pair in the document; a few times if it does so often.
    pub fn followers(&self, first: Token, second: Token) -> impl Iterator<Item = Token> {
        let after = self.after(first, second);
        after
            .filter_map(|before| self.tokens.get(before.len()).copied())
            .take(8)
    }

    /// The probability of a token after four others, given what the model says; the document speaks where it
    /// has the last of them.
    pub fn probability(&self, before: [Token; 4], token: Token, model: f64) -> Option<f64> {
        let single = self.counts[usize::from(before[3])];
        if single == 0 {
            return None;
        }
        let (mut all, mut same) = ([0.0; 4], [0.0; 4]);
        all[0] = f64::from(single);
        same[0] = f64::from(u32::try_from(self.after(before[3], token).count()).unwrap_or(0));
        for beginning in self.after(before[2], before[3]) {
            let pairs = before.iter().rev().zip(beginning.iter().rev());
            let shared = pairs.take_while(|(a, b)| a == b).count();
            let is_same = self.tokens.get(beginning.len()) == Some(&token);
            for order in 1..shared {
                all[order] += 1.0;
                same[order] += f64::from(u8::from(is_same));
            }
        }
        let mut probability = model;
        for (weight, (all, same)) in MODEL_WEIGHT.iter().zip(all.iter().zip(same)) {
            probability = (same + weight * probability) / (all + weight);
        }
        Some(probability)
    }
}
