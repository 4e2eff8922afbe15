//! The office's set-up: which one is in force, where its text is kept, and what the rules need of it.

mod in_force;
mod kept;
mod rules;

pub use in_force::{Given, InForce, Origin, SetUpError, SetUps};
pub use rules::{UnusableSetup, setup_of};
