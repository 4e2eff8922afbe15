//! The office's doorkeeper: knows people, tokens, devices and sessions. What hashes or writes the disk is async here
//! and runs on a thread that may block, or is called on one by the command line.

use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};
use moi_config::Office;
use moi_journal::Records;
use tokio::sync::{Semaphore, watch};

use super::activity::Activity;
use super::attempts::Attempts;
use super::devices::{self, Device};
use super::doors::Doors;
use super::pairing::Pairings;
use super::presence::Presence;
use super::{AccessError, Principal, Role, TokenSummary, people, secret, sessions, tokens};
use crate::clock::Clock;
use crate::set_up::SetUps;

/// Secrets hashed at once: each takes 19 MiB and a core for 50 ms, so two leave the hall its share of a small machine.
const HASHES_AT_ONCE: usize = 2;

/// Who waits for a hash: with 50 ms each and two at once, the last one waits less than a second.
const WAITING_MAX: usize = 32;

/// People, tokens, devices, sessions; cloning it is cheap.
#[derive(Clone)]
pub struct Access {
    pub(super) records: Records,
    pub(super) set_ups: SetUps,
    pub(super) clock: Clock,
    pub(super) attempts: Arc<Attempts>,
    hashing: Arc<Semaphore>,
    /// One place for each who hashes or waits for it.
    pub(super) places: Arc<Semaphore>,
    /// Held while a record is read, changed and written: two changes of one person at once would lose one.
    changing: Arc<Mutex<()>>,
    pub(super) activity: Arc<Activity>,
    pub(super) pairings: Arc<Pairings>,
    pub(super) presence: Presence,
    pub(super) doors: Doors,
}

/// A session that stands.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Whose it is.
    pub principal: Principal,
    /// When it ends at the latest.
    pub expires_at: Timestamp,
    /// When it ends if nobody does anything; none for a device's.
    pub idle_until: Option<Timestamp>,
    /// Whether a person signed in; else it stands on a token.
    pub(super) is_persons: bool,
    /// What it is kept by.
    pub(super) fingerprint: String,
}

impl Access {
    /// The doorkeeper of this office.
    #[must_use]
    pub fn new(records: Records, set_ups: SetUps, clock: Clock) -> Self {
        Self {
            records,
            set_ups,
            clock,
            attempts: Arc::default(),
            hashing: Arc::new(Semaphore::new(HASHES_AT_ONCE)),
            places: Arc::new(Semaphore::new(HASHES_AT_ONCE + WAITING_MAX)),
            changing: Arc::default(),
            activity: Arc::default(),
            pairings: Arc::default(),
            presence: Presence::default(),
            doors: Doors::default(),
        }
    }

    /// Makes a bearer token.
    ///
    /// # Errors
    /// [`AccessError::NameTaken`], [`AccessError::BadName`], or the records'.
    pub fn new_token(&self, name: &str, role: Role) -> Result<String, AccessError> {
        let _turn = self.turn();
        tokens::new_token(&self.records, name, role, (self.clock)())
    }

    /// All tokens.
    ///
    /// # Errors
    /// The records'.
    pub fn list_tokens(&self) -> Result<Vec<TokenSummary>, AccessError> {
        Ok(tokens::list(&self.records)?)
    }

    /// Makes a token worthless; whoever watches by it is shown the door.
    ///
    /// # Errors
    /// [`AccessError::UnknownToken`], or the records'.
    pub fn revoke_token(&self, name: &str) -> Result<(), AccessError> {
        tokens::revoke(&self.records, name)?;
        self.doors.ring();
        Ok(())
    }

    /// The bearer of a token, or of a paired device's secret. Of a desk nobody: it only makes PINs good.
    ///
    /// # Errors
    /// [`AccessError::WrongToken`], or the records'.
    pub fn bearer(&self, token: &str) -> Result<Principal, AccessError> {
        if let Some(device) = devices::find(&self.records, token)? {
            return Ok(principal_of(device.name, device.role));
        }
        let kept = tokens::find(&self.records, token)?.ok_or(AccessError::WrongToken)?;
        Ok(principal_of(kept.name, kept.role))
    }

    /// The session that a cookie stands for; none when it is over.
    ///
    /// # Errors
    /// The records'.
    pub fn session(&self, cookie: &str) -> Result<Option<Standing>, AccessError> {
        let now = (self.clock)();
        let Some(session) = sessions::find(&self.records, cookie, now)? else { return Ok(None) };
        self.standing(secret::fingerprint(cookie), &session, now)
    }

