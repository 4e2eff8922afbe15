//! The business day: it begins once, at the office's own midnight or with the first command after it.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::counter::Standing;
use crate::event::Fact;
use crate::hall::Hall;
use crate::setup::Setup;

/// What is to happen when the hall's day is over; none while it lasts. Days never go back.
pub(crate) fn due(hall: &Hall, setup: &Setup, now: Timestamp) -> Option<Fact> {
    let day = setup.business_day(now);
    hall.day().is_none_or(|known| known < day).then_some(Fact::DayStarted { day })
}

impl Hall {
    pub(crate) fn fold_day_started(&mut self, day: Date) {
        debug_assert!(self.day.is_none_or(|known| known < day), "{day} is no later day");
        self.day = Some(day);
        self.indices.clear();
        self.figures.clear();
        self.line.clear();
        self.tickets.retain(|_, ticket| ticket.status.is_at_counter());
        self.tokens.retain(|_, ticket| self.tickets.contains_key(ticket));
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
            Scenario::given("open 1 Hà; open 2 Tú; take A; take C; take C; next 2 Tú; next 1 Hà; +24h; day");
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
            ("open 1 Hà; take A; next 1 Hà; +24h; day", "recall 1 Hà", "A001 to 1 again"),
            ("open 1 Hà; take A; next 1 Hà; start 1 Hà; +24h; day", "next 1 Hà", "A001 ends at 1"),
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
}
