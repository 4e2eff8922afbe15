//! What happened on a day, taken apart: who came, how long each visit took, when counters were open, and how long
//! officers needed to call. What is left out is the order, which is to be found anew.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::WaitOf;
use crate::appointment::KeptAppointment;
use crate::event::{Event, Fact};
use crate::ids::{Cases, CounterNumber, EventNumber, Language, OfficerName, PriorityId, ServiceCode, TicketId, Token};
use crate::number::TicketNumber;
use crate::outage::Paper;
use crate::past::{PastDay, officer, standing};
use crate::schedule::next_for;
use crate::setup::Setup;
use crate::transferring::Rank;

/// Longer than this, an officer did something else than call.
const LAG_MAX: SignedDuration = SignedDuration::from_mins(20);

/// A day without its order.
#[derive(Default)]
pub(super) struct Script {
    pub(super) day: Option<Date>,
    pub(super) begins: Option<Timestamp>,
    pub(super) ends: Timestamp,
    pub(super) arrivals: Vec<Arrival>,
    /// Who gave a ticket back that waited or was away.
    pub(super) given_back: Vec<(Timestamp, EventNumber, TicketId)>,
    pub(super) hours: Vec<Hour>,
    /// The visits of each ticket, one after the other.
    pub(super) stays: BTreeMap<TicketId, Vec<Stay>>,
    /// How long an officer needed from each cue to the call; where another one was quicker, a little longer than that.
    pub(super) lags: BTreeMap<Cue, SignedDuration>,
    /// How long it usually took, when a cue is one that there was not.
    pub(super) usual_lag: SignedDuration,
    /// How long each waited for the first call, as it was.
    pub(super) waits: WaitOf,
}

/// Somebody took a ticket.
pub(super) struct Arrival {
    pub(super) at: Timestamp,
    pub(super) event: EventNumber,
    pub(super) ticket: TicketId,
    pub(super) token: Token,
    pub(super) number: TicketNumber,
    pub(super) service: ServiceCode,
    pub(super) priority: Option<PriorityId>,
    pub(super) language: Language,
    pub(super) paper: Option<Paper>,
    pub(super) appointment: Option<KeptAppointment>,
    pub(super) cases: Cases,
    /// What its citizen needed after the service.
    pub(super) then: Vec<ServiceCode>,
}

/// A counter was opened, paused or closed.
pub(super) struct Hour {
    pub(super) at: Timestamp,
    pub(super) event: EventNumber,
    pub(super) counter: CounterNumber,
    pub(super) wanted: Wanted,
}

/// What a counter was to be.
#[derive(Clone)]
pub(super) enum Wanted {
    Open(OfficerName),
    Paused,
    Closed,
}

/// From a call to the end of what came of it.
#[derive(Clone)]
pub(super) struct Stay {
    /// What it was for.
    pub(super) service: ServiceCode,
    pub(super) lasts: SignedDuration,
    /// What its officer said last that the citizen needs after it.
    pub(super) needed: Option<Vec<ServiceCode>>,
    pub(super) end: End,
    /// After how long the citizen was back, of those who went away and came back.
    pub(super) back_after: Option<SignedDuration>,
}

/// How a stay at a counter ended.
#[derive(Clone)]
pub(super) enum End {
    /// Its work was done. Whether the ticket went on to what its citizen needed next, the rules say anew.
    Finished,
    Missed,
    GivenBack,
    PutBack,
    Parked {
        here: bool,
    },
    Transferred {
        service: ServiceCode,
        counter: Option<CounterNumber>,
        rank: Rank,
    },
}

impl End {
    /// Whether the time of the stay went into the matter, not into waiting for who didn't come.
    pub(super) fn is_work(&self) -> bool {
        match self {
            Self::Finished | Self::Parked { .. } | Self::Transferred { .. } => true,
            Self::Missed | Self::GivenBack | Self::PutBack => false,
        }
    }
}