    /// A session, while its holder is somebody here and did something lately.
    pub(super) fn standing(
        &self,
        fingerprint: String,
        session: &sessions::Session,
        now: Timestamp,
    ) -> Result<Option<Standing>, AccessError> {
        let holder = match &session.token {
            Some(token) => tokens::kept(&self.records, token)?.map(|token| (token.name, token.role)),
            None => person_of(&self.set_ups.office(), session),
        };
        // Who signed in on a paired device goes with it.
        let is_homeless = match &session.device {
            Some(id) => devices::by_id(&self.records, id)?.is_none(),
            None => false,
        };
        let is_proven = |role: Role| {
            let begun_as = session.role.is_some_and(Role::needs_password);
            session.token.is_some() || !role.needs_password() || begun_as
        };
        let holder = holder.filter(|(_, role)| !is_homeless && is_proven(*role));
        let Some((name, role)) = holder else { return Ok(None) };
        let left = self.idle_limit(role).map(|limit| limit - self.activity.idle(&fingerprint, now));
        if left.is_some_and(|left| left <= SignedDuration::ZERO) {
            return Ok(None);
        }
        Ok(Some(Standing {
            principal: principal_of(name, role),
            expires_at: session.expires_at,
            idle_until: left.map(|left| now + left),
            is_persons: session.token.is_none(),
            fingerprint,
        }))
    }

    /// For how long nobody may do anything in a session of this role; a device's never ends so.
    fn idle_limit(&self, role: Role) -> Option<SignedDuration> {
        let limits = self.set_ups.office().sign_in;
        let minutes = if role.needs_password() { limits.idle_minutes } else { limits.desk_idle_minutes };
        (!role.is_device()).then(|| SignedDuration::from_mins(minutes.into()))
    }

    /// A request came in this session.
    pub(super) fn saw(&self, standing: &Standing, is_doing: bool) {
        self.activity.saw(&standing.fingerprint, (self.clock)(), is_doing);
    }

    /// The device that a cookie stands for.
    pub(super) fn paired(&self, cookie: &str) -> Result<Option<Device>, AccessError> {
        Ok(devices::find(&self.records, cookie)?)
    }

    /// Notes that the device of this cookie or token, if it is one's, was seen, and where.
    pub(super) fn saw_device(&self, credential: &str, address: IpAddr) -> Result<(), AccessError> {
        if let Some(device) = devices::find(&self.records, credential)? {
            self.presence.saw(&device.id, (self.clock)(), address);
        }
        Ok(())
    }

    /// Ends what is over: sessions in which nobody has done anything for too long, of people who left the set-up, of
    /// tokens that are gone; and what people signed in with who left it days ago. Blocks.
    ///
    /// # Errors
    /// The records'.
    pub fn sweep(&self) -> Result<(), AccessError> {
        let now = (self.clock)();
        let mut kept = std::collections::HashSet::new();
        for (fingerprint, session) in sessions::list(&self.records, now)? {
            if self.standing(fingerprint.clone(), &session, now)?.is_some() {
                kept.insert(fingerprint);
            }
        }
        let ended = sessions::end_where(&self.records, |fingerprint, session| {
            // One that began since the list was made is none of these.
            !kept.contains(fingerprint) && session.begun_at.is_none_or(|begun_at| begun_at < now)
        })?;
        self.activity.keep(|fingerprint| kept.contains(fingerprint));
        self.note_who_left()?;
        if ended > 0 {
            self.doors.ring();
        }
        Ok(())
    }

    /// Whoever is guarded looks whether they may still be here: another set-up is in force.
    pub fn look_again(&self) {
        self.doors.ring();
    }

    /// Hears whenever a credential may have ended.
    #[must_use]
    pub fn listen(&self) -> watch::Receiver<u64> {
        self.doors.listen()
    }

    /// Held while a record is read, changed and written.
    pub(super) fn turn(&self) -> MutexGuard<'_, ()> {
        self.changing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs what hashes, at most two at once.
    pub(super) async fn hashing<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, AccessError> + Send + 'static,
    ) -> Result<T, AccessError> {
        let place = Arc::clone(&self.places).try_acquire_owned().map_err(|_| AccessError::Busy)?;
        let turn = Arc::clone(&self.hashing).acquire_owned().await.map_err(|_| AccessError::Stopping)?;
        self.off_thread(move |access| {
            // Held by the work and not by the request, which may be given up while the hash goes on.
            let _held = (place, turn);
            work(access)
        })
        .await
    }

    /// Runs what blocks on a thread that may block.
    pub(super) async fn off_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, AccessError> + Send + 'static,
    ) -> Result<T, AccessError> {
        let access = self.clone();
        tokio::task::spawn_blocking(move || work(&access)).await.unwrap_or(Err(AccessError::Stopping))
    }
}

/// Whose a session is; of whom a directory vouched for, only while the set-up still says that this is them.
fn person_of(office: &Office, session: &sessions::Session) -> Option<(String, Role)> {
    let person = people::of(office, &session.name);
    let is_vouched = |name: &str| {
        let vouched = session.vouched.as_ref().map(|vouched| vouched.person_in(office));
        vouched.is_none_or(|found| found.is_some_and(|(found, _)| found == name))
    };
    person.filter(|(name, _)| is_vouched(name)).map(|(name, role)| (name.to_owned(), role))
}

/// Whom a name and role make. A desk by itself is nobody.
pub(super) fn principal_of(name: String, role: Role) -> Principal {
    if role == Role::Desk { Principal::Nobody } else { Principal::Named { name, role } }
}
