//! In: a text and a choice of fixes. Out: the text after checking and repairing it in turn until nothing
//! of the choice is left, and the edits of the text as given that lead there in one step.

use crate::checked::check;
use crate::fix::{Edit, Fix, Safety, apply};
use crate::options::Options;
use crate::rules::Finding;
use crate::text::{Source, Span};

/// Rounds after which repairing stops: fixes that still find work then feed each other.
const ROUNDS: usize = 10;

/// Which fixes are applied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Selection {
    /// The safe fix of every finding that has one.
    #[default]
    Safe,
    /// The first fix of every finding of these codes, safe or not.
    Codes(Vec<String>),
}

impl Selection {
    /// The fix of a finding that is applied, if any.
    #[must_use]
    pub fn fix_of<'f>(&self, finding: &'f Finding) -> Option<&'f Fix> {
        match self {
            Self::Safe => finding.fixes.iter().find(|fix| fix.safety == Safety::Safe),
            Self::Codes(codes) if codes.iter().any(|code| code == finding.code) => {
                finding.fixes.first()
            }
            Self::Codes(_) => None,
        }
    }
}

/// What came of repairing a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Converged {
    /// The repaired text.
    pub text: String,
    /// All changes as edits of the text as given, sorted and disjoint, in bytes.
    pub edits: Vec<Edit>,
    /// How many fixes were applied.
    pub fixes: usize,
    /// How many rounds had something to repair.
    pub rounds: usize,
    /// Whether nothing of the choice was left at the end.
    pub settled: bool,
}

/// Repairs a text until nothing of the choice is left, at most ten rounds.
///
/// ```
/// use speech_structure::{Options, converge::{Selection, converge}};
/// let text = "同志们：\n一、抓学习\n要学习。\n三、抓落实\n要落实。\n谢谢大家！";
/// let chosen = Selection::Codes(vec!["numbering-gap".to_owned()]);
/// let repaired = converge(text, &Options::default(), &chosen);
/// assert!(repaired.settled && repaired.text.contains("二、抓落实"));
/// assert_eq!(repaired.edits.len(), 1);
/// ```
#[must_use]
pub fn converge(text: &str, options: &Options, selection: &Selection) -> Converged {
    converge_source(&Source::new("", text), options, selection)
}

/// The same for a Source: what is synthesised in it stays as it is.
#[must_use]
pub fn converge_source(given: &Source, options: &Options, selection: &Selection) -> Converged {
    let length = given.text.len();
    let mut pieces = vec![Piece::Kept(Span::new(0, length))];
    let mut provenance = given.provenance.clone();
    let mut result = Converged {
        text: given.text.clone(),
        ..Converged::default()
    };
    while result.rounds < ROUNDS {
        let mut source = Source::new("", std::mem::take(&mut result.text));
        source.format = given.format;
        source.provenance = std::mem::take(&mut provenance);
        let checked = check(&source, options);
        let fixes = checked
            .findings
            .iter()
            .filter_map(|finding| selection.fix_of(finding));
        let applied = apply(&source.text, fixes);
        result.settled = applied.text == source.text;
        result.text = applied.text;
        if result.settled {
            break;
        }
        pieces = edited(&pieces, &applied.edits);
        let edits = applied.edits.iter();
        let changes = edits.map(|edit| (edit.span, edit.text.len()));
        provenance = source.provenance.after(changes);
        result.fixes += applied.applied.len();
        result.rounds += 1;
    }
    result.edits = edits(&pieces, length);
    result
}

/// A piece of the text as it stands now: kept from the text as given, or new.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Kept(Span),
    New(String),
}

impl Piece {
    fn len(&self) -> usize {
        match self {
            Self::Kept(span) => span.len(),
            Self::New(text) => text.len(),
        }
    }

    /// The bytes `from..to` of the piece.
    fn part(&self, from: usize, to: usize) -> Self {
        match self {
            Self::Kept(span) => Self::Kept(Span::new(span.start + from, span.start + to)),
            Self::New(text) => Self::New(Span::new(from, to).slice(text).to_owned()),
        }
    }
}

/// The pieces after edits, which are sorted, disjoint and in bytes of the text that the pieces make up.
fn edited(pieces: &[Piece], edits: &[Edit]) -> Vec<Piece> {
    let mut result = Vec::with_capacity(pieces.len() + 2 * edits.len());
    let mut reader = Reader {
        pieces,
        next: 0,
        within: 0,
        at: 0,
    };
    for edit in edits {
        reader.read_up_to(edit.span.start, |piece| result.push(piece));
        result.push(Piece::New(edit.text.clone()));
        reader.read_up_to(edit.span.end, |_| ());
    }
    reader.read_up_to(usize::MAX, |piece| result.push(piece));
    result
}

/// Goes through pieces once, from left to right.
struct Reader<'p> {
    pieces: &'p [Piece],
    next: usize,
    within: usize,
    at: usize,
}

impl Reader<'_> {
    fn read_up_to(&mut self, end: usize, mut take: impl FnMut(Piece)) {
        while let Some(piece) = self.pieces.get(self.next).filter(|_| self.at < end) {
            let length = (piece.len() - self.within).min(end - self.at);
            if length > 0 {
                take(piece.part(self.within, self.within + length));
            }
            self.at += length;
            self.within += length;
            if self.within == piece.len() {
                self.next += 1;
                self.within = 0;
            }
        }
    }
}

/// The edits that turn the text as given, of `length` bytes, into the pieces.
fn edits(pieces: &[Piece], length: usize) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut from = 0;
    let mut new = String::new();
    let end = Piece::Kept(Span::new(length, length));
    for piece in pieces.iter().chain([&end]) {
        match piece {
            Piece::New(text) => new.push_str(text),
            Piece::Kept(span) => {
                if span.start > from || !new.is_empty() {
                    let text = std::mem::take(&mut new);
                    edits.push(Edit {
                        span: Span::new(from, span.start),
                        text,
                    });
                }
                from = span.end;
            }
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(start: usize, end: usize, text: &str) -> Edit {
        Edit {
            span: Span::new(start, end),
            text: text.to_owned(),
        }
    }

    #[test]
    fn edits_of_two_rounds_become_edits_of_the_text_as_given() {
        let whole = [Piece::Kept(Span::new(0, 8))];
        let first = edited(&whole, &[edit(1, 2, "XYZ"), edit(6, 7, "")]);
        let second = edited(&first, &[edit(0, 2, "q"), edit(8, 9, "h")]);
        assert_eq!(edits(&second, 8), [edit(0, 2, "qYZ"), edit(6, 8, "h")]);
    }

    #[test]
    fn a_text_without_findings_is_settled_at_once() {
        let untouched = converge("", &Options::default(), &Selection::Safe);
        assert!(untouched.settled && untouched.edits.is_empty() && untouched.rounds == 0);
    }

    #[test]
    fn unchosen_codes_stay() {
        let text = "同志们：\n一、抓学习\n要学习。\n三、抓落实\n要落实。\n谢谢大家！";
        let chosen = Selection::Codes(vec!["pinyin-annotation".to_owned()]);
        assert_eq!(converge(text, &Options::default(), &chosen).text, text);
    }
}
