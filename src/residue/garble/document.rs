//! In: the document, as tokens. Out: how often a few characters went on with another. What is garbled in one
//! place often stands whole in others: titles, names and set phrases come back.

use super::language::{Token, sixteenths};

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
    /// Where the followers of each token begin in `followers`.
    firsts: Vec<u32>,
    /// The tokens after each token, sorted, and how often they come.
    followers: Vec<(Token, u32)>,
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

/// Sorts things into boxes by their numbers, keeping their order: where each box begins, and the things.
fn boxed(count: usize, all: impl Iterator<Item = (usize, u32)> + Clone) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0_u32; count + 1];
    for (number, _) in all.clone() {
        starts[number + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut next = starts.clone();
    let mut things = vec![0; starts[count] as usize];
    for (number, thing) in all {
        things[next[number] as usize] = thing;
        next[number] += 1;
    }
    (starts, things)
}

impl Document {
    /// Indexes a document; linear in its length.
    pub fn of(tokens: Vec<Token>) -> Self {
        let mut counts = vec![0; usize::from(Token::MAX) + 1];
        for &token in &tokens {
            counts[usize::from(token)] += 1;
        }
        let twos = tokens.windows(2);
        let (starts, places) = boxed(
            BUCKETS,
            (2..)
                .zip(twos.clone())
                .map(|(place, two)| (bucket(pair(two[0], two[1])), place)),
        );
        let (ends, seconds) = boxed(
            counts.len(),
            twos.map(|two| (usize::from(two[0]), u32::from(two[1]))),
        );
        let (firsts, followers) = counted(&ends, seconds);
        let before = |&place: &u32| pair(tokens[place as usize - 2], tokens[place as usize - 1]);
        let pairs = places.iter().map(before).collect();
        Self {
            tokens,
            counts,
            firsts,
            followers,
            starts,
            places,
            pairs,
        }
    }

    /// The places after a pair, few of many.
    fn after(&self, first: Token, second: Token) -> impl Iterator<Item = &[Token]> {
        let wanted = pair(first, second);
        let bucket = bucket(wanted);
        let range = self.starts[bucket] as usize..self.starts[bucket + 1] as usize;
        let places = self.pairs[range.clone()].iter().zip(&self.places[range]);
        places
            .take(LOOKED_AT)
            .filter(move |(pair, _)| **pair == wanted)
            .map(|(_, &place)| &self.tokens[..place as usize])
    }

    /// What follows a pair in the document; a few times if it does so often.
    pub fn followers(&self, first: Token, second: Token) -> impl Iterator<Item = Token> {
        let after = self.after(first, second);
        after
            .filter_map(|before| self.tokens.get(before.len()).copied())
            .take(8)
    }

    /// What the document says of four tokens.
    pub fn beginning(&self, before: [Token; 4]) -> Beginning<'_> {
        let last = usize::from(before[3]);
        let mut all = [0; 4];
        all[0] = self.counts[last];
        let mut beginning = Beginning {
            after_last: &[],
            share: 0.0,
            longer: Vec::new(),
            rest: 1.0,
            rest_bits: 0,
        };
        if all[0] == 0 {
            return beginning;
        }
        let mut next: Vec<(Token, usize)> = Vec::new();
        for place in self.after(before[2], before[3]) {
            let Some(&token) = self.tokens.get(place.len()) else {
                continue;
            };
            let pairs = before.iter().rev().zip(place.iter().rev());
            let shared = pairs.take_while(|(a, b)| a == b).count();
            for all in &mut all[1..shared] {
                *all += 1;
            }
            next.push((token, shared));
        }
        let weights = MODEL_WEIGHT.iter().zip(all);
        for (length, (weight, all)) in weights.enumerate().rev() {
            let share = beginning.rest / (f64::from(all) + weight);
            if length == 0 {
                beginning.share = share;
            }
            let seen = next
                .iter()
                .filter(|(_, shared)| (1..*shared).contains(&length));
            beginning
                .longer
                .extend(seen.map(|&(token, _)| (token, share)));
            beginning.rest = share * weight;
        }
        let range = self.firsts[last] as usize..self.firsts[last + 1] as usize;
        beginning.after_last = &self.followers[range];
        beginning.rest_bits = sixteenths(beginning.rest);
        beginning
    }
}

/// The followers of each token, each with its count, from the followers of each in the order of the text.
fn counted(ends: &[u32], mut seconds: Vec<u32>) -> (Vec<u32>, Vec<(Token, u32)>) {
    let mut firsts = vec![0];
    let mut followers: Vec<(Token, u32)> = Vec::new();
    for range in ends.windows(2) {
        let own = &mut seconds[range[0] as usize..range[1] as usize];
        own.sort_unstable();
        let runs = own.chunk_by(|a, b| a == b);
        followers.extend(runs.map(|run| {
            let token = Token::try_from(run[0]).unwrap_or_default();
            (token, u32::try_from(run.len()).unwrap_or(u32::MAX))
        }));
        firsts.push(u32::try_from(followers.len()).unwrap_or(u32::MAX));
    }
    (firsts, followers)
}

/// What the document says of a few tokens: what comes after the last of them, after the last two and so on.
///
/// A probability is that of the model, drawn towards what the document has after the last token, then after
/// the last two and so on; all of that is linear in the model's, so it is summed up beforehand.
pub struct Beginning<'d> {
    /// The tokens that come after the last one, sorted, and how often.
    after_last: &'d [(Token, u32)],
    /// What one such occurrence adds.
    share: f64,
    /// The tokens that come after more than the last one, each time with what that adds.
    longer: Vec<(Token, f64)>,
    /// What the model's own probability is multiplied by, and the bits of that.
    rest: f64,
    rest_bits: i32,
}

impl Beginning<'_> {
    /// The bits of a token after this beginning, given those that the model says, and the probability of these.
    pub fn bits(&self, token: Token, model: i32, probability: impl FnOnce() -> f64) -> i32 {
        let Ok(found) = self
            .after_last
            .binary_search_by_key(&token, |&(token, _)| token)
        else {
            return model + self.rest_bits;
        };
        let longer = self.longer.iter().filter(|(other, _)| *other == token);
        let seen = f64::from(self.after_last[found].1) * self.share
            + longer.map(|(_, share)| share).sum::<f64>();
        sixteenths(seen + self.rest * probability())
    }
}
