//! A disk that forgets what was not synced when the power goes, and that fails when it is told to: `tests/shim`.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::os::unix::fs::{FileExt, MetadataExt};
use std::path::{Path, PathBuf};
use std::process::Command as ToEnd;

use anyhow::{Context, ensure};
use tokio::process::Command;

use crate::luck::Luck;
use crate::places;

/// What a disk writes as a whole or not at all.
const SECTOR: usize = 512;

/// The disk below one data folder.
#[derive(Debug)]
pub struct UnsureDisk {
    /// The data folder.
    live: PathBuf,
    library: PathBuf,
    shadow: PathBuf,
    control: PathBuf,
}

/// What a power cut took.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cut {
    /// Sectors that were written and not synced, and are gone.
    pub sectors_lost: usize,
    /// Sectors that were not synced and are there all the same.
    pub sectors_kept: usize,
}

impl UnsureDisk {
    /// A disk below the data folder `live`. Its library is compiled into `workshop`, where its book-keeping is too.
    /// What is in the folder already counts as synced.
    ///
    /// # Errors
    /// When there is no C compiler, or a file can't be made.
    pub fn make(live: &Path, workshop: &Path) -> anyhow::Result<Self> {
        let workshop = workshop.canonicalize().with_context(|| format!("find {}", workshop.display()))?;
        let library = workshop.join("unsure-disk.so");
        let sources = places::root().join("tests/shim");
        let flags = ["-shared", "-fPIC", "-O2", "-U_FORTIFY_SOURCE", "-Wall", "-Wextra", "-Werror"];
        let mut compiler = ToEnd::new("cc");
        compiler.args(flags).arg("-o").arg(&library).args(["shadow.c", "calls.c"].map(|name| sources.join(name)));
        let output = compiler.args(["-ldl", "-lpthread"]).output().context("run cc, the C compiler")?;
        ensure!(output.status.success(), "cc: {}", String::from_utf8_lossy(&output.stderr));
        // The folder itself may be missing yet.
        let live = match (live.parent(), live.file_name()) {
            (Some(parent), Some(name)) => parent.canonicalize()?.join(name),
            _ => live.canonicalize()?,
        };
        let disk = Self { live, library, shadow: workshop.join("shadow"), control: workshop.join("disk-orders") };
        disk.take_all_as_synced()?;
        Ok(disk)
    }

    /// Puts a program onto this disk.
    pub fn put_below(&self, command: &mut Command) {
        command.env("LD_PRELOAD", &self.library).env("MOI_DISK_LIVE", &self.live);
        command.env("MOI_DISK_SHADOW", &self.shadow).env("MOI_DISK_CONTROL", &self.control);
    }

    /// From now on each sync fails, until [`Self::heal`].
    ///
    /// # Errors
    /// When the order can't be written.
    pub fn fail_syncs(&self) -> anyhow::Result<()> {
        self.order("eio-on-sync")
    }

    /// The same for files alone, as when the platter under one of them is bad: folders can be synced.
    ///
    /// # Errors
    /// When the order can't be written.
    pub fn fail_syncs_of_files(&self) -> anyhow::Result<()> {
        self.order("eio-on-data-sync")
    }

    /// Whatever program next asks for the sync of a file is killed before it.
    ///
    /// # Errors
    /// When the order can't be written.
    pub fn end_before_sync_of_a_file(&self) -> anyhow::Result<()> {
        self.order("end-before-data-sync")
    }

    /// From now on the data folder takes no write, until [`Self::heal`]: as when the kernel found an error on the disk.
    ///
    /// # Errors
    /// When the order can't be written.
    pub fn only_read(&self) -> anyhow::Result<()> {
        self.order("read-only")
    }

    /// From now on the data folder finds no room beyond so many bytes, until [`Self::heal`].
    ///
    /// # Errors
    /// When the order can't be written.
    pub fn limit(&self, bytes: u64) -> anyhow::Result<()> {
        self.order(&format!("limit {bytes}"))
    }

    /// A program that begins now is killed when it asks for its sync of this number, from 1.
    ///
    /// # Errors
    /// When the order can't be written.
    pub fn end_before_sync(&self, number: u32) -> anyhow::Result<()> {
        self.order(&format!("end-before-sync {number}"))
    }

