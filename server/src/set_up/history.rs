//! When each set-up came into force, beside the journal: the record of the order judges a day by the rules of its time.

use jiff::Timestamp;
use moi_journal::{JournalError, Records};
use serde::{Deserialize, Serialize};

/// Room of the records that holds the beginnings, by their order.
const ROOM: &str = "set-up-history";

/// Beginnings that are kept: as many as texts that are kept, each begun anew many times by an office that is started
/// with one file and another in turn.
const BEGINNINGS_MAX: usize = 1_000;

/// A set-up came into force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Beginning {
    /// From when on.
    pub(super) since: Timestamp,
    /// Stands for its text.
    pub(super) digest: String,
}

/// All that are kept, the oldest first.
pub(super) fn beginnings(records: &Records) -> Result<Vec<Beginning>, JournalError> {
    Ok(records.list(ROOM)?.into_iter().map(|(_, beginning)| beginning).collect())
}

/// Notes which set-up is in force since when, unless it already was. Durable when it returns.
pub(super) fn note(records: &Records, beginning: &Beginning) -> Result<(), JournalError> {
    let known: Vec<(String, Beginning)> = records.list(ROOM)?;
    let last = known.last();
    if last.is_some_and(|(_, last)| last.digest == beginning.digest) {
        return Ok(());
    }
    let order = last.and_then(|(key, _)| key.parse::<u64>().ok()).map_or(0, |last| last + 1);
    records.put(ROOM, &format!("{order:020}"), beginning)?;
    for (key, _) in known.iter().rev().skip(BEGINNINGS_MAX - 1) {
        records.remove(ROOM, key)?;
    }
    Ok(())
}

/// Those that matter between two times: the one in force at the first of them, and those that began until the other.
pub(super) fn between(beginnings: &[Beginning], from: Timestamp, until: Timestamp) -> &[Beginning] {
    let end = beginnings.partition_point(|beginning| beginning.since <= until);
    let start = beginnings.partition_point(|beginning| beginning.since <= from).saturating_sub(1);
    &beginnings[start..end.max(start)]
}

#[cfg(test)]
mod tests {
    use moi_journal::Storage;

    use super::*;

    fn beginning(since: i64, digest: &str) -> Beginning {
        Beginning { since: Timestamp::from_second(since).expect("a time"), digest: digest.to_owned() }
    }

    #[test]
    fn a_set_up_begins_once_however_often_the_office_starts() {
        let folder = tempfile::tempdir().expect("a folder");
        let records = Storage::open(folder.path()).expect("it opens").records();
        for (since, digest) in [(1, "a"), (2, "a"), (3, "b"), (4, "b"), (5, "a")] {
            note(&records, &beginning(since, digest)).expect("noted");
        }
        assert_eq!(beginnings(&records).expect("read"), [beginning(1, "a"), beginning(3, "b"), beginning(5, "a")]);
    }

    #[test]
    fn no_more_are_kept_than_the_newest_thousand() {
        let folder = tempfile::tempdir().expect("a folder");
        let records = Storage::open(folder.path()).expect("it opens").records();
        for order in 0..BEGINNINGS_MAX {
            records.put(ROOM, &format!("{order:020}"), &beginning(0, &format!("text {order}"))).expect("put");
        }
        for number in [0, 1] {
            note(&records, &beginning(10, &format!("another {number}"))).expect("noted");
        }
        let kept = beginnings(&records).expect("read");
        assert_eq!((kept.len(), kept[0].digest.as_str()), (BEGINNINGS_MAX, "text 2"));
        assert_eq!(kept.last().map(|last| last.digest.as_str()), Some("another 1"));
    }

    #[test]
    fn a_day_has_the_set_up_that_it_began_with_and_those_that_came_in_it() {
        let all = [beginning(10, "a"), beginning(20, "b"), beginning(30, "c")];
        let digests = |from: i64, until: i64| {
            let time = |second| Timestamp::from_second(second).expect("a time");
            let those = between(&all, time(from), time(until));
            those.iter().map(|beginning| beginning.digest.as_str()).collect::<String>()
        };
        for (from, until, those) in
            [(0, 5, ""), (0, 10, "a"), (12, 15, "a"), (12, 25, "ab"), (20, 20, "b"), (25, 99, "bc"), (40, 50, "c")]
        {
            assert_eq!(digests(from, until), those, "{from} to {until}");
        }
    }
}
