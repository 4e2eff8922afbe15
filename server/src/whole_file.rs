//! Small files beside the journal that are there whole or not at all, whenever the power goes.

use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// Puts a file into its place, over the one before; readable for its owner alone, and durable when it returns. Written
/// first as `part`, in the same folder, which is nobody else's.
///
/// # Errors
/// The system's; then the one before is still there.
pub fn put(path: &Path, part: &Path, bytes: &[u8]) -> io::Result<()> {
    // One that a kill left may be anybody's to read.
    match fs::remove_file(part) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        Ok(()) | Err(_) => {}
    }
    let mut file = File::options().write(true).create_new(true).mode(0o600).open(part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(part, path)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn what_a_kill_left_of_the_last_try_is_in_nobodys_way_and_opens_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, part) = (folder.path().join("key"), folder.path().join("key.part"));
        fs::write(&part, "half a").expect("written");
        fs::set_permissions(&part, fs::Permissions::from_mode(0o644)).expect("open to all");
        for text in ["first", "second"] {
            put(&path, &part, text.as_bytes()).expect("put");
            assert_eq!(fs::read_to_string(&path).expect("read"), text);
        }
        assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
        assert!(!part.exists());
    }

    #[test]
    fn the_one_before_stays_when_the_new_one_cannot_be_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, part) = (folder.path().join("key"), folder.path().join("part"));
        fs::write(&path, "before").expect("written");
        fs::create_dir(&part).expect("in the way");
        put(&path, &part, b"after").expect_err("a folder is in its way");
        assert_eq!(fs::read_to_string(&path).expect("read"), "before");
    }
}
