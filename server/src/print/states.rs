//! How far each slip has come, and how the printer is; read by views, written by the spool.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use moi_domain::{Hall, TicketId};
use moi_printer::{PrintError, PrinterState};

use crate::views::{PrintState, PrinterView};

/// Slips whose state is remembered. A ticket that is older has been called or its citizen has gone.
const SLIPS_REMEMBERED: usize = 5_000;

/// Wishes for a slip once more that wait at most: who asks for more has a printer that doesn't print.
const AGAIN_MAX: usize = 20;

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
    /// Tickets whose slip is to come out once more, the oldest wish first.
    again: VecDeque<TicketId>,
    /// The newest wish of these that failed, until one comes out.
    again_failed: Option<TicketId>,
    /// Slips of tickets up to here were handled before this program started.
    before: TicketId,
}

impl Spool {
    /// The spool of an office that prints, or not.
    #[must_use]
    pub fn new(prints: bool, before: TicketId) -> Self {
        let begins = if prints { PrintState::Queued } else { PrintState::None };
        let printer = if prints { PrinterState::Unknown } else { PrinterState::Ready };
        let (slips, again, again_failed) = (BTreeMap::new(), VecDeque::new(), None);
        Self { begins, known: Arc::new(Mutex::new(Known { slips, printer, again, again_failed, before })) }
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
        let is_before = ticket <= known.before || known.slips.keys().next().is_some_and(|oldest| ticket < *oldest);
        match known.slips.get(&ticket) {
            Some(state) => *state,
            // Handled once, but nobody remembers how it ended.
            None if is_before => PrintState::Unconfirmed,
            None => PrintState::Queued,
        }
    }

    /// Whether the office prints slips.
    #[must_use]
    pub fn prints(&self) -> bool {
        self.begins != PrintState::None
    }

    /// Slips that wait for the printer.
    #[must_use]
    pub fn waiting(&self, hall: &Hall) -> usize {
        if !self.prints() {
            return 0;
        }
        let known = self.lock();
        let handled = known.slips.last_key_value().map_or(known.before, |(last, _)| known.before.max(*last));
        drop(known);
        hall.tickets_after(handled).count()
    }

    /// How the printer is.
    #[must_use]
    pub fn printer(&self) -> PrinterView {
        let known = self.lock();
        PrinterView { state: known.printer, reprint_failed: known.again_failed.map(|ticket| ticket.0) }
    }

    /// Asks for a slip once more; the bell of the published hall wakes the spool. Says how far it is; none when too
    /// many wait for the printer, and this one does not come out.
    #[must_use]
    pub fn print_again(&self, ticket: TicketId) -> Option<PrintState> {
        if !self.prints() {
            return Some(PrintState::None);
        }
        let mut known = self.lock();
        if !known.again.contains(&ticket) {
            if known.again.len() >= AGAIN_MAX {
                return None;
            }
            known.again.push_back(ticket);
        }
        known.again_failed = None;
        Some(PrintState::Queued)
    }

    pub(super) fn take_again(&self) -> Option<TicketId> {
        self.lock().again.pop_front()
    }

    pub(super) fn set_slip(&self, ticket: TicketId, state: PrintState) {
        let mut known = self.lock();
        known.slips.insert(ticket, state);
        while known.slips.len() > SLIPS_REMEMBERED {
            known.slips.pop_first();
        }
    }

    /// How a slip ended that was to come out once more.
    pub(super) fn end_again(&self, ticket: TicketId, state: PrintState) {
        self.lock().again_failed = (state == PrintState::Failed).then_some(ticket);
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

/// What is known of a slip whose sending failed: nothing came out, or perhaps something.
pub(super) fn after_failure(error: &PrintError) -> PrintState {
    match error {
        PrintError::Unreachable { .. }
        | PrintError::NotReady { .. }
        | PrintError::Preview { .. }
        | PrintError::Broken { sent: 0, .. }
        | PrintError::Deadline { sent: 0, .. } => PrintState::Failed,
        PrintError::Stopped { .. } | PrintError::Broken { .. } | PrintError::Deadline { .. } => PrintState::Unconfirmed,
    }
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind::BrokenPipe;

    use super::*;

    #[test]
    fn a_slip_of_which_nothing_was_sent_has_failed() {
        let broken = |sent| PrintError::Broken { sent, total: 9, source: BrokenPipe.into() };
        for (error, state) in [
            (broken(0), PrintState::Failed),
            (broken(1), PrintState::Unconfirmed),
            (broken(9), PrintState::Unconfirmed),
            (PrintError::Deadline { sent: 0, total: 9 }, PrintState::Failed),
            (PrintError::Deadline { sent: 1, total: 9 }, PrintState::Unconfirmed),
            (PrintError::Stopped { state: PrinterState::CoverOpen }, PrintState::Unconfirmed),
            (PrintError::NotReady { state: PrinterState::CoverOpen }, PrintState::Failed),
        ] {
            assert_eq!(after_failure(&error), state, "{error}");
        }
    }

    #[test]
    fn a_wish_for_a_slip_once_more_is_refused_when_too_many_wait_and_none_is_dropped() {
        let spool = Spool::new(true, TicketId(100));
        let wishes = 1..=AGAIN_MAX as u64;
        for id in wishes.clone() {
            assert_eq!(spool.print_again(TicketId(id)), Some(PrintState::Queued));
        }
        assert_eq!(spool.print_again(TicketId(50)), None);
        assert_eq!(spool.print_again(TicketId(1)), Some(PrintState::Queued), "it waits already");
        assert_eq!(
            std::iter::from_fn(|| spool.take_again()).collect::<Vec<_>>(),
            wishes.map(TicketId).collect::<Vec<_>>()
        );
    }

    #[test]
    fn a_slip_that_was_to_come_out_once_more_and_did_not_is_told_until_the_next_wish() {
        let spool = Spool::new(true, TicketId(7));
        let told = |wish: u64, state| {
            let _ = spool.print_again(TicketId(wish));
            assert_eq!(spool.printer().reprint_failed, None);
            spool.end_again(TicketId(wish), state);
            spool.printer().reprint_failed
        };
        assert_eq!(told(3, PrintState::Failed), Some(3));
        assert_eq!(told(4, PrintState::Confirmed), None);
    }

    #[test]
    fn what_became_of_a_slip_before_the_start_is_not_claimed() {
        let spool = Spool::new(true, TicketId(7));
        let states = [6, 7, 8].map(|id| spool.state_of(TicketId(id)));
        assert_eq!(states, [PrintState::Unconfirmed, PrintState::Unconfirmed, PrintState::Queued]);
        spool.set_slip(TicketId(8), PrintState::Confirmed);
        assert_eq!(spool.state_of(TicketId(8)), PrintState::Confirmed);
    }

    #[test]
    fn what_became_of_a_forgotten_slip_is_not_claimed() {
        let spool = Spool::new(true, TicketId(0));
        for id in 1..=SLIPS_REMEMBERED as u64 + 1 {
            spool.set_slip(TicketId(id), PrintState::Confirmed);
        }
        assert_eq!(spool.state_of(TicketId(1)), PrintState::Unconfirmed);
        assert_eq!(spool.state_of(TicketId(2)), PrintState::Confirmed);
    }
}
