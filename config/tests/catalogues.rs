//! The text catalogues are whole: each file parses, each language says the same, no id stands twice.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast;
use moi_config::text::Catalogue;

/// A message's variables by its id, of one catalogue.
type Messages = BTreeMap<String, BTreeSet<String>>;

/// Each catalogue as its language, area and messages.
fn catalogues() -> Vec<(String, String, Messages)> {
    let mut catalogues = Vec::new();
    for folder in entries(&Path::new(env!("CARGO_MANIFEST_DIR")).join("text")) {
        for file in entries(&folder) {
            assert!(file.extension().is_some_and(|extension| extension == "ftl"), "{} is no catalogue", file.display());
            catalogues.push((name(&folder), name(&file), messages(&file)));
        }
    }
    catalogues
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    entries
}

fn name(path: &Path) -> String {
    path.file_stem().expect("a name").to_string_lossy().into_owned()
}

fn messages(file: &Path) -> Messages {
    let source = fs::read_to_string(file).expect("the catalogue is there");
    let resource = fluent_syntax::parser::parse(source.as_str())
        .unwrap_or_else(|(_, errors)| panic!("{} can't be parsed: {errors:?}", file.display()));
    let mut messages = Messages::new();
    for entry in resource.body {
        match entry {
            ast::Entry::Message(ast::Message { id, value, attributes, .. }) => {
                assert!(attributes.is_empty(), "{}: {}: attributes aren't used here", file.display(), id.name);
                let mut variables = BTreeSet::new();
                let value = value.unwrap_or_else(|| panic!("{}: {} says nothing", file.display(), id.name));
                collect_variables(&value, &mut variables);
                let twice = messages.insert(id.name.to_owned(), variables);
                assert!(twice.is_none(), "{}: {} stands twice", file.display(), id.name);
            }
            ast::Entry::Term(term) => panic!("{}: -{}: terms aren't used here", file.display(), term.id.name),
            ast::Entry::Comment(_) | ast::Entry::GroupComment(_) | ast::Entry::ResourceComment(_) => {}
            ast::Entry::Junk { content } => panic!("{}: junk {content:?}", file.display()),
        }
    }
    messages
}

fn collect_variables(pattern: &ast::Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            collect_from_expression(expression, variables);
        }
    }
}

fn collect_from_expression(expression: &ast::Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        ast::Expression::Inline(inline) => collect_from_inline(inline, variables),
        ast::Expression::Select { selector, variants } => {
            collect_from_inline(selector, variables);
            for variant in variants {
                collect_variables(&variant.value, variables);
            }
        }
    }
}

fn collect_from_inline(inline: &ast::InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        ast::InlineExpression::Placeable { expression } => collect_from_expression(expression, variables),
        ast::InlineExpression::StringLiteral { .. } | ast::InlineExpression::NumberLiteral { .. } => {}
        ast::InlineExpression::FunctionReference { .. }
        | ast::InlineExpression::MessageReference { .. }
        | ast::InlineExpression::TermReference { .. } => {
            panic!("functions and references aren't used here: {inline:?}")
        }
    }
}

#[test]
fn every_catalogue_is_there_in_every_language() {
    let catalogues = catalogues();
    let languages: BTreeSet<&str> = catalogues.iter().map(|(language, ..)| language.as_str()).collect();
    let areas: BTreeSet<&str> = catalogues.iter().map(|(_, area, _)| area.as_str()).collect();
    assert_eq!(languages, BTreeSet::from(["en", "vi"]));
    assert_eq!(catalogues.len(), languages.len() * areas.len(), "an area is missing in a language");
    for area in ["common", "problems", "slip", "terminal"] {
        assert!(areas.contains(area), "{area}");
    }
}

#[test]
fn all_languages_have_the_same_ids_and_variables() {
    let catalogues = catalogues();
    let (first, others): (Vec<_>, Vec<_>) = catalogues.iter().partition(|(language, ..)| language == "en");
    for (language, area, messages) in others {
        let (_, _, english) =
            first.iter().find(|(_, english_area, _)| english_area == area).expect("the area in English");
        let differences: Vec<&String> =
            english.keys().chain(messages.keys()).filter(|id| english.get(*id) != messages.get(*id)).collect();
        assert!(differences.is_empty(), "{language}/{area}.ftl differs from English in {differences:?}");
    }
}

