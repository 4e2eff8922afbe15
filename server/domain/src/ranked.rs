//! A sorted list that knows places: "how many before this one" must cost next to nothing however many wait, since every
//! new ticket and every phone asks it. A set from the standard library would have to count.

use serde::{Deserialize, Serialize};

/// Entries of a block at most. A hundred thousand entries are then a few hundred blocks, whose lengths are summed in
/// well under a microsecond, and moving half a block aside costs about the same.
const BLOCK_MAX: usize = 512;

/// Entries in rising order, each once, in blocks: none is empty, and all of one are smaller than all of the next.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ranked<T> {
    blocks: Vec<Vec<T>>,
    len: usize,
}

impl<T> Default for Ranked<T> {
    fn default() -> Self {
        Self { blocks: Vec::new(), len: 0 }
    }
}

/// Two lists are alike when their entries are, however they are cut into blocks.
impl<T: Ord + Copy> PartialEq for Ranked<T> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<T: Ord + Copy> Eq for Ranked<T> {}

impl<T: Ord + Copy> Ranked<T> {
    /// Adds an entry; false when it is there already.
    pub(crate) fn insert(&mut self, entry: T) -> bool {
        // What is larger than everything goes to the last block's end.
        let at = self.block_of(entry).min(self.blocks.len().saturating_sub(1));
        let Some(block) = self.blocks.get_mut(at) else {
            self.blocks.push(vec![entry]);
            self.len = 1;
            return true;
        };
        let Err(place) = block.binary_search(&entry) else { return false };
        block.insert(place, entry);
        self.len += 1;
        if block.len() > BLOCK_MAX {
            let upper = block.split_off(BLOCK_MAX / 2);
            self.blocks.insert(at + 1, upper);
        }
        true
    }

    /// Removes an entry; false when it is not there.
    pub(crate) fn remove(&mut self, entry: T) -> bool {
        let at = self.block_of(entry);
        let Some(block) = self.blocks.get_mut(at) else { return false };
        let Ok(place) = block.binary_search(&entry) else { return false };
        block.remove(place);
        self.len -= 1;
        if block.is_empty() {
            self.blocks.remove(at);
        }
        true
    }

    pub(crate) fn len(&self) -> usize {
        self.len
    }

    pub(crate) fn first(&self) -> Option<T> {
        self.blocks.first()?.first().copied()
    }

    /// In rising order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = T> + use<'_, T> {
        self.blocks.iter().flatten().copied()
    }

    /// How many entries are smaller.
    pub(crate) fn before(&self, entry: T) -> usize {
        let at = self.block_of(entry);
        let smaller: usize = self.blocks[..at].iter().map(Vec::len).sum();
        smaller + self.blocks.get(at).map_or(0, |block| block.partition_point(|other| *other < entry))
    }

    /// The first block that is not all smaller.
    fn block_of(&self, entry: T) -> usize {
        self.blocks.partition_point(|block| block.last().is_some_and(|last| *last < entry))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_a_sorted_set_that_knows_places(
            steps in proptest::collection::vec((any::<bool>(), 0..1_500u16), 0..3_000),
            asked in 0..1_500u16,
        ) {
            let mut ranked = Ranked::default();
            let mut set = BTreeSet::new();
            for (adds, entry) in steps {
                if adds {
                    prop_assert_eq!(ranked.insert(entry), set.insert(entry));
                } else {
                    prop_assert_eq!(ranked.remove(entry), set.remove(&entry));
                }
            }
            prop_assert!(ranked.iter().eq(set.iter().copied()));
            prop_assert_eq!(ranked.first(), set.first().copied());
            prop_assert_eq!(ranked.len(), set.len());
            prop_assert_eq!(ranked.before(asked), set.range(..asked).count());
        }
    }

    #[test]
    fn blocks_stay_short_and_go_when_they_are_empty() {
        let mut ranked = Ranked::default();
        for entry in 0..10_000 {
            assert!(ranked.insert(entry));
        }
        assert!(ranked.blocks.iter().all(|block| (1..=BLOCK_MAX).contains(&block.len())));
        assert!(ranked.blocks.len() > 10_000 / BLOCK_MAX);
        for entry in 0..10_000 {
            assert_eq!(ranked.first(), Some(entry));
            assert!(ranked.remove(entry));
        }
        assert_eq!((ranked.blocks.len(), ranked.len()), (0, 0));
    }

    #[test]
    fn lists_with_the_same_entries_are_alike() {
        let rising = (0..2_000).fold(Ranked::default(), |mut list, entry| {
            list.insert(entry);
            list
        });
        let falling = (0..2_000).rev().fold(Ranked::default(), |mut list, entry| {
            list.insert(entry);
            list
        });
        assert!(rising == falling && rising.blocks != falling.blocks);
    }
}
