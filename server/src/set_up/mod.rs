//! The office's set-up: which one is in force, where its text is kept, and what the rules need of it.

mod copy;
mod history;
mod in_force;
mod kept;
mod rules;
mod wish;

pub use copy::{COPY, start_copying};
pub use in_force::{Given, InForce, Origin, SetUpError, SetUps};
pub use rules::{UnusableSetup, setup_of};
