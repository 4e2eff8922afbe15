//! What the engine is asked when another set-up is to come into force, whoever asks.

use std::sync::Arc;

use moi_config::Difference;
use moi_domain::{KeyChange, SetUpWish};

use super::InForce;

/// Differences that the journal keeps of one change, each of up to 400 letters: one event stays under 100 KiB. A whole
/// new set-up has more; then its text, which is kept, tells the rest.
const KEPT_CHANGES_MAX: usize = 200;

impl InForce {
    /// The wish for this one in place of the one of version `made_from`, from which it differs so. `strands`: it is
    /// known that nobody could serve some who wait then.
    #[must_use]
    pub fn wish(&self, made_from: u32, changes: &[Difference], strands: bool) -> SetUpWish {
        SetUpWish {
            made_from,
            digest: self.digest.clone(),
            changes: changes.iter().take(KEPT_CHANGES_MAX).map(kept).collect(),
            next: Arc::clone(&self.setup),
            strands,
        }
    }
}

fn kept(Difference { key, before, after }: &Difference) -> KeyChange {
    KeyChange { key: key.clone(), before: before.clone(), after: after.clone() }
}
