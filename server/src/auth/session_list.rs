//! Which sessions somebody has, and ending them.

use std::net::IpAddr;

use jiff::Timestamp;

use super::{Access, AccessError, people, sessions};

/// A session as people see it.
#[derive(Debug, Clone)]
pub struct SessionSummary {
    /// What it is ended by.
    pub id: String,
    /// Whose.
    pub name: String,
    /// When it was begun.
    pub begun_at: Option<Timestamp>,
    /// The last request in it, since the office was opened.
    pub seen_at: Option<Timestamp>,
    /// Where it was begun.
    pub address: Option<IpAddr>,
    /// With what.
    pub browser: Option<String>,
    /// Whether it was begun by the directory.
    pub by_directory: bool,
    /// What it is kept by.
    pub(super) fingerprint: String,
}

impl SessionSummary {
    /// Whether it is the one with this fingerprint.
    #[must_use]
    pub fn is(&self, fingerprint: &str) -> bool {
        self.fingerprint == fingerprint
    }
}

impl Access {
    /// The sessions of people that stand, the newest first.
    ///
    /// # Errors
    /// The records'.
    pub fn sessions(&self) -> Result<Vec<SessionSummary>, AccessError> {
        let now = (self.clock)();
        let mut summaries = Vec::new();
        for (fingerprint, session) in sessions::list(&self.records, now)? {
            let summary = SessionSummary {
                id: sessions::id(&fingerprint).to_owned(),
                name: session.name.clone(),
                begun_at: session.begun_at,
                seen_at: self.activity.seen(&fingerprint),
                address: session.address,
                browser: session.browser.clone(),
                by_directory: session.vouched.is_some(),
                fingerprint: fingerprint.clone(),
            };
            let standing = self.standing(fingerprint, &session, now)?;
            summaries.extend(standing.filter(|standing| standing.is_persons).map(|_| summary));
        }
        summaries.sort_by_key(|summary| std::cmp::Reverse(summary.begun_at));
        Ok(summaries)
    }

    /// Ends one of somebody's sessions.
    ///
    /// # Errors
    /// [`AccessError::UnknownSession`], or the records'.
    pub async fn end_session(&self, name: String, id: String) -> Result<(), AccessError> {
        self.off_thread(move |access| {
            let ended = sessions::end_where(&access.records, |fingerprint, session| {
                session.token.is_none() && session.name == name && sessions::id(fingerprint) == id
            })?;
            access.doors.ring();
            if ended == 0 { Err(AccessError::UnknownSession) } else { Ok(()) }
        })
        .await
    }

    /// Ends all of somebody's sessions but perhaps one.
    ///
    /// # Errors
    /// [`AccessError::UnknownPerson`], or the records'.
    pub async fn end_sessions(&self, name: String, spare: Option<String>) -> Result<(), AccessError> {
        self.off_thread(move |access| {
            let office = access.set_ups.office();
            let (name, _) = people::known(&office, &name)?;
            access.end_sessions_of(name, |fingerprint| spare.as_deref() == Some(fingerprint))
        })
        .await
    }

    /// Ends the sessions of all people; blocks. Devices' stand on.
    pub(super) fn end_everybody_s_sessions(&self) -> Result<(), AccessError> {
        sessions::end_where(&self.records, |_, session| session.token.is_none())?;
        self.doors.ring();
        Ok(())
    }

    /// Ends a person's; blocks. Whoever watches by one of them is shown the door.
    pub(super) fn end_sessions_of(&self, name: &str, spare: impl Fn(&str) -> bool) -> Result<(), AccessError> {
        sessions::end_all_of(&self.records, name, spare)?;
        self.doors.ring();
        Ok(())
    }
}
