//! Who may depend on whom.

use std::collections::BTreeSet;

use moi_tests::places;
use toml::{Table, Value};

use crate::files;
use crate::report;

/// Each crate with the crates of ours that it may name in its dependencies.
const CRATES: [(&str, &[&str]); 7] = [
    ("server/domain", &[]),
    ("server/journal", &["moi-domain"]),
    ("config", &[]),
    ("printer-driver", &[]),
    ("display-client", &[]),
    ("server", &["moi-config", "moi-display", "moi-domain", "moi-journal", "moi-printer"]),
    // From outside: it knows the board protocol, as any display does, and nothing of the server.
    ("tests", &["moi-display"]),
];

/// What the domain may use: values and errors, no input or output.
const PURE: [&str; 3] = ["jiff", "serde", "thiserror"];

/// Each room of the server with the rooms that it may name, and the crates of ours.
const ROOMS: [(&str, &[&str], &[&str]); 17] = [
    ("set_up", &["digest", "whole_file"], &["moi_domain", "moi_config", "moi_journal"]),
    ("clock", &[], &["moi_domain"]),
    ("doors", &["metrics", "whole_file"], &["moi_config"]),
    ("engine", &["clock", "set_up"], &["moi_domain", "moi_journal"]),
    ("views", &[], &["moi_domain", "moi_config", "moi_display", "moi_printer"]),
    ("live", &["doors", "engine", "views", "metrics"], &["moi_domain", "moi_display"]),
    (
        "print",
        &["engine", "views", "clock", "metrics", "phone", "set_up", "whole_file"],
        &["moi_domain", "moi_config", "moi_printer", "moi_journal"],
    ),
    ("contacts", &["auth", "clock", "digest", "engine", "set_up", "whole_file"], &["moi_domain", "moi_journal"]),
    ("auth", &["app", "clock", "digest", "doors", "http", "set_up"], &["moi_domain", "moi_config", "moi_journal"]),
    ("directory", &["auth", "clock", "digest", "doors"], &["moi_config"]),
    (
        "http",
        &[
            "app",
            "auth",
            "contacts",
            "digest",
            "directory",
            "doors",
            "engine",
            "live",
            "metrics",
            "past",
            "pictures",
            "set_up",
            "views",
            "print",
        ],
        &["moi_domain", "moi_config", "moi_display", "moi_printer"],
    ),
    // Opens the data itself when no office runs, and notes what the owner does in the running one.
    (
        "control",
        &["acts", "auth", "clock", "command", "copies", "engine", "pictures", "rehearsal", "set_up"],
        &["moi_config", "moi_domain", "moi_journal"],
    ),
    ("rehearsal", &["clock", "set_up"], &["moi_config", "moi_domain", "moi_journal"]),
    ("copies", &["auth", "clock"], &["moi_journal"]),
    ("pictures", &["digest"], &["moi_config", "moi_journal"]),
    ("demo", &["auth", "control", "doors", "set_up"], &["moi_config"]),
    (
        "command",
        &[
            "acts",
            "alive",
            "app",
            "auth",
            "clock",
            "contacts",
            "control",
            "copies",
            "demo",
            "directory",
            "doors",
            "engine",
            "http",
            "live",
            "metrics",
            "past",
            "phone",
            "pictures",
            "place",
            "print",
            "rehearsal",
            "set_up",
            "views",
        ],
        &["moi_config", "moi_domain", "moi_journal", "moi_printer"],
    ),
];

fn manifest(folder: &str) -> Table {
    let path = places::root().join(folder).join("Cargo.toml");
    std::fs::read_to_string(&path).unwrap().parse().unwrap_or_else(|cause| panic!("{}: {cause}", path.display()))
}

fn dependencies(manifest: &Table) -> BTreeSet<String> {
    manifest.get("dependencies").and_then(Value::as_table).into_iter().flat_map(|table| table.keys().cloned()).collect()
}

