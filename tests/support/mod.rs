//! What the tests share: comparing with a committed file, and blessing it.

use std::path::Path;

/// Compares a text with a committed file; with `UPDATE_EXPECTED=1` the file is written anew instead, for
/// a person to read line by line before it is committed.
pub fn assert_committed(path: &Path, actual: &str) {
    if std::env::var_os("UPDATE_EXPECTED").is_some_and(|value| value == "1") {
        std::fs::write(path, actual).expect("the file can be written");
        return;
    }
    let expected = std::fs::read_to_string(path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    if expected != actual {
        let difference = difference(&expected, actual);
        panic!(
            "{} is stale:\n{difference}\nUPDATE_EXPECTED=1 cargo test writes it anew",
            path.display()
        );
    }
}

/// The lines that only one of the two has, in order, without what both begin and end with.
fn difference(expected: &str, actual: &str) -> String {
    let (old, new): (Vec<_>, Vec<_>) = (expected.lines().collect(), actual.lines().collect());
    let same = |(a, b): &(&&str, &&str)| a == b;
    let begin = old.iter().zip(&new).take_while(same).count();
    let end = old[begin..]
        .iter()
        .rev()
        .zip(new[begin..].iter().rev())
        .take_while(same)
        .count();
    let gone = old[begin..old.len() - end]
        .iter()
        .map(|line| format!("- {line}\n"));
    let come = new[begin..new.len() - end]
        .iter()
        .map(|line| format!("+ {line}\n"));
    gone.chain(come).collect()
}
