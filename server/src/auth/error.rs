//! Why somebody can't be signed in, or a credential made.

use moi_journal::JournalError;
use thiserror::Error;

use super::Role;
use super::Weakness;
use super::extract::OWN_MACHINE;

/// What was wrong in a proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// A PIN, or the name beside it.
    Pin,
    /// A password, or the name beside it.
    Password,
    /// A code of the second factor.
    Code,
    /// A recovery code, or the name beside it.
    RecoveryCode,
    /// The code that a new device shows.
    DeviceCode,
    /// The code of the first set-up.
    SetUpCode,
}

/// Why somebody can't be signed in, or a credential made.
#[derive(Debug, Error)]
pub enum AccessError {
    /// What somebody proves themselves with is wrong; of a name and its proof is not said which of the two.
    #[error("the name or the {} is wrong", match .what {
        Wrong::Pin => "PIN",
        Wrong::Password => "password",
        Wrong::Code | Wrong::RecoveryCode | Wrong::DeviceCode | Wrong::SetUpCode => "code",
    })]
    Wrong {
        /// What.
        what: Wrong,
        /// Tries from the same place before the name rests there.
        attempts_left: u32,
        /// How long the name rests there, when this was the last try.
        rest_seconds: Option<u64>,
    },
    /// Too many wrong tries.
    #[error("too many wrong tries, try again in {seconds} s")]
    Resting {
        /// Until the next try.
        seconds: u64,
    },
    /// A PIN is good on a known desk alone.
    #[error("a PIN is good on the office's own machine and on desks that are paired; give the password")]
    PinNotHere,
    /// The password is right, and a code is asked for.
    #[error("give a code of the second factor")]
    SecondFactorNeeded,
    /// A password or PIN that may not be chosen.
    #[error("this may not be chosen: {}", .0.word())]
    Weak(Weakness),
    /// A PIN never signs such a person in.
    #[error("{name:?} signs in by password and never by PIN: moi password new --name {name:?}")]
    NeedsPassword {
        /// Whose PIN it would be.
        name: String,
    },
    /// A second factor stands beside a password.
    #[error("there is no password yet, beside which a second factor could stand")]
    NoPassword,
    /// Neither a PIN nor a password, by which somebody could show that it is still them.
    #[error("there is no PIN or password yet: an administrator gives one")]
    NothingToProve,
    /// The directory knows them, and the set-up does not.
    #[error("nobody in the set-up is called {name:?} in the directory")]
    UnknownInDirectory {
        /// What it calls them.
        name: String,
    },
    /// There is a second factor already.
    #[error("the second factor is on: switch it off before another one is set up")]
    FactorIsOn,
    /// There is no second factor.
    #[error("there is no second factor")]
    NoFactor,
    /// More people sign in at once than secrets can be hashed in a second, or more devices wait than can be.
    #[error("too many at once, try again in a moment")]
    Busy,
    /// No such token.
    #[error("this token is not known here")]
    WrongToken,
    /// The set-up has no such person.
    #[error("{name:?} is none of the people in the set-up")]
    UnknownPerson {
        /// As asked for.
        name: String,
    },
    /// No such session of theirs.
    #[error("there is no such session")]
    UnknownSession,
    /// No token of this name.
    #[error("there is no token named {name:?}; `moi token list` shows all")]
    UnknownToken {
        /// As asked for.
        name: String,
    },
    /// No device of this name or id.
    #[error("there is no device named {name:?}; `moi device list` shows all")]
    UnknownDevice {
        /// As asked for.
        name: String,
    },
    /// The device's code is over, and it was not paired.
    #[error("the code is over")]
    PairingOver,
    /// Enough is enough.
    #[error("{most} devices are paired: revoke those that are gone")]
    TooManyDevices {
        /// How many there may be.
        most: usize,
    },
    /// Two tokens or devices can't share a name.
    #[error("there is a token or device named {name:?} already; choose another name or revoke it first")]
    NameTaken {
        /// As asked for.
        name: String,
    },
    /// The device that shows the code wants to be something else than whoever lets it in takes it for.
    #[error("the device that shows this code wants to be a {role}", role = role.word())]
    OtherRole {
        /// What it wants to be.
        role: Role,
    },
    /// The name of a token or device is empty, too long, has control characters or stands for something else.
    #[error("a name is 1 to 64 characters long, without control characters, and not {OWN_MACHINE:?}")]
    BadName,
    /// Hashing failed, which would be a bug.
    #[error("a PIN or password could not be hashed: {0}")]
    Hashing(String),
    /// The records can't be read or written.
    #[error(transparent)]
    Records(#[from] JournalError),
    /// The office is stopping.
    #[error("the office is stopping")]
    Stopping,
}
