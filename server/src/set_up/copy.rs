//! The set-up in force as a file beside the journal: for commands that must not open a journal, and for people.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use actix_web::rt;
use tokio::task::{JoinHandle, spawn_blocking};

use super::SetUps;
use crate::whole_file;

/// Its name in the data folder.
pub const COPY: &str = "set-up-in-force.toml";

/// What it says to whoever opens it.
const WORDS: &str = "# The set-up in force, as Moi writes it at each start and after each change. Nobody reads what\n\
    # is changed here: change it on the page /admin/set-up, or with `moi office import`.\n\n";

/// Keeps the copy in step with what is in force, until it is aborted. Without room on the disk the copy waits for the
/// next change or start: the journal alone decides.
pub fn start_copying(data: PathBuf, set_ups: SetUps) -> JoinHandle<()> {
    rt::spawn(async move {
        let mut changes = set_ups.changes();
        loop {
            let (data, text) = (data.clone(), Arc::clone(&set_ups.in_force().text));
            if let Ok(Err(error)) = spawn_blocking(move || write(&data, &text)).await {
                tracing::warn!(%error, file = COPY, "the copy of the set-up can't be written");
            }
            if changes.changed().await.is_err() {
                return;
            }
        }
    })
}

/// Whole or not at all; the same bytes are not written again, for a card's sake.
fn write(data: &Path, text: &str) -> io::Result<()> {
    let (path, text) = (data.join(COPY), format!("{WORDS}{text}"));
    if fs::read(&path).is_ok_and(|there| there == text.as_bytes()) {
        return Ok(());
    }
    whole_file::put(&path, &path.with_extension("new"), text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::set_up::{Given, Origin};

    #[test]
    fn whoever_names_no_file_gets_the_set_up_that_was_in_force_last() {
        let folder = tempfile::tempdir().expect("a folder");
        let given = || Given::read(None).expect("the shipped set-up");
        let fresh = given().in_force_at(folder.path()).expect("as it ships");
        assert_eq!(fresh.office.desk.undo_seconds, 10);
        write(folder.path(), &moi_config::shipped().replace("undo_seconds = 10", "undo_seconds = 20"))
            .expect("written");
        let own = given().in_force_at(folder.path()).expect("a good set-up");
        assert_eq!((own.office.desk.undo_seconds, own.origin), (20, Origin::Own));
    }

    #[test]
    fn whoever_names_a_file_gets_that_one() {
        let folder = tempfile::tempdir().expect("a folder");
        write(folder.path(), &moi_config::shipped().replace("undo_seconds = 10", "undo_seconds = 20"))
            .expect("written");
        let named = folder.path().join("named.toml");
        fs::write(&named, moi_config::shipped()).expect("written");
        let given = Given::read(Some(named)).expect("good").in_force_at(folder.path()).expect("good");
        assert_eq!(given.office.desk.undo_seconds, 10);
    }
}
