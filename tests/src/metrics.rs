//! What `/metrics` says, as numbers.

use std::collections::BTreeMap;

use anyhow::{Context, ensure};

use crate::answer::Answer;

/// The samples of one reading, each under its name with its labels: `moi_refusals_total{code="not-found"}`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Metrics {
    samples: BTreeMap<String, f64>,
}

impl Metrics {
    /// Reads an answer of `/metrics`, strictly.
    ///
    /// # Errors
    /// When it is no `OpenMetrics` text.
    pub fn read(answer: &Answer) -> anyhow::Result<Self> {
        let kind = answer.header("content-type");
        ensure!(kind.starts_with("application/openmetrics-text; version=1.0.0"), "content type {kind:?}");
        Self::parse(&answer.text())
    }

    /// Parses `OpenMetrics` text.
    ///
    /// # Errors
    /// When a line is none, or the end is missing.
    pub fn parse(text: &str) -> anyhow::Result<Self> {
        ensure!(text.ends_with("# EOF\n"), "the text ends without # EOF");
        let mut samples = BTreeMap::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let (name, value) = line.rsplit_once(' ').with_context(|| format!("no sample: {line:?}"))?;
            let value: f64 = value.parse().with_context(|| format!("no number: {line:?}"))?;
            ensure!(samples.insert(name.to_owned(), value).is_none(), "twice: {name}");
        }
        Ok(Self { samples })
    }

    /// How many requests and frames were refused under this problem code.
    #[must_use]
    pub fn refusals(&self, code: &str) -> f64 {
        self.value(&format!("moi_refusals_total{{code=\"{code}\"}}"))
    }

    /// How many requests and frames were refused in all.
    #[must_use]
    pub fn refusals_in_all(&self) -> f64 {
        self.samples.iter().filter(|(name, _)| name.starts_with("moi_refusals_total")).map(|(_, value)| value).sum()
    }

    /// How often a limit of the doors turned somebody away.
    #[must_use]
    pub fn turned_away(&self, limit: &str) -> f64 {
        self.value(&format!("moi_turned_away_total{{limit=\"{limit}\"}}"))
    }

    /// A sample's value; 0 when there is none yet.
    #[must_use]
    pub fn value(&self, name: &str) -> f64 {
        self.samples.get(name).copied().unwrap_or(0.0)
    }

    /// The names of all samples, with their labels.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.samples.keys().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_read_with_their_labels() {
        let text = "# TYPE moi_refusals counter\nmoi_refusals_total{code=\"not-found\"} 2\n\
                    moi_refusals_total{code=\"invalid-body\"} 3\nmoi_sockets 1\n# EOF\n";
        let metrics = Metrics::parse(text).unwrap();
        assert!((metrics.refusals("not-found") - 2.0).abs() < f64::EPSILON);
        assert!((metrics.refusals_in_all() - 5.0).abs() < f64::EPSILON);
        assert!((metrics.value("moi_sockets") - 1.0).abs() < f64::EPSILON);
        assert!(Metrics::parse("moi_sockets 1\n").is_err(), "cut off");
    }
}
