//! Rules of a set-up that can be tried with another value, each by a key: a change is checked as the file is, and what
//! comes out is an office like any other.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::{Away, BackTo, Counter, Office, Priority, Transfer, TransferPlace};
use crate::finding::{Finding, Level, Place};

/// Where the findings of a change stand.
const PLACE: &str = "changes";

/// A value of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Setting {
    /// Minutes.
    Number(i64),
    /// One of a few words.
    Word(String),
    /// Codes of services.
    Codes(Vec<String>),
}

/// A rule with the value that it has, and those that it may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The way to it, by ids and numbers, as `priorities.elderly.head_start_minutes`.
    pub key: String,
    /// What it is.
    pub value: Setting,
    /// What it may be.
    pub allowed: Allowed,
}

/// What a rule may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// A whole number.
    Numbers(RangeInclusive<u16>),
    /// One of these words.
    Words(Vec<&'static str>),
    /// Some of these codes, each once.
    Codes(Vec<String>),
}

impl Office {
    /// The rules of the order that can be tried with another value.
    #[must_use]
    pub fn rules_to_try(&self) -> Vec<Rule> {
        let minutes = |key: String, value: u16, allowed: RangeInclusive<u16>| Rule {
            key,
            value: Setting::Number(value.into()),
            allowed: Allowed::Numbers(allowed),
        };
        let mut rules: Vec<Rule> = self
            .priorities
            .iter()
            .map(|class| {
                let key = format!("priorities.{}.head_start_minutes", class.id);
                // 0 stands for a set-up without this class, which is how the file says it.
                minutes(key, class.head_start_minutes, 0..=*Priority::HEAD_START.end())
            })
            .collect();
        rules.extend([
            word("transfer.place", &TransferPlace::CHOICES, self.transfer.place),
            minutes("transfer.head_start_minutes".into(), self.transfer.head_start_minutes, Transfer::HEAD_START),
            word("away.back_to", &BackTo::CHOICES, self.away.back_to),
            minutes("away.lateness_minutes".into(), self.away.lateness_minutes, Away::LATENESS),
        ]);
        let all: Vec<String> = self.services.iter().map(|service| service.code.clone()).collect();
        for counter in &self.counters {
            let key = |what: &str| format!("counters.{}.{what}", counter.number);
            let codes = |what: &str, value: &[String]| Rule {
                key: key(what),
                value: Setting::Codes(value.to_vec()),
                allowed: Allowed::Codes(all.clone()),
            };
            rules.push(codes("services", &counter.services));
            rules.push(codes("helps_with", &counter.helps_with));
            rules.push(minutes(key("helps_after_minutes"), counter.helps_after_minutes, Counter::HELPS_AFTER));
        }
        rules
    }

    /// The same office with some rules changed.
    ///
    /// # Errors
    /// Every change that can't be, all at once.
    pub fn changed(&self, changes: &BTreeMap<String, Setting>) -> Result<Self, Vec<Finding>> {
        let rules = self.rules_to_try();
        let mut findings = Vec::new();
        let mut office = self.clone();
        for (key, value) in changes {
            match rules.iter().find(|rule| rule.key == *key) {
                Some(rule) if rule.allowed.holds(value) => office.set(key, value),
                Some(rule) => findings.push(finding(key, value.found(), rule.allowed.words())),
                None => findings.push(finding(key, "no such rule".into(), "a rule of this set-up".into())),
            }
        }
        if findings.is_empty() {
            findings = office.misfits();
        }
        if findings.is_empty() { Ok(office) } else { Err(findings) }
    }

