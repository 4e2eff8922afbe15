//! Moi from outside: the real server, real sockets, a real browser, an emulated printer. Test names are promises.
//!
//! Promises that other queue systems broke name the public thread where people tell of it.
#![cfg(test)]

mod accounts;
mod appointments;
mod appointments_by_browser;
mod away;
mod bad_frames;
mod bad_input;
mod boot_slip;
mod business_day;
mod calling;
mod changing;
mod changing_by_browser;
mod colleagues;
mod contacts;
mod contacts_by_browser;
mod copies;
mod crash;
mod demo;
mod desks;
mod devices;
mod directory;
mod directory_by_browser;
mod directory_misdeeds;
mod disk_at_start;
mod disk_trouble;
mod documents;
mod doors;
mod for_everybody;
mod hall_by_browser;
mod hours;
mod idempotency;
mod inspecting_by_browser;
mod installing;
mod itinerary;
mod kiosk_pace;
mod least_privilege;
mod leaving;
mod life_cycle;
mod limits;
mod live_views;
mod loss_by_browser;
mod mending;
mod notes;
mod office_file;
mod office_state;
mod order;
mod origins;
mod outage;
mod outcomes;
mod pages;
mod papers_by_browser;
mod people_by_browser;
mod pictures;
mod pictures_by_browser;
mod pictures_kept;
mod power_cut;
mod preview;
mod printing;
mod reception_appointments_by_browser;
mod reception_by_browser;
mod rehearsal;
mod roles;
mod screens_by_browser;
mod sealing_cuts;
mod secrets;
mod set_up;
mod set_up_by_browser;
mod siege;
mod signing_in;
mod silence;
mod tickets;
mod tls;
mod undo;
mod unsure_disk;
mod verbs_by_browser;

use std::time::Duration;

/// Long enough for one step on a busy machine; a promise with its own time says so itself.
const SOON: Duration = Duration::from_secs(10);

/// The shipped set-up.
const SHIPPED: &str = include_str!("../../../config/office.toml");

/// The shipped set-up with counters 1 to `count`, each of which handles every service.
fn counters_for_everything(count: u16) -> String {
    let begin = SHIPPED.find("[[counters]]").expect("the shipped set-up has counters");
    let end = begin + SHIPPED[begin..].find("[[priorities]]").expect("priority classes come after the counters");
    let services = SERVICES.map(|code| format!("{code:?}")).join(", ");
    let counter = |number| format!("[[counters]]\nnumber = {number}\ndirection = \"left\"\nservices = [{services}]\n");
    let counters = (1..=count).map(counter).collect::<Vec<_>>().join("\n");
    format!("{}{counters}\n{}", &SHIPPED[..begin], &SHIPPED[end..])
}

/// The set-up in a zone where it is midday: whoever takes tickets for minutes must not come into the next business day,
/// which voids those of the day before.
async fn at_midday(config: &str) -> anyhow::Result<String> {
    let hour = tokio::process::Command::new("date").args(["-u", "+%H"]).output().await?;
    let hour: i32 = String::from_utf8(hour.stdout)?.trim().parse()?;
    // POSIX counts these zones westwards.
    let zone = format!("time_zone = \"Etc/GMT{:+}\"", hour - 12);
    anyhow::ensure!(config.contains(ZONE), "the set-up names the zone");
    Ok(config.replace(ZONE, &zone))
}

/// Where the shipped office is.
const ZONE: &str = "time_zone = \"Asia/Ho_Chi_Minh\"";

/// The codes of the shipped services.
const SERVICES: [&str; 8] = ["A", "C", "D", "E", "H", "K", "X", "M"];

/// The indices that the shipped office gives, in their order: all but those that are reserved for paper.
fn given() -> impl Iterator<Item = u32> {
    (1..).filter(|index| !(950..=999).contains(index))
}

/// The index in a number: 12 of `A012`.
fn index_of(number: &str) -> u32 {
    number.trim_start_matches(|letter: char| !letter.is_ascii_digit()).parse().expect("a ticket number ends in digits")
}

/// A number from the environment, by which a soak asks for more.
fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text}")))
}
