//! The machine: what it is, and how many sockets it allows.

use std::process::Command;

use anyhow::{Result, ensure};

/// Sockets of the largest round, on both ends in two processes, and some to spare.
const SOCKETS: u32 = 12_000;

/// Lets this process and its children open as many sockets as the rounds need.
pub fn allow_many_sockets() -> Result<()> {
    let process = std::process::id().to_string();
    let limit = format!("--nofile={SOCKETS}:{SOCKETS}");
    let raised = Command::new("prlimit").args(["--pid", &process, &limit]).status();
    let allowed =
        Command::new("prlimit").args(["--pid", &process, "--nofile", "--output=SOFT", "--noheadings"]).output()?;
    let soft: u32 = String::from_utf8_lossy(&allowed.stdout).trim().parse().unwrap_or(0);
    ensure!(soft >= SOCKETS, "5,000 sockets need {SOCKETS} open files, the limit is {soft} (prlimit: {raised:?})");
    Ok(())
}

/// Processor, cores, memory, kernel and disk, in a line.
pub fn description() -> String {
    let processor = field("/proc/cpuinfo", "model name").unwrap_or_else(|| "unknown processor".into());
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let memory = field("/proc/meminfo", "MemTotal").and_then(|text| text.split(' ').next()?.parse::<u64>().ok());
    let kernel = std::fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let disk = crate::folder().ok().and_then(|folder| {
        let output = Command::new("stat").args(["--file-system", "--format=%T"]).arg(folder).output().ok()?;
        Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    });
    format!(
        "{processor}, {cores} cores, {} GiB, Linux {}, {}; load and office share the cores",
        memory.unwrap_or(0) / (1024 * 1024),
        kernel.trim(),
        disk.unwrap_or_default()
    )
}

/// Memory that a process has in use, in KiB.
pub fn memory_kib(process: u32) -> Result<f64> {
    let text = field(&format!("/proc/{process}/status"), "VmRSS").unwrap_or_default();
    Ok(text.trim_end_matches(" kB").parse()?)
}

/// The value of a line `name: value` of a file in `/proc`.
fn field(file: &str, name: &str) -> Option<String> {
    let text = std::fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}
