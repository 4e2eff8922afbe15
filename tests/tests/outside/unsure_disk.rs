//! The disk that loses what was not synced does lose it: the tests that stand on it can fail.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use moi_tests::{Luck, UnsureDisk};
use tempfile::TempDir;
use tokio::process::Command;

/// A program on an unsure disk, and the disk.
struct Bench {
    folder: TempDir,
    disk: UnsureDisk,
}

impl Bench {
    fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        fs::create_dir(folder.path().join("data"))?;
        let disk = UnsureDisk::make(&folder.path().join("data"), folder.path())?;
        Ok(Self { folder, disk })
    }

    fn live(&self) -> std::path::PathBuf {
        self.folder.path().join("data")
    }

    /// Runs a line of Python in the data folder. Tells whether it succeeded, and what it complained about.
    async fn run(&self, line: &str) -> Result<(bool, String)> {
        let mut python = Command::new("python3");
        python.args(["-c", &format!("import ctypes, os\n{line}")]).current_dir(self.live());
        self.disk.put_below(&mut python);
        let output = python.output().await.context("run python3")?;
        Ok((output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned()))
    }

    async fn succeed(&self, line: &str) -> Result<()> {
        let (succeeded, said) = self.run(line).await?;
        ensure!(succeeded, "{line}: {said}");
        Ok(())
    }

    fn synced(&self, name: &str) -> Option<String> {
        text(&self.disk.synced().join(name))
    }
}

fn text(path: &Path) -> Option<String> {
    fs::read_to_string(path).ok()
}

/// Opens a file anew and writes to it.
const WRITE: &str = "f = os.open('file', os.O_CREAT | os.O_RDWR); os.write(f, b'text')\n";
const SYNC_NAMES: &str = "os.fsync(os.open('.', os.O_RDONLY))\n";

#[tokio::test]
async fn what_was_written_and_not_synced_is_gone() -> Result<()> {
    let bench = Bench::new()?;
    bench.succeed(&format!("{WRITE}{SYNC_NAMES}")).await?;
    assert_eq!(text(&bench.live().join("file")).as_deref(), Some("text"), "the program reads what it wrote");
    assert_eq!(bench.synced("file").as_deref(), Some(""), "its name is there, and nothing in it");
    Ok(())
}

#[tokio::test]
async fn a_flush_by_sync_file_range_is_no_sync() -> Result<()> {
    let bench = Bench::new()?;
    let flush = "assert ctypes.CDLL(None).sync_file_range(f, ctypes.c_int64(0), ctypes.c_int64(0), 7) == 0\n";
    bench.succeed(&format!("{WRITE}{SYNC_NAMES}{flush}")).await?;
    assert_eq!(bench.synced("file").as_deref(), Some(""));
    Ok(())
}

#[tokio::test]
async fn what_was_synced_is_there_by_any_handle_of_the_file() -> Result<()> {
    let bench = Bench::new()?;
    let other = "os.fdatasync(os.open('file', os.O_RDWR)); os.pwrite(f, b'XX', 1)\n";
    bench.succeed(&format!("{WRITE}{SYNC_NAMES}{other}")).await?;
    assert_eq!(bench.synced("file").as_deref(), Some("text"), "without what came after the sync");
    bench.succeed("f = os.open('file', os.O_RDWR); os.pwrite(f, b'mo', 2); os.fsync(f)").await?;
    assert_eq!(bench.synced("file").as_deref(), Some("tXmo"), "a later program's sync writes what waited");
    Ok(())
}

#[tokio::test]
async fn a_name_is_there_when_its_folder_was_synced() -> Result<()> {
    let bench = Bench::new()?;
    bench.succeed(&format!("{WRITE}os.fsync(f)\n")).await?;
    assert_eq!(bench.synced("file"), None);
    bench.succeed(SYNC_NAMES).await?;
    assert_eq!(bench.synced("file").as_deref(), Some("text"));
    bench.succeed("os.rename('file', 'other')").await?;
    assert_eq!((bench.synced("file").as_deref(), bench.synced("other")), (Some("text"), None));
    // The inode of a removed file may be the next one's.
    bench.succeed("os.remove('other'); os.fsync(os.open('new', os.O_CREAT | os.O_RDWR))").await?;
    assert_eq!((bench.synced("file").as_deref(), bench.synced("new")), (Some("text"), None));
    bench.succeed(SYNC_NAMES).await?;
    assert_eq!((bench.synced("file"), bench.synced("new").as_deref()), (None, Some("")));
    Ok(())
}

#[tokio::test]
async fn a_cut_leaves_a_part_of_what_was_not_synced_as_luck_will_have_it() -> Result<()> {
    let bench = Bench::new()?;
    bench.succeed("f = os.open('file', os.O_CREAT | os.O_RDWR); os.pwrite(f, b'a' * 65536, 0); os.fsync(f)").await?;
    bench.succeed(SYNC_NAMES).await?;
    let (mut lost, mut kept) = (0, 0);
    for seed in 0..20 {
        bench.succeed(&format!("os.pwrite(os.open('file', os.O_RDWR), b'{}' * 65536, 0)", seed % 10)).await?;
        let cut = bench.disk.lose_unsynced(&mut Luck::of(seed))?;
        lost += cut.sectors_lost;
        kept += cut.sectors_kept;
        assert_eq!(text(&bench.live().join("file")).map(|text| text.len()), Some(65_536));
    }
    assert!(lost > 128 && kept > 128, "{lost} lost, {kept} kept");
    Ok(())
}

#[tokio::test]
async fn a_failed_sync_loses_what_it_should_have_written_for_good() -> Result<()> {
    let bench = Bench::new()?;
    bench
        .succeed(&format!(
            "{WRITE}os.fsync(f)\n{SYNC_NAMES}os.pwrite(f, b'XX', 0)\norders = os.environ['MOI_DISK_CONTROL']\n\
             open(orders, 'w').write('eio-on-sync')\n\
             try: os.fsync(f)\nexcept OSError as error: assert error.errno == 5\nelse: assert False\n\
             os.remove(orders)\nos.fsync(f)\nassert os.pread(f, 4, 0) == b'XXxt'"
        ))
        .await?;
    assert_eq!(bench.synced("file").as_deref(), Some("text"));
    Ok(())
}

#[tokio::test]
async fn a_full_disk_has_no_room_for_more_and_still_for_what_lies_there() -> Result<()> {
    let bench = Bench::new()?;
    bench.disk.limit(1_000)?;
    bench.succeed("assert os.write(os.open('file', os.O_CREAT | os.O_RDWR), b'a' * 2000) == 1000").await?;
    let (_, said) = bench.run("os.pwrite(os.open('file', os.O_RDWR), b'a', 1000)").await?;
    assert!(said.contains("No space left on device"), "{said}");
    bench.succeed("os.pwrite(os.open('file', os.O_RDWR), b'b', 999)").await?;
    bench.disk.heal()?;
    bench.succeed("os.pwrite(os.open('file', os.O_RDWR), b'a', 1000)").await
}
