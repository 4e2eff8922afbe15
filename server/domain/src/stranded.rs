//! People who wait while no open counter calls them: the desks and the administrator are warned of each.

use crate::hall::Hall;
use crate::ids::{CounterNumber, ServiceCode};
use crate::setup::Setup;

/// People who wait while no open counter calls them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stranded {
    /// What they wait for; none for those whom one counter alone calls, which pauses.
    pub service: Option<ServiceCode>,
    /// How many.
    pub waiting: usize,
    /// Counters that would call them if they were open, closed and paused ones alike.
    pub counters: Vec<CounterNumber>,
}

/// All who are stranded now, in the order of the services' codes, then of the counters. Costs what the set-up has, not
/// what waits.
#[must_use]
pub fn stranded(hall: &Hall, setup: &Setup) -> Vec<Stranded> {
    let services = hall.line.services().filter_map(|(service, waiting)| {
        let counters = calling(setup, service);
        let is_stranded = !counters.iter().any(|counter| hall.counter(*counter).standing.is_open());
        is_stranded.then(|| Stranded { service: Some(service.clone()), waiting, counters })
    });
    let alone = hall.line.counters().filter_map(|(counter, waiting)| {
        let is_stranded = !hall.counter(counter).standing.is_open();
        is_stranded.then(|| Stranded { service: None, waiting, counters: vec![counter] })
    });
    services.chain(alone).collect()
}

/// Counters that call tickets of this service while they are open, now or when those have waited long enough.
fn calling(setup: &Setup, service: &ServiceCode) -> Vec<CounterNumber> {
    let calls = setup.counters.iter().filter(|(_, counter)| counter.calls(service));
    calls.map(|(number, _)| *number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;

    /// As `H 2 at 3`: service or `only`, how many, the counters that would call them.
    fn said(steps: &str) -> String {
        let office = Scenario::given(steps);
        let one = |Stranded { service, waiting, counters }: Stranded| {
            let counters: Vec<_> = counters.iter().map(ToString::to_string).collect();
            format!("{} {waiting} at {}", service.map_or("only".into(), |code| code.to_string()), counters.join(" "))
        };
        stranded(&office.hall, &office.setup).into_iter().map(one).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn who_waits_where_no_counter_is_open_is_stranded() {
        for (steps, told) in [
            ("open 1 Hà", ""),
            ("take A; take A; take H", "A 2 at 1 3; H 1 at 3"),
            ("open 1 Hà; take A; take H; take H", "H 2 at 3"),
            ("open 1 Hà; open 3 Tú; take A; take H", ""),
            ("open 1 Hà; open 3 Tú; take A; take H; pause 3 Tú 5", "H 1 at 3"),
            ("open 1 Hà; open 3 Tú; take A; take H; close 3 Tú leave", "H 1 at 3"),
            ("take H; cancel H001", ""),
        ] {
            assert_eq!(said(steps), told, "{steps}");
        }
    }

    #[test]
    fn who_waits_for_one_counter_alone_is_stranded_while_it_pauses() {
        let steps = "open 1 Hà; open 3 Tú; take A; next 1 Hà; transfer 1 Hà 3";
        assert_eq!(said(steps), "");
        assert_eq!(said(&format!("{steps}; pause 3 Tú")), "only 1 at 3");
        // Its closing lets them go to every counter of their service.
        assert_eq!(said(&format!("{steps}; close 3 Tú")), "");
    }

    #[test]
    fn a_service_that_the_set_up_no_longer_has_is_told_too() {
        let mut office = Scenario::given("open 3 Tú; take H");
        office.setup.counters.values_mut().for_each(|counter| counter.services.retain(|code| code.as_str() != "H"));
        let told = stranded(&office.hall, &office.setup);
        assert_eq!(told, [Stranded { service: Some(crate::scenario::code("H")), waiting: 1, counters: vec![] }]);
    }
}
