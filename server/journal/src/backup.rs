//! A backup: one file with everything that an office needs to go on elsewhere.
//!
//! It is a brotli stream of lines. The first says what it is; then come the records, a line each, the files beside the
//! journal, some lines each, and the events, a line each; the last has their count and the SHA-256 of all lines before
//! it. A file without that last line is no backup.

use std::io::{BufRead, BufReader, Read, Write};

use data_encoding::HEXLOWER;
use jiff::Timestamp;
use moi_domain::EventNumber;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use crate::backup_files::{FilePart, Incoming, NotTaken, parts_of};
use crate::files::FileName;
use crate::runs::Runs;
use crate::transfer::Import;
use crate::{JournalError, Storage, watermark};

/// The form of the lines. A later release reads every earlier one.
const FORMAT: u32 = 2;
/// Without files beside the journal: a release that knew none reads it, too.
const FORMAT_WITHOUT_FILES: u32 = 1;

/// Quick, since the office goes on meanwhile; the sealed days are compressed anew, to 42 bytes an event. With 5 it
/// would be 34, in twice the time.
const COMPRESSION_QUALITY: u32 = 2;
/// As powers of two: half a megabyte of memory holds a dozen days.
const COMPRESSION_WINDOW: u32 = 19;
const BUFFER_BYTES: usize = 64 * 1024;

/// Bytes of a line; an event or record is refused from 6 KiB on.
const LINE_BYTES_MAX: u64 = 64 * 1024;

/// What to do about a file that is no good.
const ADVICE: &str = "take an earlier copy";

/// What a line is.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum Line {
    /// The first.
    MoiBackup { format: u32, version: String, made_at: Timestamp },
    /// A record beside the journal.
    Record { room: String, key: String, value: Box<RawValue> },
    /// A part of a file beside the journal.
    File(FilePart),
    /// An event.
    Event(Box<RawValue>),
    /// The last.
    End {
        events: u64,
        records: u64,
        #[serde(default, skip_serializing_if = "is_none")]
        files: u64,
        sha256: String,
    },
}

/// What is in a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupContent {
    /// Moi's version that made it.
    pub version: String,
    /// When.
    pub made_at: Timestamp,
    /// Events of the journal.
    pub events: u64,
    /// Records beside it: people, tokens, cursors.
    pub records: u64,
    /// Files beside it: pictures.
    pub files: u64,
}

impl Storage {
    /// Writes a backup of all that is there now; the office goes on meanwhile.
    ///
    /// # Errors
    /// A damaged journal, or whatever keeps the file from being written.
    pub fn back_up(&self, out: impl Write, version: &str, now: Timestamp) -> Result<BackupContent, JournalError> {
        let mut out = Writer::new(out);
        let names = self.files().list()?;
        let format = if names.is_empty() { FORMAT_WITHOUT_FILES } else { FORMAT };
        out.line(&Line::MoiBackup { format, version: version.to_owned(), made_at: now })?;
        let mut records = 0;
        for (room, key, value) in self.records().all() {
            out.line(&Line::Record { room, key, value: raw(value)? })?;
            records += 1;
        }
        let files = self.back_up_files(&names, &mut out)?;
        let acknowledged = watermark::acknowledged(self.folder());
        let events = self.with_all(|disk| {
            let mut events = 0;
            for found in Runs::all(disk)? {
                for line in found?.run.lines.split(|byte| *byte == b'\n') {
                    out.event(line)?;
                    events += 1;
                }
            }
            watermark::check(self.folder(), acknowledged, EventNumber(events))?;
            Ok(events)
        })?;
        let content = BackupContent { version: version.to_owned(), made_at: now, events, records, files };
        out.end(&content)?;
        Ok(content)
    }

    /// Writes the files, and tells how many. A picture that can't be read must not cost the office its backup.
    fn back_up_files(&self, names: &[FileName], out: &mut Writer<impl Write>) -> Result<u64, JournalError> {
        let mut files = 0;
        for name in names {
            match self.files().read(name) {
                Ok(Some(bytes)) => {
                    parts_of(name, &bytes).try_for_each(|part| out.line(&Line::File(part)))?;
                    files += 1;
                }
                // Removed since they were listed.
                Ok(None) => {}
                Err(error) => tracing::error!(%error, "the backup is made without a file that can't be read"),
            }
        }
        Ok(files)
    }

    /// Reads a backup into a journal without events.
    ///
    /// # Errors
    /// [`JournalError::NotEmpty`], [`JournalError::Backup`] when the file is none, cut or damaged, or the disk's. What
    /// was read up to there stays: throw the folder away.
    pub fn restore(&self, file: impl Read) -> Result<BackupContent, JournalError> {
        let mut lines = Reader::new(file);
        let wrong = |reason: &str| JournalError::Backup { reason: reason.into() };
        let (version, made_at) = lines.beginning()?;
        let (mut import, mut events, mut records) = (Import::begin(self)?, 0, 0);
        let mut files = Incoming::into(self.files());
        loop {
            match lines.line()? {
                Line::MoiBackup { .. } => return Err(wrong(&format!("it begins twice; {ADVICE}"))),
                Line::Record { room, key, value } => {
                    self.records().put(&room, &key, &value)?;
                    records += 1;
                }
                Line::File(part) => files.add(&part).map_err(|error| match error {
                    NotTaken::NotWhole => wrong(&format!("a file in it is not whole; {ADVICE}")),
                    NotTaken::Disk(error) => error,
                })?,
                Line::Event(event) => {
                    import.add(event.get().as_bytes()).map_err(|error| {
                        // A line of it that is no event: the checksum of the whole comes last.
                        let is_line = matches!(error, JournalError::Line { .. });
                        if is_line { wrong(&format!("{error}; {ADVICE}")) } else { error }
                    })?;
                    events += 1;
                }
                Line::End { events: all_events, records: all_records, files: all_files, sha256 } => {
                    if (events, records, files.count()) != (all_events, all_records, all_files)
                        || sha256 != HEXLOWER.encode(&lines.before_last.finalize())
                    {
                        return Err(wrong(&format!("its checksum does not match what was written; {ADVICE}")));
                    }
                    break;
                }
            }
        }
        import.end()?;
        Ok(BackupContent { version, made_at, events, records, files: files.count() })
    }
}

