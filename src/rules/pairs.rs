//! In: the marks of a paragraph. Out: those that come in pairs and have lost their other half. One pass
//! with a stack; a half-width bracket closes a full-width one.

use super::Mark;

/// What a mark pairs with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    DoubleQuote,
    SingleQuote,
    Corner,
    WhiteCorner,
    Title,
    SmallTitle,
    Round,
    Shell,
    Lenticular,
}

/// Which half of a pair a mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Open,
    Close,
}

/// The halves of every kind, in the order of the kinds.
const HALVES: [(Kind, &str, &str); 9] = [
    (Kind::DoubleQuote, "“", "”"),
    (Kind::SingleQuote, "‘", "’"),
    (Kind::Corner, "「", "」"),
    (Kind::WhiteCorner, "『", "』"),
    (Kind::Title, "《", "》"),
    (Kind::SmallTitle, "〈", "〉"),
    (Kind::Round, "（", "）"),
    (Kind::Shell, "〔", "〕"),
    (Kind::Lenticular, "【", "】"),
];

impl Kind {
    /// The kind and half of a character.
    pub(super) fn of(character: char) -> Option<(Self, Side)> {
        Some(match character {
            '“' | '〝' => (Self::DoubleQuote, Side::Open),
            '”' | '〞' | '〟' => (Self::DoubleQuote, Side::Close),
            '‘' => (Self::SingleQuote, Side::Open),
            '’' => (Self::SingleQuote, Side::Close),
            '「' => (Self::Corner, Side::Open),
            '」' => (Self::Corner, Side::Close),
            '『' => (Self::WhiteCorner, Side::Open),
            '』' => (Self::WhiteCorner, Side::Close),
            '《' => (Self::Title, Side::Open),
            '》' => (Self::Title, Side::Close),
            '〈' => (Self::SmallTitle, Side::Open),
            '〉' => (Self::SmallTitle, Side::Close),
            '（' | '(' => (Self::Round, Side::Open),
            '）' | ')' => (Self::Round, Side::Close),
            '〔' => (Self::Shell, Side::Open),
            '〕' => (Self::Shell, Side::Close),
            '【' => (Self::Lenticular, Side::Open),
            '】' => (Self::Lenticular, Side::Close),
            _ => return None,
        })
    }

    /// The other half of one.
    pub(super) fn other(self, side: Side) -> &'static str {
        let (_, open, close) = HALVES[self as usize];
        if side == Side::Open { close } else { open }
    }

    /// Whether it marks a quotation.
    pub(super) fn is_quote(self) -> bool {
        matches!(
            self,
            Self::DoubleQuote | Self::SingleQuote | Self::Corner | Self::WhiteCorner
        )
    }
}

/// A mark without its other half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lone {
    pub mark: Mark,
    pub kind: Kind,
    pub side: Side,
    /// Whether nothing stands before it in its paragraph.
    pub starts_line: bool,
}

/// The lone marks of a paragraph, in order.
pub(super) fn lone_marks(text: &str, marks: &[Mark]) -> Vec<Lone> {
    let mut open: Vec<Lone> = Vec::new();
    let mut counts = [0_usize; HALVES.len()];
    let mut lone: Vec<Lone> = Vec::new();
    for (index, &mark) in marks.iter().enumerate() {
        let Some((kind, side)) = Kind::of(mark.character) else {
            continue;
        };
        let this = Lone {
            mark,
            kind,
            side,
            starts_line: index == 0 && is_first(text, mark),
        };
        if side == Side::Open {
            counts[kind as usize] += 1;
            open.push(this);
        } else if counts[kind as usize] > 0 {
            while let Some(last) = open.pop() {
                counts[last.kind as usize] -= 1;
                if last.kind == kind {
                    break;
                }
                lone.push(last);
            }
        } else if !is_of_marker(text, mark) {
            lone.push(this);
        }
    }
    lone.append(&mut open);
    lone.retain(|lone| !is_apostrophe(text, lone.mark) && !is_foreign(text, lone.mark));
    lone.sort_by_cached_key(|lone| lone.mark.at);
    lone
}

/// Whether only blanks stand before a mark on its line.
fn is_first(text: &str, mark: Mark) -> bool {
    let before = text[..mark.at].trim_end_matches([' ', '\u{3000}', '\t']);
    before.is_empty() || before.ends_with(['\n', '\r', '\u{b}', '\u{2028}', '\u{2029}'])
}

/// It’s, Teachers’ and ‘90s.
fn is_apostrophe(text: &str, mark: Mark) -> bool {
    let before = text[..mark.at].chars().next_back();
    let after = text[mark.end()..].chars().next();
    match mark.character {
        '’' => before.is_some_and(|c| c.is_ascii_alphanumeric()),
        '‘' => after.is_some_and(|c| c.is_ascii_alphanumeric()),
        _ => false,
    }
}

/// A half-width bracket with no Chinese beside it: a formula, code, the noise of a copy guard.
fn is_foreign(text: &str, mark: Mark) -> bool {
    let beside = [
        text[..mark.at].chars().next_back(),
        text[mark.end()..].chars().next(),
    ];
    matches!(mark.character, '(' | ')') && beside.into_iter().flatten().all(|c| c.is_ascii())
}

/// The closing bracket of 1) and 一）, and of a smiley.
fn is_of_marker(text: &str, mark: Mark) -> bool {
    let is_numeral = |c: char| {
        c.is_ascii_alphanumeric()
            || matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
            || "一二三四五六七八九十甲乙丙丁:;-^".contains(c)
            || ('①'..='⑳').contains(&c)
    };
    matches!(mark.character, ')' | '）')
        && text[..mark.at].chars().next_back().is_some_and(is_numeral)
}
