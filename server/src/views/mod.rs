//! State to what one audience sees: whole, small documents, computed from the durable hall.
//!
//! Nothing here reads a clock or a socket: the same hall at the same time always gives the same view, so that equal
//! views are never sent twice.

mod appointment;
mod audit;
mod away;
mod counter;
mod csv;
mod desk;
mod entrance;
mod help;
mod kiosk;
mod moment;
mod order;
mod passing;
mod paused;
mod preview;
mod printer;
mod queue;
mod reason;
mod standing;
mod stranded;
mod ticket;
mod undo;
mod wall;

pub use appointment::{AppointmentView, DayAppointments, SlotsView, appointment_view, day_appointments, slots_view};
pub use audit::{AuditEntry, audit_csv, audit_entries};
pub use counter::counter_view;
pub use desk::{ClockView, MachineView, desk_view};
pub use entrance::{EntranceView, entrance_view};
pub use help::{HelpView, help_views};
pub use kiosk::{kiosk_view, service_views};
pub use moment::{clock, local};
pub use order::room_order;
pub use passing::{DayOrderView, PassingView, Reader, day_order_csv, day_order_view};
pub use preview::{PreviewView, preview_view};
pub use printer::{PrintState, PrinterView};
pub use queue::{QueueFilter, QueueView, queue_view};
pub use standing::{CounterSummary, counter_summary};
pub use stranded::{StrandedView, stranded_views};
pub use ticket::{OfficerTicket, TicketBeside, TicketView, officer_ticket, status_word, ticket_view};
pub use wall::wall_view;

/// Minutes as a band, rounded to five: the forecast as everybody sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct Forecast {
    /// Half of the citizens are called by then or later (minutes).
    pub from: u16,
    /// Nine of ten are called before (minutes).
    pub to: u16,
}

impl From<moi_domain::Band> for Forecast {
    fn from(band: moi_domain::Band) -> Self {
        Self { from: band.from, to: band.to }
    }
}
