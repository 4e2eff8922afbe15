//! Days that are played once more.

use super::*;
use crate::ids::Minutes;
use crate::scenario::Scenario;

/// A morning with everything in it: priority, somebody who goes and comes back, a missed call, a transfer, a pause.
const MORNING: &str = "open 1 Hà; open 3 Tú; take A; +1m; take C; take A; +1m; next 1 Hà; start 1 Hà; +1m; take H; \
    next 3 Tú; +2m; take A elderly; +4m; next 1 Hà; +2m; no-show 1 Hà; +1m; return C001; +1m; next 1 Hà; +3m; \
    take C merit; finish 3 Tú; next 3 Tú; +5m; park 3 Tú; +1m; next 1 Hà; +2m; return H001; next 3 Tú; +4m; \
    transfer 1 Hà 3; pause 1 Hà; +6m; finish 3 Tú; +1m; next 3 Tú; +5m; finish 3 Tú; open 1 Hà; +2m; take A; +1m; \
    next 1 Hà; +5m; finish 1 Hà; close 1 Hà; close 3 Tú";

fn waits_of_all(preview: &Preview) -> [Waits; 3] {
    let all = &preview.classes[0];
    assert_eq!(all.class, Class::All);
    [all.happened, all.present, all.changed]
}

fn preview_of(office: &Scenario, changed: &Setup) -> Preview {
    Preview::of(&office.events, &office.events, &office.setup, changed)
}

/// A preview that can't tell what was can't tell what would have been.
#[test]
fn by_the_rules_as_they_are_the_day_comes_out_as_it_was() {
    let office = Scenario::given(MORNING);
    let script = Script::read(&office.events, &office.setup);
    let outcome = play(&script, &office.setup, &office.setup);
    assert_eq!(outcome.waits, script.waits);
    let preview = preview_of(&office, &office.setup);
    let [happened, present, changed] = waits_of_all(&preview);
    assert_eq!((happened, present), (present, changed));
    assert_eq!((happened.called, happened.uncalled, preview.refused), (7, 0, 0));
    assert_eq!((preview.day, &preview.moved), (office.hall.day(), &vec![]));
}

#[test]
fn a_longer_head_start_shortens_the_wait_of_its_class_and_names_who_waits_longer() {
    let steps = "open 1 Hà; take A; take A; take A; take A; +1m; next 1 Hà; +29m; take A elderly; next 1 Hà; +10m; \
        next 1 Hà; +10m; next 1 Hà; +10m; next 1 Hà; +10m; finish 1 Hà; close 1 Hà";
    let office = Scenario::given(steps);
    let mut changed = office.setup.clone();
    *changed.priorities.values_mut().next().expect("elderly") = Minutes(60);
    let preview = preview_of(&office, &changed);
    let elderly = preview.classes.iter().find(|row| matches!(row.class, Class::Priority(_))).expect("one came");
    assert_eq!((elderly.happened.mean_seconds, elderly.present.mean_seconds), (1_800, 1_800));
    assert_eq!(elderly.changed.mean_seconds, 0, "called at once, when the counter was free next");
    let moved: Vec<_> = preview.moved.iter().map(|moved| moved.number.to_string()).collect();
    assert_eq!(moved, ["A005", "A002", "A003", "A004"]);
    assert_eq!((preview.earlier, preview.later), (1, 3), "whoever moved is counted");
    let none = preview.classes.iter().find(|row| row.class == Class::None).expect("most");
    assert!(none.changed.mean_seconds > none.present.mean_seconds, "{none:?}");
    let [_, present, changed] = waits_of_all(&preview);
    assert_eq!((present.called, changed.called), (5, 5));
    assert_eq!(present.mean_seconds, changed.mean_seconds, "one's gain is another's wait, when visits are alike");
}

#[test]
fn the_queue_at_hand_is_shown_in_both_orders_and_nobody_is_missing() {
    let office = Scenario::given("open 1 Hà; take A; take H; +10m; take A elderly; +1m; take C merit; take C");
    let mut changed = office.setup.clone();
    changed.priorities.values_mut().for_each(|head_start| *head_start = Minutes(5));
    let preview = preview_of(&office, &changed);
    let numbers = |next: &[TicketNumber]| next.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(numbers(&preview.next_present), ["C001", "A002", "A001", "H001", "C002"]);
    assert_eq!(numbers(&preview.next_changed), ["A001", "H001", "A002", "C001", "C002"]);
    let same = preview_of(&office, &office.setup);
    assert_eq!(same.next_present, same.next_changed);
}

