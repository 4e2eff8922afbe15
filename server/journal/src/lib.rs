//! The office's journal in sled, small records and larger files beside it: the only place that names sled.
//!
//! One tree holds the journal: a key is the number of a batch's first event, big-endian; the value is the batch. When a
//! business day is over, its batches become one compressed file beside the database.
//! What was appended survives `kill -9` and a power cut: each append is an insert, a flush and a `fdatasync` of sled's
//! file. After a failed write nothing more is written until [`Storage::journal`] has opened the database again.

mod error;
mod store;

mod journal;
mod records;
mod storage;

mod backup;
mod backup_files;
mod damage;
mod measure;
mod mend;
mod past;
mod transfer;
mod verify;

mod runs;
mod sealing;
mod snapshot;
mod watermark;

mod batch;
mod chain;
mod run;
mod sealed;

mod days;
mod disk;
mod files;
mod lock;
mod upgrade;

pub mod faults;
#[cfg(fuzzing)]
pub mod fuzzing;

#[cfg(test)]
mod samples;

pub use backup::BackupContent;
pub use damage::{Damage, SealingTrouble};
pub use disk::sync_folder;
pub use error::JournalError;
pub use files::{FILE_BYTES_MAX, FileName, Files};
pub use journal::Journal;
pub use lock::make_folder;
pub use measure::{Extent, Measure};
pub use mend::{MendedDay, Mending};
pub use records::Records;
pub use storage::Storage;
pub use store::Store;
pub use transfer::SoundExport;
pub use verify::Verified;
