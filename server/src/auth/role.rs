//! Who somebody or something is to the office.

use serde::{Deserialize, Serialize};

/// What somebody or something is. What each may do stands in [`super::rights`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Sets up the office and looks after it.
    Administrator,
    /// Leads the hall: serves, frees counters, sees who was called out of turn.
    Supervisor,
    /// Calls and serves at a counter.
    Officer,
    /// Takes tickets for people who can't use the kiosk.
    Receptionist,
    /// Reads how the office was run, and changes nothing.
    Inspector,
    /// Takes tickets at the entrance.
    Kiosk,
    /// Shows the calls in the waiting room.
    Wall,
    /// Shows the number over a counter.
    CounterDisplay,
    /// Prints slips in a kiosk of its own.
    Printer,
    /// Asks citizens how they were served.
    Rating,
    /// An officer's computer: PINs are good there. Does nothing by itself.
    Desk,
}

impl Role {
    /// All of them, people first.
    #[cfg(test)]
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

    /// Its word in the API and on the command line.
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

    /// Whether a PIN never signs such a person in: what they may do is more than six digits should open.
    #[must_use]
    pub fn needs_password(self) -> bool {
        match self {
            Self::Administrator | Self::Supervisor | Self::Inspector => true,
            Self::Officer
            | Self::Receptionist
            | Self::Kiosk
            | Self::Wall
            | Self::CounterDisplay
            | Self::Printer
            | Self::Rating
            | Self::Desk => false,
        }
    }

    /// Whether it is a device, which nobody signs in each morning.
    #[must_use]
    pub fn is_device(self) -> bool {
        match self {
            Self::Administrator | Self::Supervisor | Self::Officer | Self::Receptionist | Self::Inspector => false,
            Self::Kiosk | Self::Wall | Self::CounterDisplay | Self::Printer | Self::Rating | Self::Desk => true,
        }
    }
}
