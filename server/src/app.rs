//! What one running office consists of, as handlers reach it.

use std::sync::Arc;

use jiff::Timestamp;
use moi_config::Office;
use moi_config::text::Catalogue;
use moi_domain::{Act, Actor, Language, Order, Setup, Token};

use crate::acts::Acts;
use crate::auth::{Access, Pace};
use crate::clock::Clock;
use crate::contacts::Contacts;
use crate::copies::{CopyError, CopyState, Copying, Soundness};
use crate::directory::Directory;
use crate::doors::Doors;
use crate::engine::{Answer, Engine};
use crate::http::Problem;
use crate::live::{Seen, Sight, Topic, Topics};
use crate::metrics::Metrics;
use crate::past::Past;
use crate::phone::PhoneAddress;
use crate::pictures::Pictures;
use crate::place::DataPlace;
use crate::print::Spool;
use crate::set_up::{InForce, SetUps};
use crate::views;

/// The running office.
pub struct App {
    /// The set-up in force.
    pub set_ups: SetUps,
    /// The single writer.
    pub engine: Engine,
    /// Who watches what.
    pub topics: Arc<Topics>,
    /// Who may come in, how many and how fast.
    pub doors: Doors,
    /// People, tokens, sessions.
    pub access: Access,
    /// The way to a directory of people elsewhere, where the set-up has one.
    pub directory: Directory,
    /// Slips on their way to paper.
    pub spool: Spool,
    /// Phone numbers that citizens left.
    pub contacts: Contacts,
    /// How often each address has booked online.
    pub bookings: Pace,
    /// All texts in all languages.
    pub texts: Arc<Catalogue>,
    /// What is counted.
    pub metrics: Arc<Metrics>,
    /// The office's time.
    pub clock: Clock,
    /// When the program started, by the office's time.
    pub started_at: Timestamp,
    /// The office's logo and what its slides show.
    pub pictures: Pictures,
    /// Where the data lies, and how much room there is.
    pub place: DataPlace,
    /// The days of the journal.
    pub past: Past,
    /// Makes backups, and knows how the last one went.
    pub copying: Copying,
    /// Whether the journal is sound, as far as anybody has seen.
    pub soundness: Soundness,
    /// Where citizens' phones reach the office: in the QR code of slip and screen.
    pub phone_address: PhoneAddress,
    /// Whether nothing of what happens here is real.
    pub rehearsal: bool,
    /// What was done to people and devices, on its way to the journal.
    pub acts: Acts,
}

impl App {
    /// The set-up in force as the administrator wrote it: names, documents, people.
    #[must_use]
    pub fn office(&self) -> Arc<Office> {
        self.set_ups.office()
    }

    /// The same as the rules need it.
    #[must_use]
    pub fn setup(&self) -> Arc<Setup> {
        self.set_ups.setup()
    }

    /// The language of whoever says nothing else.
    ///
    /// # Panics
    /// Never: a set-up names languages that there are.
    #[must_use]
    pub fn default_language(&self) -> Language {
        let office = self.office();
        let first = office.languages.first().map_or("vi", String::as_str);
        Language::new(first).expect("the set-up's check knows its languages")
    }

    /// Carries an order to the engine and counts what became of it.
    ///
    /// # Errors
    /// The refusal or fault as a problem.
    pub async fn submit(&self, name: &'static str, order: Order) -> Result<Answer, Problem> {
        let answer = self.engine.submit(order).await?;
        self.metrics.count_order(name);
        Ok(answer)
    }

    /// Notes in the journal what was done to the office's people or devices; later, where it can't take that now.
    pub async fn administered(&self, act: Act, by: Actor) {
        self.acts.bring(&self.engine, act, by, (self.clock)()).await;
        self.metrics.count_order("administer");
    }

    /// How it stands with the backups.
    #[must_use]
    pub fn copies(&self) -> &CopyState {
        &self.copying.state
    }

    /// Backs the office up at once, and tells the file's name in the folder for backups.
    ///
    /// # Errors
    /// Why there is no backup, as a problem. Nothing of a rehearsal is kept.
    pub async fn back_up(&self) -> Result<String, Problem> {
        if self.rehearsal {
            return Err(Problem::not_found());
        }
        let (copying, now) = (self.copying.clone(), (self.clock)());
        // Reading ten years takes a small board some ten seconds: off the async threads.
        let made = tokio::task::spawn_blocking(move || copying.copy_now(now)).await.map_err(|_| Problem::stopping())?;
        made.map(|path| path.file_name().unwrap_or_default().display().to_string()).map_err(|error| {
            tracing::error!(%error, "the office could not be backed up");
            let damaged = matches!(error, CopyError::Journal(_)) && self.soundness.damage().is_some();
            if damaged { Problem::journal_damaged() } else { Problem::backup_failed() }
        })
    }

    /// The phone page of a ticket.
    #[must_use]
    pub fn ticket_url(&self, token: &Token) -> String {
        self.phone_address.ticket_url(token)
    }

    /// A topic's view as it is now; none when there is no such counter or ticket (any more).
    #[must_use]
    pub fn sight(&self, topic: Topic) -> Option<Sight> {
        let version = self.engine.published().version();
        let seen = view_of(topic, &self.engine, &self.set_ups.in_force(), &self.spool, &self.contacts)?;
        Some(Sight { version, view: seen.view, set_up: seen.set_up })
    }
}

/// The view of a topic; none when there is no such counter or ticket (any more).
#[must_use]
pub fn view_of(topic: Topic, engine: &Engine, in_force: &InForce, spool: &Spool, contacts: &Contacts) -> Option<Seen> {
    let InForce { office, setup, .. } = in_force;
    let printer = spool.printer();
    let now = (engine.clock())();
    let clock = views::ClockView { state: engine.clock_state().word() };
    let set_up = engine.published().read(|hall| hall.set_up().version);
    let view = engine.published().read(|hall| match topic {
        Topic::Wall => Some(serde_json::to_string(&views::wall_view(hall, setup, office))),
        Topic::Kiosk => Some(serde_json::to_string(&views::kiosk_view(hall, setup, office, printer, now))),
        Topic::Counter(number) => {
            views::counter_view(hall, setup, office, number).map(|view| serde_json::to_string(&view))
        }
        Topic::Desk(number) => {
            let contact = contacts.at_counter(hall, number).map(|ticket| ticket.id);
            let machine = views::MachineView { printer, clock, now, contact };
            views::desk_view(hall, setup, machine, number).map(|view| serde_json::to_string(&view))
        }
        Topic::Ticket(id) => hall.ticket(id).map(|ticket| {
            let beside = views::TicketBeside { print: spool.state_of(id), contact: contacts.is_left(id), now };
            serde_json::to_string(&views::ticket_view(hall, setup, ticket, beside))
        }),
    })?;
    let view = view.inspect_err(|error| tracing::error!(%error, ?topic, "a view could not be written as JSON")).ok()?;
    let set_up = match topic {
        Topic::Wall | Topic::Kiosk | Topic::Counter(_) | Topic::Desk(_) => Some(set_up),
        // Thousands of phones, whose page shows little of the set-up.
        Topic::Ticket(_) => None,
    };
    Some(Seen { view, set_up })
}
