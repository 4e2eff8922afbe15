//! A code becomes whom the directory says somebody is.

use jiff::Timestamp;
use moi_config::Claim;
use openidconnect::core::{
    CoreClient, CoreClientAuthMethod, CoreErrorResponseType, CoreIdTokenClaims, CoreTokenResponse, CoreUserInfoClaims,
};
use openidconnect::{
    AuthType, AuthorizationCode, ClientId, EndpointMaybeSet, EndpointNotSet, EndpointSet, OAuth2TokenResponse,
    PkceCodeVerifier, RedirectUrl, RequestTokenError, StandardErrorResponse, TokenResponse, UserInfoError,
};
use unicode_normalization::UnicodeNormalization;

use super::DirectoryError;
use super::attempts::Secrets;
use super::caller::CallError;
use super::known::{Knowledge, Known, not_answered, not_believed, unreachable, unusable};
use super::secret::ClientSecret;
use super::token::{self, Checks, Refusal};

/// The office as the directory's client: what a directory must tell of itself is there.
pub(super) type Client =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// Longest name of a person that is looked for.
const NAME_MAX: usize = 100;

/// The office as this directory knows it, whose browser comes back to this page.
///
/// # Errors
/// [`DirectoryError::Unusable`] when the page's address is none.
pub(super) fn client_of(
    known: &Known,
    directory: &moi_config::Directory,
    secret: Option<&ClientSecret>,
    back_at: &str,
) -> Result<Client, DirectoryError> {
    let back_at = RedirectUrl::new(back_at.to_owned()).map_err(|_| unusable("the office's own address is none"))?;
    let secret = secret.map(|secret| openidconnect::ClientSecret::new(secret.text().to_owned()));
    let methods = known.metadata.token_endpoint_auth_methods_supported();
    // Without a word of them every directory takes the first (OpenID Connect Discovery 1.0, section 3).
    let in_header = methods.is_none_or(|methods| methods.contains(&CoreClientAuthMethod::ClientSecretBasic));
    let client_id = ClientId::new(directory.client_id.clone());
    let client = CoreClient::from_provider_metadata(known.metadata.clone(), client_id, secret);
    let auth_type = if in_header { AuthType::BasicAuth } else { AuthType::RequestBody };
    Ok(client.set_redirect_uri(back_at).set_auth_type(auth_type))
}

/// What an exchange goes by.
pub(super) struct Exchange<'e> {
    pub(super) directory: &'e moi_config::Directory,
    pub(super) knowledge: &'e Knowledge,
    /// When the try was begun.
    pub(super) begun: Timestamp,
    pub(super) now: Timestamp,
}

