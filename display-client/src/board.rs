//! What the public boards show: the wall and the display over a counter.
//!
//! Each view is whole: a board needs nothing but the newest one. Fields that a board doesn't know are skipped, so
//! that an older display lives with a newer server.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::moment::Moment;

/// A name for people by language code: `{"vi":"Hộ tịch","en":"Civil status"}`.
pub type Names = BTreeMap<String, String>;

/// Most calls that a wall view carries.
///
/// Eight: at one call each six seconds (what one speaker can say) they reach back 48 s, and a wall shows five to eight.
pub const CALLS_MAX: usize = 8;

/// What a counter is doing, as people in the hall see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CounterState {
    /// Nobody sits there.
    Closed,
    /// An officer is there and serves nobody.
    Open,
    /// A ticket is called and has not come yet.
    Calling,
    /// A visit goes on.
    Serving,
    /// The officer is away for a while.
    Paused,
}

/// `/live/wall`: the whole wall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WallView {
    /// The last calls, newest first, at most [`CALLS_MAX`]; one entry a call.
    pub calls: Vec<Call>,
    /// All counters in the order in which they stand in the room.
    pub counters: Vec<CounterCell>,
    /// How many people wait.
    pub waiting: Waiting,
}

/// One call of one ticket. A recall is a call of its own, with its own id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// Names the call for ever: later calls have greater ids.
    pub id: u64,
    /// The ticket's number, `A012`.
    pub number: String,
    /// The counter that the citizen is to come to.
    pub counter: u16,
    /// The code of the ticket's service, which is not the counter's.
    pub service: String,
    /// When it was called.
    pub at: Moment,
    /// The same ticket was called before.
    pub recall: bool,
    /// The citizen has not come yet: the ticket is called and not started.
    pub calling: bool,
}

/// A counter in the wall's strip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CounterCell {
    /// The counter's number.
    pub counter: u16,
    /// What it does.
    pub state: CounterState,
    /// The ticket that is called to it or served at it.
    pub number: Option<String>,
    /// When a paused counter means to go on.
    pub until: Option<Moment>,
    /// The id of the reason for the pause, where one was given: its words are in the set-up.
    pub pause_reason: Option<String>,
}

/// How many people wait in the hall.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// In the whole hall.
    pub total: u32,
    /// For each service, in the order of the set-up.
    pub services: Vec<ServiceWaiting>,
}

/// How many people wait for one service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceWaiting {
    /// The service's code.
    pub service: String,
    /// Waiting tickets.
    pub waiting: u32,
}

/// `/live/counters/{n}`: the display over one counter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CounterView {
    /// The counter's number.
    pub counter: u16,
    /// What it does.
    pub state: CounterState,
    /// The ticket that is called to it or served at it.
    pub number: Option<String>,
    /// The call that is on, when the state is calling.
    pub call: Option<CounterCall>,
    /// Codes of the services that it handles.
    pub services: Vec<String>,
    /// Who sits there.
    pub officer: Option<OfficerPlate>,
    /// When a paused counter means to go on.
    pub until: Option<Moment>,
    /// The id of the reason for the pause, where one was given: its words are in the set-up.
    pub pause_reason: Option<String>,
    /// Counters to go to while this one is closed or paused.
    pub instead: Vec<u16>,
}

/// The call that a counter display shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CounterCall {
    /// The call's id, the same as on the wall.
    pub id: u64,
    /// When it was called.
    pub at: Moment,
    /// The same ticket was called before.
    pub recall: bool,
}

/// The officer's name plate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficerPlate {
    /// The officer's name as it stands on the plate.
    pub name: String,
    /// The officer's title by language; may be empty.
    pub title: Names,
}

#[cfg(test)]
mod tests {
    use super::*;

    const WALL: &str = concat!(
        r#"{"calls":[{"id":123,"number":"A012","counter":3,"service":"A","at":"2026-11-24T09:42:10+07:00","#,
        r#""recall":false,"calling":true}],"#,
        r#""counters":[{"counter":1,"state":"paused","number":null,"until":"2026-11-24T10:00:00+07:00","#,
        r#""pause_reason":"meeting"},"#,
        r#"{"counter":3,"state":"calling","number":"A012","until":null,"pause_reason":null}],"#,
        r#""waiting":{"total":23,"services":[{"service":"A","waiting":6}]}}"#,
    );

    const COUNTER: &str = concat!(
        r#"{"counter":3,"state":"calling","number":"A012","#,
        r#""call":{"id":123,"at":"2026-11-24T09:42:10+07:00","recall":false},"services":["A","C"],"#,
        r#""officer":{"name":"Nông Thị Hà","title":{"en":"Civil status officer","vi":"Công chức hộ tịch"}},"#,
        r#""until":null,"pause_reason":null,"instead":[1]}"#,
    );

    #[test]
    fn views_are_written_exactly_as_the_protocol_says() {
        let wall: WallView = serde_json::from_str(WALL).unwrap();
        assert_eq!(serde_json::to_string(&wall).unwrap(), WALL);
        let counter: CounterView = serde_json::from_str(COUNTER).unwrap();
        assert_eq!(serde_json::to_string(&counter).unwrap(), COUNTER);
    }

    #[test]
    fn an_older_display_lives_with_a_newer_servers_fields() {
        let newer = COUNTER.replacen('{', r#"{"weather":"rain","#, 1);
        assert!(serde_json::from_str::<CounterView>(&newer).is_ok());
    }

    #[test]
    fn every_state_has_its_word() {
        use CounterState::{Calling, Closed, Open, Paused, Serving};
        let words: Vec<String> =
            [Closed, Open, Calling, Serving, Paused].iter().map(|s| serde_json::to_string(s).unwrap()).collect();
        assert_eq!(words, [r#""closed""#, r#""open""#, r#""calling""#, r#""serving""#, r#""paused""#]);
    }
}
