//! The office's set-up: everything that `office.toml` says, typed and checked.

mod appointments;
mod away;
mod backup;
mod call_reason;
mod calling;
mod change;
mod counter;
mod desk;
mod directory;
mod disk;
mod document;
mod entrance;
mod granting;
mod hours;
mod identity;
mod itinerary;
mod leaving;
mod numbering;
mod outage;
mod outcome;
mod pause_reason;
mod people;
mod picture;
mod priority;
mod privacy;
mod rules;
mod service;
mod sign_in;
mod slide;
mod slip;
mod source;
mod transfer;

pub use appointments::{Appointments, WhenLate};
pub use away::{Away, BackTo};
pub use backup::Backup;
pub use call_reason::CallReason;
pub use calling::Calling;
pub use change::{Allowed, Rule, Setting};
pub use counter::{Counter, Direction};
pub use desk::Desk;
pub use directory::{Claim, Directory};
pub use disk::Disk;
pub use document::Document;
pub use entrance::{Entrance, LastTicket, Tickets};
pub use granting::Granting;
pub use hours::{Hours, Period};
pub use itinerary::Itinerary;
pub use leaving::Leaving;
pub use numbering::{AfterLast, Numbering};
pub use outage::Outage;
pub use outcome::Outcome;
pub use pause_reason::PauseReason;
pub use people::{Officer, People, Person};
pub use picture::{NoPictureId, PictureId};
pub use priority::Priority;
pub use privacy::Privacy;
pub use service::{Service, Slots};
pub use sign_in::SignIn;
pub use slide::{Slide, SlideRow};
pub use slip::Paper;
pub use source::{Source, load, load_with_text, parse, shipped};
pub use transfer::{Transfer, TransferPlace};

use std::ops::RangeInclusive;

use jiff::tz::TimeZone;

use crate::finding::Finding;
use crate::read::{Kind, Node, Table};
use crate::texts::Texts;
use identity::Identity;
use rules::RuleTables;
use slip::SlipTable;

/// How many services an office may have: the tiles of three pages on a kiosk.
const SERVICES: RangeInclusive<usize> = 1..=24;
/// How many counters an office may have: the largest halls have some 40.
const COUNTERS: RangeInclusive<usize> = 1..=99;

/// Everything that the set-up file says about an office. [`load`] gives only offices whose parts fit together: each
/// counter's services exist, each service has a counter, no code, number or name stands twice, and each text is
/// there in every language.
#[derive(Clone, Debug, PartialEq)]
pub struct Office {
    /// Name of the authority, as *UBND xã Cai Kinh*.
    pub name: Texts,
    /// Name of the hall, as *Bộ phận Một cửa*.
    pub unit: Texts,
    /// Languages of the texts, the one that pages start in first; at least one.
    pub languages: Vec<String>,
    /// Where the office's day begins and ends.
    pub time_zone: TimeZone,
    /// Telephone for those who can't wait; as people write it, with spaces.
    pub phone: Option<String>,
    /// Its picture in the head of wall, kiosk and phone page.
    pub logo: Option<PictureId>,
    /// Opening hours.
    pub hours: Hours,
    /// When the kiosk gives tickets.
    pub entrance: Entrance,
    /// How tickets are numbered.
    pub numbering: Numbering,
    /// Numbers for paper.
    pub outage: Outage,
    /// How tickets come back that were put aside or missed their call.
    pub away: Away,
    /// Who may grant a priority class after the ticket was taken.
    pub granting: Granting,
    /// What is asked of who books an appointment and of who comes for one.
    pub appointments: Appointments,
    /// What must come before somebody counts as missing.
    pub calling: Calling,
    /// Why somebody may be called out of turn; may be empty.
    pub call_reasons: Vec<CallReason>,
    /// Why a counter may pause; may be empty.
    pub pause_reasons: Vec<PauseReason>,
    /// How a visit may come out; may be empty.
    pub outcomes: Vec<Outcome>,
    /// Where a ticket stands that was handed on.
    pub transfer: Transfer,
    /// Several services with one ticket.
    pub itinerary: Itinerary,
    /// What officers may do at their desks.
    pub desk: Desk,
    /// What is asked before the last open counter of a service is left.
    pub leaving: Leaving,
    /// Width of the slip.
    pub paper: Paper,
    /// Whether a slip for the staff comes out when the office starts again on a day that has given numbers.
    pub boot_slip: bool,
    /// What people come for, in the order of the kiosk's tiles; at least one.
    pub services: Vec<Service>,
    /// The counters in the order in which they stand in the room; at least one.
    pub counters: Vec<Counter>,
    /// Classes of people who are called earlier; may be empty.
    pub priorities: Vec<Priority>,
    /// Who may sign in.
    pub people: People,
    /// When a session ends in which nobody does anything.
    pub sign_in: SignIn,
    /// A directory elsewhere by which people may sign in, too.
    pub directory: Option<Directory>,
    /// Copies that are made by themselves.
    pub backup: Backup,
    /// How long what is personal is kept.
    pub privacy: Privacy,
    /// When room is short.
    pub disk: Disk,
    /// Shown on the wall between calls; may be empty.
    pub slides: Vec<Slide>,
    /// What the file's reader should think about, although the office works.
    pub warnings: Vec<Finding>,
}

