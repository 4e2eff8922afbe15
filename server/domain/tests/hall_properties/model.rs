//! The hall by plain lists: slow, short, and written without a look at the real one. Where they differ, one is wrong.

use std::collections::{BTreeMap, BTreeSet};

use moi_domain::{BackTo, Rank, Returner};

use crate::appointments::{self, ModelAppointment};
use crate::outage::Paperwork;
use crate::papers::check_services;
use crate::parts::{Desk, ModelTicket, Outcome, State, day_of};
use crate::steps::{
    CASES_MAX, CLASSES, COUNTERS, GAP, GRACE, HELPED, HELPER, HELPS_AFTER, LAST_NUMBER, LATENESS, RECALLS_MIN,
    RESERVED, SERVICES, Step, TRANSFER_HEAD_START,
};
use crate::undoing::Undoable;

#[derive(Debug, Clone)]
struct Kept {
    meaning: Step,
    touched: Option<u64>,
    called: Option<u64>,
    appointment: Option<u64>,
}

#[derive(Debug, Clone)]
pub struct Model {
    pub widen: bool,
    /// Where a ticket stands that was handed on, when its officer doesn't say.
    pub rank: Rank,
    /// The machine's clock, which may be set back.
    pub clock: i64,
    /// The last event's time.
    last_at: i64,
    pub day: Option<i64>,
    pub tickets: Vec<ModelTicket>,
    pub desks: [Desk; COUNTERS.len()],
    /// The ticket whose visit ended last at each counter, since it was opened.
    pub last: [Option<u64>; COUNTERS.len()],
    /// Tickets with a note.
    pub noted: BTreeSet<u64>,
    indices: BTreeMap<&'static str, u32>,
    /// The same of all other days that began.
    other_days: BTreeMap<i64, BTreeMap<&'static str, u32>>,
    pub last_id: u64,
    pub papers: Paperwork,
    keys: BTreeMap<u8, Kept>,
    /// The last step at each desk.
    pub undoable: [Option<Undoable>; COUNTERS.len()],
    /// Appointments of today and of the days to come.
    pub appointments: Vec<ModelAppointment>,
    pub last_appointment: u64,
    /// The appointment that the last step meant or made, and the slot that it was to have, in seconds of local time.
    pub appointment: Option<u64>,
    pub slot: i64,
    /// Steps that changed anything.
    pub ticks: u64,
    /// Of the last step.
    pub outcome: Outcome,
    /// The ticket that the last step meant.
    pub meant: Option<u64>,
}

/// What a rule comes to: whether anything happened, and the ticket it is about; or a code.
pub type Ruled = Result<(bool, Option<u64>), &'static str>;

impl Model {
    pub fn new(clock: i64, widen: bool, rank: Rank) -> Self {
        Self {
            widen,
            rank,
            clock,
            last_at: 0,
            day: None,
            tickets: Vec::new(),
            desks: [Desk::Closed, Desk::Closed, Desk::Closed],
            last: [None; COUNTERS.len()],
            noted: BTreeSet::new(),
            indices: BTreeMap::new(),
            other_days: BTreeMap::new(),
            last_id: 0,
            papers: Paperwork::default(),
            keys: BTreeMap::new(),
            undoable: [None, None, None],
            appointments: Vec::new(),
            last_appointment: 0,
            appointment: None,
            slot: 0,
            ticks: 0,
            outcome: Outcome::Done { ticket: None },
            meant: None,
        }
    }

    /// The time that counts.
    pub fn now(&self) -> i64 {
        self.clock.max(self.last_at)
    }

    pub fn step(mut self, step: &Step) -> Self {
        self.meant = step.meant().and_then(|place| self.tickets.get(place)).map(|ticket| ticket.id);
        let appointment = appointments::meant(step).and_then(|place| self.appointments.get(place));
        self.appointment = appointment.map(|appointment| appointment.id);
        self.slot = self.slot_of(step);
        self.outcome = Outcome::Done { ticket: None };
        if let Step::Wait { seconds } = step {
            self.clock += seconds;
        } else if let Step::SetClockBack { seconds } = step {
            self.clock -= seconds;
        } else if let Step::CorrectDay { midnight_passed } = step {
            self.correct_day(*midnight_passed);
        } else {
            self.outcome = self.order(step);
        }
        self
    }

