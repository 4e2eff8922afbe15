//! Under which names the office answers: its own, so that no page of somebody else's reaches it by a name of theirs
//! that they point here (DNS rebinding).

use std::collections::HashSet;
use std::net::IpAddr;

use moi_config::network::HostName;

/// The names that are this office's.
#[derive(Debug, Clone, Default)]
pub struct Names(HashSet<String>);

impl Names {
    /// The names that were said, that of the machine (as `uname` tells it), and the latter in the local network.
    #[must_use]
    pub fn new(said: impl IntoIterator<Item = HostName>, machine: &str) -> Self {
        let mut names: HashSet<String> = said.into_iter().map(|name| name.as_str().to_owned()).collect();
        names.extend(names_of_machine(machine));
        names.insert("localhost".into());
        Self(names)
    }

    /// Whether somebody who asks for this host asks for this office. `local` is the address at which the connection
    /// came in.
    ///
    /// Addresses need no list of the machine's own, which changes with its networks: an address can't be pointed
    /// elsewhere as a name can, so those of local networks are answered whichever they are (a router or a container may
    /// stand between), and a public one when the connection came in there.
    #[must_use]
    pub fn are_asked(&self, host: &HostName, local: Option<IpAddr>) -> bool {
        if self.0.contains(host.as_str()) {
            return true;
        }
        let Some(address) = host.address() else { return false };
        local.is_some_and(|local| local.to_canonical() == address) || is_of_local_network(address)
    }
}

impl Names {
    /// All names that were said or are the machine's, for a certificate.
    #[must_use]
    pub fn all(&self) -> Vec<String> {
        let mut names: Vec<String> = self.0.iter().cloned().collect();
        names.sort_unstable();
        names
    }
}

/// `moi.xa-my-an.lan` is also `moi` and `moi.local`.
fn names_of_machine(machine: &str) -> Vec<String> {
    let machine = machine.to_ascii_lowercase();
    let short = machine.split('.').next().unwrap_or_default();
    if short.is_empty() || HostName::of_authority(&machine).is_none() {
        return Vec::new();
    }
    vec![format!("{short}.local"), short.to_owned(), machine]
}

fn is_of_local_network(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => {
            let [first, second, ..] = address.octets();
            let is_shared = first == 100 && (64..128).contains(&second);
            address.is_loopback() || address.is_private() || address.is_link_local() || is_shared
        }
        IpAddr::V6(address) => address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local(),
    }
}

#[cfg(test)]
mod tests {
    use moi_config::Place;

    use super::*;

    fn asked(host: &str, local: &str) -> bool {
        let said = HostName::parse("mot-cua.example.vn", Place::argument("--host")).unwrap();
        let names = Names::new([said], "Moi-Pi.lan");
        let host = HostName::of_authority(host).unwrap();
        names.are_asked(&host, local.parse().ok())
    }

    #[test]
    fn an_office_answers_to_its_own_names_and_addresses() {
        for host in [
            "localhost:8080",
            "LOCALHOST",
            "127.0.0.1:8080",
            "[::1]:8080",
            "192.168.1.5:8080",
            "10.1.2.3",
            "100.64.0.9",
            "169.254.3.4",
            "[fd00::5]",
            "[fe80::1]:80",
            "[::ffff:192.168.1.5]:8080",
            "mot-cua.example.vn",
            "Mot-Cua.Example.VN.:443",
            "moi-pi.lan",
            "moi-pi",
            "moi-pi.local:8080",
            "203.0.113.7:8080",
        ] {
            assert!(asked(host, "203.0.113.7"), "{host}");
        }
    }

    #[test]
    fn an_office_answers_to_nobody_elses() {
        for host in [
            "evil.example",
            "mot-cua.example.vn.evil.example",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "203.0.113.8",
            "0.0.0.0:8080",
            "[2001:db8::1]",
            "[::]",
            "2130706433",
        ] {
            assert!(!asked(host, "203.0.113.7"), "{host}");
        }
        assert!(!asked("203.0.113.7", ""), "where the connection came in is not known");
    }

    #[test]
    fn a_machine_without_a_usable_name_has_none() {
        for machine in ["", "(none)", ".", "a b"] {
            assert_eq!(Names::new([], machine).0.len(), 1, "{machine}");
        }
    }
}
