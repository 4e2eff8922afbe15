//! The spool's task: takes each new ticket, draws its slip, sends it, remembers how far it came.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt as _;
use jiff::SignedDuration;
use moi_domain::{Ticket, TicketId};
use moi_journal::Records;
use moi_printer::{BootSlip, Job, PrintError, PrinterState, Sent, Transport};
use tokio::sync::watch;
use tokio::time::{Instant, sleep, sleep_until};

use super::drawing::Drawing;
use super::states::after_failure;
use super::{PrintingTask, SlipWriters, Spool};
use crate::clock::Clock;
use crate::engine::Published;
use crate::metrics::Metrics;
use crate::views::PrintState;

/// A whole slip, connection and status included. A slow serial converter needs 2.6 s for 30 KB.
const SLIP_DEADLINE: Duration = Duration::from_secs(10);

/// The printer is asked how it is this often when nothing is sent to it.
const STATUS_EVERY: Duration = Duration::from_secs(10);

/// An answer to that question takes milliseconds; who needs longer is not there.
const STATUS_DEADLINE: Duration = Duration::from_secs(2);

/// After a failure the next slips fail at once for this long, so that a dead printer makes no backlog.
const REST_AFTER_FAILURE: Duration = Duration::from_secs(3);

/// Nobody stands at the kiosk any more for a slip that is older; the phone page and the screen gave the number.
const SLIP_AGE_MAX: SignedDuration = SignedDuration::from_mins(2);

/// The cursor is kept this often; after a crash at most the slips of one interval come out twice.
const CURSOR_EVERY: Duration = Duration::from_secs(1);

/// The pause after it could not be kept. Each failed write has the engine open the journal again, during which orders
/// are refused: a full disk must not bring that every second.
const CURSOR_AGAIN: Duration = Duration::from_mins(1);

/// A slip at hand gets this long when the office stops: most take less than a second.
const LAST_SLIP_MAX: Duration = Duration::from_secs(2);

/// After a bug the spool rests, so that one that comes each time doesn't keep the processor busy.
const REST_AFTER_BUG: Duration = Duration::from_secs(1);

/// Where the cursor is kept.
const CURSORS: &str = "cursors";
const CURSOR: &str = "print";

/// What the spool works with.
pub struct Printing {
    /// Where slips come out.
    pub transport: Transport,
    /// What stands on them.
    pub writer: SlipWriters,
    /// Comes out before all other slips, once; none when the day begins with this start, or the office wants none.
    pub boot_slip: Option<BootSlip>,
    /// Where the cursor is kept.
    pub records: Records,
    /// The durable hall.
    pub published: Arc<Published>,
    /// What is counted.
    pub metrics: Arc<Metrics>,
    /// The office's time.
    pub clock: Clock,
}

/// The ticket up to which slips were handled when the office stopped.
///
/// # Errors
/// When the records can't be read.
pub fn kept_cursor(records: &Records) -> Result<TicketId, moi_journal::JournalError> {
    Ok(records.get(CURSORS, CURSOR)?.unwrap_or(TicketId(0)))
}

/// Starts the spool's task.
#[must_use]
pub fn start(printing: Printing, spool: Spool, cursor: TicketId) -> PrintingTask {
    start_asking(STATUS_EVERY, printing, spool, cursor)
}

pub(super) fn start_asking(every: Duration, printing: Printing, spool: Spool, cursor: TicketId) -> PrintingTask {
    let worker = Worker {
        drawing: Drawing::to(&printing.transport),
        printing,
        spool,
        cursor,
        at_hand: None,
        kept: cursor,
        kept_at: Instant::now(),
        keeping_failed: false,
        rests_until: None,
        asks_every: every,
        ask_at: Instant::now(),
    };
    PrintingTask::start(|stopping| worker.run(stopping))
}

struct Worker {
    printing: Printing,
    spool: Spool,
    /// The last ticket that was handled.
    cursor: TicketId,
    /// The ticket whose slip is being made.
    at_hand: Option<TicketId>,
    /// The cursor as kept, and when it was tried last.
    kept: TicketId,
    kept_at: Instant,
    keeping_failed: bool,
    drawing: Drawing,
    /// No try before this time.
    rests_until: Option<Instant>,
    asks_every: Duration,
    /// When the printer is asked how it is. Only what was heard from it moves this, not that the hall changed.
    ask_at: Instant,
}

impl Worker {
    /// Works until the office stops. A bug costs the slip at hand.
    async fn run(mut self, mut stopping: watch::Receiver<bool>) {
        while AssertUnwindSafe(self.work(&mut stopping)).catch_unwind().await.is_err() {
            tracing::error!(ticket = ?self.at_hand, "a bug ended the spool's work: it goes on after this slip");
            if let Some(ticket) = self.at_hand {
                self.finish(ticket, PrintState::Unconfirmed);
            }
            sleep(REST_AFTER_BUG).await;
        }
        if self.kept != self.cursor {
            self.keep_cursor_now().await;
        }
    }

    async fn work(&mut self, stopping: &mut watch::Receiver<bool>) {
        let mut changed = self.printing.published.subscribe();
        // Taken first: after a bug it is not tried again.
        if let Some(boot_slip) = self.printing.boot_slip.take() {
            tokio::select! {
                () = self.print_boot_slip(boot_slip) => {}
                () = last_slip_is_late(stopping.clone()) => return,
            }
        }
        loop {
            if self.ask_at <= Instant::now() {
                self.ask().await;
            }
            while !*stopping.borrow()
                && let Some((ticket, again)) = self.next()
            {
                self.at_hand = Some(ticket.id);
                tokio::select! {
                    state = self.print(&ticket, again) => {
                        if again {
                            self.spool.end_again(ticket.id, state);
                        }
                        self.finish(ticket.id, state);
                    }
                    () = last_slip_is_late(stopping.clone()) => return,
                }
                self.keep_cursor(CURSOR_EVERY).await;
            }
            self.keep_cursor(Duration::ZERO).await;
            tokio::select! {
                // An error means that nobody holds the task any more.
                _ = stopping.wait_for(|stopping| *stopping) => return,
                rung = changed.changed() => if rung.is_err() { return },
                () = sleep_until(self.ask_at) => {}
            }
        }
    }

