//! One text in each language of the office.

use serde::{Serialize, Serializer};

/// One text in each language, the office's first language first. Serialised as a map:
/// `{"vi":"Hộ tịch","en":"Civil status"}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts(Vec<(String, String)>);

impl Texts {
    /// The texts by language, in this order.
    pub fn new<L: Into<String>, T: Into<String>>(texts: impl IntoIterator<Item = (L, T)>) -> Self {
        Self(texts.into_iter().map(|(language, text)| (language.into(), text.into())).collect())
    }

    /// The text in this language, or in the first language when there is none; empty when there is no text at
    /// all, which a checked [`Office`](crate::Office) never holds.
    #[must_use]
    pub fn in_language(&self, language: &str) -> &str {
        let exact = self.0.iter().find(|(known, _)| known == language);
        exact.or(self.0.first()).map_or("", |(_, text)| text)
    }

    /// Each language with its text, the first language first.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(language, text)| (language.as_str(), text.as_str()))
    }
}

impl Serialize for Texts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_language_gets_the_first() {
        let texts = Texts::new([("vi", "Hộ tịch"), ("en", "Civil status")]);
        assert_eq!(texts.in_language("en"), "Civil status");
        assert_eq!(texts.in_language("fr"), "Hộ tịch");
        assert_eq!(Texts::default().in_language("vi"), "");
    }

    #[test]
    fn json_keeps_the_order_of_languages() {
        let texts = Texts::new([("vi", "Đất đai"), ("en", "Land")]);
        assert_eq!(serde_json::to_string(&texts).unwrap(), r#"{"vi":"Đất đai","en":"Land"}"#);
    }
}
