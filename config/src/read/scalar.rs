//! Readers of single values: a whole number, a truth, one of a few words, a word of a given form.

use std::ops::RangeInclusive;

use toml::de::DeValue;

use super::{Node, nearest};

/// A whole number in this range, both ends allowed.
pub(crate) fn whole_number<T>(range: RangeInclusive<T>) -> impl Fn(&Node<'_>) -> Option<T>
where
    T: Copy + Ord + std::fmt::Display + TryFrom<i64>,
{
    move |node| {
        let number = node.value().and_then(|value| value.as_integer());
        let number = number.and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
        let number = number.and_then(|number| T::try_from(number).ok()).filter(|number| range.contains(number));
        if number.is_none() {
            node.refuse(format!("a whole number from {} to {}", range.start(), range.end()));
        }
        number
    }
}

/// `true` or `false`, without quotes.
pub(crate) fn truth(node: &Node<'_>) -> Option<bool> {
    let truth = node.value().and_then(DeValue::as_bool);
    if truth.is_none() {
        node.refuse("true, false");
    }
    truth
}

/// One of a few words, each with its meaning.
pub(crate) fn choice<T: Copy>(choices: &'static [(&'static str, T)]) -> impl Fn(&Node<'_>) -> Option<T> {
    move |node| {
        let found = node.string();
        let chosen = found.and_then(|found| choices.iter().find(|(word, _)| *word == found));
        if chosen.is_none() {
            let words: Vec<String> = choices.iter().map(|(word, _)| format!("\"{word}\"")).collect();
            let guess = found.and_then(|found| nearest(found, choices.iter().map(|(word, _)| *word)));
            match guess {
                Some(guess) => node.refuse_nearest(node.found(), words.join(", "), Some(format!("\"{guess}\""))),
                None => node.refuse(words.join(", ")),
            }
        }
        chosen.map(|&(_, meaning)| meaning)
    }
}

/// A text that passes a test; `allowed` says in words which texts do.
pub(crate) fn pattern(allowed: &'static str, is_allowed: fn(&str) -> bool) -> impl Fn(&Node<'_>) -> Option<String> {
    move |node| {
        let found = node.string().filter(|found| is_allowed(found));
        if found.is_none() {
            node.refuse(allowed);
        }
        found.map(str::to_owned)
    }
}
