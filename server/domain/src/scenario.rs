//! Given, when, then, as short sentences: the tests of all rules read the same way.
//!
//! The office: services A (12 minutes), C (6), H (10), and F, which shares A's prefix; counters 1 (A, C), 2 (C),
//! 3 (A, H, F); classes elderly (20 minutes) and merit (30). The numbers
//! from 950 on are reserved for paper. It is 09:00 in Vietnam.

use jiff::civil::date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::admission::Door;
use crate::appointment::KeptAppointment;
use crate::booking::Booker;
use crate::command::{BackTo, Command, Granter, Order, Returner};
use crate::decide::decide;
use crate::event::{Actor, CommandKey, Event, Fact};
use crate::hall::Hall;
use crate::hours::Hours;
use crate::ids::{
    AppointmentId, CallReason, Cases, CounterNumber, Language, Minutes, OfficerName, OutcomeId, PauseReason, Prefix,
    PriorityId, ServiceCode, TicketId, Token,
};
use crate::keys::KeyUse;
use crate::leaving::Remaining;
use crate::outage::Paper;
use crate::rules::{Outcomes, Rules};
use crate::setup::{AfterLast, CounterSetup, Numbering, Service, Setup};
use crate::transferring::{Rank, Target};

/// Runs each row of a table: what was done before, what is done now, what comes of it.
pub(crate) fn check(table: &[(&str, &str, &str)]) {
    for (given, when, then) in table {
        let mut office = Scenario::given(given);
        let said = office.run(when);
        assert_eq!(said, *then, "given {given:?}, when {when:?}");
    }
}

/// An office with a clock of its own.
pub(crate) struct Scenario {
    pub(crate) hall: Hall,
    pub(crate) setup: Setup,
    pub(crate) now: Timestamp,
    pub(crate) events: Vec<Event>,
    tokens: u64,
}

impl Scenario {
    pub(crate) fn new() -> Self {
        let zone = TimeZone::get("Asia/Ho_Chi_Minh").expect("the zone is bundled");
        let now = date(2026, 11, 24).at(9, 0, 0, 0).to_zoned_datetime(zone).expect("a time").timestamp();
        Self { hall: Hall::new(), setup: setup(), now, events: Vec::new(), tokens: 0 }
    }

    /// An office where these steps were taken, the day begun before them.
    pub(crate) fn given(steps: &str) -> Self {
        let mut office = Self::new();
        office.run("day");
        for step in steps.split(';').map(str::trim).filter(|step| !step.is_empty()) {
            let said = office.run(step);
            assert!(!said.starts_with("no:"), "the step {step:?} was refused: {said}");
        }
        office
    }

    /// Takes one step and says what came of it. `+5m` lets time pass, `-5m` sets the clock back; `#key` at the end is
    /// an idempotency key.
    pub(crate) fn run(&mut self, step: &str) -> String {
        if step.starts_with(['+', '-']) {
            let time: SignedDuration = step.parse().expect("a length of time");
            self.now = self.now.checked_add(time).expect("a time");
            return String::new();
        }
        let (wish, key) = step.split_once(" #").map_or((step, None), |(wish, key)| (wish, Some(key)));
        let key = key.map(|key| CommandKey { key: key.into(), digest: wish.into() });
        if let Some(key) = &key {
            match self.hall.outcome(key) {
                KeyUse::New => {}
                KeyUse::Repeat { touched, called, appointment: _ } => {
                    let name = |id: Option<TicketId>| id.map_or("none".into(), |id| self.number(id));
                    return format!("again: touched {}, called {}", name(touched), name(called));
                }
                KeyUse::OtherCommand => return "no: key-reused".into(),
            }
        }
        let order = Order { command: self.command(wish), by: Actor::Engine, key };
        match decide(&self.hall, &self.setup, &order, self.now) {
            Err(refusal) => format!("no: {}", refusal.code()),
            Ok(decision) => {
                let said: Vec<_> = decision.facts.into_iter().map(|fact| self.happen(&order, fact)).collect();
                if said.is_empty() { "nothing".into() } else { said.join("; ") }
            }
        }
    }

