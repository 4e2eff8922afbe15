//! The office's back door for its owner: subcommands of `moi` reach the running office through a Unix socket in its
//! data folder, and open the data themselves when none runs.

mod acts;
mod client;
mod owner;
mod server;
mod set_up;

use std::os::unix::net::SocketAddr;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use moi_config::{Finding, Source, load};
use moi_domain::{DayOrder, Event, Preview, Setup};
use moi_journal::{BackupContent, SoundExport, Storage, Verified};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::auth::{Access, DeviceSummary, Kind, NewCredential, Role, TokenSummary};
use crate::clock::Clock;
use crate::copies::{self, Closing, CopyError, Soundness};
use crate::engine::Engine;
use crate::pictures::Pictures;
use crate::set_up::{SetUps, setup_of};
use acts::{act_of, named, note};

pub use client::ask;
pub use owner::owner_of;
pub use server::serve;
pub use set_up::{SetUpDifference, SetUpImport};

/// The socket's name in the data folder.
pub const SOCKET: &str = "control.sock";

/// A folder in the data folder, where the socket is made before it gets its place. Its path with the socket's name
/// there is no longer than the socket's own.
pub const CRADLE: &str = ".control";

/// The longest request; a name has 64 characters, a path at most 4,096 bytes.
const REQUEST_MAX: u64 = 16 * 1_024;

/// Why a rehearsal's data is not taken out.
const NOTHING_REAL: &str = "this is a rehearsal: nothing in it is real, so it is neither backed up nor exported";

/// What the owner asks.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// Make a bearer token.
    NewToken {
        /// Whose it is.
        name: String,
        /// What its bearer may do.
        role: Role,
    },
    /// Tell all tokens.
    ListTokens,
    /// Make a token worthless.
    RevokeToken {
        /// Whose it was.
        name: String,
    },
    /// Make a new PIN or password.
    NewCredential {
        /// Whose it is.
        name: String,
        /// Which of the two.
        kind: Kind,
    },
    /// Make a code by which somebody gets back in.
    Recover {
        /// Who.
        name: String,
    },
    /// Tell all paired devices.
    ListDevices,
    /// Make a device worthless.
    RevokeDevice {
        /// Its name.
        name: String,
    },
    /// Tell the set-up in force.
    ShowSetUp,
    /// Take a set-up out of a file, or tell what that would change.
    ImportSetUp(SetUpImport),
    /// Read the whole journal and tell what is damaged.
    Verify,
    /// Back the office up.
    BackUp {
        /// To this new file; absolute.
        path: PathBuf,
    },
    /// Tell which calls of a day passed somebody.
    Order {
        /// The newest day when it is left out.
        day: Option<Date>,
    },
    /// Play a day by a changed set-up.
    Preview {
        /// The set-up's file; absolute.
        config: PathBuf,
        /// The newest closed day when it is left out.
        day: Option<Date>,
    },
    /// Write the journal as JSON lines.
    Export {
        /// To this new file; absolute.
        path: PathBuf,
    },
    /// Write what can be read of a damaged journal.
    ExportSound {
        /// To this new file; absolute.
        path: PathBuf,
    },
}

impl Request {
    /// Whether it makes a file that could later be taken for an office's.
    fn takes_data_out(&self) -> bool {
        match self {
            Self::BackUp { .. } | Self::Export { .. } | Self::ExportSound { .. } => true,
            Self::NewToken { .. }
            | Self::ListTokens
            | Self::RevokeToken { .. }
            | Self::NewCredential { .. }
            | Self::Recover { .. }
            | Self::ListDevices
            | Self::RevokeDevice { .. }
            | Self::ShowSetUp
            | Self::ImportSetUp(_)
            | Self::Verify
            | Self::Order { .. }
            | Self::Preview { .. } => false,
        }
    }

