//! The past of an office, as its journal's lines: days of the usual events, with keys and tokens as random as real
//! ones.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::Result;
use moi_tests::Luck;

/// Events of a day: some 380 tickets, of which most are called, served and finished.
const DAY_EVENTS: u64 = 1_500;
const SERVICES: [char; 8] = ['A', 'C', 'D', 'E', 'H', 'K', 'X', 'M'];
/// Of the shipped set-up.
pub const OFFICERS: [&str; 3] = ["Nông Thị Hà", "Lương Văn Tú", "Hoàng Thị Mai"];
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Writes so many events, ending before today. Returns how many days they are.
pub fn write(path: &Path, events: u64) -> Result<u64> {
    let mut past = Past { out: BufWriter::new(File::create(path)?), number: 0, ticket: 0, luck: Luck::of(1) };
    let days = events.div_ceil(DAY_EVENTS);
    for day in 0..days {
        past.day(day, events)?;
    }
    past.out.flush()?;
    Ok(days)
}

struct Past {
    out: BufWriter<File>,
    number: u64,
    ticket: u64,
    luck: Luck,
}

/// A moment of a day.
struct Moment {
    date: String,
    millis: u64,
}

impl Moment {
    fn after(&mut self, millis: u64) -> String {
        self.millis += millis;
        let (seconds, millis) = (self.millis / 1000, self.millis % 1000);
        format!("{}T{:02}:{:02}:{:02}.{millis:03}Z", self.date, seconds / 3600, seconds / 60 % 60, seconds % 60)
    }
}

impl Past {
    fn day(&mut self, day: u64, events: u64) -> Result<()> {
        let mut moment = Moment { date: date(day), millis: 1_000 };
        let at = moment.after(0);
        self.tell(&at, "\"engine\"", None, &format!("{{\"day-started\":{{\"day\":\"{}\"}}}}", moment.date))?;
        let end = (self.number + DAY_EVENTS - 1).min(events);
        let mut indices = BTreeMap::new();
        for (counter, officer) in (1..).zip(OFFICERS) {
            let (at, key) = (moment.after(1_500), self.key());
            let fact = format!("{{\"counter-opened\":{{\"counter\":{counter},\"officer\":\"{officer}\"}}}}");
            self.tell(&at, &format!("{{\"officer\":\"{officer}\"}}"), Some(key), &fact)?;
        }
        while self.number + 4 <= end {
            let service = self.luck.one_of(&SERVICES).unwrap_or('A');
            let last = indices.entry(service).or_insert(0);
            *last += 1;
            self.visit(&mut moment, service, *last)?;
        }
        while self.number < end {
            let at = moment.after(1_000);
            self.tell(&at, "\"engine\"", None, "{\"counter-closed\":{\"counter\":5}}")?;
        }
        Ok(())
    }

    /// Taken, called, begun and finished; a quarter of an hour fits four of them.
    fn visit(&mut self, moment: &mut Moment, service: char, index: u32) -> Result<()> {
        self.ticket += 1;
        let (ticket, token) = (self.ticket, self.letters(16));
        let (counter, officer) = (1 + self.luck.below(3), self.luck.one_of(&OFFICERS).unwrap_or_default());
        let (at, key) = (moment.after(5_000 + self.luck.below(30_000)), self.key());
        let (ahead, from) = (self.luck.below(20), self.luck.below(8) * 5);
        self.tell(
            &at,
            "{\"kiosk\":\"own machine\"}",
            Some(key),
            &format!(
                "{{\"ticket-issued\":{{\"ticket\":{ticket},\"token\":\"{token}\",\"number\":\"{service}{index:03}\",\
                 \"service\":\"{service}\",\"priority\":null,\"head_start\":0,\"language\":\"vi\",\
                 \"effective\":\"{at}\",\"ahead\":{ahead},\"promised\":{{\"from\":{from},\"to\":{}}}}}}}",
                from + 15
            ),
        )?;
        for fact in ["ticket-called", "visit-started", "visit-finished"] {
            let (at, key) = (moment.after(3_000 + self.luck.below(25_000)), self.key());
            let fact = format!("{{\"{fact}\":{{\"ticket\":{ticket},\"counter\":{counter}}}}}");
            self.tell(&at, &format!("{{\"officer\":\"{officer}\"}}"), Some(key), &fact)?;
        }
        Ok(())
    }

    fn tell(&mut self, at: &str, by: &str, key: Option<String>, fact: &str) -> Result<()> {
        self.number += 1;
        let key = key.map(|key| format!("\"key\":{key},")).unwrap_or_default();
        writeln!(self.out, "{{\"number\":{},\"at\":\"{at}\",\"by\":{by},{key}\"fact\":{fact}}}", self.number)?;
        Ok(())
    }

    /// As the office keeps them: 72 bits of what the caller sent, and the digest of what was asked.
    fn key(&mut self) -> String {
        format!("{{\"key\":\"{}\",\"digest\":\"5d41402abc4b2a76\"}}", self.letters(12))
    }

    fn letters(&mut self, length: usize) -> String {
        (0..length).filter_map(|_| self.luck.one_of(LETTERS)).map(char::from).collect()
    }
}

/// A date, counted from 2010 in months of 28 days: the calendar doesn't matter here, only the order.
fn date(day: u64) -> String {
    format!("{:04}-{:02}-{:02}", 2010 + day / 336, day / 28 % 12 + 1, day % 28 + 1)
}