impl Office {
    /// Name of the time zone, as `Asia/Ho_Chi_Minh`.
    #[must_use]
    pub fn time_zone_name(&self) -> &str {
        self.time_zone.iana_name().unwrap_or("UTC")
    }

    /// Every picture that it names, with the key that does.
    pub fn pictures(&self) -> impl Iterator<Item = (String, PictureId)> {
        let logo = self.logo.map(|id| ("office.logo".to_owned(), id));
        let on_slide =
            |(place, slide): (usize, &Slide)| slide.picture.map(|id| (format!("slides[{}].picture", place + 1), id));
        logo.into_iter().chain(self.slides.iter().enumerate().filter_map(on_slide))
    }

    /// The service with this code.
    #[must_use]
    pub fn service(&self, code: &str) -> Option<&Service> {
        self.services.iter().find(|service| service.code == code)
    }

    /// Whether any service gives appointments.
    #[must_use]
    pub fn gives_appointments(&self) -> bool {
        self.services.iter().any(|service| service.slots.is_some())
    }

    /// Whether citizens can book for themselves.
    #[must_use]
    pub fn books_online(&self) -> bool {
        self.gives_appointments() && self.appointments.online
    }

    /// The numbers of the counters that handle this service, in the order of the room.
    pub fn counters_of<'o>(&'o self, code: &'o str) -> impl Iterator<Item = u16> + 'o {
        let handles = move |counter: &&Counter| counter.services.iter().any(|service| service == code);
        self.counters.iter().filter(handles).map(|counter| counter.number)
    }

    fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        // Languages come first, since each text is checked against them.
        let identity = table.required("office", |node| node.table(Identity::read));
        let slip = table.required("slip", |node| node.table(SlipTable::read));
        let numbering = table.required("numbering", |node| node.table(Numbering::read));
        let outage = table.optional("outage", |node| node.table(|table| Outage::read(table, numbering)));
        let rules = RuleTables::read(table);
        let hours = table.required("hours", |node| node.table(Hours::read));
        let entrance = table.optional("entrance", |node| node.table(Entrance::read));
        let services = table.list("services", SERVICES, |node| node.table(Service::read));
        let counters = table.list("counters", COUNTERS, |node| node.table(Counter::read));
        refuse_helped_only(table.node(), services.as_deref(), counters.as_deref());
        warn_of_nothing_to_book(table.node(), services.as_deref(), rules.as_ref());
        let priorities = table.list("priorities", 0..=12, |node| node.table(Priority::read));
        let people = People::read(table);
        let sign_in = table.optional("sign_in", |node| node.table(SignIn::read));
        let directory = table.optional("directory", |node| node.table(Directory::read));
        warn_of_half_a_directory(table.node());
        let backup = table.optional("backup", |node| node.table(Backup::read));
        let privacy = table.optional("privacy", |node| node.table(Privacy::read));
        let disk = table.optional("disk", |node| node.table(Disk::read));
        let slides = table.list("slides", 0..=20, |node| node.table(Slide::read));
        check_services_and_counters(table.node());
        let (identity, slip, rules) = (identity?, slip?, rules?);
        Some(Self {
            name: identity.name,
            unit: identity.unit,
            languages: identity.languages,
            time_zone: identity.time_zone,
            phone: identity.phone,
            logo: identity.logo,
            hours: hours?,
            entrance: entrance.unwrap_or_default(),
            numbering: numbering?,
            outage: outage.unwrap_or_else(|| Outage::usual(numbering)),
            away: rules.away,
            granting: rules.granting,
            calling: rules.calling,
            call_reasons: rules.call_reasons,
            pause_reasons: rules.pause_reasons,
            outcomes: rules.outcomes,
            transfer: rules.transfer,
            itinerary: rules.itinerary,
            desk: rules.desk,
            leaving: rules.leaving,
            appointments: rules.appointments,
            paper: slip.paper,
            boot_slip: slip.boot_slip,
            services: services?,
            counters: counters?,
            priorities: priorities?,
            people: people?,
            sign_in: sign_in.unwrap_or_default(),
            directory,
            backup: backup.unwrap_or_default(),
            privacy: privacy.unwrap_or_default(),
            disk: disk.unwrap_or_default(),
            slides: slides?,
            warnings: Vec::new(),
        })
    }
}

