//! In: speeches, one after another. Out: of which earlier speech each is nearly a copy. For batches of any
//! size: of each speech only a sketch is kept, the least of the hashes of its shingles (runs of eight
//! characters), and each is looked up once, so that speeches are never compared two by two.

use std::collections::HashMap;

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::text::fold;

/// Characters of a shingle.
const SHINGLE: usize = 8;
/// Hashes that are kept of a speech.
const SKETCH: usize = 96;
/// Hashes from which a speech can be nearly a copy; a shorter one is a copy or not.
const FEWEST: usize = 48;
/// The share of its hashes, in percent, that a copy has in common with its original.
const SHARE_FROM: usize = 50;
/// Hashes that are kept in all, some hundred megabytes; later speeches are compared with those before.
const MOST: usize = 1 << 22;

/// The earlier speech that another is a copy of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CopyOf {
    /// The number of the earlier speech, from 0.
    pub speech: usize,
    /// About how much of the later one stands in it, in percent; 100 where the words are the same.
    pub share: usize,
}

/// The speeches seen so far.
///
/// ```
/// use speech_structure::copies::Copies;
/// let mut copies = Copies::default();
/// assert_eq!(copies.add("同志们：今天开会。"), None);
/// assert_eq!(copies.add("同志们， 今天开会！").map(|copy| copy.speech), Some(0));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Copies {
    count: usize,
    /// The first speech that has a hash in its sketch.
    owners: FxHashMap<u64, usize>,
    /// The first speech of these words.
    whole: FxHashMap<u64, usize>,
}

impl Copies {
    /// Takes in a speech, and says which earlier one it is nearly a copy of.
    pub fn add(&mut self, text: &str) -> Option<CopyOf> {
        let sketch = Sketch::of(text);
        let number = self.count;
        self.count += 1;
        let copy = self.original(&sketch);
        if self.owners.len() + self.whole.len() < MOST {
            self.whole.entry(sketch.whole).or_insert(number);
            for hash in sketch.least {
                self.owners.entry(hash).or_insert(number);
            }
        }
        copy
    }

    fn original(&self, sketch: &Sketch) -> Option<CopyOf> {
        if let Some(&speech) = self.whole.get(&sketch.whole) {
            return Some(CopyOf { speech, share: 100 });
        }
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for owner in sketch.least.iter().filter_map(|hash| self.owners.get(hash)) {
            *shared.entry(*owner).or_default() += 1;
        }
        let (speech, common) = shared
            .into_iter()
            .max_by_key(|&(speech, common)| (common, usize::MAX - speech))?;
        let share = (common * 100 / sketch.least.len()).min(99);
        (sketch.least.len() >= FEWEST && share >= SHARE_FROM).then_some(CopyOf { speech, share })
    }
}

/// What is kept of a speech: punctuation, blanks and script do not count.
struct Sketch {
    /// The least hashes of its shingles.
    least: Vec<u64>,
    /// A hash of all its letters.
    whole: u64,
}

impl Sketch {
    fn of(text: &str) -> Self {
        let mut ring = [0_u64; SHINGLE];
        let mut count = 0;
        let (mut rolling, mut whole) = (0_u64, 0_u64);
        let mut least: Vec<u64> = Vec::new();
        let leaving = FACTOR.wrapping_pow(u32::try_from(SHINGLE).unwrap_or(0));
        for character in text.chars().filter(|c| c.is_alphanumeric()) {
            let letter = u64::from(u32::from(fold::fold_char(character)));
            let before = std::mem::replace(&mut ring[count % SHINGLE], letter);
            rolling = rolling
                .wrapping_mul(FACTOR)
                .wrapping_add(letter)
                .wrapping_sub(before.wrapping_mul(leaving));
            whole = whole.wrapping_mul(FACTOR).wrapping_add(letter);
            count += 1;
            if count >= SHINGLE {
                least.push(mixed(rolling));
                if least.len() >= 16 * SKETCH {
                    keep_least(&mut least);
                }
            }
        }
        keep_least(&mut least);
        Self {
            least,
            whole: mixed(whole),
        }
    }
}

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// Spreads a hash over all its bits.
fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ hash >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ hash >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ hash >> 31
}

fn keep_least(hashes: &mut Vec<u64>) {
    hashes.sort_unstable();
    hashes.dedup();
    hashes.truncate(SKETCH);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speech(topic: &str, points: std::ops::Range<usize>) -> String {
        let point = |n: usize| {
            format!(
                "第{n}件事，{topic}要抓到第{}个村组，由{n}号小组包干，{}天内报结果。",
                n * 7,
                n * 3
            )
        };
        points.map(point).collect()
    }

    #[test]
    fn copies_with_small_changes_are_named_with_their_share() {
        let mut copies = Copies::default();
        let first = speech("防汛", 1..40);
        assert_eq!(copies.add(&first), None);
        assert_eq!(copies.add(&speech("招商", 50..90)), None);
        let changed = first.replacen("防汛", "防旱", 3);
        let copy = copies.add(&changed).expect("it is nearly the first");
        assert!(
            copy.speech == 0 && (60..100).contains(&copy.share),
            "{copy:?}"
        );
        let same = copies.add(&first.replace('，', " "));
        assert_eq!(
            same,
            Some(CopyOf {
                speech: 0,
                share: 100
            })
        );
    }

    #[test]
    fn short_speeches_with_a_common_ending_are_no_copies() {
        let mut copies = Copies::default();
        let ending = "让我们携手并肩，再创新的辉煌，谢谢大家！";
        copies.add(&format!("同学们，校运会今天开幕了。{ending}"));
        assert_eq!(
            copies.add(&format!("各位来宾，新校舍落成了。{ending}")),
            None
        );
    }
}
