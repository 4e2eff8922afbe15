//! WebSocket messages, both ways: what is read is written as it was, and nothing panics.
#![no_main]

use libfuzzer_sys::fuzz_target;
use moi_display::frame::{ClientFrame, ServerFrame};

fuzz_target!(|text: &str| {
    if let Ok(frame) = ClientFrame::parse(text) {
        assert_eq!(ClientFrame::parse(&frame.text()).expect("what is written is read"), frame);
    }
    if let Ok(frame) = ServerFrame::<serde_json::Value>::parse(text) {
        let written = serde_json::to_string(&frame).expect("a frame is JSON");
        assert_eq!(ServerFrame::parse(&written).expect("what is written is read"), frame);
    }
});
