//! The table `[office]`: who and where the office is.

use jiff::tz::{self, TimeZone};

use crate::read::{Kind, Node, Table, nearest, pattern, texts};
use crate::text;
use crate::texts::Texts;

use super::picture::PictureId;

/// Longest name of an authority or hall: two lines at the top of a kiosk.
const NAME_LONGEST: usize = 80;

/// What `[office]` says.
pub(super) struct Identity {
    pub(super) name: Texts,
    pub(super) unit: Texts,
    pub(super) languages: Vec<String>,
    pub(super) time_zone: TimeZone,
    pub(super) phone: Option<String>,
    pub(super) logo: Option<PictureId>,
}

impl Identity {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let languages = table.list("languages", 1..=8, language);
        table.node().ledger().set_languages(languages.clone().filter(|languages| !languages.is_empty()));
        let name = table.required("name", texts(NAME_LONGEST));
        let unit = table.required("unit", texts(NAME_LONGEST));
        let time_zone = table.required("time_zone", time_zone);
        let phone =
            table.optional("phone", pattern("a telephone number: at most 20 digits, spaces, + - ( )", is_phone));
        let logo = table.optional("logo", PictureId::read);
        Some(Self { name: name?, unit: unit?, languages: languages?, time_zone: time_zone?, phone, logo })
    }
}

/// A language that a text catalogue is there for.
fn language(node: &Node<'_>) -> Option<String> {
    let known = text::shipped_languages();
    let found = node.string().filter(|found| known.iter().any(|known| known == found));
    let Some(found) = found else {
        node.refuse(format!("a language that Moi has texts in: {}", known.join(", ")));
        return None;
    };
    node.ledger().define(Kind::Language, found, node, "each language once");
    Some(found.to_owned())
}

fn time_zone(node: &Node<'_>) -> Option<TimeZone> {
    let found = node.string();
    let zone = found.and_then(|name| TimeZone::get(name).ok());
    if zone.is_none() {
        let names: Vec<String> = tz::db().available().map(|name| name.to_string()).collect();
        let guess = found.and_then(|found| nearest(found, names.iter().map(String::as_str)));
        let allowed = "a name of the IANA time zone database, as \"Asia/Ho_Chi_Minh\"".to_owned();
        match guess {
            Some(guess) => node.refuse_nearest(node.found(), allowed, Some(format!("\"{guess}\""))),
            None => node.refuse(allowed),
        }
    }
    zone
}

fn is_phone(text: &str) -> bool {
    let is_allowed = |character: char| character.is_ascii_digit() || " +-()".contains(character);
    (1..=20).contains(&text.len()) && text.chars().all(is_allowed) && text.contains(|c: char| c.is_ascii_digit())
}
