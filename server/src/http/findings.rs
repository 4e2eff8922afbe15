//! What is wrong with a set-up that a body brings, as programs and pages read it.

use moi_config::{Finding, Place};
use serde_json::{Value, json};

use super::Problem;
use crate::set_up::SetUpError;

/// Mistakes that an answer tells; a set-up that somebody wrote has some dozen at most.
const FINDINGS_MAX: usize = 500;

/// Each finding with its place.
#[must_use]
pub fn findings_json(findings: &[Finding]) -> Vec<Value> {
    let list = findings.iter().take(FINDINGS_MAX).map(|finding| {
        let line = match &finding.place {
            Place::File { position, .. } => position.map(|position| position.line),
            Place::Environment { .. } | Place::Argument { .. } => None,
        };
        json!({
            "text": finding.to_string(), "line": line, "key": finding.key, "found": finding.found,
            "allowed": finding.allowed, "nearest": finding.nearest,
        })
    });
    list.collect()
}

/// The problem of a set-up that can't be.
#[must_use]
pub fn wrong_setup(findings: &[Finding]) -> Problem {
    Problem::wrong_setup(findings.len(), findings_json(findings))
}

impl From<SetUpError> for Problem {
    fn from(error: SetUpError) -> Self {
        match error {
            SetUpError::Findings(findings) => wrong_setup(&findings),
            SetUpError::Unusable(error) => Self::unusable_setup(error.to_string()),
            SetUpError::Records(error) => Self::records_failed(&error),
            SetUpError::Missing { .. } => {
                tracing::error!(%error, "a set-up that the journal names is not there");
                Self::bug()
            }
        }
    }
}
