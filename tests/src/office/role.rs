//! Roles, as words.

/// What somebody with a token may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Sets up.
    Administrator,
    /// Leads the hall.
    Supervisor,
    /// Calls and serves.
    Officer,
    /// Takes tickets for others.
    Receptionist,
    /// Reads.
    Inspector,
    /// Takes tickets at the entrance.
    Kiosk,
    /// Shows the calls.
    Wall,
    /// Shows a counter's number.
    CounterDisplay,
    /// Prints slips.
    Printer,
    /// Asks how it was.
    Rating,
    /// Where PINs are good.
    Desk,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 11] = [
        Self::Administrator,
        Self::Supervisor,
        Self::Officer,
        Self::Receptionist,
        Self::Inspector,
        Self::Kiosk,
        Self::Wall,
        Self::CounterDisplay,
        Self::Printer,
        Self::Rating,
        Self::Desk,
    ];

    /// Its word on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Supervisor => "supervisor",
            Self::Officer => "officer",
            Self::Receptionist => "receptionist",
            Self::Inspector => "inspector",
            Self::Kiosk => "kiosk",
            Self::Wall => "wall",
            Self::CounterDisplay => "counter-display",
            Self::Printer => "printer",
            Self::Rating => "rating",
            Self::Desk => "desk",
        }
    }
}
