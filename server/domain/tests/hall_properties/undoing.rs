//! Taking back the last step at a counter: the model's rule, and that it leaves no trace in the real hall.

use jiff::Timestamp;
use moi_domain::{
    Actor, Call, Command, Counter, DayFigures, Decision, Door, Event, Fact, Hall, KeyUse, Language, OfficerName, Order,
    Outlook, Refusal, Setup, Ticket, TicketId, TicketNumber, Token, ahead_of, away_from, decide, next_numbers, outlook,
    queue_of,
};

use crate::model::{Model, Ruled};
use crate::parts::{Desk, ModelTicket, State};
use crate::steps::{COUNTERS, OFFICERS, Step, UNDO, counter_number};

/// What the model keeps of the last step at a desk.
#[derive(Debug, Clone)]
pub struct Undoable {
    at: i64,
    is_recall: bool,
    /// Each ticket that the step changed, before and after it.
    changes: Vec<(ModelTicket, ModelTicket)>,
    desk: Desk,
    /// The ticket whose visit had ended last there.
    ended: Option<u64>,
}

impl Model {
    /// Something happened by this step: `before` is how all was.
    pub fn remember(&mut self, before: &Self, step: &Step) {
        self.ticks += 1;
        let ticks = self.ticks;
        let mut changes = Vec::new();
        for old in &before.tickets {
            let new = self.tickets.iter_mut().find(|ticket| ticket.id == old.id).expect("none is lost in a day");
            if new != old {
                // A step that is taken back is in nobody's way.
                if !matches!(step, Step::Undo { .. }) {
                    new.changed_in = ticks;
                }
                changes.push((old.clone(), new.clone()));
            }
        }
        let Some((counter, is_step)) = step.of_officer() else { return };
        let place = usize::from(counter) - 1;
        let hands_over = matches!(step, Step::Pause { .. })
            && changes.iter().any(|(before, _): &(ModelTicket, _)| before.state == State::Waiting);
        let is_step = is_step && !hands_over;
        self.undoable[place] = is_step.then(|| Undoable {
            at: self.now(),
            is_recall: matches!(step, Step::Recall { .. }),
            changes,
            desk: before.desks[place].clone(),
            ended: before.last[place],
        });
    }

    pub fn undo(&mut self, counter: u16, officer: usize) -> Ruled {
        match self.desk(counter)? {
            Desk::Closed => return Err("counter-closed"),
            Desk::Open(holder) | Desk::Paused(holder, ..) if holder != officer => return Err("counter-not-yours"),
            Desk::Open(_) | Desk::Paused(..) => {}
        }
        let place = usize::from(counter) - 1;
        let last = self.undoable[place].clone().ok_or("nothing-to-undo")?;
        if self.now() - last.at > i64::from(UNDO) {
            return Err("undo-too-late");
        }
        if last.changes.iter().any(|(_, after)| self.tickets.iter().all(|ticket| ticket != after)) {
            return Err("undo-overtaken");
        }
        if last.is_recall {
            return Err("undo-recall");
        }
        self.undoable[place] = None;
        self.last[place] = last.ended;
        *self.desk_mut(counter) = last.desk;
        let about = last.changes.last().map(|(before, _)| before.id);
        let called = last.changes.iter().find(|(_, after)| after.state == State::Called(counter));
        for (mut before, _) in last.changes.clone() {
            let is_left = |counter: &u16| self.desks[usize::from(*counter) - 1] == Desk::Closed;
            if before.state == State::Waiting && before.bound.is_some_and(|counter| is_left(&counter)) {
                before.bound = None;
            }
            let id = before.id;
            *self.ticket_mut(id) = before;
        }
        Ok((true, called.map(|(before, _)| before.id).or(about)))
    }
}

impl Step {
    /// The counter whose last step it touches, and whether it is one itself: an administrator's is not, nor are opening
    /// and closing.
    fn of_officer(&self) -> Option<(u16, bool)> {
        match self {
            Self::Next { counter, .. }
            | Self::Choose { counter, .. }
            | Self::Recall { counter, .. }
            | Self::Start { counter, .. }
            | Self::Note { counter, .. }
            | Self::Services { counter, .. }
            | Self::Finish { counter, .. }
            | Self::NoShow { counter, .. }
            | Self::Park { counter, .. }
            | Self::Transfer { counter, .. } => Some((*counter, true)),
            Self::Pause { counter, officer, .. } => Some((*counter, officer.is_some())),
            Self::Open { counter, .. } | Self::Close { counter, .. } => Some((*counter, false)),
            Self::Wait { .. }
            | Self::SetClockBack { .. }
            | Self::StartDay
            | Self::Outage(_)
            | Self::CorrectDay { .. }
            | Self::Take { .. }
            | Self::Appointment(_)
            | Self::Cancel { .. }
            | Self::Return { .. }
            | Self::Grant { .. }
            | Self::Write { .. }
            | Self::Undo { .. } => None,
        }
    }

