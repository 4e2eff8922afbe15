//! The bytes below a WebSocket: plain, or encrypted. The only file that names the encrypting library.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::BuilderVerifierExt as _;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

/// What a WebSocket runs over.
pub trait Wire: AsyncRead + AsyncWrite + Unpin + Send + fmt::Debug {}

impl<W: AsyncRead + AsyncWrite + Unpin + Send + fmt::Debug> Wire for W {}

/// Whom an encrypted server must be known to.
#[derive(Clone)]
pub struct Trust(Arc<ClientConfig>);

/// Why nobody can be trusted.
#[derive(Debug, thiserror::Error)]
pub enum TrustError {
    /// The file holds no certificate.
    #[error("no certificate in {file}")]
    File {
        /// Its name.
        file: String,
        /// What the reader said.
        source: rustls::pki_types::pem::Error,
    },
    /// The library can't use what it was given.
    #[error("nobody can be trusted")]
    Library(#[from] rustls::Error),
}

impl Trust {
    /// Whomever this machine trusts.
    ///
    /// # Errors
    /// When the machine's list can't be read.
    pub fn of_machine() -> Result<Self, TrustError> {
        let builder = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()));
        let builder = builder.with_safe_default_protocol_versions()?.with_platform_verifier()?;
        Ok(Self(Arc::new(builder.with_no_client_auth())))
    }

    /// Whoever has the certificate of this file, for the name that is asked for: an office's own.
    ///
    /// # Errors
    /// When there is none in it.
    pub fn in_file(file: &Path) -> Result<Self, TrustError> {
        let name = || file.display().to_string();
        let certificate =
            CertificateDer::from_pem_file(file).map_err(|source| TrustError::File { file: name(), source })?;
        let mut roots = RootCertStore::empty();
        roots.add(certificate)?;
        let builder = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()));
        let builder = builder.with_safe_default_protocol_versions()?.with_root_certificates(roots);
        Ok(Self(Arc::new(builder.with_no_client_auth())))
    }

    /// Encrypts a connection to this host.
    pub(crate) async fn encrypt(&self, stream: TcpStream, host: &str) -> std::io::Result<Box<dyn Wire>> {
        let name = ServerName::try_from(host.to_owned()).map_err(std::io::Error::other)?;
        Ok(Box::new(TlsConnector::from(Arc::clone(&self.0)).connect(name, stream).await?))
    }
}

impl fmt::Debug for Trust {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Trust").finish_non_exhaustive()
    }
}
