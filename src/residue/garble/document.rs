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
    /// The pair before each of `places`.
    pairs: Vec<u32>,
}

/// Two tokens as one number.
fn pair(first: Token, second: Token) -> u32 {
    u32::from(first) << 16 | u32::from(second)
}

fn bucket(pair: u32) -> usize {
    (pair.wrapping_mul(0x9e37_79b1) >> 16) as usize % BUCKETS
}

impl Document {
    /// Indexes a document; linear in its length.
    pub fn of(tokens: Vec<Token>) -> Self {
        let mut counts = vec![0; usize::from(Token::MAX) + 1];
        for &token in &tokens {
            counts[usize::from(token)] += 1;
        }
        let mut starts = vec![0_u32; BUCKETS + 1];
        for two in tokens.windows(2) {
            starts[bucket(pair(two[0], two[1])) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut places = vec![0; tokens.len().saturating_sub(1)];
        let mut pairs = places.clone();
        for (place, two) in (2..).zip(tokens.windows(2)) {
            let pair = pair(two[0], two[1]);
            let slot = &mut next[bucket(pair)];
            places[*slot as usize] = place;
            pairs[*slot as usize] = pair;
            *slot += 1;
        }
        Self {
            tokens,
            counts,
            starts,
            places,
            pairs,
        }
    }

    /// Where the places that are looked at for a pair are.
    fn bucket_of(&self, pair: u32) -> std::ops::Range<usize> {
        let bucket = bucket(pair);
        let (start, end) = (
            self.starts[bucket] as usize,
            self.starts[bucket + 1] as usize,
        );
        start..end.min(start + LOOKED_AT)
    }

    /// The places after a pair, few of many.
    fn places_after(&self, first: Token, second: Token) -> impl Iterator<Item = usize> {
        let wanted = pair(first, second);
        let bucket = self.bucket_of(wanted);
        let pairs = self.pairs[bucket.clone()].iter();
        pairs
            .zip(&self.places[bucket])
            .filter(move |(pair, _)| **pair == wanted)
            .map(|(_, &place)| place as usize)
    }

    /// How often a pair occurs, up to as many places as are looked at.
    fn count(&self, first: Token, second: Token) -> u32 {
        let wanted = pair(first, second);
        let pairs = self.pairs[self.bucket_of(wanted)].iter();
        pairs.map(|&pair| u32::from(pair == wanted)).sum()
    }

    /// What follows a pair in the document; a few times if it does so often.
    pub fn followers(&self, first: Token, second: Token) -> impl Iterator<Item = Token> {
        let after = self.places_after(first, second);
        after
            .filter_map(|place| self.tokens.get(place).copied())
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
        for place in self.places_after(before[2], before[3]) {
            let Some(&next) = self.tokens.get(place) else {
                continue;
            };
            let pairs = before.iter().rev().zip(self.tokens[..place].iter().rev());
            let shared = pairs.take_while(|(a, b)| a == b).count();
            for all in &mut beginning.all[1..shared] {
                *all += 1;
            }
            let shared = u8::try_from(shared).unwrap_or(0);
            beginning.next[beginning.known] = (next, shared);
            beginning.known += 1;
        }
        beginning
    }

    /// The probability of a token after a beginning, given what the model says; the document speaks where it
    /// has the last token of the beginning.
    pub fn probability(
        &self,
        beginning: &Beginning,
        token: Token,
        model: impl FnOnce() -> f64,
    ) -> Option<f64> {
        if beginning.all[0] == 0 {
            return None;
        }
        let mut same = [0; 4];
        same[0] = self.count(beginning.last, token);
        for &(next, shared) in &beginning.next[..beginning.known] {
            if next == token {
                for same in &mut same[1..usize::from(shared)] {
                    *same += 1;
                }
            }
        }
        let mut probability = model();
        let levels = MODEL_WEIGHT.iter().zip(beginning.all.iter().zip(same));
        for (weight, (all, same)) in levels.filter(|(_, (all, _))| **all > 0) {
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
    next: [(Token, u8); LOOKED_AT],
    known: usize,
}