    /// Who gives the order.
    pub fn by(&self) -> Actor {
        match self {
            Self::Pause { officer: None, .. } | Self::Close { officer: None, .. } => {
                Actor::Administrator("Lan".to_owned())
            }
            Self::Wait { .. }
            | Self::SetClockBack { .. }
            | Self::StartDay
            | Self::Outage(_)
            | Self::CorrectDay { .. }
            | Self::Take { .. }
            | Self::Appointment(_)
            | Self::Cancel { .. }
            | Self::Return { .. }
            | Self::Grant { .. }
            | Self::Next { .. }
            | Self::Choose { .. }
            | Self::Recall { .. }
            | Self::Start { .. }
            | Self::Note { .. }
            | Self::Services { .. }
            | Self::Write { .. }
            | Self::Finish { .. }
            | Self::NoShow { .. }
            | Self::Park { .. }
            | Self::Transfer { .. }
            | Self::Pause { .. }
            | Self::Open { .. }
            | Self::Close { .. }
            | Self::Undo { .. } => Actor::Engine,
        }
    }
}

/// All that views and rules read of a hall, but for keys, which stay used, and the time, which has passed.
#[derive(Debug, PartialEq)]
struct Readable {
    tickets: Vec<Ticket>,
    ahead: Vec<usize>,
    waiting: (usize, Vec<usize>, Vec<u32>),
    counters: Vec<(Counter, DayFigures, Vec<TicketId>)>,
    calls: Vec<Call>,
    numbers: Option<Vec<TicketNumber>>,
    outlooks: Vec<Option<Outlook>>,
    /// Who may still come back, when no time has passed.
    away: Vec<Vec<TicketId>>,
    decisions: Vec<Result<Decision, Refusal>>,
}

impl Readable {
    fn of(hall: &Hall, setup: &Setup, now: Timestamp, no_time_passed: bool) -> Self {
        let ids = |tickets: &mut dyn Iterator<Item = &Ticket>| tickets.map(|ticket| ticket.id).collect::<Vec<_>>();
        let numbers: Vec<_> = setup.counters.keys().copied().collect();
        let codes = || setup.services.keys();
        let news = codes().map(|code| outlook(hall, setup, code, None, now));
        let known = hall.tickets().map(|ticket| outlook(hall, setup, &ticket.service, Some(ticket), now));
        Self {
            tickets: hall.tickets().cloned().collect(),
            ahead: hall.tickets().map(|ticket| ahead_of(hall, setup, ticket, now)).collect(),
            waiting: (
                hall.waiting_total(),
                codes().map(|code| hall.waiting(code)).collect(),
                codes().map(|code| hall.taken(code)).collect(),
            ),
            counters: numbers
                .iter()
                .map(|number| {
                    let queue = ids(&mut queue_of(hall, setup, *number, now));
                    (hall.counter(*number).clone(), hall.figures(*number), queue)
                })
                .collect(),
            calls: hall.recent_calls().cloned().collect(),
            numbers: next_numbers(hall, setup, now),
            outlooks: news.chain(known).collect(),
            away: numbers
                .iter()
                .filter(|_| no_time_passed)
                .map(|number| ids(&mut away_from(hall, setup, *number)))
                .collect(),
            decisions: commands(hall, setup)
                .into_iter()
                .map(|command| decide(hall, setup, &Order { command, by: Actor::Engine, key: None }, now))
                .collect(),
        }
    }
}

