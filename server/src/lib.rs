//! The office: tickets in, calls out.
//!
//! Read it in this order: `command` starts everything, `http` is the way in, `engine` the single writer behind it,
//! `views` and `live` the way out. The rules of the hall are not here but in `moi-domain`.

pub mod command;

mod acts;
mod alive;
mod app;
mod auth;
mod clock;
mod contacts;
mod control;
mod copies;
mod demo;
mod digest;
mod directory;
mod doors;
mod engine;
mod http;
mod live;
mod metrics;
mod past;
mod phone;
mod pictures;
mod place;
mod print;
mod rehearsal;
mod set_up;
mod views;
mod whole_file;
