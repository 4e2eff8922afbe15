//! The manual tells the truth: a line for each key that the set-up knows and no other, each with its default, what may
//! stand there, and an example that works. What there is to tell is asked of the set-up's own reader.

use std::collections::{BTreeMap, BTreeSet};

use moi_config::{Finding, Level, Office, parse};
use toml::{Table, Value};

use super::SHIPPED;

const MANUAL: &str = include_str!("../../../docs/manual.md");
/// How the hall works, in Vietnamese.
const GUIDE: &str = include_str!("../../../docs/huong-dan.md");
/// A key that no part has.
const UNKNOWN: &str = "no-such-key";
/// What the manual says of a key, or part, without which there is no office.
const NEEDED: &str = "must be given";
const PART_NEEDED: &str = "must be there";
/// What it says of one that may be missing.
const OPTIONAL: &str = "may be left out";

/// A part of the set-up, as `[away]` or `[[services.documents]]`.
struct Part {
    name: String,
    /// Whether it is a list of entries: so for what it stands in, outermost first, and itself.
    is_list: Vec<bool>,
    keys: Vec<String>,
}

impl Part {
    /// All parts, as the reader tells them: it refuses an unknown key with the known ones.
    fn all() -> Vec<Self> {
        let mut parts = Vec::new();
        Self::look(String::new(), Vec::new(), &mut parts);
        assert!(parts.len() > 20, "only {} parts were found", parts.len());
        parts
    }

    /// Adds the part of this name, if it is one, and those in it.
    fn look(name: String, is_list: Vec<bool>, parts: &mut Vec<Self>) {
        let part = Self { name, is_list, keys: Vec::new() };
        let found = findings(&format!("{}{UNKNOWN} = 0\n", part.headers()));
        let path = part.path(UNKNOWN);
        let refused = found.iter().find(|finding| *finding.key == path && &*finding.found == "an unknown key");
        let Some(refused) = refused else { return };
        let place = parts.len();
        let inner = |key: &str| if part.name.is_empty() { key.to_owned() } else { format!("{}.{key}", part.name) };
        let keys = refused.allowed.split(", ").map(|key| (key.to_owned(), inner(key))).collect::<Vec<_>>();
        let is_list = part.is_list.clone();
        parts.push(part);
        for (key, name) in keys {
            let before = parts.len();
            for list in [false, true] {
                Self::look(name.clone(), [is_list.clone(), vec![list]].concat(), parts);
            }
            if parts.len() == before {
                parts[place].keys.push(key);
            }
        }
    }

    /// The lines that lead to it, with one entry of each list.
    fn headers(&self) -> String {
        let ends = self.name.match_indices('.').map(|(at, _)| at).chain([self.name.len()]);
        let header = |(end, list): (usize, &bool)| {
            let name = &self.name[..end];
            if *list { format!("[[{name}]]\n") } else { format!("[{name}]\n") }
        };
        ends.zip(&self.is_list).map(header).collect()
    }

    /// How the manual's headings name it.
    fn heading(&self) -> String {
        self.headers().lines().last().unwrap_or_default().to_owned()
    }

    /// How findings name a key of its first entry.
    fn path(&self, key: &str) -> String {
        let step = |(name, list): (&str, &bool)| format!("{name}{}.", if *list { "[1]" } else { "" });
        self.name.split('.').zip(&self.is_list).map(step).chain([key.to_owned()]).collect()
    }

    fn is_in_a_list(&self) -> bool {
        self.is_list.contains(&true)
    }

    /// Where it stands in a set-up, once for each entry.
    fn tables<'o>(&self, office: &'o mut Value) -> Vec<&'o mut Table> {
        tables(office, &self.name.split('.').collect::<Vec<_>>())
    }
}

fn tables<'o>(value: &'o mut Value, way: &[&str]) -> Vec<&'o mut Table> {
    if value.is_array() {
        let entries = value.as_array_mut().into_iter().flatten();
        return entries.flat_map(|entry| tables(entry, way)).collect();
    }
    let Some(table) = value.as_table_mut() else { return Vec::new() };
    match way.split_first() {
        None => vec![table],
        Some((first, rest)) => table.get_mut(*first).map(|inner| tables(inner, rest)).unwrap_or_default(),
    }
}