    /// The number on a ticket's slip.
    pub(crate) fn number(&self, id: TicketId) -> String {
        self.hall.ticket(id).expect("the ticket is in the hall").number.to_string()
    }

    fn happen(&mut self, order: &Order, fact: Fact) -> String {
        let number = self.hall.last_number().next();
        let corrects = matches!(order.command, Command::CorrectDay { .. });
        let at = if corrects { self.now } else { self.now.max(self.hall.last_at()) };
        let event = Event { number, at, by: order.by.clone(), key: order.key.clone(), fact };
        // What is on disk must fold to the same as what is in memory.
        let json = serde_json::to_string(&event).expect("an event is JSON");
        assert_eq!(serde_json::from_str::<Event>(&json).expect("and back"), event);
        self.hall.apply(&event);
        let said = self.say(&event.fact);
        self.events.push(event);
        said
    }

    fn say(&self, fact: &Fact) -> String {
        match fact {
            Fact::DayStarted { day } => format!("day {day}"),
            Fact::OfficeReturned { gone, back } => format!("away {} to {}", self.clock(*gone), self.clock(*back)),
            Fact::TicketIssued { number, ahead, head_start, paper, appointment, .. } => {
                format!("{number} {}, {ahead} ahead", self.taken(*head_start, *paper, *appointment))
            }
            Fact::TicketCalled { ticket, counter } => format!("{} to {counter}", self.number(*ticket)),
            Fact::TicketChosen { ticket, counter, reason } => {
                let why = reason.as_ref().map_or(String::new(), |reason| format!(" ({reason})"));
                format!("{} chosen to {counter}{why}", self.number(*ticket))
            }
            Fact::TicketRecalled { ticket, counter } => format!("{} to {counter} again", self.number(*ticket)),
            Fact::VisitStarted { ticket, counter } => format!("{} starts at {counter}", self.number(*ticket)),
            Fact::OutcomeNoted { ticket, counter: _, outcome } => {
                format!("{} came out {outcome}", self.number(*ticket))
            }
            Fact::VisitFinished { ticket, counter } => format!("{} ends at {counter}", self.number(*ticket)),
            Fact::TicketNoShow { ticket, counter } => format!("{} missed at {counter}", self.number(*ticket)),
            Fact::TicketParked { ticket, counter, here } => {
                format!("{} put aside at {counter}{}", self.number(*ticket), if *here { "" } else { " for any" })
            }
            Fact::ServicesChanged { ticket, counter: _, then } => {
                let needed: Vec<_> = then.iter().map(ServiceCode::as_str).collect();
                let needed = if needed.is_empty() { "nothing more".into() } else { needed.join(" ") };
                format!("{} needs {needed}", self.number(*ticket))
            }
            Fact::NoteWritten { ticket, counter, erased } => {
                let more = if *erased { " no more" } else { "" };
                format!("{} noted{more} at {counter}", self.number(*ticket))
            }
            Fact::TicketTransferred { ticket, from, service, effective, still_needed: Some(_), .. } => {
                format!("{} goes on from {from} to {service} as of {}", self.number(*ticket), self.clock(*effective))
            }
            Fact::TicketTransferred { ticket, from, service, counter, effective, rank: _, still_needed: None } => {
                let to = counter.map_or(service.to_string(), |counter| counter.to_string());
                format!("{} from {from} to {to} as of {}", self.number(*ticket), self.clock(*effective))
            }
            Fact::TicketPutBack { ticket, counter, effective: _ } => {
                format!("{} back from {counter}", self.number(*ticket))
            }
            Fact::PriorityGranted { ticket, priority, effective, head_start: _ } => {
                format!("{} granted {priority}, as of {}", self.number(*ticket), self.clock(*effective))
            }
            Fact::TicketReturned { ticket, counter, effective } => {
                let at = self.clock(*effective);
                format!("{} back as of {at}{}", self.number(*ticket), only(*counter))
            }
            Fact::TicketCancelled { ticket } => format!("{} given back", self.number(*ticket)),
            Fact::CounterOpened { counter, officer } => format!("{counter} opened by {officer}"),
            Fact::CounterPaused { counter, until, reason } => self.paused(*counter, *until, reason.as_ref()),
            Fact::CounterClosed { counter } => format!("{counter} closed"),
            Fact::CounterTakenOver { counter, officer } => format!("{counter} taken over by {officer}"),
            Fact::HelpAsked { counter } => format!("{counter} asks for help"),
            Fact::HelpEnded { counter } => format!("{counter} was helped"),
            Fact::Administered { act } => format!("{act:?}"),
            Fact::StepUndone { counter, ticket, .. } => {
                let what = ticket.map_or("the pause".into(), |id| self.number(id));
                format!("{what} as before at {counter}")
            }
            Fact::AppointmentBooked { appointment, service, day, starts_at, .. } => {
                format!("{appointment} for {service} on {day} at {}", self.clock(*starts_at))
            }
            Fact::AppointmentCancelled { appointment } => format!("{appointment} given back"),
            Fact::AppointmentMissed { appointment } => format!("{appointment} missed"),
        }
    }