    /// Whether the answer takes as long as the journal is, or waits for one that does.
    fn reads_everything(&self) -> bool {
        match self {
            Self::Verify
            | Self::BackUp { .. }
            | Self::Export { .. }
            | Self::ExportSound { .. }
            | Self::Order { .. }
            | Self::Preview { .. } => true,
            Self::NewToken { .. }
            | Self::ListTokens
            | Self::RevokeToken { .. }
            | Self::NewCredential { .. }
            | Self::Recover { .. }
            | Self::ListDevices
            | Self::RevokeDevice { .. }
            | Self::ShowSetUp
            | Self::ImportSetUp(_) => false,
        }
    }
}

/// What the office answers.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// The token, shown this once.
    Token(String),
    /// All tokens.
    Tokens(Vec<TokenSummary>),
    /// The PIN or password, shown this once.
    Credential(NewCredential),
    /// The recovery code, shown this once.
    Recovery(String),
    /// All paired devices.
    Devices(Vec<DeviceSummary>),
    /// The journal was read.
    Verified(Verified),
    /// The backup is whole.
    BackedUp(BackupContent),
    /// The record of the day's order.
    Order(DayOrder),
    /// The day by both set-ups.
    Preview(Preview),
    /// So many events are in the file.
    Exported(u64),
    /// What could be read is in the file.
    ExportedSound(SoundExport),
    /// The text of the set-up in force.
    SetUp(String),
    /// What a file changes.
    SetUpDifference(SetUpDifference),
    /// It is done.
    Done,
    /// It can't be done, and why.
    Refused(String),
}

/// The office does not do what was asked, and says why.
#[derive(Debug, Error)]
#[error("{0}")]
pub struct Refused(String);

impl Reply {
    /// The reply of an office that did what was asked.
    ///
    /// # Errors
    /// The office's reason.
    pub fn accepted(self) -> Result<Self, Refused> {
        if let Self::Refused(reason) = self { Err(Refused(reason)) } else { Ok(self) }
    }
}

/// What the owner's commands act on; cloning it is cheap.
#[derive(Clone)]
pub struct House {
    /// People, tokens, sessions.
    pub access: Access,
    /// The office's data.
    pub storage: Storage,
    /// The set-up in force.
    pub set_ups: SetUps,
    /// The office's time.
    pub clock: Clock,
    /// Whether the office closes.
    pub closing: Closing,
    /// Where damage is told.
    pub soundness: Soundness,
    /// The office's pictures.
    pub pictures: Pictures,
    /// Whether nothing of the data is real.
    pub rehearsal: bool,
    /// Where it is noted what the owner did to people and devices; none while no office runs.
    pub engine: Option<Engine>,
}

impl House {
    /// Of the office with this data.
    #[must_use]
    pub fn of(storage: Storage, access: Access, set_ups: SetUps, clock: Clock) -> Self {
        let soundness = Soundness::of(storage.clone());
        let (closing, pictures) = (Closing::default(), Pictures::of(storage.files(), None));
        Self { access, storage, set_ups, clock, closing, soundness, pictures, rehearsal: false, engine: None }
    }
}

/// Does what the owner asks, and notes in the journal what that changes of people and devices. Blocks.
#[must_use]
pub fn obey(house: &House, request: Request) -> Reply {
    let act = act_of(&request);
    let reply = carry_out(house, request);
    match (act, &reply) {
        (None, _) | (Some(_), Reply::Refused(_)) => {}
        (Some(act), _) => note(house, named(act, &reply)),
    }
    reply
}