fn findings(text: &str) -> Vec<Finding> {
    parse("office.toml", text).map_or_else(|findings| findings, |office| office.warnings)
}

/// The shipped set-up with everything that it shows and does not use: keys right behind the sign of a remark.
fn shipped() -> Value {
    let shown = |line: &'static str| match line.strip_prefix('#') {
        Some(key) if key.starts_with(|first: char| first == '[' || first.is_ascii_lowercase()) => key,
        Some(_) | None => line,
    };
    let text: String = SHIPPED.lines().flat_map(|line| [shown(line), "\n"]).collect();
    Value::Table(text.parse().expect("the shipped set-up is TOML"))
}

/// Whether the shipped set-up uses a part.
fn is_used(part: &Part) -> bool {
    let mut office = Value::Table(SHIPPED.parse().expect("the shipped set-up is TOML"));
    !part.tables(&mut office).is_empty()
}

fn read(office: &Value) -> Result<Office, Vec<Finding>> {
    parse("office.toml", &toml::to_string(office).expect("a set-up is TOML"))
}

/// Keys that stand only beside another one, after that one.
const BESIDE: [(&str, &str); 1] = [("appointment_minutes", "appointments_per_slot")];

/// The shipped set-up without a key in any entry of a part, nor what stands only beside it.
fn without(part: &Part, key: &str) -> Value {
    let mut office = shipped();
    for table in part.tables(&mut office) {
        table.remove(key);
        for (_, beside) in BESIDE.iter().filter(|(first, _)| *first == key) {
            table.remove(*beside);
        }
    }
    office
}

/// What the manual says of a key.
#[derive(Debug)]
struct Line {
    key: String,
    default: String,
    limits: String,
    example: String,
}

/// What the manual says of a part.
#[derive(Debug, Default)]
struct Section {
    words: String,
    lines: Vec<Line>,
}

/// The manual's sections by their headings, as `[away]`.
fn sections() -> BTreeMap<String, Section> {
    let mut sections = BTreeMap::<String, Section>::new();
    let mut current = None;
    for line in MANUAL.lines() {
        if line.starts_with('#') {
            let name = quoted(line).into_iter().find(|name| name.starts_with('['));
            assert!(name.as_ref().is_none_or(|name| !sections.contains_key(name)), "{line} stands twice");
            current = name;
        }
        let Some(name) = &current else { continue };
        let section = sections.entry(name.clone()).or_default();
        if !line.starts_with('|') {
            section.words.push_str(line);
        } else if line.starts_with("| `") {
            let cells: Vec<_> = line.split('|').map(str::trim).collect();
            let [_, key, _, _, default, limits, example, _] = cells[..] else { panic!("six columns: {line}") };
            let [key, default, limits, example] = [key.trim_matches('`'), default, limits, example].map(str::to_owned);
            section.lines.push(Line { key, default, limits, example });
        }
    }
    sections
}

/// Each key with its part and the manual's line.
fn every_line(mut check: impl FnMut(&Part, &Line) -> Option<String>) {
    let sections = sections();
    let mut wrong = Vec::new();
    for part in Part::all() {
        let lines = sections.get(&part.heading()).map(|section| section.lines.iter()).into_iter().flatten();
        for line in lines.filter(|line| part.keys.contains(&line.key)) {
            wrong.extend(check(&part, line).map(|what| format!("{} {}: {what}", part.heading(), line.key)));
        }
    }
    report(&wrong);
}

fn report(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} to mend in docs/manual.md:\n{}", wrong.len(), wrong.join("\n"));
}

