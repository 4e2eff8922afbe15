//! Where citizens' phones reach the office.

use std::net::{IpAddr, SocketAddr, UdpSocket};

use moi_domain::Token;

/// The address in every QR code, on paper and on the screen.
#[derive(Debug, Clone)]
pub enum PhoneAddress {
    /// As the administrator said.
    Said(String),
    /// The machine's own, looked up for each code: a box may be on before its network is.
    Own(SocketAddr),
}

impl PhoneAddress {
    /// The phone page of a ticket.
    #[must_use]
    pub fn ticket_url(&self, token: &Token) -> String {
        let token = token.as_str();
        match self {
            Self::Said(url) => format!("{url}/t/{token}"),
            Self::Own(listening) => format!("http://{}/t/{token}", in_the_network(*listening)),
        }
    }
}

/// An address that a browser on this machine can open.
#[must_use]
pub fn on_this_machine(listening: SocketAddr) -> SocketAddr {
    match listening.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => SocketAddr::new(IpAddr::from([127, 0, 0, 1]), listening.port()),
        IpAddr::V6(ip) if ip.is_unspecified() => {
            SocketAddr::new(std::net::Ipv6Addr::LOCALHOST.into(), listening.port())
        }
        IpAddr::V4(_) | IpAddr::V6(_) => listening,
    }
}

/// The machine's address in the local network, as far as it listens there. Connecting a datagram socket sends nothing;
/// it only chooses a route.
fn in_the_network(listening: SocketAddr) -> SocketAddr {
    let own = || {
        let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
        socket.connect("192.0.2.1:9").ok()?;
        Some(SocketAddr::new(socket.local_addr().ok()?.ip(), listening.port()))
    };
    if listening.ip().is_unspecified() { own().unwrap_or_else(|| on_this_machine(listening)) } else { listening }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_leads_where_the_administrator_said() {
        let token = Token::new("0123456789abcdef").unwrap();
        let said = PhoneAddress::Said("https://mot-cua.example.vn".into());
        assert_eq!(said.ticket_url(&token), "https://mot-cua.example.vn/t/0123456789abcdef");
        let own = PhoneAddress::Own("192.168.1.5:8080".parse().unwrap());
        assert_eq!(own.ticket_url(&token), "http://192.168.1.5:8080/t/0123456789abcdef");
    }

    #[test]
    fn no_code_leads_to_everywhere() {
        let token = Token::new("0123456789abcdef").unwrap();
        let url = PhoneAddress::Own("0.0.0.0:8080".parse().unwrap()).ticket_url(&token);
        assert!(!url.contains("0.0.0.0"), "{url}");
    }
}