/// After what an officer who was free called somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cue {
    /// The counter was opened, and somebody waited: the n-th of the day's hours.
    Opened(usize),
    /// The n-th stay of a ticket ended, and somebody waited.
    After(TicketId, usize),
    /// A ticket came, or came back, for its n-th stay, and nobody had waited for this counter.
    Joined(TicketId, usize, CounterNumber),
}

impl Script {
    /// Takes a day apart.
    pub(super) fn read(events: &[Event], setup: &Setup) -> Self {
        let mut reader = Reader::new(setup);
        for event in standing(events) {
            reader.read(event);
        }
        reader.finish()
    }

    /// How long a stay of a service took in the mean; the set-up's usual minutes when there was none.
    pub(super) fn usual_stay(&self, service: &ServiceCode, setup: &Setup) -> SignedDuration {
        let of_service = self.arrivals.iter().filter(|arrival| arrival.service == *service);
        let stays = of_service.filter_map(|arrival| self.stays.get(&arrival.ticket)?.first());
        let seconds: Vec<i64> = stays.map(|stay| stay.lasts.as_secs()).collect();
        let count = i64::try_from(seconds.len()).unwrap_or(i64::MAX);
        let mean = seconds.iter().sum::<i64>().checked_div(count);
        let minutes = setup.services.get(service).map_or(0, |service| service.usual.0);
        mean.map_or_else(|| SignedDuration::from_mins(minutes.into()), SignedDuration::from_secs)
    }
}

struct Reader<'s> {
    setup: &'s Setup,
    past: PastDay,
    script: Script,
    /// The tickets at counters, each with where and since when.
    called: BTreeMap<TicketId, (CounterNumber, Timestamp)>,
    /// What their officers said last that their citizens need.
    needed: BTreeMap<TicketId, Vec<ServiceCode>>,
    /// When the last stay of a ticket ended.
    left: BTreeMap<TicketId, Timestamp>,
    desks: BTreeMap<CounterNumber, Desk>,
    /// From a cue to the call, each.
    lags: Vec<SignedDuration>,
}

/// Whoever was overtaken by a quicker officer would have called as much later.
const SLOWER: SignedDuration = SignedDuration::from_secs(5);

/// What has just given somebody something to do.
#[derive(Clone, Copy)]
enum Sign {
    /// A counter is free.
    Freed(CounterNumber, Cue),
    /// A ticket waits, for its n-th stay.
    Joined(TicketId, usize),
}

/// What an officer does.
enum Desk {
    /// Serves, is away, or the counter is closed.
    Taken,
    /// Free, and nobody waits.
    Idle,
    /// Free, and somebody waits.
    Ready { since: Timestamp, cue: Option<Cue> },
}

impl<'s> Reader<'s> {
    fn new(setup: &'s Setup) -> Self {
        let (past, script) = (PastDay::default(), Script::default());
        let (called, needed, left, desks) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Self { setup, past, script, called, needed, left, desks, lags: Vec::new() }
    }

    fn read(&mut self, event: &Event) {
        self.script.begins.get_or_insert(event.at);
        let sign = self.note(event);
        self.past.follow(event);
        self.script.day = self.past.hall.day();
        self.script.ends = self.script.ends.max(event.at);
        self.look_at_desks(event.at, sign);
    }

