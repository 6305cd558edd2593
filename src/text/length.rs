//! In: a text and a number. Out: whether the text has more characters, told by its bytes where these leave no doubt:
//! every recogniser asks it of every line.

/// Whether a text has more than so many characters.
///
/// ```
/// use speech_structure::text::exceeds;
/// assert!(exceeds("一、二", 2) && !exceeds("一、二", 3));
/// ```
#[must_use]
pub fn exceeds(text: &str, characters: usize) -> bool {
    const LONGEST_CHARACTER: usize = 4;
    text.len() > characters
        && (text.len() > LONGEST_CHARACTER * characters || text.chars().nth(characters).is_some())
}
