//! In: the document, as tokens. Out: how often a few characters went on with another. What is garbled in one
//! place often stands whole in others: titles, names and set phrases come back.

use super::language::{Token, UNKNOWN, sixteenths};
use super::sieve::Sieve;

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
    /// The pairs.
    pairs: Sieve,
    /// The bits of what is left for the model where a token is all of a beginning that was seen.
    left: Vec<i16>,
}

/// Two tokens as one number.
fn pair(first: Token, second: Token) -> u64 {
    u64::from(first) << 16 | u64::from(second)
}

/// Sorts places into boxes by their tokens, keeping their order: where each box begins, and the places.
fn boxed(count: usize, places: impl Iterator<Item = (Token, u32)> + Clone) -> (Vec<u32>, Vec<u32>) {
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

/// A count that a few more occurrences seldom change, so that what was found with it stays: its two leading bits.
pub fn coarse(count: u32) -> u32 {
    let shift = (u32::BITS - count.leading_zeros()).saturating_sub(2);
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
        let left = firsts.windows(2).map(|range| {
            let weights = Weights::of([coarse(range[1] - range[0]), 0, 0, 0]);
            i16::try_from(sixteenths(weights.left)).unwrap_or(i16::MAX)
        });
        let left = left.collect();
        // Tokens that the model does not know are all one, and say nothing of each other.
        let known = tokens.windows(2).filter(|two| !two.contains(&UNKNOWN));
        let pairs = known.map(|two| pair(two[0], two[1]));
        Self {
            pairs: Sieve::of(pairs, tokens.len()),
            tokens,
            left,
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
        if first == UNKNOWN || second == UNKNOWN || !self.pairs.may_hold(pair(first, second)) {
            return &[];
        }
        let range = self.range(first);
        let found = run(&self.seconds[range.clone()], second);
        let from = range.start + found.start;
        &self.places[from..from + found.len().min(LOOKED_AT)]
    }

    /// Whether tokens stand in the document one after the other; as far as it is looked at.
    pub fn holds(&self, tokens: &[Token]) -> bool {
        let [first, second, ..] = tokens else {
            return false;
        };
        let places = self.places_of(*first, *second).iter();
        let mut found = places.map(|&place| &self.tokens[place as usize..]);
        found.any(|rest| rest.starts_with(tokens))
    }

    /// What follows a pair in the document; a few times if it does so often.
    pub fn followers(&self, first: Token, second: Token) -> impl Iterator<Item = Token> {
        let places = self.places_of(first, second).iter();
        places
            .filter_map(|&place| self.tokens.get(place as usize + 2).copied())
            .take(8)
    }

    /// How many tokens before the follower of a pair's place are those given.
    fn shared(&self, place: usize, before: [Token; 4]) -> usize {
        let earlier = self.tokens[..place].iter().rev();
        let wanted = before[..2].iter().rev();
        2 + earlier.zip(wanted).take_while(|(a, b)| a == b).count()
    }

    /// What the document says of four tokens.
    pub fn beginning(&self, before: [Token; 4]) -> Beginning<'_> {
        let last = before[3];
        let places = self.places_of(before[2], last);
        let mut beginning = Beginning {
            document: self,
            before,
            places,
            weights: Weights::default(),
            left: i32::from(self.left[usize::from(last)]),
        };
        if !places.is_empty() {
            beginning.weights = beginning.weigh();
            beginning.left = sixteenths(beginning.weights.left);
        }
        beginning
    }
}

/// Documents that differ in more tokens than this have little in common.
const DIFFERENT: usize = 2_000;

/// What a document says otherwise than another.
#[derive(Default)]
pub struct Changed {
    /// Pairs of which there are more or fewer.
    pub pairs: Vec<(Token, Token)>,
    /// Pairs that stand among others.
    pub beginnings: Vec<(Token, Token)>,
    /// Tokens of which there are more or fewer.
    pub firsts: Vec<Token>,
}

