//! The spool's task: takes each new ticket, draws its slip, sends it, remembers how far it came.

use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;
use moi_domain::{Ticket, TicketId};
use moi_journal::Records;
use moi_printer::{Job, PrintError, PrinterState, Sent, SlipPainter, Transport};
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout};

use super::{SlipWriter, Spool, previews};
use crate::clock::Clock;
use crate::engine::Published;
use crate::metrics::Metrics;
use crate::views::PrintState;

/// A whole slip, connection and status included. A slow serial converter needs 2.6 s for 30 KB.
const SLIP_DEADLINE: Duration = Duration::from_secs(10);

/// The printer is asked how it is this often when nothing is printed.
const STATUS_EVERY: Duration = Duration::from_secs(10);

/// An answer to that question takes milliseconds; who needs longer is not there.
const STATUS_DEADLINE: Duration = Duration::from_secs(2);

/// After a failure the next slips fail at once for this long, so that a dead printer makes no backlog.
const REST_AFTER_FAILURE: Duration = Duration::from_secs(3);

/// Nobody stands at the kiosk any more for a slip that is older; the phone page and the screen gave the number.
const SLIP_AGE_MAX: SignedDuration = SignedDuration::from_mins(2);

/// The cursor is kept this often; after a crash at most the slips of one interval come out twice.
const CURSOR_EVERY: Duration = Duration::from_secs(1);

/// Where the cursor is kept.
const CURSORS: &str = "cursors";
const CURSOR: &str = "print";

/// What the spool works with.
pub struct Printing {
    /// Where slips come out.
    pub transport: Transport,
    /// What stands on them.
    pub writer: SlipWriter,
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

/// Starts the spool's task; it ends when it is aborted.
#[must_use]
pub fn start(printing: Printing, spool: Spool, cursor: TicketId) -> JoinHandle<()> {
    let worker = Worker {
        printing,
        spool,
        cursor,
        kept: cursor,
        kept_at: Instant::now(),
        day: String::new(),
        rests_until: None,
    };
    tokio::spawn(worker.run())
}

struct Worker {
    printing: Printing,
    spool: Spool,
    /// The last ticket that was handled.
    cursor: TicketId,
    /// The cursor as kept, and when.
    kept: TicketId,
    kept_at: Instant,
    /// The day of the newest slip, as its folder is named.
    day: String,
    /// No try before this time.
    rests_until: Option<Instant>,
}

impl Worker {
    async fn run(mut self) {
        let mut changed = self.printing.published.subscribe();
        let mut painter = Some(SlipPainter::new());
        self.ask().await;
        loop {
            while let Some(ticket) = self.next() {
                self.handle(&ticket, &mut painter).await;
                self.cursor = ticket.id;
                self.keep_cursor(false).await;
            }
            self.keep_cursor(true).await;
            match timeout(STATUS_EVERY, changed.changed()).await {
                Ok(Ok(())) => {}
                Ok(Err(_)) => return,
                Err(_) => self.ask().await,
            }
        }
    }

    fn next(&self) -> Option<Ticket> {
        self.printing.published.read(|hall| hall.tickets_after(self.cursor).next().cloned())
    }

    async fn handle(&mut self, ticket: &Ticket, painter: &mut Option<SlipPainter>) {
        let age = (self.printing.clock)().duration_since(ticket.taken_at);
        let rests = self.rests_until.is_some_and(|until| Instant::now() < until);
        let state = if age > SLIP_AGE_MAX || rests {
            PrintState::Failed
        } else {
            match self.draw(ticket, painter).await {
                Some(job) => self.send(&job, ticket).await,
                None => PrintState::Failed,
            }
        };
        self.printing.metrics.count_slip(match state {
            PrintState::Confirmed => "confirmed",
            PrintState::Sent => "sent",
            PrintState::Unconfirmed => "unconfirmed",
            PrintState::Queued | PrintState::Failed | PrintState::None => "failed",
        });
        self.spool.set_slip(ticket.id, state);
        self.printing.published.ring();
    }

    /// Draws off the async threads; the painter goes along and comes back.
    async fn draw(&mut self, ticket: &Ticket, painter: &mut Option<SlipPainter>) -> Option<Job> {
        let slip = self.printing.writer.slip(ticket);
        let day = slip_folder(&slip.date);
        let name = format!("{day}/{}-{}", slip.number, ticket.id.0);
        self.give_up_old_previews(day).await;
        let mut taken = painter.take().unwrap_or_default();
        let drawn = tokio::task::spawn_blocking(move || {
            let raster = taken.paint(&slip);
            (Job::new(name, raster), taken)
        });
        let (job, back) = drawn.await.inspect_err(|error| tracing::error!(%error, "drawing a slip failed")).ok()?;
        *painter = Some(back);
        job.inspect_err(|error| tracing::error!(%error, number = %ticket.number, "a slip can't be encoded")).ok()
    }

    async fn send(&mut self, job: &Job, ticket: &Ticket) -> PrintState {
        let sent = self.printing.transport.send(job, SLIP_DEADLINE).await;
        let (printer, state) = match &sent {
            Ok(Sent::Ready(printer)) => (*printer, PrintState::Confirmed),
            Ok(Sent::AcceptedUnknown) => (PrinterState::Unknown, PrintState::Sent),
            Err(error) => (error.state(), after_failure(error)),
        };
        self.spool.set_printer(printer);
        self.rests_until = sent.is_err().then(|| Instant::now() + REST_AFTER_FAILURE);
        if let Err(error) = sent {
            tracing::warn!(%error, number = %ticket.number, ?state, "a slip did not come out; the ticket counts all the same");
        }
        state
    }

    async fn ask(&self) {
        let state = self.printing.transport.status(STATUS_DEADLINE).await;
        if self.spool.set_printer(state) {
            tracing::info!(?state, "the printer's state");
            self.printing.published.ring();
        }
    }

    /// With the first slip of each day.
    async fn give_up_old_previews(&mut self, day: String) {
        if self.day == day {
            return;
        }
        self.day = day;
        let Transport::Preview { folder } = &self.printing.transport else { return };
        let folder = folder.clone();
        let removed = tokio::task::spawn_blocking(move || previews::remove_old(&folder)).await;
        if let Ok(Err(error)) = removed {
            tracing::warn!(%error, "old previews of slips can't be removed");
        }
    }

    async fn keep_cursor(&mut self, idle: bool) {
        if self.kept == self.cursor || (!idle && self.kept_at.elapsed() < CURSOR_EVERY) {
            return;
        }
        let (records, cursor) = (self.printing.records.clone(), self.cursor);
        let kept = tokio::task::spawn_blocking(move || records.put(CURSORS, CURSOR, &cursor)).await;
        match kept {
            Ok(Ok(())) => self.kept = cursor,
            Ok(Err(error)) => tracing::warn!(%error, "the print spool's cursor can't be kept"),
            Err(error) => tracing::warn!(%error, "the print spool's cursor can't be kept"),
        }
        self.kept_at = Instant::now();
    }
}

/// What is known of a slip whose sending failed: nothing came out, or perhaps something.
fn after_failure(error: &PrintError) -> PrintState {
    match error {
        PrintError::Unreachable { .. } | PrintError::NotReady { .. } | PrintError::Preview { .. } => PrintState::Failed,
        PrintError::Stopped { .. } | PrintError::Broken { .. } | PrintError::Deadline { .. } => PrintState::Unconfirmed,
    }
}

/// The preview's folder of the day: 24/11/2026 becomes 2026-11-24.
fn slip_folder(date: &str) -> String {
    date.rsplit('/').collect::<Vec<_>>().join("-")
}
