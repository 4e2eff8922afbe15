//! A damaged set-up never stops the reading: each gives an office, or findings that name a mistake.

use moi_config::{Level, parse};

use super::SHIPPED;

fn is_read_or_refused(text: &str) {
    if let Err(findings) = parse("office.toml", text) {
        assert!(findings.iter().any(|finding| finding.level == Level::Mistake), "no mistake is named");
        assert!(findings.iter().all(|finding| !finding.to_string().contains('\n')), "{findings:#?}");
    }
}

#[test]
fn a_set_up_without_one_of_its_lines() {
    let lines: Vec<&str> = SHIPPED.lines().collect();
    let is_content = |line: &str| !line.is_empty() && !line.starts_with('#');
    for index in (0..lines.len()).filter(|&index| is_content(lines[index])).step_by(3) {
        is_read_or_refused(&[&lines[..index], &lines[index + 1..]].concat().join("\n"));
    }
}

#[test]
fn a_set_up_that_ends_anywhere() {
    for (offset, _) in SHIPPED.char_indices().step_by(101) {
        is_read_or_refused(&SHIPPED[..offset]);
    }
}

#[test]
fn a_set_up_with_every_kind_of_value_in_the_wrong_place() {
    let wrong =
        ["0", "-1.5", "true", "07:00:00", "2026-11-24", "\"\"", "[]", "[[]]", "{}", "{ vi = 1 }", "[{}]", "inf"];
    let keys = [
        "office",
        "slip",
        "numbering",
        "hours",
        "entrance",
        "services",
        "counters",
        "priorities",
        "officers",
        "slides",
    ];
    for value in wrong {
        for key in keys {
            is_read_or_refused(&format!("{key} = {value}\n"));
        }
        let lines = SHIPPED.lines().map(|line| match line.split_once(" = ") {
            Some((key, _)) if !line.starts_with('#') => format!("{key} = {value}\n"),
            Some(_) | None => format!("{line}\n"),
        });
        let lines: Vec<String> = lines.collect();
        is_read_or_refused(&lines.concat());
    }
}