    fn taken(&self, head_start: Minutes, paper: Option<Paper>, appointment: Option<KeptAppointment>) -> String {
        let as_of = |at| format!("as of {}", self.clock(at));
        match (paper, appointment, head_start) {
            (Some(_), ..) => format!("on paper {}", as_of(crate::taking::arrived(paper, self.now))),
            (None, Some(kept), _) => format!("taken {}", kept.arrival.map_or("late".into(), as_of)),
            (None, None, Minutes(0)) => "taken".into(),
            (None, None, early) => format!("taken {early} min early"),
        }
    }

    fn paused(&self, counter: CounterNumber, until: Option<Timestamp>, reason: Option<&PauseReason>) -> String {
        let until = until.map(|until| format!(" for {} min", until.duration_since(self.now).as_mins()));
        let why = reason.map(|reason| format!(" ({reason})"));
        format!("{counter} paused{}{}", until.unwrap_or_default(), why.unwrap_or_default())
    }

    fn clock(&self, at: Timestamp) -> String {
        at.to_zoned_datetime(self.setup.zone.clone()).strftime("%H:%M").to_string()
    }

    fn command(&mut self, wish: &str) -> Command {
        let words: Vec<_> = wish.split_whitespace().collect();
        match *words.as_slice() {
            ["day"] => Command::StartDay,
            ["correct"] => Command::CorrectDay { midnight_passed: false },
            ["midnight"] => Command::CorrectDay { midnight_passed: true },
            // The last event was the last sign of life, and the program has just started.
            ["back"] => Command::NoteReturn { gone: self.hall.last_at(), back: self.now },
            ["enter", service, last] => self.enter(service, last, None),
            ["enter", service, last, "as-of", gone] => self.enter(service, last, Some(gone)),
            ["paper", service, number] => self.paper(service, number),
            ["take", service, ref more @ ..] => self.take_of_words(service, more),
            ["give", service] => self.take(service, None, Door::Staff),
            ["book", service, at, ref how @ ..] => self.book(service, at, how),
            ["drop", id] => Command::CancelAppointment { appointment: appointment(id) },
            ["come", id, ref class @ ..] => self.come(id, class.first().copied()),
            ["missed"] => Command::MarkMissed,
            ["cancel", number] => Command::CancelTicket { token: self.token_of(number) },
            ["open", at, name] => Command::OpenCounter { counter: counter(at), officer: officer(name) },
            ["takeover", at, name] => Command::TakeOverCounter { counter: counter(at), officer: officer(name) },
            ["help", at, name] => Command::AskHelp { counter: counter(at), officer: officer(name) },
            ["helped", at] => Command::EndHelp { counter: counter(at) },
            ["pause", at, name, ref rest @ ..] => pause(at, name, rest),
            ["close", at, name, ref rest @ ..] => {
                Command::CloseCounter { counter: counter(at), officer: holder(name), remaining: remaining(rest) }
            }
            ["next", at, name] => Command::CallNext { counter: counter(at), officer: officer(name), outcome: None },
            ["next", at, name, out] => {
                Command::CallNext { counter: counter(at), officer: officer(name), outcome: Some(outcome(out)) }
            }
            ["choose", at, name, number, ref reason @ ..] => self.choose(at, name, number, reason.first().copied()),
            ["recall", at, name] => Command::Recall { counter: counter(at), officer: officer(name) },
            ["start", at, name] => Command::StartVisit { counter: counter(at), officer: officer(name) },
            ["finish", at, name] => {
                Command::FinishVisit { counter: counter(at), officer: officer(name), outcome: None }
            }
            ["finish", at, name, out] => {
                Command::FinishVisit { counter: counter(at), officer: officer(name), outcome: Some(outcome(out)) }
            }
            ["note", at, name, out] => {
                Command::NoteOutcome { counter: counter(at), officer: officer(name), outcome: outcome(out) }
            }
            ["services", at, name, ref then @ ..] => {
                let then = then.iter().map(|text| code(text)).collect();
                Command::ChangeServices { counter: counter(at), officer: officer(name), then }
            }
            ["write", at, name, number] => self.write(at, name, number, false),
            ["erase", at, name, number] => self.write(at, name, number, true),
            ["park", at, name] => Command::ParkTicket { counter: counter(at), officer: officer(name), back_to: None },
            ["park", at, name, back_to] => {
                let back_to = Some(if back_to == "here" { BackTo::Here } else { BackTo::Anywhere });
                Command::ParkTicket { counter: counter(at), officer: officer(name), back_to }
            }
            ["transfer", at, name, to] => transfer(at, name, to, None),
            ["transfer", at, name, to, rank] => transfer(at, name, to, Some(rank)),
            ["grant", number, class] => self.grant(number, class, Granter::Officer),
            ["grant", number, class, "reception"] => self.grant(number, class, Granter::Reception),
            ["return", number] => Command::ReturnTicket { ticket: self.id_of(number), by: Returner::Staff },
            ["return", number, "holder"] => Command::ReturnTicket { ticket: self.id_of(number), by: Returner::Holder },
            ["undo", at, name] => Command::UndoStep { counter: counter(at), officer: officer(name) },
            ["no-show", at, name] => Command::MarkNoShow { counter: counter(at), officer: officer(name) },
            _ => panic!("no step: {wish:?}"),
        }
    }

