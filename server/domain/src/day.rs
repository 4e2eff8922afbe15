//! The business day: it begins once, at the office's own midnight or with the first command after it.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::counter::Standing;
use crate::event::Fact;
use crate::hall::Hall;
use crate::number::TicketNumber;
use crate::setup::Setup;
use crate::ticket::Status;

/// Days whose numbers the hall remembers: a quarter of a year. A clock that was ahead is put right by itself while a
/// day before the mistake is among them.
pub(crate) const DAYS_MAX: usize = 64;

/// What is to happen when the hall's day is over; none while it lasts. By this rule days never go back.
pub(crate) fn due(hall: &Hall, setup: &Setup, now: Timestamp) -> Option<Fact> {
    let day = setup.business_day(now);
    hall.day().is_none_or(|known| known < day).then_some(Fact::DayStarted { day })
}

/// A call or visit that has lasted for so long when a day begins was left by mistake, or by a power cut.
const VISIT_MAX: SignedDuration = SignedDuration::from_hours(4);

/// What ends before another day begins: a call that nobody followed, and a visit that nobody ended. Else displays and
/// phones would send yesterday's citizen to a counter, beside today's same number. Who is at a counter over midnight
/// stays there.
pub(crate) fn left_over(hall: &Hall, now: Timestamp) -> Vec<Fact> {
    let visits = hall.counters.iter().filter_map(|(counter, known)| Some((*counter, hall.ticket(known.visit?)?)));
    let ended = visits.filter_map(|(counter, ticket)| match ticket.status {
        Status::Called { newest_at, .. } if now.duration_since(newest_at) >= VISIT_MAX => {
            Some(Fact::TicketNoShow { ticket: ticket.id, counter })
        }
        Status::Serving { started_at, .. } if now.duration_since(started_at) >= VISIT_MAX => {
            Some(Fact::VisitFinished { ticket: ticket.id, counter })
        }
        Status::Called { .. }
        | Status::Serving { .. }
        | Status::Waiting
        | Status::Parked { .. }
        | Status::Finished { .. }
        | Status::NoShow { .. }
        | Status::Cancelled { .. } => None,
    });
    ended.collect()
}

/// What is to happen when the hall's day and last event lie ahead of `now`, the time that it really is.
///
/// Never back to a day that began before: that one is over. Such a clock is more likely wrong now than it was then;
/// and never back beyond all that is remembered, as with a clock whose battery is empty. Nobody's ticket becomes void
/// by it, unless the real midnight has passed. Then the day at hand may also begin once more, with its numbers going
/// on: its first part was yesterday.
pub(crate) fn correction(hall: &Hall, setup: &Setup, now: Timestamp, midnight_passed: bool) -> Option<Fact> {
    let (known, day) = (hall.day()?, setup.business_day(now));
    let is_new = day < known
        && !hall.other_days.contains_key(&day)
        && hall.other_days.first_key_value().is_none_or(|(oldest, _)| *oldest < day);
    let may_begin = if midnight_passed { is_new || day == known } else { is_new && hall.waiting_total() == 0 };
    (now < hall.last_at() && may_begin).then_some(Fact::DayStarted { day })
}

/// A ticket whose day ended before its citizen was served.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expired {
    /// As on the slip.
    pub number: TicketNumber,
    /// The day that it was for.
    pub day: Date,
}

/// Whether somebody might still have come for it.
fn was_wanted(status: &Status) -> bool {
    match status {
        Status::Waiting | Status::Parked { .. } | Status::NoShow { .. } => true,
        Status::Called { .. } | Status::Serving { .. } | Status::Finished { .. } | Status::Cancelled { .. } => false,
    }
}

impl Hall {
    /// What became of a ticket of the day before that nobody has served, by its secret.
    #[must_use]
    pub fn expired(&self, token: &str) -> Option<&Expired> {
        self.expired.get(token)
    }

