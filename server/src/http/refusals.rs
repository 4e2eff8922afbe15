//! The rules' refusals as problems: each with the facts that its words need.

use actix_web::http::StatusCode;
use jiff::civil::DateTime;
use moi_domain::{Cases, CounterNumber, NoAppointment, Opening, Prefix, Refusal, ServiceCode, TicketNumber};
use serde_json::json;

use super::Problem;
use crate::views::status_word;

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let problem = Self::new(status(&refusal), refusal.code());
        match refusal {
            Refusal::UnknownService { service }
            | Refusal::NotBookable { service }
            | Refusal::ServiceTwice { service } => problem.with("service", service.as_str()),
            Refusal::UnknownPriority { priority } => problem.with("priority", priority.as_str()),
            Refusal::UnknownReason { reason } => problem.with("reason", reason.as_str()),
            Refusal::UnknownPauseReason { reason } => problem.with("reason", reason.as_str()),
            Refusal::UnknownOutcome { outcome } => problem.with("outcome", outcome.as_str()),
            Refusal::UnknownTicket | Refusal::UnknownAppointment | Refusal::UndoOff | Refusal::NoReservedNumbers => {
                problem
            }
            Refusal::UnknownCounter { counter }
            | Refusal::UnknownTarget { counter }
            | Refusal::TransferToItself { counter }
            | Refusal::CounterClosed { counter }
            | Refusal::CounterPaused { counter }
            | Refusal::CounterInUse { counter }
            | Refusal::NothingToUndo { counter }
            | Refusal::UndoRecall { counter }
            | Refusal::NoVisit { counter } => problem.with("counter", counter.to_string()),
            Refusal::SetUpMoved { version } => problem.with_number("version", version.into()),
            Refusal::WouldStrand { numbers, tickets, appointments } => {
                stranding(problem, &numbers, tickets, appointments)
            }
            Refusal::CounterTaken { counter, officer } | Refusal::CounterNotYours { counter, officer } => {
                problem.with("counter", counter.to_string()).with("officer", officer.as_str())
            }
            Refusal::NotCalled { counter, number }
            | Refusal::AlreadyServing { counter, number }
            | Refusal::TicketCalled { counter, number } => {
                problem.with("counter", counter.to_string()).with("number", number.to_string())
            }
            Refusal::PeopleWait { counter, services } => people_wait(problem, counter, &services),
            Refusal::TicketNotWaiting { number }
            | Refusal::TicketNotAway { number }
            | Refusal::TicketNotFree { number }
            | Refusal::ReasonMissing { number }
            | Refusal::OutcomeMissing { number }
            | Refusal::GrantForbidden { number }
            | Refusal::NumberUsed { number }
            | Refusal::AppointmentUsed { number }
            | Refusal::ReturnAtReception { number } => problem.with("number", number.to_string()),
            Refusal::TooManyServices { most } => problem.with_number("most", most.into()),
            Refusal::TooManyCases { service, most } => problem.with_most(&service, most),
            Refusal::RecallTooEarly { number, seconds } => problem.with_ticket(&number, "seconds", seconds),
            Refusal::NoShowTooEarly { number, recalls, seconds } => problem.with_missing(&number, recalls, seconds),
            Refusal::ReturnTooLate { number, minutes } => problem.with_ticket(&number, "minutes", minutes.0),
            Refusal::UndoTooLate { counter, seconds } => {
                problem.with("counter", counter.to_string()).with_number("seconds", seconds.into())
            }
            Refusal::UndoOvertaken { number, status } => {
                problem.with("number", number.to_string()).with("state", status_word(&status))
            }
            Refusal::NumbersExhausted { prefix, last } => problem.with_last(&prefix, last),
            Refusal::NumberNotReserved { number, first, last } => problem.with_range(&number, &first, &last),
            Refusal::NumberBehind { number, entered } => {
                problem.with("number", number.to_string()).with("entered", entered.to_string())
            }
            Refusal::OfficeClosed { opening } => problem.with_opening(opening),
            Refusal::QuotaUsed { service, quota, opening } => {
                problem.with("service", service.as_str()).with_number("quota", quota.into()).with_opening(opening)
            }
            Refusal::Appointment { at, why: _ } => problem.with_time(at),
            Refusal::TooEarly { at, from } => problem.with_time(at).with_return(at, from),
            Refusal::DayFull { service, opening } => problem.with("service", service.as_str()).with_opening(opening),
        }
    }
}

fn people_wait(problem: Problem, counter: CounterNumber, services: &[(ServiceCode, usize)]) -> Problem {
    let waiting: usize = services.iter().map(|(_, waiting)| waiting).sum();
    let one = |(service, waiting): &(ServiceCode, usize)| json!({"service": service, "waiting": waiting});
    problem
        .with("counter", counter.to_string())
        .with_number("waiting", waiting as u64)
        .with_list("services", services.iter().map(one).collect())
}

fn stranding(problem: Problem, numbers: &[TicketNumber], tickets: u32, appointments: u32) -> Problem {
    let named: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    problem
        .with("numbers", named.join(", "))
        .with_number("tickets", tickets.into())
        .with_number("appointments", appointments.into())
}

