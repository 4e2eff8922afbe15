//! The repository's own text files.

use std::path::Path;

use moi_tests::places;

/// Folders that are made, and those that others wrote.
const SKIPPED: [&str; 6] = [".git", "target", "data", "output", "node_modules", "vendor"];
/// What is text.
const TEXT: [&str; 16] =
    ["rs", "toml", "js", "css", "html", "ftl", "md", "svg", "yml", "yaml", "json", "sh", "txt", "service", "c", "h"];

/// A text file.
pub struct Source {
    /// Where it is, from the root, with slashes.
    pub path: String,
    /// What stands in it.
    pub text: String,
}

impl Source {
    /// What comes after the last dot of the path.
    pub fn ending(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, ending)| ending)
    }

    /// Lines with their numbers, from 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }
}

/// All text files of the repository.
pub fn all() -> Vec<Source> {
    let mut sources = Vec::new();
    walk(places::root(), &mut sources);
    assert!(sources.len() > 100, "only {} files were found", sources.len());
    sources
}

/// Those with one of these endings.
pub fn ending_with(endings: &[&str]) -> Vec<Source> {
    all().into_iter().filter(|source| endings.contains(&source.ending())).collect()
}

fn walk(folder: &Path, sources: &mut Vec<Source>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !SKIPPED.contains(&name.as_str()) {
                walk(&path, sources);
            }
            continue;
        }
        let is_text = path.extension().is_some_and(|ending| TEXT.contains(&ending.to_string_lossy().as_ref()));
        if is_text || matches!(name.as_str(), "Makefile" | "LICENSE" | "run" | ".gitignore") {
            let text = std::fs::read_to_string(&path).unwrap_or_else(|cause| panic!("{}: {cause}", path.display()));
            let path = path.strip_prefix(places::root()).unwrap().to_string_lossy().replace('\\', "/");
            sources.push(Source { path, text });
        }
    }
}

/// A line of Rust or JavaScript without its comment, roughly: enough to tell code from words about it.
pub fn code_of(line: &str) -> &str {
    let trimmed = line.trim_start();
    if trimmed.starts_with("//") || trimmed.starts_with("* ") || trimmed.starts_with("/*") {
        return "";
    }
    line.split(" // ").next().unwrap_or(line)
}