    fn order(&mut self, step: &Step) -> Outcome {
        let kept = step.key().and_then(|key| self.keys.get(&key));
        if let Some(kept) = kept {
            return if kept.meaning == *step {
                let Kept { touched, called, appointment, .. } = *kept;
                Outcome::Repeated { touched, called, appointment }
            } else {
                Outcome::Refused("key-reused")
            };
        }
        let mut next = self.clone();
        let day_began = next.begin_day();
        let before = next.clone();
        let called_by = if let Step::Next { counter, .. } = step { Some(*counter) } else { None };
        let ended = called_by.and_then(|counter| next.visit(counter)).map(|ticket| ticket.id);
        match next.rule(step) {
            Err(code) => Outcome::Refused(code),
            Ok((happened, ticket)) => {
                if happened {
                    next.remember(&before, step);
                }
                if happened || day_began {
                    next.last_at = next.now();
                    if let Some(key) = step.key() {
                        let called = called_by.and(ticket);
                        let (touched, appointment) = (ticket.or(ended), next.appointment);
                        next.keys.insert(key, Kept { meaning: step.clone(), touched, called, appointment });
                    }
                }
                *self = next;
                Outcome::Done { ticket }
            }
        }
    }

    fn begin_day(&mut self) -> bool {
        let day = day_of(self.now());
        if self.day.is_some_and(|known| known >= day) {
            return false;
        }
        self.end_what_was_left();
        self.start_day(day);
        true
    }

    fn correct_day(&mut self, midnight_passed: bool) {
        let (Some(known), day) = (self.day, day_of(self.clock)) else { return };
        let nobody_waits = self.tickets.iter().all(|ticket| ticket.state != State::Waiting);
        let begun = day == known || self.other_days.contains_key(&day);
        let is_new = day < known && !begun && self.other_days.keys().next().is_none_or(|oldest| *oldest < day);
        if self.clock < self.last_at
            && ((is_new && (nobody_waits || midnight_passed)) || (midnight_passed && day == known))
        {
            self.last_at = self.clock;
            self.start_day(day);
        }
    }

    fn start_day(&mut self, day: i64) {
        let ended = std::mem::take(&mut self.indices);
        let oldest = self.day.map_or(day, |known| known.min(day));
        self.appointments.retain(|appointment| appointment.day() >= oldest);
        if let Some(known) = self.day.replace(day) {
            self.other_days.insert(known, ended);
        }
        self.indices = self.other_days.remove(&day).unwrap_or_default();
        self.papers.start_day(day);
        self.undoable = [None, None, None];
        self.tickets.retain(|ticket| matches!(ticket.state, State::Called(_) | State::Serving(_)));
        self.noted.retain(|id| self.tickets.iter().any(|ticket| ticket.id == *id));
        let held: Vec<_> = self.tickets.iter().map(|ticket| ticket.id).collect();
        self.keys.retain(|_, kept| kept.touched.is_some_and(|ticket| held.contains(&ticket)));
        for counter in 1..=3 {
            if self.visit(counter).is_none() {
                *self.desk_mut(counter) = Desk::Closed;
            }
        }
    }

