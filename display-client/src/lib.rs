//! The board protocol: what a display shows (`board`), how it travels (`frame`, `connection`, `wire`),
//! and which calls are to be heard (`announcement`).
//!
//! Who consumes a message defines it: the server builds these types, it doesn't invent them.

pub mod announcement;
pub mod board;
pub mod connection;
pub mod frame;
mod jitter;
pub mod moment;
pub mod socket;
pub mod wire;

pub use announcement::Announcer;
pub use board::{
    Call, CounterCall, CounterCell, CounterState, CounterView, Names, OfficerPlate, ServiceWaiting, Waiting, WallView,
};
pub use connection::{LiveConnection, Update};
pub use frame::{ClientFrame, ServerFrame};
pub use moment::Moment;
pub use socket::{Address, LiveError, LiveSocket};
pub use wire::{Trust, TrustError};
