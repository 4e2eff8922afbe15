//! The catalogues: every language says the same things with the same facts.

use std::collections::{BTreeMap, BTreeSet};

use crate::files;
use crate::report;

/// Message ids of a language, each with its file's area and the variables in it.
type Catalogue = BTreeMap<String, (String, BTreeSet<String>)>;

/// Reads all catalogues, and what is wrong in one of them alone.
fn catalogues() -> (BTreeMap<String, Catalogue>, Vec<String>) {
    let mut languages = BTreeMap::<String, Catalogue>::new();
    let mut findings = Vec::new();
    for source in files::ending_with(&["ftl"]) {
        let Some(rest) = source.path.strip_prefix("config/text/") else { continue };
        let Some((language, area)) = rest.trim_end_matches(".ftl").split_once('/') else { continue };
        let catalogue = languages.entry(language.to_owned()).or_default();
        let mut current = None;
        for (number, line) in source.lines() {
            if let Some(id) = id_of(line) {
                if !id.starts_with(&format!("{area}-")) {
                    findings.push(format!("{}:{number}: {id} doesn't begin with {area}-", source.path));
                }
                if catalogue.insert(id.clone(), (area.to_owned(), BTreeSet::new())).is_some() {
                    findings.push(format!("{}:{number}: {id} stands twice", source.path));
                }
                current = Some(id);
            }
            if line.starts_with('#') {
                continue;
            }
            if let Some((_, variables)) = current.as_ref().and_then(|id| catalogue.get_mut(id)) {
                variables.extend(variables_in(line));
            }
        }
    }
    (languages, findings)
}

fn id_of(line: &str) -> Option<String> {
    let (id, _) = line.split_once('=')?;
    let id = id.trim_end();
    let is_id = id.starts_with(|letter: char| letter.is_ascii_lowercase())
        && id.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-');
    is_id.then(|| id.to_owned())
}

fn variables_in(line: &str) -> Vec<String> {
    let word = |rest: &str| {
        rest.chars().take_while(|letter| letter.is_ascii_alphanumeric() || "_-".contains(*letter)).collect()
    };
    line.split('$').skip(1).map(word).collect()
}

#[test]
fn every_language_has_the_same_messages_with_the_same_variables() {
    let (languages, mut findings) = catalogues();
    assert!(languages.len() >= 2, "{:?}", languages.keys());
    let (first, wanted) = languages.first_key_value().unwrap();
    for (language, catalogue) in &languages {
        for (id, (area, variables)) in wanted {
            match catalogue.get(id) {
                None => findings.push(format!("{language}/{area}.ftl lacks {id}, which {first} has")),
                Some((other, _)) if other != area => {
                    findings.push(format!("{id}: {other} in {language}, {area} in {first}"));
                }
                Some((_, other)) if other != variables => {
                    findings.push(format!("{id}: {other:?} in {language}, {variables:?} in {first}"));
                }
                Some(_) => {}
            }
        }
        for (id, (area, _)) in catalogue.iter().filter(|(id, _)| !wanted.contains_key(*id)) {
            findings.push(format!("{first}/{area}.ftl lacks {id}, which {language} has"));
        }
    }
    report(&findings);
}

/// Words that a catalogue must not have, since the thing has another name there.
const OTHER_NAMES: [(&str, &[&str], &[&str]); 3] = [
    // A citizen has an errand (*việc*), an office has fields of work (*lĩnh vực*), and neither is a procedure. One
    // paper is not "some".
    ("vi", &[], &["thủ tục", "một số cho", "một số dùng", "một số chỉ dùng"]),
    ("vi", &["kiosk", "phone", "appointment", "slip", "wall"], &["lĩnh vực"]),
    ("en", &[], &["file less"]),
];

#[test]
fn one_thing_has_one_name_in_all_texts() {
    let mut findings = Vec::new();
    for source in files::ending_with(&["ftl"]) {
        let Some(rest) = source.path.strip_prefix("config/text/") else { continue };
        let Some((language, area)) = rest.split_once('/') else { continue };
        let area = area.trim_end_matches(".ftl");
        for (of, areas, words) in OTHER_NAMES {
            if of != language || !(areas.is_empty() || areas.contains(&area)) {
                continue;
            }
            for (number, line) in source.lines() {
                let line = line.to_lowercase().replace('\u{a0}', " ");
                let found = words.iter().filter(|word| line.contains(**word));
                findings.extend(found.map(|word| format!("{}:{number}: {word}", source.path)));
            }
        }
    }
    report(&findings);
}

/// A refusal without words would show its bare code to a person.
#[test]
fn every_refusal_has_a_title_and_words_in_every_language() {
    let mut codes = BTreeSet::new();
    for source in files::ending_with(&["rs"]) {
        if source.path != "server/domain/src/refusal.rs" && !source.path.starts_with("server/src/http/") {
            continue;
        }
        let is_map = source.path.ends_with("/refusal.rs") || source.path.ends_with("/refusals.rs");
        for (_, line) in source.lines() {
            if line.contains("Self::new(StatusCode") || (is_map && line.contains("=> \"")) {
                codes.extend(line.split('"').skip(1).step_by(2).filter(|text| is_code(text)).map(str::to_owned));
            }
        }
    }
    assert!(codes.len() > 25, "only {} codes were found: {codes:?}", codes.len());
    let (languages, _) = catalogues();
    let mut findings = Vec::new();
    for (language, catalogue) in &languages {
        for code in &codes {
            for part in ["title", "detail"] {
                if !catalogue.contains_key(&format!("problems-{code}-{part}")) {
                    findings.push(format!("{language}: problems-{code}-{part}"));
                }
            }
        }
    }
    report(&findings);
}

fn is_code(text: &str) -> bool {
    text.contains('-') && text.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')
}
