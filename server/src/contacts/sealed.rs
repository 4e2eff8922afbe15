//! What is personal as it is kept: encrypted with its day's key by XChaCha20-Poly1305, and bound to its kind, ticket
//! and day.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use data_encoding::HEXLOWER;
use jiff::civil::Date;
use moi_domain::{Ticket, TicketId};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::keys::Key;
use super::note::Note;
use super::number::PhoneNumber;
use crate::auth::random;
use crate::digest::sha256_hex;

/// Bytes of a nonce: long enough to be drawn at random for each contact.
const NONCE_BYTES: usize = 24;

/// Whose contact it is: the ticket, and the record's key. That is a fingerprint of the ticket's secret, which no other
/// ticket ever has, while an office that goes on from an older backup gives ids anew. Not the secret itself: errors
/// name records by their keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whose {
    pub(super) ticket: TicketId,
    pub(super) key: String,
}

impl Whose {
    /// Which ticket.
    #[must_use]
    pub fn ticket(&self) -> TicketId {
        self.ticket
    }

    /// This ticket's.
    #[must_use]
    pub fn of(ticket: &Ticket) -> Self {
        Self { ticket: ticket.id, key: sha256_hex(ticket.token.as_str().as_bytes(), 32) }
    }
}

/// What is kept of a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The phone number that its holder left.
    Contact,
    /// What an officer wrote.
    Note,
}

impl Kind {
    pub(super) const ALL: [Self; 2] = [Self::Contact, Self::Note];

    /// Room of the records that holds it, by fingerprint of the ticket's secret; its keys' files begin with it, too.
    pub(super) fn room(self) -> &'static str {
        match self {
            Self::Contact => "contacts",
            Self::Note => "notes",
        }
    }

    /// All are filled up to this length, so that the record doesn't tell it.
    fn bytes(self) -> usize {
        match self {
            Self::Contact => PhoneNumber::BYTES_MAX,
            Self::Note => Note::BYTES_MAX,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Note => "note",
        }
    }
}

/// A record.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SealedText {
    /// The ticket's id.
    pub(super) ticket: TicketId,
    /// The business day, whose key opens it.
    pub(super) day: Date,
    /// 24 bytes, hexadecimal.
    nonce: String,
    /// The text, filled up to the longest one's length, and a tag of 16 bytes; hexadecimal.
    sealed: String,
}

impl SealedText {
    /// Encrypts a text, which is no longer than its kind's longest.
    pub(super) fn seal(key: &Key, kind: Kind, whose: &Whose, day: Date, text: &str) -> Self {
        let mut plain = Zeroizing::new(text.as_bytes().to_vec());
        debug_assert!(plain.len() <= kind.bytes(), "a {kind:?} of {} bytes", plain.len());
        plain.resize(kind.bytes(), 0);
        let nonce: [u8; NONCE_BYTES] = random();
        let bound = bound_to(kind, whose, day);
        let message = Payload { msg: plain.as_slice(), aad: bound.as_bytes() };
        let sealed = cipher(key).encrypt(&XNonce::from(nonce), message).expect("a thousand bytes are no gigabytes");
        let (nonce, sealed) = (HEXLOWER.encode(&nonce), HEXLOWER.encode(&sealed));
        Self { ticket: whose.ticket, day, nonce, sealed }
    }

    /// Decrypts it. None when the key is another one, or anything of the record was changed.
    pub(super) fn open(&self, key: &Key, kind: Kind, whose: &Whose) -> Option<Zeroizing<String>> {
        let nonce: [u8; NONCE_BYTES] = HEXLOWER.decode(self.nonce.as_bytes()).ok()?.try_into().ok()?;
        let sealed = HEXLOWER.decode(self.sealed.as_bytes()).ok()?;
        let bound = bound_to(kind, whose, self.day);
        let message = Payload { msg: &sealed, aad: bound.as_bytes() };
        let plain = Zeroizing::new(cipher(key).decrypt(&XNonce::from(nonce), message).ok()?);
        let text = std::str::from_utf8(&plain).ok()?;
        Some(Zeroizing::new(text.trim_end_matches('\0').to_owned()))
    }
}

fn cipher(key: &Key) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.bytes().into())
}

/// What a sealed text can't be taken away from: a record that is moved to another ticket or day opens no more.
fn bound_to(kind: Kind, whose: &Whose, day: Date) -> String {
    format!("moi {} 1\0{}\0{}\0{day}", kind.word(), whose.ticket, whose.key)
}
