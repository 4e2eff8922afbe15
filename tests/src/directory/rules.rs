//! What a directory asks of whoever asks it, and what it says.

use std::collections::BTreeMap;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, bail, ensure};
use data_encoding::BASE64;
use serde_json::{Value, json};

use super::request::{Reply, Request, decoded, encoded};
use super::signing::{Key, challenge_of, not_signed, signed_by_secret};
use super::{CLIENT, Misdeed, Person, SECRET};

/// Everything that a directory knows.
pub(super) struct Rules {
    pub(super) issuer: String,
    /// The path of the issuer.
    pub(super) below: String,
    pub(super) back_at: Vec<String>,
    pub(super) secret: Option<&'static str>,
    pub(super) people: Vec<Person>,
    /// All that are shown; the last one signs.
    pub(super) keys: Vec<Key>,
    pub(super) misdeed: Option<Misdeed>,
    pub(super) asked: Vec<String>,
    pub(super) refused: Vec<String>,
    pub(super) given: Vec<String>,
    /// Codes that were given and not used, each with what it was given for.
    codes: BTreeMap<String, Granted>,
    /// Whom an access token is of.
    access: BTreeMap<String, Person>,
    /// Counts what was given, so that no two are alike.
    count: usize,
}

/// What a code was given for.
struct Granted {
    person: Person,
    back_at: String,
    challenge: String,
    nonce: String,
}

impl std::fmt::Debug for Rules {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Rules").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

impl Rules {
    pub(super) fn new(issuer: &str, key: Key) -> Self {
        let below = issuer.splitn(4, '/').nth(3).map(|path| format!("/{path}")).unwrap_or_default();
        Self {
            issuer: issuer.to_owned(),
            below,
            back_at: Vec::new(),
            secret: Some(SECRET),
            people: Vec::new(),
            keys: vec![key],
            misdeed: None,
            asked: Vec::new(),
            refused: Vec::new(),
            given: Vec::new(),
            codes: BTreeMap::new(),
            access: BTreeMap::new(),
            count: 0,
        }
    }

    pub(super) fn answer(&mut self, request: &Request) -> Reply {
        self.asked.push(request.path.clone());
        let path = request.path.strip_prefix(&self.below).unwrap_or("nothing").to_owned();
        let done = match (request.method.as_str(), path.as_str()) {
            ("GET", "/.well-known/openid-configuration") => Ok(self.of_itself()),
            ("GET", "/keys") => {
                Ok(Reply::json(200, &json!({"keys": self.keys.iter().map(Key::shown).collect::<Vec<_>>()})))
            }
            ("GET", "/authorize") => self.page(request),
            ("GET", "/login") => self.login(request),
            ("POST", "/token") => return self.token(request),
            ("GET", "/userinfo") => self.info(request),
            _ => Ok(Reply::words(404, "nothing here")),
        };
        done.unwrap_or_else(|error| {
            self.refused.push(error.to_string());
            Reply::words(400, &error.to_string())
        })
    }

    fn of_itself(&self) -> Reply {
        let at = |path: &str| format!("{}{path}", self.issuer);
        let plain = self.misdeed == Some(Misdeed::PlainPart);
        let info = if plain { at("/userinfo").replace("https://", "http://") } else { at("/userinfo") };
        let issuer = if self.misdeed == Some(Misdeed::OtherName) { "http://127.0.0.1:1/other" } else { &self.issuer };
        Reply::json(
            200,
            &json!({
                "issuer": issuer,
                "authorization_endpoint": at("/authorize"),
                "token_endpoint": at("/token"),
                "userinfo_endpoint": info,
                "jwks_uri": at("/keys"),
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256", "ES256", "EdDSA"],
                "code_challenge_methods_supported": ["S256"],
            }),
        )
    }

