//! The doorkeeper as a whole, on records of its own.

use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use moi_config::{Office, Person, Source, load};
use moi_journal::Storage;
use tempfile::TempDir;

use super::{Access, AccessError, Attempt, Changer, Kind, Principal, Proof, Role, SignedIn, Whence, Wrong};
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

fn desk() -> Whence {
    Whence { address: IpAddr::from([192, 168, 1, 20]), browser: Some("Chrome, Windows".into()) }
}

fn elsewhere() -> Whence {
    Whence { address: IpAddr::from([192, 168, 1, 66]), browser: None }
}

async fn sign_in(access: &Access, name: &str, proof: Proof, whence: Whence) -> Result<SignedIn, AccessError> {
    let is_known_desk = whence == desk();
    access.sign_in(Attempt { name: name.into(), proof, whence, is_known_desk, device: None }).await
}

fn pin(pin: &str) -> Proof {
    Proof::Pin(pin.into())
}

fn password(password: &str) -> Proof {
    Proof::Password { password: password.into(), code: None }
}

fn made(access: &Access, name: &str, kind: Kind) -> String {
    access.renew(name, kind).expect("made").secret
}

fn role_of(access: &Access, cookie: &str) -> Option<Role> {
    let standing = access.session(cookie).expect("read")?;
    access.saw(&standing, true);
    match standing.principal {
        Principal::Named { role, .. } => Some(role),
        Principal::Nobody | Principal::OwnMachine => Some(Role::Desk),
    }
}

#[tokio::test]
async fn who_is_no_administrator_in_the_set_up_any_more_is_none() {
    let mut doors = Doors::new();
    doors.office.people.officers.retain(|officer| officer.name != HA);
    doors.office.people.administrators.push(Person { name: HA.into(), directory: None });
    let access = doors.open();
    let secret = made(&access, HA, Kind::Password);
    let before = sign_in(&access, HA, password(&secret), elsewhere()).await.expect("signed in");
    assert_eq!((before.role, role_of(&access, &before.cookie)), (Role::Administrator, Some(Role::Administrator)));

    doors.office = load(Source::Embedded).expect("the shipped set-up");
    let access = doors.open();
    assert_eq!(role_of(&access, &before.cookie), Some(Role::Officer), "the session of before");
    let after = sign_in(&access, HA, password(&secret), elsewhere()).await.expect("signed in");
    assert_eq!(after.role, Role::Officer);

    doors.office.people.officers.retain(|officer| officer.name != HA);
    assert_eq!(role_of(&doors.open(), &before.cookie), None, "who left has no session");
}

/// Six digits, seen over a shoulder, must not come to an administrator's rights.
#[tokio::test]
async fn who_signed_in_by_a_pin_and_becomes_an_administrator_signs_in_anew_by_a_password() {
    let mut doors = Doors::new();
    let access = doors.open();
    let secret = made(&access, HA, Kind::Pin);
    let before = sign_in(&access, HA, pin(&secret), desk()).await.expect("signed in");
    doors.office.people.officers.retain(|officer| officer.name != HA);
    doors.office.people.administrators.push(Person { name: HA.into(), directory: None });
    let access = doors.open();
    assert_eq!(role_of(&access, &before.cookie), None);
    let who = Changer { name: HA.into(), session: String::new(), address: elsewhere().address };
    let tried = access.change(who, secret, Kind::Password, "hoa ban trang tren nui".into()).await;
    assert!(matches!(tried, Err(AccessError::NothingToProve)), "{tried:?}");
}

#[tokio::test]
async fn wrong_pins_from_elsewhere_keep_nobody_out() {
    let doors = Doors::new();
    let access = doors.open();
    let secret = made(&access, HA, Kind::Password);
    for _ in 0..5 {
        let tried = sign_in(&access, HA, password("no"), elsewhere()).await;
        assert!(matches!(tried, Err(AccessError::Wrong { what: Wrong::Password, .. })), "{tried:?}");
    }
    let tried = sign_in(&access, HA, password(&secret), elsewhere()).await;
    assert!(matches!(tried, Err(AccessError::Resting { .. })), "{tried:?}");
    sign_in(&access, HA, password(&secret), desk()).await.expect("her own desk");
}

#[tokio::test]
async fn a_pin_is_good_on_a_known_desk_only_and_never_an_administrators() {
    let doors = Doors::new();
    let access = doors.open();
    let secret = made(&access, HA, Kind::Pin);
    let tried = sign_in(&access, HA, pin(&secret), elsewhere()).await;
    assert!(matches!(tried, Err(AccessError::PinNotHere)), "{tried:?}");
    sign_in(&access, HA, pin(&secret), desk()).await.expect("on a desk");
    for needs_password in ["Đặng Quốc Bảo", "Triệu Thị Hoa", "Bế Văn Định"] {
        let refused = access.renew(needs_password, Kind::Pin);
        assert!(matches!(refused, Err(AccessError::NeedsPassword { .. })), "{needs_password}");
    }
}