    fn set(&mut self, key: &str, value: &Setting) {
        let parts: Vec<&str> = key.split('.').collect();
        match (parts.as_slice(), value) {
            (["transfer", "place"], Setting::Word(word)) => {
                pick(&mut self.transfer.place, &TransferPlace::CHOICES, word);
            }
            (["away", "back_to"], Setting::Word(word)) => pick(&mut self.away.back_to, &BackTo::CHOICES, word),
            (["transfer", "head_start_minutes"], Setting::Number(number)) => {
                self.transfer.head_start_minutes = minutes(*number);
            }
            (["away", "lateness_minutes"], Setting::Number(number)) => self.away.lateness_minutes = minutes(*number),
            (["priorities", id, _], Setting::Number(0)) => self.priorities.retain(|class| class.id != *id),
            (["priorities", id, _], Setting::Number(number)) => {
                let class = self.priorities.iter_mut().find(|class| class.id == *id);
                if let Some(class) = class {
                    class.head_start_minutes = minutes(*number);
                }
            }
            (["counters", number, what], value) => {
                let counter = self.counters.iter_mut().find(|counter| counter.number.to_string() == *number);
                if let Some(counter) = counter {
                    counter.set(what, value);
                }
            }
            // The value was found to be of the rule's kind.
            (_, Setting::Number(_) | Setting::Word(_) | Setting::Codes(_)) => {}
        }
    }

    /// What the file's check says of counters and services that don't fit together.
    fn misfits(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for counter in &self.counters {
            let key = |what: &str| format!("counters.{}.{what}", counter.number);
            if counter.services.is_empty() {
                findings.push(finding(&key("services"), "no service".into(), "at least one service".into()));
            }
            for both in counter.helps_with.iter().filter(|code| counter.services.contains(code)) {
                let found = format!("\"{both}\", which is in services, too");
                findings.push(finding(&key("helps_with"), found, "other services".into()));
            }
        }
        for service in &self.services {
            if self.counters_of(&service.code).next().is_none() {
                let found = format!("\"{}\" at no counter", service.code);
                findings.push(finding("counters", found, "each service in the services of a counter".into()));
            }
        }
        findings
    }
}

impl Counter {
    fn set(&mut self, what: &str, value: &Setting) {
        match (what, value) {
            ("services", Setting::Codes(codes)) => self.services.clone_from(codes),
            ("helps_with", Setting::Codes(codes)) => self.helps_with.clone_from(codes),
            ("helps_after_minutes", Setting::Number(number)) => self.helps_after_minutes = minutes(*number),
            (_, Setting::Number(_) | Setting::Word(_) | Setting::Codes(_)) => {}
        }
    }
}

impl Setting {
    /// As a finding repeats it.
    fn found(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Word(word) => format!("\"{}\"", word.chars().take(40).collect::<String>()),
            Self::Codes(codes) => {
                let codes: Vec<_> = codes.iter().take(24).map(|code| code.chars().take(8).collect()).collect();
                format!("[{}]", codes.iter().map(|code: &String| format!("\"{code}\"")).collect::<Vec<_>>().join(", "))
            }
        }
    }
}

impl Allowed {
    fn holds(&self, value: &Setting) -> bool {
        match (self, value) {
            (Self::Numbers(range), Setting::Number(number)) => {
                u16::try_from(*number).is_ok_and(|number| range.contains(&number))
            }
            (Self::Words(words), Setting::Word(word)) => words.contains(&word.as_str()),
            (Self::Codes(known), Setting::Codes(codes)) => {
                let once = |(place, code): (usize, &String)| known.contains(code) && !codes[..place].contains(code);
                codes.iter().enumerate().all(once)
            }
            (Self::Numbers(_) | Self::Words(_) | Self::Codes(_), _) => false,
        }
    }

    fn words(&self) -> String {
        let quoted = |words: &mut dyn Iterator<Item = &str>| {
            words.map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
        };
        match self {
            Self::Numbers(range) => format!("a whole number from {} to {}", range.start(), range.end()),
            Self::Words(words) => quoted(&mut words.iter().copied()),
            Self::Codes(codes) => format!("each once: {}", quoted(&mut codes.iter().map(String::as_str))),
        }
    }
}

fn word<T: Copy + PartialEq>(key: &str, choices: &'static [(&'static str, T)], value: T) -> Rule {
    let now = choices.iter().find(|(_, meaning)| *meaning == value).map_or("", |(word, _)| word);
    let words = choices.iter().map(|(word, _)| *word).collect();
    Rule { key: key.to_owned(), value: Setting::Word(now.to_owned()), allowed: Allowed::Words(words) }
}

fn pick<T: Copy>(value: &mut T, choices: &[(&str, T)], word: &str) {
    if let Some((_, meaning)) = choices.iter().find(|(known, _)| *known == word) {
        *value = *meaning;
    }
}