    fn choose(&self, at: &str, name: &str, number: &str, reason: Option<&str>) -> Command {
        let reason = reason.map(|reason| CallReason::new(reason).expect("a reason"));
        Command::CallChosen { counter: counter(at), officer: officer(name), ticket: self.id_of(number), reason }
    }

    fn write(&self, at: &str, name: &str, number: &str, erased: bool) -> Command {
        Command::WriteNote { counter: counter(at), officer: officer(name), ticket: self.id_of(number), erased }
    }

    fn grant(&self, number: &str, class: &str, by: Granter) -> Command {
        let priority = PriorityId::new(class).expect("a class");
        Command::GrantPriority { ticket: self.id_of(number), priority, by }
    }

    /// `last` is a number, or two of them with a hyphen.
    fn enter(&mut self, service: &str, last: &str, gone: Option<&str>) -> Command {
        let (first, last) = last.split_once('-').map_or((None, last), |(first, last)| (Some(first), last));
        let token_from = self.tokens + 1;
        self.tokens += u64::from(self.setup.numbering.reserved);
        Command::EnterOutage {
            service: code(service),
            first: first.map(|first| first.parse().expect("a number")),
            last: last.parse().expect("a number"),
            gone: gone.map(|gone| self.absence_at(gone)),
            tokens: (token_from..=self.tokens).map(token).collect(),
            language: Language::new("vi").expect("a language"),
        }
    }

