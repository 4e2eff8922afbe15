//! What can happen in a test: every command, and time that passes or is set back.

use crate::outage::Papers;
use jiff::tz::{Offset, TimeZone};
use moi_domain::{
    AfterLast, Away, BackTo, Calling, Cases, Choosing, Command, CounterNumber, CounterSetup, Granter, Granting,
    Itinerary, Language, Leaving, Minutes, Numbering, OfficerName, OutcomeId, Outcomes, PauseReason, Pausing, Prefix,
    PriorityId, Rank, Remaining, Returner, Rules, Service, ServiceCode, Setup, Target, TicketId, Token, Transfers,
    Undoing,
};

use crate::appointments::Wish;

/// Service, prefix, usual minutes.
pub const SERVICES: [(&str, &str, u32); 4] = [("A", "A", 12), ("C", "C", 6), ("H", "H", 10), ("F", "A", 10)];
/// Services of counters 1 to 3.
pub const COUNTERS: [&[&str]; 3] = [&["A", "C"], &["C"], &["A", "H", "F"]];
/// The counter that helps, with what, and after how many minutes.
pub const HELPER: u16 = 2;
pub const HELPED: &str = "H";
pub const HELPS_AFTER: u32 = 15;
/// Class, minutes of head start.
pub const CLASSES: [(&str, i64); 2] = [("elderly", 20), ("merit", 30)];
pub const OFFICERS: [&str; 2] = ["Hà", "Tú"];
/// Reason for a pause, and minutes that it usually takes.
pub const REASONS: [(&str, Option<u32>); 2] = [("lunch", Some(6)), ("system-down", None)];
/// How visits may come out.
pub const OUTCOMES: [&str; 2] = ["received", "more-papers"];
/// Minutes in which a missed ticket may come back, and by which it is later then.
pub const GRACE: u32 = 15;
pub const LATENESS: u32 = 5;
/// Seconds between two calls of a ticket, and recalls before a no-show.
pub const GAP: u32 = 60;
pub const RECALLS_MIN: u16 = 1;
/// Minutes by which a ticket is earlier that was handed on.
pub const TRANSFER_HEAD_START: u32 = 10;
/// Seconds after which a call or visit was left, when a day begins.
pub const LEFT_AFTER: i64 = 4 * 3_600;
/// Seconds in which a step can be taken back.
pub const UNDO: u32 = 30;
/// Minutes of a pause before which it is asked what becomes of those who wait.
pub const ASKED_PAUSE: u32 = 5;
/// People or files that a ticket stands for, and services that it is for, at most.
pub const CASES_MAX: u16 = 4;
pub const SERVICES_MAX: u16 = 3;
/// So few that they run out.
pub const LAST_NUMBER: u32 = 8;
/// The last of them, for paper.
pub const RESERVED: u32 = 3;
/// Seconds that the office's time is ahead of UTC.
pub const OFFSET: i64 = 7 * 3_600;

/// One step. Numbers beyond the tables stand for what the office does not have.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    Wait {
        seconds: i64,
    },
    SetClockBack {
        seconds: i64,
    },
    StartDay,
    Outage(Papers),
    CorrectDay {
        midnight_passed: bool,
    },
    Take {
        service: usize,
        class: Option<usize>,
        key: Option<u8>,
        cases: u16,
        then: Vec<usize>,
    },
    Cancel {
        ticket: usize,
    },
    Appointment(Wish),
    Open {
        counter: u16,
        officer: usize,
        /// Whether from whoever holds it.
        takes: bool,
    },
    Pause {
        counter: u16,
        officer: Option<usize>,
        minutes: Option<u32>,
        /// A place in the table of reasons.
        reason: Option<usize>,
        remaining: Option<Left>,
    },
    Close {
        counter: u16,
        officer: Option<usize>,
        remaining: Option<Left>,
    },
    Next {
        counter: u16,
        officer: usize,
        key: Option<u8>,
    },
    Recall {
        counter: u16,
        officer: usize,
    },
    Start {
        counter: u16,
        officer: usize,
    },
    Note {
        counter: u16,
        officer: usize,
        outcome: usize,
    },
    Services {
        counter: u16,
        officer: usize,
        then: Vec<usize>,
    },
    Write {
        counter: u16,
        officer: usize,
        ticket: usize,
        erased: bool,
    },
    Finish {
        counter: u16,
        officer: usize,
        outcome: Option<usize>,
    },
    NoShow {
        counter: u16,
        officer: usize,
    },
    Park {
        counter: u16,
        officer: usize,
        back_to: Option<BackTo>,
    },
    Grant {
        ticket: usize,
        class: usize,
    },
    Return {
        ticket: usize,
        by: Returner,
    },
    Choose {
        counter: u16,
        officer: usize,
        ticket: usize,
    },
    Undo {
        counter: u16,
        officer: usize,
    },
    /// To the service of this place in the table, or to this counter.
    Transfer {
        counter: u16,
        officer: usize,
        to: Result<usize, u16>,
        rank: Option<Rank>,
    },
}

