//! From the set-up that the administrator wrote to the one that the rules need.

use std::collections::BTreeMap;

use jiff::civil::Weekday;
use moi_config::{AfterLast, BackTo, LastTicket, Office, Tickets, TransferPlace};
use moi_domain::{
    Appointments, Away, CallReason, Calling, Cases, Choosing, CounterNumber, CounterSetup, Entrance, Granting, Hours,
    InvalidId, Itinerary, Leaving, Minutes, Numbering, OutcomeId, Outcomes, PauseReason, Pausing, Period, Prefix,
    PriorityId, Rank, Rules, Service, ServiceCode, Setup, SlotRule, Transfers, Undoing, WhenLate,
};
use thiserror::Error;

/// The set-up holds something that the rules don't know; the configuration's own check should have found it.
#[derive(Debug, Error)]
#[error("the set-up can't be used: {0}")]
pub struct UnusableSetup(String);

/// Whether this program was built with a way to directories.
pub(super) const KNOWS_DIRECTORIES: bool = cfg!(feature = "oidc");

/// What is allowed in place of a directory, in a program that has no way to any.
pub(super) fn instead_of_directory(office: &Office, knows_directories: bool) -> Option<&'static str> {
    let words = "no [directory]: this program was built without; \
        `cargo build --release --features moi-server/oidc` makes one with it";
    (office.directory.is_some() && !knows_directories).then_some(words)
}

/// What the rules need of the office.
///
/// # Errors
/// [`UnusableSetup`] names the first thing that the rules refuse.
pub fn setup_of(office: &Office) -> Result<Setup, UnusableSetup> {
    if let Some(allowed) = instead_of_directory(office, KNOWS_DIRECTORIES) {
        return Err(UnusableSetup(format!("found [directory], allowed: {allowed}")));
    }
    let setup = Setup {
        zone: office.time_zone.clone(),
        services: services(office)?,
        counters: counters(office)?,
        priorities: priorities(office)?,
        numbering: Numbering {
            last: office.numbering.last,
            after_last: match office.numbering.after_last {
                AfterLast::Widen => moi_domain::AfterLast::Widen,
                AfterLast::Refuse => moi_domain::AfterLast::Refuse,
            },
            reserved: office.outage.numbers,
        },
        hours: hours(office),
        rules: rules(office)?,
    };
    match setup.check().first() {
        None => Ok(setup),
        Some(problem) => Err(UnusableSetup(problem.to_string())),
    }
}

fn services(office: &Office) -> Result<BTreeMap<ServiceCode, Service>, UnusableSetup> {
    let service = |service: &moi_config::Service| {
        let prefix = Prefix::new(&service.prefix)?;
        let (usual, quota) = (Minutes(service.usual_minutes.into()), service.daily_quota);
        let cases_max = Cases::try_from(service.cases_max)?;
        Ok((code(&service.code)?, Service { prefix, usual, quota, cases_max }))
    };
    office.services.iter().map(service).collect()
}

fn counters(office: &Office) -> Result<BTreeMap<CounterNumber, CounterSetup>, UnusableSetup> {
    let counter = |counter: &moi_config::Counter| {
        let number = CounterNumber::try_from(counter.number)?;
        let services = counter.services.iter().map(|service| code(service)).collect::<Result<_, _>>()?;
        let helps_with = counter.helps_with.iter().map(|service| code(service)).collect::<Result<_, _>>()?;
        let helps_after = Minutes(counter.helps_after_minutes.into());
        Ok((number, CounterSetup { services, helps_with, helps_after }))
    };
    office.counters.iter().map(counter).collect()
}

fn priorities(office: &Office) -> Result<BTreeMap<PriorityId, Minutes>, UnusableSetup> {
    let class =
        |class: &moi_config::Priority| Ok((PriorityId::new(&class.id)?, Minutes(class.head_start_minutes.into())));
    office.priorities.iter().map(class).collect()
}

fn hours(office: &Office) -> Hours {
    let period = |period: &moi_config::Period| Period { from: period.from, to: period.to };
    let day = |weekday| office.hours.on(weekday).iter().map(period).collect();
    let entrance = match office.entrance.tickets {
        Tickets::Always => Entrance::Always,
        Tickets::WhileOpen => Entrance::WhileOpen {
            before: Minutes(office.entrance.before_minutes.into()),
            last: match office.entrance.last {
                LastTicket::AtClosing => moi_domain::LastTicket::AtClosing,
                LastTicket::ByForecast => moi_domain::LastTicket::ByForecast,
            },
        },
    };
    let monday_to_sunday = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];
    Hours { week: monday_to_sunday.map(day), holidays: office.hours.holidays().clone(), entrance }
}

