//! The set-up in force, which every room asks for when it needs it: an administrator may change it at any time.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use jiff::Timestamp;
use moi_config::{Finding, Office, Place, Source, load_with_text, parse};
use moi_domain::{Event, SetUpHistory, SetUpMark, Setup};
use moi_journal::{JournalError, Records};
use thiserror::Error;
use tokio::sync::watch;

use super::copy::COPY;
use super::history::{self, Beginning};
use super::kept;
use super::rules::{KNOWS_DIRECTORIES, UnusableSetup, instead_of_directory, setup_of};

/// Name of an office's own set-up in findings.
const OWN_NAME: &str = "set-up";

/// A set-up, whole and checked.
#[derive(Debug)]
pub struct InForce {
    /// As the administrator wrote it: names, documents, people.
    pub office: Arc<Office>,
    /// The same as the rules need it.
    pub setup: Arc<Setup>,
    /// The text that it was read from.
    pub text: Arc<str>,
    /// Stands for the text.
    pub digest: String,
}

/// Where a set-up comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It ships, or was changed on the office's own pages: changes are kept in the data.
    Own,
    /// A file that the office was started with: it is changed there.
    File(PathBuf),
}

/// What an office is started with.
#[derive(Debug, Clone)]
pub struct Given {
    /// As the administrator wrote it.
    pub office: Arc<Office>,
    /// The text that it was read from.
    pub text: Arc<str>,
    /// Where it comes from.
    pub origin: Origin,
}

impl Given {
    /// Reads and checks the file, or else the set-up that ships.
    ///
    /// # Errors
    /// All findings.
    pub fn read(file: Option<PathBuf>) -> Result<Self, Vec<Finding>> {
        let origin = file.clone().map_or(Origin::Own, Origin::File);
        let (office, text) = load_with_text(file.clone().map_or(Source::Embedded, Source::File))?;
        if let (Some(file), Some(allowed)) = (file, instead_of_directory(&office, KNOWS_DIRECTORIES)) {
            let place = Place::File { file: file.display().to_string(), position: None };
            return Err(vec![Finding::beside(place, "[directory]", allowed)]);
        }
        Ok(Self { office: Arc::new(office), text: text.into(), origin })
    }

    /// The set-up that the office with this data had in force when it last ran, unless a file was named. For commands
    /// that open no journal.
    ///
    /// # Errors
    /// All findings.
    pub fn in_force_at(self, data: &Path) -> Result<Self, Vec<Finding>> {
        let copy = data.join(COPY);
        if self.origin != Origin::Own || !copy.exists() {
            return Ok(self);
        }
        Ok(Self { origin: Origin::Own, ..Self::read(Some(copy))? })
    }

    /// What is in force with it, until the journal of the office with these records says otherwise.
    ///
    /// # Errors
    /// [`UnusableSetup`].
    pub fn set_ups(&self, records: Option<Records>) -> Result<SetUps, UnusableSetup> {
        let first = InForce::of(Arc::clone(&self.office), &self.text)?;
        Ok(SetUps::new(first, self.origin.clone(), records))
    }
}

/// Why no set-up can be used.
#[derive(Debug, Error)]
pub enum SetUpError {
    /// It has mistakes.
    #[error("{}", told(.0))]
    Findings(Vec<Finding>),
    /// The rules don't know something of it.
    #[error(transparent)]
    Unusable(#[from] UnusableSetup),
    /// The journal names a set-up whose text is not there.
    #[error(
        "the text of set-up {version} is missing beside the journal: start with --config and a set-up file, as one \
         that `moi office export` wrote"
    )]
    Missing {
        /// Which.
        version: u32,
    },
    /// The records can't be read or written.
    #[error(transparent)]
    Records(#[from] JournalError),
}

/// The set-up in force, and the one that may come next; cloning it is cheap.
#[derive(Clone)]
pub struct SetUps(Arc<Shared>);

struct Shared {
    origin: Origin,
    /// None where nothing is kept: a test's.
    records: Option<Records>,
    in_force: RwLock<Arc<InForce>>,
    /// Kept and not yet in the journal.
    offered: Mutex<Option<Arc<InForce>>>,
    /// Counts how often another one came into force.
    changes: watch::Sender<u64>,
}

impl InForce {
    /// Reads and checks a text.
    ///
    /// # Errors
    /// [`SetUpError::Findings`] or [`SetUpError::Unusable`].
    pub fn read(text: &str) -> Result<Self, SetUpError> {
        let office = parse(OWN_NAME, text).map_err(SetUpError::Findings)?;
        Ok(Self::of(Arc::new(office), text)?)
    }

