//! Why somebody does not come in, as problems.

use actix_web::http::StatusCode;

use super::Problem;
use crate::auth::{AccessError, Wrong};
use crate::directory::DirectoryError;

impl From<AccessError> for Problem {
    fn from(error: AccessError) -> Self {
        match error {
            AccessError::Wrong { what, attempts_left, rest_seconds } => {
                let wrong = Self::new(StatusCode::UNAUTHORIZED, wrong_code(what));
                let wrong = wrong.with_number("attempts_left", attempts_left.into());
                rest_seconds.into_iter().fold(wrong, Self::retry_after)
            }
            AccessError::Resting { seconds } => {
                Self::new(StatusCode::TOO_MANY_REQUESTS, "too-many-attempts").retry_after(seconds)
            }
            AccessError::PinNotHere => Self::new(StatusCode::FORBIDDEN, "pin-not-here"),
            AccessError::SecondFactorNeeded => Self::new(StatusCode::UNAUTHORIZED, "second-factor-needed"),
            AccessError::Weak(weakness) => {
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "may-not-be-chosen").with("reason", weakness.word())
            }
            AccessError::NeedsPassword { .. } => Self::new(StatusCode::CONFLICT, "no-pin-for-role"),
            AccessError::NoPassword => Self::new(StatusCode::CONFLICT, "no-password"),
            AccessError::NothingToProve => Self::new(StatusCode::CONFLICT, "nothing-to-prove"),
            AccessError::UnknownInDirectory { name } => {
                Self::new(StatusCode::FORBIDDEN, "unknown-in-directory").with("name", name)
            }
            AccessError::FactorIsOn => Self::new(StatusCode::CONFLICT, "second-factor-on"),
            AccessError::NoFactor => Self::new(StatusCode::CONFLICT, "no-second-factor"),
            AccessError::UnknownPerson { .. } => Self::new(StatusCode::NOT_FOUND, "unknown-person"),
            AccessError::UnknownSession => Self::new(StatusCode::NOT_FOUND, "unknown-session"),
            AccessError::UnknownDevice { .. } => Self::new(StatusCode::NOT_FOUND, "unknown-device"),
            AccessError::PairingOver => Self::new(StatusCode::GONE, "pairing-over"),
            AccessError::TooManyDevices { most } => {
                Self::new(StatusCode::CONFLICT, "too-many-devices").with_number("most", most as u64)
            }
            AccessError::NameTaken { name } => Self::new(StatusCode::CONFLICT, "name-taken").with("name", name),
            AccessError::OtherRole { role } => {
                Self::new(StatusCode::CONFLICT, "other-device-role").with("role", role.word())
            }
            AccessError::BadName => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "bad-name"),
            AccessError::Busy => Self::busy(),
            AccessError::WrongToken => Self::not_signed_in(),
            AccessError::Records(error) => {
                tracing::error!(%error, "the records of people and devices can't be read or written");
                Self::storage_failed()
            }
            AccessError::Stopping => Self::stopping(),
            AccessError::UnknownToken { .. } | AccessError::Hashing(_) => {
                tracing::error!(%error, "an answer of the command line reached a page");
                Self::bug()
            }
        }
    }
}

impl From<DirectoryError> for Problem {
    fn from(error: DirectoryError) -> Self {
        match error {
            DirectoryError::None => Self::new(StatusCode::NOT_FOUND, "no-directory"),
            DirectoryError::Unreachable => Self::new(StatusCode::SERVICE_UNAVAILABLE, "directory-unreachable"),
            DirectoryError::Unusable => Self::new(StatusCode::SERVICE_UNAVAILABLE, "directory-unusable"),
            DirectoryError::NotBelieved => Self::new(StatusCode::BAD_GATEWAY, "directory-not-believed"),
            DirectoryError::Over => Self::new(StatusCode::GONE, "directory-try-over"),
            DirectoryError::Denied => Self::new(StatusCode::FORBIDDEN, "directory-denied"),
            DirectoryError::Busy => Self::busy(),
        }
    }
}

fn wrong_code(what: Wrong) -> &'static str {
    match what {
        Wrong::Pin => "wrong-pin",
        Wrong::Password => "wrong-password",
        Wrong::Code => "wrong-code",
        Wrong::RecoveryCode => "wrong-recovery-code",
        Wrong::DeviceCode => "wrong-device-code",
        Wrong::SetUpCode => "wrong-set-up-code",
    }
}
