//! Tickets of each kiosk: a child who keeps pressing must not use up the paper and the day's numbers.

use std::collections::VecDeque;
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::bucket::{Buckets, Measure};
use super::limits::{Limit, TooOften};

/// Requests that are remembered as granted, of all kiosks together: a page repeats its last one until it is answered.
const GRANTED_MAX: usize = 256;

/// What kiosks took lately.
#[derive(Default)]
pub struct Taps(Mutex<Lately>);

#[derive(Default)]
struct Lately {
    per_minute: u16,
    buckets: Option<Buckets<String>>,
    granted: VecDeque<(String, String)>,
}

impl Taps {
    /// One more ticket of this kiosk: `per_minute` at once, and then one after each such part of a minute; 0 is any
    /// number. The same request (`key`) once more is no further ticket.
    ///
    /// # Errors
    /// When it took too many.
    pub fn take(&self, kiosk: &str, key: Option<&str>, per_minute: u16) -> Result<(), TooOften> {
        let mut lately = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(most) = NonZeroU32::new(per_minute.into()) else { return Ok(()) };
        let request = key.map(|key| (kiosk.to_owned(), key.to_owned()));
        if request.as_ref().is_some_and(|request| lately.granted.contains(request)) {
            return Ok(());
        }
        if lately.per_minute != per_minute {
            lately.per_minute = per_minute;
            lately.buckets = None;
        }
        let measure = Measure { burst: most, one_per: Duration::from_mins(1) / most.get() };
        let buckets = lately.buckets.get_or_insert_with(|| Buckets::new(measure));
        buckets.take(&kiosk.to_owned()).map_err(|seconds| TooOften { limit: Limit::KioskTickets, seconds })?;
        if lately.granted.len() >= GRANTED_MAX {
            lately.granted.pop_front();
        }
        lately.granted.extend(request);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kiosk_gives_a_queue_its_tickets_and_a_child_no_more_than_these() {
        let taps = Taps::default();
        let given = (0..50).filter(|_| taps.take("entrance", None, 12).is_ok()).count();
        assert_eq!(given, 12);
        let refused = taps.take("entrance", None, 12).unwrap_err();
        assert_eq!((refused.limit, refused.seconds), (Limit::KioskTickets, 5));
        assert_eq!(taps.take("side door", None, 12), Ok(()), "each kiosk for itself");
    }

    #[test]
    fn a_request_that_is_repeated_is_one_ticket() {
        let taps = Taps::default();
        assert!((0..50).all(|_| taps.take("entrance", Some("tap-1"), 1).is_ok()));
        assert!(taps.take("entrance", Some("tap-2"), 1).is_err());
        assert!(taps.take("side door", Some("tap-1"), 1).is_ok(), "another kiosk's key is another request");
        for number in 0..2 * GRANTED_MAX {
            let _ = taps.take(&format!("kiosk {number}"), Some("tap"), 1);
        }
        assert!(taps.0.lock().unwrap().granted.len() <= GRANTED_MAX);
    }

    #[test]
    fn no_number_of_tickets_is_too_many_where_none_is_said_and_a_new_number_counts_at_once() {
        let taps = Taps::default();
        assert!((0..1_000).all(|_| taps.take("entrance", None, 0).is_ok()));
        assert_eq!((taps.take("entrance", None, 1).is_ok(), taps.take("entrance", None, 1).is_ok()), (true, false));
        assert!(taps.take("entrance", None, 2).is_ok());
    }
}