    fn rule(&mut self, step: &Step) -> Ruled {
        match *step {
            Step::Wait { .. } | Step::SetClockBack { .. } | Step::StartDay | Step::CorrectDay { .. } => {
                Ok((false, None))
            }
            Step::Outage(papers) => self.outage(papers),
            Step::Appointment(wish) => self.appointment_rule(wish),
            Step::Take { service, class, cases, ref then, .. } => self.take(service, class, (cases, then), None),
            Step::Cancel { .. } => self.cancel(),
            Step::Open { counter, officer, takes } => match self.desk(counter)? {
                Desk::Open(holder) | Desk::Paused(holder, ..) if holder != officer && !takes => Err("counter-taken"),
                Desk::Open(holder) if holder == officer => Ok((false, None)),
                Desk::Closed | Desk::Open(_) | Desk::Paused(..) => {
                    *self.desk_mut(counter) = Desk::Open(officer);
                    Ok((true, None))
                }
            },
            Step::Pause { counter, officer, minutes, reason, remaining } => {
                self.pause(counter, officer, (minutes, reason), remaining)
            }
            Step::Close { counter, officer, remaining } => self.close(counter, officer, remaining),
            Step::Next { counter, officer, .. } => {
                self.at_desk(counter, officer)?;
                let ended = self.serve(counter);
                let next = self.queue(counter).first().map(|ticket| ticket.id);
                if let Some(id) = next {
                    let now = self.now();
                    self.ticket_mut(id).call(counter, now);
                }
                Ok((ended.is_some() || next.is_some(), next))
            }
            Step::Recall { counter, officer } => self.recall(counter, officer),
            Step::Start { counter, officer } => {
                let id = self.called(counter, officer, "already-serving")?;
                let now = self.now();
                let ticket = self.ticket_mut(id);
                (ticket.state, ticket.started) = (State::Serving(counter), now);
                Ok((true, Some(id)))
            }
            Step::Note { counter, officer, outcome } => self.note_outcome(counter, officer, outcome),
            Step::Services { counter, officer, ref then } => self.change_services(counter, officer, then),
            Step::Write { counter, officer, erased, .. } => self.write(counter, officer, erased),
            Step::Finish { counter, officer, outcome } => {
                self.at_desk(counter, officer)?;
                let visit = self.visit(counter).ok_or("no-visit")?.id;
                if let Some(outcome) = outcome {
                    self.note(visit, outcome)?;
                }
                let ended = self.serve(counter).ok_or("no-visit")?;
                Ok((true, Some(ended)))
            }
            Step::NoShow { counter, officer } => self.miss(counter, officer),
            Step::Park { counter, officer, back_to } => {
                self.at_desk(counter, officer)?;
                let here = back_to != Some(BackTo::Anywhere);
                let parked = self.end_visit(counter, State::Parked(counter, here)).ok_or("no-visit")?;
                Ok((true, Some(parked)))
            }
            Step::Transfer { counter, officer, to, rank } => self.transfer(counter, officer, to, rank),
            Step::Choose { counter, officer, .. } => self.choose(counter, officer),
            Step::Return { by, .. } => self.give_back(by),
            Step::Grant { class, .. } => self.grant(class),
            Step::Undo { counter, officer } => self.undo(counter, officer),
        }
    }

    /// `arrival` is that of who comes in time for an appointment.
    pub fn take(
        &mut self,
        service: usize,
        class: Option<usize>,
        (cases, then): (u16, &[usize]),
        arrival: Option<i64>,
    ) -> Ruled {
        let (_, prefix, _) = SERVICES.get(service).ok_or("unknown-service")?;
        if cases > CASES_MAX {
            return Err("too-many-cases");
        }
        check_services(service, then)?;
        let head_start = match class {
            None => 0,
            Some(class) => CLASSES.get(class).ok_or("unknown-priority")?.1,
        };
        let mut index = self.indices.get(prefix).unwrap_or(&0) + 1;
        if index > LAST_NUMBER - RESERVED {
            if !self.widen {
                return Err("numbers-exhausted");
            }
            index = index.max(LAST_NUMBER + 1);
        }
        self.indices.insert(prefix, index);
        let id = self.add(service, index, self.now(), head_start);
        let ticket = self.ticket_mut(id);
        ticket.then = then.to_vec();
        ticket.arrival = arrival.unwrap_or(ticket.taken_at);
        ticket.first = ticket.arrival - head_start * 60;
        ticket.effective = ticket.first;
        Ok((true, Some(id)))
    }

    pub fn add(&mut self, service: usize, index: u32, taken_at: i64, head_start: i64) -> u64 {
        let prefix = SERVICES[service].1;
        self.last_id += 1;
        self.tickets.push(ModelTicket {
            id: self.last_id,
            service,
            then: Vec::new(),
            went_on_from: None,
            number: format!("{prefix}{index:03}"),
            taken_at,
            arrival: taken_at,
            effective: taken_at - head_start * 60,
            first: taken_at - head_start * 60,
            bound: None,
            state: State::Waiting,
            called: (0, 0),
            started: 0,
            outcome: None,
            changed_in: 0,
        });
        self.last_id
    }

