//! An appointment as an iCalendar file (RFC 5545), for the citizen's own calendar.

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Octets of a line, without its end (RFC 5545, 3.1).
const LINE_MAX: usize = 75;

/// An event to write.
pub struct CalendarEvent<'a> {
    /// The same for each file of this event, and no other's.
    pub uid: &'a str,
    /// When this was written: it only changes with what is written.
    pub stamp: Timestamp,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// What it is.
    pub summary: &'a str,
    /// Where.
    pub location: &'a str,
    /// What else there is to know; lines end with `\n`.
    pub description: &'a str,
    /// Its page.
    pub url: &'a str,
    /// Whether it was given back.
    pub is_cancelled: bool,
    /// How many minutes before it the phone rings.
    pub alarm_minutes: u32,
}

impl CalendarEvent<'_> {
    /// The file.
    #[must_use]
    pub fn write(&self) -> String {
        let (status, sequence) = if self.is_cancelled { ("CANCELLED", "1") } else { ("CONFIRMED", "0") };
        let mut file = File::default();
        file.line("BEGIN", "VCALENDAR");
        file.line("VERSION", "2.0");
        file.line("PRODID", "-//Moi//Appointments//EN");
        file.line("CALSCALE", "GREGORIAN");
        file.line("METHOD", "PUBLISH");
        file.line("BEGIN", "VEVENT");
        file.line("UID", self.uid);
        file.line("DTSTAMP", &utc(self.stamp));
        file.line("DTSTART", &utc(self.starts_at));
        file.line("DTEND", &utc(self.ends_at));
        file.line("SEQUENCE", sequence);
        file.line("STATUS", status);
        file.line("SUMMARY", &escaped(self.summary));
        file.line("LOCATION", &escaped(self.location));
        file.line("DESCRIPTION", &escaped(self.description));
        file.line("URL", self.url);
        if !self.is_cancelled {
            file.line("BEGIN", "VALARM");
            file.line("ACTION", "DISPLAY");
            file.line("TRIGGER", &format!("-PT{}M", self.alarm_minutes));
            file.line("DESCRIPTION", &escaped(self.summary));
            file.line("END", "VALARM");
        }
        file.line("END", "VEVENT");
        file.line("END", "VCALENDAR");
        file.0
    }
}

#[derive(Default)]
struct File(String);

impl File {
    /// A content line, folded: no line is longer than allowed, and no letter is torn apart.
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            if length + letter.len_utf8() > LINE_MAX {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(letter);
            length += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// The form of a text (RFC 5545, 3.3.11): what would end or divide it is escaped, control characters are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            _ if letter.is_control() => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// The form of a time in UTC (RFC 5545, 3.3.5).
fn utc(at: Timestamp) -> String {
    at.to_zoned_datetime(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(description: &str) -> CalendarEvent<'_> {
        CalendarEvent {
            uid: "moi-1@example",
            stamp: "2026-11-24T01:00:00Z".parse().unwrap(),
            starts_at: "2026-11-25T02:00:00Z".parse().unwrap(),
            ends_at: "2026-11-25T02:30:00.5Z".parse().unwrap(),
            summary: "Hẹn: Đất đai",
            location: "Bộ phận Một cửa, UBND xã Cai Kinh; tầng 1",
            description,
            url: "http://127.0.0.1:8080/a/0123456789abcdef",
            is_cancelled: false,
            alarm_minutes: 60,
        }
    }

    /// Content lines as a reader of RFC 5545 unfolds them.
    fn unfolded(file: &str) -> Vec<String> {
        file.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn the_lines_are_those_of_the_standard() {
        let file = event("Mã 048213\nGốc \\ bản; sao\r\u{7}").write();
        let expected = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Moi//Appointments//EN",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            "UID:moi-1@example",
            "DTSTAMP:20261124T010000Z",
            "DTSTART:20261125T020000Z",
            "DTEND:20261125T023000Z",
            "SEQUENCE:0",
            "STATUS:CONFIRMED",
            "SUMMARY:Hẹn: Đất đai",
            "LOCATION:Bộ phận Một cửa\\, UBND xã Cai Kinh\\; tầng 1",
            "DESCRIPTION:Mã 048213\\nGốc \\\\ bản\\; sao",
            "URL:http://127.0.0.1:8080/a/0123456789abcdef",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "TRIGGER:-PT60M",
            "DESCRIPTION:Hẹn: Đất đai",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        assert_eq!(unfolded(&file), expected);
        assert!(file.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn no_line_is_longer_than_75_octets_and_no_letter_is_torn_apart() {
        let long = "Mời bạn đến đúng giờ, mang theo bản chính. ".repeat(20);
        let file = event(&long).write();
        for line in file.split("\r\n") {
            assert!(line.len() <= 75 && !line.contains('\n'), "{line:?}");
        }
        let told = unfolded(&file).into_iter().find(|line| line.starts_with("DESCRIPTION:Mời")).unwrap();
        assert_eq!(told.replace("DESCRIPTION:", "").replace("\\,", ","), long);
    }

    #[test]
    fn what_was_given_back_says_so_with_the_same_uid_and_rings_no_more() {
        let file = CalendarEvent { is_cancelled: true, ..event("") }.write();
        let lines = unfolded(&file);
        for line in ["UID:moi-1@example", "SEQUENCE:1", "STATUS:CANCELLED"] {
            assert!(lines.iter().any(|known| known == line), "{line}");
        }
        assert!(!file.contains("VALARM"));
    }
}
