//! Slips that are printed ahead: which numbers, and which words stand on them.

use moi_config::text::{Catalogue, Value};
use moi_config::{Office, Service};
use moi_domain::TicketNumber;
use moi_printer::{Pictogram, RollSlip};

use super::page::{counters_of, paper_of};
use super::printed::PrintedPapers;

/// What is to be printed.
#[derive(Debug, Clone, Copy)]
pub struct RollWish<'a> {
    /// Codes of the services; none for all.
    pub services: &'a [String],
    /// Slips of each letter at most.
    pub count: u32,
    /// Where to begin, which means this letter alone; none for the one after the last that was printed.
    pub from: Option<&'a TicketNumber>,
}

/// The papers of one letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pile {
    /// The letter.
    pub prefix: String,
    /// The last one that was printed before; none when none was, or when they begin anew.
    pub before: Option<u32>,
    /// Those that are printed now, in their order.
    pub slips: Vec<(u32, RollSlip)>,
}

/// The slips of some services, behind those that were printed before; at the end they begin anew. Services that share
/// a letter share its numbers, and stand together on them.
#[must_use]
pub fn roll(office: &Office, texts: &Catalogue, wish: RollWish<'_>, printed: &PrintedPapers) -> Vec<Pile> {
    let RollWish { services, count, from } = wish;
    let is_meant = |service: &&Service| {
        let is_of_letter = from.is_none_or(|from| from.prefix.as_str() == service.prefix);
        is_of_letter && (services.is_empty() || services.contains(&service.code))
    };
    let mut groups: Vec<Vec<&Service>> = Vec::new();
    for service in office.services.iter().filter(is_meant) {
        match groups.iter_mut().find(|group| group[0].prefix == service.prefix) {
            Some(group) => group.push(service),
            None => groups.push(vec![service]),
        }
    }
    let reserved = office.numbering.last - office.outage.numbers + 1..office.numbering.last + 1;
    let pile = |group: Vec<&Service>| {
        let (slip, prefix) = (slip(office, texts, &group), group[0].prefix.clone());
        let last = printed.last_of(&prefix).filter(|last| reserved.contains(last));
        let before = last.filter(|last| from.is_some() || last + 1 < reserved.end);
        let first = from.map_or(before.map_or(reserved.start, |last| last + 1), |from| from.index.max(reserved.start));
        let number = |index| RollSlip { number: format!("{prefix}{index:03}"), ..slip.clone() };
        let slips =
            (first..first.saturating_add(count).min(reserved.end)).map(|index| (index, number(index))).collect();
        Pile { prefix, before, slips }
    };
    groups.into_iter().map(pile).filter(|pile| !pile.slips.is_empty()).collect()
}

/// In the office's first language; what its citizen does stands there in all.
fn slip(office: &Office, texts: &Catalogue, group: &[&Service]) -> RollSlip {
    let language = office.languages.first().map_or("vi", String::as_str);
    let say = |id: &str| texts.say(language, id, &[] as &[(&str, Value<'_>)]);
    let names: Vec<_> = group.iter().map(|service| service.name.in_language(language)).collect();
    RollSlip {
        paper: paper_of(office),
        office: office.name.in_language(language).to_owned(),
        unit: office.unit.in_language(language).to_owned(),
        title: say("slip-roll"),
        pictogram: if let [service] = group { Pictogram::named(&service.pictogram) } else { None },
        service: names.join(" · "),
        counters: if let [service] = group {
            counters_of(office, texts, &service.code, language)
        } else {
            String::new()
        },
        number: String::new(),
        advice: office.languages.iter().map(|language| texts.say(language, "slip-roll-advice", &[])).collect(),
        handed_out: say("slip-roll-handed-out"),
        validity: say("slip-roll-validity"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(office: &Office, services: &[&str], count: u32, from: Option<&str>, printed: &PrintedPapers) -> String {
        let services: Vec<_> = services.iter().map(|code| (*code).to_owned()).collect();
        let from: Option<TicketNumber> = from.map(|from| from.parse().expect("a number"));
        let wish = RollWish { services: &services, count, from: from.as_ref() };
        let piles = roll(office, &Catalogue::load(), wish, printed);
        let slips = piles.iter().flat_map(|pile| pile.slips.iter().map(|(_, slip)| slip.number.clone()));
        slips.collect::<Vec<_>>().join(" ")
    }

    fn office() -> Office {
        moi_config::load(moi_config::Source::Embedded).expect("it is fine")
    }

    #[test]
    fn a_roll_has_the_first_reserved_numbers_of_each_letter_once() {
        let (mut office, none) = (office(), PrintedPapers::default());
        assert_eq!(numbers(&office, &["C", "A"], 2, None, &none), "A950 A951 C950 C951");
        assert_eq!(numbers(&office, &[], 1, None, &none).split(' ').count(), office.services.len());
        assert_eq!(numbers(&office, &["A"], 400, None, &none).split(' ').count(), 50);
        office.services[1].prefix = "A".to_owned();
        assert_eq!(numbers(&office, &["C", "A"], 2, None, &none), "A950 A951");
        let both = ["A".to_owned(), "C".to_owned()];
        let wish = RollWish { services: &both, count: 1, from: None };
        let piles = roll(&office, &Catalogue::load(), wish, &none);
        assert_eq!(piles[0].slips[0].1.service, "Hộ tịch · Chứng thực");
        office.outage.numbers = 0;
        assert_eq!(numbers(&office, &[], 5, None, &none), "");
    }

    /// A number that was printed twice is handed out to two people.
    #[test]
    fn a_roll_goes_on_behind_the_pile_and_begins_anew_at_its_end() {
        let (office, folder) = (office(), tempfile::tempdir().expect("a folder"));
        let mut printed = PrintedPapers::default();
        for (last, expected) in [(951, "A952 A953"), (998, "A999"), (999, "A950 A951"), (20, "A950 A951")] {
            printed.note(folder.path(), "A", last).expect("noted");
            assert_eq!(numbers(&office, &["A"], 2, None, &printed), expected, "after {last}");
        }
        assert_eq!(numbers(&office, &["C"], 1, None, &printed), "C950", "each letter by itself");
        assert_eq!(numbers(&office, &[], 2, Some("A970"), &printed), "A970 A971", "this letter alone");
        assert_eq!(numbers(&office, &[], 5, Some("A998"), &printed), "A998 A999");
        assert_eq!(numbers(&office, &[], 5, Some("A1000"), &printed), "");
        assert_eq!(numbers(&office, &["C"], 5, Some("A970"), &printed), "");
    }
}
