//! A month of an office, played with real commands through `decide` and `apply`: nothing is mocked, and officers and
//! citizens do only what they can do.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use moi_domain::{
    Actor, Command, Decision, Door, Event, Hall, Language, Minutes, OfficerName, Order, Remaining, Setup, Standing,
    Status, Ticket, TicketId, Token, decide,
};

use crate::chance::Chance;
use crate::life::{Citizen, HALVES, HOUR, MISSED_SECONDS, REACTION_SECONDS, REACTION_SPREAD, Truth, citizens};
use crate::shape::{CLASSES, Rule, Shape, class, code, counter};

/// Who waits, waits on.
const LEFT: Option<Remaining> = Some(Remaining::Leave);

/// Whoever looks on: is told of each ticket when it is taken, and when it is called.
pub trait Watcher {
    fn taken(&mut self, play: &Play, ticket: &Ticket);
    fn called(&mut self, play: &Play, ticket: &Ticket);
}

/// An office while its month goes by.
pub struct Play<'s> {
    pub shape: &'s Shape,
    pub setup: Setup,
    pub hall: Hall,
    /// The day's.
    pub events: Vec<Event>,
    pub truth: Truth,
    /// From Monday.
    pub weekday: usize,
    /// Of the day.
    millis: u64,
    midnight: Timestamp,
    /// Decides who comes and when counters open.
    life: Chance,
    /// Decides who is quicker to call.
    luck: Chance,
    citizens: Vec<Citizen>,
    who: HashMap<TicketId, usize>,
    tokens: u64,
    planned: u64,
    agenda: BinaryHeap<Reverse<(u64, u64, Step)>>,
    desks: Vec<Desk>,
}