    pub(crate) fn fold_day_started(&mut self, day: Date) {
        let ended = self.day.replace(day);
        // Those of the day that ends stay, should it end by a clock that is ahead.
        self.bookings.forget_before(ended.map_or(day, |ended| ended.min(day)));
        if let Some(known) = ended {
            self.expired = self
                .tickets
                .values()
                .filter(|ticket| was_wanted(&ticket.status))
                .map(|ticket| (ticket.token.clone(), Expired { number: ticket.number.clone(), day: known }))
                .collect();
            self.other_days.insert(known, std::mem::take(&mut self.indices));
            let reserved = std::mem::take(&mut self.reserved);
            if !reserved.is_empty() {
                self.other_reserved.insert(known, reserved);
            }
        }
        self.indices = self.other_days.remove(&day).unwrap_or_default();
        self.reserved = self.other_reserved.remove(&day).unwrap_or_default();
        while self.other_days.len() > DAYS_MAX {
            self.other_days.pop_first();
        }
        self.other_reserved.retain(|day, _| self.other_days.contains_key(day));
        self.absences.clear();
        self.figures.clear();
        self.taken.clear();
        self.line.clear();
        self.away.clear();
        self.noted.retain(|id| self.tickets.get(id).is_some_and(|ticket| ticket.status.is_at_counter()));
        self.tickets.retain(|_, ticket| ticket.status.is_at_counter());
        self.tokens.retain(|_, ticket| self.tickets.contains_key(ticket));
        self.steps.clear();
        self.calls.retain(|call| self.tickets.contains_key(&call.ticket));
        self.keys.forget(|ticket| self.tickets.contains_key(&ticket));
        for counter in self.counters.values_mut().filter(|counter| counter.visit.is_none()) {
            counter.standing = Standing::Closed;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::figures::DayFigures;
    use crate::ids::TicketId;
    use crate::scenario::{Scenario, check, code, counter};

    #[test]
    fn yesterdays_call_and_forgotten_visit_end_before_the_day_begins() {
        check(&[
            ("open 1 Hà; take A; next 1 Hà; +24h", "day", "A001 missed at 1; day 2026-11-25"),
            ("open 1 Hà; take A; next 1 Hà; +24h", "take A", "A001 missed at 1; day 2026-11-25; A001 taken, 0 ahead"),
            ("open 1 Hà; take A; next 1 Hà; start 1 Hà; +24h", "day", "A001 ends at 1; day 2026-11-25"),
            // Somebody is being served over midnight.
            ("open 1 Hà; +14h30m; take A; next 1 Hà; start 1 Hà; +1h", "day", "day 2026-11-25"),
        ]);
        let office = Scenario::given("open 1 Hà; take A; next 1 Hà; +24h; day; take A");
        assert_eq!(office.hall.recent_calls().count(), 0, "no display sends yesterday's citizen anywhere");
        assert_eq!(office.hall.counter(counter("1")).visit, None);
    }

    #[test]
    fn whoever_was_not_served_is_told_that_the_number_expired_with_its_day() {
        let steps = "open 1 Hà; take A; take A; take A; take A; take A; next 1 Hà; park 1 Hà; next 1 Hà; no-show 1 Hà; \
                     next 1 Hà; finish 1 Hà; cancel A004; +24h; day";
        let office = Scenario::given(steps);
        let expired = |office: &Scenario, token: u64| {
            let found = office.hall.expired(&format!("{token:016}"));
            found.map(|ticket| format!("{} of {}", ticket.number, ticket.day))
        };
        let told: Vec<_> = (1..=5).filter_map(|token| expired(&office, token)).collect();
        assert_eq!(told, ["A001 of 2026-11-24", "A002 of 2026-11-24", "A005 of 2026-11-24"]);
        // For a day: who asks later is told what counts for every number.
        let later = Scenario::given(&format!("{steps}; +24h; day"));
        assert_eq!(expired(&later, 1), None);
    }

    #[test]
    fn a_day_begins_once_by_itself_or_with_the_first_command() {
        check(&[
            ("", "day", "nothing"),
            ("+14h59m", "day", "nothing"),
            ("+15h", "day", "day 2026-11-25"),
            ("+24h", "take A", "day 2026-11-25; A001 taken, 0 ahead"),
            ("+72h", "open 1 Hà", "day 2026-11-27; 1 opened by Hà"),
            ("+24h", "take Z", "no: unknown-service"),
            ("+24h; take A", "take A", "A002 taken, 1 ahead"),
        ]);
    }

    /// novosga#339, bcgov/queue-management#969: a nightly clearing that failed, and numbers that went on.
    #[test]
    fn numbers_begin_again_and_who_was_not_called_is_forgotten() {
        let mut office =
            Scenario::given("+14h50m; open 1 Hà; open 2 Tú; take A; take C; take C; next 2 Tú; next 1 Hà; +20m; day");
        assert_eq!(office.hall.waiting_total(), 0);
        let known: Vec<_> = office.hall.tickets().map(|ticket| ticket.id).collect();
        assert_eq!(known, [TicketId(1), TicketId(2)], "those at a counter stay");
        assert_eq!(office.hall.recent_calls().count(), 2);
        assert_eq!(office.run("take A"), "A001 taken, 0 ahead");
        assert_eq!(
            office.hall.tickets().last().map(|ticket| ticket.id),
            Some(TicketId(4)),
            "ids are never given twice"
        );
        assert_eq!(office.run("finish 1 Hà"), "A001 ends at 1");
        assert_eq!(office.hall.figures(counter("1")).served, 1, "today's figures");
        assert_eq!(office.hall.waiting(&code("A")), 1);
    }

    #[test]
    fn yesterdays_calls_and_figures_are_gone() {
        let office = Scenario::given("open 1 Hà; take A; next 1 Hà; finish 1 Hà; +24h; day");
        assert_eq!(office.hall.recent_calls().count(), 0);
        assert_eq!(office.hall.figures(counter("1")), DayFigures::default());
        assert_eq!(office.hall.tickets().count(), 0);
    }

    #[test]
    fn counters_without_a_visit_close_overnight() {
        check(&[
            ("open 1 Hà; +24h; day", "next 1 Hà", "no: counter-closed"),
            ("open 1 Hà; pause 1 Hà; +24h; day", "open 1 Tú", "1 opened by Tú"),
            ("+14h50m; open 1 Hà; take A; next 1 Hà; +20m; day", "recall 1 Hà", "A001 to 1 again"),
            ("+14h50m; open 1 Hà; take A; next 1 Hà; start 1 Hà; +20m; day", "next 1 Hà", "A001 ends at 1"),
        ]);
    }

    #[test]
    fn a_clock_that_goes_back_changes_no_day_and_no_order() {
        let mut office = Scenario::given("+16h; take A; open 1 Hà");
        office.now -= jiff::SignedDuration::from_hours(40);
        assert_eq!(office.run("day"), "nothing");
        assert_eq!(office.run("take A"), "A002 taken, 1 ahead");
        assert_eq!(office.run("next 1 Hà"), "A001 to 1");
        assert!(office.events.is_sorted_by_key(|event| event.at), "event times never run backwards");
    }

    /// The clock was a year ahead when the office opened, and is put right later.
    #[test]
    fn a_clock_that_was_ahead_is_put_right_when_nobody_waits() {
        check(&[
            ("+8760h; take A; -8760h", "correct", "nothing"),
            ("+8760h; take A; open 1 Hà; next 1 Hà; -8736h", "correct", "day 2026-11-25"),
            ("+8760h; take A; open 1 Hà; next 1 Hà; -8736h; correct", "finish 1 Hà", "A001 ends at 1"),
            ("+8760h; take A; -8736h", "correct", "nothing"),
            ("+8760h; take A; -8736h", "midnight", "day 2026-11-25"),
            ("+8760h; day; -8736h; correct", "take A", "A001 taken, 0 ahead"),
            ("+8760h; day; -8736h; correct; +24h", "day", "day 2026-11-26"),
            // Several days of the wrong year went by before.
            ("+8760h; day; +24h; day; +24h; day; -8784h", "correct", "day 2026-11-25"),
            ("", "correct", "nothing"),
        ]);
    }

    #[test]
    fn the_day_never_goes_back_to_one_that_is_over_or_beyond_memory() {
        check(&[
            ("+24h; day; -24h", "correct", "nothing"),
            ("+24h; day; -24h", "midnight", "nothing"),
            ("+24h; day; -9000h", "correct", "nothing"),
            ("+24h; day; -9000h", "midnight", "nothing"),
        ]);
        let mut office = Scenario::given("");
        for _ in 0..100 {
            office.run("+24h");
            office.run("day");
        }
        assert_eq!(office.hall.other_days.len(), super::DAYS_MAX);
        office.run("-1700h");
        assert_eq!(office.run("correct"), "nothing", "a day that is forgotten");
    }

    #[test]
    fn a_day_that_begins_once_more_goes_on_with_its_numbers() {
        // The clock is two hours ahead: the day begins at ten in the evening, and again at midnight.
        let mut office = Scenario::given("+15h; day; +2h; take A; take A; -2h");
        assert_eq!(office.run("midnight"), "day 2026-11-25");
        assert_eq!(office.run("take A"), "A003 taken, 0 ahead");
        // A day of the wrong year comes in earnest.
        let mut office = Scenario::given("+8760h; take A; cancel A001; -8736h; correct; take A; +8736h");
        assert_eq!(office.run("take A"), "day 2027-11-24; A002 taken, 0 ahead");
    }

    #[test]
    fn after_a_correction_time_runs_on_from_the_right_one() {
        let office = Scenario::given("+8760h; day; -8736h; correct; take A; +1m; take A");
        let times: Vec<_> = office.events.iter().rev().map(|event| event.at.to_string()).collect();
        assert_eq!(times[..2], ["2026-11-25T02:01:00Z", "2026-11-25T02:00:00Z"]);
    }
}