#[test]
fn every_id_begins_with_its_area_and_is_kebab_case() {
    for (language, area, messages) in catalogues() {
        for (id, variables) in messages {
            assert!(id.starts_with(&format!("{area}-")), "{language}/{area}.ftl: {id}");
            let is_kebab = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
            assert!(id.chars().all(is_kebab) && !id.contains("--"), "{language}/{area}.ftl: {id}");
            let is_snake = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
            assert!(variables.iter().all(|name| name.chars().all(is_snake)), "{id}: {variables:?}");
        }
    }
}

#[test]
fn every_problem_has_a_title_and_a_detail() {
    for (language, area, messages) in catalogues().into_iter().filter(|(_, area, _)| area == "problems") {
        for id in messages.keys() {
            let code = id.strip_suffix("-title").or_else(|| id.strip_suffix("-detail"));
            let code = code.unwrap_or_else(|| panic!("{language}/{area}.ftl: {id} is neither title nor detail"));
            assert!(messages.contains_key(&format!("{code}-title")), "{code}");
            assert!(messages.contains_key(&format!("{code}-detail")), "{code}");
            assert_eq!(messages[&format!("{code}-title")], BTreeSet::new(), "titles have no variables: {code}");
        }
    }
}

#[test]
fn every_text_is_written_in_nfc_without_tabs() {
    use unicode_normalization::is_nfc;
    for folder in entries(&Path::new(env!("CARGO_MANIFEST_DIR")).join("text")) {
        for file in entries(&folder) {
            let source = fs::read_to_string(&file).expect("the catalogue is there");
            assert!(is_nfc(&source), "{} isn't in NFC", file.display());
            assert!(!source.contains(['\t', '\r']), "{} has tabs or CR", file.display());
        }
    }
}

#[test]
fn texts_are_said_with_their_variables() {
    let texts = Catalogue::load();
    let variables = [("counter", 3.into()), ("officer", "Nông Thị Hà".into())];
    let said = texts.say("en", "problems-counter-taken-detail", &variables);
    assert_eq!(said, "Nông Thị Hà works at counter 3. Choose another counter, or ask them to close it.");
    assert_eq!(texts.say("en", "slip-people", &[("count", 1.into())]), "person");
    assert_eq!(texts.say("en", "slip-people", &[("count", 4.into())]), "people");
    assert_eq!(texts.say("vi", "slip-people", &[("count", 1.into())]), "người");
    let counters = [("first", "1".into()), ("last", "3".into())];
    assert_eq!(texts.say("vi", "slip-counters", &counters), "Quầy 1 hoặc Quầy 3");
}

#[test]
fn a_missing_text_says_its_id_and_a_missing_language_is_english() {
    let texts = Catalogue::load();
    assert_eq!(texts.say("vi", "slip-nothing", &[]), "slip-nothing");
    assert_eq!(texts.say("fr", "slip-follow", &[]), texts.say("en", "slip-follow", &[]));
}

#[test]
fn every_message_of_every_language_can_be_said() {
    let texts = Catalogue::load();
    for (language, _, messages) in catalogues() {
        for (id, variables) in messages {
            let filled: Vec<_> = variables.iter().map(|name| (name.as_str(), 7.into())).collect();
            let said = texts.say(&language, &id, &filled);
            assert!(said != id && !said.contains(['{', '}', '\u{2068}']), "{language}: {id}: {said}");
        }
    }
}

#[test]
fn pages_get_the_source_of_an_area() {
    let texts = Catalogue::load();
    assert_eq!(texts.languages().collect::<Vec<_>>(), ["en", "vi"]);
    assert!(texts.areas("vi").any(|area| area == "slip"));
    let on_disk = Path::new(env!("CARGO_MANIFEST_DIR")).join("text/vi/slip.ftl");
    assert_eq!(texts.source("vi", "slip"), Some(fs::read_to_string(on_disk).expect("the catalogue is there").as_str()));
    assert_eq!(texts.source("vi", "../office"), None);
    assert_eq!(texts.source("fr", "slip"), None);
}

#[test]
fn a_reader_gets_the_best_language_that_there_is() {
    let texts = Catalogue::load();
    assert_eq!(texts.best_language("fr-FR,en;q=0.8,vi;q=0.7"), Some("en"));
    assert_eq!(texts.best_language("vi_VN.UTF-8"), Some("vi"));
    assert_eq!(texts.best_language("C"), None);
}

#[test]
fn the_catalogue_is_shared_between_threads() {
    fn is_shared<T: Send + Sync>() {}
    is_shared::<Catalogue>();
}
