//! From a command to facts or a refusal. Changes nothing.

use jiff::Timestamp;

use crate::command::{Command, Order};
use crate::event::{Event, Fact};
use crate::hall::Hall;
use crate::ids::TicketId;
use crate::refusal::Refusal;
use crate::setup::Setup;
use crate::{
    administering, booking, calling, cancelling, checking_in, choosing, day, granting, helping, itinerary, no_show,
    noting, outage, outcome, parking, recalling, returning, serving, staffing, taking, transferring, undoing,
};

/// What a command leads to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decision {
    /// What is to happen, in this order; nothing when all is as wanted already.
    pub facts: Vec<Fact>,
    /// The ticket that the answer is about: the called one, the ended one; none when nobody waits.
    pub ticket: Option<TicketId>,
}

/// Decides an order at the time `now`, which counts as the last event's when it is earlier; only
/// [`Command::CorrectDay`] takes it as it is, and its event stands at that time.
///
/// The first order of a new business day leads to [`Fact::DayStarted`] before its own facts. Idempotency keys are the
/// caller's to look up first ([`Hall::outcome`]).
///
/// # Errors
/// The reason why the rules say no.
pub fn decide(hall: &Hall, setup: &Setup, order: &Order, now: Timestamp) -> Result<Decision, Refusal> {
    if let Command::CorrectDay { midnight_passed } = order.command {
        let facts = day::correction(hall, setup, now, midnight_passed).into_iter().collect();
        return Ok(Decision { facts, ticket: None });
    }
    let now = now.max(hall.last_at());
    let Some(day) = day::due(hall, setup, now) else { return decide_today(hall, setup, &order.command, now) };
    // Once a day a copy is cheap, and no rule has to know how a day begins.
    let mut begun = hall.clone();
    let mut facts = day::left_over(hall, now);
    facts.push(day);
    for fact in &facts {
        let number = begun.last_number().next();
        begun.apply(&Event { number, at: now, by: order.by.clone(), key: order.key.clone(), fact: fact.clone() });
    }
    let mut decision = decide_today(&begun, setup, &order.command, now)?;
    facts.append(&mut decision.facts);
    Ok(Decision { facts, ticket: decision.ticket })
}

fn decide_today(hall: &Hall, setup: &Setup, command: &Command, now: Timestamp) -> Result<Decision, Refusal> {
    match command {
        Command::StartDay | Command::CorrectDay { .. } => Ok(Decision::default()),
        Command::NoteReturn { gone, back } => Ok(Decision::of(outage::absence(hall, setup, *gone, *back))),
        Command::TakeTicket { token, service, priority, language, door, cases, then } => {
            let wish = taking::Wish { token, service, priority: priority.as_ref(), language, cases: *cases, then };
            taking::take(hall, setup, wish, *door, now)
        }
        Command::TakeReserved { number, arrived, token, service, priority, language, cases, then } => {
            let wish = taking::Wish { token, service, priority: priority.as_ref(), language, cases: *cases, then };
            outage::take_reserved(hall, setup, wish, (number, *arrived), now)
        }
        Command::EnterOutage { service, first, last, gone, tokens, language } => {
            let (first, gone) = (first.as_ref(), *gone);
            outage::enter(hall, setup, &outage::Entry { service, first, last, gone, tokens, language }, now)
        }
        Command::BookAppointment { token, luck, service, at, language, booker } => {
            let wish = booking::Wish { token, luck: *luck, service, at: *at, language, booker: *booker };
            booking::book(hall, setup, wish, now)
        }
        Command::CancelAppointment { appointment } => booking::cancel(hall, setup, *appointment),
        Command::CheckIn { token, appointment, priority, door } => {
            let comer = checking_in::Comer { token, priority: priority.as_ref(), door: *door };
            checking_in::check_in(hall, setup, *appointment, comer, now)
        }
        Command::MarkMissed => Ok(checking_in::mark_missed(hall, setup, now)),
        Command::CancelTicket { token } => cancelling::cancel(hall, token),
        Command::OpenCounter { counter, officer } => staffing::open(hall, setup, *counter, officer),
        Command::TakeOverCounter { counter, officer } => staffing::take_over(hall, setup, *counter, officer),
        Command::AskHelp { counter, officer } => helping::ask(hall, setup, *counter, officer, now),
        Command::EndHelp { counter } => helping::end(hall, setup, *counter, now),
        Command::ChangeSetUp { wish } => administering::change_set_up(hall, setup, wish, now),
        Command::Administer { act } => Ok(administering::done(act.clone())),
        Command::PauseCounter { counter, officer, minutes, reason, remaining } => {
            let (officer, reason, remaining) = (officer.as_ref(), reason.as_ref(), remaining.as_ref());
            let wish = staffing::Pause { officer, minutes: *minutes, reason, remaining };
            staffing::pause(hall, setup, *counter, wish, now)
        }
        Command::CloseCounter { counter, officer, remaining } => {
            staffing::close(hall, setup, *counter, officer.as_ref(), remaining.as_ref(), now)
        }
        Command::CallNext { counter, officer, outcome } => {
            calling::call_next(hall, setup, *counter, officer, outcome.as_ref(), now)
        }
        Command::CallChosen { counter, officer, ticket, reason } => {
            choosing::call(hall, setup, *counter, officer, (*ticket, reason.as_ref()), now)
        }
        Command::Recall { counter, officer } => recalling::recall(hall, setup, *counter, officer, now),
        Command::StartVisit { counter, officer } => serving::start(hall, setup, *counter, officer),
        Command::FinishVisit { counter, officer, outcome } => {
            serving::finish(hall, setup, *counter, officer, outcome.as_ref(), now)
        }
        Command::NoteOutcome { counter, officer, outcome } => outcome::note(hall, setup, *counter, officer, outcome),
        Command::ChangeServices { counter, officer, then } => itinerary::change(hall, setup, *counter, officer, then),
        Command::WriteNote { counter, officer, ticket, erased } => {
            noting::write(hall, setup, *counter, officer, (*ticket, *erased))
        }
        Command::MarkNoShow { counter, officer } => no_show::mark(hall, setup, *counter, officer, now),
        Command::ParkTicket { counter, officer, back_to } => parking::park(hall, setup, *counter, officer, *back_to),
        Command::TransferTicket { counter, officer, to, rank } => {
            let wish = transferring::Transfer { counter: *counter, officer, to, rank: *rank };
            transferring::transfer(hall, setup, &wish, now)
        }
        Command::GrantPriority { ticket, priority, by } => granting::grant(hall, setup, *ticket, priority, *by),
        Command::UndoStep { counter, officer } => undoing::undo(hall, setup, *counter, officer, now),
        Command::ReturnTicket { ticket, by } => returning::give_back(hall, setup, *ticket, *by, now),
    }
}

impl Decision {
    /// What no ticket is asked about.
    pub(crate) fn of(fact: Option<Fact>) -> Self {
        Self { facts: fact.into_iter().collect(), ticket: None }
    }

    /// One fact about one ticket.
    pub(crate) fn about(ticket: TicketId, fact: Fact) -> Self {
        Self { facts: vec![fact], ticket: Some(ticket) }
    }
}