    /// When the office went that was away from this time on.
    fn absence_at(&self, clock: &str) -> Timestamp {
        let gone = self.hall.absences().iter().map(|absence| absence.gone);
        gone.into_iter().find(|gone| self.clock(*gone) == clock).expect("an absence")
    }

    fn paper(&mut self, service: &str, number: &str) -> Command {
        self.tokens += 1;
        Command::TakeReserved {
            number: number.parse().expect("a number"),
            arrived: None,
            token: token(self.tokens),
            service: code(service),
            priority: None,
            language: Language::new("vi").expect("a language"),
            cases: Cases::ONE,
            then: Vec::new(),
        }
    }

    /// A number of files as `x3`, or a class; then further services after `then`.
    fn take_of_words(&mut self, service: &str, more: &[&str]) -> Command {
        let (first, then) = match more.iter().position(|word| *word == "then") {
            Some(place) => (&more[..place], &more[place + 1..]),
            None => (more, &more[more.len()..]),
        };
        let then = then.iter().map(|text| code(text)).collect();
        match first {
            [] => self.take_for(service, (Cases::ONE, then), None, Door::Kiosk),
            [word] => match word.strip_prefix('x').and_then(|count| count.parse::<u16>().ok()) {
                Some(count) => {
                    let cases = Cases::try_from(count).expect("a number of cases");
                    self.take_for(service, (cases, then), None, Door::Kiosk)
                }
                None => self.take_for(service, (Cases::ONE, then), Some(word), Door::Kiosk),
            },
            _ => panic!("no wish for a ticket: {more:?}"),
        }
    }

    fn take(&mut self, service: &str, class: Option<&str>, door: Door) -> Command {
        self.take_for(service, (Cases::ONE, Vec::new()), class, door)
    }

    fn take_for(
        &mut self,
        service: &str,
        (cases, then): (Cases, Vec<ServiceCode>),
        class: Option<&str>,
        door: Door,
    ) -> Command {
        self.tokens += 1;
        Command::TakeTicket {
            token: token(self.tokens),
            service: code(service),
            priority: class.map(|class| PriorityId::new(class).expect("a class")),
            language: Language::new("vi").expect("a language"),
            door,
            cases,
            then,
        }
    }

    /// So many days from today, or today by the staff.
    fn book(&mut self, service: &str, at: &str, how: &[&str]) -> Command {
        self.tokens += 1;
        let booker = if how == ["staff"] { Booker::Staff } else { Booker::Citizen };
        let days: i64 = how.first().filter(|how| **how != "staff").map_or(0, |days| days.parse().expect("days"));
        let day = self.setup.business_day(self.now).checked_add(jiff::Span::new().days(days)).expect("a day");
        Command::BookAppointment {
            token: token(self.tokens),
            luck: 999_999,
            service: code(service),
            at: day.to_datetime(at.parse().expect("a time")),
            language: Language::new("vi").expect("a language"),
            booker,
        }
    }

    fn come(&mut self, id: &str, class: Option<&str>) -> Command {
        self.tokens += 1;
        let priority = class.map(|class| PriorityId::new(class).expect("a class"));
        Command::CheckIn { token: token(self.tokens), appointment: appointment(id), priority, door: Door::Kiosk }
    }

    /// The newest ticket of this number, or one that is not there.
    fn id_of(&self, number: &str) -> TicketId {
        let tickets = self.hall.tickets().filter(|ticket| ticket.number.to_string() == number);
        tickets.last().map_or(TicketId(u64::MAX), |ticket| ticket.id)
    }

    /// The newest ticket of this number, or a token that nobody has.
    fn token_of(&self, number: &str) -> Token {
        let tickets = self.hall.tickets().filter(|ticket| ticket.number.to_string() == number);
        tickets.last().map_or(token(u64::MAX), |ticket| ticket.token.clone())
    }
}

