//! The bell at the doors: whenever a credential may have ended it rings, and each guarded socket looks at its own.
//! Public sockets don't hear it, so that a revocation costs nothing per phone in the hall.

use std::sync::Arc;

use tokio::sync::watch;

/// Rings for all guarded sockets at once; cloning it is cheap.
#[derive(Clone)]
pub(super) struct Doors(Arc<watch::Sender<u64>>);

impl Default for Doors {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(0)))
    }
}

impl Doors {
    /// Everybody who is guarded looks whether they may still be here.
    pub(super) fn ring(&self) {
        self.0.send_modify(|times| *times = times.wrapping_add(1));
    }

    /// Hears every ringing from now on; rings that nobody listened to in between are one.
    pub(super) fn listen(&self) -> watch::Receiver<u64> {
        self.0.subscribe()
    }
}
