//! The shipped set-up is whole, and each kind of mistake is told with its place, what was found and what is allowed.

use jiff::civil::Weekday;

use super::{AfterLast, Direction, Office, Paper, Source, load, parse};
use crate::finding::{Finding, Level};

const SHIPPED: &str = include_str!("../../office.toml");

fn shipped() -> Office {
    load(Source::Embedded).unwrap_or_else(|findings| panic!("{}", lines(&findings).join("\n")))
}

fn lines(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(Finding::to_string).collect()
}

/// The shipped set-up with one line changed, and what is said of it. A `§` in `becomes` stands for a new line.
fn findings_after(line: &str, becomes: &str) -> Vec<String> {
    assert!(SHIPPED.contains(line), "the shipped set-up has no line {line}");
    let changed = SHIPPED.replacen(line, &becomes.replace('§', "\n"), 1);
    match parse("office.toml", &changed) {
        Ok(office) => lines(&office.warnings),
        Err(findings) => lines(&findings),
    }
}

/// Where `text` stands in the shipped set-up, as `office.toml:LINE:`.
fn line_of(text: &str) -> String {
    let before = SHIPPED.split(text).next().unwrap_or_default();
    format!("office.toml:{}:", before.matches('\n').count() + 1)
}

#[test]
fn the_shipped_set_up_has_no_mistake_and_no_warning() {
    let office = shipped();
    assert_eq!(lines(&office.warnings), Vec::<String>::new());
    assert_eq!(office.languages, ["vi", "en"]);
    assert_eq!(office.name.in_language("vi"), "UBND xã Cai Kinh");
    assert_eq!(office.unit.in_language("en"), "One-stop shop");
    assert_eq!(office.time_zone_name(), "Asia/Ho_Chi_Minh");
    assert_eq!((office.numbering.last, office.numbering.after_last), (999, AfterLast::Widen));
    assert_eq!(office.paper, Paper::Mm80);
    let codes: Vec<&str> = office.services.iter().map(|service| service.code.as_str()).collect();
    assert_eq!(codes, ["A", "C", "D", "E", "H", "K", "X", "M"]);
    assert_eq!(office.counters.len(), 5);
    assert_eq!(office.counters[2].direction, Direction::Right);
    assert_eq!(office.priorities.len(), 5);
    assert_eq!(office.officers[0].title.in_language("vi"), "Công chức Tư pháp – Hộ tịch");
    assert_eq!(office.administrators.len(), 1);
    assert_eq!(office.slides[0].rows.len(), 3);
}

#[test]
fn the_shipped_set_up_answers_what_pages_and_slips_ask() {
    let office = shipped();
    assert_eq!(office.counters_of("A").collect::<Vec<_>>(), [1, 3]);
    let documents = &office.service("A").expect("service A").documents;
    let on_slip: Vec<&str> = documents.iter().map(|document| document.on_slip("vi")).collect();
    assert_eq!(on_slip, ["Căn cước công dân", "Giấy chứng sinh (bản chính)", "Tờ khai khai sinh"]);
    assert_eq!(office.hours.on(Weekday::Tuesday).len(), 2);
    assert_eq!(office.hours.on(Weekday::Tuesday)[1].to.to_string(), "16:30:00");
    assert!(office.hours.on(Weekday::Sunday).is_empty());
    assert!(office.officer("Lương Văn Tú").is_some() && office.officer("Nobody").is_none());
}

