//! A paired device, or a program with a token, that watches a live view: it may for as long as it is one, even where
//! everybody may see what it watches.

use actix_web::HttpRequest;

use super::presence::Watching;
use super::request::{Credential, device_of};
use super::{Access, devices};
use crate::app::App;

/// What opened a live view beside a person: counted for as long as it is open.
pub struct PairedWatcher {
    stands_on: StandsOn,
    _watching: Option<Watching>,
}

/// What is looked at again when the bell rings.
enum StandsOn {
    /// A paired device, by its id.
    Device(String),
    /// A bearer token.
    Token(String),
    /// A session that stands on a token.
    Session(String),
}

impl PairedWatcher {
    /// The device or program that a request comes from; none for a person or nobody, and where the records can't be
    /// read, since what everybody may see is shown then, too.
    #[must_use]
    pub fn of(request: &HttpRequest, app: &App) -> Option<Self> {
        if let Some(device) = device_of(request, app).ok().flatten() {
            let watching = Some(app.access.presence.watches(&device.id));
            return Some(Self { stands_on: StandsOn::Device(device.id), _watching: watching });
        }
        let stands_on = match Credential::of(request) {
            Credential::Bearer(token) => {
                if let Some(device) = devices::find(&app.access.records, &token).ok().flatten() {
                    let watching = Some(app.access.presence.watches(&device.id));
                    return Some(Self { stands_on: StandsOn::Device(device.id), _watching: watching });
                }
                StandsOn::Token(token)
            }
            Credential::Cookies { session, .. } => {
                let cookie = session?;
                let standing = app.access.session(&cookie).ok().flatten()?;
                (!standing.is_persons).then_some(StandsOn::Session(cookie))?
            }
        };
        let watcher = Self { stands_on, _watching: None };
        // A token that never was good opens what nobody's does.
        watcher.may_still(&app.access).then_some(watcher)
    }

    /// Whether it still is one.
    #[must_use]
    pub fn may_still(&self, access: &Access) -> bool {
        match &self.stands_on {
            StandsOn::Device(id) => devices::by_id(&access.records, id).is_ok_and(|device| device.is_some()),
            StandsOn::Token(token) => access.bearer(token).is_ok(),
            StandsOn::Session(cookie) => access.session(cookie).is_ok_and(|standing| standing.is_some()),
        }
    }
}
