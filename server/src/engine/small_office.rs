//! The smallest office that tests open: its set-up. Its zone is UTC.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use moi_domain::{
    AfterLast, Cases, CounterNumber, CounterSetup, Hours, Minutes, Numbering, Prefix, Rules, Service, ServiceCode,
    Setup,
};

use crate::set_up::SetUps;

/// The words of the office that ships, with the rules of one service at one counter.
pub(crate) fn set_ups() -> SetUps {
    SetUps::by_rules(setup())
}

/// One service of the office that ships, at one counter.
pub(crate) fn setup() -> Setup {
    let code = ServiceCode::new("A").unwrap();
    Setup {
        zone: TimeZone::UTC,
        services: BTreeMap::from([(
            code.clone(),
            Service { prefix: Prefix::new("A").unwrap(), usual: Minutes(10), quota: None, cases_max: Cases::ONE },
        )]),
        counters: BTreeMap::from([(
            CounterNumber::try_from(1).unwrap(),
            CounterSetup { services: vec![code], ..CounterSetup::default() },
        )]),
        priorities: BTreeMap::new(),
        numbering: Numbering { last: 999, after_last: AfterLast::Widen, reserved: 0 },
        hours: Hours::default(),
        rules: Rules::default(),
    }
}
