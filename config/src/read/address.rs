//! A reader of an address elsewhere, to which the office itself connects.

use super::Node;
use crate::settings::split_host;

/// Hosts that are this very machine: what goes there needs no encryption.
const THIS_MACHINE: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// An address of at most `longest` characters that is reached encrypted, or is this very machine: a host with or
/// without port and path, and nothing else. It is kept as it was written.
pub(crate) fn as_address(node: &Node<'_>, longest: usize) -> Option<String> {
    let found = node.string().filter(|found| found.len() <= longest && is_address(found));
    if found.is_none() {
        let forms = "https://HOST with :PORT and /PATH where it has them; http:// on this machine alone";
        node.refuse(format!("an address of at most {longest} characters: {forms}, as \"https://id.example.vn\""));
    }
    found.map(str::to_owned)
}

fn is_address(text: &str) -> bool {
    let (is_encrypted, rest) = match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
        (Some(rest), _) => (true, rest),
        (None, Some(rest)) => (false, rest),
        (None, None) => return false,
    };
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/:@!$&'()*+,;=%".contains(&byte);
    match split_host(authority) {
        Some((_, Some(0))) | None => false,
        Some((host, Some(1..) | None)) => (is_encrypted || THIS_MACHINE.contains(&host)) && path.bytes().all(is_plain),
    }
}