impl Exchange<'_> {
    /// What the directory calls whoever this code was given for.
    ///
    /// # Errors
    /// [`DirectoryError`], told in the log.
    pub(super) async fn of(
        &self,
        known: &Known,
        secret: Option<ClientSecret>,
        code: String,
        secrets: &Secrets,
    ) -> Result<String, DirectoryError> {
        let client = client_of(known, self.directory, secret.as_ref(), &secrets.back_at)?;
        let caller = self.knowledge.caller().await?;
        let request = client.exchange_code(AuthorizationCode::new(code));
        let request = request.map_err(|_| unusable("it names no place where codes are exchanged"))?;
        let request = request.set_pkce_verifier(PkceCodeVerifier::new(secrets.verifier.clone()));
        let answer = request.request_async(caller).await.map_err(refused)?;
        let claims = self.believed(known, &answer, &secrets.nonce).await?;
        let name = match name_in(self.directory.claim, &claims)? {
            Some(name) => name,
            None => self.asked_for(&client, &answer, &claims).await?,
        };
        let name: String = name.trim().nfc().collect();
        if name.is_empty() || name.chars().count() > NAME_MAX {
            return Err(unusable("what it calls somebody is empty or too long"));
        }
        Ok(name)
    }

    /// What the token says, once its signature and all else that must hold of it do.
    async fn believed(
        &self,
        known: &Known,
        answer: &CoreTokenResponse,
        nonce: &str,
    ) -> Result<CoreIdTokenClaims, DirectoryError> {
        let token = answer.id_token().ok_or_else(|| not_believed("there is no ID token"))?;
        let checks = Checks { client_id: &self.directory.client_id, nonce, begun: self.begun, now: self.now };
        match token::claims(known, token, &checks) {
            Ok(claims) => Ok(claims),
            Err(Refusal::UnknownKey) => {
                let anew = self.knowledge.with_new_keys(known, self.now).await?;
                let anew = anew.ok_or_else(|| not_believed(&Refusal::UnknownKey.to_string()))?;
                token::claims(&anew, token, &checks).map_err(|refusal| not_believed(&refusal.to_string()))
            }
            Err(refusal @ Refusal::Claims(_)) => Err(not_believed(&refusal.to_string())),
        }
    }

    /// The name from where a directory tells more of somebody than stands in its token, as the standard allows.
    async fn asked_for(
        &self,
        client: &Client,
        answer: &CoreTokenResponse,
        claims: &CoreIdTokenClaims,
    ) -> Result<String, DirectoryError> {
        let word = self.directory.claim.word();
        let missing = || unusable(&format!("it does not say {word} of somebody"));
        let request = client.user_info(answer.access_token().clone(), Some(claims.subject().clone()));
        let request = request.map_err(|_| missing())?;
        let info: CoreUserInfoClaims = request.request_async(self.knowledge.caller().await?).await.map_err(not_told)?;
        let name = match self.directory.claim {
            Claim::PreferredUsername => info.preferred_username().map(|name| name.to_string()),
            Claim::Email => verified(info.email().map(|email| email.to_string()), info.email_verified())?,
            Claim::Subject => Some(info.subject().to_string()),
        };
        name.ok_or_else(missing)
    }
}

fn name_in(claim: Claim, claims: &CoreIdTokenClaims) -> Result<Option<String>, DirectoryError> {
    match claim {
        Claim::PreferredUsername => Ok(claims.preferred_username().map(|name| name.to_string())),
        Claim::Email => verified(claims.email().map(|email| email.to_string()), claims.email_verified()),
        Claim::Subject => Ok(Some(claims.subject().to_string())),
    }
}

/// An address that somebody typed into their account and nobody has looked at would be a way into anybody's.
fn verified(email: Option<String>, is_verified: Option<bool>) -> Result<Option<String>, DirectoryError> {
    match (email, is_verified) {
        (None, _) => Ok(None),
        (Some(email), Some(true)) => Ok(Some(email)),
        (Some(_), Some(false) | None) => Err(unusable("it does not say that an e-mail address is verified")),
    }
}

/// The directory gives nothing for a code.
#[expect(clippy::wildcard_enum_match_arm, reason = "each other word of the standard is told as it is")]
fn refused(error: RequestTokenError<CallError, StandardErrorResponse<CoreErrorResponseType>>) -> DirectoryError {
    match error {
        RequestTokenError::Request(error) => not_answered(error),
        RequestTokenError::ServerResponse(answer) => match answer.error() {
            // A code that is used up or too old.
            CoreErrorResponseType::InvalidGrant => {
                tracing::warn!("the directory does not take the code (invalid_grant)");
                DirectoryError::Over
            }
            other => unusable(&format!("it answers {}", other.as_ref())),
        },
        // What did not parse may hold a token, and is told nowhere.
        RequestTokenError::Parse(error, _) => not_believed(&format!("it can't be read: {}", error.path())),
        RequestTokenError::Other(why) => unreachable(&why),
    }
}

/// The directory does not tell more of somebody.
#[expect(clippy::wildcard_enum_match_arm, reason = "the library may find more, which is as bad")]
fn not_told(error: UserInfoError<CallError>) -> DirectoryError {
    match error {
        UserInfoError::Request(error) => not_answered(error),
        UserInfoError::ClaimsVerification(error) => not_believed(&error.to_string()),
        UserInfoError::Response(status, ..) if status.is_server_error() => unreachable(status.as_str()),
        error => unusable(&error.to_string()),
    }
}
