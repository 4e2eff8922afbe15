//! `moi`: the office in one program.

use std::process::ExitCode;

fn main() -> ExitCode {
    moi_server::command::run()
}