#[test]
fn the_queue_at_hand_keeps_who_came_back_or_was_handed_on_in_the_place_of_the_other_rules() {
    let office = Scenario::given(
        "open 1 Hà; open 3 Tú; take A; take A; +9m; take A; take A; next 1 Hà; no-show 1 Hà; return A001; next 1 Hà; \
         transfer 1 Hà A end",
    );
    let mut changed = office.setup.clone();
    let same = preview_of(&office, &changed);
    assert_eq!(same.next_present, same.next_changed);
    changed.rules.away.lateness = Minutes(30);
    changed.rules.transfer.head_start = Minutes(30);
    let preview = preview_of(&office, &changed);
    let numbers = |next: &[TicketNumber]| next.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(numbers(&preview.next_present), ["A001", "A002", "A003", "A004"]);
    assert_eq!(numbers(&preview.next_changed), ["A002", "A003", "A004", "A001"]);
}

#[test]
fn the_queue_at_hand_keeps_who_went_on_by_the_first_arrival() {
    let office = Scenario::given("open 1 Hà; open 3 Tú; take A then H; +9m; take H; next 1 Hà; +1m; finish 1 Hà");
    let mut changed = office.setup.clone();
    changed.rules.transfer.rank = crate::transferring::Rank::End;
    let preview = preview_of(&office, &changed);
    assert_eq!(preview.next_present, preview.next_changed);
}

#[test]
fn a_set_up_without_a_service_or_counter_refuses_and_calls_fewer_and_nothing_breaks() {
    let office = Scenario::given(MORNING);
    let mut changed = office.setup.clone();
    changed.services.remove(&crate::scenario::code("H"));
    changed.counters.remove(&crate::scenario::counter("3"));
    let preview = preview_of(&office, &changed);
    assert_eq!(preview.refused, 1, "H001");
    let [_, present, changed] = waits_of_all(&preview);
    assert!(changed.called < present.called && changed.called + changed.uncalled == 7, "{changed:?}");
    let nothing = Preview::of(&[], &[], &office.setup, &office.setup);
    assert_eq!((nothing.day, nothing.classes.len(), nothing.next_present.len()), (None, 0, 0));
}

/// Somebody is done at counter 1, and goes on to counter 3 for the rest; two others wait meanwhile.
const GOING_ON: &str = "open 1 Hà; take A then H; +1m; next 1 Hà; +1m; take C; +8m; next 1 Hà; open 3 Tú; next 3 Tú; \
    +1m; take H; +9m; next 3 Tú; +5m; finish 1 Hà; finish 3 Tú; +30m; close 1 Hà; close 3 Tú";

/// As [`GOING_ON`], but an officer heard at counter 1 only what else was needed.
const ADDED: &str = "open 1 Hà; take A; +1m; next 1 Hà; services 1 Hà H; +1m; take C; +8m; next 1 Hà; open 3 Tú; \
    next 3 Tú; +1m; take H; +9m; next 3 Tú; +5m; finish 1 Hà; finish 3 Tú; +30m; close 1 Hà; close 3 Tú";

/// How long each waited, in minutes.
fn minutes(waits: &WaitOf) -> Vec<i64> {
    waits.values().map(SignedDuration::as_mins).collect()
}

#[test]
fn where_one_counter_does_all_by_the_other_rules_nobody_goes_on() {
    for day in [GOING_ON, ADDED] {
        let office = Scenario::given(day);
        let script = Script::read(&office.events, &office.setup);
        let present = play(&script, &office.setup, &office.setup);
        assert_eq!(present.waits, script.waits, "as it was");
        assert_eq!((minutes(&present.waits), present.went_on), (vec![1, 8, 9], 1));
        let mut changed = office.setup.clone();
        let first = changed.counters.get_mut(&crate::scenario::counter("1")).expect("counter 1");
        first.services.push(crate::scenario::code("H"));
        let changed = play(&script, &changed, &office.setup);
        assert_eq!(changed.went_on, 0, "{day}");
        assert_eq!(minutes(&changed.waits), [1, 18, 0], "what was done at counter 3 takes as long at counter 1");
    }
}

#[test]
fn where_no_counter_does_all_by_the_other_rules_who_was_served_at_once_goes_on() {
    let office = Scenario::given(
        "open 1 Hà; open 3 Tú; take A then C; +1m; next 1 Hà; +9m; finish 1 Hà; +30m; close 1 Hà; close 3 Tú",
    );
    let script = Script::read(&office.events, &office.setup);
    let mut changed = office.setup.clone();
    let first = changed.counters.get_mut(&crate::scenario::counter("1")).expect("counter 1");
    first.services.retain(|service| *service != crate::scenario::code("C"));
    assert_eq!(play(&script, &office.setup, &office.setup).went_on, 0);
    assert_eq!(play(&script, &changed, &office.setup).went_on, 1);
}

#[test]
fn several_files_and_services_are_given_by_a_set_up_that_allows_one_too() {
    let office = Scenario::given("open 1 Hà; open 3 Tú; take A x4; take A then H; +1m; next 1 Hà; +9m");
    let mut changed = office.setup.clone();
    changed.rules.itinerary.services_max = 1;
    changed.services.values_mut().for_each(|service| service.cases_max = crate::ids::Cases::ONE);
    assert_eq!(preview_of(&office, &changed).refused, 0);
}