fn rules(office: &Office) -> Result<Rules, UnusableSetup> {
    let away = office.away;
    let outcomes = office.outcomes.iter().map(|outcome| OutcomeId::new(&outcome.id)).collect::<Result<_, _>>()?;
    let reasons = office.call_reasons.iter().map(|reason| CallReason::new(&reason.id)).collect::<Result<_, _>>()?;
    let pauses = office.pause_reasons.iter().map(|reason| {
        let usual = reason.usual_minutes.map(|minutes| Minutes(minutes.into()));
        Ok::<_, InvalidId>((PauseReason::new(&reason.id)?, usual))
    });
    Ok(Rules {
        appointments: appointments(office)?,
        pausing: Pausing { reasons: pauses.collect::<Result<_, _>>()? },
        choosing: Choosing { reasons, is_reason_required: office.calling.reason_required },
        outcomes: Outcomes { known: outcomes, is_required: office.calling.outcome_required },
        granting: Granting { by_officers: office.granting.by_officers, by_reception: office.granting.by_reception },
        away: Away {
            back_to: match away.back_to {
                BackTo::Here => moi_domain::BackTo::Here,
                BackTo::Anywhere => moi_domain::BackTo::Anywhere,
            },
            grace: Minutes(away.grace_minutes.into()),
            lateness: Minutes(away.lateness_minutes.into()),
            by_holder: away.by_phone,
        },
        transfer: Transfers {
            rank: match office.transfer.place {
                TransferPlace::Front => Rank::Front,
                TransferPlace::Arrival => Rank::Arrival,
                TransferPlace::End => Rank::End,
            },
            head_start: Minutes(office.transfer.head_start_minutes.into()),
        },
        itinerary: Itinerary { services_max: office.itinerary.services_max },
        undo: Undoing { seconds: office.desk.undo_seconds.into() },
        leaving: Leaving {
            asks_when_closing: office.leaving.ask_when_closing,
            asks_from_pause: office.leaving.ask_from_pause_minutes.map(|minutes| Minutes(minutes.into())),
        },
        calling: Calling {
            gap_seconds: office.calling.gap_seconds.into(),
            recalls_min: office.calling.recalls_min,
            next_on_finish: office.calling.next_on_finish,
        },
    })
}

fn appointments(office: &Office) -> Result<Appointments, UnusableSetup> {
    let minutes = |minutes: u16| Minutes(minutes.into());
    let slots = |service: &moi_config::Service| {
        let slots = service.slots?;
        let rule = SlotRule { length: minutes(slots.minutes), places: slots.places.into() };
        Some(code(&service.code).map(|code| (code, rule)))
    };
    let known = office.appointments;
    Ok(Appointments {
        services: office.services.iter().filter_map(slots).collect::<Result<_, _>>()?,
        notice: minutes(known.notice_minutes),
        horizon_days: known.horizon_days.into(),
        early: minutes(known.early_minutes),
        late: minutes(known.late_minutes),
        when_late: match known.when_late {
            moi_config::WhenLate::OrdinaryTicket => WhenLate::OrdinaryTicket,
            moi_config::WhenLate::Refuse => WhenLate::Refuse,
        },
    })
}

fn code(code: &str) -> Result<ServiceCode, UnusableSetup> {
    Ok(ServiceCode::new(code)?)
}

impl From<InvalidId> for UnusableSetup {
    fn from(error: InvalidId) -> Self {
        Self(error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An office that was set up before there was a setting goes on as the shipped one.
    #[test]
    fn the_rules_of_the_shipped_set_up_are_the_usual_ones() {
        let mut office = moi_config::load(moi_config::Source::Embedded).expect("it is fine");
        // Reasons are words, which only a set-up has.
        office.call_reasons.clear();
        office.pause_reasons.clear();
        office.outcomes.clear();
        // The shipped one shows appointments at one service.
        for service in &mut office.services {
            service.slots = None;
        }
        assert_eq!(setup_of(&office).expect("it can be used").rules, Rules::default());
    }

    #[test]
    fn a_set_up_with_a_directory_is_told_what_to_do_where_the_program_has_no_way_to_any() {
        let table = "[directory]\nissuer = \"https://id.example.vn\"\nclient_id = \"moi\"\n\
            name.vi = \"Tỉnh\"\nname.en = \"Province\"\n";
        let with = moi_config::parse("office.toml", &format!("{}\n{table}", moi_config::shipped())).expect("fine");
        let without = moi_config::parse("office.toml", moi_config::shipped()).expect("fine");
        let words = instead_of_directory(&with, false).expect("words");
        assert!(words.contains("--features moi-server/oidc"), "{words}");
        assert_eq!((instead_of_directory(&with, true), instead_of_directory(&without, false)), (None, None));
        assert_eq!(setup_of(&with).is_ok(), KNOWS_DIRECTORIES);
    }
}
