//! The office's own secret at the directory: from the environment, or from a file that its owner alone can read. Never
//! from the set-up, which is copied from office to office and read by inspectors.

use std::fs::File;
use std::io::{self, Read};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use thiserror::Error;
use zeroize::Zeroizing;

/// The variable that holds it. It goes before the file.
const VARIABLE: &str = "MOI_DIRECTORY_SECRET";

/// The file in the data folder that holds it.
const FILE: &str = "directory-secret";

/// Bytes of a secret: directories make some with sixty, and none as long as this.
const BYTES_MAX: usize = 4 * 1024;

/// A secret. Wiped from memory; shows itself to nobody.
pub(super) struct ClientSecret(Zeroizing<String>);

impl ClientSecret {
    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

/// Where the secret is.
#[derive(Clone)]
pub(super) struct SecretFile(PathBuf);

/// Why there is none although there should be.
#[derive(Debug, Error)]
pub(super) enum SecretError {
    /// Others than its owner can read it.
    #[error("{}: others can read it: chmod 600", .0.display())]
    Open(PathBuf),
    /// It is empty, too long, or no text.
    #[error("{}: it must hold one line of at most {BYTES_MAX} bytes", .0.display())]
    NoSecret(PathBuf),
    /// It can't be read.
    #[error("{}: {source}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// What the machine said.
        source: io::Error,
    },
}

impl SecretFile {
    pub(super) fn in_folder(data: &Path) -> Self {
        Self(data.join(FILE))
    }

    /// The secret; none where there is none, for a directory that gives the office none. Blocks.
    ///
    /// # Errors
    /// [`SecretError`].
    pub(super) fn read(&self) -> Result<Option<ClientSecret>, SecretError> {
        let said = std::env::var(VARIABLE).ok().map(Zeroizing::new).filter(|said| !said.is_empty());
        match said {
            Some(said) => Ok(Some(ClientSecret(said))),
            None => self.read_file(),
        }
    }

    fn read_file(&self) -> Result<Option<ClientSecret>, SecretError> {
        let failure = |source| SecretError::File { path: self.0.clone(), source };
        let file = match File::open(&self.0) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(failure(source)),
        };
        if file.metadata().map_err(failure)?.permissions().mode() & 0o077 != 0 {
            return Err(SecretError::Open(self.0.clone()));
        }
        let mut text = Zeroizing::new(String::with_capacity(BYTES_MAX + 1));
        let read = file.take(BYTES_MAX as u64 + 1).read_to_string(&mut text);
        let line = match read {
            Ok(_) => Zeroizing::new(text.trim_end_matches(['\r', '\n']).to_owned()),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => Zeroizing::default(),
            Err(source) => return Err(failure(source)),
        };
        let is_one = !line.is_empty() && line.len() <= BYTES_MAX && !line.contains(char::is_control);
        if is_one { Ok(Some(ClientSecret(line))) } else { Err(SecretError::NoSecret(self.0.clone())) }
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{self, Permissions};

    use super::*;

    fn read(text: &[u8], mode: u32) -> Result<Option<String>, String> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(FILE);
        fs::write(&path, text).expect("written");
        fs::set_permissions(&path, Permissions::from_mode(mode)).expect("set");
        let read = SecretFile::in_folder(folder.path()).read_file();
        read.map(|secret| secret.map(|secret| secret.text().to_owned())).map_err(|error| error.to_string())
    }

    #[test]
    fn a_secret_is_one_line_of_a_file_that_its_owner_alone_can_read() {
        assert_eq!(read(b"s3cret +/=\n", 0o600), Ok(Some("s3cret +/=".into())));
        assert_eq!(read(b"s3cret", 0o400), Ok(Some("s3cret".into())));
        for mode in [0o640, 0o604, 0o666] {
            assert!(read(b"s3cret", mode).expect_err("open").ends_with("others can read it: chmod 600"), "{mode:o}");
        }
        for text in [&b""[..], b"\n", b"a\nb", b"\xff\xfe", &[b'x'; BYTES_MAX + 1]] {
            assert!(read(text, 0o600).expect_err("none").contains("it must hold one line"), "{}", text.len());
        }
    }

    #[test]
    fn no_file_is_no_secret() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(SecretFile::in_folder(folder.path()).read_file().expect("fine").is_none());
    }
}
