//! Slips that are printed ahead: which numbers, and which words stand on them.

use moi_config::text::{Catalogue, Value};
use moi_config::{Office, Service};
use moi_printer::{Pictogram, RollSlip};

use super::page::{counters_of, paper_of};

/// The slips of some services, `count` of each letter at most: the first of its reserved numbers. Services that share
/// a letter share its numbers, and stand together on them.
#[must_use]
pub fn roll(office: &Office, texts: &Catalogue, services: &[String], count: u32) -> Vec<RollSlip> {
    let is_meant = |service: &&Service| services.is_empty() || services.contains(&service.code);
    let mut groups: Vec<Vec<&Service>> = Vec::new();
    for service in office.services.iter().filter(is_meant) {
        match groups.iter_mut().find(|group| group[0].prefix == service.prefix) {
            Some(group) => group.push(service),
            None => groups.push(vec![service]),
        }
    }
    let first = office.numbering.last - office.outage.numbers + 1;
    let indices = move || first..first + count.min(office.outage.numbers);
    let slips = |group: Vec<&Service>| {
        let slip = slip(office, texts, &group);
        let prefix = group[0].prefix.clone();
        indices().map(move |index| RollSlip { number: format!("{prefix}{index:03}"), ..slip.clone() })
    };
    groups.into_iter().flat_map(slips).collect()
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

    #[test]
    fn a_roll_has_the_first_reserved_numbers_of_each_letter_once() {
        let mut office = moi_config::load(moi_config::Source::Embedded).expect("it is fine");
        let texts = Catalogue::load();
        let numbers = |office: &Office, services: &[&str], count| {
            let services: Vec<_> = services.iter().map(|code| (*code).to_owned()).collect();
            let slips = roll(office, &texts, &services, count);
            slips.iter().map(|slip| slip.number.clone()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(numbers(&office, &["C", "A"], 2), "A950 A951 C950 C951");
        assert_eq!(roll(&office, &texts, &[], 1).len(), office.services.len());
        assert_eq!(roll(&office, &texts, &["A".to_owned()], 400).len(), 50);
        office.services[1].prefix = "A".to_owned();
        assert_eq!(numbers(&office, &["C", "A"], 2), "A950 A951");
        assert_eq!(roll(&office, &texts, &["A".to_owned(), "C".to_owned()], 1)[0].service, "Hộ tịch · Chứng thực");
        office.outage.numbers = 0;
        assert_eq!(roll(&office, &texts, &[], 5), []);
    }
}
