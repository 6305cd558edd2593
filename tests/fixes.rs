//! Fixes: for every rule that has one, on faults planted in texts of our own and on the rules' examples in
//! other forms. Applying a fix removes its finding and adds none of its rule; all safe fixes settle within
//! three rounds and change no word.

#[path = "support/documents.rs"]
mod documents;

use std::collections::BTreeMap;

use documents::documents;
use speech_structure::converge::{Selection, converge};
use speech_structure::fix::{Safety, apply};
use speech_structure::rules::{Finding, RULES};
use speech_structure::text::Source;
use speech_structure::{Checked, Options, check, read};

/// Findings with a fix, of every rule that has one, which the texts must hold.
const EXERCISED: usize = 4;
/// Rounds within which safe fixes settle.
const ROUNDS: usize = 3;

#[test]
fn every_fix_removes_its_finding_and_adds_none_of_its_rule() {
    let mut exercised: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (name, text) in faulty_texts() {
        let source = Source::new("", text);
        let checked = check(&source, &Options::default());
        for finding in &checked.findings {
            for (nth, fix) in finding.fixes.iter().enumerate() {
                *exercised.entry(finding.code).or_default() += 1;
                let mended = Source::new("", apply(&source.text, [fix]).text);
                let left = check(&mended, &Options::default());
                let is_part = nth > 0 && fix.edits.len() < finding.fixes[0].edits.len();
                let expected = count(&checked, finding.code) - usize::from(!is_part);
                if count(&left, finding.code) > expected {
                    let line = source.position(finding.span.start).line;
                    wrong.push(format!("{name}:{line} {} fix {nth}", finding.code));
                }
            }
        }
    }
    println!("{exercised:?}");
    let missing: Vec<&str> = RULES
        .iter()
        .filter(|rule| rule.fix.is_some())
        .map(|rule| rule.code)
        .filter(|code| exercised.get(code).is_none_or(|&times| times < EXERCISED))
        .collect();
    assert!(missing.is_empty(), "never exercised: {missing:?}");
    assert!(
        wrong.is_empty(),
        "{} of {:?}:\n{}",
        wrong.len(),
        exercised.values().sum::<usize>(),
        wrong.join("\n")
    );
}

#[test]
fn safe_fixes_settle_and_change_no_word() {
    let mut safe = 0;
    for (name, text) in faulty_texts() {
        let source = Source::new("", text.clone());
        let before = words(&source);
        let is_safe =
            |finding: &Finding| finding.fixes.iter().any(|fix| fix.safety == Safety::Safe);
        safe += check(&source, &Options::default())
            .findings
            .iter()
            .filter(|f| is_safe(f))
            .count();
        let mended = converge(&text, &Options::default(), &Selection::Safe);
        assert!(
            mended.settled && mended.rounds <= ROUNDS,
            "{name}: {} rounds",
            mended.rounds
        );
        assert_eq!(words(&Source::new("", mended.text)), before, "{name}");
    }
    assert!(safe >= 100, "{safe} safe fixes");
}

fn count(checked: &Checked, code: &str) -> usize {
    checked
        .findings
        .iter()
        .filter(|finding| finding.code == code)
        .count()
}

/// The letters and digits that a reader reads.
fn words(source: &Source) -> String {
    let reading = read(source, &Options::default());
    reading
        .layers
        .clean
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// Every text with its name: the examples of the rules in several forms, and clean texts with one kind of
/// fault planted in each.
fn faulty_texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for rule in RULES {
        for (form, text) in forms(rule.example) {
            texts.push((format!("example of {} {form}", rule.code), text));
        }
    }
    for folder in ["tests/clean", "tests/fixtures"] {
        for (name, clean) in documents(folder) {
            for (fault, planted) in faults(&clean) {
                if planted != clean {
                    texts.push((format!("{name} with {fault}"), planted));
                }
            }
        }
    }
    texts
}

