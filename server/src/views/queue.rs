//! The whole order of calling, for the staff: who waits, by which time, and why.

use jiff::Timestamp;
use moi_config::Office;
use moi_config::text::Catalogue;
use moi_domain::{CounterNumber, Hall, ServiceCode, Setup, Ticket, away, queue_of, whole_queue};
use serde::Serialize;
use utoipa::ToSchema;

use super::away::{AwayTicket, away_ticket};
use super::local;
use super::reason::Reason;
use super::ticket::{codes, counters_of};

/// A part of the queue.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QueueFilter {
    /// Those who come for this service.
    pub service: Option<ServiceCode>,
    /// Those whom this counter may call.
    pub counter: Option<CounterNumber>,
    /// So many at most, of those who wait and of those who are away.
    pub limit: usize,
}

/// Who waits, in the order of calling, and who is away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct QueueView {
    /// In the order in which they will be called: by effective arrival, ties by id.
    tickets: Vec<QueuedTicket>,
    /// How many wait, with those beyond the limit.
    total: usize,
    /// Put aside, or missed and may still come back. Nobody calls them before they are back.
    away: Vec<AwayFrom>,
    /// How many are away, with those beyond the limit.
    away_total: usize,
}

/// A ticket that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct QueuedTicket {
    /// Stands for the ticket in the API.
    id: u64,
    /// As on the slip.
    number: String,
    /// Code of the service.
    service: String,
    /// How many people or files it is for.
    cases: u16,
    /// What its citizen needs after that service.
    then: Vec<String>,
    /// Whether an officer wrote a note on it.
    noted: bool,
    /// When it was taken.
    taken_at: String,
    /// The time that it is called by.
    effective: String,
    /// The counters that may call it.
    counters: Vec<u16>,
    /// Why it stands there.
    reason: Reason,
    /// The same in the reader's language. Never which priority.
    #[schema(example = "Priority, 20 min earlier")]
    why: String,
}

/// A ticket that is away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AwayFrom {
    /// The counter that put it aside, or called it in vain.
    counter: u16,
    /// The ticket.
    #[serde(flatten)]
    ticket: AwayTicket,
}

/// The order of calling as of now, or the part of it that the filter names, in the words of a language.
#[must_use]
pub fn queue_view(
    hall: &Hall,
    setup: &Setup,
    (office, texts, language): (&Office, &Catalogue, &str),
    filter: &QueueFilter,
    now: Timestamp,
) -> QueueView {
    let is_meant = |ticket: &&Ticket| filter.service.as_ref().is_none_or(|service| ticket.service == *service);
    let waiting: Box<dyn Iterator<Item = &Ticket>> = match filter.counter {
        None => Box::new(whole_queue(hall)),
        Some(counter) => Box::new(queue_of(hall, setup, counter, now)),
    };
    // Only ids of the rest are looked at.
    let waiting: Vec<_> = waiting.filter(is_meant).collect();
    let away: Vec<_> = away(hall, setup)
        .filter(|(counter, ticket)| filter.counter.is_none_or(|wanted| wanted == *counter) && is_meant(ticket))
        .collect();
    let queued = |ticket: &Ticket| {
        let reason = Reason::of(setup, ticket);
        QueuedTicket {
            id: ticket.id.0,
            number: ticket.number.to_string(),
            service: ticket.service.to_string(),
            cases: ticket.cases.get(),
            then: codes(&ticket.then),
            noted: hall.has_note(ticket.id),
            taken_at: local(&setup.zone, ticket.taken_at),
            effective: local(&setup.zone, ticket.place.effective),
            counters: counters_of(setup, ticket),
            why: reason.words(texts, office, language),
            reason,
        }
    };
    QueueView {
        total: waiting.len(),
        tickets: waiting.into_iter().take(filter.limit).map(queued).collect(),
        away_total: away.len(),
        away: away
            .into_iter()
            .take(filter.limit)
            .filter_map(|(counter, ticket)| {
                Some(AwayFrom { counter: counter.get(), ticket: away_ticket(setup, ticket)? })
            })
            .collect(),
    }
}
