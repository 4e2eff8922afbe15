//! A certificate that the office makes for itself, in two files that only its owner may read.

use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use rcgen::{CertificateParams, DnType, KeyPair};
use x509_parser::time::ASN1Time;

use super::certificate::{Certificate, CertificateError};
use crate::whole_file;

/// How long one holds: browsers take none that holds longer than 398 days.
const HOLDS: SignedDuration = SignedDuration::from_hours(397 * 24);

/// It holds from so long before it was made on: clocks of phones differ.
const BEFORE: SignedDuration = SignedDuration::from_hours(24);

/// A new one is made when the old one holds no longer than this.
const RENEWED: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Names and addresses of one certificate: those of the machine now, then some that it had before.
const NAMES_MAX: usize = 16;

/// Where the two files lie, and for whom.
#[derive(Clone)]
pub struct SelfMade {
    folder: PathBuf,
    names: Vec<String>,
    /// The machine's address in its network: it may come later than the office, and change.
    address: Address,
}

/// Tells the machine's address in its network.
type Address = Arc<dyn Fn() -> Option<String> + Send + Sync>;

impl SelfMade {
    /// In this folder, for these names and the machine's address.
    #[must_use]
    pub fn new(folder: &Path, names: Vec<String>, address: Address) -> Self {
        Self { folder: folder.to_owned(), names, address }
    }

    /// All that a certificate must be for now.
    fn wanted(&self) -> Vec<String> {
        let mut wanted = self.names.clone();
        wanted.extend((self.address)().filter(|address| !self.names.contains(address)));
        wanted
    }

    /// Whether it is time for a new one: a clock that was wrong may have made one for another year, too.
    fn is_due(&self, certificate: &Certificate, now: Timestamp) -> bool {
        let facts = certificate.facts();
        let is_short = facts.until.duration_since(now) < RENEWED;
        now < facts.from || is_short || self.wanted().iter().any(|name| !facts.names.contains(name))
    }

    /// The certificate's file: whoever trusts it, trusts this office.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        self.folder.join("certificate.pem")
    }

    fn key_file(&self) -> PathBuf {
        self.folder.join("key.pem")
    }

    /// The one that lies there, when it is for all names and holds long enough; else a new one. Its key stays the same.
    ///
    /// # Errors
    /// When none can be made or written.
    pub(super) fn take(&self, now: Timestamp) -> Result<Certificate, CertificateError> {
        match Certificate::read(&self.file(), &self.key_file()) {
            Ok(kept) if self.is_due(&kept, now) => self.make(now, &kept.facts().names),
            Ok(kept) => Ok(kept),
            Err(_) => self.make(now, &[]),
        }
    }

    /// A new one, once the one that is served holds no longer than a month, or not yet, or not for all names.
    ///
    /// # Errors
    /// When none can be made or written.
    pub(super) fn renew(&self, served: &Certificate, now: Timestamp) -> Result<Option<Certificate>, CertificateError> {
        self.is_due(served, now).then(|| self.make(now, &served.facts().names)).transpose()
    }

    /// `before` is what the last one was for: a machine that changes between two networks would else get a new
    /// certificate each time.
    fn make(&self, now: Timestamp, before: &[String]) -> Result<Certificate, CertificateError> {
        let making = |error: &dyn std::fmt::Display| CertificateError::Making(error.to_string());
        std::fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&self.folder)
            .map_err(|source| CertificateError::Write { path: self.folder.clone(), source })?;
        let kept = std::fs::read_to_string(self.key_file()).ok().and_then(|key| KeyPair::from_pem(&key).ok());
        let key = match kept {
            Some(key) => key,
            None => KeyPair::generate().map_err(|error| making(&error))?,
        };
        let mut parameters = CertificateParams::new(self.wanted_and(before)).map_err(|error| making(&error))?;
        parameters.distinguished_name.push(DnType::CommonName, "Moi");
        let time = |at: Timestamp| ASN1Time::from_timestamp(at.as_second()).map(|time| time.to_datetime());
        parameters.not_before = time(now - BEFORE).map_err(|error| making(&error))?;
        parameters.not_after = time(now + HOLDS).map_err(|error| making(&error))?;
        let certificate = parameters.self_signed(&key).map_err(|error| making(&error))?;
        // The key first: a certificate whose key was lost on the way is made anew.
        write(&self.key_file(), &key.serialize_pem())?;
        write(&self.file(), &certificate.pem())?;
        Certificate::read(&self.file(), &self.key_file())
    }

    fn wanted_and(&self, before: &[String]) -> Vec<String> {
        let mut names = self.wanted();
        let more: Vec<String> = before.iter().filter(|name| !names.contains(name)).cloned().collect();
        names.extend(more);
        names.truncate(NAMES_MAX.max(self.names.len() + 1));
        names
    }
}

