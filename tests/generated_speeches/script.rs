//! In: a text in simplified characters. Out: the same in traditional ones, through the reverse of the
//! library's folding, with 「」 for the quotation marks.

use std::collections::HashMap;
use std::sync::LazyLock;

use speech_structure::text::fold::fold_char;

/// Traditional forms that a writer prefers where several fold to the same character.
const PREFERRED: &str = "發會來為說裡於臺個們這還進過對時實產業動關係點體齊靈務總緊決準劃據應當盡歷複獲幹麵製鬥週佈徵蹟";

/// Characters that a writer keeps although a form folds to them: 才 rather than 纔.
const KEPT: &str = "才回家系采准岳台松卷价征";

static TRADITIONAL: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let mut forms = HashMap::new();
    let all = ('\u{4E00}'..='\u{9FFF}').filter(|&form| fold_char(form) != form);
    for form in PREFERRED
        .chars()
        .filter(|&form| fold_char(form) != form)
        .chain(all)
    {
        forms.entry(fold_char(form)).or_insert(form);
    }
    forms
});

pub fn traditional(text: &str) -> String {
    let form = |character: char| match character {
        '叁' => '參',
        '“' => '「',
        '”' => '」',
        kept if KEPT.contains(kept) => kept,
        other => TRADITIONAL.get(&other).copied().unwrap_or(other),
    };
    text.chars().map(form).collect()
}
