//! Which certificate is served now: looked at again and again, changed without a word to anybody who is connected, and
//! kept when the new one is no good.

use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use rustls::ServerConfig;
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use tokio_rustls::TlsAcceptor;

use super::certificate::{Certificate, CertificateError, Facts};
use super::self_made::SelfMade;

/// How often the files are looked at: an administrator who copied new ones sees them served before the tea is ready.
pub const LOOK_EVERY: Duration = Duration::from_secs(30);

/// Where certificates come from.
#[derive(Debug, Clone)]
pub enum Source {
    /// The office makes them.
    SelfMade(SelfMade),
    /// Somebody puts them there.
    Files {
        /// The certificate, followed by those that vouch for it.
        certificate: PathBuf,
        /// Its private key.
        key: PathBuf,
    },
}

/// Serves the newest good certificate; cloning it is cheap.
#[derive(Debug, Clone)]
pub struct Keeper(Arc<Kept>);

#[derive(Debug)]
struct Kept {
    source: Source,
    served: RwLock<Arc<Certificate>>,
    seen: Mutex<Seen>,
}

/// What was seen at the last look.
#[derive(Debug, Default)]
struct Seen {
    files: Option<[Mark; 2]>,
    trouble: Option<String>,
}

/// What changes with a file.
type Mark = Option<(u64, Option<SystemTime>)>;

impl Keeper {
    /// Takes the first certificate.
    ///
    /// # Errors
    /// When there is none that can be served: an office that should be encrypted is not opened without.
    pub fn open(source: Source, now: Timestamp) -> Result<Self, CertificateError> {
        let files = source.marks();
        let first = match &source {
            Source::SelfMade(own) => own.take(now)?,
            Source::Files { certificate, key } => Certificate::read(certificate, key)?,
        };
        let seen = Mutex::new(Seen { files, trouble: None });
        Ok(Self(Arc::new(Kept { source, served: RwLock::new(Arc::new(first)), seen })))
    }

    /// Encrypts connections by whatever is served when they begin.
    ///
    /// # Errors
    /// When the library can't be used so, which would be a bug.
    pub fn acceptor(&self) -> Result<TlsAcceptor, rustls::Error> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let resolver: Arc<dyn ResolvesServerCert> = Arc::new(self.clone());
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_cert_resolver(resolver);
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(TlsAcceptor::from(Arc::new(config)))
    }

    /// Looks for a new certificate, and serves it when there is a good one. `asked` looks also where nothing seems to
    /// have changed. It reads files: off the async threads.
    pub fn look(&self, now: Timestamp, asked: bool) {
        let found = match &self.0.source {
            Source::SelfMade(own) => own.renew(&self.served(), now),
            Source::Files { certificate, key } => {
                let marks = self.0.source.marks();
                let mut seen = self.0.seen.lock().unwrap_or_else(PoisonError::into_inner);
                if marks == seen.files && !asked {
                    return;
                }
                seen.files = marks;
                Certificate::read(certificate, key).map(Some)
            }
        };
        match found {
            Ok(Some(new)) => self.serve(new),
            Ok(None) => {}
            Err(error) => self.keep_the_old(&error),
        }
    }

    fn serve(&self, new: Certificate) {
        self.0.seen.lock().unwrap_or_else(PoisonError::into_inner).trouble = None;
        if new.facts() == self.served().facts() {
            return;
        }
        let Facts { fingerprint, until, .. } = new.facts();
        tracing::info!(fingerprint, %until, "a new certificate is served");
        *self.0.served.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(new);
    }

    fn keep_the_old(&self, error: &CertificateError) {
        let reason = std::error::Error::source(error).map_or(error.to_string(), |source| format!("{error}: {source}"));
        tracing::error!(reason, "the new certificate is no good: the old one is served");
        self.0.seen.lock().unwrap_or_else(PoisonError::into_inner).trouble = Some(reason);
    }

    /// Whether the office makes its certificates itself.
    #[must_use]
    pub fn is_self_made(&self) -> bool {
        match self.0.source {
            Source::SelfMade(_) => true,
            Source::Files { .. } => false,
        }
    }

    /// The file of the certificate that is served, for whoever wants to trust it.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        match &self.0.source {
            Source::SelfMade(own) => own.file(),
            Source::Files { certificate, .. } => certificate.clone(),
        }
    }

    /// What is served.
    #[must_use]
    pub fn facts(&self) -> Facts {
        self.served().facts().clone()
    }

    /// Why a newer one is not served, in the system's words.
    #[must_use]
    pub fn trouble(&self) -> Option<String> {
        self.0.seen.lock().unwrap_or_else(PoisonError::into_inner).trouble.clone()
    }

    fn served(&self) -> Arc<Certificate> {
        Arc::clone(&self.0.served.read().unwrap_or_else(PoisonError::into_inner))
    }
}

