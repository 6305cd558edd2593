//! In: the document, as tokens. Out: how often a few characters went on with another. What is garbled in one
//! place often stands whole in others: titles, names and set phrases come back.

use super::language::{Token, sixteenths};

/// How many places of one beginning are looked at: more would change nothing but the time.
const LOOKED_AT: usize = 48;
/// What the model's own estimate weighs beside that many occurrences in the document, by the length of the
/// beginning that they share.
const MODEL_WEIGHT: [f64; 4] = [36.0, 4.0, 1.5, 0.8];

/// The tokens of a document, and where each pair of them stands.
pub struct Document {
    tokens: Vec<Token>,
    /// Where the places of each token begin in `places`.
    firsts: Vec<u32>,
    /// The places of all tokens but the last, sorted by token, then by the one that follows.
    places: Vec<u32>,
    /// The token that follows each of `places`.
    seconds: Vec<Token>,
}

/// Sorts places into boxes by their tokens, keeping their order: where each box begins, and the places.
fn boxed(
    count: usize,
    places: impl Iterator<Item = (Token, u32)> + Clone,
) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0_u32; count + 1];
    for (token, _) in places.clone() {
        starts[usize::from(token) + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut next = starts.clone();
    let mut sorted = vec![0; starts[count] as usize];
    for (token, place) in places {
        let next = &mut next[usize::from(token)];
        sorted[*next as usize] = place;
        *next += 1;
    }
    (starts, sorted)
}

/// A count that a few more occurrences seldom change: three leading bits.
fn coarse(count: u32) -> u32 {
    let shift = (u32::BITS - count.leading_zeros()).saturating_sub(3);
    count >> shift << shift
}

impl Document {
    /// Indexes a document, whose tokens are below `count`; linear in its length.
    pub fn of(tokens: Vec<Token>, count: usize) -> Self {
        let follower = |place: u32| tokens[place as usize + 1];
        let all = 0..u32::try_from(tokens.len().saturating_sub(1)).unwrap_or(u32::MAX);
        let (_, by_second) = boxed(count, all.map(|place| (follower(place), place)));
        let first = |&place: &u32| (tokens[place as usize], place);
        let (firsts, places) = boxed(count, by_second.iter().map(first));
        drop(by_second);
        let seconds = places.iter().map(|&place| follower(place)).collect();
        Self {
            tokens,
            firsts,
            places,
            seconds,
        }
    }

    /// Where the places of a token stand in `places`.
    fn range(&self, token: Token) -> std::ops::Range<usize> {
        let at = usize::from(token);
        self.firsts[at] as usize..self.firsts[at + 1] as usize
    }

    /// The places of a pair, few of many.
    fn places_of(&self, first: Token, second: Token) -> &[u32] {
        let range = self.range(first);
        let found = run(&self.seconds[range.clone()], second);
        let from = range.start + found.start;
        &self.places[from..from + found.len().min(LOOKED_AT)]
    }

    /// What follows a pair in the document; a few times if it does so often.
    pub fn followers(&self, first: Token, second: Token) -> impl Iterator<Item = Token> {
        let places = self.places_of(first, second).iter();
        places
            .filter_map(|&place| self.tokens.get(place as usize + 2).copied())
            .take(8)
    }

    /// What the document says of four tokens.
    pub fn beginning(&self, before: [Token; 4]) -> Beginning<'_> {
        let last = self.range(before[3]);
        let mut beginning = Beginning {
            after_last: &self.seconds[last],
            shares: [0.0; 5],
            longer: [(0, 0); LOOKED_AT],
            longer_count: 0,
            rest: 1.0,
            rest_bits: 0,
        };
        if beginning.after_last.is_empty() {
            return beginning;
        }
        let mut all = [0; 4];
        all[0] = coarse(u32::try_from(beginning.after_last.len()).unwrap_or(u32::MAX));
        for &place in self.places_of(before[2], before[3]) {
            let place = place as usize;
            let Some(&token) = self.tokens.get(place + 2) else {
                continue;
            };
            let mut shared = 2;
            while shared < 4
                && place + 2 > shared
                && self.tokens[place + 1 - shared] == before[3 - shared]
            {
                shared += 1;
            }
            for all in &mut all[1..shared] {
                *all += 1;
            }
            beginning.longer[beginning.longer_count] = (token, shared);
            beginning.longer_count += 1;
        }
        beginning.weigh(all);
        beginning
    }
}

/// Where a token stands among sorted ones.
fn run(sorted: &[Token], token: Token) -> std::ops::Range<usize> {
    let from = sorted.partition_point(|&other| other < token);
    let rest = &sorted[from..];
    // Most of the time there are few.
    let near = rest.iter().take(8).take_while(|&&other| other == token);
    let count = match near.count() {
        8 => rest.partition_point(|&other| other == token),
        few => few,
    };
    from..from + count
}

/// What the document says of a few tokens: what comes after the last of them, after the last two and so on.
///
/// A probability is that of the model, drawn towards what the document has after the last token, then after
/// the last two and so on; all of that is linear in the model's, so it is summed up beforehand.
pub struct Beginning<'d> {
    /// The tokens that come after the last one, sorted.
    after_last: &'d [Token],
    /// What one occurrence adds, by how many tokens before it are shared; of more than one all together.
    shares: [f64; 5],
    /// The tokens that come after more than the last one, and how many tokens before them are shared.
    longer: [(Token, usize); LOOKED_AT],
    longer_count: usize,
    /// What the model's own probability is multiplied by, and the bits of that.
    rest: f64,
    rest_bits: i32,
}

impl Beginning<'_> {
    /// Weighs the occurrences; `all` are those that share at least one token, two and so on.
    fn weigh(&mut self, all: [u32; 4]) {
        let mut own = [0.0; 4];
        for (length, (weight, all)) in MODEL_WEIGHT.iter().zip(all).enumerate().rev() {
            own[length] = self.rest / (f64::from(all) + weight);
            self.rest = own[length] * weight;
        }
        self.shares = [0.0, own[0], own[1], own[1] + own[2], own[1] + own[2] + own[3]];
        self.rest_bits = sixteenths(self.rest);
    }

    /// The bits of a token after this beginning, given those that the model says, and the probability of these.
    pub fn bits(&self, token: Token, model: i32, probability: impl FnOnce() -> f64) -> i32 {
        let count = run(self.after_last, token).len();
        if count == 0 {
            return model + self.rest_bits;
        }
        let longer = self.longer[..self.longer_count].iter();
        let longer = longer.filter(|(other, _)| *other == token);
        let longer: f64 = longer.map(|&(_, shared)| self.shares[shared]).sum();
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        let seen = f64::from(count) * self.shares[1] + longer;
        sixteenths(seen + self.rest * probability())
    }
}
