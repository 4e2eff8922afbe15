//! What the owner does to people and devices by the command line, as events of the journal.

use moi_domain::{Act, Actor};
use tokio::runtime::Handle;

use super::{House, Reply, Request};
use crate::acts::Acts;

/// What a request does, if it is done.
pub(super) fn act_of(request: &Request) -> Option<Act> {
    match request {
        Request::NewToken { name, role } => {
            Some(Act::DevicePaired { device: name.clone(), role: role.word().to_owned() })
        }
        Request::RevokeToken { name } | Request::RevokeDevice { name } => {
            Some(Act::DeviceRevoked { device: name.clone() })
        }
        Request::NewCredential { name, kind } => {
            Some(Act::CredentialMade { person: name.clone(), kind: kind.word().to_owned() })
        }
        Request::Recover { name } => Some(Act::RecoveryBegun { person: name.clone() }),
        Request::ListTokens
        | Request::ShowSetUp
        | Request::ImportSetUp(_)
        | Request::ListDevices
        | Request::Verify
        | Request::BackUp { .. }
        | Request::Order { .. }
        | Request::Preview { .. }
        | Request::Export { .. }
        | Request::ExportSound { .. } => None,
    }
}

/// The act with the name as the set-up writes it, however it was typed.
pub(super) fn named(act: Act, reply: &Reply) -> Act {
    match (act, reply) {
        (Act::CredentialMade { kind, .. }, Reply::Credential(new)) => {
            Act::CredentialMade { person: new.name.clone(), kind }
        }
        (act, _) => act,
    }
}

/// Brings an act to the journal, or keeps it for later.
pub(super) fn note(house: &House, act: Act) {
    let (acts, now) = (Acts::of(house.storage.records()), (house.clock)());
    match (&house.engine, Handle::try_current()) {
        (Some(engine), Ok(runtime)) => runtime.block_on(acts.bring(engine, act, Actor::Owner, now)),
        (Some(_) | None, _) => acts.keep(act, Actor::Owner, now),
    }
}
