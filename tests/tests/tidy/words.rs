//! Words that don't belong into the repository, and marks that text editors leave.

use crate::files;
use crate::report;

/// Words that nobody should find here, in halves, so that this list is none of them.
const FORBIDDEN: [(&str, &str); 13] = [
    ("TO", "DO"),
    ("FIX", "ME"),
    ("XX", "X"),
    ("HA", "CK"),
    ("lorem ", "ipsum"),
    ("white", "list"),
    ("black", "list"),
    ("as an ", "AI"),
    ("/wo", "rk/"),
    ("crates", ".io"),
    ("registry.npm", "js"),
    ("pypi", ".org"),
    ("deb.debian", ".org"),
];

#[test]
fn no_forbidden_word_stands_anywhere() {
    let mut findings = Vec::new();
    for source in files::all() {
        for (number, line) in source.lines() {
            for word in FORBIDDEN.map(|(begin, end)| format!("{begin}{end}")) {
                if contains_word(line, &word) {
                    findings.push(format!("{}:{number}: {word}", source.path));
                }
            }
        }
    }
    report(&findings);
}

/// Whether a word stands in a line, not as a part of a longer one.
fn contains_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let joins = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let joins_before = word.starts_with(char::is_alphanumeric) && joins(line[..at].chars().next_back());
        let joins_after = word.ends_with(char::is_alphanumeric) && joins(line[at + word.len()..].chars().next());
        !joins_before && !joins_after
    })
}

#[test]
fn files_end_with_a_line_and_lines_end_with_their_text() {
    let mut findings = Vec::new();
    // Licences of others stay as they are.
    for source in files::all().into_iter().filter(|source| source.ending() != "txt") {
        if !source.text.is_empty() && (!source.text.ends_with('\n') || source.text.ends_with("\n\n")) {
            findings.push(format!("{}: it must end with one line's end", source.path));
        }
        if source.text.contains('\r') {
            findings.push(format!("{}: carriage returns", source.path));
        }
        for (number, line) in source.lines() {
            if line.ends_with([' ', '\t']) {
                findings.push(format!("{}:{number}: spaces at the end", source.path));
            }
            if line.starts_with('\t') && source.path != "Makefile" {
                findings.push(format!("{}:{number}: a tab", source.path));
            }
        }
    }
    report(&findings);
}

/// Exceptions to lints say why; tests are not switched off.
#[test]
fn nothing_is_silenced_without_a_reason() {
    let silencers = [
        ("#[al", "low("),
        ("#![al", "low("),
        ("#[ign", "ore"),
        ("describe.sk", "ip"),
        ("test.sk", "ip("),
        ("eslint-dis", "able"),
    ];
    let mut findings = Vec::new();
    for source in files::ending_with(&["rs", "js"]) {
        for (number, line) in source.lines() {
            for (begin, end) in silencers {
                if files::code_of(line).contains(&format!("{begin}{end}")) {
                    findings.push(format!("{}:{number}: {}", source.path, line.trim()));
                }
            }
        }
    }
    report(&findings);
}
