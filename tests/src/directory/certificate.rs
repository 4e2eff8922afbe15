//! A directory's certificate, and that of the authority that vouches for it.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::PrivatePkcs8KeyDer;
use tokio_rustls::TlsAcceptor;

/// Encrypts by a certificate for this machine. Whom a machine must trust for it goes into the file.
pub(super) fn acceptor(authority: &Path) -> anyhow::Result<TlsAcceptor> {
    crate::encryption::allow();
    let mut parameters = CertificateParams::new(Vec::<String>::new())?;
    parameters.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let key = KeyPair::generate()?;
    let certificate = parameters.self_signed(&key)?;
    std::fs::write(authority, certificate.pem()).with_context(|| authority.display().to_string())?;
    let issuer = Issuer::new(parameters, key);
    let own_key = KeyPair::generate()?;
    let own = CertificateParams::new(vec!["localhost".into(), "127.0.0.1".into()])?.signed_by(&own_key, &issuer)?;
    let own_key = PrivatePkcs8KeyDer::from(own_key.serialize_der());
    let config = ServerConfig::builder().with_no_client_auth();
    let config = config.with_single_cert(vec![own.der().clone(), certificate.der().clone()], own_key.into())?;
    Ok(TlsAcceptor::from(Arc::new(config)))
}