    /// The disk works again.
    ///
    /// # Errors
    /// When the order can't be taken back.
    pub fn heal(&self) -> anyhow::Result<()> {
        self.order("")
    }

    fn order(&self, text: &str) -> anyhow::Result<()> {
        // Whole at once: a reader finds the old order or the new one.
        let draft = self.control.with_extension("draft");
        fs::write(&draft, text).and_then(|()| fs::rename(&draft, &self.control)).context("give the disk an order")
    }

    /// What would be there after a power cut now, without any luck.
    #[must_use]
    pub fn synced(&self) -> PathBuf {
        self.shadow.join("folder")
    }

    /// The power was cut; no program uses the folder any more. What was not synced goes, or a part of it, in any order,
    /// as luck will have it: a real disk keeps some of what waits in its cache, and a file system some names.
    ///
    /// # Errors
    /// When a file can't be read or written.
    pub fn lose_unsynced(&self, luck: &mut Luck) -> anyhow::Result<Cut> {
        let names_stay = luck.once_in(2);
        // Of eight sectors: none, a few, half, most.
        let sectors_stay = [0, 0, 1, 4, 7][usize::try_from(luck.below(5))?];
        let mut cut = Cut::default();
        for path in files_below(&self.live)? {
            let kept = self.shadow.join("files").join(path.metadata()?.ino().to_string());
            let live = fs::read(&path)?;
            let file = File::options().create(true).truncate(false).read(true).write(true).open(&kept)?;
            let synced = fs::read(&kept)?;
            for (index, sector) in live.chunks(SECTOR).enumerate() {
                let at = index * SECTOR;
                if synced.get(at..at + sector.len()) == Some(sector) {
                    continue;
                }
                if luck.below(8) < sectors_stay {
                    file.write_all_at(sector, at as u64)?;
                    cut.sectors_kept += 1;
                } else {
                    cut.sectors_lost += 1;
                }
            }
        }
        if names_stay {
            self.keep_names()?;
        }
        // A program that was killed early had no time to make it.
        if self.live.exists() {
            fs::remove_dir_all(&self.live).context("remove what was before the cut")?;
        }
        fs::rename(self.synced(), &self.live).context("put what survived into its place")?;
        self.take_all_as_synced()?;
        Ok(cut)
    }

    /// The names of the folder survive, too. All or none: a file system with a journal keeps their order.
    fn keep_names(&self) -> anyhow::Result<()> {
        let mut names = BTreeSet::new();
        for path in files_below(&self.live)? {
            let name = path.strip_prefix(&self.live)?;
            let to = self.synced().join(name);
            fs::create_dir_all(to.parent().unwrap_or(&to))?;
            if to.exists() {
                fs::remove_file(&to)?;
            }
            fs::hard_link(self.shadow.join("files").join(path.metadata()?.ino().to_string()), &to)?;
            names.insert(to);
        }
        for path in files_below(&self.synced())?.into_iter().filter(|path| !names.contains(path)) {
            fs::remove_file(path)?;
        }
        Ok(())
    }

    fn take_all_as_synced(&self) -> anyhow::Result<()> {
        if self.shadow.exists() {
            fs::remove_dir_all(&self.shadow)?;
        }
        fs::create_dir_all(self.shadow.join("files"))?;
        fs::create_dir_all(self.synced())?;
        if !self.live.exists() {
            return Ok(());
        }
        for path in files_below(&self.live)? {
            let kept = self.shadow.join("files").join(path.metadata()?.ino().to_string());
            fs::copy(&path, &kept)?;
            let name = self.synced().join(path.strip_prefix(&self.live)?);
            fs::create_dir_all(name.parent().unwrap_or(&name))?;
            fs::hard_link(kept, name)?;
        }
        Ok(())
    }
}

/// The files in a folder and in those below. A socket is none.
fn files_below(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    if !folder.exists() {
        return Ok(files);
    }
    for entry in fs::read_dir(folder).with_context(|| format!("read {}", folder.display()))? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            files.extend(files_below(&entry.path())?);
        } else if kind.is_file() {
            files.push(entry.path());
        }
    }
    Ok(files)
}
