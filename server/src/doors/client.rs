//! Who asks: from which address, encrypted or not, by which name. A proxy is believed only when it was named.

use std::net::IpAddr;

use actix_web::http::header::{self, HeaderMap};
use moi_config::network::Network;

/// Headers by which proxies tell of others; whatever begins with `x-forwarded` is one, too. Whoever sends one does not
/// sit at this machine.
const FORWARDED: [&str; 12] = [
    "forwarded",
    "forwarded-for",
    "x-real-ip",
    "x-client-ip",
    "x-cluster-client-ip",
    "x-original-forwarded-for",
    "cf-connecting-ip",
    "fastly-client-ip",
    "true-client-ip",
    "x-envoy-external-address",
    "client-ip",
    "via",
];

/// What is known of whoever asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// Where they are; behind proxies that were named, the address that these tell.
    pub address: IpAddr,
    /// Whether their connection is encrypted, as far as this office or a named proxy knows.
    pub is_https: bool,
    /// Name and port that they ask for, as a browser's `Origin` has them.
    pub authority: Option<String>,
    /// Whether anything says that the request was passed on.
    pub is_forwarded: bool,
}

/// What the connection itself shows.
#[derive(Debug, Clone, Copy)]
pub struct Peer {
    /// The other end; none for a connection of another kind than TCP.
    pub address: Option<IpAddr>,
    /// Whether the connection is encrypted.
    pub is_encrypted: bool,
}

impl Client {
    /// Reads the headers. Those of proxies count only from a peer that is among `proxies`.
    #[must_use]
    pub fn of(headers: &HeaderMap, peer: Peer, proxies: &[Network]) -> Self {
        // Without an address it is one more place.
        let address = peer.address.map_or(IpAddr::from([0, 0, 0, 0]), |address| address.to_canonical());
        let own = text(headers, header::HOST.as_str()).map(str::to_owned);
        let is_proxy = |address: IpAddr| proxies.iter().any(|network| network.contains(address));
        let is_forwarded = is_proxy(address) || is_forwarded(headers);
        if !is_proxy(address) {
            return Self { address, is_https: peer.is_encrypted, authority: own, is_forwarded };
        }
        let told = Forwarded::of(headers);
        let address = told.client(address, is_proxy);
        let is_https = told.scheme.map_or(peer.is_encrypted, |scheme| scheme.eq_ignore_ascii_case("https"));
        Self { address, is_https, authority: told.host.map(str::to_owned).or(own), is_forwarded }
    }
}

/// The names that a request says it is for: each must be the office's, whoever sent it.
pub(super) fn named_hosts(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    let said =
        headers.get_all(header::HOST).chain(headers.get_all(header::HeaderName::from_static("x-forwarded-host")));
    // What is no text is no name of the office's either.
    said.map(|value| value.to_str().unwrap_or_default()).flat_map(|value| value.split(',')).map(str::trim)
}

fn is_forwarded(headers: &HeaderMap) -> bool {
    headers.keys().any(|name| FORWARDED.contains(&name.as_str()) || name.as_str().starts_with("x-forwarded"))
}

/// What the proxies told, the nearest one last.
struct Forwarded<'h> {
    /// By `X-Forwarded-For`; none when there is no such header.
    x_for: Option<Vec<&'h str>>,
    /// By `Forwarded`.
    standard_for: Option<Vec<&'h str>>,
    scheme: Option<&'h str>,
    host: Option<&'h str>,
}

