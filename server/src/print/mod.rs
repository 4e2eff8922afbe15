//! The spool: from a ticket in the journal to a slip on paper.
//!
//! A cursor over the tickets: it may be late or off, and never holds up a call. The ticket is durable before its
//! slip is drawn; a failed slip changes nothing about the ticket. Before the first ticket's slip of a run may come the
//! boot slip, for the staff.

mod boot;
mod drawing;
mod page;
mod previews;
mod printed;
mod roll;
mod spool;
mod states;
mod task;

pub use page::{SlipWriter, SlipWriters};
pub use printed::{PrintedPapers, ROLL};
pub use roll::{Pile, RollWish, roll};
pub use spool::{Printing, kept_cursor, start};
pub use states::Spool;
pub use task::PrintingTask;

#[cfg(test)]
mod tests;
