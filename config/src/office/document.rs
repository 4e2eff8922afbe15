//! A document that people bring for a service.

use crate::read::{Table, texts};
use crate::texts::Texts;

/// Longest name on the kiosk's list: two lines.
const NAME_LONGEST: usize = 60;
/// Longest note under a name.
const NOTE_LONGEST: usize = 80;
/// Longest line in the slip's left half: three rows.
const SLIP_LONGEST: usize = 40;

/// A document that people bring for a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// As *Giấy chứng sinh*.
    pub name: Texts,
    /// As *Bản chính, do cơ sở y tế cấp*.
    pub note: Option<Texts>,
    /// Shorter words for the slip, as *Giấy chứng sinh (bản chính)*; without them the name is printed.
    pub slip: Option<Texts>,
}

impl Document {
    /// The words for the slip in this language.
    #[must_use]
    pub fn on_slip(&self, language: &str) -> &str {
        self.slip.as_ref().unwrap_or(&self.name).in_language(language)
    }

    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let name = table.required("name", texts(NAME_LONGEST));
        let note = table.optional("note", texts(NOTE_LONGEST));
        let slip = table.optional("slip", texts(SLIP_LONGEST));
        Some(Self { name: name?, note, slip })
    }
}
