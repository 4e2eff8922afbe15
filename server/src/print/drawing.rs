//! Draws slips off the async threads, and keeps the preview's folder small.

use std::path::PathBuf;

use moi_printer::{Job, Raster, SlipPainter, Transport};

use super::previews;

/// Draws one slip after the other.
#[derive(Default)]
pub(super) struct Drawing {
    /// None while it paints elsewhere, and before the first slip.
    painter: Option<SlipPainter>,
    /// Where previews are kept; none with a real printer.
    previews: Option<PathBuf>,
    /// The day of the newest slip, as its folder is named.
    day: String,
    /// Slips since old previews were given up.
    since: usize,
}

impl Drawing {
    /// For slips that go there.
    pub(super) fn to(transport: &Transport) -> Self {
        let previews = match transport {
            Transport::Preview { folder } => Some(folder.clone()),
            Transport::Tcp { .. } => None,
        };
        Self { previews, ..Self::default() }
    }

    /// Draws the slip of this name and date (24/11/2026); the painter goes along and comes back. None, and logged, when
    /// it can't be drawn.
    pub(super) async fn draw(
        &mut self,
        date: &str,
        name: &str,
        paint: impl FnOnce(&mut SlipPainter) -> Raster + Send + 'static,
    ) -> Option<Job> {
        let day = slip_folder(date);
        let name = format!("{day}/{name}");
        self.give_up_old_previews(day).await;
        let mut taken = self.painter.take().unwrap_or_default();
        let drawn = tokio::task::spawn_blocking(move || (Job::new(name, paint(&mut taken)), taken));
        let (job, back) = drawn.await.inspect_err(|error| tracing::error!(%error, "drawing a slip failed")).ok()?;
        self.painter = Some(back);
        job.inspect_err(|error| tracing::error!(%error, "a slip can't be encoded")).ok()
    }

    /// With the first slip of each day, and of each hundred or so.
    async fn give_up_old_previews(&mut self, day: String) {
        self.since += 1;
        if self.day == day && self.since < previews::LOOK_AFTER {
            return;
        }
        (self.day, self.since) = (day, 0);
        let Some(folder) = self.previews.clone() else { return };
        let removed = tokio::task::spawn_blocking(move || previews::remove_old(&folder)).await;
        if let Ok(Err(error)) = removed {
            tracing::warn!(%error, "old previews of slips can't be removed");
        }
    }
}

/// The preview's folder of the day: 24/11/2026 becomes 2026-11-24.
fn slip_folder(date: &str) -> String {
    date.rsplit('/').collect::<Vec<_>>().join("-")
}
