//! The record of the order, for whoever inspects it: as a document, and as a table.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use moi_config::Office;
use moi_config::text::Catalogue;
use moi_domain::{Cause, DayOrder, Passing, Rank};
use serde::Serialize;
use utoipa::ToSchema;

use super::csv::csv_table;
use super::local;
use super::reason::Reason;

/// Calls out of the order of arrival that an answer holds: all of a day on which every tenth call of a thousand is one,
/// a hundred times over.
const PASSINGS_MAX: usize = 10_000;

/// The calls of a day that passed somebody who had taken a ticket earlier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct DayOrderView {
    /// The business day.
    #[schema(example = "2026-11-27")]
    pub day: Option<String>,
    /// All calls of the day, without recalls.
    pub calls: u32,
    /// How many of them passed somebody.
    pub total: usize,
    /// Whether it is a rehearsal's, and nothing of it is real.
    pub rehearsal: bool,
    /// Those, oldest first; at most 10,000.
    pub passings: Vec<PassingView>,
}

/// A call of a ticket while another one waited that was taken earlier and that the counter may call, too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PassingView {
    /// When it was called.
    pub at: String,
    /// Where to.
    pub counter: u16,
    /// Who called.
    pub officer: Option<String>,
    /// Stands for the ticket in the API.
    pub ticket: u64,
    /// As on the slip.
    pub number: String,
    /// Code of the service.
    pub service: String,
    /// When it was taken.
    pub taken_at: String,
    /// How many it passed.
    pub passed: u32,
    /// The one of them that was taken first.
    pub earliest: String,
    /// When that one was taken.
    pub earliest_taken_at: String,
    /// Whether this counter alone could call it.
    pub bound: bool,
    /// chosen, priority, returned, missed, transferred, transferred-front, put-back, outage, turn or
    /// other-set-up.
    pub kind: &'static str,
    /// Id of the reason that the officer gave for a call out of turn.
    pub reason: Option<String>,
    /// Why, in the reader's language. Never which priority.
    #[schema(example = "Priority, 20 min earlier")]
    pub why: String,
}

/// In whose words a record is told.
#[derive(Clone, Copy)]
pub struct Reader<'r> {
    /// The set-up, for reasons by name and the time zone.
    pub office: &'r Office,
    /// All texts.
    pub texts: &'r Catalogue,
    /// The reader's language.
    pub language: &'r str,
    /// Whether nothing of the record is real.
    pub rehearsal: bool,
}

/// The record of a day in the reader's words.
#[must_use]
pub fn day_order_view(order: &DayOrder, reader: Reader<'_>) -> DayOrderView {
    DayOrderView {
        day: order.day.map(|day| day.to_string()),
        calls: order.calls,
        total: order.passings.len(),
        rehearsal: reader.rehearsal,
        passings: order.passings.iter().take(PASSINGS_MAX).map(|passing| passing_view(passing, reader)).collect(),
    }
}

fn passing_view(passing: &Passing, reader: Reader<'_>) -> PassingView {
    let zone = &reader.office.time_zone;
    let (kind, why) = why(&passing.cause, reader);
    let reason = match &passing.cause {
        Cause::Chosen { reason } => reason.as_ref().map(ToString::to_string),
        Cause::Priority { .. }
        | Cause::Appointment { .. }
        | Cause::Returned { .. }
        | Cause::Missed { .. }
        | Cause::Transferred { .. }
        | Cause::WentOn { .. }
        | Cause::PutBack { .. }
        | Cause::Outage
        | Cause::Turn
        | Cause::OtherSetup => None,
    };
    PassingView {
        at: local(zone, passing.at),
        counter: passing.counter.get(),
        officer: passing.officer.as_ref().map(ToString::to_string),
        ticket: passing.ticket.0,
        number: passing.number.to_string(),
        service: passing.service.to_string(),
        taken_at: local(zone, passing.taken_at),
        passed: passing.passed,
        earliest: passing.earliest.to_string(),
        earliest_taken_at: local(zone, passing.earliest_taken_at),
        bound: passing.is_bound,
        kind,
        reason,
        why,
    }
}

fn why(cause: &Cause, Reader { office, texts, language, rehearsal: _ }: Reader<'_>) -> (&'static str, String) {
    let place = |kind: &'static str, reason: Reason| (kind, reason.words(texts, office, language));
    match cause {
        Cause::Chosen { reason } => {
            place("chosen", Reason::Chosen { reason: reason.as_ref().map(ToString::to_string) })
        }
        Cause::Appointment { starts_at } => {
            place("appointment", Reason::Appointment { at: local(&office.time_zone, *starts_at), minutes: 0 })
        }
        Cause::Priority { minutes } => place("priority", Reason::Priority { minutes: *minutes }),
        Cause::Returned { counter } => place("returned", Reason::Returned { counter: counter.get() }),
        Cause::Missed { counter } => place("missed", Reason::Missed { counter: counter.get() }),
        Cause::Transferred { counter, rank: Rank::Front } => {
            place("transferred-front", Reason::TransferredFront { counter: counter.get() })
        }
        Cause::Transferred { counter, rank: Rank::Arrival | Rank::End } => {
            place("transferred", Reason::Transferred { counter: counter.get() })
        }
        Cause::WentOn { counter } => place("goes-on", Reason::GoesOn { counter: counter.get() }),
        Cause::PutBack { counter } => place("put-back", Reason::PutBack { counter: counter.get() }),
        Cause::Outage => place("outage", Reason::Outage),
        Cause::Turn => ("turn", texts.say(language, "order-turn", &[])),
        Cause::OtherSetup => ("other-set-up", texts.say(language, "order-other-set-up", &[])),
    }
}

/// The same as a table for a spreadsheet.
#[must_use]
pub fn day_order_csv(order: &DayOrder, reader: Reader<'_>) -> String {
    let say = |id: &str| reader.texts.say(reader.language, id, &[]);
    let heads = [
        "order-at",
        "order-counter",
        "order-officer",
        "order-number",
        "order-service",
        "order-taken-at",
        "order-passed",
        "order-earliest",
        "order-earliest-taken-at",
        "order-bound",
        "order-why",
        "order-reason",
    ];
    let zone = &reader.office.time_zone;
    let rows = order.passings.iter().take(PASSINGS_MAX).map(|passing| {
        let view = passing_view(passing, reader);
        [
            cell_time(zone, passing.at),
            view.counter.to_string(),
            view.officer.unwrap_or_default(),
            view.number,
            view.service,
            cell_time(zone, passing.taken_at),
            view.passed.to_string(),
            view.earliest,
            cell_time(zone, passing.earliest_taken_at),
            say(if view.bound { "order-yes" } else { "order-no" }),
            view.why,
            view.reason.unwrap_or_default(),
        ]
    });
    let mark = reader.rehearsal.then(|| say("order-rehearsal"));
    csv_table(reader.language, mark.as_deref(), heads.map(say), rows)
}

/// As spreadsheets read a time.
fn cell_time(zone: &TimeZone, at: Timestamp) -> String {
    at.to_zoned_datetime(zone.clone()).strftime("%Y-%m-%d %H:%M:%S").to_string()
}
