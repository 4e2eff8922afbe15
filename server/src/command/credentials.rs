//! `moi token …`, `moi pin …`, `moi password …`, `moi recover` and `moi device …`.

use anyhow::{Result, bail};

use super::Terminal;
use super::arguments::{DeviceVerb, PasswordVerb, PinVerb, TokenVerb};
use super::settings::Settings;
use crate::auth::Kind;
use crate::control::{Reply, Request, ask};

pub(super) fn token(settings: &Settings, terminal: &Terminal, verb: TokenVerb) -> Result<()> {
    let request = match verb {
        TokenVerb::New { role, name } => Request::NewToken { name, role },
        TokenVerb::List => Request::ListTokens,
        TokenVerb::Revoke { name } => Request::RevokeToken { name },
    };
    tell(settings, terminal, request)
}

pub(super) fn pin(settings: &Settings, terminal: &Terminal, verb: PinVerb) -> Result<()> {
    let PinVerb::New { name } = verb;
    tell(settings, terminal, Request::NewCredential { name, kind: Kind::Pin })
}

pub(super) fn password(settings: &Settings, terminal: &Terminal, verb: PasswordVerb) -> Result<()> {
    let PasswordVerb::New { name } = verb;
    tell(settings, terminal, Request::NewCredential { name, kind: Kind::Password })
}

pub(super) fn recover(settings: &Settings, terminal: &Terminal, name: String) -> Result<()> {
    tell(settings, terminal, Request::Recover { name })
}

pub(super) fn device(settings: &Settings, terminal: &Terminal, verb: DeviceVerb) -> Result<()> {
    let request = match verb {
        DeviceVerb::List => Request::ListDevices,
        DeviceVerb::Revoke { name } => Request::RevokeDevice { name },
    };
    tell(settings, terminal, request)
}

fn tell(settings: &Settings, terminal: &Terminal, request: Request) -> Result<()> {
    match ask(&settings.data, &settings.given, request)?.accepted()? {
        Reply::Token(token) => terminal.line(&token),
        Reply::Tokens(tokens) => terminal.tokens(&tokens),
        Reply::Credential(new) => terminal.line(&new.secret),
        Reply::Recovery(code) => terminal.line(&code),
        Reply::Devices(devices) => terminal.devices(&devices),
        Reply::Done => {}
        Reply::Verified(_)
        | Reply::BackedUp(_)
        | Reply::Order(_)
        | Reply::Preview(_)
        | Reply::SetUp(_)
        | Reply::SetUpDifference(_)
        | Reply::Exported(_)
        | Reply::ExportedSound(_)
        | Reply::Refused(_) => {
            bail!("the office answered something else")
        }
    }
    Ok(())
}
