//! When and where each device was seen last, and how many live views it watches: in memory, since a request must not
//! cost a write to the disk. After a restart it is known again as soon as the device says something.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

/// Of all devices by their ids; as many as are paired.
#[derive(Clone, Default)]
pub(super) struct Presence(Arc<Mutex<HashMap<String, Here>>>);

/// What is known of one device.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Here {
    /// When and from where, since the office was opened.
    pub(super) seen: Option<(Timestamp, IpAddr)>,
    /// Live views that are open.
    pub(super) sockets: usize,
}

/// Counts one live view until it is dropped.
pub(super) struct Watching(Presence, String);

impl Presence {
    /// The device said something.
    pub(super) fn saw(&self, id: &str, now: Timestamp, address: IpAddr) {
        let mut known = self.lock();
        match known.get_mut(id) {
            Some(here) => here.seen = Some((now, address)),
            None => drop(known.insert(id.to_owned(), Here { seen: Some((now, address)), sockets: 0 })),
        }
    }

    /// The device opened a live view.
    pub(super) fn watches(&self, id: &str) -> Watching {
        self.lock().entry(id.to_owned()).or_default().sockets += 1;
        Watching(self.clone(), id.to_owned())
    }

    pub(super) fn of(&self, id: &str) -> Here {
        self.lock().get(id).cloned().unwrap_or_default()
    }

    /// The device is none any more.
    pub(super) fn forget(&self, id: &str) {
        self.lock().remove(id);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Here>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        if let Some(here) = self.0.lock().get_mut(&self.1) {
            here.sockets = here.sockets.saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_views_are_counted_until_they_close() {
        let presence = Presence::default();
        presence.saw("one", Timestamp::UNIX_EPOCH, IpAddr::from([192, 168, 1, 7]));
        let (first, second) = (presence.watches("one"), presence.watches("one"));
        assert_eq!(presence.of("one").sockets, 2);
        drop(first);
        assert_eq!((presence.of("one").sockets, presence.of("other")), (1, Here::default()));
        presence.forget("one");
        drop(second);
        assert_eq!(presence.of("one"), Here::default());
    }
}
