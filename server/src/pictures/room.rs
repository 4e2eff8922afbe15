//! The office's pictures: which there are, and who may draw one now.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use actix_web::web::Bytes;
use jiff::Timestamp;
use moi_config::{Finding, Office, PictureId};
use moi_journal::{Files, JournalError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use super::error::PictureError;
use super::kept::{Facts, HEAD_BYTES_MAX, file_of, head_of, name_of, whole_of};
use super::making::{Made, Purpose, make};
use super::shelf::Shelf;

/// Pictures that there may be: 20 slides and the logo, almost three times over. Of 300 KB each they come to 18 MB,
/// which each backup holds, too.
pub const PICTURES_MAX: usize = 60;

/// Whoever waits for a turn. A phone's photo takes 1.4 s of a PC's processor, and three files come at once.
const WAIT_MAX: Duration = Duration::from_secs(10);

/// Files that come at once: each takes 8 MiB until it is its turn.
const UPLOADS_MAX: usize = 3;

/// Pictures that are read from the disk at once, each of some 300 KB.
const READINGS_MAX: usize = 4;

/// Name of the set-up in findings.
const SET_UP: &str = "set-up";

/// The office's pictures; cloning it is cheap.
#[derive(Clone)]
pub struct Pictures(Arc<Shared>);

struct Shared {
    files: Files,
    /// A rehearsal shows its office's pictures.
    lent: Option<Files>,
    /// All that there are; nothing is known of one that is damaged.
    known: RwLock<BTreeMap<PictureId, Option<Facts>>>,
    shelf: Mutex<Shelf>,
    turn: Arc<Semaphore>,
    uploads: Arc<Semaphore>,
    readings: Semaphore,
}

/// The right to draw a picture, and to change which there are: one at a time. It goes along to the thread that draws,
/// so that nobody else begins while it does, even when whoever asked has gone away.
pub struct Turn {
    pictures: Pictures,
    _permit: OwnedSemaphorePermit,
}

impl Pictures {
    /// Those that lie there, and those of the office whose rehearsal this is. Reads the beginning of each, some dozen
    /// small readings; blocks.
    #[must_use]
    pub fn of(files: Files, lent: Option<Files>) -> Self {
        let mut known = BTreeMap::new();
        for files in lent.iter().chain([&files]) {
            match files.list() {
                Ok(names) => known.extend(names.into_iter().map(|name| look(files, PictureId::new(name)))),
                Err(error) => tracing::error!(%error, "the pictures can't be listed: none is shown"),
            }
        }
        Self(Arc::new(Shared {
            files,
            lent,
            known: RwLock::new(known),
            shelf: Mutex::default(),
            turn: Arc::new(Semaphore::new(1)),
            uploads: Arc::new(Semaphore::new(UPLOADS_MAX)),
            readings: Semaphore::new(READINGS_MAX),
        }))
    }

    /// All pictures by name, with what is known of each; nothing of one that is damaged.
    #[must_use]
    pub fn list(&self) -> Vec<(PictureId, Option<Facts>)> {
        let known = self.0.known.read().unwrap_or_else(PoisonError::into_inner);
        known.iter().map(|(id, facts)| (*id, *facts)).collect()
    }

    /// What is known of a picture that can be shown.
    #[must_use]
    pub fn facts(&self, id: PictureId) -> Option<Facts> {
        self.0.known.read().unwrap_or_else(PoisonError::into_inner).get(&id).copied().flatten()
    }

    /// Whether there is such a picture, also a damaged one.
    #[must_use]
    pub fn is_there(&self, id: PictureId) -> bool {
        self.0.known.read().unwrap_or_else(PoisonError::into_inner).contains_key(&id)
    }

    /// Which pictures a set-up names that can't be shown: pages leave them out.
    #[must_use]
    pub fn missing(&self, office: &Office) -> Vec<Finding> {
        let missing = office.pictures().filter(|(_, id)| self.facts(*id).is_none());
        let finding = |(key, id): (String, PictureId)| {
            let better = if self.is_there(id) {
                "a picture that is not damaged: take it in once more"
            } else {
                "a picture that is there: take it in, and give its name"
            };
            Finding::doubt(SET_UP, &key, &id.to_string(), better)
        };
        missing.map(finding).collect()
    }

    /// A picture as it is sent.
    ///
    /// # Errors
    /// [`PictureError::Unknown`], [`PictureError::Damaged`], [`PictureError::Busy`] or the disk's.
    pub async fn show(&self, id: PictureId) -> Result<(Facts, Bytes), PictureError> {
        if !self.is_there(id) {
            return Err(PictureError::Unknown(id));
        }
        if let Some(at_hand) = self.shelf().take(id) {
            return Ok(at_hand);
        }
        let reading = timeout(WAIT_MAX, self.0.readings.acquire()).await.map_err(|_| PictureError::Busy)?;
        let _reading = reading.map_err(|_| PictureError::Stopping)?;
        // Whoever was there before may have asked for the same.
        if let Some(at_hand) = self.shelf().take(id) {
            return Ok(at_hand);
        }
        let pictures = self.clone();
        spawn_blocking(move || pictures.read(id)).await.map_err(|_| PictureError::Stopping)?
    }

    /// A place for a file that comes.
    ///
    /// # Errors
    /// [`PictureError::Busy`].
    pub fn begin_upload(&self) -> Result<OwnedSemaphorePermit, PictureError> {
        Arc::clone(&self.0.uploads).try_acquire_owned().map_err(|_| PictureError::Busy)
    }

    /// The turn to draw a picture, or to remove one.
    ///
    /// # Errors
    /// [`PictureError::Busy`] when others take too long.
    pub async fn turn(&self) -> Result<Turn, PictureError> {
        let turn = timeout(WAIT_MAX, Arc::clone(&self.0.turn).acquire_owned()).await;
        let permit = turn.map_err(|_| PictureError::Busy)?.map_err(|_| PictureError::Stopping)?;
        Ok(Turn { pictures: self.clone(), _permit: permit })
    }

    fn read(&self, id: PictureId) -> Result<(Facts, Bytes), PictureError> {
        let mut file = self.0.files.read(&id.digest())?;
        if let (None, Some(lent)) = (&file, &self.0.lent) {
            file = lent.read(&id.digest())?;
        }
        let Some((facts, bytes)) = file.and_then(|file| whole_of(id, file)) else {
            tracing::error!(%id, "a picture is damaged or gone: it is left out; take it in once more");
            self.note(id, None);
            return Err(PictureError::Damaged(id));
        };
        let bytes = Bytes::from(bytes);
        self.shelf().lay(id, facts, bytes.clone());
        Ok((facts, bytes))
    }

    fn note(&self, id: PictureId, facts: Option<Facts>) {
        self.0.known.write().unwrap_or_else(PoisonError::into_inner).insert(id, facts);
    }

    fn shelf(&self) -> std::sync::MutexGuard<'_, Shelf> {
        self.0.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turn {
    /// Draws a file anew; nothing is kept yet.
    ///
    /// # Errors
    /// See [`make`]; a file that the library falls over is no picture.
    pub async fn make(self, file: Vec<u8>, purpose: Purpose) -> Result<(Self, Made), PictureError> {
        let made = spawn_blocking(move || make(&file, purpose).map(|made| (self, made))).await;
        made.map_err(|error| if error.is_panic() { PictureError::NoPicture } else { PictureError::Stopping })?
    }

    /// What a picture will be called, when there is room for it. The same one needs no room.
    ///
    /// # Errors
    /// [`PictureError::TooMany`].
    pub fn name(&self, made: &Made) -> Result<PictureId, PictureError> {
        let id = name_of(&made.bytes);
        let known = self.pictures.0.known.read().unwrap_or_else(PoisonError::into_inner);
        if !known.contains_key(&id) && known.len() >= PICTURES_MAX {
            return Err(PictureError::TooMany);
        }
        Ok(id)
    }

    /// Keeps a picture: whole or not at all, and durable when it returns. One that is there stays as it is.
    ///
    /// # Errors
    /// [`PictureError::TooMany`] or the disk's.
    pub async fn keep(self, made: Made, at: Timestamp) -> Result<Facts, PictureError> {
        let id = self.name(&made)?;
        if let Some(facts) = self.pictures.facts(id) {
            return Ok(facts);
        }
        let kept = spawn_blocking(move || {
            let (facts, file) = file_of(&made, at);
            self.pictures.0.files.put(&id.digest(), &file)?;
            self.pictures.note(id, Some(facts));
            Ok::<_, JournalError>(facts)
        });
        Ok(kept.await.map_err(|_| PictureError::Stopping)??)
    }

    /// Removes a picture; durable when it returns.
    ///
    /// # Errors
    /// The disk's.
    pub async fn remove(self, id: PictureId) -> Result<(), PictureError> {
        let removed = spawn_blocking(move || {
            self.pictures.0.files.remove(&id.digest())?;
            self.pictures.0.known.write().unwrap_or_else(PoisonError::into_inner).remove(&id);
            self.pictures.shelf().remove(id);
            Ok::<_, JournalError>(())
        });
        Ok(removed.await.map_err(|_| PictureError::Stopping)??)
    }
}

/// What a file's beginning tells.
fn look(files: &Files, id: PictureId) -> (PictureId, Option<Facts>) {
    let facts = match files.beginning(&id.digest(), HEAD_BYTES_MAX) {
        Ok(beginning) => beginning.as_deref().and_then(head_of).map(|(facts, _)| facts),
        Err(error) => {
            tracing::error!(%error, "a picture can't be read");
            None
        }
    };
    if facts.is_none() {
        tracing::error!(%id, "a picture is damaged: it is left out; take it in once more");
    }
    (id, facts)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use moi_journal::Storage;

    use super::*;
    use crate::pictures::kept::Kind;

    fn made(letter: u8) -> Made {
        Made { kind: Kind::Jpeg, width: 4, height: 3, bytes: vec![letter; 2_000] }
    }

    fn opened(folder: &Path) -> Pictures {
        Pictures::of(Storage::open(folder).expect("it opens").files(), None)
    }

    async fn kept(pictures: &Pictures, letter: u8) -> Result<PictureId, PictureError> {
        let turn = pictures.turn().await?;
        let id = turn.name(&made(letter))?;
        turn.keep(made(letter), Timestamp::UNIX_EPOCH).await?;
        Ok(id)
    }

    #[actix_web::test]
    async fn a_picture_is_there_after_a_restart_and_gone_once_it_was_removed() {
        let folder = tempfile::tempdir().expect("a folder");
        let id = kept(&opened(folder.path()), 7).await.expect("kept");
        let pictures = opened(folder.path());
        let (facts, bytes) = pictures.show(id).await.expect("shown");
        assert_eq!((facts.width, facts.bytes, &bytes[..]), (4, 2_000, &[7; 2_000][..]));
        assert_eq!(pictures.list(), [(id, Some(facts))]);
        pictures.turn().await.expect("a turn").remove(id).await.expect("removed");
        assert!(matches!(pictures.show(id).await, Err(PictureError::Unknown(_))));
        assert!(matches!(opened(folder.path()).show(id).await, Err(PictureError::Unknown(_))));
    }

    #[actix_web::test]
    async fn there_is_room_for_sixty_and_the_same_one_takes_no_more() {
        let folder = tempfile::tempdir().expect("a folder");
        let pictures = opened(folder.path());
        for letter in 0..60 {
            kept(&pictures, letter).await.expect("there is room");
        }
        assert!(matches!(kept(&pictures, 60).await, Err(PictureError::TooMany)));
        kept(&pictures, 59).await.expect("it is there");
        assert_eq!(pictures.list().len(), PICTURES_MAX);
    }

    #[actix_web::test]
    async fn a_damaged_picture_is_told_left_out_and_mended_by_the_same_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let (first, second) = {
            let pictures = opened(folder.path());
            (kept(&pictures, 1).await.expect("kept"), kept(&pictures, 2).await.expect("kept"))
        };
        let damage = |id: PictureId, at: usize| {
            let path = folder.path().join("files").join(id.to_string());
            let mut bytes = fs::read(&path).expect("there");
            bytes[at] ^= 0xff;
            fs::write(&path, bytes).expect("written");
        };
        damage(first, 3);
        damage(second, 1_500);
        let pictures = opened(folder.path());
        assert!(pictures.facts(first).is_none(), "its beginning is damaged");
        for id in [first, second] {
            assert!(matches!(pictures.show(id).await, Err(PictureError::Damaged(_))));
            assert!(pictures.is_there(id) && pictures.facts(id).is_none());
        }
        kept(&pictures, 2).await.expect("kept");
        pictures.show(second).await.expect("shown again");
    }

    #[actix_web::test]
    async fn a_set_up_that_names_what_is_not_there_is_warned_of() {
        let folder = tempfile::tempdir().expect("a folder");
        let pictures = opened(folder.path());
        let (there, gone) = (kept(&pictures, 1).await.expect("kept"), PictureId::new([9; 16]));
        let logo = format!("[office]\nlogo = \"{gone}\"\n");
        let slide = format!("\n[[slides]]\ntitle.vi = \"Cổng\"\ntitle.en = \"Gate\"\npicture = \"{there}\"\n");
        let text = moi_config::shipped().replacen("[office]\n", &logo, 1) + &slide;
        let office = moi_config::parse("office.toml", &text).expect("good");
        let found: Vec<_> = pictures.missing(&office).iter().map(ToString::to_string).collect();
        let expected = format!(
            "set-up: warning: office.logo: found \"{gone}\", better: a picture that is there: take it in, and give \
             its name"
        );
        assert_eq!(found, [expected]);
    }

    #[actix_web::test]
    async fn a_rehearsal_shows_its_offices_pictures_and_leaves_them_alone() {
        let folders = [tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder")];
        let id = kept(&opened(folders[0].path()), 5).await.expect("kept");
        let own = Storage::open(folders[1].path()).expect("it opens").files();
        let rehearsal = Pictures::of(own, Some(Files::beside(folders[0].path())));
        rehearsal.show(id).await.expect("lent");
        rehearsal.turn().await.expect("a turn").remove(id).await.expect("removed");
        opened(folders[0].path()).show(id).await.expect("it is there");
    }

    #[actix_web::test]
    async fn one_picture_is_drawn_at_a_time() {
        let folder = tempfile::tempdir().expect("a folder");
        let pictures = opened(folder.path());
        let first = pictures.turn().await.expect("the first");
        let waits = timeout(Duration::from_millis(20), pictures.turn()).await;
        assert!(waits.is_err(), "the second waits");
        drop(first);
        pictures.turn().await.expect("its turn");
    }
}
