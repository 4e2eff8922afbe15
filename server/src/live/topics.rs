//! Who watches what: one slot a topic, holding the newest frame only.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytestring::ByteString;
use moi_domain::{CounterNumber, TicketId};
use tokio::sync::watch;

use super::CloseReason;

/// What can be watched, in the order in which watchers are told: boards first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// The waiting room's display.
    Wall,
    /// The kiosk's tiles.
    Kiosk,
    /// The display over a counter.
    Counter(CounterNumber),
    /// An officer's desk.
    Desk(CounterNumber),
    /// A citizen's own ticket.
    Ticket(TicketId),
}

/// A view, serialised once, shared by all who watch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Revision of the topic since the office started; the watcher acknowledges it.
    pub rev: u64,
    /// The whole text frame.
    pub text: ByteString,
}

/// How many sockets watch, by what they show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Watchers {
    /// Displays of the waiting room.
    pub walls: usize,
    /// Kiosks.
    pub kiosks: usize,
    /// Displays over a counter.
    pub counters: usize,
    /// Desks.
    pub desks: usize,
    /// Citizens' phones, and kiosks that watch a slip come out.
    pub phones: usize,
}

/// What reaches a socket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signal {
    /// The newest view.
    View(Frame),
    /// There will be no other view.
    Close(CloseReason),
}

/// A view without its envelope, and the version of the hall that it shows at least.
#[derive(Debug, Clone)]
pub struct Sight {
    /// The count of changes, read before the view was made.
    pub version: u64,
    /// The view as JSON.
    pub view: String,
    /// Which set-up its page should have been built with; none where pages don't care.
    pub set_up: Option<u32>,
}

/// A topic's slot: the newest view, to see whether the next one differs, and the channel.
struct Slot {
    sight: Sight,
    rev: u64,
    sender: watch::Sender<Signal>,
}

/// All topics that somebody watches or watched a moment ago.
#[derive(Default)]
pub struct Topics {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    slots: HashMap<Topic, Slot>,
    stopping: bool,
}

impl Topics {
    /// Watches a topic; `sight` is its view as it is now.
    #[must_use]
    pub fn subscribe(&self, topic: Topic, sight: Sight) -> watch::Receiver<Signal> {
        let mut state = self.lock();
        if state.stopping {
            return watch::Sender::new(Signal::Close(CloseReason::Stopping)).subscribe();
        }
        let slot = state.slots.entry(topic).or_insert_with(|| Slot::new(sight.clone()));
        slot.update(sight);
        slot.sender.subscribe()
    }

    /// Topics that are watched now, boards first; slots that nobody watches are given up.
    #[must_use]
    pub fn watched(&self) -> Vec<Topic> {
        let mut state = self.lock();
        state.slots.retain(|_, slot| slot.sender.receiver_count() > 0);
        let mut topics: Vec<_> = state.slots.keys().copied().collect();
        topics.sort_unstable();
        topics
    }

    /// How many sockets watch, by what they show.
    #[must_use]
    pub fn watchers(&self) -> Watchers {
        let mut watchers = Watchers::default();
        for (topic, slot) in &self.lock().slots {
            let count = match topic {
                Topic::Wall => &mut watchers.walls,
                Topic::Kiosk => &mut watchers.kiosks,
                Topic::Counter(_) => &mut watchers.counters,
                Topic::Desk(_) => &mut watchers.desks,
                Topic::Ticket(_) => &mut watchers.phones,
            };
            *count += slot.sender.receiver_count();
        }
        watchers
    }

    /// Sends a view to whoever watches, unless they have it or a newer one already.
    pub fn publish(&self, topic: Topic, sight: Sight) {
        let mut state = self.lock();
        if !state.stopping
            && let Some(slot) = state.slots.get_mut(&topic)
        {
            slot.update(sight);
        }
    }

    /// Ends a topic that is no more, as a ticket of yesterday.
    pub fn end(&self, topic: Topic) {
        if let Some(slot) = self.lock().slots.remove(&topic) {
            slot.sender.send_replace(Signal::Close(CloseReason::NoSuchTopic));
        }
    }