/// An officer at a counter.
#[derive(Clone, Copy, Default)]
struct Desk {
    /// The newest plan; an older one is void.
    plan: u64,
    /// When this half of the day is over for the officer, in milliseconds of the day.
    leaves_at: u64,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Arrive(usize),
    GiveBack(TicketId),
    /// Somebody of this service has waited so long that others may help.
    Help(usize),
    Open {
        desk: usize,
        leaves_at: u64,
    },
    Do {
        desk: usize,
        plan: u64,
        deed: Deed,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Deed {
    Return,
    Call,
    Start,
    End,
    Recall,
    Miss,
    Leave,
}

impl<'s> Play<'s> {
    pub fn new(shape: &'s Shape, rule: Rule, seed: u64) -> Self {
        let mut life = Chance::of(seed);
        let truth = Truth::draw(shape, &mut life);
        Self {
            shape,
            setup: shape.setup(rule),
            hall: Hall::new(),
            events: Vec::new(),
            truth,
            weekday: 0,
            millis: 0,
            midnight: Timestamp::UNIX_EPOCH,
            life,
            luck: Chance::of(!seed),
            citizens: Vec::new(),
            who: HashMap::new(),
            tokens: 0,
            planned: 0,
            agenda: BinaryHeap::new(),
            desks: vec![Desk::default(); shape.counters.len()],
        }
    }

    /// So many working days, from a Monday on.
    pub fn days(&mut self, count: usize, watcher: &mut impl Watcher) {
        let mut day = date(2026, 11, 2);
        let mut played = 0;
        while played < count {
            self.weekday = usize::try_from(day.weekday().to_monday_zero_offset()).expect("0 to 6");
            if self.weekday < 5 {
                self.day(day, watcher);
                self.truth.next_day(&mut self.life);
                played += 1;
            }
            day = day.tomorrow().expect("a day");
        }
    }

    pub fn now(&self) -> Timestamp {
        self.midnight + SignedDuration::from_millis(i64::try_from(self.millis).expect("a day"))
    }

    /// Of the day.
    pub fn second(&self) -> f64 {
        SignedDuration::from_millis(i64::try_from(self.millis).expect("a day")).as_secs_f64()
    }

    pub fn citizen(&self, ticket: TicketId) -> &Citizen {
        &self.citizens[self.who[&ticket]]
    }

    fn day(&mut self, day: Date, watcher: &mut impl Watcher) {
        self.midnight = day.at(0, 0, 0, 0).to_zoned_datetime(self.setup.zone.clone()).expect("a midnight").timestamp();
        self.millis = 0;
        self.events.clear();
        self.citizens = citizens(self.shape, &self.truth, self.weekday, &mut self.life);
        self.who.clear();
        for place in 0..self.citizens.len() {
            self.plan_at(self.citizens[place].arrives, Step::Arrive(place));
        }
        for (half, (from, to)) in HALVES.into_iter().enumerate() {
            for desk in 0..self.desks.len() {
                let is_part_time = desk % self.shape.part_time_one_in == self.shape.part_time_one_in / 2;
                let shorter = if is_part_time { HOUR } else { 0.0 };
                let (late, early) = if half == 0 { (shorter, 0.0) } else { (0.0, shorter) };
                let opens_at = from - 300.0 + late + self.life.between(0.0, 600.0);
                self.plan_at(opens_at, Step::Open { desk, leaves_at: millis(to - early) });
            }
        }
        while let Some(Reverse((millis, _, step))) = self.agenda.pop() {
            self.millis = millis;
            self.step(step, watcher);
        }
        assert_eq!(self.hall.waiting_total(), 0, "everybody was served");
    }

    fn plan_at(&mut self, second: f64, step: Step) {
        self.planned += 1;
        self.agenda.push(Reverse((millis(second), self.planned, step)));
    }

    fn plan(&mut self, desk: usize, after: f64, deed: Deed) {
        self.desks[desk].plan = self.planned + 1;
        self.plan_at(self.second() + after, Step::Do { desk, plan: self.planned + 1, deed });
    }

    fn step(&mut self, step: Step, watcher: &mut impl Watcher) {
        match step {
            Step::Arrive(place) => self.arrive(place, watcher),
            Step::GiveBack(ticket) => {
                let token = self.hall.ticket(ticket).filter(|ticket| matches!(ticket.status, Status::Waiting));
                if let Some(token) = token.map(|ticket| ticket.token.clone()) {
                    self.carry_out(Command::CancelTicket { token });
                }
            }
            Step::Help(service) => {
                let mut idle =
                    (0..self.desks.len()).filter(|desk| self.shape.helps(*desk, service) && self.is_idle(*desk));
                if let Some(desk) = idle.next() {
                    let lag = self.luck.log_normal(REACTION_SECONDS, REACTION_SPREAD);
                    self.plan(desk, lag, Deed::Call);
                }
            }
            Step::Open { desk, leaves_at } => {
                self.desks[desk].leaves_at = leaves_at;
                // Somebody leaves in the idle hall, too.
                self.plan_at(secs(leaves_at), Step::Do { desk, plan: 0, deed: Deed::Leave });
                self.open(desk);
            }
            Step::Do { desk, plan, deed } if plan == 0 || plan == self.desks[desk].plan => {
                self.act(desk, deed, watcher);
            }
            Step::Do { .. } => {}
        }
    }

    fn arrive(&mut self, place: usize, watcher: &mut impl Watcher) {
        let Citizen { service, class, gives_back_after, .. } = self.citizens[place];
        let id = self.take(service, class);
        self.who.insert(id, place);
        if let Some(after) = gives_back_after {
            self.plan_at(self.second() + after, Step::GiveBack(id));
        }
        let ticket = self.hall.ticket(id).expect("the ticket");
        let may_be_helped = (0..self.desks.len()).any(|desk| self.shape.helps(desk, service));
        let helped_in = self.shape.helps_after_seconds() - self.now().duration_since(ticket.effective).as_secs_f64();
        watcher.taken(self, ticket);
        if may_be_helped {
            self.plan_at(self.second() + helped_in.max(0.0), Step::Help(service));
        }
        let mut idle = (0..self.desks.len()).filter(|desk| self.shape.handles(*desk, service) && self.is_idle(*desk));
        if let Some(desk) = idle.next() {
            let lag = self.luck.log_normal(REACTION_SECONDS, REACTION_SPREAD);
            self.plan(desk, lag, Deed::Call);
        }
    }

    pub fn take(&mut self, service: usize, of: Option<usize>) -> TicketId {
        self.tokens += 1;
        let decision = self.carry_out(Command::TakeTicket {
            token: Token::new(&format!("{:016}", self.tokens)).expect("a token"),
            service: code(self.shape.kinds[service].code),
            priority: of.map(|of| class(CLASSES[of].0)),
            language: Language::new("vi").expect("a language"),
            door: Door::Kiosk,
            cases: moi_domain::Cases::ONE,
            then: Vec::new(),
        });
        decision.ticket.expect("a ticket")
    }

    /// Open, and nothing is planned there.
    fn is_idle(&self, desk: usize) -> bool {
        let known = self.hall.counter(counter(desk));
        known.standing.is_open() && known.visit.is_none() && self.desks[desk].plan == 0
    }

    fn open(&mut self, desk: usize) {
        self.carry_out(Command::OpenCounter { counter: counter(desk), officer: officer(desk) });
        self.plan(desk, 5.0, Deed::Call);
    }

    fn act(&mut self, desk: usize, deed: Deed, watcher: &mut impl Watcher) {
        let (number, officer) = (counter(desk), officer(desk));
        match deed {
            Deed::Return => self.open(desk),
            Deed::Call => self.call(desk, watcher),
            Deed::Start => {
                let citizen = self.citizen(self.visit(desk));
                let (visit, notes_start) = (citizen.visit, citizen.notes_start);
                if notes_start {
                    self.carry_out(Command::StartVisit { counter: number, officer });
                }
                self.plan(desk, visit, Deed::End);
            }
            Deed::End => self.end(desk, watcher),
            Deed::Recall => {
                self.carry_out(Command::Recall { counter: number, officer });
                self.plan(desk, MISSED_SECONDS / 2.0, Deed::Miss);
            }
            Deed::Miss => {
                self.carry_out(Command::MarkNoShow { counter: number, officer });
                self.plan(desk, 3.0, Deed::Call);
            }
            Deed::Leave => {
                if self.is_idle(desk) {
                    self.leave(desk);
                }
            }
        }
    }

    fn visit(&self, desk: usize) -> TicketId {
        self.hall.counter(counter(desk)).visit.expect("a visit")
    }

    fn call(&mut self, desk: usize, watcher: &mut impl Watcher) {
        self.desks[desk].plan = 0;
        let is_over = self.millis >= self.desks[desk].leaves_at;
        if is_over && self.may_leave(desk) {
            return self.leave(desk);
        }
        let called =
            self.carry_out(Command::CallNext { counter: counter(desk), officer: officer(desk), outcome: None }).ticket;
        let Some(ticket) = called else { return };
        watcher.called(self, self.hall.ticket(ticket).expect("the ticket"));
        let citizen = self.citizen(ticket);
        if citizen.comes {
            self.plan(desk, citizen.walk, Deed::Start);
        } else {
            self.plan(desk, MISSED_SECONDS / 2.0, Deed::Recall);
        }
    }

    fn end(&mut self, desk: usize, watcher: &mut impl Watcher) {
        let Citizen { paperwork, pause, says_until, .. } = *self.citizen(self.visit(desk));
        let (number, officer) = (counter(desk), officer(desk));
        let is_over = self.millis >= self.desks[desk].leaves_at;
        if let (Some(pause), false) = (pause, is_over) {
            self.carry_out(Command::FinishVisit { counter: number, officer: officer.clone(), outcome: None });
            let minutes =
                says_until.then(|| Minutes((1..240).find(|said| f64::from(*said) * 60.0 > pause).unwrap_or(240)));
            self.carry_out(Command::PauseCounter {
                counter: number,
                officer: Some(officer),
                minutes,
                reason: None,
                remaining: LEFT,
            });
            self.plan(desk, pause, Deed::Return);
        } else if let Some(paperwork) = paperwork {
            self.carry_out(Command::FinishVisit { counter: number, officer, outcome: None });
            self.plan(desk, paperwork, Deed::Call);
        } else if is_over && self.may_leave(desk) {
            self.carry_out(Command::FinishVisit { counter: number, officer, outcome: None });
            self.leave(desk);
        } else {
            self.call(desk, watcher);
        }
    }

    /// Nobody waits here, or at least one colleague stays for each service.
    fn may_leave(&self, desk: usize) -> bool {
        let stays = |other: usize| other != desk && self.desks[other].leaves_at > self.millis;
        (0..self.shape.kinds.len()).filter(|service| self.shape.handles(desk, *service)).all(|service| {
            let is_open = |other: usize| self.hall.counter(counter(other)).standing.is_open();
            let mut colleagues = (0..self.desks.len()).filter(|other| self.shape.handles(*other, service));
            self.hall.waiting(&code(self.shape.kinds[service].code)) == 0
                || colleagues.any(|other| stays(other) && is_open(other))
        })
    }

    fn leave(&mut self, desk: usize) {
        self.desks[desk].plan = 0;
        if matches!(self.hall.counter(counter(desk)).standing, Standing::Open { .. }) {
            let (counter, officer) = (counter(desk), Some(officer(desk)));
            let is_evening = self.second() > HALVES[1].0;
            self.carry_out(if is_evening {
                Command::CloseCounter { counter, officer, remaining: LEFT }
            } else {
                Command::PauseCounter { counter, officer, minutes: None, reason: None, remaining: LEFT }
            });
        }
    }

    pub fn carry_out(&mut self, command: Command) -> Decision {
        let order = Order { command, by: Actor::Engine, key: None };
        let now = self.now();
        let decision = decide(&self.hall, &self.setup, &order, now)
            .unwrap_or_else(|refusal| panic!("{:?} was refused: {refusal}", order.command));
        for fact in &decision.facts {
            let number = self.hall.last_number().next();
            let event = Event { number, at: now, by: Actor::Engine, key: None, fact: fact.clone() };
            self.hall.apply(&event);
            self.events.push(event);
        }
        decision
    }
}

fn officer(desk: usize) -> OfficerName {
    OfficerName::new(&format!("Officer {}", desk + 1)).expect("a name")
}

fn millis(second: f64) -> u64 {
    u64::try_from(SignedDuration::from_secs_f64(second).as_millis()).expect("after midnight")
}

fn secs(millis: u64) -> f64 {
    SignedDuration::from_millis(i64::try_from(millis).expect("a day")).as_secs_f64()
}