/// The first PINs of every release before this one were everybody's.
#[tokio::test]
async fn who_needs_a_password_and_has_a_pin_of_before_gets_one_at_the_next_start() {
    let doors = Doors::new();
    let records = doors.storage.records();
    let kept =
        serde_json::json!({"name": "Đặng Quốc Bảo", "pin_hash": super::slow_hash::hash("471100").expect("a hash")});
    records.put("people", "đặng quốc bảo", &kept).expect("kept");
    let access = doors.open();
    let tried = sign_in(&access, "Đặng Quốc Bảo", pin("471100"), desk()).await;
    assert!(matches!(tried, Err(AccessError::Wrong { .. })), "{tried:?}");
    let enrolled = access.enrol(true).expect("made");
    let his = enrolled.iter().find(|new| new.name == "Đặng Quốc Bảo").expect("one of them");
    assert_eq!((his.kind, his.secret.len()), (Kind::Password, 19));
    sign_in(&access, "Đặng Quốc Bảo", password(&his.secret), elsewhere()).await.expect("signed in");
    let kinds: Vec<Kind> = enrolled.iter().map(|new| new.kind).collect();
    assert_eq!((kinds[0], access.enrol(true).expect("read").len()), (Kind::Pin, 0), "officers get PINs; nobody two");
}

#[tokio::test]
async fn a_session_ends_when_nobody_does_anything_for_its_time() {
    let doors = Doors::new();
    let access = doors.open();
    let his = made(&access, "Đặng Quốc Bảo", Kind::Password);
    let hers = made(&access, HA, Kind::Password);
    let administrator = sign_in(&access, "Đặng Quốc Bảo", password(&his), elsewhere()).await.expect("in").cookie;
    let officer = sign_in(&access, HA, password(&hers), elsewhere()).await.expect("in").cookie;
    for cookie in [&administrator, &officer] {
        assert!(role_of(&access, cookie).is_some());
    }
    for _ in 0..3 {
        doors.wait(SignedDuration::from_mins(20));
        assert!(role_of(&access, &administrator).is_some(), "he works");
    }
    doors.wait(SignedDuration::from_mins(29));
    let looks = access.session(&administrator).expect("read").expect("it stands");
    access.saw(&looks, false);
    doors.wait(SignedDuration::from_mins(1));
    assert_eq!(role_of(&access, &administrator), None, "that a page refreshed does not count");
    assert_eq!(role_of(&access, &officer), Some(Role::Officer), "90 minutes at a desk are no idle time");
    let bell = access.listen();
    access.sweep().expect("swept");
    assert!(bell.has_changed().expect("it is there"), "who watches is shown the door");
    assert_eq!(role_of(&doors.open(), &administrator), None, "nor does a restart bring it back");
    doors.wait(SignedDuration::from_hours(4));
    assert_eq!(role_of(&access, &officer), None);
}

#[tokio::test]
async fn a_recovery_code_lets_somebody_in_once_for_a_quarter_of_an_hour_and_wrong_tries_never_lock_it() {
    let doors = Doors::new();
    let access = doors.open();
    let new = "con trâu đi trước cái cày";
    let recovery = |code: &str| Proof::Recovery { code: code.into(), password: new.into() };
    let late = access.recover(HA).expect("made");
    doors.wait(SignedDuration::from_mins(15));
    assert!(sign_in(&access, HA, recovery(&late), elsewhere()).await.is_err(), "too late");
    let code = access.recover(HA).expect("made");
    for _ in 0..6 {
        let tried = sign_in(&access, HA, recovery("AAAA-BBBB-CCCC-DDDD"), elsewhere()).await;
        assert!(matches!(tried, Err(AccessError::Wrong { .. } | AccessError::Resting { .. })), "{tried:?}");
    }
    let weak = Proof::Recovery { code: code.clone(), password: "123456789012".into() };
    assert!(
        matches!(sign_in(&access, HA, weak, elsewhere()).await, Err(AccessError::Weak(_))),
        "and it is not used up"
    );
    sign_in(&access, HA, recovery(&code.to_lowercase()), elsewhere()).await.expect("the right one is always good");
    assert!(sign_in(&access, HA, recovery(&code), elsewhere()).await.is_err(), "once");
    sign_in(&access, HA, password(new), elsewhere()).await.expect("with what she chose");
}

#[tokio::test]
async fn who_signs_in_when_too_many_wait_is_told_at_once() {
    let access = Doors::new().open();
    let _waiting = access.places.try_acquire_many(34).expect("two who hash, 32 who wait");
    let tried = sign_in(&access, HA, pin("no"), desk()).await;
    assert!(matches!(tried, Err(AccessError::Busy)), "{tried:?}");
}

#[tokio::test]
async fn only_a_devices_session_lasts_longer_than_a_day() {
    let doors = Doors::new();
    let access = doors.open();
    for role in Role::ALL {
        let token = access.new_token(role.word(), role).expect("made");
        let cookie = access.sign_in_device(token, elsewhere()).await.expect("signed in").cookie;
        doors.wait(SignedDuration::from_hours(12));
        assert_eq!(role_of(&access, &cookie), role.is_device().then_some(role));
    }
}

#[tokio::test]
async fn a_session_begun_while_the_clock_was_ahead_is_over_when_it_is_right() {
    let doors = Doors::new();
    let access = doors.open();
    let secret = made(&access, HA, Kind::Pin);
    let token = access.new_token("entrance", Role::Kiosk).expect("made");
    let person = sign_in(&access, HA, pin(&secret), desk()).await.expect("signed in").cookie;
    let kiosk = access.sign_in_device(token, elsewhere()).await.expect("signed in").cookie;
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
    let other = access.sign_in_device(other, elsewhere()).await.expect("signed in").cookie;
    let mut cookies = Vec::new();
    for _ in 0..18 {
        cookies.push(access.sign_in_device(token.clone(), elsewhere()).await.expect("signed in").cookie);
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
    assert_eq!(access.renew(decomposed, Kind::Pin).expect("known").name, HA);
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
