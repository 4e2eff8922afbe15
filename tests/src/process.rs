//! What a process has in use.

use anyhow::Context;

/// Memory that a process has in use, in KiB.
///
/// # Errors
/// When there is no such process.
pub fn memory_kib(process: u32) -> anyhow::Result<u32> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}
