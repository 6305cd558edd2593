//! In: the document, as tokens. Out: how often a few characters went on with another. What is garbled in one
//! place often stands whole in others: titles, names and set phrases come back.

use super::language::Token;

/// How many places of one beginning are looked at: more would change nothing but the time.
const LOOKED_AT: usize = 48;
const BUCKETS: usize = 1 << 16;
/// What the model's own estimate weighs beside that many occurrences in the document, by the length of the
/// beginning that they share.
const MODEL_WEIGHT: [f64; 4] = [36.0, 4.0, 1.5, 0.8];

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
    (mixed >> 16) as usize % BUCKETS
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

    /// What the document says of four tokens.
    pub fn beginning(&self, before: [Token; 4]) -> Beginning {
        let mut beginning = Beginning {
            last: before[3],
            all: [0; 4],
            next: [(0, 0); LOOKED_AT],
            known: 0,
        };
        beginning.all[0] = self.counts[usize::from(before[3])];
        if beginning.all[0] == 0 {
            return beginning;
        }
        for place in self.after(before[2], before[3]) {
            let Some(&next) = self.tokens.get(place.len()) else {
                continue;
            };
            let pairs = before.iter().rev().zip(place.iter().rev());
            let shared = pairs.take_while(|(a, b)| a == b).count();
            for all in &mut beginning.all[1..shared] {
                *all += 1;
            }
            beginning.next[beginning.known] = (next, shared);
            beginning.known += 1;
        }
        beginning
    }

    /// The probability of a token after a beginning, given what the model says; the document speaks where it
    /// has the last token of the beginning.
    pub fn probability(&self, beginning: &Beginning, token: Token, model: f64) -> Option<f64> {
        if beginning.all[0] == 0 {
            return None;
        }
        let mut same = [0; 4];
        same[0] = u32::try_from(self.after(beginning.last, token).count()).unwrap_or(0);
        for &(next, shared) in &beginning.next[..beginning.known] {
            if next == token {
                for same in &mut same[1..shared] {
                    *same += 1;
                }
            }
        }
        let mut probability = model;
        for (weight, (all, same)) in MODEL_WEIGHT.iter().zip(beginning.all.iter().zip(same)) {
            probability = (f64::from(same) + weight * probability) / (f64::from(*all) + weight);
        }
        Some(probability)
    }
}

/// What the document says of a few tokens: how often it has the last of them, the last two and so on, and
/// what comes next.
#[derive(Clone)]
pub struct Beginning {
    last: Token,
    all: [u32; 4],
    /// The tokens that come next, each with how many tokens before it are the same.
    next: [(Token, usize); LOOKED_AT],
    known: usize,
}