/// Of a number that was found to be in a range of these.
fn minutes(number: i64) -> u16 {
    u16::try_from(number).unwrap_or_default()
}

fn finding(key: &str, found: String, allowed: String) -> Finding {
    let key: String = key.chars().take(80).collect();
    Finding {
        level: Level::Mistake,
        place: Place::File { file: PLACE.into(), position: None },
        key: key.into(),
        found: found.into(),
        allowed: allowed.into(),
        nearest: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, load};

    fn office() -> Office {
        load(Source::Embedded).expect("the shipped set-up")
    }

    fn changed(changes: &[(&str, Setting)]) -> Result<Office, Vec<String>> {
        let changes = changes.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
        office().changed(&changes).map_err(|findings| findings.iter().map(ToString::to_string).collect())
    }

    fn codes(codes: &[&str]) -> Setting {
        Setting::Codes(codes.iter().map(|code| (*code).to_owned()).collect())
    }

    /// A rule that could be listed and not set would seem to change nothing.
    #[test]
    fn every_rule_that_is_listed_can_be_set_and_then_has_its_new_value() {
        for rule in office().rules_to_try() {
            let value = match &rule.allowed {
                Allowed::Numbers(range) => Setting::Number((*range.end()).into()),
                Allowed::Words(words) => {
                    let other = words.iter().find(|word| rule.value != Setting::Word((**word).to_owned()));
                    Setting::Word((*other.expect("another word")).to_owned())
                }
                Allowed::Codes(_) if rule.key.ends_with("helps_with") => {
                    let own = office().counters.iter().find(|one| rule.key.contains(&one.number.to_string())).cloned();
                    let own = own.expect("it is listed").services;
                    let other = office().services.into_iter().map(|one| one.code).find(|code| !own.contains(code));
                    codes(&[&other.expect("a counter has not all")])
                }
                Allowed::Codes(all) => codes(&all.iter().map(String::as_str).collect::<Vec<_>>()),
            };
            let office = changed(&[(&rule.key, value.clone())]).unwrap_or_else(|found| panic!("{found:?}"));
            let now = office.rules_to_try().into_iter().find(|known| known.key == rule.key).expect("it is there still");
            assert_eq!((now.value, now.allowed), (value, rule.allowed), "{}", rule.key);
        }
    }

    #[test]
    fn a_head_start_of_nothing_is_a_set_up_without_the_class() {
        let office = changed(&[("priorities.elderly.head_start_minutes", Setting::Number(0))]).expect("it is allowed");
        assert!(office.priorities.iter().all(|class| class.id != "elderly") && office.priorities.len() == 4);
    }

    #[test]
    fn changes_that_cannot_be_are_all_told_at_once() {
        let found = changed(&[
            ("priorities.elderly.head_start_minutes", Setting::Number(121)),
            ("transfer.place", Setting::Word("middle".into())),
            ("counters.1.services", codes(&["A", "Q"])),
            ("hours.monday", Setting::Word("all".into())),
        ]);
        assert_eq!(
            found.expect_err("none of them can be"),
            [
                "changes: counters.1.services: found [\"A\", \"Q\"], allowed: each once: \"A\", \"C\", \"D\", \"E\", \
                 \"H\", \"K\", \"X\", \"M\"",
                "changes: hours.monday: found no such rule, allowed: a rule of this set-up",
                "changes: priorities.elderly.head_start_minutes: found 121, allowed: a whole number from 0 to 120",
                "changes: transfer.place: found \"middle\", allowed: \"front\", \"arrival\", \"end\"",
            ]
        );
    }

    #[test]
    fn counters_and_services_must_still_fit_together() {
        let found = changed(&[("counters.4.services", codes(&[])), ("counters.1.helps_with", codes(&["A"]))]);
        assert_eq!(
            found.expect_err("they don't"),
            [
                "changes: counters.1.helps_with: found \"A\", which is in services, too, allowed: other services",
                "changes: counters.4.services: found no service, allowed: at least one service",
                "changes: counters: found \"D\" at no counter, allowed: each service in the services of a counter",
                "changes: counters: found \"X\" at no counter, allowed: each service in the services of a counter",
            ]
        );
    }
}