    /// What a strict directory asks of a wish before it shows anybody a page.
    fn wish(&self, request: &Request) -> anyhow::Result<String> {
        for (name, wanted) in [("response_type", "code"), ("client_id", CLIENT), ("code_challenge_method", "S256")] {
            ensure!(request.field(name)? == wanted, "{name} is {:?}", request.field(name)?);
        }
        let back_at = request.field("redirect_uri")?;
        ensure!(self.back_at.iter().any(|known| known == back_at), "redirect_uri {back_at} is not registered");
        ensure!(request.field("scope")?.split(' ').any(|scope| scope == "openid"), "no openid in scope");
        ensure!(request.field("code_challenge")?.len() == 43, "code_challenge is none");
        for name in ["state", "nonce"] {
            ensure!(request.field(name)?.len() >= 22, "{name} has fewer than 128 bits");
        }
        ensure!(!request.fields.contains_key("client_secret"), "a secret in an address");
        Ok(back_at.to_owned())
    }

    /// A page with a button for each person.
    fn page(&self, request: &Request) -> anyhow::Result<Reply> {
        self.wish(request)?;
        let pairs = request.fields.iter().map(|(name, value)| format!("{name}={}", encoded(value)));
        let query = pairs.collect::<Vec<_>>().join("&amp;");
        let link = |person: &Person| {
            let name = &person.username;
            format!("<p><a id=\"{name}\" href=\"{}/login?{query}&amp;username={name}\">{name}</a></p>", self.below)
        };
        let links: String = self.people.iter().map(link).collect();
        Ok(Reply::page(format!("<!doctype html><title>Directory</title><h1>Directory</h1>{links}")))
    }

    fn login(&mut self, request: &Request) -> anyhow::Result<Reply> {
        let back_at = self.wish(request)?;
        let state = encoded(request.field("state")?);
        let issuer = encoded(&self.issuer);
        if request.fields.contains_key("cancel") {
            let back = format!("{back_at}?error=access_denied&error_description=cancelled&state={state}&iss={issuer}");
            return Ok(Reply::lead(back));
        }
        let username = request.field("username")?;
        let person = self.people.iter().find(|person| person.username == username).cloned();
        let person = person.with_context(|| format!("{username} is nobody here"))?;
        let code = self.new_secret("code");
        let granted = Granted {
            person,
            back_at: back_at.clone(),
            challenge: request.field("code_challenge")?.to_owned(),
            nonce: request.field("nonce")?.to_owned(),
        };
        self.codes.insert(code.clone(), granted);
        Ok(Reply::lead(format!("{back_at}?code={}&state={state}&iss={issuer}", encoded(&code))))
    }

    fn token(&mut self, request: &Request) -> Reply {
        match self.exchange(request) {
            Ok(answer) => Reply::json(200, &answer),
            Err(error) => {
                self.refused.push(error.to_string());
                let word = if error.to_string().starts_with("client:") { "invalid_client" } else { "invalid_grant" };
                Reply::json(if word == "invalid_client" { 401 } else { 400 }, &json!({"error": word}))
            }
        }
    }

    fn exchange(&mut self, request: &Request) -> anyhow::Result<Value> {
        self.require_client(request)?;
        ensure!(
            request.field("grant_type")? == "authorization_code",
            "grant_type is {:?}",
            request.field("grant_type")
        );
        let code = request.field("code")?;
        let granted = self.codes.remove(code).context("the code was not given, or is used up")?;
        ensure!(request.field("redirect_uri")? == granted.back_at, "another redirect_uri than before");
        let verifier = request.field("code_verifier")?;
        ensure!((43..=128).contains(&verifier.len()), "a verifier of {} characters", verifier.len());
        ensure!(challenge_of(verifier) == granted.challenge, "the verifier does not fit");
        let access = self.new_secret("access");
        self.access.insert(access.clone(), granted.person.clone());
        let mut answer = json!({"access_token": access, "token_type": "Bearer", "expires_in": 300});
        if self.misdeed != Some(Misdeed::NoToken) {
            let token = self.id_token(&granted)?;
            self.given.push(token.clone());
            answer["id_token"] = json!(token);
        }
        Ok(answer)
    }

