//! The catalogues as they ship.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::Embed;
use unic_langid::LanguageIdentifier;

use super::preference;

/// What a text's variable may be: made from numbers and strings by `into()`.
pub type Value<'v> = FluentValue<'v>;

/// The language that is there when nothing better is.
const LAST_RESORT: &str = "en";

#[derive(Embed)]
#[folder = "text/"]
#[include = "*.ftl"]
struct Files;

/// All texts in all languages. Made once, at start; shared by reference.
pub struct Catalogue {
    languages: BTreeMap<String, Language>,
}

/// The texts of one language.
struct Language {
    bundle: FluentBundle<Arc<FluentResource>>,
    areas: BTreeMap<String, Arc<FluentResource>>,
}

impl Catalogue {
    /// The catalogues that ship. A file that can't be parsed is a bug, which the tests of this crate rule out: what
    /// can be read of it is used.
    #[must_use]
    pub fn load() -> Self {
        let mut languages = BTreeMap::new();
        for (language, area, source) in files() {
            let texts = languages.entry(language).or_insert_with_key(|language| Language::new(language));
            texts.add(area, source);
        }
        Self { languages }
    }

    /// The languages that there are texts in, in alphabetical order.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.languages.keys().map(String::as_str)
    }

    /// The text of this id in this language, with its variables filled in. Without the language it is English. An id
    /// that isn't there is a bug, which is logged; the id then stands for the text, since a page must not fail over a
    /// word.
    #[must_use]
    pub fn say(&self, language: &str, id: &str, variables: &[(&str, Value<'_>)]) -> String {
        let texts = self.languages.get(language).or_else(|| self.languages.get(LAST_RESORT));
        let said = texts.and_then(|texts| texts.say(id, variables));
        said.unwrap_or_else(|| {
            tracing::error!(language, id, "a text is missing");
            id.to_owned()
        })
    }

    /// The source of the texts of one area in one language, for a page to load.
    #[must_use]
    pub fn source(&self, language: &str, area: &str) -> Option<&str> {
        Some(self.languages.get(language)?.areas.get(area)?.source())
    }

    /// The areas of a language, in alphabetical order.
    pub fn areas(&self, language: &str) -> impl Iterator<Item = &str> {
        self.languages.get(language).into_iter().flat_map(|texts| texts.areas.keys().map(String::as_str))
    }

    /// The language that suits a reader best: `accepted` is what an `Accept-Language` header or the `LANG` of a
    /// terminal says, as `vi-VN,en;q=0.8` or `vi_VN.UTF-8`. `None` when the reader knows none of ours.
    #[must_use]
    pub fn best_language(&self, accepted: &str) -> Option<&str> {
        preference::languages(accepted).into_iter().find_map(|wanted| {
            let (language, _) = self.languages.get_key_value(&wanted)?;
            Some(language.as_str())
        })
    }
}

impl Language {
    fn new(language: &str) -> Self {
        // A folder whose name is no language tag still has texts; only plurals would be counted as for no language.
        let identifier: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // Isolating marks print as boxes on slips, and none of the languages is written from right to left.
        bundle.set_use_isolating(false);
        Self { bundle, areas: BTreeMap::new() }
    }

    fn add(&mut self, area: String, source: String) {
        let resource = match FluentResource::try_new(source) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                tracing::error!(area, ?errors, "a text catalogue can't be parsed as a whole");
                resource
            }
        };
        let resource = Arc::new(resource);
        if let Err(errors) = self.bundle.add_resource(Arc::clone(&resource)) {
            tracing::error!(area, ?errors, "a text catalogue defines ids of another one");
        }
        self.areas.insert(area, resource);
    }

    fn say(&self, id: &str, variables: &[(&str, Value<'_>)]) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = message.value()?;
        let variables: FluentArgs<'_> = variables.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(&variables), &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(id, ?errors, "a text could not be filled in");
        }
        Some(said)
    }
}

/// The languages that there are catalogues for, in alphabetical order.
#[must_use]
pub fn shipped_languages() -> Vec<String> {
    let languages: BTreeSet<String> = files().map(|(language, ..)| language).collect();
    languages.into_iter().collect()
}

/// Each catalogue as its language, area and source.
fn files() -> impl Iterator<Item = (String, String, String)> {
    Files::iter().filter_map(|path| {
        let (language, file) = path.split_once('/')?;
        let area = file.strip_suffix(".ftl")?;
        let source = String::from_utf8(Files::get(&path)?.data.into_owned()).ok()?;
        Some((language.to_owned(), area.to_owned(), source))
    })
}