/// What becomes of those who wait when a counter is left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Left {
    Waiting,
    /// To the service of this place in the table, or to this counter.
    HandedOver(Result<usize, u16>),
}

impl Left {
    fn said(self) -> Remaining {
        match self {
            Self::Waiting => Remaining::Leave,
            Self::HandedOver(to) => Remaining::HandOver(target(to)),
        }
    }
}

fn target(to: Result<usize, u16>) -> Target {
    match to {
        Ok(service) => Target::Service(service_code(service)),
        Err(other) => Target::Counter(counter_number(other)),
    }
}

impl Step {
    /// The command, once the model has said which token a new ticket gets and which one is meant.
    pub fn command(&self, new_token: u64, meant: Option<u64>) -> Option<Command> {
        Some(match *self {
            Self::Wait { .. } | Self::SetClockBack { .. } | Self::Outage(_) | Self::Appointment(_) => return None,
            Self::StartDay => Command::StartDay,
            Self::CorrectDay { midnight_passed } => Command::CorrectDay { midnight_passed },
            Self::Take { service, class, cases, ref then, .. } => take(token(new_token), service, class, (cases, then)),
            Self::Cancel { .. } => Command::CancelTicket { token: token(meant.unwrap_or(u64::MAX)) },
            Self::Grant { class, .. } => Command::GrantPriority {
                ticket: TicketId(meant.unwrap_or(u64::MAX)),
                priority: PriorityId::new(CLASSES.get(class).map_or("hero", |it| it.0)).expect("a class"),
                by: Granter::Officer,
            },
            Self::Return { by, .. } => Command::ReturnTicket { ticket: TicketId(meant.unwrap_or(u64::MAX)), by },
            Self::Undo { .. }
            | Self::Open { .. }
            | Self::Pause { .. }
            | Self::Close { .. }
            | Self::Next { .. }
            | Self::Recall { .. }
            | Self::Start { .. }
            | Self::Note { .. }
            | Self::Services { .. }
            | Self::Write { .. }
            | Self::Finish { .. }
            | Self::NoShow { .. }
            | Self::Park { .. }
            | Self::Transfer { .. }
            | Self::Choose { .. } => return self.at_counter(meant),
        })
    }

