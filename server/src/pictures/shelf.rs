//! Pictures at hand: a hall's phones ask for one logo at once, and the disk is read once for all.

use actix_web::web::Bytes;
use moi_config::PictureId;

use super::kept::Facts;

/// Bytes at hand: a logo and a dozen photos of 300 KB.
const BYTES_MAX: usize = 4 * 1024 * 1024;

/// What was shown last, the newest first.
#[derive(Default)]
pub(super) struct Shelf(Vec<(PictureId, Facts, Bytes)>);

impl Shelf {
    /// A picture that is at hand.
    pub(super) fn take(&mut self, id: PictureId) -> Option<(Facts, Bytes)> {
        let place = self.0.iter().position(|(known, ..)| *known == id)?;
        self.0[..=place].rotate_right(1);
        self.0.first().map(|(_, facts, bytes)| (*facts, bytes.clone()))
    }

    /// Lays a picture there; those that were not asked for the longest go.
    pub(super) fn lay(&mut self, id: PictureId, facts: Facts, bytes: Bytes) {
        self.remove(id);
        self.0.insert(0, (id, facts, bytes));
        let mut sum = 0;
        self.0.retain(|(_, _, bytes)| {
            sum += bytes.len();
            sum <= BYTES_MAX
        });
    }

    /// Takes a picture away.
    pub(super) fn remove(&mut self, id: PictureId) {
        self.0.retain(|(known, ..)| *known != id);
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::pictures::kept::Kind;

    #[test]
    fn the_shelf_holds_what_was_shown_last_and_never_more_than_fits() {
        let facts = Facts { kind: Kind::Png, width: 1, height: 1, bytes: 1, at: Timestamp::UNIX_EPOCH };
        let id = |number: u8| PictureId::new([number; 16]);
        let mut shelf = Shelf::default();
        for number in 1..=4 {
            shelf.lay(id(number), facts, Bytes::from(vec![0; BYTES_MAX / 4]));
        }
        assert!(shelf.take(id(1)).is_some(), "all four fit, and this one is the newest now");
        shelf.lay(id(5), facts, Bytes::from(vec![0; BYTES_MAX / 4]));
        let there: Vec<_> = (1..=5).filter(|number| shelf.take(id(*number)).is_some()).collect();
        assert_eq!(there, [1, 3, 4, 5]);
        shelf.lay(id(6), facts, Bytes::from(vec![0; BYTES_MAX + 1]));
        assert!(shelf.take(id(6)).is_none(), "it is larger than the shelf");
    }
}