#[test]
fn crates_depend_only_on_those_below_them() {
    let mut findings = Vec::new();
    for (folder, allowed) in CRATES {
        for dependency in dependencies(&manifest(folder)).iter().filter(|name| name.starts_with("moi-")) {
            if !allowed.contains(&dependency.as_str()) {
                findings.push(format!("{folder} depends on {dependency}, allowed: {allowed:?}"));
            }
        }
    }
    report(&findings);
}

#[test]
fn every_crate_is_in_the_map_and_keeps_the_lints() {
    let workspace = manifest(".");
    let members = workspace["workspace"]["members"].as_array().unwrap();
    let members: BTreeSet<&str> = members.iter().filter_map(Value::as_str).collect();
    assert_eq!(members, CRATES.iter().map(|(folder, _)| *folder).collect());
    for folder in members {
        let manifest = manifest(folder);
        assert_eq!(manifest["lints"]["workspace"].as_bool(), Some(true), "{folder} has its own lints");
        assert_eq!(manifest["package"]["license"]["workspace"].as_bool(), Some(true), "{folder} has its own licence");
    }
}

#[test]
fn the_domain_is_pure() {
    let allowed: BTreeSet<String> = PURE.iter().map(|name| (*name).to_owned()).collect();
    let names = dependencies(&manifest("server/domain"));
    assert!(names.is_subset(&allowed), "the domain depends on {names:?}, allowed: {allowed:?}");
    let mut findings = Vec::new();
    for source in files::ending_with(&["rs"]).iter().filter(|source| source.path.starts_with("server/domain/src/")) {
        for (number, line) in source.lines() {
            for word in [
                "std::fs",
                "std::net",
                "std::io",
                "std::env",
                "std::thread",
                "std::process",
                "async fn",
                "Mutex",
                "RwLock",
                "SystemTime",
                "Instant::now",
                "Timestamp::now",
            ] {
                if files::code_of(line).contains(word) {
                    findings.push(format!("{}:{number}: {word}", source.path));
                }
            }
        }
    }
    report(&findings);
}

#[test]
fn rooms_of_the_server_name_only_those_below_them() {
    let mut findings = Vec::new();
    for source in files::ending_with(&["rs"]) {
        let Some(inside) = source.path.strip_prefix("server/src/") else { continue };
        let Some((room, _)) = inside.split_once('/') else { continue };
        let Some((_, rooms, crates)) = ROOMS.iter().find(|(name, _, _)| *name == room) else {
            findings.push(format!("{}: the map has no room {room:?}", source.path));
            continue;
        };
        for (number, line) in source.lines() {
            let code = files::code_of(line);
            for named in names_after(code, "crate::").filter(|named| named != room && !rooms.contains(&named.as_str()))
            {
                findings.push(format!("{}:{number}: {room} may not name {named}", source.path));
            }
            for named in names_after(code, "moi_").map(|rest| format!("moi_{rest}")) {
                if is_ours(&named) && !crates.contains(&named.as_str()) {
                    findings.push(format!("{}:{number}: {room} may not name {named}", source.path));
                }
            }
        }
    }
    report(&findings);
}

fn is_ours(name: &str) -> bool {
    matches!(name, "moi_config" | "moi_display" | "moi_domain" | "moi_journal" | "moi_printer")
}

/// The names that follow a prefix in a line of code.
fn names_after<'l>(code: &'l str, prefix: &'l str) -> impl Iterator<Item = String> + 'l {
    code.match_indices(prefix)
        .filter(move |(at, _)| !code[..*at].ends_with(|before: char| before.is_alphanumeric() || before == '_'))
        .map(move |(at, _)| {
            code[at + prefix.len()..]
                .chars()
                .take_while(|letter| letter.is_ascii_lowercase() || *letter == '_')
                .collect()
        })
        .filter(|name: &String| !name.is_empty())
}
