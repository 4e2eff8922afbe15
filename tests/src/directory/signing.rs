//! A directory's keys, and what it signs by them. Another library signs here than the one that the office checks by.

use anyhow::{Context, anyhow};
use data_encoding::BASE64URL_NOPAD;
use ring::rand::SystemRandom;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256, RsaKeyPair,
};
use ring::{digest, hmac};
use rsa::pkcs8::EncodePrivateKey;
use rsa::traits::PublicKeyParts;
use serde_json::{Value, json};

/// Bits of an RSA key: the fewest that anybody takes.
const RSA_BITS: usize = 2048;

/// How tokens are signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    /// RSA, which every directory knows.
    Rs256,
    /// A curve.
    Es256,
    /// Another curve.
    EdDsa,
}

impl Algorithm {
    /// Each of them.
    pub const ALL: [Self; 3] = [Self::Rs256, Self::Es256, Self::EdDsa];

    fn word(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Es256 => "ES256",
            Self::EdDsa => "EdDSA",
        }
    }
}

/// A key with its name.
pub(super) struct Key {
    pub(super) name: String,
    pub(super) algorithm: Algorithm,
    pair: Pair,
    /// As it is shown to everybody.
    shown: Value,
}

enum Pair {
    Rsa(Box<RsaKeyPair>),
    Curve(EcdsaKeyPair),
    Edwards(Ed25519KeyPair),
}

impl Key {
    /// A new one.
    pub(super) fn new(name: &str, algorithm: Algorithm) -> anyhow::Result<Self> {
        let (pair, mut shown) = match algorithm {
            Algorithm::Rs256 => rsa_pair()?,
            Algorithm::Es256 => curve_pair()?,
            Algorithm::EdDsa => edwards_pair()?,
        };
        shown["kid"] = json!(name);
        shown["use"] = json!("sig");
        shown["alg"] = json!(algorithm.word());
        Ok(Self { name: name.to_owned(), algorithm, pair, shown })
    }

    /// As it is shown to everybody.
    pub(super) fn shown(&self) -> &Value {
        &self.shown
    }

    /// A token with this in it, signed under a name that may be another key's.
    pub(super) fn signed(&self, name: &str, claims: &Value) -> anyhow::Result<String> {
        let text = unsigned(&json!({"alg": self.algorithm.word(), "kid": name, "typ": "JWT"}), claims);
        let random = SystemRandom::new();
        let signature = match &self.pair {
            Pair::Rsa(pair) => {
                let mut signature = vec![0; pair.public().modulus_len()];
                pair.sign(&RSA_PKCS1_SHA256, &random, text.as_bytes(), &mut signature).map_err(failed)?;
                signature
            }
            Pair::Curve(pair) => pair.sign(&random, text.as_bytes()).map_err(failed)?.as_ref().to_vec(),
            Pair::Edwards(pair) => pair.sign(text.as_bytes()).as_ref().to_vec(),
        };
        Ok(format!("{text}.{}", BASE64URL_NOPAD.encode(&signature)))
    }
}

/// A token that says that nobody has signed it.
pub(super) fn not_signed(claims: &Value) -> String {
    format!("{}.", unsigned(&json!({"alg": "none", "typ": "JWT"}), claims))
}

/// A token signed by a secret that two have.
pub(super) fn signed_by_secret(secret: &str, claims: &Value) -> String {
    let text = unsigned(&json!({"alg": "HS256", "typ": "JWT"}), claims);
    let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes()), text.as_bytes());
    format!("{text}.{}", BASE64URL_NOPAD.encode(tag.as_ref()))
}

/// What a verifier must be to fit this challenge (RFC 7636, S256).
pub(super) fn challenge_of(verifier: &str) -> String {
    BASE64URL_NOPAD.encode(digest::digest(&digest::SHA256, verifier.as_bytes()).as_ref())
}

fn unsigned(head: &Value, claims: &Value) -> String {
    let part = |value: &Value| BASE64URL_NOPAD.encode(value.to_string().as_bytes());
    format!("{}.{}", part(head), part(claims))
}

fn rsa_pair() -> anyhow::Result<(Pair, Value)> {
    let key = rsa::RsaPrivateKey::new(&mut rsa::rand_core::OsRng, RSA_BITS).context("make an RSA key")?;
    let pair = RsaKeyPair::from_pkcs8(key.to_pkcs8_der()?.as_bytes()).map_err(failed)?;
    let number = |number: &rsa::BigUint| BASE64URL_NOPAD.encode(&number.to_bytes_be());
    Ok((Pair::Rsa(Box::new(pair)), json!({"kty": "RSA", "n": number(key.n()), "e": number(key.e())})))
}

fn curve_pair() -> anyhow::Result<(Pair, Value)> {
    let random = SystemRandom::new();
    let kind = &ECDSA_P256_SHA256_FIXED_SIGNING;
    let document = EcdsaKeyPair::generate_pkcs8(kind, &random).map_err(failed)?;
    let pair = EcdsaKeyPair::from_pkcs8(kind, document.as_ref(), &random).map_err(failed)?;
    // One byte that says "uncompressed", then both coordinates.
    let point = pair.public_key().as_ref().get(1..65).context("a point has 65 bytes")?;
    let (x, y) = point.split_at(32);
    let (x, y) = (BASE64URL_NOPAD.encode(x), BASE64URL_NOPAD.encode(y));
    Ok((Pair::Curve(pair), json!({"kty": "EC", "crv": "P-256", "x": x, "y": y})))
}

fn edwards_pair() -> anyhow::Result<(Pair, Value)> {
    let document = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).map_err(failed)?;
    let pair = Ed25519KeyPair::from_pkcs8(document.as_ref()).map_err(failed)?;
    let x = BASE64URL_NOPAD.encode(pair.public_key().as_ref());
    Ok((Pair::Edwards(pair), json!({"kty": "OKP", "crv": "Ed25519", "x": x})))
}

fn failed(error: impl std::fmt::Debug) -> anyhow::Error {
    anyhow!("the library for signing refuses: {error:?}")
}
