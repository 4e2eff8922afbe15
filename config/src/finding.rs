//! One mistake, or one doubt, in what an administrator wrote: where it stands, what was found, what is allowed.

use std::fmt;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The office can't start with it.
    Mistake,
    /// The office starts; somebody should think about it.
    Warning,
}

/// A place in a text, both counted from 1 as editors do; the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl Position {
    /// The position of the byte `offset` in `text`; the end of the text when the offset is beyond it.
    #[must_use]
    pub fn of(text: &str, offset: usize) -> Self {
        let before = &text.as_bytes()[..offset.min(text.len())];
        let line_start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |newline| newline + 1);
        let line = before.split(|&byte| byte == b'\n').count();
        // Every byte but a continuation byte of UTF-8 begins a character.
        let column = before[line_start..].iter().filter(|&&byte| byte & 0xC0 != 0x80).count() + 1;
        Self { line, column }
    }
}

/// Where a value was written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In a file; without a position when the file as a whole is meant, as when it can't be read.
    File {
        /// Name of the file as it was given.
        file: String,
        /// Where in the file.
        position: Option<Position>,
    },
    /// In an environment variable.
    Environment {
        /// Name of the variable, as `MOI_PRINTER`.
        variable: String,
    },
    /// On the command line.
    Argument {
        /// The argument as it is typed, as `--printer`.
        name: String,
    },
}

impl Place {
    /// The environment variable of this name.
    #[must_use]
    pub fn environment(variable: &str) -> Self {
        Self::Environment { variable: variable.to_owned() }
    }

    /// The command-line argument of this name, with its dashes.
    #[must_use]
    pub fn argument(name: &str) -> Self {
        Self::Argument { name: name.to_owned() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { file, position: Some(Position { line, column }) } => {
                write!(formatter, "{file}:{line}:{column}")
            }
            Self::File { file, position: None } => formatter.write_str(file),
            Self::Environment { variable } => write!(formatter, "environment: {variable}"),
            Self::Argument { name } => formatter.write_str(name),
        }
    }
}

/// One mistake or doubt. Its text is one line that can be read alone:
/// `office.toml:12:17: services[2].usual_minutes: found "ten", allowed: a whole number from 1 to 240`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Whether the office can start with it.
    pub level: Level,
    /// Where the value was written.
    pub place: Place,
    /// The way to the value, list entries counted from 1, as `services[2].usual_minutes`; empty for an environment
    /// variable or an argument, which have no keys.
    pub key: Box<str>,
    /// What stood there, shortened when it is long.
    pub found: Box<str>,
    /// What may stand there; for a warning, what would be better.
    pub allowed: Box<str>,
    /// What was probably meant.
    pub nearest: Option<Box<str>>,
}

impl Finding {
    /// A value that is right by itself, and wrong beside another one.
    #[must_use]
    pub fn beside(place: Place, found: &str, allowed: &str) -> Self {
        Self::mistake(place, crate::read::quoted(found), allowed)
    }

    /// A doubt about the value under a key of the set-up, where nobody knows its line any more.
    #[must_use]
    pub fn doubt(file: &str, key: &str, found: &str, better: &str) -> Self {
        let place = Place::File { file: file.to_owned(), position: None };
        Self { level: Level::Warning, key: key.into(), ..Self::mistake(place, crate::read::quoted(found), better) }
    }

    /// A mistake that has no key: in the environment, on the command line, or in a file as a whole.
    pub(crate) fn mistake(place: Place, found: impl Into<Box<str>>, allowed: impl Into<Box<str>>) -> Self {
        Self {
            level: Level::Mistake,
            place,
            key: Box::default(),
            found: found.into(),
            allowed: allowed.into(),
            nearest: None,
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: ", self.place)?;
        let advice = match self.level {
            Level::Mistake => "allowed",
            Level::Warning => {
                formatter.write_str("warning: ")?;
                "better"
            }
        };
        if !self.key.is_empty() {
            write!(formatter, "{}: ", self.key)?;
        }
        write!(formatter, "found {}, {advice}: {}", self.found, self.allowed)?;
        match &self.nearest {
            Some(nearest) => write!(formatter, "; did you mean {nearest}?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Finding {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "a = 1\nhộ = \"x\"\n";
        assert_eq!(Position::of(text, 0), Position { line: 1, column: 1 });
        let quote = text.find('"').unwrap();
        assert_eq!(Position::of(text, quote), Position { line: 2, column: 6 });
        assert_eq!(Position::of(text, 9_999), Position { line: 3, column: 1 });
    }

    #[test]
    fn a_finding_is_one_line_that_can_be_read_alone() {
        let finding = Finding {
            level: Level::Mistake,
            place: Place::File { file: "office.toml".into(), position: Some(Position { line: 12, column: 8 }) },
            key: "services[2].usual_minutes".into(),
            found: "\"ten\"".into(),
            allowed: "a whole number from 1 to 240".into(),
            nearest: None,
        };
        assert_eq!(
            finding.to_string(),
            "office.toml:12:8: services[2].usual_minutes: found \"ten\", allowed: a whole number from 1 to 240"
        );
        let finding = Finding::mistake(Place::environment("MOI_PRINTER"), "\"usb\"", "preview");
        assert_eq!(finding.to_string(), "environment: MOI_PRINTER: found \"usb\", allowed: preview");
    }
}