impl<'h> Forwarded<'h> {
    fn of(headers: &'h HeaderMap) -> Self {
        let standard = list(headers, "forwarded");
        let pair = |element: &'h str, wanted: &str| {
            let mut pairs = element.split(';').filter_map(|pair| pair.split_once('='));
            let found = pairs.find(|(name, _)| name.trim().eq_ignore_ascii_case(wanted));
            found.map(|(_, value)| value.trim().trim_matches('"'))
        };
        let nearest = standard.as_ref().and_then(|elements| elements.last().copied());
        let last = |name| list(headers, name).and_then(|values| values.last().copied());
        Self {
            x_for: list(headers, "x-forwarded-for"),
            standard_for: standard
                .as_ref()
                .map(|elements| elements.iter().map(|element| pair(element, "for").unwrap_or_default()).collect()),
            scheme: last("x-forwarded-proto").or_else(|| nearest.and_then(|element| pair(element, "proto"))),
            host: last("x-forwarded-host").or_else(|| nearest.and_then(|element| pair(element, "host"))),
        }
    }

    /// The nearest address that is no proxy's. A proxy adds to one of the two headers and passes the other on as it
    /// came, so where both are there and differ, one of them may be the client's own invention: neither is believed.
    fn client(&self, peer: IpAddr, is_proxy: impl Fn(IpAddr) -> bool) -> IpAddr {
        let nearest = |hops: &Vec<&str>| nearest_client(hops, peer, &is_proxy);
        match (self.x_for.as_ref().map(nearest), self.standard_for.as_ref().map(nearest)) {
            (Some(one), Some(other)) => {
                if one == other {
                    one
                } else {
                    peer
                }
            }
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => peer,
        }
    }
}

/// From the right, where the nearest proxy wrote: past proxies that were named, up to the first that is none. What
/// can't be read ends the way: further left anything may stand.
fn nearest_client(hops: &[&str], peer: IpAddr, is_proxy: impl Fn(IpAddr) -> bool) -> IpAddr {
    let mut nearest = peer;
    for hop in hops.iter().rev() {
        let Some(address) = address_of(hop) else { return nearest };
        nearest = address;
        if !is_proxy(address) {
            return nearest;
        }
    }
    nearest
}

/// `192.0.2.7`, `192.0.2.7:4711`, `2001:db8::7`, `[2001:db8::7]` or `[2001:db8::7]:4711`.
fn address_of(hop: &str) -> Option<IpAddr> {
    let bare = || hop.strip_prefix('[')?.strip_suffix(']')?.parse::<IpAddr>().ok();
    let with_port = || hop.parse::<std::net::SocketAddr>().ok().map(|address| address.ip());
    hop.parse().ok().or_else(bare).or_else(with_port).map(|address| address.to_canonical())
}