    fn cancel(&mut self) -> Ruled {
        let meant = self.meant;
        let ticket = self.tickets.iter_mut().find(|ticket| Some(ticket.id) == meant).ok_or("unknown-ticket")?;
        match ticket.state {
            State::Waiting | State::Called(_) | State::Parked(..) => {
                if let State::Called(counter) = ticket.state {
                    self.last[usize::from(counter) - 1] = None;
                }
                (ticket.state, ticket.went_on_from) = (State::Cancelled, None);
                Ok((true, meant))
            }
            State::Cancelled => Ok((false, meant)),
            State::Serving(_) | State::Ended | State::Missed(..) => Err("ticket-not-waiting"),
        }
    }

    fn choose(&mut self, counter: u16, officer: usize) -> Ruled {
        self.at_desk(counter, officer)?;
        let (meant, now) = (self.meant.ok_or("unknown-ticket")?, self.now());
        let ticket = self.tickets.iter().find(|ticket| ticket.id == meant).ok_or("unknown-ticket")?;
        if !matches!(ticket.state, State::Waiting | State::Parked(..) | State::Missed(..)) {
            return Err("ticket-not-free");
        }
        self.serve(counter);
        self.ticket_mut(meant).call(counter, now);
        Ok((true, Some(meant)))
    }

    fn recall(&mut self, counter: u16, officer: usize) -> Ruled {
        let (id, now) = (self.called(counter, officer, "not-called")?, self.now());
        let (newest, recalls) = self.ticket_mut(id).called;
        if now - newest < i64::from(GAP) {
            return Err("recall-too-early");
        }
        self.ticket_mut(id).called = (now, recalls + 1);
        Ok((true, Some(id)))
    }

    fn miss(&mut self, counter: u16, officer: usize) -> Ruled {
        let (id, now) = (self.called(counter, officer, "not-called")?, self.now());
        let (newest, recalls) = self.ticket_mut(id).called;
        if recalls < RECALLS_MIN || now - newest < i64::from(GAP) {
            return Err("no-show-too-early");
        }
        Ok((true, self.end_visit(counter, State::Missed(counter, now))))
    }

    fn transfer(&mut self, counter: u16, officer: usize, to: Result<usize, u16>, rank: Option<Rank>) -> Ruled {
        self.at_desk(counter, officer)?;
        let visit = self.visit(counter).ok_or("no-visit")?.clone();
        let (id, first, now) = (visit.id, visit.first - i64::from(TRANSFER_HEAD_START) * 60, self.now());
        let (service, bound) = match to {
            Ok(service) if service >= SERVICES.len() => return Err("unknown-service"),
            Ok(service) => (service, None),
            Err(other) if usize::from(other) > COUNTERS.len() => return Err("unknown-target"),
            Err(other) if other == counter => return Err("transfer-to-itself"),
            Err(other) if *self.desk_mut(other) == Desk::Closed => return Err("counter-closed"),
            Err(other) => (visit.service, Some(other)),
        };
        let may = |other: &u16| {
            bound.map_or(COUNTERS[usize::from(*other) - 1].contains(&SERVICES[service].0), |bound| bound == *other)
        };
        let ahead = (1..=3).filter(may).filter_map(|other| self.queue(other).first().map(|ticket| ticket.effective));
        let effective = match rank.unwrap_or(self.rank) {
            Rank::Arrival => first,
            Rank::End => now,
            Rank::Front => ahead.min().map_or(first, |ahead| first.min(ahead - 1)),
        };
        self.last[usize::from(counter) - 1] = None;
        let ticket = self.ticket_mut(id);
        ticket.then.retain(|needed| *needed != service);
        ticket.went_on_from = None;
        (ticket.service, ticket.bound, ticket.effective, ticket.state) = (service, bound, effective, State::Waiting);
        Ok((true, Some(id)))
    }

    pub fn is_called_at(&self, counter: u16) -> bool {
        self.visit(counter).is_some_and(|ticket| ticket.state == State::Called(counter))
    }

    fn grant(&mut self, class: usize) -> Ruled {
        let meant = self.meant.ok_or("unknown-ticket")?;
        let ticket = self.tickets.iter_mut().find(|ticket| ticket.id == meant).ok_or("unknown-ticket")?;
        let head_start = CLASSES.get(class).ok_or("unknown-priority")?.1 * 60;
        if !matches!(ticket.state, State::Waiting | State::Parked(..) | State::Missed(..)) {
            return Err("ticket-not-free");
        }
        let more = head_start - (ticket.arrival - ticket.first);
        if more > 0 {
            ticket.first -= more;
            ticket.effective -= more;
        }
        Ok((more > 0, Some(meant)))
    }

