//! The demo's tokens: made under names that are free, and worthless when the day is over.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, bail, ensure};

use crate::auth::Role;
use crate::control::{Reply, Request, ask};
use crate::set_up::Given;

/// What becomes of tokens that have the demo's names already.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Existing {
    /// They may be an officer's or a program's.
    Keep,
    /// They are left from a demo that was killed.
    Replace,
}

/// The tokens of one day. Its calls block.
pub(super) struct Tokens {
    data: PathBuf,
    given: Given,
    existing: Existing,
    /// Names of the tokens that were made; none once the day is over. Held while the office is asked, so that no token
    /// is made after the others were revoked.
    made: Mutex<Option<Vec<String>>>,
}

impl Tokens {
    pub(super) fn new(data: &Path, given: &Given, existing: Existing) -> Self {
        let made = Mutex::new(Some(Vec::new()));
        Self { data: data.to_owned(), given: given.clone(), existing, made }
    }

    /// Sees that the names are free.
    pub(super) fn claim(&self, names: &[&str]) -> Result<()> {
        let Reply::Tokens(all) = self.ask(Request::ListTokens)? else { bail!("the office told no tokens") };
        let mut taken = all.into_iter().map(|token| token.name).filter(|name| names.contains(&name.as_str()));
        match self.existing {
            Existing::Replace => taken.try_for_each(|name| self.ask(Request::RevokeToken { name }).map(drop)),
            Existing::Keep => {
                let revoke: Vec<String> = taken.map(|name| format!("`moi token revoke --name \"{name}\"`")).collect();
                ensure!(
                    revoke.is_empty(),
                    "the demo makes tokens under names that have one already. If these are not needed, revoke them: {}",
                    revoke.join(", ")
                );
                Ok(())
            }
        }
    }

    /// Makes a token.
    pub(super) fn make(&self, name: &str, role: Role) -> Result<String> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(made) = made.as_mut() else { bail!("the demo was ended") };
        let reply = self.ask(Request::NewToken { name: name.to_owned(), role })?.accepted()?;
        let Reply::Token(token) = reply else { bail!("the office answered something else than a token") };
        made.push(name.to_owned());
        Ok(token)
    }

    /// Makes all tokens of the day worthless, and ends it: no more are made.
    pub(super) fn revoke_all(&self) {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        for name in made.take().unwrap_or_default() {
            if let Err(error) = self.ask(Request::RevokeToken { name: name.clone() }) {
                tracing::warn!(error = format!("{error:#}"), name, "a token of the demo is left: revoke it");
            }
        }
    }

    fn ask(&self, request: Request) -> Result<Reply> {
        ask(&self.data, &self.given, request).context("the office can't be asked for tokens")
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    /// The data of an office that doesn't run.
    fn data() -> TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("journal")).expect("made");
        folder
    }

    fn tokens(data: &Path) -> Tokens {
        Tokens::new(data, &Given::read(None).expect("the shipped set-up"), Existing::Keep)
    }

    fn names(tokens: &Tokens) -> Vec<String> {
        match tokens.ask(Request::ListTokens) {
            Ok(Reply::Tokens(all)) => all.into_iter().map(|token| token.name).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn nothing_of_a_demo_is_left_after_it() {
        let folder = data();
        let (before, demo) = (tokens(folder.path()), tokens(folder.path()));
        before.make("entrance", Role::Kiosk).expect("made");
        demo.claim(&["demo kiosk", "Nông Thị Hà"]).expect("free");
        demo.make("demo kiosk", Role::Kiosk).expect("made");
        demo.make("Nông Thị Hà", Role::Officer).expect("made");
        demo.revoke_all();
        assert_eq!(names(&before), ["entrance"]);
        let late = demo.make("Lương Văn Tú", Role::Officer).expect_err("too late").to_string();
        assert_eq!((late.as_str(), names(&before).len()), ("the demo was ended", 1));
    }

    #[test]
    fn a_demo_takes_no_token_away() {
        let folder = data();
        let (before, demo) = (tokens(folder.path()), tokens(folder.path()));
        before.make("Nông Thị Hà", Role::Officer).expect("made");
        let refused = demo.claim(&["demo kiosk", "Nông Thị Hà"]).expect_err("taken").to_string();
        assert!(refused.ends_with("revoke them: `moi token revoke --name \"Nông Thị Hà\"`"), "{refused}");
        demo.revoke_all();
        assert_eq!(names(&before), ["Nông Thị Hà"]);
    }

    #[test]
    fn a_demo_in_its_own_office_replaces_what_a_killed_one_left() {
        let folder = data();
        let (killed, other) = (tokens(folder.path()), tokens(folder.path()));
        killed.make("demo kiosk", Role::Kiosk).expect("made");
        other.make("entrance", Role::Kiosk).expect("made");
        let demo = Tokens { existing: Existing::Replace, ..tokens(folder.path()) };
        demo.claim(&["demo kiosk", "Nông Thị Hà"]).expect("replaced");
        assert_eq!(names(&demo), ["entrance"]);
    }
}
