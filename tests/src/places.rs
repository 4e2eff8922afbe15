//! Where things are in the repository and in the build.

use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};

/// The repository's root.
#[must_use]
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or_else(|| Path::new("."))
}

/// The folder for pictures and logs that a person may want to look at. It is made when it is not there.
///
/// # Errors
/// When it can't be made.
pub fn output() -> anyhow::Result<PathBuf> {
    let folder = root().join("tests/output");
    std::fs::create_dir_all(&folder).with_context(|| format!("make {}", folder.display()))?;
    Ok(folder)
}

/// A folder for data under load, on the disk that the build uses, so that a sync is a sync: a temporary folder may be
/// memory.
///
/// # Errors
/// When there is no binary beside it, or it can't be made.
pub fn bench_data() -> anyhow::Result<PathBuf> {
    let folder = binary()?.parent().context("the build's folder")?.join("bench-data");
    std::fs::create_dir_all(&folder).with_context(|| format!("make {}", folder.display()))?;
    Ok(folder)
}

/// The server's binary: `MOI_BINARY`, or what the workspace has built beside the running test.
///
/// # Errors
/// When there is none.
pub fn binary() -> anyhow::Result<PathBuf> {
    let binary = match std::env::var_os("MOI_BINARY") {
        Some(path) => PathBuf::from(path),
        None => beside_the_test()?.join(format!("moi{}", std::env::consts::EXE_SUFFIX)),
    };
    ensure!(binary.is_file(), "there is no {}: run `make test`, or `cargo build --workspace` first", binary.display());
    Ok(binary)
}

/// The profile's folder of the build, `target/debug` or `target/release`.
fn beside_the_test() -> anyhow::Result<PathBuf> {
    let this = std::env::current_exe().context("find this test's own binary")?;
    let folder = this.parent().and_then(Path::parent).context("a test runs from target/<profile>/deps")?;
    Ok(folder.to_owned())
}
