//! What the papers say is there is there.

use std::collections::BTreeSet;
use std::path::Path;

use moi_tests::places;

use crate::files::{self, Source};
use crate::report;

/// What a path in the papers may end with, when it has no folder.
const ENDINGS: [&str; 10] = ["rs", "toml", "js", "css", "ftl", "md", "html", "woff2", "sh", "yml"];
/// What is made when Moi or its tests run.
const MADE: [&str; 4] = ["data", "target", "tests/output", "slips"];
/// The papers that everybody expects.
const EXPECTED: [&str; 12] = [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "docs/install.md",
    "docs/live.md",
    "docs/security.md",
    "docs/manual.md",
    "docs/huong-dan.md",
    ".ci/run",
];

#[test]
fn the_papers_are_there() {
    let missing: Vec<String> =
        EXPECTED.iter().filter(|path| !places::root().join(path).is_file()).map(|path| (*path).to_owned()).collect();
    report(&missing);
}

#[test]
fn every_path_named_in_a_paper_exists() {
    let mut findings = Vec::new();
    for paper in files::ending_with(&["md"]) {
        for (number, line) in paper.lines() {
            for path in paths_in(line).into_iter().filter(|path| !exists(&paper, path)) {
                findings.push(format!("{}:{number}: there is no {path}", paper.path));
            }
        }
    }
    report(&findings);
}

/// Paths in a line: between backticks, and where links lead.
fn paths_in(line: &str) -> Vec<String> {
    let quoted = line.split('`').skip(1).step_by(2).filter(|text| is_path(text)).map(str::to_owned);
    let linked = line.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
    let linked = linked.filter(|text| !text.is_empty() && !text.contains("://")).map(str::to_owned);
    quoted.chain(linked).collect()
}

/// Whether a quoted text is meant as a path of the repository, not as an address, a type or a command.
fn is_path(text: &str) -> bool {
    let plain = text.chars().all(|letter| letter.is_ascii_alphanumeric() || "./_-".contains(letter));
    if !plain || text.starts_with(['/', '-']) || text.contains("..") {
        return false;
    }
    let first = text.split('/').next().unwrap_or_default();
    let ends = Path::new(text).extension().is_some_and(|end| ENDINGS.contains(&end.to_string_lossy().as_ref()));
    if text.contains('/') { ends || places::root().join(first).is_dir() } else { ends }
}

/// From the root, from the paper's own folder, or (a bare file name) anywhere.
fn exists(paper: &Source, path: &str) -> bool {
    let path = path.trim_end_matches('/');
    if MADE.iter().any(|made| path.starts_with(made)) || ["my-office.toml", "set-up-in-force.toml"].contains(&path) {
        return true;
    }
    let own = places::root().join(&paper.path).parent().map(|folder| folder.join(path));
    if places::root().join(path).exists() || own.is_some_and(|own| own.exists()) {
        return true;
    }
    // A room's file named in short, `schedule.rs` or `http/problem.rs`.
    files::all().iter().any(|source| source.path.ends_with(&format!("/{path}")))
}

#[test]
fn the_readme_names_the_commands_that_the_makefile_has() {
    let makefile = std::fs::read_to_string(places::root().join("Makefile")).unwrap();
    let mut findings = Vec::new();
    for paper in files::ending_with(&["md"]) {
        for (number, line) in paper.lines() {
            for command in line.split('`').skip(1).step_by(2).filter_map(|text| text.strip_prefix("make ")) {
                let target = command.split_whitespace().next().unwrap_or_default();
                if !target.contains('=') && !makefile.contains(&format!("\n{target}:")) {
                    findings.push(format!("{}:{number}: there is no `make {target}`", paper.path));
                }
            }
        }
    }
    report(&findings);
}

/// The keys of the set-up are held by the tests of `config`.
#[test]
fn the_manual_has_a_line_for_each_option_and_variable_and_no_other() {
    let manual = std::fs::read_to_string(places::root().join("docs/manual.md")).unwrap();
    let rows: Vec<&str> = manual.lines().filter(|line| line.starts_with("| ")).collect();
    let is_told = |words: &[String]| rows.iter().any(|row| words.iter().all(|word| row.contains(&format!("`{word}`"))));
    let mut known = BTreeSet::new();
    let mut findings = Vec::new();
    for source in files::ending_with(&["rs"]).into_iter().filter(|source| source.path.starts_with("server/src/")) {
        for (number, line) in source.lines() {
            let Some(variable) = variable_in(line) else { continue };
            let option = line.contains("env = ").then(|| option_of(&variable));
            let usual = line.split("default_value = \"").nth(1).and_then(|rest| rest.split('"').next());
            let words: Vec<String> = [variable].into_iter().chain(option).chain(usual.map(str::to_owned)).collect();
            if !is_told(&words) {
                findings.push(format!("{}:{number}: docs/manual.md has no line with {words:?}", source.path));
            }
            known.extend(words);
        }
    }
    assert!(known.contains("MOI_CONFIG") && known.contains("MOI_LOG"), "{known:?}");
    let told = rows.iter().filter_map(|row| row.split('|').nth(2)).filter_map(|cell| cell.split('`').nth(1));
    let untrue = told.filter(|name| name.starts_with("MOI_") && !known.contains(*name));
    findings.extend(untrue.map(|name| format!("docs/manual.md: there is no {name}")));
    report(&findings);
}

/// The environment variable that a line of code names.
fn variable_in(line: &str) -> Option<String> {
    let rest = line.split("\"MOI_").nth(1)?;
    let (name, _) = rest.split_once('"').filter(|(name, _)| !name.contains('{'))?;
    Some(format!("MOI_{name}"))
}

/// The option on the command line that says the same.
fn option_of(variable: &str) -> String {
    format!("--{}", variable.trim_start_matches("MOI_").to_lowercase().replace('_', "-"))
}

/// Each module says in a sentence what it is for.
#[test]
fn every_module_opens_with_its_purpose() {
    let opens = |source: &Source| match source.ending() {
        "rs" => source.text.starts_with("//! "),
        _ => source.text.starts_with("/**") || source.text.starts_with("//") || source.text.starts_with("/* "),
    };
    let findings: Vec<String> = files::ending_with(&["rs", "js", "c", "h"])
        .into_iter()
        .filter(|source| !source.path.ends_with(".test.js") && !opens(source))
        .map(|source| source.path)
        .collect();
    report(&findings);
}
