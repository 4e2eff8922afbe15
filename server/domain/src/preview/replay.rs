//! A day's script played by a set-up's rules: each step is a real command, so that no rule stands here a second time.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use jiff::{SignedDuration, Timestamp};

use super::WaitOf;
use super::script::{Arrival, Cue, End, Script, Stay, Wanted};
use crate::admission::Door;
use crate::appointment::KeptAppointment;
use crate::command::{BackTo, Command, Order, Returner};
use crate::counter::Standing;
use crate::decide::{Decision, decide};
use crate::event::{Actor, Event, Fact};
use crate::hall::Hall;
use crate::ids::{Cases, CounterNumber, ServiceCode, TicketId};
use crate::itinerary::done_here;
use crate::leaving::Remaining;
use crate::outage::Paper;
use crate::rules::{Calling, Outcomes};
use crate::schedule::{may_call, next_for};
use crate::setup::{AfterLast, Numbering, Setup};
use crate::taking::{Wish, take_appointed};
use crate::transferring::Target;

/// What becomes of those who wait when a counter is left was decided then.
const LEFT: Option<Remaining> = Some(Remaining::Leave);

/// What came of a day.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// By the ticket's own id of that day.
    pub(super) waits: WaitOf,
    /// Tickets that were not given.
    pub(super) refused: u32,
    /// Visits after which a ticket went on by itself.
    pub(super) went_on: u32,
}

/// Plays the script by the rules of a set-up. `present` is the one that was in force: what an officer had not said
/// then, the other one says now.
pub(super) fn play(script: &Script, setup: &Setup, present: &Setup) -> Outcome {
    let Some(begins) = script.begins else { return Outcome::default() };
    let mut replay = Replay {
        script,
        present,
        setup: playable(setup, present),
        hall: Hall::new(),
        now: begins,
        agenda: BinaryHeap::new(),
        planned: 0,
        desks: BTreeMap::new(),
        own_id: BTreeMap::new(),
        new_id: BTreeMap::new(),
        stay: BTreeMap::new(),
        outcome: Outcome::default(),
    };
    replay.plan_script();
    replay.carry_out(Command::StartDay);
    // Beyond it nothing is known: the day was over, or is not yet.
    while let Some(Reverse((at, _, step))) = replay.agenda.pop().filter(|Reverse((at, ..))| *at <= script.ends) {
        replay.now = at;
        replay.step(step);
    }
    replay.outcome
}

/// The rules without what only an officer's patience or a kiosk's door has to do with. Who may not have several
/// services with one ticket would take several: their work is the same.
fn playable(setup: &Setup, present: &Setup) -> Setup {
    let mut setup = setup.clone();
    setup.zone = present.zone.clone();
    // Any number may be one of a paper; those that the replay gives itself come after all of them.
    setup.numbering = Numbering { last: 9_999, after_last: AfterLast::Widen, reserved: 9_999 };
    setup.rules.calling = Calling::default();
    setup.rules.outcomes = Outcomes::default();
    setup.rules.itinerary.services_max = u16::MAX;
    setup.services.values_mut().for_each(|service| service.cases_max = Cases::MAX);
    setup
}

/// What comes next; indices into the script, and tickets by their own ids of that day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Arrive(usize),
    Hour(usize),
    GiveBack(TicketId),
    Return(TicketId),
    Call { counter: CounterNumber, plan: u64 },
    End { counter: CounterNumber, ticket: TicketId },
}

#[derive(Default)]
struct Desk {
    /// The call that is planned; 0 for none.
    plan: u64,
    /// What the counter is to be after the visit at hand, with the place of its hour in the script.
    wanted: Option<usize>,
}

struct Replay<'s> {
    script: &'s Script,
    present: &'s Setup,
    setup: Setup,
    hall: Hall,
    now: Timestamp,
    agenda: BinaryHeap<Reverse<(Timestamp, u64, Step)>>,
    /// Rises with each plan; the script's own steps come in the order of their events.
    planned: u64,
    desks: BTreeMap<CounterNumber, Desk>,
    /// From a ticket of this hall to that of the day, and back.
    own_id: BTreeMap<TicketId, TicketId>,
    new_id: BTreeMap<TicketId, TicketId>,
    /// Which of its stays comes next.
    stay: BTreeMap<TicketId, usize>,
    outcome: Outcome,
}

