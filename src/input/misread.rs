//! In: a text. Out: in which charset the whole of it was wrongly read, and what it should have been: 鍚屽織浠
//! was 同志们 in UTF-8. The way back is told only where it gives a text beyond doubt.

use super::charset::Charset;
use super::code_table::{BIG5_TABLE, CodeTable, GBK_TABLE};
use super::decode::decode_piece;
use super::plausible::Plausibility;

/// A whole text that was read in the wrong charset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Misreading {
    /// In which charset it was read, by its WHATWG name.
    pub read_as: &'static str,
    /// In which it should have been.
    pub reopen_as: Charset,
}

/// A charset that texts are wrongly read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wrong {
    Gbk,
    Big5,
    Western,
}

/// The damages that occur, the commonest first.
const DAMAGES: [(Wrong, Charset); 7] = [
    (Wrong::Gbk, Charset::Utf8),
    (Wrong::Western, Charset::Gb18030),
    (Wrong::Western, Charset::Utf8),
    (Wrong::Gbk, Charset::Big5),
    (Wrong::Big5, Charset::Gb18030),
    (Wrong::Big5, Charset::Utf8),
    (Wrong::Western, Charset::Big5),
];

/// Characters of a text that are looked at; damage is throughout.
const SAMPLE: usize = 4096;
/// Fewer telling characters prove nothing.
const ENOUGH: i64 = 8;
/// See [`Plausibility::average`]: a damaged text has less, a restored one more.
const DAMAGED: i64 = 0;
const RESTORED: i64 = 80;
/// One character in so many may be lost for good: a text of UTF-8 read in pairs loses bytes at line ends.
const ONE_LOST_IN: i64 = 8;
/// Stands for a byte that was lost when the text was read; no charset begins a character with it.
const LOST: u8 = 0xff;

/// How the whole of a text was misread, if it was.
///
/// ```
/// use speech_structure::input::{Charset, misreading};
/// let found = misreading("璋㈣阿鍚屽織浠\u{e10a}紒澶у\u{e18d}杈涜嫤浜嗭紒");
/// assert_eq!(found.map(|found| found.reopen_as), Some(Charset::Utf8));
/// assert_eq!(misreading("同志们：今天的会议很重要。"), None);
/// ```
#[must_use]
pub fn misreading(text: &str) -> Option<Misreading> {
    let sample = sample(text);
    let shown = Plausibility::of(sample);
    if shown.telling < ENOUGH || shown.average() >= DAMAGED {
        return None;
    }
    let restored = |&(wrong, reopen_as): &(Wrong, Charset)| {
        let restored = restore(sample, wrong, reopen_as)?;
        let plausibility = Plausibility::of(&restored);
        let is_beyond_doubt = plausibility.telling >= ENOUGH / 2
            && plausibility.broken * ONE_LOST_IN <= plausibility.telling
            && Plausibility::of(&restored.replace(char::REPLACEMENT_CHARACTER, "")).average()
                >= RESTORED;
        is_beyond_doubt.then_some((plausibility.average(), wrong, reopen_as))
    };
    let candidates = DAMAGES.iter().filter_map(restored);
    let (_, wrong, reopen_as) = candidates.max_by_key(|&(average, _, _)| average)?;
    Some(Misreading {
        read_as: wrong.name(),
        reopen_as,
    })
}

/// The text that a misread text should have been; U+FFFD stands where the misreading lost a byte. `None`
/// where the text cannot have come from such a misreading.
#[must_use]
pub fn reread(text: &str, read_as: &str, reopen_as: Charset) -> Option<String> {
    restore(text, Wrong::named(read_as)?, reopen_as)
}

/// The first characters of a text that are not ASCII, with what stands between them.
fn sample(text: &str) -> &str {
    let start = text.find(|c: char| !c.is_ascii()).unwrap_or(text.len());
    let rest = &text[start..];
    let end = rest
        .char_indices()
        .nth(SAMPLE)
        .map_or(rest.len(), |(at, _)| at);
    &rest[..end]
}

fn restore(text: &str, wrong: Wrong, reopen_as: Charset) -> Option<String> {
    let bytes = wrong.bytes_of(text)?;
    let mut decoded = decode_piece(reopen_as, &bytes).text;
    // A byte lost in a character leaves a broken character and a sign of the loss.
    while decoded.contains("\u{fffd}\u{fffd}") {
        decoded = decoded.replace("\u{fffd}\u{fffd}", "\u{fffd}");
    }
    Some(decoded.replace("\u{fffd}?", "\u{fffd}"))
}

impl Wrong {
    fn name(self) -> &'static str {
        match self {
            Self::Gbk => "GBK",
            Self::Big5 => "Big5",
            Self::Western => "windows-1252",
        }
    }

    fn named(name: &str) -> Option<Self> {
        [Self::Gbk, Self::Big5, Self::Western]
            .into_iter()
            .find(|wrong| wrong.name() == name)
    }

    /// The bytes that were read as this text; `None` where they cannot have been.
    fn bytes_of(self, text: &str) -> Option<Vec<u8>> {
        match self {
            Self::Gbk => pairs_of(text, &GBK_TABLE),
            Self::Big5 => pairs_of(text, &BIG5_TABLE),
            Self::Western => text.chars().map(western_byte).collect(),
        }
    }
}

fn pairs_of(text: &str, table: &CodeTable) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\0'..='\x7f' => bytes.push(character as u8),
            char::REPLACEMENT_CHARACTER => bytes.push(LOST),
            '€' => match characters.peek().and_then(|&next| table.pair(next)) {
                // 80 would be followed by a first byte; the pair A2 E3 begins a character itself.
                Some([0x80..=0xbf, _]) => bytes.extend(table.pair('€')?),
                _ => bytes.push(0x80),
            },
            _ => bytes.extend(table.pair(character)?),
        }
    }
    Some(bytes)
}

/// Windows-1252 has these between 80 and 9F; where it has none, and in Latin-1, the code is the byte.
const WESTERN: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn western_byte(character: char) -> Option<u8> {
    if character == char::REPLACEMENT_CHARACTER {
        return Some(LOST);
    }
    if let Ok(byte) = u8::try_from(u32::from(character)) {
        return Some(byte);
    }
    let place = WESTERN.iter().position(|&known| known == character)?;
    u8::try_from(0x80 + place).ok()
}
