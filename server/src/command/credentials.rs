//! `moi token …` and `moi pin …`.

use anyhow::{Result, bail};

use super::Terminal;
use super::arguments::{PinVerb, TokenVerb};
use super::settings::Settings;
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
    tell(settings, terminal, Request::NewPin { name })
}

fn tell(settings: &Settings, terminal: &Terminal, request: Request) -> Result<()> {
    match ask(&settings.data, &settings.given, request)?.accepted()? {
        Reply::Token(token) => terminal.line(&token),
        Reply::Tokens(tokens) => terminal.tokens(&tokens),
        Reply::Pin(new) => terminal.line(&new.pin),
        Reply::Done => {}
        Reply::Verified(_)
        | Reply::BackedUp(_)
        | Reply::Order(_)
        | Reply::Preview(_)
        | Reply::Exported(_)
        | Reply::ExportedSound(_)
        | Reply::Refused(_) => {
            bail!("the office answered something else")
        }
    }
    Ok(())
}
