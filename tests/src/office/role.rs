//! Roles, as words.

/// What somebody with a token may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Takes tickets at the entrance.
    Kiosk,
    /// Takes tickets for others.
    Receptionist,
    /// Calls and serves.
    Officer,
    /// Sets up.
    Administrator,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 4] = [Self::Kiosk, Self::Receptionist, Self::Officer, Self::Administrator];

    /// Its word on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Kiosk => "kiosk",
            Self::Receptionist => "receptionist",
            Self::Officer => "officer",
            Self::Administrator => "administrator",
        }
    }
}
