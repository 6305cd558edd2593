//! In: a number. Out: the number in Roman signs, in letters or as an English ordinal; nothing where there is none.

use super::Case;

/// Word goes through the alphabet thirty times and then begins anew.
const LETTERS_IN_WORD: u32 = 26 * 30;
/// Word's own limit; a Roman number beyond would only be long.
const LARGEST_ROMAN: u32 = 32_767;

pub fn ordinal(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (1, rest) if rest != 11 => "st",
        (2, rest) if rest != 12 => "nd",
        (3, rest) if rest != 13 => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

fn in_case(letters: String, case: Case) -> String {
    match case {
        Case::Upper => letters,
        Case::Lower => letters.to_ascii_lowercase(),
    }
}

pub fn roman(number: u32, case: Case) -> Option<String> {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..=LARGEST_ROMAN).contains(&number) {
        return None;
    }
    let mut rest = number;
    let mut letters = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            letters.push_str(sign);
            rest -= value;
        }
    }
    Some(in_case(letters, case))
}

fn letter(index: u32) -> char {
    char::from(b'A' + u8::try_from(index % 26).unwrap_or_default())
}

pub fn repeated_letter(number: u32, case: Case) -> Option<String> {
    let place = number.checked_sub(1)? % LETTERS_IN_WORD;
    let letters = std::iter::repeat_n(letter(place), place as usize / 26 + 1).collect();
    Some(in_case(letters, case))
}

pub fn letters(number: u32, case: Case) -> Option<String> {
    let mut rest = number.checked_sub(1)?;
    let mut letters = vec![letter(rest)];
    while rest >= 26 {
        rest = rest / 26 - 1;
        letters.push(letter(rest));
    }
    Some(in_case(letters.into_iter().rev().collect(), case))
}