impl std::fmt::Debug for SelfMade {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("SelfMade").field("folder", &self.folder).field("names", &self.names).finish_non_exhaustive()
    }
}

fn write(path: &Path, text: &str) -> Result<(), CertificateError> {
    let put = whole_file::put(path, &path.with_extension("new"), text.as_bytes());
    put.map_err(|source| CertificateError::Write { path: path.to_owned(), source })
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn now() -> Timestamp {
        "2026-11-27T02:00:00Z".parse().expect("a time")
    }

    fn days(days: i64) -> SignedDuration {
        SignedDuration::from_hours(24 * days)
    }

    fn lying_in(folder: &Path, names: &[&str], address: Option<&'static str>) -> SelfMade {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        SelfMade::new(folder, names, Arc::new(move || address.map(str::to_owned)))
    }

    #[test]
    fn a_certificate_is_made_once_for_all_names_and_only_its_owner_reads_it() {
        let folder = tempfile::tempdir().unwrap();
        let own = lying_in(&folder.path().join("tls"), &["moi.local", "192.168.1.5", "::1"], None);
        let first = own.take(now()).unwrap();
        assert_eq!(first.facts().names, ["moi.local", "192.168.1.5", "::1"]);
        assert_eq!((first.facts().from, first.facts().until), (now() - BEFORE, now() + HOLDS));
        assert_eq!(first.facts().fingerprint.len(), 32 * 3 - 1);
        for file in [own.file(), own.key_file()] {
            assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600, "{}", file.display());
        }
        let again = own.take(now() + days(100)).unwrap();
        assert_eq!(again.facts(), first.facts(), "a start makes no new one");
    }

    #[test]
    fn a_new_one_comes_before_the_old_one_ends_and_for_new_names_with_the_same_key() {
        let folder = tempfile::tempdir().unwrap();
        let own = lying_in(folder.path(), &["moi.local"], None);
        let first = own.take(now()).unwrap();
        let key = std::fs::read(own.key_file()).unwrap();
        assert!(own.renew(&first, now() + days(366)).unwrap().is_none());
        let second = own.renew(&first, now() + days(368)).unwrap().expect("a month is left");
        assert_ne!(second.facts().fingerprint, first.facts().fingerprint);
        let moved = lying_in(folder.path(), &["moi.local"], Some("10.0.0.7"));
        let third = moved.renew(&second, now() + days(369)).unwrap().expect("it came into another network");
        assert_eq!(third.facts().names, ["moi.local", "10.0.0.7"]);
        let back = lying_in(folder.path(), &["moi.local"], Some("10.0.0.8"));
        let fourth = back.renew(&third, now() + days(370)).unwrap().expect("and into another one");
        assert_eq!(fourth.facts().names, ["moi.local", "10.0.0.8", "10.0.0.7"], "it may come back");
        assert!(moved.renew(&fourth, now() + days(371)).unwrap().is_none());
        assert_eq!(std::fs::read(own.key_file()).unwrap(), key);
    }

    #[test]
    fn a_clock_that_was_wrong_leaves_no_certificate_of_another_year() {
        let folder = tempfile::tempdir().unwrap();
        let own = lying_in(folder.path(), &["moi.local"], None);
        let old = own.take(now() - days(20_000)).unwrap();
        assert!(old.facts().until < now());
        let right = own.renew(&old, now()).unwrap().expect("it is over");
        assert!(own.renew(&right, now() - days(300)).unwrap().is_some(), "it does not hold yet");
    }

    #[test]
    fn files_that_were_damaged_are_made_anew() {
        let folder = tempfile::tempdir().unwrap();
        let own = lying_in(folder.path(), &["moi.local"], None);
        own.take(now()).unwrap();
        for file in [own.file(), own.key_file()] {
            std::fs::write(&file, "no certificate").unwrap();
            assert_eq!(own.take(now()).unwrap().facts().names, ["moi.local"]);
        }
    }
}