impl Replay<'_> {
    fn plan_script(&mut self) {
        let script = self.script;
        let arrivals = script.arrivals.iter().enumerate();
        let steps = arrivals.map(|(place, arrival)| (arrival.at, arrival.event, Step::Arrive(place)));
        let hours = script.hours.iter().enumerate();
        let steps = steps.chain(hours.map(|(place, hour)| (hour.at, hour.event, Step::Hour(place))));
        let given_back = script.given_back.iter();
        let steps = steps.chain(given_back.map(|(at, event, ticket)| (*at, *event, Step::GiveBack(*ticket))));
        for (at, event, step) in steps {
            self.agenda.push(Reverse((at, event.0, step)));
            self.planned = self.planned.max(event.0);
        }
    }

    fn plan(&mut self, after: SignedDuration, step: impl FnOnce(u64) -> Step) {
        self.planned += 1;
        let at = self.now.checked_add(after).unwrap_or(Timestamp::MAX);
        self.agenda.push(Reverse((at, self.planned, step(self.planned))));
    }

    /// An officer who is free calls after a while, when somebody waits.
    fn plan_call(&mut self, counter: CounterNumber, cue: Cue) {
        if next_for(&self.hall, &self.setup, counter, self.now).is_some() {
            let lag = self.script.lags.get(&cue).copied().unwrap_or(self.script.usual_lag);
            self.plan(lag, |plan| Step::Call { counter, plan });
            self.desks.entry(counter).or_default().plan = self.planned;
        }
    }

    /// Who was about to call somebody that is gone has nothing to do.
    fn rest(&mut self) {
        for (counter, desk) in self.desks.iter_mut().filter(|(_, desk)| desk.plan > 0) {
            if next_for(&self.hall, &self.setup, *counter, self.now).is_none() {
                desk.plan = 0;
            }
        }
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::Arrive(place) => self.arrive(place),
            Step::Hour(place) => {
                let counter = self.script.hours[place].counter;
                if self.hall.counter(counter).visit.is_some() {
                    self.desks.entry(counter).or_default().wanted = Some(place);
                } else {
                    self.realise(place);
                }
            }
            Step::GiveBack(ticket) => {
                let token = self.new_id.get(&ticket).and_then(|id| self.hall.ticket(*id));
                if let Some(token) = token.map(|ticket| ticket.token.clone()) {
                    self.carry_out(Command::CancelTicket { token });
                    self.rest();
                }
            }
            Step::Return(ticket) => {
                let Some(id) = self.new_id.get(&ticket).copied() else { return };
                if self.carry_out(Command::ReturnTicket { ticket: id, by: Returner::Staff }).is_some() {
                    self.tell_idle(ticket);
                }
            }
            Step::Call { counter, plan } => {
                let desk = self.desks.entry(counter).or_default();
                if desk.plan == plan {
                    desk.plan = 0;
                    self.call(counter);
                }
            }
            Step::End { counter, ticket } => self.end(counter, ticket),
        }
    }

    fn arrive(&mut self, place: usize) {
        let arrival = &self.script.arrivals[place];
        let taken = match arrival.appointment {
            None => self.carry_out(self.taking(arrival)),
            Some(kept) => self.take_appointed(arrival, kept),
        };
        let Some(id) = taken.and_then(|decision| decision.ticket) else {
            self.outcome.refused += 1;
            return;
        };
        self.own_id.insert(id, arrival.ticket);
        self.new_id.insert(arrival.ticket, id);
        self.tell_idle(arrival.ticket);
    }

    /// Taking a ticket as it was taken; on paper by the number there, and when its citizen was reckoned to have come.
    fn taking(&self, arrival: &Arrival) -> Command {
        let priority = arrival.priority.clone().filter(|class| self.setup.priorities.contains_key(class));
        let Arrival { token, service, language, number, .. } = arrival;
        let (token, service, language) = (token.clone(), service.clone(), language.clone());
        let (cases, then) = (arrival.cases, self.known(&arrival.then));
        match arrival.paper {
            None => Command::TakeTicket { token, service, priority, language, door: Door::Staff, cases, then },
            Some(paper) => {
                let arrived = if let Paper::Outage { arrived } = paper { Some(arrived) } else { None };
                let number = number.clone();
                Command::TakeReserved { number, arrived, token, service, priority, language, cases, then }
            }
        }
    }

    /// Without those that there are not by the rules at hand.
    fn known(&self, services: &[ServiceCode]) -> Vec<ServiceCode> {
        services.iter().filter(|service| self.setup.services.contains_key(*service)).cloned().collect()
    }

    /// Booked on another day, perhaps; when it counts from was settled when its citizen came.
    fn take_appointed(&mut self, arrival: &Arrival, kept: KeptAppointment) -> Option<Decision> {
        let priority = arrival.priority.as_ref().filter(|class| self.setup.priorities.contains_key(*class));
        let Arrival { token, service, language, .. } = arrival;
        let then = self.known(&arrival.then);
        let wish = Wish { token, service, priority, language, cases: arrival.cases, then: &then };
        let now = self.now.max(self.hall.last_at());
        let decision = take_appointed(&self.hall, &self.setup, wish, (kept, Door::Staff), now).ok()?;
        Some(self.happen(decision))
    }

    /// Somebody has come: officers who have nothing to do are about to call, those who were so then, or else one.
    fn tell_idle(&mut self, own: TicketId) {
        let Some(ticket) = self.new_id.get(&own).and_then(|id| self.hall.ticket(*id)) else { return };
        let nth = self.stay.get(&own).copied().unwrap_or(0);
        let is_idle = |counter: &CounterNumber| {
            let known = self.hall.counter(*counter);
            let is_planned = self.desks.get(counter).is_some_and(|desk| desk.plan > 0);
            known.standing.is_open()
                && known.visit.is_none()
                && !is_planned
                && may_call(&self.setup, *counter, ticket, self.now)
        };
        let idle: Vec<_> = self.setup.counters.keys().copied().filter(is_idle).collect();
        let cue = |counter| Cue::Joined(own, nth, counter);
        let (then, others): (Vec<_>, Vec<_>) =
            idle.into_iter().partition(|counter| self.script.lags.contains_key(&cue(*counter)));
        let told = if then.is_empty() { others.into_iter().take(1).collect() } else { then };
        for counter in told {
            self.plan_call(counter, cue(counter));
        }
    }

    fn call(&mut self, counter: CounterNumber) {
        let known = self.hall.counter(counter);
        let Standing::Open { officer, .. } = known.standing.clone() else { return };
        if known.visit.is_some() {
            return;
        }
        let called = self.carry_out(Command::CallNext { counter, officer: officer.clone(), outcome: None });
        let Some(id) = called.and_then(|decision| decision.ticket) else { return };
        let (Some(ticket), Some(own)) = (self.hall.ticket(id), self.own_id.get(&id).copied()) else { return };
        let waited = ticket.waited(self.now);
        if let Some(then) = self.stay_of(own).and_then(|stay| stay.needed.as_deref()) {
            let then = self.known(then);
            self.carry_out(Command::ChangeServices { counter, officer, then });
        }
        let lasts = self.begin_stay(counter, id, own);
        self.outcome.waits.entry(own).or_insert(waited);
        self.plan(lasts, |_| Step::End { counter, ticket: own });
        self.rest();
    }

    /// How long a visit takes. What its ticket went on for then and is done here now takes as long as it did there.
    fn begin_stay(&mut self, counter: CounterNumber, id: TicketId, own: TicketId) -> SignedDuration {
        let Some(ticket) = self.hall.ticket(id) else { return SignedDuration::ZERO };
        let Some(stay) = self.stay_of(own) else { return self.script.usual_stay(&ticket.service, self.present) };
        let (mut lasts, mut last, mut more) = (stay.lasts, stay, 0);
        let later =
            self.script.stays.get(&own).into_iter().flatten().skip(self.stay.get(&own).copied().unwrap_or(0) + 1);
        for stay in later {
            let is_here = done_here(&self.setup, counter, ticket).skip(1).any(|service| *service == stay.service);
            if !(is_here && matches!(last.end, End::Finished) && stay.end.is_work()) {
                break;
            }
            lasts = lasts.saturating_add(stay.lasts);
            (last, more) = (stay, more + 1);
        }
        *self.stay.entry(own).or_default() += more;
        lasts
    }

    fn stay_of(&self, own: TicketId) -> Option<&Stay> {
        self.script.stays.get(&own)?.get(self.stay.get(&own).copied().unwrap_or(0))
    }

    fn end(&mut self, counter: CounterNumber, own: TicketId) {
        let Some(officer) = self.hall.counter(counter).standing.officer().cloned() else { return };
        let stay = self.stay_of(own).cloned();
        let (end, back_after) = stay.map_or((End::Finished, None), |stay| (stay.end, stay.back_after));
        let rules = &self.present.rules;
        let command = match end {
            End::Finished => Command::FinishVisit { counter, officer: officer.clone(), outcome: None },
            End::Missed => Command::MarkNoShow { counter, officer: officer.clone() },
            // An administrator freed the counter.
            End::PutBack => Command::CloseCounter { counter, officer: None, remaining: LEFT },
            End::GivenBack => {
                let ticket = self.new_id.get(&own).and_then(|id| self.hall.ticket(*id));
                let Some(token) = ticket.map(|ticket| ticket.token.clone()) else { return };
                Command::CancelTicket { token }
            }
            End::Parked { here } => {
                let back_to = if here { BackTo::Here } else { BackTo::Anywhere };
                let said = (back_to != rules.away.back_to).then_some(back_to);
                Command::ParkTicket { counter, officer: officer.clone(), back_to: said }
            }
            End::Transferred { service, counter: to, rank } => {
                let to = to.map_or(Target::Service(service), Target::Counter);
                let said = (rank != rules.transfer.rank).then_some(rank);
                Command::TransferTicket { counter, officer: officer.clone(), to, rank: said }
            }
        };
        if self.carry_out(command).is_none() {
            // Where it went then there is nowhere now.
            self.carry_out(Command::FinishVisit { counter, officer, outcome: None });
        }
        let nth = *self.stay.entry(own).and_modify(|nth| *nth += 1).or_insert(1) - 1;
        if let Some(after) = back_after {
            self.plan(after, |_| Step::Return(own));
        }
        match self.desks.entry(counter).or_default().wanted.take() {
            Some(place) => self.realise(place),
            None => self.plan_call(counter, Cue::After(own, nth)),
        }
        if back_after.is_none() {
            self.tell_idle(own);
        }
    }

    /// Opens, pauses or closes a counter that has no visit.
    fn realise(&mut self, place: usize) {
        let hour = &self.script.hours[place];
        let counter = hour.counter;
        match &hour.wanted {
            Wanted::Open(officer) => {
                if self.hall.counter(counter).standing.officer().is_some_and(|other| other != officer) {
                    self.carry_out(Command::CloseCounter { counter, officer: None, remaining: LEFT });
                }
                self.carry_out(Command::OpenCounter { counter, officer: officer.clone() });
                self.plan_call(counter, Cue::Opened(place));
            }
            Wanted::Paused => drop(self.carry_out(Command::PauseCounter {
                counter,
                officer: None,
                minutes: None,
                reason: None,
                remaining: LEFT,
            })),
            Wanted::Closed => drop(self.carry_out(Command::CloseCounter { counter, officer: None, remaining: LEFT })),
        }
    }

    /// None when the rules say no.
    fn carry_out(&mut self, command: Command) -> Option<Decision> {
        let order = Order { command, by: Actor::Engine, key: None };
        let decision = decide(&self.hall, &self.setup, &order, self.now).ok()?;
        Some(self.happen(decision))
    }

    fn happen(&mut self, decision: Decision) -> Decision {
        for fact in &decision.facts {
            self.outcome.went_on += u32::from(matches!(fact, Fact::TicketTransferred { still_needed: Some(_), .. }));
            let number = self.hall.last_number().next();
            let at = self.now.max(self.hall.last_at());
            self.hall.apply(&Event { number, at, by: Actor::Engine, key: None, fact: fact.clone() });
        }
        decision
    }
}
