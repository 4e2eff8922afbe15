//! The office's set-up: what ships is whole, and each mistake is told with its place, what was found, and
//! what is allowed.

mod damage;
mod files;
mod manual;
mod mistakes;
mod shipped;
mod together;

use moi_config::{Finding, parse};

/// The set-up that ships.
const SHIPPED: &str = include_str!("../../office.toml");

/// What is said of a set-up: its mistakes, or the warnings of one without mistakes.
fn findings(text: &str) -> Vec<String> {
    match parse("office.toml", text) {
        Ok(office) => lines(&office.warnings),
        Err(findings) => lines(&findings),
    }
}

fn lines(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(Finding::to_string).collect()
}

/// The shipped set-up with the first `line` replaced.
fn changed(line: &str, becomes: &str) -> String {
    assert!(SHIPPED.contains(line), "the shipped set-up has no line {line}");
    SHIPPED.replacen(line, becomes, 1)
}

/// The number of the line on which `line` stands first.
fn line_of(text: &str, line: &str) -> usize {
    text.lines().position(|candidate| candidate == line).expect("the line is in the text") + 1
}

/// Changes the shipped set-up in one line and expects exactly one finding: `expected` is what follows its place.
fn check(line: &str, becomes: &str, expected: &str) {
    let found = findings(&changed(line, becomes));
    assert_eq!(found.len(), 1, "{becomes}: {found:#?}");
    let said = found[0].splitn(4, ':').nth(3).unwrap_or_default().trim_start();
    assert_eq!(said, expected, "{becomes}");
}
