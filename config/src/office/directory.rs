//! The table `[directory]`: a directory of people elsewhere, by which they may sign in (`OpenID` Connect).

use crate::read::{Table, as_address, choice, text, texts, truth};
use crate::texts::Texts;

/// Longest name of the directory: one line on a button.
const NAME_LONGEST: usize = 40;
/// Longest name of the office in the directory.
const CLIENT_LONGEST: usize = 100;
/// Longest address of a directory.
const ISSUER_LONGEST: usize = 200;

/// A directory of people elsewhere, as a province's. Whoever of the office's people is named there may sign in by it,
/// beside PINs and passwords.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directory {
    /// Its address, exactly as it names itself: `https://…`, on this very machine also `http://…`.
    pub issuer: String,
    /// How the office is called there.
    pub client_id: String,
    /// What stands on the button.
    pub name: Texts,
    /// Which of its words names a person.
    pub claim: Claim,
    /// Whether the directory is to ask for the password each time, also of whoever signed in there before.
    pub ask_each_time: bool,
}

/// Which word of a directory names a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// The name that somebody signs in with there.
    PreferredUsername,
    /// The address for e-mail, once the directory has seen that it is theirs.
    Email,
    /// The directory's own sign for the person, which never changes.
    Subject,
}

impl Claim {
    /// Each by its word in the set-up, which is the standard's own.
    const CHOICES: [(&'static str, Self); 3] =
        [("preferred_username", Self::PreferredUsername), ("email", Self::Email), ("sub", Self::Subject)];

    /// Its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::PreferredUsername => "preferred_username",
            Self::Email => "email",
            Self::Subject => "sub",
        }
    }
}

impl Directory {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let issuer = table.required("issuer", |node| as_address(node, ISSUER_LONGEST));
        let client_id = table.required("client_id", text(CLIENT_LONGEST));
        let name = table.required("name", texts(NAME_LONGEST));
        let claim = table.optional("claim", choice(&Claim::CHOICES));
        let ask_each_time = table.optional("ask_each_time", truth);
        Some(Self {
            issuer: issuer?,
            client_id: client_id?,
            name: name?,
            claim: claim.unwrap_or(Claim::PreferredUsername),
            // Several people use one desk, and whoever is still signed in at the directory may be another one.
            ask_each_time: ask_each_time.unwrap_or(true),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::{Office, parse, shipped};

    use super::*;

    const DIRECTORY: &str = "[directory]\nissuer = \"https://id.example.vn\"\nclient_id = \"moi\"\n\
        name.vi = \"Tài khoản tỉnh\"\nname.en = \"Province account\"\n";

    /// What is said of an office with this table, whose first officer is so called in the directory.
    fn with(table: &str, called: Option<&str>) -> Result<Office, String> {
        let officer = "[[officers]]\nname = \"Nông Thị Hà\"\n";
        let line = called.map_or_else(String::new, |called| format!("directory = \"{called}\"\n"));
        let text = shipped().replace(officer, &format!("{officer}{line}"));
        parse("office.toml", &format!("{text}\n{table}")).map_err(|findings| findings[0].to_string())
    }

    #[test]
    fn a_directory_asks_each_time_and_names_people_by_what_they_sign_in_with_there_unless_told_otherwise() {
        assert_eq!(with("", None).expect("fine").directory, None);
        let office = with(DIRECTORY, Some("ha.nong")).expect("fine");
        assert_eq!(office.warnings, []);
        let directory = office.directory.expect("a directory");
        assert_eq!((directory.claim, directory.ask_each_time), (Claim::PreferredUsername, true));
        assert_eq!(office.people.officers[0].directory.as_deref(), Some("ha.nong"));
        for (word, claim) in Claim::CHOICES {
            let table = format!("{DIRECTORY}claim = \"{word}\"\nask_each_time = false\n");
            let directory = with(&table, Some("ha.nong")).expect("fine").directory.expect("a directory");
            assert_eq!((directory.claim, claim.word(), directory.ask_each_time), (claim, word, false));
        }
    }

    #[test]
    fn a_directory_is_reached_encrypted_or_on_this_very_machine() {
        let with = |issuer: &str| with(&DIRECTORY.replace("https://id.example.vn", issuer), Some("ha.nong"));
        for issuer in [
            "https://id.example.vn/",
            "https://id.example.vn:8443/realms/lang-son",
            "https://[2001:db8::1]/a",
            "http://127.0.0.1:9000/x",
            "http://localhost:9000",
            "http://[::1]:9000",
        ] {
            assert_eq!(with(issuer).expect(issuer).directory.expect("a directory").issuer, issuer);
        }
        let long = format!("https://id.example.vn/{}", "x".repeat(ISSUER_LONGEST));
        for issuer in [
            "http://id.example.vn",
            "http://127.0.0.1.example.vn",
            "http://localhost@evil.example",
            "https://",
            "https://user@id.example.vn",
            "https://id.example.vn?x=1",
            "https://id.example.vn/#a",
            "https://id.example.vn/a b",
            "id.example.vn",
            "HTTPS://id.example.vn",
            &long,
        ] {
            let finding = with(issuer).expect_err(issuer);
            assert!(finding.contains("directory.issuer: found \"") && finding.contains("https://HOST"), "{finding}");
        }
    }

    #[test]
    fn no_two_people_have_one_name_in_the_directory() {
        let text = shipped().replace("name = \"Lý Thị Xuân\"", "name = \"Lý Thị Xuân\"\ndirectory = \"ha.nong\"");
        let officer = "name = \"Nông Thị Hà\"\n";
        let text = text.replace(officer, &format!("{officer}directory = \"ha.nong\"\n"));
        let findings = parse("office.toml", &format!("{text}\n{DIRECTORY}")).expect_err("twice");
        assert_eq!(findings.len(), 1, "{findings:?}");
        let told = findings[0].to_string();
        assert!(told.contains("receptionists[1].directory: found \"ha.nong\" a second time"), "{told}");
    }

    #[test]
    fn a_directory_that_nobody_is_named_in_and_a_name_in_none_are_told() {
        let told = |office: Office| office.warnings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        let told_of_table = told(with(DIRECTORY, None).expect("it works"));
        assert!(told_of_table.contains("directory: found nobody who is named in it"), "{told_of_table}");
        let told_of_name = told(with("", Some("ha.nong")).expect("it works"));
        assert!(
            told_of_name.contains("officers[1].directory: found \"ha.nong\", and no [directory]"),
            "{told_of_name}"
        );
    }
}
