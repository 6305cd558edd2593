//! Counts failures by class, keeps the shortest sample of each, and prints them, the most frequent first.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::reading::{Difference, Read};
use super::speech::Speech;

#[derive(Default)]
pub struct Tally {
    classes: BTreeMap<String, Class>,
    pub speeches: usize,
    pub failed: usize,
}

struct Class {
    count: usize,
    length: usize,
    sample: String,
}

impl Tally {
    pub fn add(&mut self, speech: &Speech, read: &Read, differences: &[Difference]) {
        self.speeches += 1;
        self.failed += usize::from(!differences.is_empty());
        for difference in differences {
            let sample = || sample(speech, read, difference.line);
            self.count(&difference.class, speech.lines.len(), sample);
        }
    }

    pub fn count(&mut self, class: &str, length: usize, sample: impl Fn() -> String) {
        let class = self
            .classes
            .entry(class.to_owned())
            .or_insert_with(|| Class {
                count: 0,
                length: usize::MAX,
                sample: String::new(),
            });
        class.count += 1;
        if length < class.length {
            class.length = length;
            class.sample = sample();
        }
    }

    /// The classes with a sample each, as text.
    pub fn report(&self, most: usize) -> String {
        let mut classes: Vec<(&String, &Class)> = self.classes.iter().collect();
        classes.sort_by_key(|(_, class)| std::cmp::Reverse(class.count));
        let mut report = String::new();
        for (name, class) in classes.iter().take(most) {
            let _ = write!(report, "\n{:>6}  {name}\n{}", class.count, class.sample);
        }
        if classes.len() > most {
            let rest: usize = classes[most..].iter().map(|(_, class)| class.count).sum();
            let _ = write!(
                report,
                "\n{rest:>6}  in {} further classes\n",
                classes.len() - most
            );
        }
        report
    }
}

/// The lines around a failure; headings far above it are kept, the rest is left out.
pub fn sample(speech: &Speech, read: &Read, line: usize) -> String {
    let mut text = format!(
        "        seed {}, {} lines\n",
        speech.seed,
        speech.lines.len()
    );
    let depth_read = |at: usize| {
        read.truth
            .outline
            .iter()
            .find(|item| item.0 == at)
            .map(|item| item.2)
    };
    let mut left_out = false;
    for (at, one) in speech.lines.iter().enumerate() {
        let near = at + 3 >= line && at <= line + 2;
        if !near && (one.mark.is_none() || at > line + 6) {
            left_out = true;
            continue;
        }
        if std::mem::take(&mut left_out) {
            text += "          …\n";
        }
        let depths = match (one.place.map(|place| place.depth), depth_read(at)) {
            (None, None) => "     ".to_owned(),
            (wanted, got) => format!("{:>2}/{:<2}", shown(wanted), shown(got)),
        };
        let mark = if at == line { ">" } else { " " };
        let words: String = if at == line {
            one.text()
        } else {
            shortened(&one.text())
        };
        let _ = writeln!(text, "       {mark}{depths} {words}");
    }
    text
}

fn shown(depth: Option<usize>) -> String {
    depth.map_or_else(|| "-".to_owned(), |depth| depth.to_string())
}

/// The beginning and the end of a long line.
fn shortened(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    if characters.len() <= 44 {
        return text.to_owned();
    }
    let begin: String = characters[..26].iter().collect();
    let end: String = characters[characters.len() - 16..].iter().collect();
    format!("{begin}…{end}")
}
