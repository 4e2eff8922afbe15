//! Each outside technology is named in one room: swap it, and one room changes.

use crate::files;
use crate::report;

/// The crate's name in code, and the folders that may name it.
const TECHNOLOGIES: [(&str, &[&str]); 15] = [
    ("sled", &["server/journal/"]),
    ("actix_web_actors", &["server/src/live/", "tests/benches/"]),
    ("actix_http", &["server/src/doors/"]),
    ("actix_server", &["server/src/doors/"]),
    ("governor", &["server/src/doors/"]),
    ("image", &["server/src/pictures/", "tests/tests/"]),
    ("rcgen", &["server/src/doors/tls/", "tests/src/directory/"]),
    ("escpos", &["printer-driver/"]),
    ("cosmic_text", &["printer-driver/"]),
    ("tokio_tungstenite", &["display-client/"]),
    ("prometheus_client", &["server/src/metrics.rs"]),
    ("openidconnect", &["server/src/directory/"]),
    ("argon2", &["server/src/auth/"]),
    ("fluent_bundle", &["config/"]),
    ("thirtyfour", &["tests/src/browser/"]),
];

#[test]
fn each_technology_is_named_in_one_room() {
    let mut findings = Vec::new();
    for source in files::ending_with(&["rs"]) {
        for (number, line) in source.lines() {
            let code = files::code_of(line);
            for (name, rooms) in TECHNOLOGIES {
                if names(code, name) && !rooms.iter().any(|room| source.path.starts_with(room)) {
                    findings.push(format!("{}:{number}: {name} belongs to {rooms:?}", source.path));
                }
            }
        }
    }
    report(&findings);
}

/// Whether code names a crate: `name::…`, not a word within a longer one.
fn names(code: &str, name: &str) -> bool {
    code.match_indices(&format!("{name}::")).any(|(at, _)| {
        !code[..at]
            .ends_with(|before: char| before.is_alphanumeric() || before == '_' || before == '"' || before == ':')
    })
}

#[test]
fn pages_load_nothing_that_others_serve() {
    let mut findings = Vec::new();
    for source in files::ending_with(&["js", "html", "css"]) {
        for (number, line) in source.lines() {
            let outside = ["\"http://", "\"https://", "'http://", "'https://", "url(http", "\"//"];
            let allowed = line.contains("www.w3.org/") || source.path.ends_with(".test.js");
            if outside.iter().any(|begin| line.contains(begin)) && !allowed {
                findings.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    report(&findings);
}

/// Data never becomes HTML by itself.
#[test]
fn pages_write_no_markup_from_data_and_evaluate_no_text() {
    let mut findings = Vec::new();
    for source in files::ending_with(&["js"]) {
        for (number, line) in source.lines() {
            let code = files::code_of(line);
            for word in [
                ".innerHTML",
                ".outerHTML =",
                "insertAdjacentHTML",
                "document.write",
                "eval(",
                "new Function",
                "unsafeHTML",
                "localStorage.setItem(\"token",
            ] {
                if code.contains(word) {
                    findings.push(format!("{}:{number}: {word}", source.path));
                }
            }
        }
    }
    report(&findings);
}
