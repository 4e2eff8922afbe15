//! Who is next: the smallest effective arrival among the tickets that a counter may call now, ties by ticket id.
//!
//! It may call tickets of the services that it handles, those that it alone calls, and tickets of the services that it
//! helps with once their effective arrival is so long ago as the set-up says. By that, those are the first of their
//! list, so that a helper costs no more than a look at its first entry. Time is the caller's to pass.

use std::collections::BTreeMap;
use std::iter::{Peekable, from_fn};

use jiff::{SignedDuration, Timestamp};

use crate::hall::Hall;
use crate::ids::{CounterNumber, ServiceCode, TicketId};
use crate::line::Position;
use crate::ranked::Ranked;
use crate::setup::{CounterSetup, Setup};
use crate::ticket::Ticket;

/// Whom this counter calls next; none when nobody waits for it.
#[must_use]
pub fn next_for<'h>(hall: &'h Hall, setup: &Setup, counter: CounterNumber, now: Timestamp) -> Option<&'h Ticket> {
    let first = lanes(hall, setup, counter, now).filter_map(Lane::first).min()?;
    hall.ticket(first.ticket)
}

/// Who waits for this counter, in the order in which it would call them if nobody else called.
pub fn queue_of<'h>(
    hall: &'h Hall,
    setup: &Setup,
    counter: CounterNumber,
    now: Timestamp,
) -> impl Iterator<Item = &'h Ticket> + use<'h> {
    let lanes: Vec<_> = lanes(hall, setup, counter, now).map(|lane| lane.iter().peekable()).collect();
    merged(lanes).filter_map(|position| hall.ticket(position.ticket))
}

/// Everybody who waits, in the order in which they would be called if one counter called all of them.
pub fn whole_queue(hall: &Hall) -> impl Iterator<Item = &Ticket> {
    let lanes: Vec<_> = hall.line.lanes().map(|lane| lane.iter().peekable()).collect();
    merged(lanes).filter_map(|position| hall.ticket(position.ticket))
}

/// How many wait for this counter.
#[must_use]
pub fn waiting_for(hall: &Hall, setup: &Setup, counter: CounterNumber, now: Timestamp) -> usize {
    lanes(hall, setup, counter, now).map(Lane::len).sum()
}

/// How many waiting people may be called before this ticket: those with an earlier effective arrival whom an open
/// counter of the ticket's may call now as well (one that helps, when none that handles its service is open; any of
/// those, when none is open at all).
#[must_use]
pub fn ahead_of(hall: &Hall, setup: &Setup, ticket: &Ticket, now: Timestamp) -> usize {
    Related::of(hall, setup, ticket, now).before(hall, ticket.position())
}

/// A list that a counter calls from, as far as it may now.
#[derive(Clone, Copy)]
struct Lane<'h> {
    list: &'h Ranked<Position>,
    /// It may call those before this; none for all.
    end: Option<Position>,
}

impl<'h> Lane<'h> {
    fn first(self) -> Option<Position> {
        self.list.first().filter(|first| self.end.is_none_or(|end| *first < end))
    }

    fn len(self) -> usize {
        self.end.map_or_else(|| self.list.len(), |end| self.list.before(end))
    }

    fn iter(self) -> impl Iterator<Item = Position> + use<'h> {
        self.list.iter().take_while(move |position| self.end.is_none_or(|end| *position < end))
    }
}

/// The lists that a counter calls from: of its services, of those that it helps with, and of those that it alone calls.
fn lanes<'h, 's>(
    hall: &'h Hall,
    setup: &'s Setup,
    counter: CounterNumber,
    now: Timestamp,
) -> impl Iterator<Item = Lane<'h>> + use<'h, 's> {
    let known = setup.counters.get(&counter);
    let called = known.into_iter().flat_map(move |known| ends(known, now));
    let shared = called.filter_map(|(service, end)| Some(Lane { list: hall.line.of_service(service)?, end }));
    let own = known.and_then(|_| hall.line.of_counter(counter));
    shared.chain(own.map(|list| Lane { list, end: None }))
}

/// The services that a counter calls, each with the place before which it may now; none for all.
fn ends(counter: &CounterSetup, now: Timestamp) -> impl Iterator<Item = (&ServiceCode, Option<Position>)> {
    let helped = counter.helps_with.iter().map(move |service| (service, Some(helped_before(counter, now))));
    counter.services.iter().map(|service| (service, None)).chain(helped)
}

