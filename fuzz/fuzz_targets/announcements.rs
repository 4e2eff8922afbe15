//! The display protocol: whatever views come, nothing panics; and of the calls of a hall, whatever happens to them,
//! none is said twice and none that is new is left out.
#![no_main]

use std::collections::BTreeSet;

use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use moi_display::{Announcer, Call, Moment, Waiting, WallView};

/// Calls that a view carries.
const CALLS_MAX: usize = moi_display::board::CALLS_MAX;

fuzz_target!(|bytes: &[u8]| {
    match std::str::from_utf8(bytes) {
        Ok(text) if text.starts_with('{') => hear_any_views(text),
        Ok(_) | Err(_) => hear_a_hall(bytes),
    }
});

/// Views as they come, each on a line. What is said has not been said lately.
fn hear_any_views(text: &str) {
    let mut announcer = Announcer::new();
    let mut before = Vec::new();
    for (place, line) in text.lines().enumerate() {
        let Ok(view) = serde_json::from_str::<WallView>(line) else {
            announcer.lose_connection();
            continue;
        };
        let now = Timestamp::from_second(1_800_000_000 + place as i64).expect("a time");
        let said: Vec<_> = announcer.to_say(&view, now).iter().map(|call| (call.id, call.at)).collect();
        assert!(said.iter().all(|call| !before.contains(call)), "said twice in a row: {said:?}");
        assert!(said.len() <= view.calls.len());
        before = said;
    }
}

/// A hall: a byte is what happens next.
fn hear_a_hall(bytes: &[u8]) {
    let (mut announcer, mut said) = (Announcer::new(), BTreeSet::new());
    let (mut calls, mut second, mut last_id) = (Vec::<Call>::new(), 1_800_000_000_i64, 0);
    // The greatest call of a view that came while the connection held, and whether it has been lost since.
    let (mut seen, mut away) = (None::<u64>, false);
    for byte in bytes.iter().take(4096) {
        let argument = usize::from(byte >> 3);
        let now = Timestamp::from_second(second).expect("a time");
        match byte & 7 {
            0 | 1 => {
                last_id += 1 + argument as u64;
                let at = Moment::with_offset(now, jiff::tz::offset(7));
                let number = format!("A{last_id:03}");
                let service = "A".to_owned();
                calls.push(Call { id: last_id, number, counter: 3, service, at, recall: false, calling: true });
            }
            // One of the calls that are shown is taken back: an older one comes up again.
            2 => drop(newest(&calls, argument).map(|place| calls.remove(place))),
            3 => newest(&calls, argument).into_iter().for_each(|place| calls[place].calling = false),
            4 => {
                announcer.lose_connection();
                away = true;
            }
            5 => second += argument as i64,
            _ => {
                let shown: Vec<Call> = calls.iter().rev().take(CALLS_MAX).cloned().collect();
                let expected: Vec<u64> =
                    shown.iter().rev().map(|call| call.id).filter(|id| seen.is_some_and(|seen| *id > seen)).collect();
                let view = WallView { calls: shown.clone(), counters: Vec::new(), waiting: Waiting::default() };
                let told: Vec<u64> = announcer.to_say(&view, now).iter().map(|call| call.id).collect();
                for id in &told {
                    assert!(said.insert(*id), "call {id} is said twice");
                }
                let is_fresh = |id: &u64| {
                    let call = shown.iter().find(|call| call.id == *id).expect("it is shown");
                    call.at.age_at(now) < moi_display::announcement::FRESH && (call.calling || !away)
                };
                let new: Vec<u64> = expected.into_iter().filter(is_fresh).collect();
                assert_eq!(told, new, "what is new is said, and no more");
                seen = Some(last_id);
                away = false;
            }
        }
    }
}

/// The place of one of the calls that are shown.
fn newest(calls: &[Call], argument: usize) -> Option<usize> {
    let shown = calls.len().min(CALLS_MAX);
    (shown > 0).then(|| calls.len() - 1 - argument % shown)
}