    /// Whether the office shows that it is the office: by its secret in the header alone, or by none where it has none.
    fn require_client(&self, request: &Request) -> anyhow::Result<()> {
        let Some(secret) = self.secret else {
            ensure!(request.field("client_id")? == CLIENT, "client: client_id is {:?}", request.field("client_id"));
            ensure!(!request.headers.contains_key("authorization"), "client: it has no secret to show");
            return Ok(());
        };
        ensure!(!request.fields.contains_key("client_secret"), "client: a secret in the body");
        let shown = request.headers.get("authorization").context("client: no secret is shown")?;
        let shown = shown.strip_prefix("Basic ").context("client: no Basic")?;
        let shown = String::from_utf8(BASE64.decode(shown.as_bytes())?)?;
        let (name, shown) = shown.split_once(':').context("client: a name and a secret")?;
        if decoded(name)? != CLIENT || decoded(shown)? != secret {
            bail!("client: the secret does not fit");
        }
        Ok(())
    }

    fn id_token(&self, granted: &Granted) -> anyhow::Result<String> {
        let claims = self.claims(granted)?;
        let key = self.keys.last().context("a key")?;
        match self.misdeed {
            Some(Misdeed::Gibberish) => Ok("gibberish".into()),
            Some(Misdeed::NotSigned) => Ok(not_signed(&claims)),
            Some(Misdeed::SignedBySecret) => Ok(signed_by_secret(SECRET, &claims)),
            Some(Misdeed::ForeignKey) => Key::new("foreign", key.algorithm)?.signed(&key.name, &claims),
            Some(Misdeed::UnknownKey) => Key::new("unknown", key.algorithm)?.signed("unknown", &claims),
            _ => key.signed(&key.name, &claims),
        }
    }

    #[expect(clippy::disallowed_methods, reason = "a directory has a clock of its own")]
    fn claims(&self, granted: &Granted) -> anyhow::Result<Value> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
        let mut claims = json!({
            "iss": self.issuer, "sub": granted.person.sub, "aud": CLIENT, "azp": CLIENT, "nonce": granted.nonce,
            "iat": now, "exp": now + 300,
        });
        let mut set = |name: &str, value: Value| claims[name] = value;
        match self.misdeed {
            Some(Misdeed::OtherNonce) => set("nonce", json!("x".repeat(43))),
            Some(Misdeed::NoNonce) => set("nonce", Value::Null),
            Some(Misdeed::Expired) => set("exp", json!(now - 120)),
            Some(Misdeed::Old) => set("iat", json!(now - 3600)),
            Some(Misdeed::Ahead) => set("iat", json!(now + 3600)),
            Some(Misdeed::OtherAudience) => set("aud", json!("somebody-else")),
            Some(Misdeed::MoreAudiences) => set("aud", json!([CLIENT, "somebody-else"])),
            Some(Misdeed::OtherParty) => set("azp", json!("somebody-else")),
            Some(Misdeed::OtherIssuer) => set("iss", json!("http://127.0.0.1:1/other")),
            _ => {}
        }
        if !matches!(self.misdeed, Some(Misdeed::NameOnRequest | Misdeed::OtherPersonOnRequest | Misdeed::NoName)) {
            named(&mut claims, &granted.person);
        }
        Ok(claims)
    }

    fn info(&self, request: &Request) -> anyhow::Result<Reply> {
        let shown = request.headers.get("authorization").context("no access token")?;
        let token = shown.strip_prefix("Bearer ").context("no Bearer")?;
        let person = self.access.get(token).context("an access token that was not given")?;
        let other = self.misdeed == Some(Misdeed::OtherPersonOnRequest);
        let mut info = json!({"sub": if other { "sub-of-another" } else { &person.sub }});
        if self.misdeed != Some(Misdeed::NoName) {
            named(&mut info, person);
        }
        Ok(Reply::json(200, &info))
    }

    fn new_secret(&mut self, kind: &str) -> String {
        self.count += 1;
        let secret = format!("{kind}-{}-of-the-directory/+", self.count);
        self.given.push(secret.clone());
        secret
    }
}

fn named(claims: &mut Value, person: &Person) {
    claims["preferred_username"] = json!(person.username);
    claims["email"] = json!(person.email);
    if let Some(verified) = person.email_verified {
        claims["email_verified"] = json!(verified);
    }
}
