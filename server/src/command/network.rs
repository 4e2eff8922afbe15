//! Settings about the network: names, proxies, certificates, limits.

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::sync::Arc;

use clap::{ArgMatches, Args};
use moi_config::Finding;
use moi_config::network::{HostName, Network, TlsSetting};
use moi_config::settings::{ListenAddress, PublicUrl};

use super::settings::place;
use crate::doors::Names;

/// As given; each also as an environment variable, where several stand with a comma between.
#[derive(Debug, Clone, Args)]
pub(super) struct NetworkArguments {
    /// A name under which the office may be asked for, once for each, besides its addresses, the machine's name,
    /// localhost and the name in --public-url
    #[arg(long = "host", global = true, env = "MOI_HOST", value_name = "NAME", value_delimiter = ',')]
    host: Vec<String>,
    /// A proxy, or the network of several, that is believed when it says whose requests it passes on; once for each
    #[arg(long, global = true, env = "MOI_TRUSTED_PROXY", value_name = "ADDRESS[/BITS]", value_delimiter = ',')]
    trusted_proxy: Vec<String>,
    /// Whether pages are served encrypted: none, self (a certificate that the office makes for itself), or the files of
    /// certificate and key with a comma between
    #[arg(long, global = true, env = "MOI_TLS", value_name = "TLS", default_value = "none")]
    tls: String,
    /// With --tls: where plain http leads to the encrypted pages, as 0.0.0.0:80
    #[arg(long, global = true, env = "MOI_REDIRECT_FROM", value_name = "ADDRESS:PORT")]
    pub(super) redirect_from: Option<String>,
    /// Connections that one address may have at once [default: a quarter of all, and at least 512]
    #[arg(long, global = true, env = "MOI_CONNECTIONS_PER_ADDRESS", value_name = "NUMBER",
          value_parser = clap::value_parser!(u32).range(8..=1_000_000))]
    connections_per_address: Option<u32>,
    /// Calls a second of each person, device and program that is signed in, with ten times as many at once; 0 for any
    /// number
    #[arg(long, global = true, env = "MOI_CALLS_PER_SECOND", value_name = "NUMBER", default_value_t = 50,
          value_parser = clap::value_parser!(u32).range(0..=1_000_000))]
    calls_per_second: u32,
}

/// What they come to.
#[derive(Debug)]
pub struct NetworkSettings {
    /// More names of the office.
    pub hosts: Vec<HostName>,
    /// Proxies that are believed.
    pub proxies: Arc<[Network]>,
    /// Whether pages are served encrypted.
    pub tls: TlsSetting,
    /// Where plain http leads to them.
    pub redirect_from: Option<SocketAddr>,
    /// Connections of one address; none for the usual number.
    pub connections_per_address: Option<usize>,
    /// Calls a second of whoever is signed in; none for any number.
    pub calls_per_second: Option<NonZeroU32>,
}

impl NetworkArguments {
    /// Checks everything.
    ///
    /// # Errors
    /// Every finding.
    pub(super) fn read(&self, matches: &ArgMatches) -> Result<NetworkSettings, Vec<Finding>> {
        let mut findings = Vec::new();
        let mut keep = |finding: Finding| findings.push(finding);
        let hosts: Vec<_> = self
            .host
            .iter()
            .filter_map(|name| HostName::parse(name, place(matches, "host")).map_err(&mut keep).ok())
            .collect();
        let proxies: Vec<_> = self
            .trusted_proxy
            .iter()
            .filter_map(|text| Network::parse(text, place(matches, "trusted_proxy")).map_err(&mut keep).ok())
            .collect();
        let tls = TlsSetting::parse(&self.tls, place(matches, "tls")).map_err(&mut keep).ok();
        let redirect_place = || place(matches, "redirect_from");
        let redirect_from = self.redirect_from.as_deref().map(|text| ListenAddress::parse(text, redirect_place()));
        let redirect_from = redirect_from.transpose().map_err(&mut keep).ok();
        if let (Some(Some(address)), Some(TlsSetting::None)) = (redirect_from, &tls) {
            keep(Finding::beside(redirect_place(), &address.0.to_string(), "only with --tls, whose pages it leads to"));
        }
        let (Some(tls), Some(redirect_from), true) = (tls, redirect_from, findings.is_empty()) else {
            return Err(findings);
        };
        Ok(NetworkSettings {
            hosts,
            proxies: proxies.into(),
            tls,
            redirect_from: redirect_from.map(|address| address.0),
            connections_per_address: self.connections_per_address.map(|most| most as usize),
            calls_per_second: NonZeroU32::new(self.calls_per_second),
        })
    }
}

impl NetworkSettings {
    /// The address of pages that are served here.
    pub(super) fn url_of(&self, address: SocketAddr) -> String {
        match self.tls {
            TlsSetting::None => format!("http://{address}"),
            TlsSetting::SelfMade | TlsSetting::Files { .. } => format!("https://{address}"),
        }
    }

    /// All names of this office.
    pub(super) fn names(&self, public_url: Option<&PublicUrl>) -> Names {
        let public = public_url.and_then(|url| HostName::of_authority(url.authority()));
        let machine = rustix::system::uname();
        Names::new(self.hosts.iter().cloned().chain(public), &machine.nodename().to_string_lossy())
    }
}
