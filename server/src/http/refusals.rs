//! The rules' refusals as problems: each with the facts that its words need.

use actix_web::http::StatusCode;
use jiff::civil::DateTime;
use moi_domain::{CounterNumber, Opening, Refusal, ServiceCode, TicketNumber};
use serde_json::json;

use super::Problem;
use crate::views::status_word;

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let problem = Self::new(status(&refusal), refusal.code());
        match refusal {
            Refusal::UnknownService { service } | Refusal::ServiceTwice { service } => {
                problem.with("service", service.as_str())
            }
            Refusal::UnknownPriority { priority } => problem.with("priority", priority.as_str()),
            Refusal::UnknownReason { reason } => problem.with("reason", reason.as_str()),
            Refusal::UnknownPauseReason { reason } => problem.with("reason", reason.as_str()),
            Refusal::UnknownOutcome { outcome } => problem.with("outcome", outcome.as_str()),
            Refusal::UnknownTicket | Refusal::UndoOff | Refusal::NoReservedNumbers => problem,
            Refusal::UnknownCounter { counter }
            | Refusal::UnknownTarget { counter }
            | Refusal::TransferToItself { counter }
            | Refusal::CounterClosed { counter }
            | Refusal::CounterPaused { counter }
            | Refusal::NothingToUndo { counter }
            | Refusal::UndoRecall { counter }
            | Refusal::NoVisit { counter } => problem.with("counter", counter.to_string()),
            Refusal::CounterTaken { counter, officer } | Refusal::CounterNotYours { counter, officer } => {
                problem.with("counter", counter.to_string()).with("officer", officer.as_str())
            }
            Refusal::NotCalled { counter, number }
            | Refusal::AlreadyServing { counter, number }
            | Refusal::TicketCalled { counter, number } => problem.at(counter, &number),
            Refusal::PeopleWait { counter, services } => problem.with_people_who_wait(counter, &services),
            Refusal::TicketNotWaiting { number }
            | Refusal::TicketNotAway { number }
            | Refusal::TicketNotFree { number }
            | Refusal::ReasonMissing { number }
            | Refusal::OutcomeMissing { number }
            | Refusal::GrantForbidden { number }
            | Refusal::NumberUsed { number }
            | Refusal::ReturnAtReception { number } => problem.with("number", number.to_string()),
            Refusal::TooManyServices { most } => problem.with_number("most", most.into()),
            Refusal::TooManyCases { service, most } => {
                problem.with("service", service.as_str()).with_number("most", most.get().into())
            }
            Refusal::RecallTooEarly { number, seconds } => {
                problem.with("number", number.to_string()).with_number("seconds", seconds.into())
            }
            Refusal::NoShowTooEarly { number, recalls, seconds } => problem
                .with("number", number.to_string())
                .with_number("recalls", recalls.into())
                .with_number("seconds", seconds.into()),
            Refusal::ReturnTooLate { number, minutes } => {
                problem.with("number", number.to_string()).with_number("minutes", minutes.0.into())
            }
            Refusal::UndoTooLate { counter, seconds } => {
                problem.with("counter", counter.to_string()).with_number("seconds", seconds.into())
            }
            Refusal::UndoOvertaken { number, status } => {
                problem.with("number", number.to_string()).with("state", status_word(&status))
            }
            Refusal::NumbersExhausted { prefix, last } => {
                problem.with("prefix", prefix.as_str()).with_number("last", last.into())
            }
            Refusal::NumberNotReserved { number, first, last } => {
                problem.with_tickets([("number", number), ("first", first), ("last", last)])
            }
            Refusal::NumberBehind { number, entered } => {
                problem.with_tickets([("number", number), ("entered", entered)])
            }
            Refusal::OfficeClosed { opening } => problem.with_opening(opening),
            Refusal::QuotaUsed { service, quota, opening } => {
                problem.with("service", service.as_str()).with_number("quota", quota.into()).with_opening(opening)
            }
            Refusal::DayFull { service, opening } => problem.with("service", service.as_str()).with_opening(opening),
        }
    }
}

impl Problem {
    fn at(self, counter: CounterNumber, number: &TicketNumber) -> Self {
        self.with("counter", counter.to_string()).with("number", number.to_string())
    }

    fn with_tickets<const N: usize>(self, numbers: [(&'static str, TicketNumber); N]) -> Self {
        numbers.into_iter().fold(self, |problem, (name, number)| problem.with(name, number.to_string()))
    }

    fn with_people_who_wait(self, counter: CounterNumber, services: &[(ServiceCode, usize)]) -> Self {
        let waiting: usize = services.iter().map(|(_, waiting)| waiting).sum();
        let one = |(service, waiting): &(ServiceCode, usize)| json!({"service": service, "waiting": waiting});
        self.with("counter", counter.to_string())
            .with_number("waiting", waiting as u64)
            .with_list("services", services.iter().map(one).collect())
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
        | Refusal::ServiceTwice { .. }
        | Refusal::TooManyServices { .. }
        | Refusal::TooManyCases { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        Refusal::UnknownCounter { .. } | Refusal::UnknownTicket => StatusCode::NOT_FOUND,
        Refusal::CounterClosed { .. }
        | Refusal::CounterPaused { .. }
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
        | Refusal::DayFull { .. } => StatusCode::CONFLICT,
    }
}
