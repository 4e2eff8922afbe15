//! The rules of the hall, pure: no I/O, clock, randomness or lock, which this crate's dependencies hold.
//!
//! A [`Command`] is [`decide`]d against the [`Hall`] to [`Fact`]s or a [`Refusal`]; facts become [`Event`]s, and the
//! hall is the fold of all events. Each capability has one file with its rule, its part of the fold, and its tests.

mod hours;
mod ids;
mod number;
mod record;
mod rules;
mod set_up_history;
mod setup;

mod command;
mod event;
mod refusal;

mod decide;
mod hall;

mod counter;
mod figures;
mod keys;
mod last_step;
mod line;
mod place;
mod ranked;
mod ticket;

mod administering;
mod admission;
mod appointment;
mod booking;
mod calling;
mod cancelling;
mod checking_in;
mod choosing;
mod day;
mod granting;
mod helping;
mod itinerary;
mod leaving;
mod no_show;
mod noting;
mod outage;
mod outcome;
mod parking;
mod recalling;
mod returning;
mod serving;
mod staffing;
mod taking;
mod transferring;
mod undoing;

mod before;
mod forecast;
mod schedule;
mod stranded;
mod telling;

mod passing;
mod past;
mod preview;

#[cfg(test)]
mod scenario;

pub use administering::{Act, KeyChange, SetUpMark, SetUpWish};
pub use admission::{Door, NoAdmission, no_admission, room_left};
pub use appointment::{Appointment, AppointmentState, KeptAppointment};
pub use before::called_before;
pub use booking::{Booker, Slot, bookable_days, slots};
pub use checking_in::{check_in_from, check_in_until, expected_today};
pub use choosing::Choice;
pub use command::{BackTo, Command, Granter, Order, Returner};
pub use counter::{Counter, Standing, TakenFrom};
pub use day::Expired;
pub use decide::{Decision, decide};
pub use event::{Actor, CommandKey, Event, Fact};
pub use figures::DayFigures;
pub use forecast::{Band, Outlook, forecast, outlook};
pub use hall::{Call, Hall, SNAPSHOT_FORMAT};
pub use hours::{Entrance, Hours, LastTicket, Opening, Period, Window};
pub use ids::{
    AppointmentCode, AppointmentId, CallId, CallReason, Cases, CounterNumber, EventNumber, InvalidId, Language,
    Minutes, OfficerName, OutcomeId, PauseReason, Prefix, PriorityId, ServiceCode, TicketId, Token,
};
pub use itinerary::{done_here, needed_after};
pub use keys::KeyUse;
pub use last_step::Step;
pub use leaving::Remaining;
pub use noting::noted_at;
pub use number::TicketNumber;
pub use outage::{Absence, Paper, ReservedNumbers, reserved_numbers};
pub use passing::{Cause, DayOrder, Passing};
pub use place::{Origin, Place};
pub use preview::{Class, ClassWaits, Moved, Preview, Waits};
pub use record::DayRecord;
pub use refusal::{NoAppointment, Refusal};
pub use returning::{away, away_from, may_return_until};
pub use rules::{
    Appointments, Away, Calling, Choosing, Granting, Itinerary, Leaving, Outcomes, Pausing, Rules, SlotRule, Transfers,
    Undoing, WhenLate,
};
pub use schedule::{ahead_of, next_for, queue_of, waiting_for, whole_queue};
pub use serving::last_visit;
pub use set_up_history::SetUpHistory;
pub use setup::{AfterLast, CounterSetup, Numbering, Service, Setup, SetupProblem};
pub use stranded::{Stranded, stranded};
pub use taking::next_numbers;
pub use telling::{Wait, told};
pub use ticket::{Status, Ticket};
pub use transferring::{Rank, Target};
pub use undoing::{Undoable, undoable, undoable_until};
