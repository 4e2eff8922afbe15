//! The display over one counter.

use moi_config::Office;
use moi_display::Moment;
use moi_display::board::{CounterCall, CounterView, Names, OfficerPlate};
use moi_domain::{Counter, CounterNumber, Hall, Setup, Standing, Status};

use super::standing::{officer_of, pause_reason_of, state_of, until_of};

/// What the display over this counter shows; none when the set-up has no such counter.
#[must_use]
pub fn counter_view(hall: &Hall, setup: &Setup, office: &Office, number: CounterNumber) -> Option<CounterView> {
    let known = setup.counters.get(&number)?;
    let counter = hall.counter(number);
    Some(CounterView {
        counter: number.get(),
        state: state_of(hall, counter),
        number: counter.visit.and_then(|id| hall.ticket(id)).map(|ticket| ticket.number.to_string()),
        call: call_of(hall, setup, counter),
        services: known.services.iter().map(ToString::to_string).collect(),
        officer: officer_of(counter).map(|name| plate(office, name)),
        until: until_of(counter).map(|at| Moment::in_zone(at, &setup.zone)),
        pause_reason: pause_reason_of(counter),
        instead: if is_serving(counter) { Vec::new() } else { instead_of(hall, setup, number) },
    })
}

/// The call that is on.
fn call_of(hall: &Hall, setup: &Setup, counter: &Counter) -> Option<CounterCall> {
    let Status::Called { call, newest_at, recalls, .. } = hall.ticket(counter.visit?)?.status else { return None };
    Some(CounterCall { id: call.0.0, at: Moment::in_zone(newest_at, &setup.zone), recall: recalls > 0 })
}

/// Name and title as the law wants them over the counter.
fn plate(office: &Office, name: String) -> OfficerPlate {
    let title = office.people.serving(&name).map(|officer| names(&officer.title));
    OfficerPlate { name, title: title.unwrap_or_default() }
}

pub(super) fn names(texts: &moi_config::Texts) -> Names {
    texts.iter().map(|(language, text)| (language.to_owned(), text.to_owned())).collect()
}

fn is_serving(counter: &Counter) -> bool {
    matches!(counter.standing, Standing::Open { .. })
}

/// Open counters that handle one of this counter's services: where to go instead.
fn instead_of(hall: &Hall, setup: &Setup, number: CounterNumber) -> Vec<u16> {
    let Some(known) = setup.counters.get(&number) else { return Vec::new() };
    setup
        .counters
        .iter()
        .filter(|(other, _)| **other != number && is_serving(hall.counter(**other)))
        .filter(|(_, other)| other.services.iter().any(|service| known.services.contains(service)))
        .map(|(other, _)| other.get())
        .collect()
}
