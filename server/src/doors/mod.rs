//! The doors of the office to the network: who may come in, how many, how fast, under which name, and encrypted or not.
//! Nothing here knows of tickets.

mod bucket;
mod client;
mod gate;
mod limits;
mod line;
mod names;
mod place;
mod server;
mod taps;
mod tls;

use std::sync::Arc;

use moi_config::network::{HostName, Network};

pub use client::{Client, Peer};
pub use gate::{Gate, Knock, Room, Seat};
pub use limits::{Limit, Limits, TooOften};
pub use line::Connection;
pub use names::Names;
pub use place::place_of;
pub use server::{Entry, serve_on};
pub use taps::Taps;
pub use tls::{Facts, Keeper, LOOK_EVERY, SelfMade, Source, trust_in};

/// What requests are judged by.
pub struct Doors {
    /// Names that are this office's.
    pub names: Names,
    /// Host and port of the address that the administrator said, whose pages are the office's own.
    pub public_authority: Option<String>,
    /// Proxies that were named.
    pub proxies: Arc<[Network]>,
    /// Connections.
    pub gate: Gate,
    /// Live sockets.
    pub sockets: Gate,
    /// How often anybody may ask.
    pub limits: Limits,
    /// Tickets of each kiosk.
    pub taps: Taps,
    /// The certificate that is served; none for plain HTTP.
    pub tls: Option<Keeper>,
}

impl Doors {
    /// Whether browsers are to remember that this office is encrypted: not with a certificate of its own making, which
    /// they would then never let anybody accept.
    #[must_use]
    pub fn stays_encrypted(&self) -> bool {
        self.tls.as_ref().is_some_and(|keeper| !keeper.is_self_made())
    }

    /// Whether all names that a request gives are this office's. A request without any comes from a program: browsers
    /// always send one, and for HTTP/1.1 it is required.
    #[must_use]
    pub fn are_asked(&self, request: &actix_web::dev::ServiceRequest) -> bool {
        let local = request.conn_data::<Connection>().and_then(Connection::local);
        let target = request.head().uri.authority().map(actix_web::http::uri::Authority::as_str);
        let mut hosts = client::named_hosts(request.headers()).chain(target).peekable();
        if hosts.peek().is_none() {
            return request.version() <= actix_web::http::Version::HTTP_10;
        }
        hosts.all(|host| HostName::of_authority(host).is_some_and(|host| self.names.are_asked(&host, local)))
    }
}