    /// What an officer does at a counter; nothing for any other step.
    fn at_counter(&self, meant: Option<u64>) -> Option<Command> {
        Some(match *self {
            Self::Open { counter, officer, takes } => claim(counter_number(counter), officer_name(officer), takes),
            Self::Pause { counter, officer, minutes, reason, remaining } => Command::PauseCounter {
                counter: counter_number(counter),
                officer: officer.map(officer_name),
                minutes: minutes.map(Minutes),
                reason: reason.map(pause_reason),
                remaining: remaining.map(Left::said),
            },
            Self::Close { counter, officer, remaining } => Command::CloseCounter {
                counter: counter_number(counter),
                officer: officer.map(officer_name),
                remaining: remaining.map(Left::said),
            },
            Self::Next { counter, officer, .. } => {
                Command::CallNext { counter: counter_number(counter), officer: officer_name(officer), outcome: None }
            }
            Self::Undo { counter, officer } => {
                Command::UndoStep { counter: counter_number(counter), officer: officer_name(officer) }
            }
            Self::Recall { counter, officer } => {
                Command::Recall { counter: counter_number(counter), officer: officer_name(officer) }
            }
            Self::Start { counter, officer } => {
                Command::StartVisit { counter: counter_number(counter), officer: officer_name(officer) }
            }
            Self::Note { counter, officer, outcome } => note_outcome(counter, officer, outcome),
            Self::Services { counter, officer, ref then } => change_services(counter, officer, then),
            Self::Write { counter, officer, erased, .. } => write_note(counter, officer, meant, erased),
            Self::Finish { counter, officer, outcome } => Command::FinishVisit {
                counter: counter_number(counter),
                officer: officer_name(officer),
                outcome: outcome.map(outcome_id),
            },
            Self::NoShow { counter, officer } => {
                Command::MarkNoShow { counter: counter_number(counter), officer: officer_name(officer) }
            }
            Self::Park { counter, officer, back_to } => {
                Command::ParkTicket { counter: counter_number(counter), officer: officer_name(officer), back_to }
            }
            Self::Transfer { counter, officer, to, rank } => Command::TransferTicket {
                counter: counter_number(counter),
                officer: officer_name(officer),
                to: target(to),
                rank,
            },
            Self::Choose { counter, officer, .. } => Command::CallChosen {
                counter: counter_number(counter),
                officer: officer_name(officer),
                ticket: TicketId(meant.unwrap_or(u64::MAX)),
                reason: None,
            },
            Self::Wait { .. }
            | Self::SetClockBack { .. }
            | Self::StartDay
            | Self::Outage(_)
            | Self::CorrectDay { .. }
            | Self::Take { .. }
            | Self::Cancel { .. }
            | Self::Appointment(_)
            | Self::Grant { .. }
            | Self::Return { .. } => return None,
        })
    }

    /// The place in the model's list of the ticket that it means.
    pub fn meant(&self) -> Option<usize> {
        match self {
            Self::Cancel { ticket }
            | Self::Return { ticket, .. }
            | Self::Choose { ticket, .. }
            | Self::Write { ticket, .. }
            | Self::Grant { ticket, .. } => Some(*ticket),
            Self::Wait { .. }
            | Self::SetClockBack { .. }
            | Self::StartDay
            | Self::Outage(_)
            | Self::CorrectDay { .. }
            | Self::Take { .. }
            | Self::Appointment(_)
            | Self::Open { .. }
            | Self::Pause { .. }
            | Self::Close { .. }
            | Self::Next { .. }
            | Self::Recall { .. }
            | Self::Start { .. }
            | Self::Note { .. }
            | Self::Services { .. }
            | Self::Finish { .. }
            | Self::NoShow { .. }
            | Self::Park { .. }
            | Self::Undo { .. }
            | Self::Transfer { .. } => None,
        }
    }

    pub fn key(&self) -> Option<u8> {
        match self {
            Self::Take { key, .. } | Self::Next { key, .. } => *key,
            Self::Appointment(wish) => wish.key(),
            Self::Wait { .. }
            | Self::SetClockBack { .. }
            | Self::StartDay
            | Self::Outage(_)
            | Self::CorrectDay { .. }
            | Self::Cancel { .. }
            | Self::Open { .. }
            | Self::Pause { .. }
            | Self::Close { .. }
            | Self::Recall { .. }
            | Self::Start { .. }
            | Self::Note { .. }
            | Self::Services { .. }
            | Self::Write { .. }
            | Self::Finish { .. }
            | Self::NoShow { .. }
            | Self::Park { .. }
            | Self::Return { .. }
            | Self::Grant { .. }
            | Self::Choose { .. }
            | Self::Undo { .. }
            | Self::Transfer { .. } => None,
        }
    }
}

fn take(token: Token, service: usize, class: Option<usize>, (cases, then): (u16, &[usize])) -> Command {
    Command::TakeTicket {
        token,
        service: service_code(service),
        priority: class.map(|class| PriorityId::new(CLASSES.get(class).map_or("hero", |it| it.0)).expect("a class")),
        language: Language::new("vi").expect("a language"),
        door: moi_domain::Door::Kiosk,
        cases: Cases::try_from(cases).expect("good by the strategy below"),
        then: then.iter().copied().map(service_code).collect(),
    }
}

fn note_outcome(counter: u16, officer: usize, outcome: usize) -> Command {
    Command::NoteOutcome {
        counter: counter_number(counter),
        officer: officer_name(officer),
        outcome: outcome_id(outcome),
    }
}

