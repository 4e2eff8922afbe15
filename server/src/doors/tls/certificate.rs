//! A certificate with its key, and what is told of it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use rustls::pki_types::pem::{Error as PemError, PemObject as _};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::sign::CertifiedKey;
use sha2::{Digest as _, Sha256};
use x509_parser::extensions::GeneralName;
use x509_parser::prelude::{FromDer as _, X509Certificate};

/// A certificate that can be served.
#[derive(Debug)]
pub struct Certificate {
    pub(super) key: Arc<CertifiedKey>,
    facts: Facts,
}

/// What people are told of a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// SHA-256 of the whole certificate as browsers show it: `AB:CD:…`.
    pub fingerprint: String,
    /// Names and addresses that it is for.
    pub names: Vec<String>,
    /// From when on it holds.
    pub from: Timestamp,
    /// Until when.
    pub until: Timestamp,
}

/// Why there is no certificate.
#[derive(Debug, thiserror::Error)]
pub enum CertificateError {
    /// A file can't be read.
    #[error("can't read {path}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file can't be written.
    #[error("can't write {path}")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file holds nothing of the kind.
    #[error("{path} holds no {what} in PEM")]
    Pem {
        /// The file.
        path: PathBuf,
        /// What is looked for.
        what: &'static str,
        /// What the reader said.
        source: PemError,
    },
    /// The certificate can't be understood.
    #[error("the certificate in {path} can't be understood: {reason}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the reader said.
        reason: String,
    },
    /// Certificate and key don't fit, or are of a kind that nobody uses.
    #[error("the certificate in {path} and its key can't be used")]
    Unfit {
        /// The certificate's file.
        path: PathBuf,
        /// What the library said.
        source: rustls::Error,
    },
    /// A certificate can't be made.
    #[error("no certificate can be made: {0}")]
    Making(String),
}

impl Certificate {
    /// Reads both files and sees that they fit.
    ///
    /// # Errors
    /// Whatever is wrong with either.
    pub fn read(certificate: &Path, key: &Path) -> Result<Self, CertificateError> {
        Self::of(&read(certificate)?, certificate, &read(key)?, key)
    }

    fn of(chain: &[u8], chain_file: &Path, key: &[u8], key_file: &Path) -> Result<Self, CertificateError> {
        let pem = |path: &Path, what| {
            let path = path.to_owned();
            move |source| CertificateError::Pem { path, what, source }
        };
        let chain: Vec<CertificateDer<'static>> =
            CertificateDer::pem_slice_iter(chain).collect::<Result<_, _>>().map_err(pem(chain_file, "certificate"))?;
        let none = || pem(chain_file, "certificate")(PemError::NoItemsFound);
        let facts = facts_of(chain.first().ok_or_else(none)?, chain_file)?;
        let key = PrivateKeyDer::from_pem_slice(key).map_err(pem(key_file, "private key"))?;
        let provider = rustls::crypto::ring::default_provider();
        let key = CertifiedKey::from_der(chain, key, &provider)
            .map_err(|source| CertificateError::Unfit { path: chain_file.to_owned(), source })?;
        Ok(Self { key: Arc::new(key), facts })
    }

    /// What people are told of it.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        &self.facts
    }
}

/// The certificate of a file, without its key, as it goes over the wire.
///
/// # Errors
/// When the file can't be read or holds none.
pub fn certificate_in(path: &Path) -> Result<CertificateDer<'static>, CertificateError> {
    let pem = |source| CertificateError::Pem { path: path.to_owned(), what: "certificate", source };
    CertificateDer::from_pem_slice(&read(path)?).map_err(pem)
}

fn read(path: &Path) -> Result<Vec<u8>, CertificateError> {
    std::fs::read(path).map_err(|source| CertificateError::Read { path: path.to_owned(), source })
}

fn facts_of(certificate: &CertificateDer<'_>, path: &Path) -> Result<Facts, CertificateError> {
    let unreadable = |reason: String| CertificateError::Unreadable { path: path.to_owned(), reason };
    let (_, parsed) = X509Certificate::from_der(certificate).map_err(|error| unreadable(error.to_string()))?;
    let time = |time: &x509_parser::time::ASN1Time| {
        Timestamp::from_second(time.timestamp()).map_err(|error| unreadable(error.to_string()))
    };
    let names = parsed.subject_alternative_name().map_err(|error| unreadable(error.to_string()))?;
    let names = names.map_or(Vec::new(), |names| names.value.general_names.iter().filter_map(name_of).collect());
    let validity = parsed.validity();
    let digest = Sha256::digest(certificate);
    let fingerprint = digest.iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().join(":");
    Ok(Facts { fingerprint, names, from: time(&validity.not_before)?, until: time(&validity.not_after)? })
}

/// What a browser compares with the name that was asked for: names and addresses.
fn name_of(name: &GeneralName<'_>) -> Option<String> {
    if let GeneralName::DNSName(name) = name {
        return Some((*name).to_owned());
    }
    let GeneralName::IPAddress(bytes) = name else { return None };
    let four = || <[u8; 4]>::try_from(*bytes).map(|bytes| std::net::IpAddr::from(bytes).to_string());
    let six = || <[u8; 16]>::try_from(*bytes).map(|bytes| std::net::IpAddr::from(bytes).to_string());
    four().or_else(|_| six()).ok()
}
