//! Values of the command line about the network: names, proxies and certificates, with the same kind of findings.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::PathBuf;

use crate::finding::{Finding, Place};
use crate::settings::is_host;

/// Bits of an address of version 4 and 6.
const BITS_V4: u8 = 32;
const BITS_V6: u8 = 128;

/// A name or an address under which the office is asked for: lower case, without port, brackets or a dot at the end.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct HostName(String);

impl HostName {
    /// Parses `mot-cua.example.vn`, `192.168.1.5` or `[::1]`, without a port.
    ///
    /// # Errors
    /// A finding at `place` when the text is none of these.
    pub fn parse(text: &str, place: Place) -> Result<Self, Finding> {
        let allowed = "a name or an address without port, as mot-cua.example.vn, 192.168.1.5 or [fd00::5]";
        let bare = text.parse::<Ipv6Addr>().is_ok();
        if bare || is_host(text) { Ok(Self::of(text)) } else { Err(refuse(text, place, allowed)) }
    }

    /// The host of `HOST` or `HOST:PORT`, as a request's `Host` and a URL have it; none when it is neither.
    #[must_use]
    pub fn of_authority(authority: &str) -> Option<Self> {
        let (host, _port) = crate::settings::split_host(authority)?;
        Some(Self::of(host))
    }

    fn of(host: &str) -> Self {
        let host = host.trim_start_matches('[').trim_end_matches(']');
        Self(host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase())
    }

    /// The name as it is compared.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address, when it is one.
    #[must_use]
    pub fn address(&self) -> Option<IpAddr> {
        self.0.parse().ok().map(|address: IpAddr| address.to_canonical())
    }
}

/// Addresses that begin with the same bits: one proxy, or the network in which proxies stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u8,
}

impl Network {
    /// Parses `10.0.0.5`, `10.0.0.0/24`, `fd00::5` or `fd00::/64`.
    ///
    /// # Errors
    /// A finding at `place` when the text is none of these, or when it is everybody: whoever may speak for others is
    /// never everybody.
    pub fn parse(text: &str, place: Place) -> Result<Self, Finding> {
        let allowed =
            "ADDRESS or ADDRESS/BITS of a proxy, as 127.0.0.1, 10.0.0.0/24 or fd00::/64, never everybody (/0)";
        Self::read(text).ok_or_else(|| refuse(text, place, allowed))
    }

    fn read(text: &str) -> Option<Self> {
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().ok()?;
        let most = bits_of(address);
        let bits = match bits {
            Some(bits) if bits.bytes().all(|byte| byte.is_ascii_digit()) => bits.parse().ok()?,
            Some(_) => return None,
            None => most,
        };
        (1..=most).contains(&bits).then_some(Self { address, bits })
    }

    /// Whether the address is one of these; an address of version 4 may be written as one of version 6.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                let mask = u32::MAX.checked_shl(u32::from(BITS_V4 - self.bits)).unwrap_or(0);
                Ipv4Addr::to_bits(own) & mask == Ipv4Addr::to_bits(other) & mask
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => {
                let mask = u128::MAX.checked_shl(u32::from(BITS_V6 - self.bits)).unwrap_or(0);
                Ipv6Addr::to_bits(own) & mask == Ipv6Addr::to_bits(other) & mask
            }
            (IpAddr::V4(_), IpAddr::V6(_)) | (IpAddr::V6(_), IpAddr::V4(_)) => false,
        }
    }
}

fn bits_of(address: IpAddr) -> u8 {
    match address {
        IpAddr::V4(_) => BITS_V4,
        IpAddr::V6(_) => BITS_V6,
    }
}

/// Whether the pages are served encrypted, and by which certificate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TlsSetting {
    /// As plain HTTP: for a try on this machine, or behind a proxy that encrypts.
    #[default]
    None,
    /// By a certificate that the office makes for itself and renews.
    SelfMade,
    /// By a certificate that somebody gave, both files in PEM.
    Files {
        /// The certificate, followed by those that vouch for it.
        certificate: PathBuf,
        /// Its private key.
        key: PathBuf,
    },
}

