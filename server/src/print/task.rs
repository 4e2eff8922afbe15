//! The spool's task from outside: started and stopped.

use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// The whole stop: two seconds for the slip at hand or a question to the printer, and one to keep the cursor.
const STOP_MAX: Duration = Duration::from_secs(3);

/// The spool's task at work. It ends when this is dropped, too.
pub struct PrintingTask {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl PrintingTask {
    /// Starts work that ends soon after it was told to.
    pub(super) fn start<F: Future<Output = ()> + Send + 'static>(
        work: impl FnOnce(watch::Receiver<bool>) -> F,
    ) -> Self {
        let (stop, stopping) = watch::channel(false);
        Self { stop, task: tokio::spawn(work(stopping)) }
    }

    /// Ends the task: the slip at hand is finished, no other is begun, the cursor is kept. A slip that takes too long
    /// is given up half way and printed anew by the next start, as long as somebody may wait for it.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        match timeout(STOP_MAX, &mut self.task).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::error!(%error, "the spool's task ended by a panic"),
            Err(_) => {
                tracing::warn!("the print spool did not end in time: the last slips may come out twice");
                self.task.abort();
            }
        }
    }
}
