//! The machine: what it is, and how many sockets it allows.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use moi_tests::places::bench_data;

/// Sockets of the largest round, on both ends in two processes, and some to spare.
const SOCKETS: u32 = 12_000;

/// Lets this process and its children open as many sockets as the rounds need.
pub fn allow_many_sockets() -> Result<()> {
    let process = std::process::id().to_string();
    if open_files(&process)? < SOCKETS {
        let limit = format!("--nofile={SOCKETS}:{SOCKETS}");
        Command::new("prlimit").args(["--pid", &process, &limit]).status().context("prlimit")?;
    }
    let allowed = open_files(&process)?;
    ensure!(allowed >= SOCKETS, "5,000 sockets need {SOCKETS} open files, the limit is {allowed}");
    Ok(())
}

/// How many files a process may have open.
fn open_files(process: &str) -> Result<u32> {
    let line = field(&format!("/proc/{process}/limits"), "Max open files").context("its limits")?;
    let soft = line.split_whitespace().next().context("its soft limit")?;
    Ok(soft.parse().unwrap_or(u32::MAX))
}

/// Processor, cores, memory, kernel and disk, in a line.
pub fn description() -> String {
    let processor = field("/proc/cpuinfo", "model name").unwrap_or_else(|| "unknown processor".into());
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let memory = field("/proc/meminfo", "MemTotal").and_then(|text| text.split(' ').next()?.parse::<u64>().ok());
    let kernel = std::fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let disk = bench_data().ok().and_then(|folder| {
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

/// What comes after a name, and a colon if there is one, in a line of a file in `/proc`.
fn field(file: &str, name: &str) -> Option<String> {
    let text = std::fs::read_to_string(file).ok()?;
    let rest = text.lines().find_map(|line| line.strip_prefix(name))?;
    Some(rest.trim_start().trim_start_matches(':').trim().to_owned())
}
