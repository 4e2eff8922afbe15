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
    /// The same, where pages are served encrypted.
    OwnEncrypted(SocketAddr),
}

/// Who can open that address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Whoever the administrator meant.
    AsSaid,
    /// All in the local network.
    Network,
    /// Nobody yet: the machine has no network.
    NoNetwork,
    /// Nobody but this machine, which listens for itself alone.
    ThisMachine,
}

impl PhoneAddress {
    /// The phone page of a ticket.
    #[must_use]
    pub fn ticket_url(&self, token: &Token) -> String {
        format!("{}/t/{}", self.base(), token.as_str())
    }

    /// The page of an appointment.
    #[must_use]
    pub fn appointment_url(&self, token: &Token) -> String {
        format!("{}/a/{}", self.base(), token.as_str())
    }

    /// What every ticket's address begins with.
    #[must_use]
    pub fn base(&self) -> String {
        match self {
            Self::Said(url) => url.clone(),
            Self::Own(listening) => format!("http://{}", own_address(*listening)),
            Self::OwnEncrypted(listening) => format!("https://{}", own_address(*listening)),
        }
    }

    /// Who can open it now.
    #[must_use]
    pub fn reach(&self) -> Reach {
        match self {
            Self::Said(_) => Reach::AsSaid,
            Self::Own(listening) | Self::OwnEncrypted(listening) => reach_of(*listening),
        }
    }
}

fn reach_of(listening: SocketAddr) -> Reach {
    if listening.ip().is_loopback() {
        Reach::ThisMachine
    } else if own_address(listening).ip().is_loopback() {
        Reach::NoNetwork
    } else {
        Reach::Network
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
#[must_use]
pub fn own_address(listening: SocketAddr) -> SocketAddr {
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
        let encrypted = PhoneAddress::OwnEncrypted("192.168.1.5:8443".parse().unwrap());
        assert_eq!(encrypted.ticket_url(&token), "https://192.168.1.5:8443/t/0123456789abcdef");
    }

    #[test]
    fn an_address_of_this_machine_alone_is_known_as_such() {
        let reach = |listening: &str| PhoneAddress::Own(listening.parse().unwrap()).reach();
        assert_eq!(reach("127.0.0.1:8080"), Reach::ThisMachine);
        assert_eq!(reach("[::1]:8080"), Reach::ThisMachine);
        assert_eq!(reach("192.168.1.5:8080"), Reach::Network);
        assert_ne!(reach("0.0.0.0:8080"), Reach::ThisMachine);
        assert_eq!(PhoneAddress::Said("https://mot-cua.example.vn".into()).reach(), Reach::AsSaid);
    }

    #[test]
    fn no_code_leads_to_everywhere() {
        let token = Token::new("0123456789abcdef").unwrap();
        let url = PhoneAddress::Own("0.0.0.0:8080".parse().unwrap()).ticket_url(&token);
        assert!(!url.contains("0.0.0.0"), "{url}");
    }
}
