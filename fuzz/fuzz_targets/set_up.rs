//! A set-up and changes to it: findings, and no panic; a change of a good text is TOML again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use moi_config::{Edit, difference, edited, parse};

fuzz_target!(|text: &str| {
    // After a line of its own, what a page would send.
    let (text, edits) = text.split_once("\n---\n").unwrap_or((text, "[]"));
    let _ = parse("office.toml", text);
    let Ok(edits) = serde_json::from_str::<Vec<Edit>>(edits) else { return };
    if let Ok(changed) = edited(text, &edits) {
        let _ = parse("office.toml", &changed);
        assert!(difference(&changed, &changed).is_empty());
        edited(&changed, &[]).expect("a changed text is TOML");
    }
});
