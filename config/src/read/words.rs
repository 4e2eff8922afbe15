//! Readers of text for people: normalised, without control characters, short enough for its place, in every language.

use unicode_normalization::UnicodeNormalization;

use super::{Node, is_invisible};
use crate::texts::Texts;

/// A text of at most `longest` characters. It is normalised to NFC and loses spaces at both ends; control characters
/// and invisible ones are refused, since they would garble slips and screens.
pub(crate) fn text(longest: usize) -> impl Fn(&Node<'_>) -> Option<String> {
    move |node| {
        let allowed = || format!("a text of 1 to {longest} characters");
        let Some(found) = node.string() else {
            node.refuse(allowed());
            return None;
        };
        let normal: String = found.trim_matches(' ').nfc().collect();
        if let Some(character) = normal.chars().find(|&character| is_invisible(character)) {
            let found = format!("{} with the invisible character U+{:04X}", node.found(), u32::from(character));
            node.refuse_found(found, "text without control and invisible characters");
            return None;
        }
        match normal.chars().count() {
            length if length > longest => {
                node.refuse_found(format!("{} of {length} characters", node.found()), allowed());
                None
            }
            _ if normal.trim().is_empty() => {
                node.refuse(allowed());
                None
            }
            _ => Some(normal),
        }
    }
}

/// A text in each of the office's languages, each of at most `longest` characters.
pub(crate) fn texts(longest: usize) -> impl Fn(&Node<'_>) -> Option<Texts> {
    move |node| {
        let entries = node.entries();
        // Without known languages each text that is there is checked alone.
        let languages = node.ledger().languages().unwrap_or_else(|| match entries {
            Some(entries) => entries.keys().map(|key| key.get_ref().to_string()).collect(),
            None => crate::text::shipped_languages(),
        });
        if entries.is_none() {
            let key = node.key();
            let keys: Vec<String> = languages.iter().map(|language| format!("{key}.{language}")).collect();
            node.refuse(format!("a text of 1 to {longest} characters in each language: {}", keys.join(", ")));
            return None;
        }
        let known: Vec<&str> = languages.iter().map(String::as_str).collect();
        node.refuse_unknown_keys(&known);
        let read = |language: &String| Some((language.clone(), text(longest)(&node.child(language))?));
        let texts: Vec<Option<(String, String)>> = languages.iter().map(read).collect();
        Some(Texts::new(texts.into_iter().collect::<Option<Vec<_>>>()?))
    }
}
