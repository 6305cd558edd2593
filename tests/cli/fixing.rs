//! `fix`: to standard output, or in the file, which is replaced whole or not at all.

use std::fs;

use crate::{BROKEN, BYTE_ORDER_MARK, MENDED, call, call_with, folder, read};

#[test]
fn fix_prints_and_leaves_the_file_alone() {
    let folder = folder(&[("a.txt", BROKEN.as_bytes())]);
    let safe = call(folder.path(), &["fix", "a.txt"]);
    assert_eq!(safe.output, BROKEN, "renumbering is no safe fix");
    let chosen = call(folder.path(), &["fix", "--only", "numbering-gap", "a.txt"]);
    assert_eq!((chosen.output.as_str(), chosen.status), (MENDED, Some(0)));
    assert_eq!(read(&folder, "a.txt"), BROKEN);
}

#[test]
fn fix_writes_the_file_with_its_mark_its_line_breaks_and_nothing_beside_it() {
    let windows = BYTE_ORDER_MARK.to_owned() + &BROKEN.replace('\n', "\r\n");
    let folder = folder(&[("a.txt", windows.as_bytes()), ("b.txt", MENDED.as_bytes())]);
    let arguments = [
        "fix",
        "--write",
        "--lang",
        "en",
        "--only",
        "numbering-gap",
        ".",
    ];
    let answer = call(folder.path(), &arguments);
    let name = |file| format!(".{}{file}", std::path::MAIN_SEPARATOR);
    let receipt = format!(
        "{}: places changed: 1\n{}: nothing to change\n",
        name("a.txt"),
        name("b.txt")
    );
    assert_eq!((answer.output, answer.status), (receipt, Some(0)));
    assert_eq!(
        read(&folder, "a.txt"),
        BYTE_ORDER_MARK.to_owned() + &MENDED.replace('\n', "\r\n")
    );
    let there = fs::read_dir(folder.path())
        .expect("it can be listed")
        .count();
    assert_eq!(there, 2, "no temporary file is left");
}

#[test]
fn a_fixed_file_has_nothing_left_to_fix() {
    let folder = folder(&[("a.txt", BROKEN.as_bytes())]);
    let arguments = ["fix", "--write", "--only", "numbering-gap", "a.txt"];
    call(folder.path(), &arguments);
    assert!(call(folder.path(), &arguments).output.contains("无须改动"));
    assert_eq!(call(folder.path(), &["check", "a.txt"]).status, Some(0));
}

#[cfg(unix)]
#[test]
fn fix_keeps_permissions_and_writes_through_links() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder(&[("d/a.txt", BROKEN.as_bytes())]);
    let path = folder.path().join("d/a.txt");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("it can be set");
    symlink("d/a.txt", folder.path().join("link.txt")).expect("it can be made");
    call(
        folder.path(),
        &["fix", "--write", "--only", "numbering-gap", "link.txt"],
    );
    assert_eq!(read(&folder, "d/a.txt"), MENDED);
    assert!(folder.path().join("link.txt").is_symlink());
    let mode = fs::metadata(&path)
        .expect("it is there")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o640);
}

#[test]
fn a_file_that_cannot_be_read_is_never_written() {
    let folder = folder(&[("a.txt", b"%PDF-1.7"), ("b.txt", BROKEN.as_bytes())]);
    let arguments = [
        "fix",
        "--write",
        "--only",
        "numbering-gap",
        "a.txt",
        "b.txt",
    ];
    let answer = call(folder.path(), &arguments);
    assert_eq!(answer.status, Some(2));
    assert_eq!(
        fs::read(folder.path().join("a.txt")).expect("it is there"),
        b"%PDF-1.7"
    );
    assert_eq!(read(&folder, "b.txt"), MENDED, "the rest goes on");
}

#[test]
fn fix_names_what_it_cannot_do() {
    let folder = folder(&[("a.txt", BROKEN.as_bytes())]);
    let unknown = call(
        folder.path(),
        &[
            "fix",
            "--write",
            "--only",
            "numbering-gap,numbring",
            "a.txt",
        ],
    );
    assert!(
        unknown.complaints.contains("“numbring”"),
        "{}",
        unknown.complaints
    );
    assert_eq!(
        (unknown.status, read(&folder, "a.txt").as_str()),
        (Some(2), BROKEN)
    );
    let input = call_with(folder.path(), &["fix", "--write", "-"], BROKEN.as_bytes());
    assert_eq!((input.status, input.output.as_str()), (Some(2), ""));
}
