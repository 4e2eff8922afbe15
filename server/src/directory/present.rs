//! From the button to the directory's page, and from there back to whom it says somebody is.

use std::path::Path;
use std::time::Duration;

use openidconnect::core::{CoreAuthPrompt, CoreAuthenticationFlow};
use openidconnect::{CsrfToken, LanguageTag, Nonce, PkceCodeChallenge, PkceCodeVerifier, Scope};
use tokio::time::timeout;

use super::attempts::{Attempts, Secrets};
use super::exchange::{Exchange, client_of};
use super::known::Knowledge;
use super::secret::{ClientSecret, SecretFile};
use super::{Begun, DirectoryError, Returned, Said, Wish};
use crate::auth::new_secret;
use crate::clock::Clock;
use moi_config::Claim;

/// All that is asked of the directory for one step, however many questions that are. Each has less (`caller.rs`); the
/// page waits a little longer (`server/web/sign-in/sign-in-page.js`).
const STEP_MAX: Duration = Duration::from_secs(12);

/// The office's way to its directory.
pub struct Directory {
    attempts: Attempts,
    knowledge: Knowledge,
    secret: SecretFile,
    clock: Clock,
}

impl Directory {
    /// With the office's secret in its data folder or its environment; nothing is asked yet.
    #[must_use]
    pub fn new(data: &Path, clock: Clock) -> Self {
        let secret = SecretFile::in_folder(data);
        Self { attempts: Attempts::default(), knowledge: Knowledge::default(), secret, clock }
    }

    /// Begins a try: where the browser goes, and by what it is known again.
    ///
    /// # Errors
    /// [`DirectoryError::Unreachable`], [`DirectoryError::Unusable`], [`DirectoryError::Busy`].
    pub async fn begin(&self, directory: &moi_config::Directory, wish: Wish) -> Result<Begun, DirectoryError> {
        let now = (self.clock)();
        let known = within(self.knowledge.of(&directory.issuer, now)).await?;
        let client = client_of(&known, directory, None, &wish.back_at)?;
        let (state, nonce, verifier, binding) = (new_secret(), new_secret(), new_secret(), new_secret());
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(verifier.clone()));
        let (told_state, told_nonce) = (state.clone(), nonce.clone());
        let mut request = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || CsrfToken::new(told_state),
                move || Nonce::new(told_nonce),
            )
            .set_pkce_challenge(challenge)
            .add_ui_locale(LanguageTag::new(wish.language));
        match directory.claim {
            Claim::PreferredUsername => request = request.add_scope(Scope::new("profile".into())),
            Claim::Email => request = request.add_scope(Scope::new("email".into())),
            Claim::Subject => {}
        }
        if directory.ask_each_time {
            request = request.add_prompt(CoreAuthPrompt::Login);
        }
        let (address, ..) = request.url();
        let secrets = Secrets { nonce, verifier, back_at: wish.back_at };
        self.attempts.begin(&state, &binding, wish.address, secrets, now);
        Ok(Begun { address: address.into(), binding })
    }

    /// Ends a try: whom the directory says the browser's person is. It is kept until [`Self::end`], since a code of the
    /// second factor may be missing.
    ///
    /// # Errors
    /// [`DirectoryError::Over`], [`DirectoryError::Denied`], [`DirectoryError::NotBelieved`], or as [`Self::begin`].
    pub async fn finish(
        &self,
        directory: &moi_config::Directory,
        binding: &str,
        returned: Returned,
    ) -> Result<Said, DirectoryError> {
        let now = (self.clock)();
        let taken = self.attempts.take(&returned.state, binding, now)?;
        if returned.issuer.is_some_and(|issuer| issuer != directory.issuer) {
            tracing::warn!("another directory's answer came back from the browser");
            return Err(DirectoryError::NotBelieved);
        }
        let code = returned.answer.map_err(|_| DirectoryError::Denied)?;
        let asking = async {
            let known = self.knowledge.of(&directory.issuer, now).await?;
            let secret = self.read_secret().await?;
            let exchange = Exchange { directory, knowledge: &self.knowledge, begun: taken.begun, now };
            exchange.of(&known, secret, code, &taken.secrets).await
        };
        let name = within(asking).await?;
        let said = Said { issuer: directory.issuer.clone(), name };
        self.attempts.keep(taken, said.clone());
        Ok(said)
    }

    /// Whom the directory has vouched for in a try of this browser.
    ///
    /// # Errors
    /// [`DirectoryError::Over`].
    pub fn vouched(&self, binding: &str, state: &str) -> Result<Said, DirectoryError> {
        self.attempts.vouched(state, binding, (self.clock)())
    }

    /// The try is over.
    pub fn end(&self, state: &str) {
        self.attempts.end(state);
    }

    /// Read anew each time: a secret is changed while the office runs.
    async fn read_secret(&self) -> Result<Option<ClientSecret>, DirectoryError> {
        let file = self.secret.clone();
        let read = tokio::task::spawn_blocking(move || file.read()).await.map_err(|_| DirectoryError::Busy)?;
        read.map_err(|error| {
            tracing::error!(%error, "the office's secret for the directory can't be used");
            DirectoryError::Unusable
        })
    }
}

async fn within<T>(asking: impl Future<Output = Result<T, DirectoryError>>) -> Result<T, DirectoryError> {
    timeout(STEP_MAX, asking).await.unwrap_or_else(|_| {
        tracing::warn!(seconds = STEP_MAX.as_secs(), "the directory's answers did not come in time");
        Err(DirectoryError::Unreachable)
    })
}
