//! Who watches what: one slot a topic, holding the newest frame only.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytestring::ByteString;
use moi_domain::{CounterNumber, TicketId};
use tokio::sync::watch;

/// What can be watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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

/// What reaches a socket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signal {
    /// The newest view.
    View(Frame),
    /// The office stops.
    Stop,
}

/// A topic's slot: the view without its envelope, to see whether it changed, and the channel.
struct Slot {
    view: String,
    rev: u64,
    sender: watch::Sender<Signal>,
}

/// All topics that somebody watches or watched a moment ago.
#[derive(Default)]
pub struct Topics {
    slots: Mutex<HashMap<Topic, Slot>>,
}

impl Topics {
    /// Watches a topic; `view` is its view as it is now.
    #[must_use]
    pub fn subscribe(&self, topic: Topic, view: String) -> watch::Receiver<Signal> {
        let mut slots = self.lock();
        let slot = slots.entry(topic).or_insert_with(|| {
            let text = envelope(1, &view);
            Slot { view: view.clone(), rev: 1, sender: watch::Sender::new(Signal::View(Frame { rev: 1, text })) }
        });
        slot.update(view);
        slot.sender.subscribe()
    }

    /// Topics that are watched now; slots that nobody watches are given up.
    #[must_use]
    pub fn watched(&self) -> Vec<Topic> {
        let mut slots = self.lock();
        slots.retain(|_, slot| slot.sender.receiver_count() > 0);
        slots.keys().copied().collect()
    }

    /// Sends a view to whoever watches, unless they have it already.
    pub fn publish(&self, topic: Topic, view: String) {
        if let Some(slot) = self.lock().get_mut(&topic) {
            slot.update(view);
        }
    }

    /// Tells every socket that the office stops.
    pub fn stop(&self) {
        for slot in self.lock().values() {
            slot.sender.send_replace(Signal::Stop);
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Topic, Slot>> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Slot {
    fn update(&mut self, view: String) {
        if self.view == view {
            return;
        }
        self.rev += 1;
        let text = envelope(self.rev, &view);
        self.view = view;
        self.sender.send_replace(Signal::View(Frame { rev: self.rev, text }));
    }
}

fn envelope(rev: u64, view: &str) -> ByteString {
    format!(r#"{{"rev":{rev},"view":{view}}}"#).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(receiver: &mut watch::Receiver<Signal>) -> Option<Frame> {
        match &*receiver.borrow_and_update() {
            Signal::View(frame) => Some(frame.clone()),
            Signal::Stop => None,
        }
    }

    #[test]
    fn a_watcher_gets_the_newest_view_only_and_never_the_same_twice() {
        let topics = Topics::default();
        let mut receiver = topics.subscribe(Topic::Wall, "1".into());
        assert_eq!(frame(&mut receiver).map(|frame| frame.text.to_string()), Some(r#"{"rev":1,"view":1}"#.into()));

        topics.publish(Topic::Wall, "1".into());
        assert!(!receiver.has_changed().expect("the topic stands"), "an equal view was sent again");

        topics.publish(Topic::Wall, "2".into());
        topics.publish(Topic::Wall, "3".into());
        assert_eq!(frame(&mut receiver).map(|frame| frame.text.to_string()), Some(r#"{"rev":3,"view":3}"#.into()));
    }

    #[test]
    fn a_topic_that_nobody_watches_is_given_up() {
        let topics = Topics::default();
        let receiver = topics.subscribe(Topic::Kiosk, "1".into());
        assert_eq!(topics.watched(), [Topic::Kiosk]);
        drop(receiver);
        assert!(topics.watched().is_empty());
    }
}
