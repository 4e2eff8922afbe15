//! A directory of people that speaks `OpenID` Connect: strict with whoever asks, and able to misbehave.

mod certificate;
mod misdeed;
mod request;
mod rules;
mod signing;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context, ensure};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio::time::sleep;
use tokio_rustls::TlsAcceptor;

pub use misdeed::Misdeed;
pub use signing::Algorithm;

use request::{Reply, Request, encoded, fields};
use rules::Rules;
use serde_json::{Value, json};
use signing::Key;

/// How the office is called here.
pub const CLIENT: &str = "moi-cai-kinh";
/// Its secret, where it has one. It has signs that a form must write in another way.
pub const SECRET: &str = "bí mật +/=&%:";

/// Longer than the office waits.
const SLOW: Duration = Duration::from_secs(30);
/// More bytes than the office reads.
const HUGE: usize = 2 * 1024 * 1024;

/// An account.
#[derive(Debug, Clone)]
pub struct Person {
    /// What the directory itself calls it.
    pub sub: String,
    /// What is typed to sign in.
    pub username: String,
    /// Where letters go.
    pub email: String,
    /// Whether anybody has looked that it is theirs; a directory may say nothing of it.
    pub email_verified: Option<bool>,
}

/// A directory on a port of its own. It ends with this value.
#[derive(Debug)]
pub struct Directory {
    issuer: String,
    shared: Arc<Mutex<Rules>>,
    serving: Option<JoinHandle<()>>,
}

impl Directory {
    /// One that knows the office by its secret, and nobody else yet.
    ///
    /// # Errors
    /// When it can't listen.
    pub async fn start() -> anyhow::Result<Self> {
        Self::start_by("http", None).await
    }

    /// The same, reached encrypted by a certificate that nobody trusts who does not know this file.
    ///
    /// # Errors
    /// When it can't listen, or the file can't be written.
    pub async fn start_encrypted(authority: &Path) -> anyhow::Result<Self> {
        Self::start_by("https", Some(certificate::acceptor(authority)?)).await
    }

