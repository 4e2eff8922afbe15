//! Which calls are to be heard: each once, missed ones while they are fresh and still on, old ones never.

use std::collections::VecDeque;

use jiff::{SignedDuration, Timestamp};

use crate::board::{CALLS_MAX, Call, WallView};

/// A call that was missed is still worth saying while it is younger than this, and its citizen has not come yet.
pub const FRESH: SignedDuration = SignedDuration::from_secs(60);

/// How many calls to remember as heard. A view carries [`CALLS_MAX`]; a call that is in no view any more comes back
/// only when one that pushed it out is taken back, so eight views' worth is more than enough.
const HEARD_MAX: usize = 8 * CALLS_MAX;

/// Decides what one speaker says, from whole wall views. Keeps no clock of its own.
#[derive(Debug, Default)]
pub struct Announcer {
    /// Calls that were said, or that are past saying: id and moment, since the ids of another journal begin again.
    heard: VecDeque<(u64, Timestamp)>,
    /// The newest call of the last view.
    newest: Option<(u64, Timestamp)>,
    started: bool,
    /// The connection was lost since the last view.
    away: bool,
}

impl Announcer {
    /// An announcer that has just been switched on and has heard nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The connection was lost, if only for a moment: the calls that the next view brings were missed. Of those only
    /// what is still on will be said: a number whose counter has called another one would only mislead.
    pub fn lose_connection(&mut self) {
        self.away = true;
    }

    /// The calls of `view` to say now, in the order in which they were made. `now` is the office's clock.
    ///
    /// Nothing of the very first view is said: nobody knows whether it was said before the speaker was switched on,
    /// and a hall that hears an old call runs to the wrong counter.
    pub fn to_say(&mut self, view: &WallView, now: Timestamp) -> Vec<Call> {
        let mut calls: Vec<Call> = Vec::new();
        // A view has no more; one that had would make us forget what was heard.
        for call in view.calls.iter().take(CALLS_MAX).rev() {
            let key = (call.id, call.at.timestamp());
            if self.heard.contains(&key) {
                continue;
            }
            self.remember(key);
            let is_on = call.calling || !self.away;
            // It stood behind others in a view before: a call that had pushed it out was taken back.
            let is_old = self.newest.is_some_and(|(id, at)| key.0 < id && key.1 <= at);
            if self.started && is_on && !is_old && call.at.age_at(now) < FRESH {
                calls.push(call.clone());
            }
        }
        self.newest = view.calls.first().map(|call| (call.id, call.at.timestamp()));
        self.started = true;
        self.away = false;
        calls.sort_by_key(|call| call.id);
        calls
    }