#[test]
fn each_single_mistake_gives_one_finding_that_says_what_is_allowed() {
    let cases = [
        ("usual_minutes = 12", "usual_minutes = \"ten\"",
            "services[1].usual_minutes: found \"ten\", allowed: a whole number from 1 to 240"),
        ("usual_minutes = 12", "usual_minutes = 0",
            "services[1].usual_minutes: found 0, allowed: a whole number from 1 to 240"),
        ("usual_minutes = 12", "usual_minutes = 99999999999999999999",
            "services[1].usual_minutes: found 99999999999999999999, allowed: a whole number from 1 to 240"),
        ("usual_minutes = 12", "usual_minutes = 1.5",
            "services[1].usual_minutes: found 1.5, allowed: a whole number from 1 to 240"),
        ("direction = \"left\"", "direction = \"lefft\"",
            "counters[1].direction: found \"lefft\", allowed: \"left\", \"right\", \"up\", \"back\"; did you mean \"left\"?"),
        ("paper = \"80mm\"", "paper = 80", "slip.paper: found 80, allowed: \"80mm\", \"58mm\""),
        ("after_last = \"widen\"", "after_last = true", "numbering.after_last: found true, allowed: \"widen\", \"refuse\""),
        ("last = 999", "last = 50", "numbering.last: found 50, allowed: a whole number from 99 to 9999"),
        ("time_zone = \"Asia/Ho_Chi_Minh\"", "time_zone = \"Asia/Ho_Chi_Min\"",
            "office.time_zone: found \"Asia/Ho_Chi_Min\", allowed: a name of the IANA time zone database, as \
             \"Asia/Ho_Chi_Minh\"; did you mean \"Asia/Ho_Chi_Minh\"?"),
        ("services = [\"A\", \"C\"]", "services = [\"A\", \"Z\"]",
            "counters[1].services[2]: found \"Z\", allowed: the code of a service: A, C, D, E, H, K, M, X"),
        ("services = [\"A\", \"C\"]", "services = [\"A\", \"A\"]",
            "counters[1].services[2]: found \"A\" a second time, allowed: each service once"),
        ("services = [\"H\", \"E\"]", "services = [\"H\"]",
            "services[4].code: found \"E\" at no counter, allowed: a code that a counter names in its services"),
        ("services = [\"D\", \"X\"]", "services = \"D\"",
            "counters[4].services: found \"D\", allowed: a list of 1 to 24 entries"),
        ("name.en = \"Civil status\"", "",
            "services[1].name.en: found nothing, allowed: a text of 1 to 40 characters"),
        ("name.en = \"Civil status\"", "name.fr = \"Etat civil\"§name.en = \"Civil status\"",
            "services[1].name.fr: found an unknown key, allowed: vi, en"),
        ("name.en = \"Civil status\"", "name.en = \"  \"",
            "services[1].name.en: found \"  \", allowed: a text of 1 to 40 characters"),
        ("name.en = \"Civil status\"", "name.en = \"Civil\\u0007 status\"",
            "services[1].name.en: found \"Civil\\u{7} status\" with the invisible character U+0007, allowed: text \
             without control and invisible characters"),
        ("name.en = \"Civil status\"", "name.en = \"a\\u202Eb\"",
            "services[1].name.en: found \"a\\u{202e}b\" with the invisible character U+202E, allowed: text without \
             control and invisible characters"),
        ("usual_minutes = 12", "usual_minutes = 12§colour = \"red\"",
            "services[1].colour: found an unknown key, allowed: code, prefix, name, about, pictogram, usual_minutes, \
             fee, documents, wish"),
        ("[slip]", "[slips]§[slip]",
            "slips: found an unknown key, allowed: office, slip, numbering, hours, services, counters, priorities, \
             officers, administrators, slides; did you mean slip?"),
        ("code = \"C\"", "code = \"A\"",
            "services[2].code: found \"A\" a second time, first on line 73, allowed: a code that no other service has"),
        ("number = 5", "number = 4",
            "counters[5].number: found 4 a second time, first on line 318, allowed: a number that no other counter has"),
        ("name = \"Đặng Quốc Bảo\"", "name = \"Nông Thị Hà\"",
            "administrators[1].name: found \"Nông Thị Hà\" a second time, first on line 376, allowed: a name that no \
             other officer or administrator has"),
        ("id = \"merit\"", "id = \"Merit\"",
            "priorities[4].id: found \"Merit\", allowed: 1 to 32 small letters, digits and single hyphens, as \"elderly\""),
        ("prefix = \"D\"", "prefix = \"Đ\"", "services[3].prefix: found \"Đ\", allowed: 1 or 2 of the letters A-Z"),
        ("code = \"C\"", "code = \"C\\u0000\"",
            "services[2].code: found \"C\\u{0}\", allowed: 1 to 4 of the letters A-Z and digits 0-9"),
        ("phone = \"0205 3 800 112\"", "phone = \"call us\"",
            "office.phone: found \"call us\", allowed: a telephone number: at most 20 digits, spaces, + - ( )"),
        ("sunday = []", "", "hours.sunday: found nothing, allowed: a list of times as [\"07:00-11:30\", \"13:00-16:30\"], \
             or [] when closed"),
        ("sunday = []", "sunday = [\"7-11\"]",
            "hours.sunday[1]: found \"7-11\", allowed: opening and closing time as \"07:00-11:30\""),
        ("sunday = []", "sunday = [\"07:00-12:00\", \"11:00-13:00\"]",
            "hours.sunday: found 11:00 before the end at 12:00, allowed: times in order, each after the one before"),
        ("languages = [\"vi\", \"en\"]", "languages = [\"vi\", \"en\", \"vi\"]",
            "office.languages[3]: found \"vi\" a second time, first on line 18, allowed: each language once"),
    ];
    for (line, becomes, expected) in cases {
        let found = findings_after(line, becomes);
        assert_eq!(found.len(), 1, "{becomes}: {found:#?}");
        assert!(found[0].starts_with("office.toml:"), "{}", found[0]);
        let after_place = found[0].splitn(4, ':').nth(3).unwrap_or_default().trim_start();
        assert_eq!(after_place, expected, "{becomes}");
    }
}