    /// Of an office that was read from this text.
    ///
    /// # Errors
    /// [`UnusableSetup`].
    pub fn of(office: Arc<Office>, text: &str) -> Result<Self, UnusableSetup> {
        let setup = Arc::new(setup_of(&office)?);
        Ok(Self { office, setup, text: text.into(), digest: kept::digest_of(text) })
    }
}

impl SetUps {
    /// Begins with what the office was started with.
    #[must_use]
    pub fn new(first: InForce, origin: Origin, records: Option<Records>) -> Self {
        let (in_force, offered) = (RwLock::new(Arc::new(first)), Mutex::new(None));
        Self(Arc::new(Shared { origin, records, in_force, offered, changes: watch::Sender::new(0) }))
    }

    /// A test's, which nobody changes: the words of the office that ships, with other rules.
    #[cfg(test)]
    pub(crate) fn by_rules(setup: Setup) -> Self {
        Self::by_hand(moi_config::load(Source::Embedded).expect("the shipped set-up"), setup)
    }

    /// The same with the rules of its words.
    #[cfg(test)]
    pub(crate) fn by_words(office: Office) -> Self {
        let setup = setup_of(&office).expect("the rules can use it");
        Self::by_hand(office, setup)
    }

    #[cfg(test)]
    fn by_hand(office: Office, setup: Setup) -> Self {
        let (office, setup) = (Arc::new(office), Arc::new(setup));
        let first = InForce { office, setup, text: "".into(), digest: String::new() };
        Self::new(first, Origin::Own, None)
    }

    /// What is in force now. A handler asks once: the next answer may be another one.
    #[must_use]
    pub fn in_force(&self) -> Arc<InForce> {
        Arc::clone(&self.0.in_force.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Its words.
    #[must_use]
    pub fn office(&self) -> Arc<Office> {
        Arc::clone(&self.in_force().office)
    }

    /// Its rules.
    #[must_use]
    pub fn setup(&self) -> Arc<Setup> {
        Arc::clone(&self.in_force().setup)
    }

    /// Hears whenever another one comes into force.
    #[must_use]
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.0.changes.subscribe()
    }

    /// Where the one that the office was started with comes from.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.0.origin
    }

    /// Keeps the text of a set-up that the journal may name next. Blocks.
    ///
    /// # Errors
    /// The records'.
    pub fn offer(&self, next: Arc<InForce>) -> Result<(), SetUpError> {
        if let Some(records) = &self.0.records {
            kept::keep(records, &next.text, &[&self.in_force().digest])?;
        }
        *self.0.offered.lock().unwrap_or_else(PoisonError::into_inner) = Some(next);
        Ok(())
    }

    /// Puts the set-up into force that the journal names; the engine says so, once it is durable, and after each fold.
    /// An office that was started with a file keeps to it. Whether another one is in force now.
    ///
    /// # Errors
    /// When the journal's can't be read; the one before stays in force.
    pub fn adopt(&self, mark: &SetUpMark) -> Result<bool, SetUpError> {
        if self.0.origin != Origin::Own || mark.version == 0 || mark.digest == self.in_force().digest {
            return Ok(false);
        }
        let offered = self.0.offered.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let next = match offered.filter(|offered| offered.digest == mark.digest) {
            Some(offered) => offered,
            None => Arc::new(self.read_kept(mark)?),
        };
        *self.0.in_force.write().unwrap_or_else(PoisonError::into_inner) = next;
        self.0.changes.send_modify(|times| *times = times.wrapping_add(1));
        Ok(true)
    }

    /// Notes that what is in force now is so since this time, and keeps its text, and that of the one that the journal
    /// names: the past is told by it. Blocks.
    ///
    /// # Errors
    /// The records'.
    pub fn note_since(&self, since: Timestamp, journal: &SetUpMark) -> Result<(), SetUpError> {
        let Some(records) = &self.0.records else { return Ok(()) };
        let in_force = self.in_force();
        if kept::text_of(records, &in_force.digest)?.is_none() {
            kept::keep(records, &in_force.text, &[&journal.digest])?;
        }
        Ok(history::note(records, &Beginning { since, digest: in_force.digest.clone() })?)
    }

