//! How likely each step is.

use moi_domain::{BackTo, Rank, Returner};
use proptest::prelude::*;

use crate::outage::any_papers;
use crate::steps::{CASES_MAX, CLASSES, Left, OFFICERS, OUTCOMES, REASONS, SERVICES, Step};

/// Any step; those that fill and empty the hall most often.
pub fn any_step() -> BoxedStrategy<Step> {
    let counter = || prop_oneof![12 => 1..=3u16, 1 => Just(9)];
    let officer = || 0..OFFICERS.len();
    let holder = || prop_oneof![3 => officer().prop_map(Some), 1 => Just(None)];
    let key = || prop_oneof![3 => Just(None), 1 => (0..6u8).prop_map(Some)];
    let class = prop_oneof![5 => Just(None), 3 => (0..CLASSES.len()).prop_map(Some), 1 => Just(Some(9))];
    let service = prop_oneof![20 => 0..SERVICES.len(), 1 => Just(9)];
    let cases = prop_oneof![6 => Just(1u16), 2 => 2..=CASES_MAX, 1 => Just(CASES_MAX + 1)];
    let then = || {
        let some = || proptest::collection::vec(prop_oneof![20 => 0..SERVICES.len(), 1 => Just(9)], 0..4);
        prop_oneof![3 => Just(Vec::new()), 2 => some()]
    };
    let back_to = prop_oneof![Just(None), Just(Some(BackTo::Here)), Just(Some(BackTo::Anywhere))];
    let to = || prop_oneof![(0..SERVICES.len()).prop_map(Ok), Just(Ok(9)), counter().prop_map(Err)];
    let remaining = prop_oneof![
        2 => Just(None), 1 => Just(Some(Left::Waiting)), 3 => to().prop_map(|to| Some(Left::HandedOver(to))),
    ];
    let reason = prop_oneof![3 => Just(None), 2 => (0..REASONS.len()).prop_map(Some), 1 => Just(Some(9))];
    let outcome = || 0..=OUTCOMES.len();
    let rank = prop_oneof![Just(None), Just(Some(Rank::Front)), Just(Some(Rank::Arrival)), Just(Some(Rank::End))];
    let returner = prop_oneof![3 => Just(Returner::Staff), 1 => Just(Returner::Holder)];
    let seconds = prop_oneof![6 => 0..1_800i64, 4 => 0..40i64, 1 => 30_000..200_000i64];
    prop_oneof![
        12 => crate::appointments::any_step(),
        6 => seconds.prop_map(|seconds| Step::Wait { seconds }),
        1 => (0..200_000i64).prop_map(|seconds| Step::SetClockBack { seconds }),
        1 => Just(Step::StartDay),
        8 => any_papers().prop_map(Step::Outage),
        2 => any::<bool>().prop_map(|midnight_passed| Step::CorrectDay { midnight_passed }),
        16 => (service, class, key(), cases, then()).prop_map(|(service, class, key, cases, then)| {
            Step::Take { service, class, key, cases, then }
        }),
        3 => (counter(), officer(), then())
            .prop_map(|(counter, officer, then)| Step::Services { counter, officer, then }),
        3 => (counter(), officer(), 0..12usize, any::<bool>())
            .prop_map(|(counter, officer, ticket, erased)| Step::Write { counter, officer, ticket, erased }),
        3 => (0..12usize).prop_map(|ticket| Step::Cancel { ticket }),
        6 => (counter(), officer(), proptest::bool::weighted(0.2))
            .prop_map(|(counter, officer, takes)| Step::Open { counter, officer, takes }),
        2 => (counter(), holder(), proptest::option::of(1..9u32), reason, remaining.clone()).prop_map(
            |(counter, officer, minutes, reason, remaining)| {
                Step::Pause { counter, officer, minutes, reason, remaining }
            },
        ),
        2 => (counter(), holder(), remaining)
            .prop_map(|(counter, officer, remaining)| Step::Close { counter, officer, remaining }),
        14 => (counter(), officer(), key()).prop_map(|(counter, officer, key)| Step::Next { counter, officer, key }),
        6 => (counter(), officer()).prop_map(|(counter, officer)| Step::Recall { counter, officer }),
        4 => (counter(), officer()).prop_map(|(counter, officer)| Step::Start { counter, officer }),
        3 => (counter(), officer(), outcome())
            .prop_map(|(counter, officer, outcome)| Step::Note { counter, officer, outcome }),
        3 => (counter(), officer(), proptest::option::of(outcome()))
            .prop_map(|(counter, officer, outcome)| Step::Finish { counter, officer, outcome }),
        6 => (counter(), officer()).prop_map(|(counter, officer)| Step::NoShow { counter, officer }),
        4 => (counter(), officer(), back_to)
            .prop_map(|(counter, officer, back_to)| Step::Park { counter, officer, back_to }),
        4 => (counter(), officer(), to(), rank)
            .prop_map(|(counter, officer, to, rank)| Step::Transfer { counter, officer, to, rank }),
        4 => (counter(), officer(), 0..12usize)
            .prop_map(|(counter, officer, ticket)| Step::Choose { counter, officer, ticket }),
        3 => (0..12usize, 0..=CLASSES.len()).prop_map(|(ticket, class)| Step::Grant { ticket, class }),
        8 => (counter(), officer()).prop_map(|(counter, officer)| Step::Undo { counter, officer }),
        6 => (0..12usize, returner).prop_map(|(ticket, by)| Step::Return { ticket, by }),
    ]
    .boxed()
}
