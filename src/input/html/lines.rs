//! In: the visible text of a page, piece by piece, and where blocks begin and end. Out: lines, with white space as a browser shows
//! it, and the markers of list items in front of their words.

use crate::input::text_builder::Built;

/// White space that has been read and not yet been written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    /// A line of the source ended in it: between two Chinese characters that is no space.
    LineBreak,
}

/// The lines so far.
#[derive(Debug, Default)]
pub struct Lines {
    pub built: Built,
    line: usize,
    gap: Gap,
    /// Markers that wait for the first word of their item.
    markers: Vec<String>,
}

impl Lines {
    /// Adds text whose white space collapses.
    pub fn collapsing(&mut self, text: &str) {
        for sign in text.chars() {
            match sign {
                '\n' | '\r' => self.gap = Gap::LineBreak,
                ' ' | '\t' | '\u{c}' => self.gap = self.gap.max(Gap::Space),
                // Where a word may be broken; nothing to see.
                '\u{200b}' | '\u{feff}' | '\u{ad}' => {}
                sign => self.sign(sign),
            }
        }
    }

    /// Adds text as it stands.
    pub fn preformatted(&mut self, text: &str) {
        for sign in text.chars() {
            match sign {
                '\r' => {}
                '\n' => self.break_line(),
                sign => {
                    self.gap = Gap::None;
                    self.sign(sign);
                }
            }
        }
    }

    fn sign(&mut self, sign: char) {
        let gap = std::mem::take(&mut self.gap);
        self.write_markers();
        let before = self.built.text[self.line..].chars().next_back();
        let is_space = match gap {
            Gap::None => false,
            Gap::Space => true,
            Gap::LineBreak => !(is_wide(sign) && before.is_some_and(is_wide)),
        };
        if is_space && before.is_some_and(|before| !before.is_ascii_whitespace()) {
            self.built.push(" ");
        }
        self.built.push(sign.encode_utf8(&mut [0; 4]));
    }

    /// `<br>`.
    pub fn break_line(&mut self) {
        self.write_markers();
        self.end_line();
    }

    /// The beginning or the end of a block.
    pub fn begin_line(&mut self) {
        self.gap = Gap::None;
        if self.built.len() > self.line {
            self.end_line();
        }
    }

    fn end_line(&mut self) {
        self.gap = Gap::None;
        let synthesised = self.built.provenance.synthesised.last();
        let from = synthesised.map_or(self.line, |span| span.end.max(self.line));
        let kept = self.built.text[from..].trim_end().len();
        self.built.truncate(from + kept);
        self.built.push("\n");
        self.line = self.built.len();
    }

    /// Begins a line with this marker when the next word comes.
    pub fn mark(&mut self, marker: String) {
        if !marker.is_empty() {
            self.markers.push(marker);
        }
    }

    /// An item without words has its marker still.
    pub fn write_markers(&mut self) {
        for marker in std::mem::take(&mut self.markers) {
            self.built.insert_synthesised(self.built.len(), &marker);
        }
    }

    /// Lets a function change what has been built, between lines.
    pub fn change(&mut self, change: impl FnOnce(&mut Built)) {
        self.begin_line();
        change(&mut self.built);
        self.line = self.built.len();
    }
}

/// Chinese and Japanese signs and their marks, between which a line break is no space.
fn is_wide(sign: char) -> bool {
    matches!(u32::from(sign), 0x2e80..=0x9fff | 0xac00..=0xd7af | 0xf900..=0xfaff | 0xfe30..=0xfe4f | 0xff00..=0xff60 | 0x20000..=0x3ffff)
        || matches!(sign, '“' | '”' | '‘' | '’' | '…' | '—')
}