/// What stands between backticks.
fn quoted(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The numbers in a text, and the words between such marks.
fn amounts(text: &str, mark: char) -> (Vec<String>, BTreeSet<String>) {
    let words = text.split(mark).skip(1).step_by(2).map(|word| word.trim_matches('"').to_owned()).collect();
    let plain: String = text.split(mark).step_by(2).collect::<String>().replace(',', "");
    let numbers = plain.split(|sign: char| !sign.is_ascii_digit()).filter(|number| !number.is_empty());
    (numbers.map(str::to_owned).collect(), words)
}

#[test]
fn the_manual_has_a_line_for_each_key_of_the_set_up_and_no_other() {
    let named = |heading: &str, key: &str| format!("{heading} {key}");
    let parts = Part::all();
    let known = parts.iter().flat_map(|part| part.keys.iter().map(|key| named(&part.heading(), key)));
    let known = known.chain(parts.iter().map(Part::heading)).filter(|name| !name.is_empty()).collect::<BTreeSet<_>>();
    let mut told = BTreeSet::new();
    let mut wrong = Vec::new();
    for (heading, section) in sections() {
        for name in section.lines.iter().map(|line| named(&heading, &line.key)).chain([heading.clone()]) {
            if !told.insert(name.clone()) {
                wrong.push(format!("{name} stands there twice"));
            }
        }
    }
    wrong.extend(known.difference(&told).map(|name| format!("{name} is missing")));
    wrong.extend(told.difference(&known).map(|name| format!("the set-up knows no {name}")));
    report(&wrong);
}

/// Nothing is left out without a word, and a default is the value in the shipped set-up.
#[test]
fn each_default_in_the_manual_is_the_one_of_the_set_up() {
    every_line(|part, Line { key, default, .. }| {
        let is_optional = read(&without(part, key)).is_ok();
        if default.contains(OPTIONAL) != is_optional {
            let may = if is_optional { "it may" } else { "it may not" };
            return Some(format!("\"{OPTIONAL}\" is wrong or missing: {may}"));
        }
        let mut office = shipped();
        let in_force = part.tables(&mut office).first().and_then(|table| table.get(key)).cloned();
        let Some(value) = default.starts_with('`').then(|| quoted(default).swap_remove(0)) else {
            let has_default =
                !part.is_in_a_list() && in_force.is_some_and(|value| value.is_integer() || value.is_bool());
            let is_said = if is_optional { default.starts_with(OPTIONAL) } else { default == NEEDED };
            return (has_default || !is_said)
                .then(|| format!("a default, \"{NEEDED}\" or \"{OPTIONAL}: …\", not \"{default}\""));
        };
        if part.is_in_a_list() {
            return Some("what is in an entry has no default".to_owned());
        }
        let told = format!("it = {value}").parse::<Table>().ok().and_then(|mut table| table.remove("it"));
        (told != in_force).then(|| format!("{value}, but shipped is {in_force:?}"))
    });
}

/// A part that is left out counts as it ships, so that the manual's default is the code's.
#[test]
fn each_part_in_the_manual_says_whether_it_is_needed_and_how_many_entries_it_has() {
    let (sections, shipped_office) = (sections(), read(&shipped()).expect("it is fine"));
    let mut wrong = Vec::new();
    for part in Part::all().into_iter().filter(|part| !part.name.is_empty()) {
        let Some(words) = sections.get(&part.heading()).map(|section| &section.words) else { continue };
        let (outer, key) = part.name.rsplit_once('.').unwrap_or(("", &part.name));
        let mut office = shipped();
        let way: Vec<_> = outer.split('.').filter(|name| !name.is_empty()).collect();
        for table in tables(&mut office, &way) {
            table.remove(key);
        }
        let read_without = read(&office);
        let told = if read_without.is_ok() { OPTIONAL } else { PART_NEEDED };
        if !words.contains(told) {
            wrong.push(format!("{}: \"{told}\" is not said", part.heading()));
        }
        if !part.is_in_a_list() && is_used(&part) && read_without.is_ok_and(|office| office != shipped_office) {
            wrong.push(format!("{}: without it, something else counts than what ships", part.heading()));
        }
        if part.is_list.last() == Some(&true) {
            let (before, path) = (part.headers().replace(&part.heading(), ""), part.path(""));
            let count = allowed(&before, key, path.trim_end_matches("[1]."));
            let told = words.split_once("Entries: ").and_then(|(_, rest)| rest.split('.').next());
            if told.map(|told| amounts(told, '`').0) != Some(amounts(&count, '"').0) {
                wrong.push(format!("{}: Entries: {count}, not {told:?}", part.heading()));
            }
        }
    }
    report(&wrong);
}

/// What the reader says may stand at a key, when something stands there that never may.
fn allowed(before: &str, key: &str, path: &str) -> String {
    let found = findings(&format!("{before}{key} = nan\n"));
    let refused = found.into_iter().find(|finding| &*finding.key == path);
    refused.unwrap_or_else(|| panic!("{path} may be anything")).allowed.into()
}

#[test]
fn each_least_and_most_in_the_manual_is_the_one_of_the_set_up() {
    every_line(|part, Line { key, limits, example, .. }| {
        // An example brings along what its key needs beside it.
        let others = quoted(example).into_iter().filter(|line| !line.starts_with(key.as_str()));
        let before = [part.headers(), others.collect::<Vec<_>>().join("\n"), "\n".to_owned()].concat();
        let allowed = allowed(&before, key, &part.path(key));
        let allowed = allowed.split(", as ").next().unwrap_or_default();
        let allowed = allowed.split(" in each language").next().unwrap_or_default();
        let (numbers, mut words) = amounts(allowed, '"');
        if allowed == "true, false" {
            words = ["true", "false"].map(str::to_owned).into();
        }
        let (told_numbers, told_words) = amounts(limits, '`');
        let is_told = told_numbers == numbers && (words.is_empty() || told_words == words);
        (!is_told).then(|| format!("\"{limits}\", allowed is: {allowed}"))
    });
}

#[test]
fn each_example_in_the_manual_works() {
    every_line(|part, Line { key, example, .. }| {
        let mut office = shipped();
        let Some(first) = part.tables(&mut office).into_iter().next() else { return Some("no such part".to_owned()) };
        let text = quoted(example).join("\n");
        let Ok(table) = text.parse::<Table>() else { return Some(format!("no TOML: {text}")) };
        if !table.contains_key(key) {
            return Some(format!("the example has no {key}"));
        }
        put(first, table);
        let mistakes = read(&office).err().unwrap_or_default();
        mistakes.iter().find(|finding| finding.level == Level::Mistake).map(ToString::to_string)
    });
}

#[test]
fn figures_in_the_text_of_manual_and_guide_are_those_that_ship() {
    let office = read(&shipped()).expect("it is fine");
    let elderly = office.priorities.iter().find(|class| class.id == "elderly").expect("it ships");
    let pause = office.leaving.ask_from_pause_minutes.expect("it ships");
    let undo = office.desk.undo_seconds;
    for (text, words) in [
        (MANUAL, format!("a head start of {} minutes, as shipped", elderly.head_start_minutes)),
        (MANUAL, format!("For {undo} seconds, as shipped")),
        (GUIDE, format!("Người cao tuổi được tính sớm {} phút", elderly.head_start_minutes)),
        (GUIDE, format!("Trong {undo} giây, phím `Backspace`")),
        (GUIDE, format!("nếu quay lại trong {} phút", office.away.grace_minutes)),
        (GUIDE, format!("bị tính muộn hơn {} phút", office.away.lateness_minutes)),
        (GUIDE, format!("tạm nghỉ từ {pause} phút trở lên")),
    ] {
        assert!(text.contains(&words), "{words}");
    }
}

/// Puts values into a table; texts in some languages leave those in the others.
fn put(table: &mut Table, values: Table) {
    for (key, value) in values {
        match (table.get_mut(&key).and_then(Value::as_table_mut), value) {
            (Some(texts), Value::Table(values)) => put(texts, values),
            (_, value) => {
                table.insert(key, value);
            }
        }
    }
}
