//! How far each slip has come, and how the printer is; read by views, written by the spool.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use moi_domain::TicketId;
use moi_printer::PrinterState;

use crate::views::{PrintState, PrinterView};

/// Slips whose state is remembered. A ticket that is older has been called or its citizen has gone.
const SLIPS_REMEMBERED: usize = 5_000;

/// The spool as views see it; cloning it is cheap.
#[derive(Clone)]
pub struct Spool {
    /// What a new ticket's slip begins with: none where the office prints no slips.
    begins: PrintState,
    known: Arc<Mutex<Known>>,
}

struct Known {
    slips: BTreeMap<TicketId, PrintState>,
    printer: PrinterState,
    /// Slips of tickets up to here were handled before this program started.
    before: TicketId,
}

impl Spool {
    /// The spool of an office that prints, or not.
    #[must_use]
    pub fn new(prints: bool, before: TicketId) -> Self {
        let begins = if prints { PrintState::Queued } else { PrintState::None };
        let printer = if prints { PrinterState::Unknown } else { PrinterState::Ready };
        Self { begins, known: Arc::new(Mutex::new(Known { slips: BTreeMap::new(), printer, before })) }
    }

    /// How the slip of a ticket begins that was just taken.
    #[must_use]
    pub fn state_of_new(&self) -> PrintState {
        self.begins
    }

    /// How far this ticket's slip has come.
    #[must_use]
    pub fn state_of(&self, ticket: TicketId) -> PrintState {
        if self.begins == PrintState::None {
            return PrintState::None;
        }
        let known = self.lock();
        match known.slips.get(&ticket) {
            Some(state) => *state,
            None if ticket <= known.before => PrintState::Sent,
            None if known.slips.first_key_value().is_some_and(|(oldest, _)| ticket < *oldest) => PrintState::Sent,
            None => PrintState::Queued,
        }
    }

    /// How the printer is.
    #[must_use]
    pub fn printer(&self) -> PrinterView {
        PrinterView { state: self.lock().printer }
    }

    pub(super) fn set_slip(&self, ticket: TicketId, state: PrintState) {
        let mut known = self.lock();
        known.slips.insert(ticket, state);
        while known.slips.len() > SLIPS_REMEMBERED {
            known.slips.pop_first();
        }
    }

    /// Sets the printer's state; says whether it is news.
    pub(super) fn set_printer(&self, state: PrinterState) -> bool {
        let mut known = self.lock();
        let is_news = known.printer != state;
        known.printer = state;
        is_news
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
