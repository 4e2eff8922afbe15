//! The second factor: codes of an authenticator app (RFC 6238), and spare codes for the day when the phone is lost.

use data_encoding::BASE32_NOPAD;
use serde::{Deserialize, Serialize};
use totp_rs::{Builder, Totp};

use super::{code, secret};

/// Bytes of the shared secret: 160 bits, as RFC 4226 recommends.
const SECRET: usize = 20;

/// Spare codes that are made at once.
pub const SPARE_CODES: usize = 10;

/// A person's second factor as kept. The secret must be known as it is, to work out codes; spare codes are kept as
/// fingerprints: of 79 random bits nobody finds the code.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct SecondFactor {
    secret: String,
    /// Whether a code has shown that the app has the secret; before that it counts for nothing.
    pub(super) is_on: bool,
    /// The step of the last code that was taken: a code is good once, and none before it is any more.
    #[serde(default)]
    last_step: Option<u64>,
    #[serde(default)]
    spare: Vec<String>,
}

impl SecondFactor {
    /// A new one, not yet on.
    pub(super) fn new() -> Self {
        let secret = BASE32_NOPAD.encode(&secret::random::<SECRET>());
        Self { secret, is_on: false, last_step: None, spare: Vec::new() }
    }

    /// What is typed into an app that can't scan.
    pub(super) fn secret(&self) -> &str {
        &self.secret
    }

    /// Takes a code of the app, once.
    pub(super) fn take(&mut self, typed: &str, now_seconds: u64) -> bool {
        let digits: String = typed.chars().filter(|sign| !sign.is_whitespace()).collect();
        let step = self.app().and_then(|app| app.check(&digits, now_seconds));
        let Some(step) = step.filter(|step| self.last_step.is_none_or(|last| last < *step)) else { return false };
        self.last_step = Some(step);
        true
    }

    /// Takes a spare code, once.
    pub(super) fn take_spare(&mut self, typed: &str) -> bool {
        let wanted = secret::fingerprint(&code::read(typed));
        let Some(place) = self.spare.iter().position(|kept| *kept == wanted) else { return false };
        self.spare.remove(place);
        true
    }

    /// New spare codes in place of the old ones.
    pub(super) fn renew_spare(&mut self) -> Vec<String> {
        let codes: Vec<String> = (0..SPARE_CODES).map(|_| code::signs(code::LONG)).collect();
        self.spare = codes.iter().map(|code| secret::fingerprint(code)).collect();
        codes.iter().map(|code| code::grouped(code)).collect()
    }

    /// Spare codes that are left.
    pub(super) fn spare_left(&self) -> usize {
        self.spare.len()
    }

    /// Six digits by SHA-1, every thirty seconds, those before and after count: what every app does.
    fn app(&self) -> Option<Totp> {
        let bytes: [u8; SECRET] = BASE32_NOPAD.decode(self.secret.as_bytes()).ok()?.try_into().ok()?;
        Builder::new().with_secret(bytes).build().ok()
    }
}

/// The address that an app scans. Names are percent-encoded: they have spaces and Vietnamese letters.
pub(super) fn address(secret: &str, issuer: &str, name: &str) -> String {
    let (issuer, name) = (encoded(issuer), encoded(name));
    format!("otpauth://totp/{issuer}:{name}?secret={secret}&issuer={issuer}")
}

fn encoded(text: &str) -> String {
    use std::fmt::Write;
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string can't fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of RFC 6238, appendix B, "12345678901234567890".
    fn of_the_standard() -> SecondFactor {
        SecondFactor { secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ".into(), ..SecondFactor::new() }
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            assert!(of_the_standard().take(code, seconds), "{code} at {seconds}");
            assert!(!of_the_standard().take(code, seconds + 120), "{code} two minutes later");
        }
        assert!(of_the_standard().take("287 082", 59), "as apps show it");
    }

    #[test]
    fn a_code_is_good_once_and_none_before_it_afterwards() {
        let mut factor = of_the_standard();
        let code = |seconds| {
            let app = factor_app();
            app.generate(seconds).to_string()
        };
        let (before, now) = (code(1_000_000), code(1_000_030));
        assert!(factor.take(&now, 1_000_030));
        assert!(!factor.take(&now, 1_000_040), "twice");
        assert!(!factor.take(&before, 1_000_040), "the one before");
        assert!(factor.take(&code(1_000_060), 1_000_060));
        for wrong in ["", "12345", "1234567", "abcdef", "000000"] {
            assert!(!factor.take(wrong, 1_000_090), "{wrong}");
        }
    }

    fn factor_app() -> Totp {
        of_the_standard().app().expect("an app")
    }

    #[test]
    fn each_of_ten_spare_codes_is_good_once() {
        let mut factor = SecondFactor::new();
        let codes = factor.renew_spare();
        assert_eq!((codes.len(), factor.spare_left()), (10, 10));
        assert!(factor.take_spare(&codes[3].to_lowercase().replace('-', " ")));
        assert!(!factor.take_spare(&codes[3]) && !factor.take_spare(""));
        assert_eq!(factor.spare_left(), 9);
        factor.renew_spare();
        assert!(!factor.take_spare(&codes[4]), "new ones replace the old ones");
        let kept = serde_json::to_string(&factor).expect("JSON");
        assert!(codes.iter().all(|code| !kept.contains(code.as_str())), "only fingerprints are kept");
    }

    #[test]
    fn the_address_is_one_that_apps_read() {
        let address = address("ABC", "Xã Đồng Đăng", "Nông Thị Hà");
        assert!(address.starts_with("otpauth://totp/X%C3%A3%20%C4%90%E1%BB%93ng%20"), "{address}");
        assert!(address.ends_with("%C4%90%C4%83ng") && address.contains("?secret=ABC&issuer=X%C3%A3"), "{address}");
    }
}