fn change_services(counter: u16, officer: usize, then: &[usize]) -> Command {
    let then = then.iter().copied().map(service_code).collect();
    Command::ChangeServices { counter: counter_number(counter), officer: officer_name(officer), then }
}

fn write_note(counter: u16, officer: usize, meant: Option<u64>, erased: bool) -> Command {
    let ticket = TicketId(meant.unwrap_or(u64::MAX));
    Command::WriteNote { counter: counter_number(counter), officer: officer_name(officer), ticket, erased }
}

pub fn setup(after_last: AfterLast, rank: Rank) -> Setup {
    let prefix = |text| Prefix::new(text).expect("a prefix");
    let cases_max = Cases::try_from(CASES_MAX).expect("good by the tables above");
    let code = |text: &&str| ServiceCode::new(text).expect("a code");
    Setup {
        zone: TimeZone::fixed(
            Offset::from_seconds(i32::try_from(OFFSET).expect("good by the tables above"))
                .expect("good by the tables above"),
        ),
        services: SERVICES
            .iter()
            .map(|(text, begins, usual)| {
                (code(text), Service { prefix: prefix(begins), usual: Minutes(*usual), quota: None, cases_max })
            })
            .collect(),
        counters: (1..)
            .zip(COUNTERS)
            .map(|(number, handles)| {
                let services = handles.iter().map(code).collect();
                let helps_with = if number == HELPER { vec![code(&HELPED)] } else { Vec::new() };
                (counter_number(number), CounterSetup { services, helps_with, helps_after: Minutes(HELPS_AFTER) })
            })
            .collect(),
        priorities: CLASSES
            .iter()
            .map(|(id, minutes)| {
                (
                    PriorityId::new(id).expect("good by the tables above"),
                    Minutes(u32::try_from(*minutes).expect("good by the tables above")),
                )
            })
            .collect(),
        numbering: Numbering { last: LAST_NUMBER, after_last, reserved: RESERVED },
        hours: crate::appointments::hours(),
        rules: Rules {
            appointments: crate::appointments::rules(),
            pausing: Pausing {
                reasons: (0..)
                    .zip(REASONS)
                    .map(|(place, (_, usual))| (pause_reason(place), usual.map(Minutes)))
                    .collect(),
            },
            choosing: Choosing::default(),
            leaving: Leaving { asks_when_closing: true, asks_from_pause: Some(Minutes(ASKED_PAUSE)) },
            granting: Granting::default(),
            itinerary: Itinerary { services_max: SERVICES_MAX },
            outcomes: Outcomes { known: (0..OUTCOMES.len()).map(outcome_id).collect(), is_required: false },
            undo: Undoing { seconds: UNDO },
            transfer: Transfers { rank, head_start: Minutes(TRANSFER_HEAD_START) },
            calling: Calling { gap_seconds: GAP, recalls_min: RECALLS_MIN, next_on_finish: false },
            away: Away { back_to: BackTo::Here, grace: Minutes(GRACE), lateness: Minutes(LATENESS), by_holder: false },
        },
    }
}

fn pause_reason(place: usize) -> PauseReason {
    PauseReason::new(REASONS.get(place).map_or("strike", |known| known.0)).expect("good by the table above")
}

pub fn service_code(service: usize) -> ServiceCode {
    ServiceCode::new(SERVICES.get(service).map_or("Z", |known| known.0)).expect("good by the tables above")
}

pub fn counter_number(counter: u16) -> CounterNumber {
    CounterNumber::try_from(counter).expect("good by the tables above")
}

fn outcome_id(outcome: usize) -> OutcomeId {
    OutcomeId::new(OUTCOMES.get(outcome).unwrap_or(&"lost")).expect("good by the tables above")
}

fn officer_name(officer: usize) -> OfficerName {
    OfficerName::new(OFFICERS[officer]).expect("good by the tables above")
}

pub fn token(number: u64) -> Token {
    Token::new(&format!("{:016}", number % 10_000_000_000_000_000)).expect("good by the tables above")
}

fn claim(counter: CounterNumber, officer: OfficerName, takes: bool) -> Command {
    if takes { Command::TakeOverCounter { counter, officer } } else { Command::OpenCounter { counter, officer } }
}
