//! Sizes that read well.

use crate::files::{self, Source};
use crate::report;

const FILE_LINES_MAX: usize = 500;
const FUNCTION_LINES_MAX: usize = 70;
const LINE_CHARACTERS_MAX: usize = 120;

#[test]
fn no_file_is_longer_than_five_hundred_lines() {
    let long = |source: &Source| source.text.lines().count() > FILE_LINES_MAX;
    let findings: Vec<String> = files::ending_with(&["rs", "js", "css", "html", "c", "h"])
        .iter()
        .filter(|source| long(source))
        .map(|source| format!("{}: {} lines", source.path, source.text.lines().count()))
        .collect();
    report(&findings);
}

#[test]
fn no_function_is_longer_than_seventy_lines() {
    let mut findings = Vec::new();
    for source in files::ending_with(&["rs", "js"]) {
        for (line, name, length) in functions(&source) {
            if length > FUNCTION_LINES_MAX {
                findings.push(format!("{}:{line}: {name} has {length} lines", source.path));
            }
        }
    }
    report(&findings);
}

#[test]
fn no_line_is_longer_than_a_hundred_and_twenty_characters() {
    let mut findings = Vec::new();
    for source in files::ending_with(&["rs", "js", "css", "c", "h"]) {
        for (number, line) in source.lines().filter(|(_, line)| line.chars().count() > LINE_CHARACTERS_MAX) {
            findings.push(format!("{}:{number}: {} characters", source.path, line.chars().count()));
        }
    }
    report(&findings);
}

/// Functions with their line, head and length. Formatted code ends a function at the indentation where it began.
fn functions(source: &Source) -> Vec<(usize, String, usize)> {
    let lines: Vec<&str> = source.text.lines().collect();
    let mut found = Vec::new();
    for (begin, line) in lines.iter().enumerate() {
        let head = line.trim_start();
        if !is_function(head, source.ending()) {
            continue;
        }
        let indentation = line.len() - head.len();
        let ends = |line: &&str| line.len() > indentation && line.starts_with('}', indentation);
        if let Some(length) = lines[begin..].iter().position(ends) {
            found.push((begin + 1, head.chars().take(60).collect(), length + 1));
        }
    }
    found
}

fn is_function(head: &str, ending: &str) -> bool {
    if ending == "rs" {
        let rest = head.trim_start_matches("pub(crate) ").trim_start_matches("pub(super) ").trim_start_matches("pub ");
        let rest = rest.trim_start_matches("const ").trim_start_matches("async ");
        return rest.starts_with("fn ") && !head.ends_with(';') && !head.ends_with('}');
    }
    let rest = head.trim_start_matches("export ").trim_start_matches("default ").trim_start_matches("async ");
    let method =
        head.ends_with(") {") && !["if ", "for ", "while ", "switch ", "} "].iter().any(|word| head.starts_with(word));
    (rest.starts_with("function ") || method) && head.ends_with('{')
}

/// Whether a line has this character at an indentation of spaces.
trait At {
    fn starts_with(&self, letter: char, indentation: usize) -> bool;
}

impl At for &str {
    fn starts_with(&self, letter: char, indentation: usize) -> bool {
        self.get(..indentation).is_some_and(|before| before.trim().is_empty())
            && self.get(indentation..).is_some_and(|rest| str::starts_with(rest, letter))
    }
}

#[test]
fn functions_are_found_and_measured() {
    let text = "pub async fn long(\n    a: u8,\n) -> u8 {\n    if a {\n    }\n    a\n}\n\n\
                impl A {\n    fn b(&self) {\n    }\n}\n";
    let source = Source { path: "a.rs".into(), text: text.into() };
    let lengths: Vec<(usize, usize)> = functions(&source).into_iter().map(|(line, _, length)| (line, length)).collect();
    assert_eq!(lengths, [(1, 7), (10, 2)]);
}
