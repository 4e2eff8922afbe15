//! The set-up that ships.

use jiff::civil::Weekday;
use moi_config::{AfterLast, Direction, Office, Paper, Source, load, parse};

use super::{changed, lines};

fn shipped() -> Office {
    load(Source::Embedded).unwrap_or_else(|findings| panic!("{}", lines(&findings).join("\n")))
}

#[test]
fn it_has_no_mistake_and_no_warning() {
    let office = shipped();
    assert_eq!(lines(&office.warnings), Vec::<String>::new());
    assert_eq!(office.languages, ["vi", "en"]);
    assert_eq!(office.name.in_language("vi"), "UBND xã Cai Kinh");
    assert_eq!(office.unit.in_language("en"), "One-stop shop");
    assert_eq!(office.time_zone_name(), "Asia/Ho_Chi_Minh");
    assert_eq!((office.numbering.last, office.numbering.after_last), (999, AfterLast::Widen));
    assert_eq!((office.paper, office.boot_slip), (Paper::Mm80, true));
    let codes: Vec<&str> = office.services.iter().map(|service| service.code.as_str()).collect();
    assert_eq!(codes, ["A", "C", "D", "E", "H", "K", "X", "M"]);
    assert_eq!(office.counters.iter().map(|counter| counter.number).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    assert_eq!(office.counters[0].direction, Direction::Left);
    assert_eq!(office.priorities.len(), 5);
    assert_eq!(office.people.officers[0].title.in_language("vi"), "Công chức Tư pháp – Hộ tịch");
    assert_eq!(
        (office.people.officers.len(), office.people.supervisors.len(), office.people.administrators.len()),
        (3, 1, 1)
    );
    assert_eq!(office.slides[0].rows.len(), 3);
}

#[test]
fn a_set_up_that_says_nothing_of_the_boot_slip_prints_it() {
    let boot_slip = |line: &str| {
        let office = parse("office.toml", &changed("boot_slip = true\n", line));
        office.unwrap_or_else(|findings| panic!("{:#?}", lines(&findings))).boot_slip
    };
    assert!(boot_slip("") && !boot_slip("boot_slip = false\n"));
}

#[test]
fn it_tells_which_pictures_it_names_and_where() {
    let id = "0123456789abcdef0123456789abcdef";
    let slide = format!("\n[[slides]]\ntitle.vi = \"Cổng\"\ntitle.en = \"Gate\"\npicture = \"{id}\"\n");
    let text = changed("phone = ", &format!("logo = \"{id}\"\nphone = ")) + &slide;
    let office = parse("office.toml", &text).unwrap_or_else(|findings| panic!("{:#?}", lines(&findings)));
    let named: Vec<_> = office.pictures().map(|(key, picture)| (key, picture.to_string())).collect();
    assert_eq!(named, [("office.logo".to_owned(), id.to_owned()), ("slides[2].picture".to_owned(), id.to_owned())]);
    assert_eq!(shipped().pictures().count(), 0);
}

#[test]
fn it_answers_what_pages_and_slips_ask() {
    let office = shipped();
    assert_eq!(office.counters_of("A").collect::<Vec<_>>(), [1, 3]);
    let documents = &office.service("A").expect("service A").documents;
    let on_slip: Vec<&str> = documents.iter().map(|document| document.on_slip("vi")).collect();
    assert_eq!(on_slip, ["Căn cước công dân", "Giấy chứng sinh (bản chính)", "Tờ khai khai sinh"]);
    assert_eq!(office.hours.on(Weekday::Tuesday).len(), 2);
    assert_eq!(office.hours.on(Weekday::Tuesday)[1].to.to_string(), "16:30:00");
    assert!(office.hours.on(Weekday::Sunday).is_empty());
    assert_eq!(office.entrance, moi_config::Entrance::default(), "whoever has no table has the shipped one");
    assert!(office.people.serving("Lương Văn Tú").is_some() && office.people.serving("Nobody").is_none());
}

#[test]
fn a_service_where_deaths_are_registered_carries_no_wish() {
    assert_eq!(shipped().service("A").expect("service A").wish, None);
}

#[test]
fn it_shows_appointments_at_one_service() {
    let office = shipped();
    let bookable: Vec<_> = office.services.iter().filter(|service| service.slots.is_some()).collect();
    assert!(office.gives_appointments());
    assert_eq!(bookable.iter().map(|service| service.code.as_str()).collect::<Vec<_>>(), ["D"]);
}

#[test]
fn every_text_is_there_in_both_languages() {
    let office = shipped();
    for service in &office.services {
        assert!(!service.documents.is_empty(), "{}", service.code);
        for texts in [&service.name].into_iter().chain(&service.about).chain(&service.wish) {
            assert_eq!(texts.iter().count(), 2, "{}", service.code);
        }
    }
}