impl Problem {
    /// A ticket's number, and a figure.
    fn with_ticket(self, number: &TicketNumber, name: &'static str, figure: u32) -> Self {
        self.with("number", number.to_string()).with_number(name, figure.into())
    }

    /// A number, and the ones from and to which there are such.
    fn with_range(self, number: &TicketNumber, first: &TicketNumber, last: &TicketNumber) -> Self {
        self.with("number", number.to_string()).with("first", first.to_string()).with("last", last.to_string())
    }

    fn with_last(self, prefix: &Prefix, last: u32) -> Self {
        self.with("prefix", prefix.as_str()).with_number("last", last.into())
    }

    /// What is missing before somebody counts as missing.
    fn with_missing(self, number: &TicketNumber, recalls: u16, seconds: u32) -> Self {
        let problem = self.with("number", number.to_string());
        problem.with_number("recalls", recalls.into()).with_number("seconds", seconds.into())
    }

    fn with_most(self, service: &ServiceCode, most: Cases) -> Self {
        self.with("service", service.as_str()).with_number("most", most.get().into())
    }

    /// When an appointment is, in the office's own time: on `day` 25/11/2026 at `time` 09:00.
    fn with_time(self, at: DateTime) -> Self {
        self.with("day", at.strftime("%d/%m/%Y").to_string()).with("time", at.strftime("%H:%M").to_string())
    }

    /// From when on an appointment is good for a ticket, and whether on its own day.
    fn with_return(self, at: DateTime, from: DateTime) -> Self {
        let same_day = if at.date() == from.date() { "yes" } else { "no" };
        let problem = self.with("same_day", same_day).with("from_day", from.strftime("%d/%m/%Y").to_string());
        problem.with("from_time", from.strftime("%H:%M").to_string())
    }

    /// When to come back, in the office's own time: `opens_on` 25/11/2026 at `opens_at` 07:00, tickets from 06:45 on.
    /// Whether that is known is in `reopening`, for the words.
    fn with_opening(self, opening: Option<Opening>) -> Self {
        let Some(Opening { opens, tickets_from }) = opening else { return self.with("reopening", "unknown") };
        let say = |when: DateTime, form: &str| when.strftime(form).to_string();
        let problem = self.with("reopening", "known").with("opens_on", say(opens, "%d/%m/%Y"));
        problem.with("opens_at", say(opens, "%H:%M")).with("tickets_from", say(tickets_from, "%H:%M"))
    }
}

/// What the body names and the set-up doesn't know can't be processed; what the address names and nobody knows is not
/// there; everything else conflicts with how the hall stands.
fn status(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::UnknownService { .. }
        | Refusal::UnknownPriority { .. }
        | Refusal::UnknownTarget { .. }
        | Refusal::NumberNotReserved { .. }
        | Refusal::UnknownPauseReason { .. }
        | Refusal::UnknownReason { .. }
        | Refusal::UnknownOutcome { .. }
        | Refusal::NotBookable { .. }
        | Refusal::Appointment { why: NoAppointment::NoSuchSlot, .. }
        | Refusal::ServiceTwice { .. }
        | Refusal::TooManyServices { .. }
        | Refusal::TooManyCases { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        Refusal::UnknownCounter { .. } | Refusal::UnknownTicket | Refusal::UnknownAppointment => StatusCode::NOT_FOUND,
        Refusal::CounterClosed { .. }
        | Refusal::CounterPaused { .. }
        | Refusal::SetUpMoved { .. }
        | Refusal::CounterInUse { .. }
        | Refusal::WouldStrand { .. }
        | Refusal::CounterTaken { .. }
        | Refusal::CounterNotYours { .. }
        | Refusal::NoVisit { .. }
        | Refusal::NotCalled { .. }
        | Refusal::AlreadyServing { .. }
        | Refusal::TicketCalled { .. }
        | Refusal::PeopleWait { .. }
        | Refusal::TicketNotWaiting { .. }
        | Refusal::RecallTooEarly { .. }
        | Refusal::NoShowTooEarly { .. }
        | Refusal::TransferToItself { .. }
        | Refusal::TicketNotFree { .. }
        | Refusal::ReasonMissing { .. }
        | Refusal::OutcomeMissing { .. }
        | Refusal::GrantForbidden { .. }
        | Refusal::TicketNotAway { .. }
        | Refusal::ReturnAtReception { .. }
        | Refusal::ReturnTooLate { .. }
        | Refusal::UndoOff
        | Refusal::NothingToUndo { .. }
        | Refusal::UndoTooLate { .. }
        | Refusal::UndoRecall { .. }
        | Refusal::UndoOvertaken { .. }
        | Refusal::NumbersExhausted { .. }
        | Refusal::NoReservedNumbers
        | Refusal::NumberUsed { .. }
        | Refusal::NumberBehind { .. }
        | Refusal::OfficeClosed { .. }
        | Refusal::QuotaUsed { .. }
        | Refusal::Appointment { .. }
        | Refusal::TooEarly { .. }
        | Refusal::AppointmentUsed { .. }
        | Refusal::DayFull { .. } => StatusCode::CONFLICT,
    }
}