    fn give_back(&mut self, by: Returner) -> Ruled {
        let (meant, now) = (self.meant.ok_or("unknown-ticket")?, self.now());
        let ticket = self.tickets.iter_mut().find(|ticket| ticket.id == meant).ok_or("unknown-ticket")?;
        let (effective, bound) = match ticket.state {
            State::Waiting => return Ok((false, Some(meant))),
            State::Parked(counter, here) => (ticket.effective, here.then_some(counter)),
            State::Missed(_, at) if now - at > i64::from(GRACE) * 60 => return Err("return-too-late"),
            State::Missed(..) => (ticket.effective + i64::from(LATENESS) * 60, ticket.bound),
            State::Called(_) | State::Serving(_) | State::Ended | State::Cancelled => return Err("ticket-not-away"),
        };
        if by == Returner::Holder {
            return Err("return-at-reception");
        }
        (ticket.effective, ticket.state) = (effective, State::Waiting);
        let bound = bound.filter(|counter| self.desks[usize::from(*counter) - 1] != Desk::Closed);
        self.ticket_mut(meant).bound = bound;
        Ok((true, Some(meant)))
    }

    pub fn at_desk(&self, counter: u16, officer: usize) -> Result<(), &'static str> {
        match self.desk(counter)? {
            Desk::Closed => Err("counter-closed"),
            Desk::Open(holder) | Desk::Paused(holder, ..) if holder != officer => Err("counter-not-yours"),
            Desk::Paused(..) => Err("counter-paused"),
            Desk::Open(_) => Ok(()),
        }
    }

    /// The ticket that is called at the counter; the code when its visit has begun.
    fn called(&self, counter: u16, officer: usize, code: &'static str) -> Result<u64, &'static str> {
        self.at_desk(counter, officer)?;
        let visit = self.visit(counter).ok_or("no-visit")?;
        if visit.state == State::Called(counter) { Ok(visit.id) } else { Err(code) }
    }

    pub fn end_visit(&mut self, counter: u16, state: State) -> Option<u64> {
        let id = self.visit(counter)?.id;
        self.ticket_mut(id).state = state;
        self.last[usize::from(counter) - 1] = (state == State::Ended).then_some(id);
        Some(id)
    }

    /// The ticket that is called or served at a counter.
    pub fn visit(&self, counter: u16) -> Option<&ModelTicket> {
        let at = [State::Called(counter), State::Serving(counter)];
        self.tickets.iter().find(|ticket| at.contains(&ticket.state))
    }

    /// Who waits for a counter, first first.
    pub fn queue(&self, counter: u16) -> Vec<&ModelTicket> {
        let handles = COUNTERS[usize::from(counter) - 1];
        let mut queue: Vec<_> = self
            .tickets
            .iter()
            .filter(|ticket| ticket.state == State::Waiting)
            .filter(|ticket| match ticket.bound {
                None => {
                    let service = SERVICES[ticket.service].0;
                    let is_late = self.now() - ticket.effective >= i64::from(HELPS_AFTER) * 60;
                    handles.contains(&service) || (counter == HELPER && service == HELPED && is_late)
                }
                Some(bound) => bound == counter,
            })
            .collect();
        queue.sort_by_key(|ticket| (ticket.effective, ticket.id));
        queue
    }

    pub fn ticket(&self, id: u64) -> &ModelTicket {
        self.tickets.iter().find(|ticket| ticket.id == id).expect("the model keeps it")
    }

    pub fn ticket_mut(&mut self, id: u64) -> &mut ModelTicket {
        self.tickets.iter_mut().find(|ticket| ticket.id == id).expect("the model keeps it")
    }

    pub fn desk(&self, counter: u16) -> Result<Desk, &'static str> {
        self.desks.get(usize::from(counter) - 1).cloned().ok_or("unknown-counter")
    }

    pub fn desk_mut(&mut self, counter: u16) -> &mut Desk {
        &mut self.desks[usize::from(counter) - 1]
    }
}
