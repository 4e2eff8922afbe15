//! Both ends of the socket.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use moi_journal::Storage;

use super::client::ControlError;
use super::{House, Reply, Request, SOCKET, ask, serve};
use crate::auth::Access;
use crate::clock::system_clock;
use crate::command::parts::STORAGE;
use crate::set_up::Given;

fn given() -> Given {
    Given::read(None).expect("the shipped set-up")
}

fn house(storage: &Storage) -> House {
    let set_ups = given().set_ups(Some(storage.records())).expect("the rules can use it");
    let access = Access::new(storage.records(), set_ups.clone(), system_clock());
    House::of(storage.clone(), access, set_ups, system_clock())
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("it is there").permissions().mode() & 0o777
}

#[tokio::test]
async fn the_socket_is_its_owners_alone_although_others_can_enter_the_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("set");
    let storage = Storage::open(&folder.path().join(STORAGE)).expect("it opens");
    // A killed office leaves its socket.
    for _ in 0..2 {
        let serving = serve(folder.path(), house(&storage)).expect("it listens");
        assert_eq!(mode(&folder.path().join(SOCKET)), 0o600);
        let data = folder.path().to_owned();
        let asked = tokio::task::spawn_blocking(move || ask(&data, &given(), Request::ListTokens)).await;
        assert!(matches!(asked.expect("no panic"), Ok(Reply::Tokens(_))));
        serving.abort();
    }
    assert_eq!(fs::read_dir(folder.path()).expect("read").count(), 2, "journal and socket");
}

#[test]
fn a_folder_without_an_office_gets_no_data() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let error = ask(&data, &given(), Request::ListTokens).expect_err("no office").to_string();
    assert!(error.starts_with(&format!("there is no office's data in {}", data.display())), "{error}");
    assert!(!data.exists());
}

#[tokio::test]
async fn a_command_waits_for_an_office_that_starts() {
    let folder = tempfile::tempdir().expect("a folder");
    let storage = Storage::open(&folder.path().join(STORAGE)).expect("it opens");
    let data = folder.path().to_owned();
    let asking = tokio::task::spawn_blocking(move || ask(&data, &given(), Request::ListTokens));
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(!asking.is_finished());
    let serving = serve(folder.path(), house(&storage)).expect("it listens");
    let asked = asking.await.expect("no panic");
    assert!(matches!(asked, Ok(Reply::Tokens(_))), "{asked:?}");
    serving.abort();
}

#[test]
fn a_path_that_is_too_long_for_a_socket_is_named() {
    let data = Path::new("/tmp").join("x".repeat(120));
    let error = ask(&data, &given(), Request::ListTokens).expect_err("too long");
    assert!(matches!(error, ControlError::PathTooLong(_)), "{error}");
    assert!(error.to_string().ends_with("give a shorter --data"), "{error}");
}

#[test]
fn an_office_that_goes_away_before_it_answers_is_told_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let listener = std::os::unix::net::UnixListener::bind(folder.path().join(SOCKET)).expect("it listens");
    let killed = std::thread::spawn(move || listener.accept().map(drop).expect("a command comes"));
    let error = ask(folder.path(), &given(), Request::Verify).expect_err("it went away");
    assert!(matches!(error, ControlError::WentAway), "{error}");
    killed.join().expect("no panic");
}
