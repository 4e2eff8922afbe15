//! All texts for people, in all languages: Fluent catalogues `text/<language>/<area>.ftl`, embedded in the program.

mod catalogue;
mod preference;

pub use catalogue::{Catalogue, Value, shipped_languages};