/// A text with other line breaks and blanks, and after another speech.
fn forms(text: &str) -> [(&'static str, String); 5] {
    let other = "第一篇：在读书会上的讲话\n各位书友：\n今天我们读一本讲河流的书，慢慢读，读出声来。\n谢谢大家！\n";
    let indented: Vec<String> = text.lines().map(|line| format!("　　{line}")).collect();
    [
        ("as it is", text.to_owned()),
        ("with a return and a line feed", text.replace('\n', "\r\n")),
        ("with blank lines", text.replace('\n', "\n\n")),
        ("with indents", indented.join("\n")),
        ("after another speech", format!("{other}第二篇：{text}")),
    ]
}

/// Faults that are other words in place of some, each at the first place that has them.
const REPLACED: &[(&str, &[(&str, &str)])] = &[
    ("doubled marks", &[("。\n", "。。\n"), ("，", "，，")]),
    ("an open quotation", &[("”", ""), ("」", "")]),
    ("an open bracket", &[("）", "")]),
    ("a gap", &[("\n二、", "\n三、"), ("\n2.", "\n3.")]),
    (
        "a repeat",
        &[("\n二、", "\n一、"), ("\n（二）", "\n（一）")],
    ),
    (
        "a step back",
        &[("\n三、", "\n一、"), ("\n第三，", "\n第一，")],
    ),
    (
        "another style",
        &[("\n（二）", "\n2."), ("\n二、", "\n（二）")],
    ),
    (
        "a lost separator",
        &[("\n二、", "\n二"), ("\n（二）", "\n（二）、")],
    ),
    (
        "a wrong number",
        &[("三个", "五个"), ("四件", "七件"), ("三点", "六点")],
    ),
    ("an ad", &[("。", "。【更多范文请访问www.example.com】")]),
    ("a merged item", &[("\n\n二、", "二、")]),
];

/// Faults that are other words in place of some, wherever they stand.
const REPLACED_EVERYWHERE: &[(&str, &[(&str, &str)])] = &[
    ("pinyin", &[("我们", "我(wǒ)们"), ("工作", "工（gōng）作")]),
    (
        "pinyin without tones",
        &[("我们", "我们(men)"), ("工作", "工(gong)作")],
    ),
    ("half-width commas", &[("，", ",")]),
    ("half-width brackets", &[("（", "("), ("）", ")")]),
];

/// A text with one kind of fault each; unchanged where it has no place for it.
fn faults(text: &str) -> Vec<(&'static str, String)> {
    let mut faults = faults_of_lines(text);
    let once = |text: String, (old, new): &(&str, &str)| text.replacen(old, new, 1);
    let all = |text: String, (old, new): &(&str, &str)| text.replace(old, new);
    faults.extend(
        REPLACED
            .iter()
            .map(|(name, pairs)| (*name, pairs.iter().fold(text.to_owned(), once))),
    );
    faults.extend(
        REPLACED_EVERYWHERE
            .iter()
            .map(|(name, pairs)| (*name, pairs.iter().fold(text.to_owned(), all))),
    );
    faults
}

/// The faults that are other lines.
fn faults_of_lines(text: &str) -> Vec<(&'static str, String)> {
    let lines: Vec<&str> = text.lines().collect();
    let middle = lines.len() / 2;
    let longest = lines
        .iter()
        .copied()
        .max_by_key(|line| line.len())
        .unwrap_or_default();
    let title = lines.first().unwrap_or(&"");
    let every = |change: fn(&str) -> String| each_line(&lines, change);
    let words: Vec<&str> = lines
        .iter()
        .filter(|line| !line.is_empty())
        .copied()
        .collect();
    let chrome = (
        "首页 > 范文 > 讲话稿",
        "上一篇：年终总结\n相关文章：\n开学典礼讲话",
    );
    vec![
        ("bold headings", every(|line| marked(line, "**", "**", ""))),
        (
            "hashes and bullets",
            every(|line| marked(line, "### ", "", "- ")),
        ),
        (
            "page numbers",
            every(|line| if line.is_empty() { "- 3 -" } else { line }.to_owned()),
        ),
        (
            "lines cut at page width",
            every(|line| wrapped(line, 24, "")),
        ),
        (
            "pages in mid-sentence",
            every(|line| wrapped(line, 90, "第 2 页 共 9 页\n")),
        ),
        (
            "a copy guard",
            every(|line| format!("{line}\n4 T; q# X2 m& L9 d")),
        ),
        ("no line breaks", words.join(" ")),
        ("chrome", format!("{}\n{text}\n{}", chrome.0, chrome.1)),
        ("the title again", format!("{title}\n{text}")),
        (
            "a paragraph again",
            text.replacen(longest, &format!("{longest}\n{longest}"), 1),
        ),
        ("cut in the middle", lines[..middle].join("\n")),
    ]
}

/// A short line between marks, or another behind a mark.
fn marked(line: &str, before: &str, after: &str, other: &str) -> String {
    if is_short(line) {
        format!("{before}{line}{after}")
    } else {
        format!("{other}{line}")
    }
}

fn is_short(line: &str) -> bool {
    // Marks of Markdown around marks of Markdown are no text that anybody meets.
    !line.is_empty() && line.chars().count() < 30 && !line.starts_with(['#', '*', '-'])
}

fn each_line(lines: &[&str], change: impl Fn(&str) -> String) -> String {
    lines.iter().map(|line| change(line) + "\n").collect()
}

/// A line cut every so many characters, with something between the pieces.
fn wrapped(line: &str, width: usize, between: &str) -> String {
    let characters: Vec<char> = line.chars().collect();
    let pieces: Vec<String> = characters
        .chunks(width)
        .map(|piece| piece.iter().collect())
        .collect();
    pieces.join(&format!("\n{between}"))
}
