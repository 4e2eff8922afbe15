//! A note on a ticket: a few words for the officer who calls it next.

use std::fmt;

use zeroize::Zeroizing;

/// Characters of a note: three lines at the desk.
const CHARACTERS_MAX: usize = 280;

/// A note. Like a phone number it shows itself to nobody by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct Note(Zeroizing<String>);

impl Note {
    /// Bytes of the longest one: four for each character.
    pub(super) const BYTES_MAX: usize = CHARACTERS_MAX * 4;

    /// Reads what was typed; none when nothing was. Lines and tabs become blanks, other control characters go.
    ///
    /// # Errors
    /// How many characters there may be, when there are more.
    pub fn parse(typed: &str) -> Result<Option<Self>, usize> {
        let words = typed.split_whitespace().map(|word| word.replace(char::is_control, ""));
        let text = Zeroizing::new(words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "));
        match text.chars().count() {
            0 => Ok(None),
            count if count <= CHARACTERS_MAX => Ok(Some(Self(text))),
            _ => Err(CHARACTERS_MAX),
        }
    }

    /// For whoever may read it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Note {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Note(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_one_line_of_280_characters_at_most() {
        let read = |typed: &str| Note::parse(typed).map(|note| note.map(|note| note.as_str().to_owned()));
        assert_eq!(read("  thiếu\tgiấy \u{7}\n khai sinh "), Ok(Some("thiếu giấy khai sinh".into())));
        assert_eq!(read(" \n\t "), Ok(None));
        assert_eq!(read(&"ữ".repeat(280)).map(|note| note.is_some()), Ok(true));
        assert_eq!(read(&"ữ".repeat(281)), Err(280));
        assert!(!format!("{:?}", Note::parse("bí mật")).contains("bí"), "no log shows it");
    }
}
