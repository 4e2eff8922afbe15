//! Reading a TOML file so that all its mistakes are found at once: small readers that report and go on.
//!
//! A reader takes a [`Node`] and gives `Some` value, or reports to the [`Ledger`] and gives `None`. Nobody stops at the
//! first mistake: a table's reader asks for all its keys first and puts the results together last.

mod address;
mod excerpt;
mod ledger;
mod nearest;
mod node;
mod scalar;
mod words;

pub(crate) use address::as_address;
pub(crate) use excerpt::{as_key, is_invisible, quoted};
pub(crate) use ledger::{Kind, Ledger, Remark};
pub(crate) use nearest::nearest;
pub(crate) use node::{Node, Table};
pub(crate) use scalar::{choice, pattern, truth, whole_number};
pub(crate) use words::{text, texts};
