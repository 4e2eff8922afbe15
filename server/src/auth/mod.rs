//! Who may: people with PINs, devices and programs with tokens, the sessions of pages, and the extractors that
//! say in a handler's signature who may call it.

mod access;
mod appointments;
mod attempts;
mod extract;
mod pace;
mod people;
mod pin_hash;
mod request;
mod secret;
mod sessions;
mod tokens;

pub use access::{Access, AccessError, SignedIn};
pub use appointments::{AppointmentBooker, AppointmentHolder};
pub use extract::{
    Administrator, Anyone, Caretaker, DeskWatcher, Kiosk, Monitor, Officer, Operator, PriorityGranter, Receptionist,
    SignedInAs, Staff, TicketCanceller, TicketHolder, TicketReturner,
};
pub use pace::Pace;
pub use people::NewPin;
pub use request::{SESSION_COOKIE, is_foreign_origin, principal, session_cookie};
pub use secret::{random, ticket_token};
pub use tokens::TokenSummary;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// What somebody or something may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Takes tickets at the entrance.
    Kiosk,
    /// Takes tickets for people who can't use the kiosk.
    Receptionist,
    /// Calls and serves at a counter.
    Officer,
    /// Sets up the office.
    Administrator,
}

impl Role {
    /// Its word in the API and on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Kiosk => "kiosk",
            Self::Receptionist => "receptionist",
            Self::Officer => "officer",
            Self::Administrator => "administrator",
        }
    }
}

/// Whom a request speaks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Principal {
    /// Nobody in particular.
    Nobody,
    /// A page on the office's own machine, without any credential.
    OwnMachine,
    /// Somebody signed in or a token's bearer.
    Named {
        /// The person's or device's name.
        name: String,
        /// What they may do.
        role: Role,
    },
}

/// A name as it is kept and compared: Vietnamese letters come composed or decomposed, by the keyboard that typed them.
fn normal(name: &str) -> String {
    name.trim().nfc().collect()
}

#[cfg(test)]
mod tests;
