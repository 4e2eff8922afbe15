//! Set-ups in files.

use std::fs;
use std::path::Path;

use moi_config::{Source, load};

use super::{SHIPPED, lines};

/// What is said of a file with this content, without the folder's name.
fn said_of(content: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("office.toml");
    fs::write(&path, content).expect("the file is written");
    said(&path)
}

fn said(path: &Path) -> Vec<String> {
    let findings = load(Source::File(path.to_owned())).expect_err("the file is wrong");
    let folder = format!("{}/", path.parent().expect("a folder").display());
    lines(&findings).into_iter().map(|line| line.replace(&folder, "")).collect()
}

#[test]
fn a_copy_of_the_shipped_set_up_is_the_same_office() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("office.toml");
    fs::write(&path, SHIPPED).expect("the file is written");
    assert_eq!(load(Source::File(path)), load(Source::Embedded));
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let found = said(&folder.path().join("none.toml"));
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("none.toml: found No such file or directory"), "{}", found[0]);
}

#[test]
fn a_folder_is_no_set_up() {
    let folder = tempfile::tempdir().expect("a folder");
    assert!(said(folder.path())[0].contains("found Is a directory"));
}

#[test]
fn bytes_that_are_no_utf_8_have_a_place() {
    let expected = "office.toml:2:8: found a byte that isn't UTF-8, allowed: a text file saved as UTF-8";
    assert_eq!(said_of(b"# \xE1\xBB\x99\nname = \xEF\xEF"), [expected]);
}

#[test]
fn a_huge_file_is_refused_unread() {
    let found = said_of(&vec![b'#'; (1 << 20) + 1]);
    let expected = "office.toml: found a file of more than 1048576 bytes, allowed: a set-up of at most 1048576 bytes";
    assert_eq!(found, [expected]);
}