fn setup() -> Setup {
    let service = |prefix: &str, usual| Service {
        prefix: Prefix::new(prefix).expect("a prefix"),
        usual: Minutes(usual),
        quota: None,
        cases_max: Cases::try_from(9).expect("a number of cases"),
    };
    let handles = |services: &[&str]| {
        let services = services.iter().map(|text| code(text)).collect();
        CounterSetup { services, ..CounterSetup::default() }
    };
    let class = |id: &str, minutes| (PriorityId::new(id).expect("a class"), Minutes(minutes));
    Setup {
        zone: TimeZone::get("Asia/Ho_Chi_Minh").expect("the zone is bundled"),
        services: [("A", "A", 12), ("C", "C", 6), ("H", "H", 10), ("F", "A", 10)]
            .into_iter()
            .map(|(text, prefix, usual)| (code(text), service(prefix, usual)))
            .collect(),
        counters: [("1", handles(&["A", "C"])), ("2", handles(&["C"])), ("3", handles(&["A", "H", "F"]))]
            .into_iter()
            .map(|(number, services)| (counter(number), services))
            .collect(),
        priorities: [class("elderly", 20), class("merit", 30)].into(),
        numbering: Numbering { last: 999, after_last: AfterLast::Widen, reserved: 50 },
        hours: Hours::default(),
        rules: Rules {
            outcomes: Outcomes { known: vec![outcome("received"), outcome("more-papers")], is_required: false },
            ..Rules::default()
        },
    }
}

/// Minutes, `because` with a reason, and what becomes of those who wait; each may be left out.
fn pause(at: &str, name: &str, rest: &[&str]) -> Command {
    let (minutes, rest) = match rest {
        [first, rest @ ..] if first.parse::<u32>().is_ok() => (first.parse().ok().map(Minutes), rest),
        rest => (None, rest),
    };
    let (reason, rest) = match rest {
        ["because", reason, rest @ ..] => (Some(PauseReason::new(reason).expect("a reason")), rest),
        rest => (None, rest),
    };
    let (counter, officer) = (counter(at), holder(name));
    Command::PauseCounter { counter, officer, minutes, reason, remaining: remaining(rest) }
}

/// `leave`, or `to` a service or counter.
fn remaining(rest: &[&str]) -> Option<Remaining> {
    match rest {
        [] => None,
        ["leave"] => Some(Remaining::Leave),
        ["to", to] => Some(Remaining::HandOver(target(to))),
        _ => panic!("no word about who waits: {rest:?}"),
    }
}

fn target(to: &str) -> Target {
    if to.parse::<u16>().is_ok() { Target::Counter(counter(to)) } else { Target::Service(code(to)) }
}

fn transfer(at: &str, name: &str, to: &str, rank: Option<&str>) -> Command {
    let rank = rank.map(|rank| match rank {
        "front" => Rank::Front,
        "end" => Rank::End,
        _ => Rank::Arrival,
    });
    Command::TransferTicket { counter: counter(at), officer: officer(name), to: target(to), rank }
}

fn only(counter: Option<CounterNumber>) -> String {
    counter.map_or(String::new(), |counter| format!(", only {counter}"))
}

pub(crate) fn code(text: &str) -> ServiceCode {
    ServiceCode::new(text).expect("a service code")
}

pub(crate) fn counter(text: &str) -> CounterNumber {
    CounterNumber::try_from(text.parse::<u16>().expect("a number")).expect("a counter number")
}

fn appointment(id: &str) -> AppointmentId {
    AppointmentId(id.parse().expect("an appointment"))
}

fn outcome(id: &str) -> OutcomeId {
    OutcomeId::new(id).expect("an outcome")
}

fn officer(name: &str) -> OfficerName {
    OfficerName::new(name).expect("a name")
}

/// `anybody` is an administrator, who acts on any counter.
fn holder(name: &str) -> Option<OfficerName> {
    (name != "anybody").then(|| officer(name))
}

fn token(number: u64) -> Token {
    Token::new(&format!("{:016}", number % 10_000_000_000_000_000)).expect("a token")
}
