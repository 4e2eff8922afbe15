//! Steps in words, as commands.

use jiff::Timestamp;

use crate::admission::Door;
use crate::booking::Booker;
use crate::command::{BackTo, Command, Granter, Returner};
use crate::ids::{CallReason, Cases, Language, Minutes, PauseReason, PriorityId, ServiceCode, TicketId, Token};
use crate::leaving::Remaining;
use crate::transferring::{Rank, Target};

use super::Scenario;
use super::office::{appointment, code, counter, holder, officer, outcome, token};

impl Scenario {
    pub(super) fn command(&mut self, wish: &str) -> Command {
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
