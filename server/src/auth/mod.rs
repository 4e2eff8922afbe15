//! Who may: people with PINs and passwords, devices that are paired, programs with tokens, the sessions of pages, and
//! the extractors that say in a handler's signature who may call it.

mod access;
mod account;
mod activity;
mod appointments;
mod attempts;
mod by_directory;
mod by_ticket;
mod client;
mod code;
mod devices;
mod doors;
mod error;
mod extract;
mod installation;
mod pace;
mod pairing;
mod pairing_up;
mod password;
mod people;
mod presence;
mod proven;
mod request;
mod rights;
mod role;
mod second_factor;
mod secret;
mod session_list;
mod sessions;
mod signing_in;
mod slow_hash;
mod tokens;
mod watcher;
mod whence;

pub use access::{Access, Standing};
pub use account::{Account, Changer};
pub use appointments::{AppointmentBooker, AppointmentHolder};
pub use by_directory::{DirectoryAttempt, Vouched};
pub use by_ticket::{PriorityGranter, TicketCanceller, TicketHolder, TicketReturner};
pub use client::{client_of, is_foreign, is_own_machine};
pub use devices::NewDevice;
pub use error::{AccessError, Wrong};
pub use extract::{
    Administrator, Anyone, Caretaker, DeskWatcher, DeviceManager, Kiosk, Monitor, Officer, Operator, OrderInspector,
    PeopleManager, PersonHere, Receptionist, RulePreviewer, SetUpReader, SignedInAs, Staff, own_actor,
};
pub use pace::Pace;
pub use pairing_up::{Claimed, DeviceSummary};
pub use password::{PASSWORD_MAX, Weakness};
pub use people::{Kind, NewCredential};
pub use request::{
    Known, SESSION_COOKIE, device_cookie, directory_cookie, is_known_desk, paired_id, principal, session_cookie,
    session_of,
};
pub use rights::Right;
pub use role::Role;
#[cfg(feature = "oidc")]
pub use secret::{fingerprint, new_secret};
pub use secret::{random, ticket_token};
pub use session_list::SessionSummary;
pub use signing_in::{Attempt, Proof, Recovered, SignedIn};
pub use tokens::TokenSummary;
pub use watcher::PairedWatcher;
pub use whence::{Whence, address};

use unicode_normalization::UnicodeNormalization;

/// Whom a request speaks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Principal {
    /// Nobody in particular.
    Nobody,
    /// A page on the office's own machine, without any credential.
    OwnMachine,
    /// Somebody signed in, a paired device or a token's bearer.
    Named {
        /// The person's or device's name.
        name: String,
        /// What they are.
        role: Role,
    },
}

/// A name as it is kept and compared: Vietnamese letters come composed or decomposed, by the keyboard that typed them.
fn normal(name: &str) -> String {
    name.trim().nfc().collect()
}

#[cfg(test)]
mod tests;
