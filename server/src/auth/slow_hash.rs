//! PINs and passwords as argon2id hashes. One is worked out at a time, in memory that is kept: each takes 19 MiB, and
//! what threads of their own took, the allocator would keep for each of them.

use std::sync::{Mutex, PoisonError};

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};

use super::AccessError;

/// The hash of what nobody has.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$bW9pLW1vaS1tb2ktbW9p$iU1VdZxx4JdWuMBNkkpTpOSKkVWVhjRmNxUn3BTpnHQ";

/// Taken with the first one, and never given back.
static MEMORY: Mutex<Vec<Block>> = Mutex::new(Vec::new());

/// The hash to keep, with a salt of its own. Blocks.
pub(super) fn hash(secret: &str) -> Result<String, AccessError> {
    let params = Params::default();
    let failure = |error: &dyn std::fmt::Display| AccessError::Hashing(error.to_string());
    let salt = Salt::generate();
    let kept = PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(&params).map_err(|error| failure(&error))?,
        salt: Some(salt),
        hash: Some(work_out(secret, &salt, params).map_err(|error| failure(&error))?),
    };
    Ok(kept.to_string())
}

/// Whether this is what the hash was made of; where there is none, as slow, so that time tells nothing. Blocks.
pub(super) fn fits(kept: Option<&str>, secret: &str) -> bool {
    let Ok(hash) = PasswordHash::new(kept.unwrap_or(NOBODYS)) else { return false };
    let (Some(salt), Some(expected), Ok(params)) = (&hash.salt, &hash.hash, Params::try_from(&hash)) else {
        return false;
    };
    // Outputs are compared in constant time.
    work_out(secret, salt, params).is_ok_and(|output| output == *expected) && kept.is_some()
}

fn work_out(secret: &str, salt: &Salt, params: Params) -> argon2::Result<Output> {
    let mut memory = MEMORY.lock().unwrap_or_else(PoisonError::into_inner);
    memory.resize(params.block_count(), Block::new());
    let mut output = [0; Params::DEFAULT_OUTPUT_LEN];
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon2.hash_password_into_with_memory(secret.as_bytes(), salt, &mut output, memory.as_mut_slice())?;
    Output::new(&output).map_err(|_| argon2::Error::OutputTooShort)
}

#[cfg(test)]
mod tests {
    use argon2::{PasswordHasher, PasswordVerifier};

    use super::*;

    #[test]
    fn an_unknown_name_takes_as_long_as_a_known_one() {
        let own = hash("471100").expect("a hash");
        let (nobodys, own) = (PasswordHash::new(NOBODYS).expect("a hash"), PasswordHash::new(&own).expect("a hash"));
        assert_eq!((nobodys.algorithm, nobodys.version, nobodys.params), (own.algorithm, own.version, own.params));
        assert!(!fits(None, "471100"));
    }

    #[test]
    fn a_hash_is_what_every_argon2id_makes() {
        let own = hash("471100").expect("a hash");
        assert!(fits(Some(&own), "471100") && !fits(Some(&own), "471101"));
        Argon2::default().verify_password(b"471100", own.as_str()).expect("the library's own opinion");
        let librarys = Argon2::default().hash_password(b"471100").expect("a hash").to_string();
        assert!(fits(Some(&librarys), "471100") && !fits(Some(&librarys), "471101"));
        assert!(!fits(Some("no hash"), "471100"));
        assert_ne!(hash("471100").expect("a hash"), own, "each has a salt of its own");
    }
}
