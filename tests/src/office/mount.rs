//! A file system of a server's own, in a name space of its own: nobody needs to be the superuser for it.

use std::path::Path;

use anyhow::Context;
use tokio::process::Command;

/// A user of their own, who may mount in a name space of their own.
const UNSHARED: [&str; 2] = ["--map-root-user", "--mount"];

/// Whether this machine lets its users mount a file system for themselves.
pub async fn can_mount_disks() -> bool {
    let mounted = Command::new("unshare").args(UNSHARED).args(["mount", "-t", "tmpfs", "tmpfs", "/mnt"]).output().await;
    mounted.is_ok_and(|output| output.status.success())
}

/// A program on a file system of this size in `folder`. The process that is started becomes the program.
pub(super) fn below_a_disk(megabytes: u32, folder: &Path, program: &Path) -> anyhow::Result<Command> {
    std::fs::create_dir_all(folder).with_context(|| format!("make {}", folder.display()))?;
    let mount = format!(r#"mount -t tmpfs -o size={megabytes}m tmpfs "$0" && exec "$@""#);
    let mut command = Command::new("unshare");
    command.args(UNSHARED).args(["sh", "-c", &mount]).arg(folder).arg(program);
    Ok(command)
}