    fn remember(&mut self, key: (u64, Timestamp)) {
        if self.heard.len() == HEARD_MAX {
            self.heard.pop_front();
        }
        self.heard.push_back(key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::Waiting;
    use crate::moment::Moment;

    fn second(second: i64) -> Timestamp {
        Timestamp::from_second(1_795_000_000 + second).unwrap()
    }

    fn call(id: u64, at: i64) -> Call {
        let at = Moment::with_offset(second(at), jiff::tz::offset(7));
        let number = format!("A{id:03}");
        Call { id, number, counter: 3, service: "A".into(), at, recall: false, calling: true }
    }

    fn wall(mut calls: Vec<Call>) -> WallView {
        calls.sort_by_key(|call| std::cmp::Reverse(call.id));
        calls.truncate(CALLS_MAX);
        WallView { calls, counters: Vec::new(), waiting: Waiting::default() }
    }

    fn ids(calls: &[Call]) -> Vec<u64> {
        calls.iter().map(|call| call.id).collect()
    }

    #[test]
    fn each_call_is_said_once_in_the_order_of_calling() {
        let mut announcer = Announcer::new();
        assert!(announcer.to_say(&wall(vec![]), second(0)).is_empty());
        assert_eq!(ids(&announcer.to_say(&wall(vec![call(1, 10), call(2, 11)]), second(11))), [1, 2]);
        assert!(announcer.to_say(&wall(vec![call(1, 10), call(2, 11)]), second(12)).is_empty());
        assert_eq!(ids(&announcer.to_say(&wall(vec![call(1, 10), call(2, 11), call(3, 13)]), second(13))), [3]);
    }

    #[test]
    fn a_call_that_comes_back_because_another_was_taken_back_is_not_said() {
        let mut announcer = Announcer::new();
        announcer.to_say(&wall((2..=9).map(|id| call(id, 10)).collect()), second(11));
        assert!(announcer.to_say(&wall((1..=8).map(|id| call(id, 10)).collect()), second(12)).is_empty());
        assert_eq!(ids(&announcer.to_say(&wall((3..=10).map(|id| call(id, 10)).collect()), second(13))), [10]);
    }

    #[test]
    fn a_view_of_more_calls_than_there_can_be_says_none_twice() {
        let mut announcer = Announcer::new();
        announcer.to_say(&wall(vec![]), second(0));
        let calls = (1..=200).rev().map(|id| call(id, 10)).collect();
        let flood = WallView { calls, counters: Vec::new(), waiting: Waiting::default() };
        assert_eq!(ids(&announcer.to_say(&flood, second(11))), (193..=200).collect::<Vec<_>>());
        assert!(announcer.to_say(&flood, second(12)).is_empty());
    }

    /// FQM's chime stayed silent in ten of ten calls when the wall had been empty before.
    #[test]
    fn the_first_call_on_an_empty_wall_is_said() {
        let mut announcer = Announcer::new();
        announcer.to_say(&wall(vec![]), second(0));
        assert_eq!(ids(&announcer.to_say(&wall(vec![call(1, 5)]), second(5))), [1]);
    }

    /// MADO's wall neither showed nor sounded the sixth call within a minute.
    #[test]
    fn a_burst_of_calls_is_said_whole() {
        let mut announcer = Announcer::new();
        announcer.to_say(&wall(vec![]), second(0));
        let burst = (1..=8).map(|id| call(id, 10)).collect();
        assert_eq!(ids(&announcer.to_say(&wall(burst), second(12))), [1, 2, 3, 4, 5, 6, 7, 8]);
    }

    #[test]
    fn a_call_missed_for_some_seconds_is_said_and_an_old_one_is_not() {
        let mut announcer = Announcer::new();
        announcer.to_say(&wall(vec![call(1, 0)]), second(0));
        let missed = wall(vec![call(1, 0), call(2, 10), call(3, 45)]);
        assert_eq!(ids(&announcer.to_say(&missed, second(75))), [3], "call 2 is 65 s old");
        assert!(announcer.to_say(&missed, second(76)).is_empty());
    }

    #[test]
    fn a_missed_call_is_said_only_while_it_is_on() {
        let over = |call: Call| Call { calling: false, ..call };
        let mut announcer = Announcer::new();
        announcer.to_say(&wall(vec![]), second(0));
        announcer.lose_connection();
        // Counter 3 called 1 and then 2; 3 was called to counter 4, where its visit has begun.
        let there = Call { counter: 4, ..over(call(3, 12)) };
        let missed = wall(vec![over(call(1, 10)), call(2, 11), there]);
        assert_eq!(ids(&announcer.to_say(&missed, second(13))), [2]);
        assert!(announcer.to_say(&missed, second(14)).is_empty(), "what is over is not said later");
        let later = wall(vec![over(call(4, 15)), call(5, 15)]);
        assert_eq!(ids(&announcer.to_say(&later, second(15))), [4, 5], "nothing was missed");
    }

    #[test]
    fn of_a_call_and_its_recall_that_were_both_missed_the_recall_is_said() {
        let mut announcer = Announcer::new();
        announcer.to_say(&wall(vec![]), second(0));
        announcer.lose_connection();
        let call_before = Call { calling: false, ..call(1, 10) };
        let recall = Call { recall: true, number: "A001".into(), ..call(2, 20) };
        assert_eq!(ids(&announcer.to_say(&wall(vec![call_before, recall]), second(21))), [2]);
    }

    #[test]
    fn nothing_old_is_said_after_a_restart() {
        let mut announcer = Announcer::new();
        assert!(announcer.to_say(&wall(vec![call(7, 58), call(8, 59)]), second(60)).is_empty());
        assert_eq!(ids(&announcer.to_say(&wall(vec![call(8, 59), call(9, 61)]), second(61))), [9]);
    }

    #[test]
    fn a_new_journal_whose_ids_begin_again_is_heard() {
        let mut announcer = Announcer::new();
        announcer.to_say(&wall(vec![call(1, 0), call(500, 1)]), second(1));
        assert_eq!(ids(&announcer.to_say(&wall(vec![call(1, 100)]), second(100))), [1]);
    }

    #[test]
    fn thousands_of_calls_are_each_said_once_whatever_was_skipped() {
        let mut announcer = Announcer::new();
        announcer.to_say(&wall(vec![]), second(0));
        let all: Vec<Call> = (1..=3000_u64).map(|id| call(id, i64::try_from(id).unwrap())).collect();
        let mut said = Vec::new();
        // Between two views that arrive up to seven are left out: conflation, or a lost connection.
        let mut shown = 0;
        for step in [1, 8, 2, 5, 3].iter().cycle() {
            shown = (shown + step).min(all.len());
            let view = wall(all[..shown].to_vec());
            said.extend(ids(&announcer.to_say(&view, view.calls[0].at.timestamp())));
            if shown == all.len() {
                break;
            }
        }
        assert_eq!(said, (1..=3000).collect::<Vec<u64>>());
    }
}
