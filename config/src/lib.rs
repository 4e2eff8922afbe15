//! What an administrator writes and what people read: the office's set-up, typed settings, and the text catalogues.
//!
//! [`load`] reads an `office.toml` and answers either a whole, checked [`Office`] or every mistake in the file at once.
//! The values of the command line and the environment are parsed by [`settings`] and [`network`],
//! with the same kind of [`Finding`].
//! [`text::Catalogue`] holds all texts in all languages. The crate knows nothing of the server.

mod edit;
mod finding;
pub mod network;
mod office;
mod read;
pub mod settings;
pub mod text;
mod texts;

pub use edit::{Difference, Edit, EditError, difference, edited, taken_over};
pub use finding::{Finding, Level, Place, Position};
pub use office::{
    AfterLast, Allowed, Appointments, Away, BackTo, CallReason, Calling, Claim, Counter, Desk, Direction, Directory,
    Document, Entrance, Hours, LastTicket, Leaving, NoPictureId, Numbering, Office, Officer, Paper, PauseReason,
    People, Period, Person, PictureId, Priority, Rule, Service, Setting, SignIn, Slide, SlideRow, Slots, Source,
    Tickets, Transfer, TransferPlace, WhenLate, load, load_with_text, parse, shipped,
};
pub use texts::Texts;
