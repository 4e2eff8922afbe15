//! The display protocol: whatever views come, each on a line, no call is said twice, and nothing panics.
#![no_main]

use std::collections::BTreeSet;

use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use moi_display::{Announcer, WallView};

fuzz_target!(|text: &str| {
    let mut announcer = Announcer::new();
    let mut said = BTreeSet::new();
    for (place, line) in text.lines().enumerate() {
        let Ok(view) = serde_json::from_str::<WallView>(line) else {
            announcer.lose_connection();
            continue;
        };
        let now = Timestamp::from_second(1_800_000_000 + place as i64).expect("a time");
        for call in announcer.to_say(&view, now) {
            assert!(said.insert(call.id), "call {} is said twice", call.id);
        }
    }
});
