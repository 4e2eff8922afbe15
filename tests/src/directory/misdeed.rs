//! What a directory may do that it must not, or can't help.

/// One thing that goes wrong; everything else is as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misdeed {
    /// Its token is signed by a key that is not the one that it shows under that name.
    ForeignKey,
    /// Its token is signed by a key that it does not show.
    UnknownKey,
    /// Its token says that it is not signed, and isn't.
    NotSigned,
    /// Its token is signed by the secret that the office has, too.
    SignedBySecret,
    /// Its token is for another try.
    OtherNonce,
    /// Its token is for no try.
    NoNonce,
    /// Its token is over.
    Expired,
    /// Its token was issued an hour ago.
    Old,
    /// Its token is issued in an hour.
    Ahead,
    /// Its token is for somebody else.
    OtherAudience,
    /// Its token is for the office and somebody else.
    MoreAudiences,
    /// Its token was issued to somebody else.
    OtherParty,
    /// Its token is another directory's.
    OtherIssuer,
    /// Its token is none.
    Gibberish,
    /// It gives no token.
    NoToken,
    /// It says of itself that it is another one.
    OtherName,
    /// It tells more of people where anybody on the way can change it.
    PlainPart,
    /// Every answer comes too late.
    Slow,
    /// Every answer is that something is wrong with it.
    Down,
    /// Every answer is longer than any can be.
    Huge,
    /// Every answer leads elsewhere.
    Elsewhere,
    /// It names somebody only when it is asked for more, as the standard allows.
    NameOnRequest,
    /// The same, and then it tells of somebody else.
    OtherPersonOnRequest,
    /// It names nobody.
    NoName,
}