    async fn start_by(scheme: &str, acceptor: Option<TlsAcceptor>) -> anyhow::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let issuer = format!("{scheme}://{}/realms/tinh", listener.local_addr()?);
        let shared = Arc::new(Mutex::new(Rules::new(&issuer, Key::new("first", Algorithm::Es256)?)));
        let serving = tokio::spawn(serve(listener, acceptor, Arc::clone(&shared)));
        Ok(Self { issuer, shared, serving: Some(serving) })
    }

    /// Its address, as it names itself.
    #[must_use]
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// Leads back to one more address; to none that it was not told.
    pub fn lead_back_to(&self, address: &str) {
        self.rules().back_at.push(address.to_owned());
    }

    /// Adds an account of this name.
    pub fn add(&self, username: &str) {
        self.add_person(Person {
            sub: format!("sub-of-{username}"),
            username: username.to_owned(),
            email: format!("{username}@example.vn"),
            email_verified: Some(true),
        });
    }

    /// Adds an account.
    pub fn add_person(&self, person: Person) {
        self.rules().people.push(person);
    }

    /// From now on the office is a client without a secret.
    pub fn forget_the_secret(&self) {
        self.rules().secret = None;
    }

    /// From now on it does this; with none, all is well again.
    pub fn misbehave(&self, misdeed: Option<Misdeed>) {
        self.rules().misdeed = misdeed;
    }

    /// Signs by a new key from now on, and shows that one alone.
    ///
    /// # Errors
    /// When none can be made.
    pub fn roll_over(&self, name: &str) -> anyhow::Result<()> {
        let key = Key::new(name, Algorithm::Es256)?;
        self.rules().keys = vec![key];
        Ok(())
    }

    /// Signs by a key of this kind from now on, and shows it beside the others.
    ///
    /// # Errors
    /// When none can be made.
    pub fn sign_by(&self, algorithm: Algorithm) -> anyhow::Result<()> {
        let mut rules = self.rules();
        let place = rules.keys.iter().position(|key| key.algorithm == algorithm);
        let key = match place {
            Some(place) => rules.keys.remove(place),
            None => Key::new(&format!("{algorithm:?}"), algorithm)?,
        };
        rules.keys.push(key);
        Ok(())
    }

    /// How often it was asked for this path below its address, as `/keys`.
    #[must_use]
    pub fn asked(&self, path: &str) -> usize {
        self.rules().asked.iter().filter(|asked| asked.ends_with(path)).count()
    }

    /// What it refused, and why: a strict directory says so.
    #[must_use]
    pub fn refused(&self) -> Vec<String> {
        self.rules().refused.clone()
    }

    /// Every code and token that it has given.
    #[must_use]
    pub fn given(&self) -> Vec<String> {
        self.rules().given.clone()
    }

    /// Nobody is there any more.
    pub async fn stop(&mut self) {
        if let Some(serving) = self.serving.take() {
            serving.abort();
            // An aborted task ends so.
            let _ = serving.await;
        }
    }

    /// What a browser does there: opens the page and signs in. Tells what it is led back with, as the office's page
    /// sends it on.
    ///
    /// # Errors
    /// When the directory refuses, or there is no such person.
    pub fn sign_in(&self, address: &str, username: &str) -> anyhow::Result<Value> {
        self.follow(address, &[("username", username)])
    }

    /// What a browser does there whose person presses Cancel.
    ///
    /// # Errors
    /// When the directory refuses.
    pub fn cancel(&self, address: &str) -> anyhow::Result<Value> {
        self.follow(address, &[("cancel", "yes")])
    }

    fn follow(&self, address: &str, typed: &[(&str, &str)]) -> anyhow::Result<Value> {
        let (page, query) = address.split_once('?').context("a query")?;
        ensure!(page == format!("{}/authorize", self.issuer), "{page} is not the directory's page");
        let mut fields = fields(query)?;
        fields.extend(typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let path = format!("{}/login", self.rules().below);
        let request = Request { method: "GET".into(), path, fields, headers: BTreeMap::new() };
        let reply = self.rules().answer(&request);
        let location = reply.location.with_context(|| format!("led nowhere: {}", reply.body))?;
        let (_, query) = location.split_once('?').context("a query to come back with")?;
        let mut back = request::fields(query)?;
        back.remove("error_description");
        Ok(json!(back))
    }

    fn rules(&self) -> MutexGuard<'_, Rules> {
        lock(&self.shared)
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        self.serving.iter().for_each(JoinHandle::abort);
    }
}

fn lock(rules: &Mutex<Rules>) -> MutexGuard<'_, Rules> {
    rules.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn serve(listener: TcpListener, acceptor: Option<TlsAcceptor>, shared: Arc<Mutex<Rules>>) {
    while let Ok((stream, _)) = listener.accept().await {
        let (acceptor, shared) = (acceptor.clone(), Arc::clone(&shared));
        tokio::spawn(async move {
            // Whoever hangs up in the middle has their reasons.
            let _ = match acceptor {
                None => converse(stream, &shared).await,
                Some(acceptor) => match acceptor.accept(stream).await {
                    Ok(stream) => converse(stream, &shared).await,
                    Err(error) => Err(error.into()),
                },
            };
        });
    }
}

async fn converse(mut stream: impl AsyncRead + AsyncWrite + Unpin, shared: &Mutex<Rules>) -> anyhow::Result<()> {
    let request = Request::read(&mut stream).await?;
    let misdeed = lock(shared).misdeed;
    let reply = match misdeed {
        Some(Misdeed::Slow) => {
            lock(shared).asked.push(request.path.clone());
            sleep(SLOW).await;
            Reply::words(200, "too late")
        }
        Some(Misdeed::Down) => Reply::words(503, "away"),
        Some(Misdeed::Huge) => Reply { body: " ".repeat(HUGE), ..Reply::json(200, &Value::Null) },
        Some(Misdeed::Elsewhere) => {
            let issuer = lock(shared).issuer.clone();
            Reply::lead(format!("{issuer}/elsewhere?from={}", encoded(&request.path)))
        }
        _ => lock(shared).answer(&request),
    };
    reply.write(&mut stream).await
}