    /// The rules by which these events were decided. What was in force before anything was noted is taken for the first
    /// that was; for a text that is not kept any more stands the one of today. Blocks.
    ///
    /// # Errors
    /// The records'.
    pub fn history_of(&self, events: &[Event]) -> Result<SetUpHistory, SetUpError> {
        let (Some(records), Some(first), Some(last)) = (&self.0.records, events.first(), events.last()) else {
            return Ok(SetUpHistory::always(self.setup()));
        };
        let all = history::beginnings(records)?;
        let those = history::between(&all, first.at, last.at);
        let those = if those.is_empty() { &all[..all.len().min(1)] } else { those };
        let changes = those.iter().map(|Beginning { since, digest }| Ok((*since, self.setup_of(digest)?)));
        let changes = changes.collect::<Result<Vec<_>, SetUpError>>()?;
        let before = changes.first().map_or_else(|| self.setup(), |(_, setup)| Arc::clone(setup));
        Ok(SetUpHistory::new(before, changes))
    }

    /// The rules of a text that is kept, or else of today's.
    fn setup_of(&self, digest: &str) -> Result<Arc<Setup>, SetUpError> {
        let in_force = self.in_force();
        if in_force.digest == digest {
            return Ok(Arc::clone(&in_force.setup));
        }
        // A text that an older version wrote and this one can't read is as good as gone.
        let kept = self.text_of(digest)?.and_then(|text| InForce::read(&text).ok());
        Ok(kept.map_or_else(|| self.setup(), |kept| kept.setup))
    }

    /// The text of a set-up that was in force, or is; none when it is too old to be kept.
    ///
    /// # Errors
    /// The records'.
    pub fn text_of(&self, digest: &str) -> Result<Option<String>, SetUpError> {
        let Some(records) = &self.0.records else { return Ok(None) };
        Ok(kept::text_of(records, digest)?)
    }

    fn read_kept(&self, mark: &SetUpMark) -> Result<InForce, SetUpError> {
        let text = self.text_of(&mark.digest)?.ok_or(SetUpError::Missing { version: mark.version })?;
        InForce::read(&text)
    }
}

fn told(findings: &[Finding]) -> String {
    findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use moi_journal::Storage;

    use super::*;

    fn shipped() -> String {
        moi_config::shipped().to_owned()
    }

    fn with_undo(seconds: u32) -> Arc<InForce> {
        let text = shipped().replace("undo_seconds = 10", &format!("undo_seconds = {seconds}"));
        Arc::new(InForce::read(&text).expect("a good set-up"))
    }

    fn mark(version: u32, of: &InForce) -> SetUpMark {
        SetUpMark { version, digest: of.digest.clone() }
    }

    #[test]
    fn what_was_offered_is_in_force_when_the_journal_names_it_and_not_before() {
        let folder = tempfile::tempdir().expect("a folder");
        let records = Storage::open(folder.path()).expect("it opens").records();
        let set_ups = SetUps::new(InForce::read(&shipped()).expect("good"), Origin::Own, Some(records));
        let next = with_undo(20);
        set_ups.offer(Arc::clone(&next)).expect("kept");
        assert_eq!(set_ups.setup().rules.undo.seconds, 10);
        set_ups.adopt(&mark(1, &next)).expect("adopted");
        assert_eq!(set_ups.setup().rules.undo.seconds, 20);
    }

    #[test]
    fn an_office_that_starts_again_reads_the_one_that_its_journal_names() {
        let folder = tempfile::tempdir().expect("a folder");
        let next = with_undo(20);
        {
            let records = Storage::open(folder.path()).expect("it opens").records();
            let set_ups = SetUps::new(InForce::read(&shipped()).expect("good"), Origin::Own, Some(records));
            set_ups.offer(Arc::clone(&next)).expect("kept");
        }
        let records = Storage::open(folder.path()).expect("it opens").records();
        let set_ups = SetUps::new(InForce::read(&shipped()).expect("good"), Origin::Own, Some(records.clone()));
        set_ups.adopt(&mark(1, &next)).expect("adopted");
        assert_eq!(set_ups.setup().rules.undo.seconds, 20);
        let gone = SetUpMark { version: 2, digest: "0123".into() };
        let error = set_ups.adopt(&gone).expect_err("nobody has its text").to_string();
        assert!(error.starts_with("the text of set-up 2 is missing"), "{error}");
        assert_eq!(set_ups.setup().rules.undo.seconds, 20, "the one before stays");
        let from_file = Origin::File("office.toml".into());
        let set_ups = SetUps::new(InForce::read(&shipped()).expect("good"), from_file, Some(records));
        set_ups.adopt(&mark(1, &next)).expect("nothing to do");
        assert_eq!(set_ups.setup().rules.undo.seconds, 10, "whoever names a file gets it");
    }
}