fn list<'h>(headers: &'h HeaderMap, name: &str) -> Option<Vec<&'h str>> {
    if !headers.contains_key(name) {
        return None;
    }
    let values = headers.get_all(name).map(|value| value.to_str().unwrap_or_default());
    Some(values.flat_map(|value| value.split(',')).map(str::trim).collect())
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;
    use moi_config::Place;

    use super::*;

    fn client(peer: &str, headers: &[(&str, &str)]) -> Client {
        let mut request = TestRequest::default().insert_header(("host", "127.0.0.1:8080"));
        for (name, value) in headers {
            request = request.append_header((*name, *value));
        }
        let proxies = ["10.0.0.1", "10.9.0.0/16", "fd00::1"]
            .map(|text| Network::parse(text, Place::argument("--trusted-proxy")).unwrap());
        let peer = Peer { address: peer.parse().ok(), is_encrypted: false };
        Client::of(request.to_http_request().headers(), peer, &proxies)
    }

    fn address(peer: &str, headers: &[(&str, &str)]) -> String {
        client(peer, headers).address.to_string()
    }

    #[test]
    fn forged_headers_from_elsewhere_change_nothing() {
        let forged = [
            ("x-forwarded-for", "192.0.2.7"),
            ("forwarded", "for=192.0.2.7;proto=https;host=evil.example"),
            ("x-forwarded-proto", "https"),
            ("x-forwarded-host", "evil.example"),
        ];
        let found = client("192.168.1.9", &forged);
        assert_eq!(found.address.to_string(), "192.168.1.9");
        assert!(!found.is_https && found.is_forwarded);
        assert_eq!(found.authority.as_deref(), Some("127.0.0.1:8080"));
    }

    #[test]
    fn a_proxy_that_was_named_tells_who_asks() {
        for (header, value) in [
            ("x-forwarded-for", "192.0.2.7"),
            ("x-forwarded-for", "192.0.2.7:4711"),
            ("forwarded", "for=192.0.2.7"),
            ("forwarded", "proto=https; For=\"192.0.2.7:4711\""),
            ("x-forwarded-for", "198.51.100.1, 192.0.2.7"),
            ("x-forwarded-for", "198.51.100.1,192.0.2.7 , 10.9.3.4"),
            ("forwarded", "for=198.51.100.1, for=192.0.2.7, for=10.9.3.4"),
        ] {
            assert_eq!(address("10.0.0.1", &[(header, value)]), "192.0.2.7", "{header}: {value}");
        }
        let six = [("forwarded", "for=\"[2001:db8::7]:4711\"")];
        assert_eq!(address("fd00::1", &six), "2001:db8::7");
        let both = [("x-forwarded-for", "192.0.2.7"), ("forwarded", "for=192.0.2.7")];
        assert_eq!(address("::ffff:10.0.0.1", &both), "192.0.2.7");
        let lines = [("x-forwarded-for", "192.0.2.1"), ("x-forwarded-for", "192.0.2.7")];
        assert_eq!(address("10.0.0.1", &lines), "192.0.2.7", "the last line is the nearest proxy's");
    }

    #[test]
    fn what_stands_left_of_the_nearest_client_is_its_own_invention() {
        assert_eq!(address("10.0.0.1", &[("x-forwarded-for", "127.0.0.1, 192.0.2.7")]), "192.0.2.7");
        assert_eq!(address("10.0.0.1", &[("x-forwarded-for", "192.0.2.7, unknown, 10.9.3.4")]), "10.9.3.4");
        assert_eq!(address("10.0.0.1", &[("x-forwarded-for", "192.0.2.7, unknown")]), "10.0.0.1");
        let two = [("x-forwarded-for", "192.0.2.7"), ("forwarded", "for=192.0.2.8")];
        assert_eq!(address("10.0.0.1", &two), "10.0.0.1", "one of them is invented");
    }

    #[test]
    fn the_scheme_and_the_name_are_the_nearest_proxys_word() {
        let told = client("10.0.0.1", &[("x-forwarded-proto", "http, https"), ("x-forwarded-host", "a.vn, moi.vn")]);
        assert_eq!((told.is_https, told.authority.as_deref()), (true, Some("moi.vn")));
        let told = client("10.0.0.1", &[("forwarded", "for=192.0.2.7;proto=https;host=\"moi.vn:8443\"")]);
        assert_eq!((told.is_https, told.authority.as_deref()), (true, Some("moi.vn:8443")));
        assert!(!client("10.0.0.1", &[("x-forwarded-proto", "http")]).is_https);
        assert!(client("10.0.0.1", &[]).is_forwarded, "a proxy speaks for others, whatever it sends");
    }

    #[test]
    fn every_header_of_a_proxy_is_known_as_one() {
        for name in FORWARDED.into_iter().chain(["x-forwarded-for", "x-forwarded-port", "x-forwarded"]) {
            assert!(client("127.0.0.1", &[(name, "x")]).is_forwarded, "{name}");
        }
        assert!(!client("127.0.0.1", &[("x-requested-with", "x")]).is_forwarded);
    }

    #[test]
    fn every_name_that_a_request_gives_is_looked_at() {
        let request = TestRequest::default()
            .append_header(("host", "a.vn"))
            .append_header(("x-forwarded-host", "b.vn, c.vn"))
            .to_http_request();
        assert_eq!(named_hosts(request.headers()).collect::<Vec<_>>(), ["a.vn", "b.vn", "c.vn"]);
    }
}