impl ResolvesServerCert for Keeper {
    fn resolve(&self, _hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(Arc::clone(&self.served().key))
    }
}

impl Source {
    fn marks(&self) -> Option<[Mark; 2]> {
        match self {
            Self::SelfMade(_) => None,
            Self::Files { certificate, key } => Some([mark(certificate), mark(key)]),
        }
    }
}

fn mark(path: &Path) -> Mark {
    let of = |metadata: Metadata| (metadata.len(), metadata.modified().ok());
    std::fs::metadata(path).ok().map(of)
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    fn now() -> Timestamp {
        "2026-11-27T02:00:00Z".parse().expect("a time")
    }

    fn put(from: &Path, to: &Path) {
        for file in ["certificate.pem", "key.pem"] {
            std::fs::copy(from.join(file), to.join(file)).unwrap();
        }
    }

    fn own(folder: &Path, name: &str) -> SelfMade {
        SelfMade::new(folder, vec![name.into()], Arc::new(|| None))
    }

    /// A certificate somewhere, in two files.
    fn made(name: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        own(folder.path(), name).take(now()).unwrap();
        folder
    }

    fn files(folder: &Path) -> Source {
        Source::Files { certificate: folder.join("certificate.pem"), key: folder.join("key.pem") }
    }

    #[test]
    fn a_new_certificate_is_served_by_itself_and_a_bad_one_never() {
        let (one, other, folder) = (made("one.vn"), made("other.vn"), tempfile::tempdir().unwrap());
        put(one.path(), folder.path());
        let keeper = Keeper::open(files(folder.path()), now()).unwrap();
        assert_eq!((keeper.facts().names, keeper.trouble()), (vec!["one.vn".to_owned()], None));
        std::fs::write(folder.path().join("certificate.pem"), "-----BEGIN NOTHING").unwrap();
        keeper.look(now(), false);
        assert_eq!(keeper.facts().names, ["one.vn"]);
        assert!(keeper.trouble().is_some_and(|trouble| trouble.contains("holds no certificate")));
        // A certificate whose key is another one's.
        std::fs::copy(other.path().join("certificate.pem"), folder.path().join("certificate.pem")).unwrap();
        keeper.look(now(), true);
        assert_eq!(keeper.facts().names, ["one.vn"]);
        assert!(keeper.trouble().is_some_and(|trouble| trouble.contains("can't be used")));
        put(other.path(), folder.path());
        keeper.look(now(), true);
        assert_eq!((keeper.facts().names, keeper.trouble()), (vec!["other.vn".to_owned()], None));
    }

    #[test]
    fn an_office_that_should_be_encrypted_does_not_open_without_a_certificate() {
        let folder = tempfile::tempdir().unwrap();
        let refused = Keeper::open(files(folder.path()), now()).unwrap_err().to_string();
        assert!(refused.starts_with("can't read "), "{refused}");
    }

    #[test]
    fn a_self_made_certificate_is_renewed_by_itself() {
        let folder = tempfile::tempdir().unwrap();
        let source = Source::SelfMade(own(folder.path(), "moi.local"));
        let keeper = Keeper::open(source, now()).unwrap();
        let first = keeper.facts();
        keeper.look(now() + SignedDuration::from_hours(24 * 300), true);
        assert_eq!(keeper.facts(), first);
        keeper.look(now() + SignedDuration::from_hours(24 * 380), false);
        assert!(keeper.facts().until > first.until);
    }
}
