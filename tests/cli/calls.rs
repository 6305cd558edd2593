//! Exit status, language, rules, and calls that are wrong.

use crate::{BROKEN, call, folder, program};

#[test]
fn fail_on_sets_the_status() {
    let folder = folder(&[("a.txt", BROKEN.as_bytes())]);
    let status = |level| call(folder.path(), &["check", "--fail-on", level, "a.txt"]).status;
    assert_eq!(
        ["error", "warning", "info", "never"].map(status),
        [1, 1, 1, 0].map(Some)
    );
}

#[test]
fn rules_are_listed_in_every_language() {
    let folder = folder(&[]);
    let rules = call(
        folder.path(),
        &["rules", "--format", "json", "--lang", "en"],
    )
    .json();
    let gap = rules
        .as_array()
        .and_then(|rules| rules.iter().find(|rule| rule["code"] == "numbering-gap"));
    assert_eq!(gap.expect("it is listed")["name"], "Skipped number");
    let markdown = call(folder.path(), &["rules", "--lang", "zh-Hant"]).output;
    assert!(markdown.starts_with("# 規則\n"));
}

#[test]
fn the_environment_chooses_the_language() {
    let folder = folder(&[]);
    let language = |name: &str, value: &str| {
        let mut command = program(folder.path(), &["check", "absent.txt"]);
        let output = command.env(name, value).output().expect("it runs");
        String::from_utf8(output.stderr).expect("it is UTF-8")
    };
    assert!(language("LANG", "en_US.UTF-8").contains("there is no such file"));
    assert!(language("LC_ALL", "zh_TW.UTF-8").contains("沒有這個檔案"));
    assert!(language("LANG", "C").contains("没有这个文件"));
}

#[test]
fn a_wrong_call_is_named_in_a_sentence() {
    let folder = folder(&[]);
    let said = |arguments: &[&str]| {
        let answer = call(folder.path(), &[arguments, &["--lang", "en"]].concat());
        assert_eq!((answer.status, answer.output.as_str()), (Some(2), ""));
        answer.complaints
    };
    assert!(said(&["chek"]).starts_with("There is no command chek; "));
    assert!(said(&["check", "--formt"]).starts_with("There is no option --formt. "));
    assert!(
        said(&["check", "--format", "xml", "a"]).contains("cannot be xml; it can be text, json")
    );
    assert!(said(&["check"]).starts_with("<FILE|DIR|-> is missing. "));
    assert_eq!(call(folder.path(), &["--help"]).status, Some(0));
}

#[test]
fn a_house_has_its_settings() {
    let settings = "[rules]\nnumbering-gap = \"warning\"\n";
    let folder = folder(&[
        ("speech-structure.toml", settings.as_bytes()),
        ("d/a.txt", BROKEN.as_bytes()),
    ]);
    let below = folder.path().join("d");
    assert_eq!(
        call(&below, &["check", "a.txt"]).status,
        Some(0),
        "found in the folder above"
    );
    assert_eq!(
        call(&below, &["check", "--fail-on", "warning", "a.txt"]).status,
        Some(1)
    );
}

#[test]
fn wrong_settings_are_named_with_their_place() {
    let files: &[(&str, &[u8])] = &[
        ("a.toml", b"speakingRate = 200.0\nrulez = 1\n"),
        ("b.toml", b"[rules]\nnumbring = \"off\"\n"),
        ("a.txt", b""),
    ];
    let folder = folder(files);
    let said = |config| {
        let answer = call(
            folder.path(),
            &["check", "--lang", "en", "--config", config, "a.txt"],
        );
        assert_eq!((answer.status, answer.output.as_str()), (Some(2), ""));
        answer.complaints
    };
    assert!(
        said("a.toml").starts_with("a.toml:2: the configuration is wrong: unknown field `rulez`")
    );
    assert!(said("b.toml").contains("rules.numbring"));
    assert!(said("absent.toml").starts_with("absent.toml: cannot be read"));
}