/// Those before this place have waited so long that the counter helps them.
pub(crate) fn helped_before(counter: &CounterSetup, now: Timestamp) -> Position {
    let delay = SignedDuration::from_mins(counter.helps_after.0.into());
    // No ticket has the last id: this is right behind all of that moment.
    Position { effective: now.checked_sub(delay).unwrap_or(Timestamp::MIN), ticket: TicketId(u64::MAX) }
}

/// Whether a counter may call a ticket that waits.
pub(crate) fn may_call(setup: &Setup, counter: CounterNumber, ticket: &Ticket, now: Timestamp) -> bool {
    match ticket.place.counter {
        Some(bound) => bound == counter,
        None => setup.counters.get(&counter).is_some_and(|known| {
            let helps = || known.helps_with.contains(&ticket.service) && ticket.position() < helped_before(known, now);
            known.services.contains(&ticket.service) || helps()
        }),
    }
}

/// Several ordered lists as one.
fn merged<L: Iterator<Item = Position>>(mut lanes: Vec<Peekable<L>>) -> impl Iterator<Item = Position> {
    from_fn(move || {
        let earliest = lanes
            .iter_mut()
            .filter_map(|lane| lane.peek().copied().map(|first| (first, lane)))
            .min_by_key(|(first, _)| *first);
        earliest.and_then(|(_, lane)| lane.next())
    })
}

/// What a ticket, taken or to be taken, competes with.
pub(crate) struct Related<'s> {
    /// The open counters that may call it; when none is open, all that handle its service.
    counters: Vec<CounterNumber>,
    /// The services that those call, as far as they may now, and its own where all counters with it may call it.
    services: BTreeMap<&'s ServiceCode, Option<Position>>,
}

impl<'s> Related<'s> {
    /// A ticket in its place.
    pub(crate) fn of(hall: &Hall, setup: &'s Setup, ticket: &'s Ticket, now: Timestamp) -> Self {
        let Some(bound) = ticket.place.counter else { return Self::to(hall, setup, &ticket.service, now) };
        let known = setup.counters.get(&bound);
        Self { counters: vec![bound], services: widest(known.into_iter().flat_map(|known| ends(known, now))) }
    }

    /// Whoever takes a ticket for the service now.
    pub(crate) fn to(hall: &Hall, setup: &'s Setup, service: &'s ServiceCode, now: Timestamp) -> Self {
        let is_open = |number: &CounterNumber| hall.counter(*number).standing.is_open();
        let handle = || setup.counters.iter().filter(|(_, counter)| counter.services.contains(service));
        let help = setup.counters.iter().filter(|(_, counter)| counter.helps_with.contains(service));
        let mut compete: Vec<_> = handle().filter(|(number, _)| is_open(number)).collect();
        if compete.is_empty() {
            compete = help.filter(|(number, _)| is_open(number)).collect();
        }
        if compete.is_empty() {
            compete = handle().collect();
        }
        let called = compete.iter().flat_map(|(_, counter)| ends(counter, now)).chain([(service, None)]);
        Self { services: widest(called), counters: compete.iter().map(|(number, _)| **number).collect() }
    }

    /// Waiting people before this position.
    pub(crate) fn before(&self, hall: &Hall, position: Position) -> usize {
        let shared = self.services.iter().filter_map(|(service, end)| Some((hall.line.of_service(service)?, *end)));
        let own = self.counters.iter().filter_map(|counter| Some((hall.line.of_counter(*counter)?, None)));
        shared.chain(own).map(|(list, end)| list.before(end.map_or(position, |end| end.min(position)))).sum()
    }
}