    /// The next ticket, and whether its slip comes out once more.
    fn next(&self) -> Option<(Ticket, bool)> {
        let new = self.printing.published.read(|hall| hall.tickets_after(self.cursor).next().cloned());
        let again = || loop {
            let id = self.spool.take_again()?;
            if let Some(ticket) = self.printing.published.read(|hall| hall.ticket(id).cloned()) {
                return Some(ticket);
            }
        };
        new.map(|ticket| (ticket, false)).or_else(|| again().map(|ticket| (ticket, true)))
    }

    async fn print(&mut self, ticket: &Ticket, again: bool) -> PrintState {
        if ticket.paper.is_some() && !again {
            return PrintState::None;
        }
        let age = (self.printing.clock)().duration_since(ticket.taken_at);
        let rests = self.rests_until.is_some_and(|until| Instant::now() < until);
        if (age > SLIP_AGE_MAX && !again) || rests {
            return PrintState::Failed;
        }
        let writer = self.printing.writer.now();
        let slip = if again { writer.reprint(ticket) } else { writer.slip(ticket) };
        let name = format!("{}-{}", slip.number, ticket.id.0);
        let date = slip.date.clone();
        let Some(job) = self.drawing.draw(&date, &name, move |painter| painter.paint(&slip)).await else {
            return PrintState::Failed;
        };
        match self.send(&job).await {
            Ok(state) => state,
            Err(error) => {
                let state = after_failure(&error);
                tracing::warn!(
                    %error,
                    number = %ticket.number,
                    ?state,
                    "a slip did not come out; the ticket counts all the same"
                );
                state
            }
        }
    }

    /// Tries once: whoever has a printer that is off or empty learns the same from the desk.
    async fn print_boot_slip(&mut self, slip: BootSlip) {
        let (date, name) = (slip.date.clone(), format!("boot-slip-{}", slip.time.replace(':', "")));
        let Some(job) = self.drawing.draw(&date, &name, move |painter| painter.paint_boot(&slip)).await else { return };
        match self.send(&job).await {
            Ok(_) => tracing::info!("the boot slip came out: the day goes on"),
            Err(error) => tracing::warn!(%error, "the boot slip did not come out; the day goes on all the same"),
        }
    }

    /// Notes how far a slip came, and goes on behind it.
    fn finish(&mut self, ticket: TicketId, state: PrintState) {
        self.at_hand = None;
        self.cursor = self.cursor.max(ticket);
        let outcome = match state {
            PrintState::Confirmed => Some("confirmed"),
            PrintState::Sent => Some("sent"),
            PrintState::Unconfirmed => Some("unconfirmed"),
            PrintState::Queued | PrintState::Failed => Some("failed"),
            // Its number stands on paper already.
            PrintState::None => None,
        };
        if let Some(outcome) = outcome {
            self.printing.metrics.count_slip(outcome);
        }
        self.spool.set_slip(ticket, state);
        self.printing.published.ring();
    }

    /// Sends a slip, and notes how the printer is and when to try again.
    async fn send(&mut self, job: &Job) -> Result<PrintState, PrintError> {
        let sent = self.printing.transport.send(job, SLIP_DEADLINE).await;
        let printer = match &sent {
            Ok(Sent::Ready(printer)) => *printer,
            Ok(Sent::AcceptedUnknown) => PrinterState::Unknown,
            Err(error) => error.state(),
        };
        self.spool.set_printer(printer);
        self.ask_at = Instant::now() + self.asks_every;
        self.rests_until = sent.is_err().then(|| Instant::now() + REST_AFTER_FAILURE);
        sent.map(|sent| match sent {
            Sent::Ready(_) => PrintState::Confirmed,
            Sent::AcceptedUnknown => PrintState::Sent,
        })
    }

    async fn ask(&mut self) {
        let state = self.printing.transport.status(STATUS_DEADLINE).await;
        self.ask_at = Instant::now() + self.asks_every;
        if self.spool.set_printer(state) {
            tracing::info!(?state, "the printer's state");
            self.printing.published.ring();
        }
    }

    async fn keep_cursor(&mut self, pause: Duration) {
        let pause = if self.keeping_failed { CURSOR_AGAIN } else { pause };
        if self.kept != self.cursor && self.kept_at.elapsed() >= pause {
            self.keep_cursor_now().await;
        }
    }

    async fn keep_cursor_now(&mut self) {
        let (records, cursor) = (self.printing.records.clone(), self.cursor);
        let kept = tokio::task::spawn_blocking(move || records.put(CURSORS, CURSOR, &cursor)).await;
        self.keeping_failed = !matches!(kept, Ok(Ok(())));
        match kept {
            Ok(Ok(())) => self.kept = cursor,
            Ok(Err(error)) => tracing::warn!(%error, "the print spool's cursor can't be kept"),
            Err(error) => tracing::warn!(%error, "the print spool's cursor can't be kept"),
        }
        self.kept_at = Instant::now();
    }
}

/// Waits until a slip has had its time after the office stopped.
async fn last_slip_is_late(mut stopping: watch::Receiver<bool>) {
    // An error is a stop as well: nobody holds the task any more.
    let _ = stopping.wait_for(|stopping| *stopping).await;
    sleep(LAST_SLIP_MAX).await;
}
