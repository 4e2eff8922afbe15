//! The set-up by the command line: as a file to keep, and out of one.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use moi_config::{Difference, difference, taken_over};
use moi_domain::{Actor, Command, Order, Refusal, decide};
use serde::{Deserialize, Serialize};
use tokio::runtime::Handle;

use super::House;
use crate::set_up::{InForce, Origin};

/// Bytes of a set-up's file; that of a city hall has some 40 KiB.
const FILE_BYTES_MAX: u64 = 1 << 20;

/// What is to be taken out of a file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SetUpImport {
    /// The file; absolute.
    pub path: std::path::PathBuf,
    /// Parts of it, as `services`; all when there is none.
    pub parts: Vec<String>,
    /// Whether it comes into force; else it is only told what it would change.
    pub apply: bool,
    /// Whether people may be left whom nobody could serve.
    pub strands: bool,
}

/// What a file changes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SetUpDifference {
    /// Key by key.
    pub changes: Vec<Difference>,
    /// What its reader should think about.
    pub warnings: Vec<String>,
    /// Why the rules would refuse it as it is.
    pub refusal: Option<String>,
    /// Whether it is in force.
    pub applied: bool,
}

/// Takes a set-up out of a file, or tells what that would change. Blocks.
///
/// # Errors
/// Why it can't be, in words: mistakes with their lines, the rules' refusal, a file that can't be read.
pub(super) fn import(house: &House, wish: &SetUpImport) -> Result<SetUpDifference, String> {
    // Before the text: an older version with a newer text is refused, a newer one with an older text would undo it.
    let made_from = house.engine.as_ref().map_or(0, |engine| engine.published().read(|hall| hall.set_up().version));
    let present = house.set_ups.in_force();
    let text = read(&wish.path)?;
    let text = if wish.parts.is_empty() {
        text
    } else {
        taken_over(&present.text, &text, &wish.parts).map_err(|error| error.to_string())?
    };
    let next = Arc::new(InForce::read(&text).map_err(|error| error.to_string())?);
    let changes = difference(&present.text, &next.text);
    let missing = house.pictures.missing(&next.office);
    let told = SetUpDifference {
        warnings: next.office.warnings.iter().chain(&missing).map(ToString::to_string).collect(),
        refusal: None,
        applied: false,
        changes,
    };
    let Some(engine) = &house.engine else {
        return if wish.apply { Err(NOT_RUNNING.to_owned()) } else { Ok(told) };
    };
    let wished = next.wish(made_from, &told.changes, wish.strands);
    let order = Order { command: Command::ChangeSetUp { wish: wished }, by: Actor::Owner, key: None };
    if !wish.apply {
        let now = (house.clock)();
        let refused = engine.published().read(|hall| decide(hall, &present.setup, &order, now)).err();
        return Ok(SetUpDifference { refusal: refused.map(|refusal| words(&refusal)), ..told });
    }
    if let Origin::File(path) = house.set_ups.origin() {
        return Err(format!(
            "this office was started with {}: change that file, or start it without --config and import again",
            path.display()
        ));
    }
    house.set_ups.offer(next).map_err(|error| error.to_string())?;
    let runtime = Handle::try_current().map_err(|error| error.to_string())?;
    match runtime.block_on(engine.submit(order)) {
        Ok(_) => {
            house.access.close_installation().map_err(|error| error.to_string())?;
            Ok(SetUpDifference { applied: true, ..told })
        }
        Err(error) => Err(error.to_string()),
    }
}

/// What to do where no office runs.
const NOT_RUNNING: &str = "no office runs on this data: start it, then import; or start it with --config and the file";

fn read(path: &Path) -> Result<String, String> {
    let told = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let length = fs::metadata(path).map_err(|error| told(&error))?.len();
    if length > FILE_BYTES_MAX {
        return Err(told(&format!("a file of {length} bytes is no set-up")));
    }
    fs::read_to_string(path).map_err(|error| told(&error))
}

/// With what to do, where people would be stranded.
fn words(refusal: &Refusal) -> String {
    let Refusal::WouldStrand { numbers, .. } = refusal else { return refusal.to_string() };
    if numbers.is_empty() {
        return format!("{refusal}: wait until they are over, or add --strand");
    }
    let named: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    format!("{refusal} ({}): serve them first, or add --strand", named.join(", "))
}
