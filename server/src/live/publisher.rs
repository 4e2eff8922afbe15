//! The thread that turns each change of the hall into views, for the topics that somebody watches.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use super::{Sight, Topic, Topics};
use crate::engine::Published;

/// Forecasts change with time alone; views are looked at this often when nothing happens.
const LOOK_AGAIN: Duration = Duration::from_secs(5);

/// Makes the view of a topic; none when there is no such topic any more.
pub type ViewSource = Arc<dyn Fn(Topic) -> Option<Seen> + Send + Sync>;

/// A view as JSON, and which set-up its page should have been built with, where that matters.
pub struct Seen {
    /// The view.
    pub view: String,
    /// The set-up's version; none for a page that does not care.
    pub set_up: Option<u32>,
}

/// The publisher's thread.
pub struct Publisher {
    stopping: Arc<AtomicBool>,
    published: Arc<Published>,
    thread: JoinHandle<()>,
}

impl Publisher {
    /// Starts it.
    ///
    /// # Errors
    /// When the machine gives no thread.
    pub fn start(published: &Arc<Published>, topics: Arc<Topics>, view: ViewSource) -> std::io::Result<Self> {
        let stopping = Arc::new(AtomicBool::new(false));
        let (stop, hall) = (Arc::clone(&stopping), Arc::clone(published));
        let thread = std::thread::Builder::new().name("publisher".into()).spawn(move || {
            let mut seen = 0;
            while !stop.load(Ordering::Acquire) {
                seen = hall.wait(seen, LOOK_AGAIN);
                for topic in topics.watched() {
                    match catch_unwind(AssertUnwindSafe(|| view(topic))) {
                        Ok(Some(Seen { view, set_up })) => topics.publish(topic, Sight { version: seen, view, set_up }),
                        Ok(None) => topics.end(topic),
                        Err(_) => {
                            tracing::error!(?topic, "this view can't be made: a bug; who watches keeps the last one");
                        }
                    }
                }
            }
        })?;
        Ok(Self { stopping, published: Arc::clone(published), thread })
    }

    /// Ends the thread and waits for it.
    pub fn stop(self) {
        self.stopping.store(true, Ordering::Release);
        self.published.ring();
        if self.thread.join().is_err() {
            tracing::error!("the publisher's thread ended by a panic");
        }
    }
}
