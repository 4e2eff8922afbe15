//! What the owner does to people and devices by the command line, as events of the journal. While no office runs they
//! are kept as records, and the next start brings them to the journal.

use moi_domain::{Act, Actor, Command, Order};
use moi_journal::Records;
use tokio::runtime::Handle;

use super::{House, Reply, Request};
use crate::engine::Engine;

/// Room of the records that holds what was done while no office ran, by when and what.
const ROOM: &str = "acts";

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

/// Brings an act to the journal, or keeps it for the next start. It is done in any case; what can't be kept is told to
/// the log.
pub(super) fn note(house: &House, act: &Act) {
    let delivered = match (&house.engine, Handle::try_current()) {
        (Some(engine), Ok(runtime)) => runtime.block_on(engine.submit(order(act.clone()))).is_ok(),
        (Some(_) | None, _) => false,
    };
    if delivered {
        return;
    }
    let key = format!("{}/{act:?}", (house.clock)());
    if let Err(error) = house.storage.records().put(ROOM, &key, act) {
        tracing::error!(%error, ?act, "what was done is not in the journal");
    }
}

/// Brings to the journal what was done while no office ran.
pub async fn catch_up(records: &Records, engine: &Engine) {
    let waiting: Vec<(String, Act)> = match records.list(ROOM) {
        Ok(waiting) => waiting,
        Err(error) => {
            tracing::error!(%error, "what was done while no office ran can't be read");
            return;
        }
    };
    for (key, act) in waiting {
        if let Err(error) = engine.submit(order(act)).await {
            // The next start tries again.
            tracing::warn!(%error, "what was done while no office ran is not in the journal yet");
            return;
        }
        let records = records.clone();
        let removed = tokio::task::spawn_blocking(move || records.remove(ROOM, &key)).await;
        if let Ok(Err(error)) = removed {
            tracing::warn!(%error, "what was done while no office ran will stand in the journal twice");
        }
    }
}

fn order(act: Act) -> Order {
    Order { command: Command::Administer { act }, by: Actor::Owner, key: None }
}
