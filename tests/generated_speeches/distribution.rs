//! What the generated speeches are like: styles, depths, lists, decoys, lengths.

use std::collections::BTreeMap;

use super::marks::Style;
use super::speech::{Role, Speech};

#[derive(Default)]
pub struct Distribution {
    speeches: usize,
    characters: usize,
    longest: usize,
    traditional: usize,
    blank_lines: usize,
    paragraphs: usize,
    with_decoy: usize,
    items: BTreeMap<Style, usize>,
    pairs: BTreeMap<(Style, Style), usize>,
    depths: BTreeMap<usize, usize>,
    forms: BTreeMap<String, usize>,
    runs: usize,
    promises: usize,
}

impl Distribution {
    pub fn add(&mut self, speech: &Speech) {
        let characters = speech
            .lines
            .iter()
            .map(|line| line.text().chars().count())
            .sum();
        self.speeches += 1;
        self.characters += characters;
        self.longest = self.longest.max(characters);
        self.traditional += usize::from(speech.layout.traditional);
        self.blank_lines += usize::from(speech.layout.blank_lines);
        for line in &speech.lines {
            self.paragraphs += usize::from(line.is_paragraph());
            self.with_decoy += usize::from(line.is_paragraph() && line.has_decoy);
            self.runs += line.runs.len();
            self.promises += line.promises.len();
            let (Some(mark), Some(place)) = (&line.mark, line.place) else {
                continue;
            };
            *self.items.entry(mark.style).or_default() += 1;
            *self.depths.entry(place.depth).or_default() += 1;
            if let Role::Item(form) = line.role {
                *self.forms.entry(format!("{form:?}")).or_default() += 1;
            }
            let parent = place
                .parent
                .and_then(|parent| speech.lines[parent].mark.as_ref());
            if let (Some(parent), 1) = (parent, mark.ordinal) {
                *self.pairs.entry((parent.style, mark.style)).or_default() += 1;
            }
        }
    }

    /// Paragraphs in a hundred that hold a decoy.
    pub fn decoys(&self) -> usize {
        self.with_decoy * 100 / self.paragraphs.max(1)
    }

    pub fn print(&self) {
        println!(
            "{} speeches, {} characters (mean {}, longest {}); {} traditional, {} with blank lines",
            self.speeches,
            self.characters,
            self.characters / self.speeches.max(1),
            self.longest,
            self.traditional,
            self.blank_lines,
        );
        println!(
            "{} paragraphs, {} % with a decoy; {} runs, {} announcements",
            self.paragraphs,
            self.decoys(),
            self.runs,
            self.promises
        );
        println!(
            "items by depth: {:?}; by form: {:?}",
            self.depths, self.forms
        );
        println!("items by style: {:?}", self.items);
        let rarest = self.pairs.values().min().copied().unwrap_or(0);
        println!(
            "{} pairs of parent and child style, the rarest {rarest} times",
            self.pairs.len()
        );
    }
}