/// Each service once, as far as any of the counters may call.
fn widest<'s>(
    ends: impl Iterator<Item = (&'s ServiceCode, Option<Position>)>,
) -> BTreeMap<&'s ServiceCode, Option<Position>> {
    let mut services = BTreeMap::new();
    for (service, end) in ends {
        let known = services.entry(service).or_insert(end);
        *known = known.zip(end).map(|(known, end)| known.max(end));
    }
    services
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{Minutes, TicketId};
    use crate::scenario::{Scenario, code, counter};

    #[test]
    fn the_queue_of_a_counter_is_the_order_in_which_it_calls() {
        let mut office =
            Scenario::given("open 1 Hà; take C; take A; take H; +10m; take A elderly; take C merit; +1m; take C");
        let queue: Vec<_> = queue_of(&office.hall, &office.setup, counter("1"), office.now)
            .map(|ticket| ticket.number.to_string())
            .collect();
        assert_eq!(queue, ["C002", "A002", "C001", "A001", "C003"]);
        for number in &queue {
            let next =
                next_for(&office.hall, &office.setup, counter("1"), office.now).map(|ticket| ticket.number.to_string());
            assert_eq!(next.as_ref(), Some(number));
            assert!(office.run("next 1 Hà").ends_with(&format!("{number} to 1")));
        }
        assert_eq!(next_for(&office.hall, &office.setup, counter("1"), office.now), None);
    }

    /// Manual and guide explain the order by a table: number, taken at, head start, time that counts, turn.
    #[test]
    fn the_example_in_the_manual_is_called_as_it_says() {
        let english = (include_str!("../../../docs/manual.md"), ["first", "second", "third", "fourth"]);
        let vietnamese = (include_str!("../../../docs/huong-dan.md"), ["đầu tiên", "thứ hai", "thứ ba", "thứ tư"]);
        for (paper, turns) in [english, vietnamese] {
            let mut office = Scenario::given("open 1 Hà");
            let mut now = minutes("08:00");
            let mut told = [""; 4];
            for row in paper.lines().filter(|line| line.starts_with("| A0") || line.starts_with("| C0")) {
                let cells: Vec<_> = row.split('|').map(str::trim).collect();
                let (number, taken, head_start, counts, turn) = (cells[1], cells[2], cells[3], cells[4], cells[5]);
                office.run(&format!("+{}m", minutes(taken) - now));
                now = minutes(taken);
                let class = if head_start.is_empty() { "" } else { " elderly" };
                assert!(office.run(&format!("take {}{class}", &number[..1])).starts_with(number), "{row}");
                let ticket = office.hall.tickets.last_key_value().expect("it was taken").1;
                let earlier = office.now.duration_since(ticket.place.effective).as_mins();
                assert_eq!(earlier, now - minutes(counts), "{row}");
                assert!(class.is_empty() || head_start.starts_with(&earlier.to_string()), "{row}");
                told[turns.iter().position(|word| *word == turn).expect("a turn")] = number;
            }
            let queue = queue_of(&office.hall, &office.setup, counter("1"), office.now);
            assert_eq!(queue.map(|ticket| ticket.number.to_string()).collect::<Vec<_>>(), told);
        }
    }

    /// Since midnight.
    fn minutes(time: &str) -> i64 {
        let (hours, minutes) = time.split_once(':').expect("a time");
        60 * hours.parse::<i64>().expect("hours") + minutes.parse::<i64>().expect("minutes")
    }

    #[test]
    fn a_counter_that_is_not_set_up_has_no_queue() {
        let office = Scenario::given("take A");
        assert_eq!(queue_of(&office.hall, &office.setup, counter("7"), office.now).count(), 0);
    }

    #[test]
    fn the_whole_queue_is_in_one_order_with_those_whom_one_counter_alone_calls() {
        let office = Scenario::given(
            "open 1 Hà; open 3 Tú; take A; +1m; take H; +1m; take C; next 1 Hà; park 1 Hà; take A elderly; return A001",
        );
        let queue: Vec<_> = whole_queue(&office.hall).map(|ticket| ticket.number.to_string()).collect();
        assert_eq!(queue, ["A002", "A001", "H001", "C001"]);
        assert_eq!(queue.len(), office.hall.waiting_total());
    }

    #[test]
    fn fewer_are_ahead_with_each_call() {
        let mut office = Scenario::given("open 1 Hà; take C; take A; take A");
        for ahead in [2, 1, 0] {
            let ticket = office.hall.ticket(TicketId(3)).expect("the ticket");
            assert_eq!(ahead_of(&office.hall, &office.setup, ticket, office.now), ahead);
            office.run("next 1 Hà");
        }
    }

    /// Counter 1, with A and C, helps with H after 15 minutes.
    fn helping(steps: &str) -> Scenario {
        let mut office = Scenario::new();
        let known = office.setup.counters.get_mut(&counter("1")).expect("counter 1");
        (known.helps_with, known.helps_after) = (vec![code("H")], Minutes(15));
        office.run("day");
        for step in steps.split("; ") {
            assert!(!office.run(step).starts_with("no:"), "{step}");
        }
        office
    }

    fn queue(office: &Scenario, number: &str) -> String {
        let queue = queue_of(&office.hall, &office.setup, counter(number), office.now);
        let numbers: Vec<_> = queue.map(|ticket| ticket.number.to_string()).collect();
        assert_eq!(waiting_for(&office.hall, &office.setup, counter(number), office.now), numbers.len());
        let next = next_for(&office.hall, &office.setup, counter(number), office.now);
        assert_eq!(next.map(|ticket| ticket.number.to_string()).as_ref(), numbers.first());
        numbers.join(" ")
    }

    #[test]
    fn a_counter_helps_when_somebody_has_waited_for_long_and_keeps_to_the_order() {
        for (steps, waiting) in [
            ("take H; +14m59s", ""),
            ("take H; +15m", "H001"),
            ("take H; +1m; take A; +13m", "A001"),
            ("take H; +1m; take A; +14m", "H001 A001"),
            ("take A; take H; take H; +15m; take H", "A001 H001 H002"),
            // A head start counts as time that was waited.
            ("take H elderly", "H001"),
            ("open 3 Tú; take H; take H; +20m; next 3 Tú", "H002"),
        ] {
            assert_eq!(queue(&helping(steps), "1"), waiting, "{steps}");
        }
        let mut office = helping("open 1 Hà; take H; +1m; take A; take C; +13m");
        assert_eq!(office.run("next 1 Hà"), "A001 to 1");
        office.run("+1m");
        assert_eq!(office.run("next 1 Hà"), "A001 ends at 1; H001 to 1");
        assert_eq!(queue(&office, "3"), "");
    }

    #[test]
    fn those_ahead_are_those_whom_the_own_counters_may_call_now() {
        let ahead = |steps: &str, id: u64| {
            let office = helping(steps);
            let ticket = office.hall.ticket(TicketId(id)).expect("the ticket");
            ahead_of(&office.hall, &office.setup, ticket, office.now)
        };
        // An A at counter 1, which will call the H first once that has waited for long.
        assert_eq!(ahead("open 1 Hà; open 3 Tú; pause 3 Tú; take H; +1m; take A; +1m", 2), 0);
        assert_eq!(ahead("open 1 Hà; open 3 Tú; pause 3 Tú; take H; +1m; take A; +15m", 2), 1);
        // An H competes where it is at home, and with whoever the helper calls where nobody is.
        assert_eq!(ahead("open 1 Hà; open 3 Tú; take C; take H; +20m", 2), 0);
        assert_eq!(ahead("open 1 Hà; take C; take H; take H; +20m", 3), 2);
    }

    #[test]
    fn the_forecast_counts_on_a_helper_from_when_it_helps() {
        let told = |steps: &str| {
            let office = helping(steps);
            let known = crate::forecast::outlook(&office.hall, &office.setup, &code("H"), None, office.now);
            known.map(|outlook| outlook.p50_seconds)
        };
        let line = "open 3 Tú; take H; take H; take H; take H";
        let alone = told(&format!("{line}; +15m")).expect("counter 3");
        let helped = told(&format!("{line}; open 1 Hà; +15m")).expect("both");
        let soon = told(&format!("{line}; open 1 Hà; +10m")).expect("both");
        assert!(helped < alone * 0.8 && helped < soon && soon < alone, "{helped} {soon} {alone}");
        // By it alone: not before somebody has waited for long.
        let wait = told("open 1 Hà").expect("it helps in a quarter of an hour");
        assert!(wait >= 900.0, "{wait}");
        assert_eq!(told("open 2 Hà"), None);
    }

    #[test]
    fn nobody_is_stranded_whom_a_helper_will_call_and_it_is_asked_before_it_leaves() {
        let mut office = helping("open 1 Hà; take H");
        assert_eq!(crate::stranded::stranded(&office.hall, &office.setup), []);
        assert_eq!(office.run("close 1 Hà"), "no: people-wait");
        assert_eq!(office.run("close 1 Hà leave"), "1 closed");
        assert_eq!(crate::stranded::stranded(&office.hall, &office.setup).len(), 1);
    }
}