/// Booking online is switched on, and no service gives times.
fn warn_of_nothing_to_book(root: &Node<'_>, services: Option<&[Service]>, rules: Option<&RuleTables>) {
    let (Some(services), Some(rules)) = (services, rules) else { return };
    if rules.appointments.online && services.iter().all(|service| service.slots.is_none()) {
        let found = "true, and no service gives times";
        root.child("appointments").child("online").warn(found, "false, or appointment_minutes with a service");
    }
}

/// Somebody is named in a directory that there is not, or nobody in the one that there is: each told once.
fn warn_of_half_a_directory(root: &Node<'_>) {
    let table = root.child("directory");
    match (table.value().is_some(), root.ledger().first(Kind::DirectoryName)) {
        (true, None) => table.warn("nobody who is named in it", "directory = \"…\" with those who sign in by it"),
        (false, Some(name)) => {
            let found = format!("{}, and no [directory]", name.found());
            name.warn(found, "a part [directory], or nobody's name in it");
        }
        (true, Some(_)) | (false, None) => {}
    }
}

/// Reports services that counters only help with.
fn refuse_helped_only(root: &Node<'_>, services: Option<&[Service]>, counters: Option<&[Counter]>) {
    for code in helped_only(services, counters) {
        let found = format!("\"{code}\" in helps_with alone");
        root.child("counters").refuse_found(found, "each service in the services of a counter");
    }
}

/// Services that counters only help with: nobody would call their people at once.
fn helped_only<'s>(services: Option<&'s [Service]>, counters: Option<&'s [Counter]>) -> Vec<&'s str> {
    let counters = counters.unwrap_or_default();
    let handled = |code: &str| counters.iter().any(|counter| counter.services.iter().any(|own| own == code));
    let helped = |code: &str| counters.iter().any(|counter| counter.helps_with.iter().any(|other| other == code));
    let codes = services.unwrap_or_default().iter().map(|service| service.code.as_str());
    codes.filter(|code| helped(code) && !handled(code)).collect()
}

/// Reports counters that name unknown services, and services without a counter. What couldn't be read may be the other
/// side, so each is only reported when the other side's names are all known.
fn check_services_and_counters(root: &Node<'_>) {
    let ledger = root.ledger();
    for (key, kind, count) in [("services", Kind::Service, SERVICES), ("counters", Kind::Counter, COUNTERS)] {
        if !root.child(key).count().is_some_and(|found| count.contains(&found)) {
            ledger.spoil(kind);
        }
    }
    if ledger.is_whole(Kind::Service) {
        ledger.check_mentions(Kind::Service, "the code of a service");
    }
    if ledger.is_whole(Kind::Counter) {
        for service in ledger.unmentioned(Kind::Service) {
            let found = format!("{} at no counter", service.found());
            service.refuse_found(found, "a code that a counter names in its services");
        }
    }
}