/// Every command but undoing: of undoing it is known that a step can be taken back once.
fn commands(hall: &Hall, setup: &Setup) -> Vec<Command> {
    let mut commands = vec![Command::StartDay];
    for (place, service) in setup.services.keys().enumerate() {
        commands.push(Command::TakeTicket {
            token: Token::new(&format!("9{place:015}")).expect("a token"),
            service: service.clone(),
            priority: None,
            language: Language::new("vi").expect("a language"),
            door: Door::Kiosk,
            cases: moi_domain::Cases::ONE,
            then: Vec::new(),
        });
    }
    for ticket in hall.tickets() {
        commands.push(Command::CancelTicket { token: ticket.token.clone() });
        commands.push(Command::ReturnTicket { ticket: ticket.id, by: moi_domain::Returner::Staff });
    }
    for number in 1..=COUNTERS.len() {
        let counter = counter_number(u16::try_from(number).expect("there are few"));
        for name in OFFICERS {
            let officer = OfficerName::new(name).expect("a name");
            commands.push(Command::OpenCounter { counter, officer: officer.clone() });
            commands.push(Command::PauseCounter {
                counter,
                officer: Some(officer.clone()),
                minutes: None,
                reason: None,
                remaining: None,
            });
            commands.push(Command::CloseCounter { counter, officer: Some(officer.clone()), remaining: None });
            commands.push(Command::CallNext { counter, officer: officer.clone(), outcome: None });
            commands.push(Command::Recall { counter, officer: officer.clone() });
            commands.push(Command::StartVisit { counter, officer: officer.clone() });
            commands.push(Command::FinishVisit { counter, officer: officer.clone(), outcome: None });
            commands.push(Command::MarkNoShow { counter, officer: officer.clone() });
            commands.push(Command::ChangeServices { counter, officer: officer.clone(), then: Vec::new() });
            commands.push(Command::ParkTicket { counter, officer: officer.clone(), back_to: None });
        }
    }
    commands
}

/// Carries an order out in a copy of the hall, and takes it back: nothing is to tell that it ever was.
pub fn a_step_that_is_taken_back_leaves_no_trace(hall: &Hall, setup: &Setup, order: &Order, now: Timestamp) {
    let Some((counter, officer)) = at_desk(&order.command) else { return };
    if order.key.as_ref().is_some_and(|key| hall.outcome(key) != KeyUse::New) {
        return;
    }
    let Ok(Decision { facts, .. }) = decide(hall, setup, order, now) else { return };
    if facts.is_empty() || facts.iter().any(|fact| matches!(fact, Fact::DayStarted { .. })) {
        return;
    }
    let is_pause = matches!(order.command, Command::PauseCounter { .. });
    if is_pause && facts.iter().any(|fact| matches!(fact, Fact::TicketTransferred { still_needed: None, .. })) {
        return;
    }
    let now = now.max(hall.last_at());
    let mut after = hall.clone();
    happen(&mut after, order, facts, now);
    let undo = Order { command: Command::UndoStep { counter, officer }, by: Actor::Engine, key: None };
    let undone = decide(&after, setup, &undo, now).expect("a step that was just taken can be taken back");
    happen(&mut after, &undo, undone.facts, now);
    let no_time_passed = now == hall.last_at();
    assert_eq!(Readable::of(&after, setup, now, no_time_passed), Readable::of(hall, setup, now, no_time_passed));
    let again = decide(&after, setup, &undo, now);
    assert_eq!(again, Err(Refusal::NothingToUndo { counter }), "once, and no further back");
    assert_eq!(decide(&after, setup, order, now), decide(hall, setup, order, now), "the same key works as before");
}

fn happen(hall: &mut Hall, order: &Order, facts: Vec<Fact>, at: Timestamp) {
    for fact in facts {
        let number = hall.last_number().next();
        hall.apply(&Event { number, at, by: order.by.clone(), key: order.key.clone(), fact });
    }
}

/// The counter and officer of what can be taken back.
fn at_desk(command: &Command) -> Option<(moi_domain::CounterNumber, OfficerName)> {
    match command {
        Command::CallNext { counter, officer, .. }
        | Command::CallChosen { counter, officer, .. }
        | Command::StartVisit { counter, officer }
        | Command::NoteOutcome { counter, officer, .. }
        | Command::ChangeServices { counter, officer, .. }
        | Command::FinishVisit { counter, officer, .. }
        | Command::MarkNoShow { counter, officer }
        | Command::ParkTicket { counter, officer, .. }
        | Command::TransferTicket { counter, officer, .. }
        | Command::PauseCounter { counter, officer: Some(officer), .. } => Some((*counter, officer.clone())),
        Command::StartDay
        | Command::CorrectDay { .. }
        | Command::TakeTicket { .. }
        | Command::TakeReserved { .. }
        | Command::EnterOutage { .. }
        | Command::NoteReturn { .. }
        | Command::BookAppointment { .. }
        | Command::CancelAppointment { .. }
        | Command::CheckIn { .. }
        | Command::MarkMissed
        | Command::CancelTicket { .. }
        | Command::OpenCounter { .. }
        | Command::TakeOverCounter { .. }
        | Command::AskHelp { .. }
        | Command::EndHelp { .. }
        | Command::ChangeSetUp { .. }
        | Command::Administer { .. }
        | Command::PauseCounter { officer: None, .. }
        | Command::CloseCounter { .. }
        | Command::Recall { .. }
        | Command::UndoStep { .. }
        | Command::GrantPriority { .. }
        | Command::WriteNote { .. }
        | Command::ReturnTicket { .. } => None,
    }
}
