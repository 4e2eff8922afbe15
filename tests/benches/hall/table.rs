//! The table that is printed.

use std::io::{self, Write};

/// Rows, printed as they come: a long run shows where it is.
pub struct Table {
    out: io::Stdout,
    failed: Option<io::Error>,
    missed: Vec<String>,
}

/// How a figure should stand to its floor.
#[derive(Clone, Copy)]
pub enum Aim {
    /// At least this part of the floor.
    AtLeast(f64),
    /// At most this multiple of the floor.
    AtMost(f64),
    /// Only to be seen.
    None,
}

impl Table {
    /// An empty table with a head.
    pub fn new(machine: &str) -> Self {
        let mut table = Self { out: io::stdout(), failed: None, missed: Vec::new() };
        table.line(machine);
        table.line("");
        table.line(&row("", "moi", "floor", "moi/floor", "aim", "what the floor is"));
        table.line(&"-".repeat(132));
        table
    }

    /// A line between parts.
    pub fn part(&mut self, name: &str) {
        self.line("");
        self.line(name);
    }

    /// A figure beside its floor, both in `unit`.
    pub fn row(&mut self, name: &str, unit: &str, figure: f64, floor: f64, aim: Aim, of: &str) {
        let ratio = figure / floor;
        let (words, met) = match aim {
            Aim::AtLeast(least) => (format!("≥ {least}"), ratio >= least),
            Aim::AtMost(most) => (format!("≤ {most}"), ratio <= most),
            Aim::None => (String::new(), true),
        };
        let mark = if met { "" } else { "  ← missed" };
        if !met {
            self.missed.push(format!("{name}: {ratio:.2} instead of {words}"));
        }
        let (figure, floor) = (with_unit(figure, unit), with_unit(floor, unit));
        self.line(&(row(&format!("  {name}"), &figure, &floor, &format!("{ratio:.2}"), &words, of) + mark));
    }

    /// What was missed.
    ///
    /// # Errors
    /// When a line could not be printed.
    pub fn end(mut self) -> io::Result<()> {
        self.line("");
        if self.missed.is_empty() {
            self.line("every aim is met");
        }
        for missed in std::mem::take(&mut self.missed) {
            self.line(&format!("missed: {missed}"));
        }
        self.failed.map_or(Ok(()), Err)
    }

    fn line(&mut self, text: &str) {
        if let Err(cause) = writeln!(self.out, "{}", text.trim_end()) {
            self.failed.get_or_insert(cause);
        }
    }
}

fn row(name: &str, figure: &str, floor: &str, ratio: &str, aim: &str, of: &str) -> String {
    format!("{name:<44}{figure:>14}{floor:>14}{ratio:>11}{aim:>8}  {of}")
}

/// Three digits that count, whatever the size.
fn with_unit(value: f64, unit: &str) -> String {
    let digits = match value {
        value if value >= 100.0 => 0,
        value if value >= 10.0 => 1,
        _ => 2,
    };
    format!("{value:.digits$} {unit}")
}