impl TlsSetting {
    /// Parses `none`, `self` or `CERTIFICATE,KEY`.
    ///
    /// # Errors
    /// A finding at `place` when the text is none of these.
    pub fn parse(text: &str, place: Place) -> Result<Self, Finding> {
        let files = |text: &str| match text.split_once(',') {
            Some((certificate, key)) if !certificate.is_empty() && !key.is_empty() && !key.contains(',') => {
                Some(Self::Files { certificate: certificate.into(), key: key.into() })
            }
            Some(_) | None => None,
        };
        let setting = match text {
            "none" => Some(Self::None),
            "self" => Some(Self::SelfMade),
            other => files(other),
        };
        let allowed = "none, self, or the files of certificate and key in PEM with a comma between, as \
                       /etc/moi/fullchain.pem,/etc/moi/privkey.pem";
        setting.ok_or_else(|| refuse(text, place, allowed))
    }
}

fn refuse(text: &str, place: Place, allowed: &str) -> Finding {
    Finding::mistake(place, crate::read::quoted(text), allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place() -> Place {
        Place::argument("--it")
    }

    #[test]
    fn names_of_an_office() {
        let parse = |text| HostName::parse(text, place()).map(|name| name.0);
        assert_eq!(parse("Mot-Cua.Example.VN").unwrap(), "mot-cua.example.vn");
        assert_eq!(parse("mot-cua.example.vn.").unwrap(), "mot-cua.example.vn");
        assert_eq!(parse("192.168.1.5").unwrap(), "192.168.1.5");
        assert_eq!(parse("[fd00::5]").unwrap(), "fd00::5");
        assert_eq!(parse("fd00::5").unwrap(), "fd00::5");
        for wrong in ["", "a b", "http://a", "a:80", "[::1]:80", "*", "*.vn", "a/b"] {
            let finding = parse(wrong).unwrap_err().to_string();
            assert!(finding.starts_with(&format!("--it: found \"{wrong}\", allowed: a name")), "{finding}");
        }
    }

    #[test]
    fn the_host_of_a_request_is_read_with_and_without_port() {
        let host = |authority| HostName::of_authority(authority).map(|host| host.0);
        assert_eq!(host("Moi.local:8080").as_deref(), Some("moi.local"));
        assert_eq!(host("[::1]:8080").as_deref(), Some("::1"));
        assert_eq!(host("127.0.0.1").as_deref(), Some("127.0.0.1"));
        for wrong in ["", ":80", "a:b", "a:80:90", "::1", "[::1", "a@b", "a,b", "a b"] {
            assert_eq!(host(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn networks_of_proxies() {
        let network = |text| Network::parse(text, place());
        let contains = |text, address: &str| network(text).unwrap().contains(address.parse().unwrap());
        assert!(contains("10.0.0.5", "10.0.0.5") && !contains("10.0.0.5", "10.0.0.6"));
        assert!(contains("10.0.0.5", "::ffff:10.0.0.5"), "as a socket for both versions tells it");
        assert!(contains("10.0.0.0/24", "10.0.0.255") && !contains("10.0.0.0/24", "10.0.1.0"));
        assert!(contains("fd00::/64", "fd00::1:2") && !contains("fd00::/64", "fd00:0:0:1::"));
        assert!(!contains("10.0.0.0/24", "fd00::1") && !contains("fd00::/64", "10.0.0.1"));
        assert!(contains("10.0.0.0/1", "127.0.0.1") && !contains("10.0.0.0/1", "192.168.1.1"));
        for wrong in ["", "proxy", "10.0.0.5/33", "10.0.0.5/0", "::/0", "10.0.0.5/", "10.0.0.5/+8", "10.0.0/24"] {
            let finding = network(wrong).unwrap_err().to_string();
            assert!(finding.starts_with(&format!("--it: found \"{wrong}\", allowed: ADDRESS or")), "{finding}");
        }
    }

    #[test]
    fn certificates() {
        let parse = |text| TlsSetting::parse(text, place());
        assert_eq!(parse("none").unwrap(), TlsSetting::None);
        assert_eq!(parse("self").unwrap(), TlsSetting::SelfMade);
        let files = TlsSetting::Files { certificate: "/a/c.pem".into(), key: "k.pem".into() };
        assert_eq!(parse("/a/c.pem,k.pem").unwrap(), files);
        for wrong in ["", "on", "c.pem", ",", "c.pem,", ",k.pem", "a,b,c"] {
            let finding = parse(wrong).unwrap_err().to_string();
            assert!(finding.starts_with(&format!("--it: found \"{wrong}\", allowed: none, self")), "{finding}");
        }
    }
}
