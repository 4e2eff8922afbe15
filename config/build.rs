//! A text catalogue that is added or removed rebuilds the crate: the compiler only watches files that it has seen.

fn main() {
    println!("cargo::rerun-if-changed=text");
}