fn carry_out(house: &House, request: Request) -> Reply {
    let House { access, storage, set_ups, clock, closing, .. } = house;
    if house.rehearsal && request.takes_data_out() {
        return Reply::Refused(NOTHING_REAL.to_owned());
    }
    match request {
        Request::NewToken { name, role } => reply(access.new_token(&name, role), Reply::Token),
        Request::ListTokens => reply(access.list_tokens(), Reply::Tokens),
        Request::RevokeToken { name } => reply(access.revoke_token(&name), |()| Reply::Done),
        Request::NewCredential { name, kind } => reply(access.renew(&name, kind), Reply::Credential),
        Request::Recover { name } => reply(access.recover(&name), Reply::Recovery),
        Request::ListDevices => reply(access.list_devices(), Reply::Devices),
        Request::RevokeDevice { name } => reply(access.revoke_device(&name), |_| Reply::Done),
        Request::ShowSetUp => Reply::SetUp(set_ups.in_force().text.to_string()),
        Request::ImportSetUp(wish) => reply(set_up::import(house, &wish), Reply::SetUpDifference),
        Request::Verify => {
            let verified = storage.verify_while(|| !closing.has_begun());
            let verified = verified.inspect(|verified| house.soundness.verified(verified));
            reply(verified, Reply::Verified)
        }
        Request::Order { day } => reply(order_of(storage, set_ups, day), Reply::Order),
        Request::Preview { config, day } => reply(preview(storage, &set_ups.setup(), config, day), Reply::Preview),
        Request::BackUp { path } => {
            let made = copies::back_up_to(storage, &path, clock(), closing);
            if made.is_ok() {
                house.soundness.is_sound();
            }
            copied(house, made, Reply::BackedUp)
        }
        Request::Export { path } => copied(house, copies::export_to(storage, &path, closing), Reply::Exported),
        Request::ExportSound { path } => {
            copied(house, copies::export_sound_to(storage, &path, closing), Reply::ExportedSound)
        }
    }
}

/// The reply to whoever wants a copy. Damage that it met is noted, and told with its file.
fn copied<T>(house: &House, done: Result<T, CopyError>, tell: impl FnOnce(T) -> Reply) -> Reply {
    if let Err(CopyError::Journal(error)) = &done {
        house.soundness.failed(error);
        return Reply::Refused(house.storage.told(error));
    }
    reply(done, tell)
}

fn order_of(storage: &Storage, set_ups: &SetUps, day: Option<Date>) -> Result<DayOrder, String> {
    let events = events_of(storage, day)?;
    let then = set_ups.history_of(&events).map_err(|error| error.to_string())?;
    Ok(DayOrder::of(&events, &then))
}

fn events_of(storage: &Storage, day: Option<Date>) -> Result<Vec<Event>, String> {
    let events = storage.events_of(day).map_err(|error| error.to_string())?;
    events.ok_or_else(|| match day {
        None => "the journal is empty".to_owned(),
        Some(day) => format!("the journal has nothing of {day}: choose a day on which the office was open"),
    })
}

fn preview(storage: &Storage, present: &Setup, config: PathBuf, day: Option<Date>) -> Result<Preview, String> {
    let told = |findings: Vec<Finding>| findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    let changed = setup_of(&load(Source::File(config)).map_err(told)?).map_err(|error| error.to_string())?;
    let closed = storage.last_closed_day().map_err(|error| error.to_string())?;
    let (events, today) = (events_of(storage, day.or(closed))?, events_of(storage, None)?);
    Ok(Preview::of(&events, &today, present, &changed))
}

fn reply<T, E: ToString>(done: Result<T, E>, tell: impl FnOnce(T) -> Reply) -> Reply {
    done.map_or_else(|error| Reply::Refused(error.to_string()), tell)
}

/// A data folder in which no socket can be made.
#[derive(Debug, Error)]
#[error("the path of the data folder {} is too long for the socket in it: give a shorter --data", .0.display())]
pub struct PathTooLong(PathBuf);

/// The path of a data folder's socket, whether there is one or not.
///
/// # Errors
/// [`PathTooLong`]: the system keeps a socket's path in some hundred bytes.
pub fn socket_path(data: &Path) -> Result<PathBuf, PathTooLong> {
    let path = data.join(SOCKET);
    match SocketAddr::from_pathname(&path) {
        Ok(_) => Ok(path),
        Err(_) => Err(PathTooLong(data.to_owned())),
    }
}

#[cfg(test)]
mod tests;
