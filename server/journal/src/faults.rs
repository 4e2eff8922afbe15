//! A store that fails when it is told to: for tests of what comes after a full disk or a pulled plug.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use moi_domain::{Event, Hall};

use crate::{JournalError, Store};

/// How an append fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The append works.
    None,
    /// Nothing reaches the disk, as when it is full.
    BeforeWriting,
    /// The events are durable and the error comes all the same, as when the disk answers too late.
    AfterWriting,
}

/// Arms the faults of a [`FaultyStore`], also from another thread. A clone arms the same store.
#[derive(Debug, Clone, Default)]
pub struct Faults(Arc<AtomicU8>);

impl Faults {
    /// Lets every append from now on fail in this way.
    pub fn set(&self, fault: Fault) {
        let value = match fault {
            Fault::None => 0,
            Fault::BeforeWriting => 1,
            Fault::AfterWriting => 2,
        };
        self.0.store(value, Ordering::SeqCst);
    }

    fn get(&self) -> Fault {
        match self.0.load(Ordering::SeqCst) {
            0 => Fault::None,
            1 => Fault::BeforeWriting,
            _ => Fault::AfterWriting,
        }
    }
}

/// Another store with [`Faults`].
pub struct FaultyStore<S> {
    store: S,
    faults: Faults,
}

impl<S: Store> FaultyStore<S> {
    /// A store that works until `faults` say otherwise.
    pub fn new(store: S, faults: Faults) -> Self {
        Self { store, faults }
    }
}

impl<S: Store> Store for FaultyStore<S> {
    fn append(&mut self, events: &[Event]) -> Result<(), JournalError> {
        let failure = || {
            let source = io::Error::other("a fault that a test asked for");
            JournalError::File { operation: "sync", path: PathBuf::from("db"), source }
        };
        match self.faults.get() {
            Fault::None => self.store.append(events),
            Fault::BeforeWriting => Err(failure()),
            Fault::AfterWriting => {
                self.store.append(events)?;
                Err(failure())
            }
        }
    }

    fn is_open(&self) -> bool {
        self.store.is_open()
    }

    fn replay(&self, tell: &mut dyn FnMut(Event)) -> Result<(), JournalError> {
        self.store.replay(tell)
    }

    fn fold(&mut self) -> Result<Hall, JournalError> {
        self.store.fold()
    }

    fn settle(&mut self, hall: &Hall) {
        self.store.settle(hall);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Storage;
    use crate::samples::events;

    #[test]
    fn an_append_fails_before_or_after_writing() {
        let folder = tempfile::tempdir().expect("a folder");
        let storage = Storage::open(folder.path()).expect("it opens");
        let faults = Faults::default();
        let mut store = FaultyStore::new(storage.journal().expect("the writer"), faults.clone());
        store.append(&events(1..=1)).expect("it works");
        for (fault, written) in [(Fault::BeforeWriting, 1), (Fault::AfterWriting, 2)] {
            faults.set(fault);
            store.append(&events(2..=2)).expect_err("it fails");
            let mut count = 0;
            store.replay(&mut |_| count += 1).expect("it is whole");
            assert_eq!(count, written, "{fault:?}");
        }
        faults.set(Fault::None);
        store.append(&events(3..=3)).expect("it works again");
    }
}