impl Document {
    /// What another document says otherwise; nothing where that is too much.
    pub fn changed(&self, other: &Self) -> Option<Changed> {
        let same = |pair: &(&Token, &Token)| pair.0 == pair.1;
        let (old, new) = (&self.tokens, &other.tokens);
        if old == new {
            return Some(Changed::default());
        }
        let start = old.iter().zip(new).take_while(same).count();
        let (old_rest, new_rest) = (&old[start..], &new[start..]);
        let ends = old_rest.iter().rev().zip(new_rest.iter().rev());
        let end = ends.take_while(same).count();
        let mut changed = Changed::default();
        for tokens in [old, new] {
            let middle = start..tokens.len() - end;
            if middle.len() > DIFFERENT {
                return None;
            }
            // A pair is known with two tokens before and one behind.
            let from = middle.start.saturating_sub(3);
            let to = (middle.end + 3).min(tokens.len());
            let near = tokens.get(from..to)?;
            let documents = [self, other];
            let pairs = near.windows(2).map(|two| (two[0], two[1]));
            changed.beginnings.extend(pairs.clone());
            changed.pairs.extend(pairs.filter(|&(first, second)| {
                let [one, another] = documents.map(|all| all.count_of_pair(first, second));
                one != another
            }));
            let firsts = near.iter().filter(|&&token| {
                let [one, another] = documents.map(|all| all.count(token));
                one != another
            });
            changed.firsts.extend(firsts);
        }
        Some(changed)
    }

    /// How often one token comes after another, roughly.
    fn count_of_pair(&self, first: Token, second: Token) -> u32 {
        if first == UNKNOWN || second == UNKNOWN || !self.pairs.may_hold(pair(first, second)) {
            return 0;
        }
        let found = run(&self.seconds[self.range(first)], second);
        coarse(u32::try_from(found.len()).unwrap_or(u32::MAX))
    }

    /// How often a token occurs, roughly.
    fn count(&self, token: Token) -> u32 {
        coarse(u32::try_from(self.range(token).len()).unwrap_or(u32::MAX))
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
    document: &'d Document,
    before: [Token; 4],
    /// The places of the last two.
    places: &'d [u32],
    /// What occurrences weigh, known beforehand where the last two occur.
    weights: Weights,
    /// The bits of what is left for the model.
    left: i32,
}

/// What occurrences add to a probability.
#[derive(Clone, Copy, Default)]
struct Weights {
    /// What one adds, by how many tokens before it are shared; of more than one all together.
    shares: [f64; 5],
    /// What the model's own probability is multiplied by.
    left: f64,
}

impl Weights {
    /// The weights where so many occurrences share at least one token, two and so on.
    fn of(all: [u32; 4]) -> Self {
        let mut left = 1.0;
        let mut own = [0.0; 4];
        for (length, (weight, all)) in MODEL_WEIGHT.iter().zip(all).enumerate().rev() {
            own[length] = left / (f64::from(all) + weight);
            left = own[length] * weight;
        }
        let [one, two, three, four] = own;
        Self {
            shares: [0.0, one, two, two + three, two + three + four],
            left,
        }
    }
}

impl Beginning<'_> {
    fn weigh(&self) -> Weights {
        let mut all = [self.document.count(self.before[3]), 0, 0, 0];
        for &place in self.places {
            let shared = self.document.shared(place as usize, self.before);
            for all in &mut all[1..shared] {
                *all += 1;
            }
        }
        Weights::of(all)
    }

    /// Whether a token may come after this beginning in the document.
    pub fn may_hold(&self, token: Token) -> bool {
        self.document.pairs.may_hold(pair(self.before[3], token))
    }

    /// The bits that the model pays for what the document has after this beginning.
    pub fn left(&self) -> i32 {
        self.left
    }

    /// The bits of a token after this beginning, given those that the model says, and the probability of these.
    pub fn bits(&self, token: Token, model: i32, probability: impl FnOnce() -> f64) -> i32 {
        let count = self.document.count_of_pair(self.before[3], token);
        if count == 0 {
            return model + self.left;
        }
        let weights = match self.places {
            [] => self.weigh(),
            _ => self.weights,
        };
        let follows = |place: usize| self.document.tokens.get(place + 2) == Some(&token);
        let places = self.places.iter().map(|&place| place as usize);
        let longer = places.filter(|&place| follows(place)).map(|place| {
            let shared = self.document.shared(place, self.before);
            weights.shares[shared]
        });
        let seen = f64::from(count) * weights.shares[1] + longer.sum::<f64>();
        sixteenths(seen + weights.left * probability())
    }
}
