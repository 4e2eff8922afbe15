//! Tidiness that a compiler doesn't hold: who may depend on whom, sizes, words, and that papers tell the truth.
//!
//! A number or a rule that nobody tests is none. Each failure lists every place at once.
#![cfg(test)]

mod files;
mod papers;
mod rooms;
mod sizes;
mod technologies;
mod texts;
mod words;

/// Fails with all findings at once, when there are any.
fn report(findings: &[String]) {
    assert!(findings.is_empty(), "{} to tidy:\n{}", findings.len(), findings.join("\n"));
}
