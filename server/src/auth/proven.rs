//! What somebody has just shown to be theirs.

use super::people::{Kind, Person};
use super::signing_in::{what, wrong};
use super::{AccessError, password, slow_hash};

/// A PIN or password that fitted. Hashing takes a while, in which another one may have been given: whatever is done by
/// it looks again, in its turn.
pub(super) struct Proven {
    kind: Kind,
    hash: String,
    attempts_left: u32,
}

impl Proven {
    /// None when what was typed does not fit what is kept; for nobody's it takes as long. Blocks.
    pub(super) fn by(kind: Kind, kept: Option<&str>, typed: &str, attempts_left: u32) -> Option<Self> {
        let fits = slow_hash::fits(kept, &password::as_hashed(typed));
        let hash = kept.filter(|_| fits)?.to_owned();
        Some(Self { kind, hash, attempts_left })
    }

    /// Whether the same is kept still.
    ///
    /// # Errors
    /// [`AccessError::Wrong`].
    pub(super) fn holds(&self, person: &Person) -> Result<(), AccessError> {
        let is_kept = person.kept(self.kind) == Some(self.hash.as_str());
        if is_kept { Ok(()) } else { Err(wrong(what(self.kind), self.attempts_left)) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::people;
    use super::*;

    /// Somebody signs in by the old PIN while a new one is given.
    #[test]
    fn what_fitted_is_worth_nothing_once_another_one_was_given() {
        let mut person = Person::default();
        people::set(&mut person, Kind::Pin, "471100").expect("set");
        assert!(Proven::by(Kind::Pin, person.kept(Kind::Pin), "471101", 4).is_none());
        let proven = Proven::by(Kind::Pin, person.kept(Kind::Pin), "471100", 4).expect("it fits");
        proven.holds(&person).expect("it is kept");
        people::set(&mut person, Kind::Pin, "471100").expect("set anew");
        assert!(proven.holds(&person).is_err(), "also when the new one is the same");
        assert!(proven.holds(&Person::default()).is_err(), "nobody is there");
    }
}
