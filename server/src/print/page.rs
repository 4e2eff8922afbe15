//! A ticket's slip: which words stand on it, in the citizen's language.

use std::sync::Arc;

use jiff::tz::TimeZone;
use moi_config::text::{Catalogue, Value};
use moi_config::{Office, Paper};
use moi_domain::{ServiceCode, Ticket};
use moi_printer::{Labelled, Pictogram, Slip};

use crate::phone::PhoneAddress;
use crate::set_up::SetUps;

/// Documents on a slip; the service's page shows them all.
const DOCUMENTS_MAX: usize = 5;

/// So many signs of a name fit on a line of every paper; a longer name is wrapped.
const ON_ONE_LINE: usize = 16;

/// Makes a writer of slips by the set-up in force, one for each slip.
pub struct SlipWriters {
    /// Which set-up is in force.
    pub set_ups: SetUps,
    /// All texts.
    pub texts: Arc<Catalogue>,
    /// Where phones reach the office.
    pub phone_address: PhoneAddress,
    /// Whether each slip must say that nothing of it is real.
    pub rehearsal: bool,
}

impl SlipWriters {
    /// By the set-up in force now.
    #[must_use]
    pub fn now(&self) -> SlipWriter {
        let office = self.set_ups.office();
        let zone = office.time_zone.clone();
        let writer = SlipWriter::new(office, Arc::clone(&self.texts), zone, self.phone_address.clone());
        if self.rehearsal { writer.for_rehearsal() } else { writer }
    }
}

/// Writes slips for one office.
pub struct SlipWriter {
    pub(super) office: Arc<Office>,
    pub(super) texts: Arc<Catalogue>,
    pub(super) zone: TimeZone,
    /// Where phones reach the office.
    phone_address: PhoneAddress,
    /// Whether each slip must say that nothing of it is real.
    rehearsal: bool,
}

impl SlipWriter {
    /// For this office.
    #[must_use]
    pub fn new(office: Arc<Office>, texts: Arc<Catalogue>, zone: TimeZone, phone_address: PhoneAddress) -> Self {
        Self { office, texts, zone, phone_address, rehearsal: false }
    }

    /// The same for a rehearsal: each slip says that nothing of it is real.
    #[must_use]
    pub fn for_rehearsal(self) -> Self {
        Self { rehearsal: true, ..self }
    }

    /// The slip of a ticket.
    #[must_use]
    pub fn slip(&self, ticket: &Ticket) -> Slip {
        let language = ticket.language.as_str();
        let service = self.office.service(ticket.service.as_str());
        let taken = ticket.taken_at.to_zoned_datetime(self.zone.clone());
        let say = |id: &str, values: &[(&str, Value)]| self.texts.say(language, id, values);
        let documents = service.map(|service| {
            let documents = service.documents.iter().take(DOCUMENTS_MAX);
            documents.map(|document| document.on_slip(language).to_owned()).collect()
        });
        let ahead = ticket.ahead_at_first;
        Slip {
            paper: self.paper(),
            office: self.office.name.in_language(language).to_owned(),
            unit: self.office.unit.in_language(language).to_owned(),
            pictogram: service.and_then(|service| Pictogram::named(&service.pictogram)),
            service: self.service_name(&ticket.service, language).to_owned(),
            counters: self.where_to(ticket, language),
            number: ticket.number.to_string(),
            ahead: Labelled {
                label: say("slip-ahead", &[]),
                value: ahead.to_string(),
                unit: say("slip-people", &[("count", ahead.into())]),
            },
            wait: ticket.promised.map(|band| Labelled {
                label: say("slip-wait", &[]),
                value: format!("{}–{}", band.from, band.to),
                unit: say("slip-minutes", &[]),
            }),
            documents_title: say("slip-documents", &[]),
            documents: documents.unwrap_or_default(),
            qr: self.phone_address.ticket_url(&ticket.token),
            qr_caption: say("slip-follow", &[]),
            time: taken.strftime("%H:%M").to_string(),
            date: taken.strftime("%d/%m/%Y").to_string(),
            validity: say("slip-validity", &[]),
            priority: ticket.priority.is_some(),
            mark: self.rehearsal.then(|| say("slip-rehearsal", &[])),
            reprint: None,
            wish: service.and_then(|service| service.wish.as_ref()).map(|wish| wish.in_language(language).to_owned()),
        }
    }

    /// The same once more, marked as such.
    #[must_use]
    pub fn reprint(&self, ticket: &Ticket) -> Slip {
        let mark = self.texts.say(ticket.language.as_str(), "slip-reprint", &[]);
        Slip { reprint: Some(mark), ..self.slip(ticket) }
    }

    /// When it was booked for, and where it may be called.
    fn place(&self, ticket: &Ticket, language: &str) -> String {
        let counters = counters_of(&self.office, &self.texts, ticket.service.as_str(), language);
        let Some(kept) = ticket.appointment.filter(|kept| kept.arrival.is_some()) else { return counters };
        let at = kept.starts_at.to_zoned_datetime(self.zone.clone()).strftime("%H:%M").to_string();
        let values = [("time", at.into()), ("counters", counters.into())];
        self.texts.say(language, "slip-appointment", &values)
    }

    /// For how many where that is more than one, the counters, and what comes after them: a line each.
    fn where_to(&self, ticket: &Ticket, language: &str) -> String {
        let cases = match ticket.cases.get() {
            1 => String::new(),
            cases => self.texts.say(language, "slip-cases", &[("count", u32::from(cases).into())]),
        };
        let names: Vec<_> =
            ticket.then.iter().map(|service| in_one_piece(self.service_name(service, language))).collect();
        let then = match names.as_slice() {
            [] => String::new(),
            names => self.texts.say(language, "slip-then", &[("services", names.join(", ").into())]),
        };
        let lines = [cases, self.place(ticket, language), then];
        lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }

    fn service_name(&self, service: &ServiceCode, language: &str) -> &str {
        self.office.service(service.as_str()).map_or("", |service| service.name.in_language(language))
    }

    pub(super) fn paper(&self) -> moi_printer::Paper {
        paper_of(&self.office)
    }
}

/// The office's paper.
pub(super) fn paper_of(office: &Office) -> moi_printer::Paper {
    match office.paper {
        Paper::Mm80 => moi_printer::Paper::Mm80,
        Paper::Mm58 => moi_printer::Paper::Mm58,
    }
}

/// Where a service's tickets may be called, in words.
pub(super) fn counters_of(office: &Office, texts: &Catalogue, service: &str, language: &str) -> String {
    let mut counters: Vec<String> = office.counters_of(service).map(|counter| counter.to_string()).collect();
    match (counters.pop(), counters.is_empty()) {
        (None, _) => String::new(),
        (Some(only), true) => texts.say(language, "slip-counter", &[("counter", only.into())]),
        (Some(last), false) => {
            let first = counters.join(", ");
            texts.say(language, "slip-counters", &[("first", first.into()), ("last", last.into())])
        }
    }
}

/// A short name is not torn apart between two lines.
fn in_one_piece(name: &str) -> String {
    if name.chars().count() <= ON_ONE_LINE { name.replace(' ', "\u{a0}") } else { name.to_owned() }
}
