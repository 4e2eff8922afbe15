//! Where somebody comes from, in plain words: for the list of sessions and devices.

use std::net::IpAddr;

use actix_web::HttpRequest;
use actix_web::http::header;

use super::client::client_of;

/// Browsers by what they call themselves; a later one's words hold an earlier one's, so the order counts.
const BROWSERS: [(&str, &str); 6] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("coc_coc_browser", "Cốc Cốc"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

/// Systems, in the same way.
const SYSTEMS: [(&str, &str); 6] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
];

/// An address and a browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whence {
    /// The address that the request came from.
    pub address: IpAddr,
    /// The browser in two words, as `Chrome, Windows`; none for a program.
    pub browser: Option<String>,
}

impl Whence {
    /// Of a request.
    #[must_use]
    pub fn of(request: &HttpRequest) -> Self {
        let agent = request.headers().get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
        Self { address: address(request), browser: agent.and_then(browser) }
    }
}

/// Where a request comes from, as far as the doors know.
#[must_use]
pub fn address(request: &HttpRequest) -> IpAddr {
    client_of(request).address
}

/// The two words alone are kept, never what the browser says as a whole.
fn browser(agent: &str) -> Option<String> {
    let word =
        |known: &[(&str, &'static str)]| known.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, word)| *word);
    let browser = word(&BROWSERS)?;
    Some(word(&SYSTEMS).map_or_else(|| browser.to_owned(), |system| format!("{browser}, {system}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_two_words() {
        let chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
            Chrome/139.0.0.0 Safari/537.36";
        assert_eq!(browser(chrome).as_deref(), Some("Chrome, Windows"));
        assert_eq!(browser(&format!("{chrome} Edg/139.0")).as_deref(), Some("Edge, Windows"));
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0";
        assert_eq!(browser(firefox).as_deref(), Some("Firefox, Linux"));
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
            Version/18.0 Mobile/15E148 Safari/604.1";
        assert_eq!(browser(phone).as_deref(), Some("Safari, iPhone"));
        assert_eq!((browser("curl/8.9"), browser("")), (None, None));
    }
}