    /// Writes down what an event tells, before it is folded; with the sign that it gives.
    fn note(&mut self, event: &Event) -> Option<Sign> {
        match &event.fact {
            Fact::TicketIssued { ticket, .. } => {
                self.note_arrival(event);
                Some(self.joined(*ticket))
            }
            Fact::TicketCalled { ticket, counter } | Fact::TicketChosen { ticket, counter, .. } => {
                self.note_call(event, *ticket, *counter);
                None
            }
            Fact::VisitFinished { ticket, counter }
            | Fact::TicketTransferred { ticket, from: counter, still_needed: Some(_), .. } => {
                self.end(event.at, *ticket, *counter, End::Finished)
            }
            Fact::TicketNoShow { ticket, counter } => self.end(event.at, *ticket, *counter, End::Missed),
            Fact::TicketParked { ticket, counter, here } => {
                self.end(event.at, *ticket, *counter, End::Parked { here: *here })
            }
            Fact::TicketTransferred { ticket, from, service, counter, rank, effective: _, still_needed: None } => {
                let end = End::Transferred { service: service.clone(), counter: *counter, rank: *rank };
                self.end(event.at, *ticket, *from, end)
            }
            Fact::TicketPutBack { ticket, counter, effective: _ } => {
                self.end(event.at, *ticket, *counter, End::PutBack)
            }
            Fact::PriorityGranted { ticket, priority, .. } => {
                self.note_grant(*ticket, priority);
                None
            }
            Fact::ServicesChanged { ticket, then, .. } => {
                self.needed.insert(*ticket, then.clone());
                None
            }
            Fact::TicketReturned { ticket, .. } => {
                self.note_return(event.at, *ticket);
                Some(self.joined(*ticket))
            }
            Fact::TicketCancelled { ticket } => {
                if let Some((counter, _)) = self.called.get(ticket) {
                    return self.end(event.at, *ticket, *counter, End::GivenBack);
                }
                self.script.given_back.push((event.at, event.number, *ticket));
                None
            }
            Fact::CounterOpened { counter, officer } | Fact::CounterTakenOver { counter, officer } => {
                Some(self.note_hour(event, *counter, Wanted::Open(officer.clone())))
            }
            Fact::CounterPaused { counter, .. } => {
                self.note_hour(event, *counter, Wanted::Paused);
                None
            }
            Fact::CounterClosed { counter } => {
                self.note_hour(event, *counter, Wanted::Closed);
                None
            }
            Fact::DayStarted { .. }
            | Fact::OfficeReturned { .. }
            | Fact::HelpAsked { .. }
            | Fact::HelpEnded { .. }
            | Fact::Administered { .. }
            | Fact::TicketRecalled { .. }
            | Fact::VisitStarted { .. }
            | Fact::OutcomeNoted { .. }
            | Fact::NoteWritten { .. }
            | Fact::AppointmentBooked { .. }
            | Fact::AppointmentCancelled { .. }
            | Fact::AppointmentMissed { .. }
            | Fact::StepUndone { .. } => None,
        }
    }

    fn note_arrival(&mut self, event: &Event) {
        let Fact::TicketIssued {
            ticket,
            token,
            number,
            service,
            priority,
            language,
            paper,
            appointment,
            cases,
            then,
            ..
        } = &event.fact
        else {
            return;
        };
        self.script.arrivals.push(Arrival {
            at: event.at,
            event: event.number,
            ticket: *ticket,
            token: token.clone(),
            number: number.clone(),
            service: service.clone(),
            priority: priority.clone(),
            language: language.clone(),
            paper: *paper,
            appointment: *appointment,
            cases: *cases,
            then: then.clone(),
        });
    }

    /// As if it had been named at the kiosk.
    fn note_grant(&mut self, ticket: TicketId, priority: &PriorityId) {
        let granted = self.script.arrivals.iter_mut().find(|arrival| arrival.ticket == ticket);
        if let Some(arrival) = granted {
            arrival.priority = Some(priority.clone());
        }
    }

    fn note_call(&mut self, event: &Event, ticket: TicketId, counter: CounterNumber) {
        let Some(known) = self.past.hall.ticket(ticket) else { return };
        let (wait, is_away) = (known.waited(event.at), known.status.is_away());
        self.script.waits.entry(ticket).or_insert(wait);
        if is_away {
            self.note_return(event.at, ticket);
        }
        match self.desks.insert(counter, Desk::Taken) {
            Some(Desk::Ready { since, cue: Some(cue) }) => {
                let lag = event.at.duration_since(since);
                if lag <= LAG_MAX {
                    self.lags.push(lag);
                    self.script.lags.insert(cue, lag);
                }
            }
            // One that had a visit overnight was never opened today.
            None => {
                if let Some(officer) = officer(&event.by) {
                    self.note_hour(event, counter, Wanted::Open(officer.clone()));
                }
            }
            Some(Desk::Ready { cue: None, .. } | Desk::Idle | Desk::Taken) => {}
        }
        self.called.insert(ticket, (counter, event.at));
    }

