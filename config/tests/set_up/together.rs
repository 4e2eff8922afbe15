//! Many mistakes at once, and mistakes in the form of the file.

use super::{SHIPPED, findings, lines};
use moi_config::{Level, Office, parse};

fn office(text: &str) -> Office {
    parse("office.toml", text).unwrap_or_else(|findings| panic!("{:#?}", lines(&findings)))
}

#[test]
fn all_mistakes_are_told_at_once_in_the_order_of_the_file() {
    let text = SHIPPED
        .replace("last = 999", "last = \"many\"")
        .replacen("usual_minutes = 12", "usual_minuts = 12", 1)
        .replacen("direction = \"left\"", "direction = \"here\"", 1)
        .replace("services = [\"H\", \"E\"]", "services = [\"H\", \"E\", \"Q\"]")
        .replace("figure = \"4\"", "figure = 4");
    let found = findings(&text);
    let keys: Vec<&str> = found.iter().filter_map(|finding| finding.split(": ").nth(1)).collect();
    assert_eq!(
        keys,
        [
            "numbering.last",
            "services[1].usual_minutes",
            "services[1].usual_minuts",
            "counters[1].direction",
            "counters[5].services[3]",
            "slides[1].rows[2].figure"
        ]
    );
}

#[test]
fn a_finding_names_line_and_column_of_the_value() {
    let text = "[office]\nlanguages = [\"vi\"]\nname.vi = \"UBND\"\nunit.vi = \"Bộ phận\"\ntime_zone = \"Mars\"\n";
    let findings = parse("my.toml", text).expect_err("most is missing");
    let zone = findings.iter().find(|finding| &*finding.key == "office.time_zone").expect("the zone is wrong");
    assert_eq!(zone.place.to_string(), "my.toml:5:13");
    assert_eq!(zone.level, Level::Mistake);
    assert_eq!(&*zone.found, "\"Mars\"");
}

#[test]
fn unknown_services_are_not_told_when_a_code_could_not_be_read() {
    let found = findings(&SHIPPED.replacen("code = \"A\"", "code = \"a\"", 1));
    assert_eq!(found.len(), 1, "{found:#?}");
}

#[test]
fn services_without_counter_are_not_told_when_a_counter_could_not_be_read() {
    let found = findings(&SHIPPED.replace("services = [\"H\", \"E\"]", "services = 5"));
    assert_eq!(found.len(), 1, "{found:#?}");
}

#[test]
fn broken_form_is_told_beside_other_mistakes_but_nothing_is_called_missing_for_it() {
    let text = SHIPPED
        .replacen("name.en = \"Civil status\"", "name.en = \"Civil status", 1)
        .replacen("code = \"C\"", "code = C", 1)
        .replace("last = 999", "last = 1");
    let found = findings(&text);
    assert_eq!(found.len(), 3, "{found:#?}");
    assert!(found[0].contains("numbering.last: found 1,"), "{}", found[0]);
    assert!(found[1].contains(": found something that isn't TOML: invalid basic string"), "{}", found[1]);
    assert!(found[2].contains(": found something that isn't TOML: string values must be quoted"), "{}", found[2]);
}

#[test]
fn a_key_that_stands_twice_is_told() {
    let found = findings(&SHIPPED.replacen("usual_minutes = 12", "usual_minutes = 12\nusual_minutes = 13", 1));
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].contains("duplicate key") && found[0].ends_with("each key once in its table"), "{}", found[0]);
}

#[test]
fn an_empty_file_is_told_part_by_part() {
    let found = findings("");
    assert_eq!(found.len(), 8, "{found:#?}");
    assert!(found.iter().all(|finding| finding.starts_with("office.toml:1:1: ") && finding.contains("found nothing")));
}

#[test]
fn text_in_decomposed_form_becomes_composed() {
    let decomposed = SHIPPED.replace("Hộ tịch", "Ho\u{323}\u{302} ti\u{323}ch");
    assert_ne!(decomposed, SHIPPED);
    assert_eq!(office(&decomposed), office(SHIPPED));
}

#[test]
fn a_byte_order_mark_and_lines_of_windows_are_fine() {
    let text = format!("\u{FEFF}{}", SHIPPED.replace('\n', "\r\n"));
    assert_eq!(office(&text), office(SHIPPED));
}

#[test]
fn the_number_of_findings_is_limited() {
    let many: Vec<String> = (0..100_000).map(|number| format!("key{number} = 1")).collect();
    let found = findings(&many.join("\n"));
    assert_eq!(found.len(), 201);
    assert!(found[200].contains("more than 200 mistakes"), "{}", found[200]);
    let deep = format!("a = {}", "[".repeat(100_000));
    assert!(findings(&deep).len() <= 201);
    let services = "[[services]]\n".repeat(10_000);
    assert!(findings(&services).len() <= 201);
}

#[test]
fn numbers_for_paper_are_half_of_all_at_most_and_an_older_set_up_has_some() {
    super::check("numbers = 50", "numbers = 501", "outage.numbers: found 501, allowed: a whole number from 0 to 500");
    super::check(
        "numbers = 50",
        "numbers = 500",
        "outage.numbers: found 500, allowed: at most half of the 999 numbers of [numbering]",
    );
    let numbers = |text: &str| office(text).outage.numbers;
    assert_eq!((numbers(SHIPPED), numbers(&SHIPPED.replace("numbers = 50", "numbers = 0"))), (50, 0));
    let older = SHIPPED.replace("[outage]", "").replace("numbers = 50", "");
    assert_eq!((numbers(&older), numbers(&older.replace("last = 999", "last = 99"))), (50, 49));
}
