//! In: a text and fixes. Out: the text with as many of the fixes applied as do not touch each other,
//! in the order given; a fix is applied whole or not at all.

use super::{Edit, Fix};
use std::collections::BTreeMap;

/// What came of applying fixes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// The repaired text.
    pub text: String,
    /// The edits that were made, sorted, in bytes of the text before.
    pub edits: Vec<Edit>,
    /// Indices of the fixes that were applied.
    pub applied: Vec<usize>,
    /// Indices of the fixes that touch one before them and were left out.
    pub skipped: Vec<usize>,
}

/// Applies fixes to a text.
///
/// ```
/// use speech_structure::{fix::{Edit, Fix, Safety, apply}, rules::Words, text::Span};
/// static TITLE: Words = Words { zh_hans: "删除", zh_hant: "刪除", en: "Delete" };
/// let edit = Edit { span: Span::new(3, 6), text: String::new() };
/// let fix = Fix { title: &TITLE, safety: Safety::Safe, edits: vec![edit] };
/// let applied = apply("一二三", [&fix, &fix]);
/// assert_eq!(applied.text, "一三");
/// assert_eq!((applied.applied, applied.skipped), (vec![0], vec![1]));
/// ```
#[must_use]
pub fn apply<'f>(text: &str, fixes: impl IntoIterator<Item = &'f Fix>) -> Applied {
    let mut applied = Applied::default();
    let mut taken: BTreeMap<usize, &Edit> = BTreeMap::new();
    for (index, fix) in fixes.into_iter().enumerate() {
        if fix
            .edits
            .iter()
            .all(|edit| is_free(&taken, edit) && fits(text, edit))
        {
            taken.extend(fix.edits.iter().map(|edit| (edit.span.start, edit)));
            applied.applied.push(index);
        } else {
            applied.skipped.push(index);
        }
    }
    applied.edits = taken.into_values().cloned().collect();
    applied.text = edited(text, &applied.edits);
    applied
}

/// Whether an edit touches none of those taken; two edits at one place count as touching.
fn is_free(taken: &BTreeMap<usize, &Edit>, edit: &Edit) -> bool {
    let before = taken.range(..=edit.span.start).next_back();
    let after = taken.range(edit.span.start..).next();
    before.is_none_or(|(_, other)| {
        other.span.end <= edit.span.start && other.span.start < edit.span.start
    }) && after.is_none_or(|(&start, _)| start >= edit.span.end && start > edit.span.start)
}

fn fits(text: &str, edit: &Edit) -> bool {
    text.get(edit.span.start..edit.span.end).is_some()
}

fn edited(text: &str, edits: &[Edit]) -> String {
    let mut result = String::with_capacity(text.len());
    let mut from = 0;
    for edit in edits {
        result.push_str(&text[from..edit.span.start]);
        result.push_str(&edit.text);
        from = edit.span.end;
    }
    result.push_str(&text[from..]);
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fix::Safety;
    use crate::rules::Words;
    use crate::text::Span;

    static TITLE: Words = Words {
        zh_hans: "",
        zh_hant: "",
        en: "",
    };

    fn fix(edits: &[(usize, usize, &str)]) -> Fix {
        let edits = edits.iter().map(|&(start, end, text)| Edit {
            span: Span::new(start, end),
            text: text.to_owned(),
        });
        Fix {
            title: &TITLE,
            safety: Safety::Safe,
            edits: edits.collect(),
        }
    }

    #[test]
    fn a_fix_that_touches_another_is_left_out_whole() {
        let fixes = [
            fix(&[(0, 1, "x"), (4, 5, "")]),
            fix(&[(2, 3, "y"), (4, 5, "z")]),
        ];
        let applied = apply("abcdef", &fixes);
        assert_eq!(applied.text, "xbcdf");
        assert_eq!(applied.skipped, [1]);
    }

    #[test]
    fn neighbours_do_not_touch_but_two_insertions_at_one_place_do() {
        let applied = apply("abc", &[fix(&[(0, 1, "x")]), fix(&[(1, 2, "y")])]);
        assert_eq!(applied.text, "xyc");
        let applied = apply("abc", &[fix(&[(1, 1, "x")]), fix(&[(1, 1, "y")])]);
        assert_eq!(applied.text, "axbc");
    }

    #[test]
    fn an_edit_outside_the_text_changes_nothing() {
        assert_eq!(apply("一", &[fix(&[(1, 2, "")])]).text, "一");
    }
}