    fn end(&mut self, at: Timestamp, ticket: TicketId, counter: CounterNumber, end: End) -> Option<Sign> {
        self.desks.insert(counter, Desk::Idle);
        let (_, since) = self.called.remove(&ticket)?;
        let cue = self.note_stay(ticket, at.duration_since(since), end)?;
        self.left.insert(ticket, at);
        Some(Sign::Freed(counter, cue))
    }

    fn note_stay(&mut self, ticket: TicketId, lasts: SignedDuration, end: End) -> Option<Cue> {
        let service = self.past.hall.ticket(ticket)?.service.clone();
        let needed = self.needed.remove(&ticket);
        let stays = self.script.stays.entry(ticket).or_default();
        stays.push(Stay { service, lasts, needed, end, back_after: None });
        Some(Cue::After(ticket, stays.len() - 1))
    }

    fn note_return(&mut self, at: Timestamp, ticket: TicketId) {
        let last = self.script.stays.get_mut(&ticket).and_then(|stays| stays.last_mut());
        if let (Some(stay), Some(left)) = (last, self.left.get(&ticket)) {
            stay.back_after = Some(at.duration_since(*left));
        }
    }

    fn note_hour(&mut self, event: &Event, counter: CounterNumber, wanted: Wanted) -> Sign {
        let has_visit = self.past.hall.counter(counter).visit.is_some();
        let desk = match wanted {
            Wanted::Open(_) if !has_visit => Desk::Idle,
            Wanted::Open(_) | Wanted::Paused | Wanted::Closed => Desk::Taken,
        };
        self.desks.insert(counter, desk);
        self.script.hours.push(Hour { at: event.at, event: event.number, counter, wanted });
        Sign::Freed(counter, Cue::Opened(self.script.hours.len() - 1))
    }

    fn joined(&self, ticket: TicketId) -> Sign {
        Sign::Joined(ticket, self.script.stays.get(&ticket).map_or(0, Vec::len))
    }

    /// Who is free has something to do, or nothing any more.
    fn look_at_desks(&mut self, at: Timestamp, sign: Option<Sign>) {
        for (counter, desk) in &mut self.desks {
            let is_open = self.past.hall.counter(*counter).standing.is_open();
            let somebody_waits = || next_for(&self.past.hall, self.setup, *counter, at).is_some();
            match desk {
                Desk::Idle if is_open && somebody_waits() => {
                    let cue = match sign {
                        Some(Sign::Freed(freed, cue)) => Some(cue).filter(|_| freed == *counter),
                        Some(Sign::Joined(ticket, nth)) => Some(Cue::Joined(ticket, nth, *counter)),
                        None => None,
                    };
                    *desk = Desk::Ready { since: at, cue };
                }
                Desk::Ready { since, cue } if !somebody_waits() => {
                    if let Some(cue) = cue {
                        self.script.lags.insert(*cue, at.duration_since(*since).saturating_add(SLOWER));
                    }
                    *desk = Desk::Idle;
                }
                Desk::Taken | Desk::Idle | Desk::Ready { .. } => {}
            }
        }
    }

    /// Who is still at a counter stays there until the end.
    fn finish(mut self) -> Script {
        self.lags.sort_unstable();
        self.script.usual_lag = self.lags.get(self.lags.len() / 2).copied().unwrap_or(SignedDuration::ZERO);
        for (ticket, (_, since)) in std::mem::take(&mut self.called) {
            let lasts = self.script.ends.duration_since(since);
            self.note_stay(ticket, lasts, End::Finished);
        }
        self.script
    }
}
