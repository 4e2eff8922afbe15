//! Who may: people with PINs, devices and programs with tokens, the sessions of pages, and the extractors that
//! say in a handler's signature who may call it.

mod access;
mod appointments;
mod attempts;
mod by_ticket;
mod extract;
mod pace;
mod people;
mod pin_hash;
mod request;
mod rights;
mod role;
mod secret;
mod sessions;
mod tokens;

pub use access::{Access, AccessError, SignedIn};
pub use appointments::{AppointmentBooker, AppointmentHolder};
pub use by_ticket::{PriorityGranter, TicketCanceller, TicketHolder, TicketReturner};
pub use extract::{
    Administrator, Anyone, Caretaker, DeskWatcher, Kiosk, Monitor, Officer, Operator, OrderInspector, Receptionist,
    RulePreviewer, SetUpReader, SignedInAs, Staff,
};
pub use pace::Pace;
pub use people::NewPin;
pub use request::{SESSION_COOKIE, is_foreign_origin, principal, session_cookie};
pub use rights::Right;
pub use role::Role;
pub use secret::{random, ticket_token};
pub use tokens::TokenSummary;

use unicode_normalization::UnicodeNormalization;

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
