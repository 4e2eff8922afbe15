//! Numbers on paper: which there are, when they enter, and where they stand.

use super::*;
use crate::ids::TicketId;
use crate::scenario::{Scenario, check, counter};
use crate::schedule::queue_of;
use crate::setup::{AfterLast, Numbering};

/// Counter 1's queue.
fn queue(office: &Scenario) -> String {
    let queue = queue_of(&office.hall, &office.setup, counter("1"), office.now);
    queue.map(|ticket| ticket.number.to_string()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_papers_of_an_outage_enter_in_their_order_after_who_was_there_and_before_who_came_later() {
    let mut office = Scenario::given("open 1 Hà; take A; take C; +40m; back; take A");
    assert_eq!(
        office.run("enter A A953"),
        "A950 on paper as of 09:08, 2 ahead; A951 on paper as of 09:16, 3 ahead; \
         A952 on paper as of 09:24, 4 ahead; A953 on paper as of 09:32, 5 ahead"
    );
    assert_eq!(queue(&office), "A001 C001 A950 A951 A952 A953 A002");
    assert_eq!(office.run("enter C C950"), "C950 on paper as of 09:20, 4 ahead");
    assert_eq!(queue(&office), "A001 C001 A950 A951 C950 A952 A953 A002");
    assert_eq!(office.run("take A"), "A003 taken, 8 ahead", "the machine's numbers go on");
}

#[test]
fn the_same_last_number_again_adds_nothing_and_a_smaller_one_is_refused() {
    let entered = "take A; +40m; back; enter A A952";
    check(&[
        (entered, "enter A A952", "nothing"),
        (entered, "enter A A950", "nothing"),
        (entered, "enter A A953", "A953 on paper as of 09:35, 4 ahead"),
        ("take A; +40m; back; enter A A955-A960", "enter A A954", "no: number-behind"),
        // A visit that went on over midnight has its number of yesterday.
        ("open 1 Hà; paper A A955; next 1 Hà; +24h; day", "paper A A955", "A955 on paper as of 09:00, 0 ahead"),
        // What was typed on by itself stays where it is, and numbers go on behind it.
        ("paper A A950; paper A A951; +40m; back", "enter A A952", "A952 on paper as of 09:20, 2 ahead"),
        // One number that was typed wrong does not lock the rest.
        ("paper A A999", "enter A A950", "A950 on paper as of 09:00, 1 ahead"),
    ]);
}

#[test]
fn a_paper_that_was_typed_on_its_own_keeps_none_below_it_out() {
    for (steps, last, numbers) in [
        ("paper A A953", "A951", "A950 A951"),
        ("paper A A952", "A953", "A950 A951 A953"),
        ("paper A A952", "A952", "A950 A951"),
        ("enter A A951; paper A A954", "A954", "A952 A953"),
        ("enter A A951; paper A A952", "A952", ""),
    ] {
        let mut office = Scenario::given(&format!("take A; +40m; back; {steps}"));
        let before = office.events.len();
        office.run(&format!("enter A {last}"));
        let new = office.events[before..].iter().filter_map(|event| {
            let Fact::TicketIssued { number, .. } = &event.fact else { return None };
            Some(number.to_string())
        });
        assert_eq!(new.collect::<Vec<_>>().join(" "), numbers, "{steps}; {last}");
    }
}

/// The pile of yesterday is used up to A952: nobody came with those.
#[test]
fn papers_can_begin_where_the_pile_does() {
    let entered = "take A; +30m; back; enter A A953-A954";
    check(&[
        (
            "take A; +30m; back",
            "enter A A953-A954",
            "A953 on paper as of 09:10, 1 ahead; A954 on paper as of 09:20, 2 ahead",
        ),
        (entered, "enter A A955", "A955 on paper as of 09:25, 3 ahead"),
        (entered, "enter A A953-A954", "nothing"),
        (entered, "enter A A950-A955", "A955 on paper as of 09:25, 3 ahead"),
        ("", "enter A A949-A955", "no: number-not-reserved"),
        ("", "enter A A955-A950", "nothing"),
    ]);
}

#[test]
fn only_reserved_numbers_of_the_service_stand_on_paper() {
    check(&[
        ("", "enter A A949", "no: number-not-reserved"),
        ("", "enter A A1000", "no: number-not-reserved"),
        ("", "enter A C950", "no: number-not-reserved"),
        ("", "enter Z A950", "no: unknown-service"),
        ("", "enter F A950", "A950 on paper as of 09:00, 0 ahead"),
        ("", "paper C C999", "C999 on paper as of 09:00, 0 ahead"),
        ("", "paper C C949", "no: number-not-reserved"),
        ("", "paper Z C950", "no: unknown-service"),
    ]);
    let mut office = Scenario::given("take A");
    office.setup.numbering.reserved = 0;
    assert_eq!(office.run("enter A A950"), "no: no-reserved-numbers");
    assert_eq!(office.run("paper A A950"), "no: no-reserved-numbers");
    assert_eq!(reserved_numbers(&office.hall, &office.setup), []);
}

#[test]
fn a_reserved_number_is_used_once_a_business_day() {
    check(&[
        ("paper A A950", "paper A A950", "no: number-used"),
        ("paper A A950; cancel A950", "paper A A950", "no: number-used"),
        ("enter A A951", "paper A A950", "no: number-used"),
        ("paper A A950; +24h", "paper A A950", "day 2026-11-25; A950 on paper as of 09:00, 0 ahead"),
        ("enter A A951; +24h", "enter A A950", "day 2026-11-25; A950 on paper as of 09:00, 0 ahead"),
    ]);
    // A day that begins once more, after a clock that was ahead, goes on with what was used.
    let mut office = Scenario::given("+15h; day; +2h; paper A A950; -2h; midnight");
    assert_eq!(office.run("paper A A950"), "no: number-used");
    assert_eq!(office.run("enter A A950"), "nothing");
}

#[test]
fn the_machine_runs_into_the_reserved_numbers_as_into_the_end() {
    for (after_last, then) in [(AfterLast::Widen, "A100 taken, 50 ahead"), (AfterLast::Refuse, "no: numbers-exhausted")]
    {
        let mut office = Scenario::given("open 1 Hà");
        office.setup.numbering = Numbering { last: 99, after_last, reserved: 49 };
        for ahead in 0..50 {
            assert_eq!(office.run("take A"), format!("A{:03} taken, {ahead} ahead", ahead + 1));
        }
        assert_eq!(office.run("take A"), then);
    }
}

#[test]
fn a_number_that_the_machine_gave_before_it_was_reserved_is_not_given_again() {
    let mut office = Scenario::new();
    office.setup.numbering = Numbering { last: 99, after_last: AfterLast::Widen, reserved: 0 };
    for _ in 0..52 {
        office.run("take A");
    }
    office.setup.numbering.reserved = 49;
    assert_eq!(office.run("paper A A052"), "no: number-used");
    assert_eq!(office.run("enter A A053"), "A053 on paper as of 09:00, 52 ahead");
    assert_eq!(office.run("take A"), "A100 taken, 53 ahead");
}

#[test]
fn an_absence_is_a_minute_at_least_within_the_day_and_its_opening() {
    check(&[
        ("take A; +59s", "back", "nothing"),
        ("take A; +60s", "back", "away 09:00 to 09:01"),
        ("take A; +24h; day", "back", "nothing"),
    ]);
    let mut office = Scenario::given("");
    office.setup.hours = crate::hours::tests::hours(crate::hours::LastTicket::AtClosing);
    // The office opens at 07:00, and the machine was off overnight.
    let back = |office: &mut Scenario, hours: i64| {
        let (gone, back) = (office.now, office.now + SignedDuration::from_hours(hours));
        absence(&office.hall, &office.setup, gone, back)
    };
    assert_eq!(back(&mut office, 21), None, "06:00");
    let Some(Fact::OfficeReturned { gone, back }) = back(&mut office, 23) else { panic!("08:00") };
    assert_eq!(back.duration_since(gone).as_mins(), 60);
}

/// A machine that runs through the night writes at midnight that the day begins, and then nothing until it is used.
#[test]
fn a_cut_before_the_opening_counts_from_the_opening() {
    for (gone, back, expected) in [
        ("00:00", "08:00", Some("07:00")),
        ("06:40", "07:30", Some("07:00")),
        ("07:20", "08:00", Some("07:20")),
        ("00:00", "06:00", None),
        ("00:00", "07:00", None),
    ] {
        let mut office = Scenario::given("");
        office.setup.hours = crate::hours::tests::hours(crate::hours::LastTicket::AtClosing);
        let day = office.setup.business_day(office.now);
        let at = |clock: &str| {
            let time: jiff::civil::Time = clock.parse().expect("a time");
            office.setup.zone.to_ambiguous_timestamp(day.to_datetime(time)).compatible().expect("a time")
        };
        let told = absence(&office.hall, &office.setup, at(gone), at(back));
        let expected = expected.map(|from| Fact::OfficeReturned { gone: at(from), back: at(back) });
        assert_eq!(told, expected, "{gone} to {back}");
    }
}

fn clock(office: &Scenario, at: Timestamp) -> String {
    at.to_zoned_datetime(office.setup.zone.clone()).strftime("%H:%M").to_string()
}

#[test]
fn each_absence_of_the_day_is_kept_and_power_that_flickers_is_one() {
    for (steps, gone) in [
        ("take A; +60m; back; take A; +2m; back", "09:00"),
        ("take A; +60m; back; take A; +11m; take A; +2m; back", "09:00 10:11"),
        ("take A; +5m; back; take A; +6m; back", "09:05"),
        ("take A; +60m; back; take A; +90m; back; +10m; take A", "10:00"),
        ("take A; +60m; back; +24h; day", ""),
    ] {
        let office = Scenario::given(steps);
        let told: Vec<_> = office.hall.absences().iter().map(|absence| clock(&office, absence.gone)).collect();
        assert_eq!(told.join(" "), gone, "{steps}");
    }
}

#[test]
fn of_more_absences_than_are_kept_the_shortest_is_dropped() {
    let mut office = Scenario::given("take A; +20m; back; +12m; take A; +2m; back");
    for _ in 0..ABSENCES_MAX {
        office.run("+12m");
        office.run("take A");
        office.run("+3m");
        office.run("back");
    }
    let lengths: Vec<_> = office.hall.absences().iter().map(|it| it.back.duration_since(it.gone).as_mins()).collect();
    assert_eq!(lengths, [20, 3, 3, 3, 3, 3, 3, 3]);
}

/// A restart for an update is no reason to hand out papers.
#[test]
fn papers_are_reckoned_in_the_longest_absence_without_any_unless_one_is_named() {
    let day = "take A; +40m; back; take A; +80m; take A; +2m; back; take A";
    let entered = "take A; +40m; back; take A; +80m; take A; +2m; back; take A; enter A A950";
    check(&[
        (day, "enter A A950", "A950 on paper as of 09:20, 1 ahead"),
        (day, "enter A A950 as-of 11:00", "A950 on paper as of 11:01, 3 ahead"),
        (entered, "enter A A951", "A951 on paper as of 11:01, 4 ahead"),
        (entered, "enter A A951 as-of 09:00", "A951 on paper as of 09:30, 2 ahead"),
        (entered, "enter C C950", "C950 on paper as of 09:20, 2 ahead"),
    ]);
    let mut office = Scenario::given(entered);
    let told = |office: &Scenario| {
        let absence =
            |prefix| office.hall.absence_of(&Prefix::new(prefix).expect("a prefix")).expect("an absence").gone;
        ["A", "C"].map(|prefix| clock(office, absence(prefix))).join(" ")
    };
    assert_eq!(told(&office), "11:00 09:00");
    office.run("enter A A951");
    assert_eq!(told(&office), "11:00 09:00", "with papers in each, where the last ones are");
}

#[test]
fn the_wait_of_a_paper_counts_from_its_reckoned_arrival_and_nothing_was_promised() {
    let office = Scenario::given("open 1 Hà; take A; +40m; back; enter A A950; next 1 Hà; next 1 Hà");
    let ticket = office.hall.ticket(TicketId(2)).expect("the paper");
    assert_eq!(office.now.duration_since(ticket.taken_at).as_mins(), 20);
    assert_eq!((ticket.promised, ticket.taken_at), (None, ticket.effective));
    let record = crate::record::DayRecord::of(&office.events);
    assert_eq!((record.tickets, record.called, record.wait_seconds), (2, 2, 60 * 60));
}

/// They would make a forecast believe in a rush at the time of the entry.
#[test]
fn papers_of_an_outage_do_not_count_as_people_who_come_now() {
    let office = Scenario::given("open 1 Hà; take A; +40m; back; enter A A959");
    let quiet = Scenario::given("open 1 Hà; take A; +40m; back");
    assert_eq!(office.hall.seen.arrivals, quiet.hall.seen.arrivals);
    let busy = Scenario::given("open 1 Hà; take A; +40m; back; take A");
    assert_ne!(busy.hall.seen.arrivals, quiet.hall.seen.arrivals);
}

#[test]
fn the_reserved_numbers_are_told_with_those_that_were_used() {
    let office = Scenario::given("paper A A951; enter A A953; paper A A956; paper C C950");
    let told = reserved_numbers(&office.hall, &office.setup).into_iter().map(|series| {
        let or_none = |number: Option<TicketNumber>| number.map_or("-".into(), |number| number.to_string());
        let singly: Vec<_> = series.singly.iter().map(ToString::to_string).collect();
        let (used, entered) = (or_none(series.used), or_none(series.entered));
        format!("{} {} {used} {entered} {}", series.first, series.last, singly.join(" "))
    });
    assert_eq!(told.collect::<Vec<_>>(), ["A950 A999 A956 A953 A956", "C950 C999 C950 - C950", "H950 H999 - - "]);
}

#[test]
fn a_paper_that_is_granted_priority_stands_before_its_reckoned_arrival() {
    check(&[("take A; +40m; back; enter A A951", "grant A951 elderly", "A951 granted elderly, as of 09:06")]);
}

#[test]
fn who_sees_a_paper_called_first_that_was_entered_later_reads_why() {
    use crate::passing::Cause;
    let mut office = Scenario::given("open 1 Hà; take C; next 1 Hà; +40m; back; take A; enter A A950");
    for step in ["next 1 Hà", "next 1 Hà"] {
        office.run(step);
    }
    let order = office.order();
    let told: Vec<_> = order.passings.iter().map(|it| (it.number.to_string(), it.cause.clone())).collect();
    assert_eq!(told, [("A950".to_owned(), Cause::Outage)]);
    // And whoever is chosen before a paper has passed it, although it was entered later.
    let office = Scenario::given("open 1 Hà; +40m; back; take A; enter A A950; choose 1 Hà A001");
    let order = office.order();
    let told: Vec<_> = order.passings.iter().map(|it| (it.number.to_string(), it.earliest.to_string())).collect();
    assert_eq!(told, [("A001".to_owned(), "A950".to_owned())]);
}

#[test]
fn a_ticket_of_before_there_were_papers_is_written_again_to_the_same_bytes() {
    let office = Scenario::given("take A; paper A A950; +40m; back; enter A A951");
    let lines: Vec<_> = office.events.iter().map(|event| serde_json::to_string(&event.fact).expect("JSON")).collect();
    assert!(!lines[1].contains("paper"), "{}", lines[1]);
    assert!(lines[2].ends_with(r#""paper":"roll"}}"#), "{}", lines[2]);
    assert!(lines[4].contains(r#""paper":{"outage":{"arrived":""#), "{}", lines[4]);
}
