//! Values of the command line and the environment, parsed with the same kind of findings as the set-up.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use crate::finding::{Finding, Place};

/// The usual port of a network printer's raw protocol.
const PRINTER_PORT: u16 = 9100;

/// Where the server listens: an address of this machine and a port; port 0 takes any free one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListenAddress(pub SocketAddr);

impl ListenAddress {
    /// Parses `127.0.0.1:8080`, `[::1]:8080`, `0.0.0.0:80` or `localhost:8080`.
    ///
    /// # Errors
    /// A finding at `place` when the text is none of these.
    pub fn parse(text: &str, place: Place) -> Result<Self, Finding> {
        let allowed = "ADDRESS:PORT, as 127.0.0.1:8080, 0.0.0.0:8080 or [::1]:8080";
        let local = text.strip_prefix("localhost:").and_then(|port| port.parse().ok());
        let address = match local {
            Some(port) => Some(SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port)),
            None => text.parse().ok(),
        };
        address.map(Self).ok_or_else(|| refuse(text, place, allowed))
    }
}

impl Default for ListenAddress {
    /// `127.0.0.1:8080`: only this machine, until an administrator says otherwise.
    fn default() -> Self {
        Self(SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8080))
    }
}

/// Where slips are printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PrinterSetting {
    /// Into files beside the data, for trying out.
    #[default]
    Preview,
    /// On a network printer.
    Tcp {
        /// Name or address.
        host: String,
        /// Port, mostly 9100.
        port: u16,
    },
    /// Nowhere: the kiosk shows number and QR code instead.
    None,
}

impl PrinterSetting {
    /// Parses `preview`, `none`, `tcp://HOST` or `tcp://HOST:PORT`.
    ///
    /// # Errors
    /// A finding at `place` when the text is none of these.
    pub fn parse(text: &str, place: Place) -> Result<Self, Finding> {
        let printer = match text {
            "preview" => Some(Self::Preview),
            "none" => Some(Self::None),
            _ => text
                .strip_prefix("tcp://")
                .and_then(split_host)
                .filter(|&(_, port)| port != Some(0))
                .map(|(host, port)| Self::Tcp { host: unbracketed(host), port: port.unwrap_or(PRINTER_PORT) }),
        };
        printer.ok_or_else(|| refuse(text, place, "preview, none, or tcp://HOST:PORT as tcp://192.168.1.50:9100"))
    }
}

/// The address under which people's phones reach the office; it goes into QR codes. Without a slash at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl(String);

impl PublicUrl {
    /// Parses `http://HOST`, `https://HOST`, both with or without `:PORT`; one slash at the end is dropped.
    ///
    /// # Errors
    /// A finding at `place` when the text is anything else, as a URL with a path.
    pub fn parse(text: &str, place: Place) -> Result<Self, Finding> {
        let trimmed = text.strip_suffix('/').unwrap_or(text);
        let host = trimmed.strip_prefix("https://").or_else(|| trimmed.strip_prefix("http://"));
        match host.and_then(split_host) {
            Some((_, None | Some(1..))) => Ok(Self(trimmed.to_owned())),
            Some((_, Some(0))) | None => Err(refuse(
                text,
                place,
                "http://HOST:PORT or https://HOST without a path, as https://mot-cua.example.vn",
            )),
        }
    }

    /// As `https://mot-cua.example.vn`, without a slash at the end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Host and port, as a page's origin has them: `mot-cua.example.vn`.
    #[must_use]
    pub fn authority(&self) -> &str {
        self.0.split_once("://").map_or(self.0.as_str(), |(_, authority)| authority)
    }
}

/// Splits `HOST` or `HOST:PORT`; the host is a name, an IPv4 address, or an IPv6 address in brackets.
pub(crate) fn split_host(text: &str) -> Option<(&str, Option<u16>)> {
    let (host, port) = match text.rfind(']') {
        Some(bracket) => {
            let (host, rest) = text.split_at(bracket + 1);
            if rest.is_empty() { (host, None) } else { (host, Some(rest.strip_prefix(':')?)) }
        }
        None => match text.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (text, None),
        },
    };
    let port = match port {
        Some(port) if port.bytes().all(|byte| byte.is_ascii_digit()) => Some(port.parse().ok()?),
        Some(_) => return None,
        None => None,
    };
    is_host(host).then_some((host, port))
}

pub(crate) fn is_host(host: &str) -> bool {
    if let Some(address) = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        return matches!(address.parse(), Ok(IpAddr::V6(_)));
    }
    let is_label = |label: &str| {
        let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        (1..=63).contains(&label.len()) && label.bytes().all(is_allowed)
    };
    host.len() <= 253 && host.strip_suffix('.').unwrap_or(host).split('.').all(is_label)
}

fn unbracketed(host: &str) -> String {
    host.trim_start_matches('[').trim_end_matches(']').to_owned()
}

fn refuse(text: &str, place: Place, allowed: &str) -> Finding {
    Finding::mistake(place, crate::read::quoted(text), allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_to_listen_on() {
        let parse = |text| ListenAddress::parse(text, Place::argument("--listen")).map(|address| address.0.to_string());
        assert_eq!(parse("127.0.0.1:8080").unwrap(), "127.0.0.1:8080");
        assert_eq!(parse("localhost:0").unwrap(), "127.0.0.1:0");
        assert_eq!(parse("[::1]:80").unwrap(), "[::1]:80");
        for wrong in ["", "8080", "127.0.0.1", "127.0.0.1:99999", "office:80", "127.0.0.1:80 "] {
            let finding = parse(wrong).unwrap_err().to_string();
            assert!(finding.starts_with(&format!("--listen: found \"{wrong}\", allowed: ADDRESS:PORT")), "{finding}");
        }
    }

    #[test]
    fn printers() {
        let parse = |text| PrinterSetting::parse(text, Place::environment("MOI_PRINTER"));
        let tcp = |host: &str, port| PrinterSetting::Tcp { host: host.to_owned(), port };
        assert_eq!(parse("preview").unwrap(), PrinterSetting::Preview);
        assert_eq!(parse("none").unwrap(), PrinterSetting::None);
        assert_eq!(parse("tcp://10.0.0.5:9101").unwrap(), tcp("10.0.0.5", 9101));
        assert_eq!(parse("tcp://printer.local").unwrap(), tcp("printer.local", 9100));
        assert_eq!(parse("tcp://[fe80::1]:9100").unwrap(), tcp("fe80::1", 9100));
        for wrong in
            ["usb", "tcp://", "tcp://a:0", "tcp://a:b", "tcp://a/b", "tcp://[::zz]:1", "tcp://a:70000", "Preview"]
        {
            let finding = parse(wrong).unwrap_err().to_string();
            let expected = format!("environment: MOI_PRINTER: found \"{wrong}\", allowed: preview, none, or tcp://");
            assert!(finding.starts_with(&expected), "{finding}");
        }
    }

    #[test]
    fn public_urls() {
        let parse = |text| PublicUrl::parse(text, Place::argument("--public-url"));
        assert_eq!(parse("https://mot-cua.example.vn/").unwrap().as_str(), "https://mot-cua.example.vn");
        assert_eq!(parse("http://192.168.1.2:8080").unwrap().as_str(), "http://192.168.1.2:8080");
        assert_eq!(parse("http://[::1]:8080").unwrap().as_str(), "http://[::1]:8080");
        for wrong in ["mot-cua.vn", "ftp://a", "http://", "http://a/b", "http://a:0", "http://a b", "https://a?x=1"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