    /// Tells every socket that the office stops, and lets none be told anything else after it.
    pub fn stop(&self) {
        let mut state = self.lock();
        state.stopping = true;
        for slot in state.slots.values() {
            slot.sender.send_replace(Signal::Close(CloseReason::Stopping));
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Slot {
    fn new(sight: Sight) -> Self {
        let text = envelope(1, &sight);
        Self { sight, rev: 1, sender: watch::Sender::new(Signal::View(Frame { rev: 1, text })) }
    }

    /// Two threads make views; one that looked at the hall earlier may come later.
    fn update(&mut self, sight: Sight) {
        if sight.version < self.sight.version {
            return;
        }
        if self.sight.view == sight.view && self.sight.set_up == sight.set_up {
            self.sight.version = sight.version;
            return;
        }
        self.rev += 1;
        let text = envelope(self.rev, &sight);
        self.sight = sight;
        self.sender.send_replace(Signal::View(Frame { rev: self.rev, text }));
    }
}

fn envelope(rev: u64, Sight { view, set_up, version: _ }: &Sight) -> ByteString {
    match set_up {
        Some(set_up) => format!(r#"{{"rev":{rev},"view":{view},"set_up":{set_up}}}"#).into(),
        None => format!(r#"{{"rev":{rev},"view":{view}}}"#).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sight(version: u64, view: &str) -> Sight {
        Sight { version, view: view.into(), set_up: None }
    }

    fn text(receiver: &mut watch::Receiver<Signal>) -> Option<String> {
        match &*receiver.borrow_and_update() {
            Signal::View(frame) => Some(frame.text.to_string()),
            Signal::Close(_) => None,
        }
    }

    #[test]
    fn a_watcher_gets_the_newest_view_only_and_never_the_same_twice() {
        let topics = Topics::default();
        let mut receiver = topics.subscribe(Topic::Wall, sight(1, "1"));
        assert_eq!(text(&mut receiver).as_deref(), Some(r#"{"rev":1,"view":1}"#));

        topics.publish(Topic::Wall, sight(2, "1"));
        assert!(!receiver.has_changed().expect("the topic stands"), "an equal view was sent again");

        topics.publish(Topic::Wall, sight(3, "2"));
        topics.publish(Topic::Wall, sight(4, "3"));
        assert_eq!(text(&mut receiver).as_deref(), Some(r#"{"rev":3,"view":3}"#));
    }

    /// A screen that nobody closes must learn of another set-up, whether its view changes or not.
    #[test]
    fn another_set_up_is_told_with_an_equal_view() {
        let topics = Topics::default();
        let sight = |version, set_up| Sight { set_up: Some(set_up), ..sight(version, "1") };
        let mut receiver = topics.subscribe(Topic::Wall, sight(1, 0));
        assert_eq!(text(&mut receiver).as_deref(), Some(r#"{"rev":1,"view":1,"set_up":0}"#));
        topics.publish(Topic::Wall, sight(2, 1));
        assert_eq!(text(&mut receiver).as_deref(), Some(r#"{"rev":2,"view":1,"set_up":1}"#));
    }

    #[test]
    fn an_older_view_never_replaces_a_newer_one() {
        let topics = Topics::default();
        let mut receiver = topics.subscribe(Topic::Wall, sight(7, "\"called\""));
        let _late = topics.subscribe(Topic::Wall, sight(6, "\"before\""));
        topics.publish(Topic::Wall, sight(5, "\"long before\""));
        assert_eq!(text(&mut receiver).as_deref(), Some(r#"{"rev":1,"view":"called"}"#));
    }

    #[test]
    fn a_topic_that_nobody_watches_is_given_up() {
        let topics = Topics::default();
        let receiver = topics.subscribe(Topic::Kiosk, sight(1, "1"));
        assert_eq!(topics.watched(), [Topic::Kiosk]);
        drop(receiver);
        assert!(topics.watched().is_empty());
    }

    #[test]
    fn screens_are_counted_by_what_they_show_while_they_are_connected() {
        let topics = Topics::default();
        let walls = [1, 2].map(|_| topics.subscribe(Topic::Wall, sight(1, "1")));
        let _kiosk = topics.subscribe(Topic::Kiosk, sight(1, "1"));
        let _phone = topics.subscribe(Topic::Ticket(TicketId(1)), sight(1, "1"));
        assert_eq!(topics.watchers(), Watchers { walls: 2, kiosks: 1, phones: 1, ..Watchers::default() });
        drop(walls);
        assert_eq!(topics.watchers().walls, 0);
    }

    #[test]
    fn boards_are_told_before_phones() {
        let topics = Topics::default();
        let _phone = topics.subscribe(Topic::Ticket(TicketId(1)), sight(1, "1"));
        let _wall = topics.subscribe(Topic::Wall, sight(1, "1"));
        assert_eq!(topics.watched(), [Topic::Wall, Topic::Ticket(TicketId(1))]);
    }

    #[test]
    fn nothing_comes_after_the_goodbye() {
        let topics = Topics::default();
        let receiver = topics.subscribe(Topic::Wall, sight(1, "1"));
        topics.stop();
        topics.publish(Topic::Wall, sight(2, "2"));
        let late = topics.subscribe(Topic::Wall, sight(3, "3"));
        for receiver in [receiver, late] {
            assert_eq!(*receiver.borrow(), Signal::Close(CloseReason::Stopping));
        }
    }

    #[test]
    fn who_watches_a_ticket_of_yesterday_is_told_that_it_is_no_more() {
        let topics = Topics::default();
        let receiver = topics.subscribe(Topic::Ticket(TicketId(1)), sight(1, "1"));
        topics.end(Topic::Ticket(TicketId(1)));
        assert_eq!(*receiver.borrow(), Signal::Close(CloseReason::NoSuchTopic));
        assert!(topics.watched().is_empty());
    }
}