/// Tells the line of each event of a backup, with its number, until `tell` wants no more.
///
/// # Errors
/// [`JournalError::Backup`] when the file is none, cut or damaged; what was told before came from its sound beginning.
pub(crate) fn read_events(
    file: impl Read,
    mut tell: impl FnMut(EventNumber, &[u8]) -> bool,
) -> Result<(), JournalError> {
    let mut lines = Reader::new(file);
    lines.beginning()?;
    // A backup begins with the first event and has no gap.
    let mut number = EventNumber(1);
    loop {
        match lines.line()? {
            Line::Record { .. } | Line::File(_) => {}
            Line::Event(event) => {
                if !tell(number, event.get().as_bytes()) {
                    return Ok(());
                }
                number = number.next();
            }
            Line::MoiBackup { .. } => return Err(JournalError::Backup { reason: "it begins twice".into() }),
            Line::End { .. } => return Ok(()),
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes what it asks about by reference")]
fn is_none(count: &u64) -> bool {
    *count == 0
}

fn raw(json: Vec<u8>) -> Result<Box<RawValue>, JournalError> {
    let failure = |source| JournalError::Json { what: "a line of the backup".into(), source };
    let text = String::from_utf8(json).map_err(|error| JournalError::Backup { reason: error.to_string() })?;
    RawValue::from_string(text).map_err(failure)
}

struct Writer<W: Write> {
    out: brotli::CompressorWriter<W>,
    digest: Sha256,
}

impl<W: Write> Writer<W> {
    fn new(out: W) -> Self {
        let out = brotli::CompressorWriter::new(out, BUFFER_BYTES, COMPRESSION_QUALITY, COMPRESSION_WINDOW);
        Self { out, digest: Sha256::new() }
    }

    fn line(&mut self, line: &Line) -> Result<(), JournalError> {
        let failure = |source| JournalError::Json { what: "a line of the backup".into(), source };
        self.text(&serde_json::to_vec(line).map_err(failure)?)
    }

    /// The line of an event that is JSON already, as [`Line::Event`] comes out.
    fn event(&mut self, json: &[u8]) -> Result<(), JournalError> {
        self.text(&[b"{\"event\":", json, b"}"].concat())
    }

    fn text(&mut self, line: &[u8]) -> Result<(), JournalError> {
        self.digest.update(line);
        self.digest.update(b"\n");
        let written = self.out.write_all(line).and_then(|()| self.out.write_all(b"\n"));
        written.map_err(|source| JournalError::Transfer { operation: "write", source })
    }

    fn end(mut self, content: &BackupContent) -> Result<(), JournalError> {
        let sha256 = HEXLOWER.encode(&self.digest.clone().finalize());
        let BackupContent { events, records, files, .. } = *content;
        self.line(&Line::End { events, records, files, sha256 })?;
        // The compressor's own end is written when it is dropped.
        self.out.flush().map_err(|source| JournalError::Transfer { operation: "write", source })
    }
}

struct Reader<R: Read> {
    lines: BufReader<brotli::Decompressor<R>>,
    digest: Sha256,
    /// Of all lines before the one that was read last.
    before_last: Sha256,
}

impl<R: Read> Reader<R> {
    fn new(file: R) -> Self {
        let lines = BufReader::with_capacity(BUFFER_BYTES, brotli::Decompressor::new(file, BUFFER_BYTES));
        Self { lines, digest: Sha256::new(), before_last: Sha256::new() }
    }

    /// Reads the first line: which version made it, and when.
    fn beginning(&mut self) -> Result<(String, Timestamp), JournalError> {
        let wrong = |reason: &str| JournalError::Backup { reason: reason.into() };
        let Line::MoiBackup { format, version, made_at } =
            self.line().map_err(|_| wrong("it is no backup of Moi's"))?
        else {
            return Err(wrong("it doesn't begin as a backup does"));
        };
        if !(FORMAT_WITHOUT_FILES..=FORMAT).contains(&format) {
            return Err(JournalError::Backup {
                reason: format!("it has format {format}, this release reads {FORMAT}: install release {version}"),
            });
        }
        Ok((version, made_at))
    }

    fn line(&mut self) -> Result<Line, JournalError> {
        let wrong = |reason: String| JournalError::Backup { reason };
        let mut text = Vec::new();
        let read = Read::take(&mut self.lines, LINE_BYTES_MAX).read_until(b'\n', &mut text);
        read.map_err(|error| wrong(format!("it is damaged or cut: {error}; {ADVICE}")))?;
        if !text.ends_with(b"\n") {
            return Err(wrong(format!("it ends in the middle; {ADVICE}")));
        }
        self.before_last = self.digest.clone();
        self.digest.update(&text);
        serde_json::from_slice(&text).map_err(|error| wrong(format!("a line can't be read: {error}; {ADVICE}")))
    }
}
