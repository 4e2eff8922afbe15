//! The doorkeeper as a whole, on records of its own.

use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use moi_config::{Office, Person, Source, load};
use moi_journal::Storage;
use tempfile::TempDir;

use super::{Access, AccessError, Principal, Role};
use crate::set_up::SetUps;

const HA: &str = "Nông Thị Hà";

/// The doors of one office, whose clock goes by hand.
struct Doors {
    _folder: TempDir,
    storage: Storage,
    office: Office,
    now: Arc<Mutex<Timestamp>>,
}

impl Doors {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(folder.path()).expect("it opens");
        let office = load(Source::Embedded).expect("the shipped set-up");
        let now = "2026-11-24T02:00:00Z".parse().expect("a time");
        Self { _folder: folder, storage, office, now: Arc::new(Mutex::new(now)) }
    }

    /// The doorkeeper, as after a start with the set-up as it is now.
    fn open(&self) -> Access {
        let now = Arc::clone(&self.now);
        let clock = Arc::new(move || *now.lock().unwrap_or_else(PoisonError::into_inner));
        Access::new(self.storage.records(), SetUps::by_words(self.office.clone()), clock)
    }

    fn wait(&self, duration: SignedDuration) {
        *self.now.lock().expect("not poisoned") += duration;
    }
}

fn desk() -> IpAddr {
    IpAddr::from([192, 168, 1, 20])
}

fn role_of(access: &Access, cookie: &str) -> Option<Role> {
    match access.session(cookie).expect("read") {
        Some((Principal::Named { role, .. }, _)) => Some(role),
        Some((Principal::Nobody | Principal::OwnMachine, _)) => panic!("a session without a holder"),
        None => None,
    }
}

#[tokio::test]
async fn who_is_no_administrator_in_the_set_up_any_more_is_none() {
    let mut doors = Doors::new();
    doors.office.people.officers.retain(|officer| officer.name != HA);
    doors.office.people.administrators.push(Person { name: HA.into() });
    let access = doors.open();
    let pin = access.new_pin(HA).expect("made").pin;
    let before = access.sign_in(HA.into(), pin.clone(), desk()).await.expect("signed in");
    assert_eq!((before.role, role_of(&access, &before.cookie)), (Role::Administrator, Some(Role::Administrator)));

    doors.office = load(Source::Embedded).expect("the shipped set-up");
    let access = doors.open();
    assert_eq!(role_of(&access, &before.cookie), Some(Role::Officer), "the session of before");
    assert_eq!(access.sign_in(HA.into(), pin, desk()).await.expect("signed in").role, Role::Officer);

    doors.office.people.officers.retain(|officer| officer.name != HA);
    assert_eq!(role_of(&doors.open(), &before.cookie), None, "who left has no session");
}

#[tokio::test]
async fn wrong_pins_from_elsewhere_keep_nobody_out() {
    let doors = Doors::new();
    let access = doors.open();
    let pin = access.new_pin(HA).expect("made").pin;
    let stranger = IpAddr::from([192, 168, 1, 66]);
    for _ in 0..5 {
        let tried = access.sign_in(HA.into(), "no".into(), stranger).await;
        assert!(matches!(tried, Err(AccessError::WrongPin { .. })), "{tried:?}");
    }
    let tried = access.sign_in(HA.into(), pin.clone(), stranger).await;
    assert!(matches!(tried, Err(AccessError::Resting { .. })), "{tried:?}");
    access.sign_in(HA.into(), pin, desk()).await.expect("her own desk");
}

#[tokio::test]
async fn who_signs_in_when_too_many_wait_is_told_at_once() {
    let access = Doors::new().open();
    let _waiting = access.places.try_acquire_many(34).expect("two who hash, 32 who wait");
    let tried = access.sign_in(HA.into(), "no".into(), desk()).await;
    assert!(matches!(tried, Err(AccessError::Busy)), "{tried:?}");
}

#[tokio::test]
async fn only_a_devices_session_lasts_longer_than_a_day() {
    let doors = Doors::new();
    let access = doors.open();
    for role in Role::ALL {
        let token = access.new_token(role.word(), role).expect("made");
        let cookie = access.sign_in_device(token).await.expect("signed in").cookie;
        doors.wait(SignedDuration::from_hours(12));
        assert_eq!(role_of(&access, &cookie), role.is_device().then_some(role));
    }
}

#[tokio::test]
async fn a_session_begun_while_the_clock_was_ahead_is_over_when_it_is_right() {
    let doors = Doors::new();
    let access = doors.open();
    let pin = access.new_pin(HA).expect("made").pin;
    let token = access.new_token("entrance", Role::Kiosk).expect("made");
    let person = access.sign_in(HA.into(), pin, desk()).await.expect("signed in").cookie;
    let kiosk = access.sign_in_device(token).await.expect("signed in").cookie;
    doors.wait(SignedDuration::from_mins(-50));
    assert_eq!(role_of(&access, &person), Some(Role::Officer), "nobody signs in twice for minutes");
    doors.wait(SignedDuration::from_hours(-24 * 365));
    assert_eq!((role_of(&access, &person), role_of(&access, &kiosk)), (None, Some(Role::Kiosk)));
}

#[tokio::test]
async fn the_oldest_session_ends_for_one_too_many() {
    let doors = Doors::new();
    let access = doors.open();
    let token = access.new_token("entrance", Role::Kiosk).expect("made");
    let other = access.new_token("side door", Role::Kiosk).expect("made");
    let other = access.sign_in_device(other).await.expect("signed in").cookie;
    let mut cookies = Vec::new();
    for _ in 0..18 {
        cookies.push(access.sign_in_device(token.clone()).await.expect("signed in").cookie);
        doors.wait(SignedDuration::from_secs(1));
    }
    let stand: Vec<bool> = cookies.iter().map(|cookie| role_of(&access, cookie).is_some()).collect();
    assert_eq!((&stand[..2], stand[2..].iter().all(|stands| *stands)), (&[false, false][..], true));
    assert!(role_of(&access, &other).is_some(), "another token's sessions are none of theirs");
}

#[test]
fn names_in_decomposed_letters_are_the_same_names() {
    let access = Doors::new().open();
    let decomposed = "No\u{302}ng Thi\u{323} Ha\u{300}";
    assert_eq!(access.new_pin(decomposed).expect("known").name, HA);
    access.new_token(&format!(" {decomposed} "), Role::Officer).expect("made");
    assert_eq!(access.list_tokens().expect("read")[0].name, HA);
    assert!(matches!(access.new_token(HA, Role::Officer), Err(AccessError::NameTaken { .. })));
    access.revoke_token(decomposed).expect("revoked");
    assert_eq!(access.list_tokens().expect("read"), []);
}

#[test]
fn no_token_takes_the_name_of_the_offices_own_machine() {
    let access = Doors::new().open();
    let refused = access.new_token("own machine", Role::Kiosk).expect_err("reserved").to_string();
    assert!(refused.ends_with("not \"own machine\""), "{refused}");
}
