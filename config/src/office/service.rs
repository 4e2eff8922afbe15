//! A service: what people come for and take a ticket for.

use super::Document;
use crate::read::{Kind, Node, Table, choice, pattern, texts, truth, whole_number};
use crate::texts::Texts;

/// Longest name: three lines on a kiosk's tile, one on the slip.
const NAME_LONGEST: usize = 40;
/// Longest line under the name.
const ABOUT_LONGEST: usize = 80;
/// Longest fee.
const FEE_LONGEST: usize = 40;
/// Longest wish: one line on the slip.
const WISH_LONGEST: usize = 60;
/// People or files that one ticket stands for at most, where the set-up doesn't say: a stack of copies to certify.
const CASES_MAX: u16 = 20;
/// Letters that are mistaken for each other when heard: bê, pê, tê, vê.
const CONFUSING: [char; 4] = ['B', 'P', 'T', 'V'];

/// The drawings that a service may have, the same on kiosk, slip, wall and phone.
const PICTOGRAMS: &[(&str, &str)] = &[
    ("A", "A"), // family
    ("C", "C"), // paper with a seal
    ("D", "D"), // plot of land
    ("E", "E"), // heart on a hand
    ("H", "H"), // person in a house
    ("K", "K"), // shop
    ("M", "M"), // speech with a question mark
    ("X", "X"), // bricks and trowel
];

/// What people come for and take a ticket for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// One to four of A–Z and 0–9; other systems know the service by it.
    pub code: String,
    /// One or two letters A–Z before the ticket's number. Services with the same prefix share one sequence.
    pub prefix: String,
    /// As *Hộ tịch*.
    pub name: Texts,
    /// What belongs to it, as *Khai sinh, kết hôn, khai tử*.
    pub about: Option<Texts>,
    /// Name of its drawing.
    pub pictogram: String,
    /// How long one visit usually takes, in minutes.
    pub usual_minutes: u16,
    /// Tickets that the kiosk gives in a day; none for as many as come.
    pub daily_quota: Option<u32>,
    /// People or files that one ticket may stand for, 1 to 99.
    pub cases_max: u16,
    /// Whether the kiosk asks how many.
    pub ask_cases: bool,
    /// Its appointments; none for a service without.
    pub slots: Option<Slots>,
    /// As *0 đồng*.
    pub fee: Option<Texts>,
    /// What people bring; may be empty.
    pub documents: Vec<Document>,
    /// A good wish on slip and screen, as *Chúc mừng hạnh phúc!*
    pub wish: Option<Texts>,
}

/// The appointments of a service: slots follow each other during the opening hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slots {
    /// How long each is, 5 to 240.
    pub minutes: u16,
    /// Appointments in each, 1 to 50.
    pub places: u16,
}

impl Service {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let ledger = table.node().ledger();
        let code_node = table.child("code");
        let code = pattern("1 to 4 of the letters A-Z and digits 0-9", is_code)(&code_node);
        match &code {
            Some(code) => ledger.define(Kind::Service, code, &code_node, "a code that no other service has"),
            None => ledger.spoil(Kind::Service),
        }
        let prefix = prefix(&table.child("prefix"), code.as_deref());
        let name = table.required("name", texts(NAME_LONGEST));
        let about = table.optional("about", texts(ABOUT_LONGEST));
        let pictogram = table.required("pictogram", choice(PICTOGRAMS));
        let usual_minutes = table.required("usual_minutes", whole_number(1..=240));
        let daily_quota = table.optional("daily_quota", whole_number(1..=9999));
        let cases_max = table.optional("cases_max", whole_number(1..=99)).unwrap_or(CASES_MAX);
        let ask_cases = table.optional("ask_cases", truth).unwrap_or(false);
        if ask_cases && cases_max == 1 {
            table.child("ask_cases").refuse("false, or cases_max above 1");
        }
        let minutes = table.optional("appointment_minutes", whole_number(5..=240));
        let places = table.optional("appointments_per_slot", whole_number(1..=50));
        if places.is_some() && table.child("appointment_minutes").value().is_none() && !ledger.is_broken() {
            table.child("appointments_per_slot").refuse("nothing, or appointment_minutes beside it");
        }
        let fee = table.optional("fee", texts(FEE_LONGEST));
        let documents = table.list("documents", 0..=12, |node| node.table(Document::read));
        let wish = table.optional("wish", texts(WISH_LONGEST));
        Some(Self {
            code: code?,
            prefix: prefix?,
            name: name?,
            about,
            pictogram: pictogram?.to_owned(),
            usual_minutes: usual_minutes?,
            daily_quota,
            cases_max,
            ask_cases,
            slots: minutes.map(|minutes| Slots { minutes, places: places.unwrap_or(1) }),
            fee,
            documents: documents?,
            wish,
        })
    }
}

/// The prefix, or the code when there is none and the code may serve as one.
fn prefix(node: &Node<'_>, code: Option<&str>) -> Option<String> {
    let prefix = match code {
        Some(code) if node.value().is_none() && is_prefix(code) => code.to_owned(),
        Some(_) | None => pattern("1 or 2 of the letters A-Z", is_prefix)(node)?,
    };
    if let Some(letter) = prefix.chars().find(|letter| CONFUSING.contains(letter)) {
        let found = format!("\"{prefix}\": {letter} is easily heard as another letter");
        node.warn(found, "a letter other than B, P, T, V");
    }
    if prefix.len() > 1 {
        node.warn(
            format!("\"{prefix}\": ticket numbers of 5 signs and more"),
            "1 letter: 4 signs can be read from afar",
        );
    }
    Some(prefix)
}

fn is_code(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

fn is_prefix(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase())
}
