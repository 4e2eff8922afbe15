//! Encryption: which certificate is served, and whom Moi's own programs trust.

mod certificate;
mod keeper;
mod pinned;
mod self_made;

pub use certificate::Facts;
pub use keeper::{Keeper, LOOK_EVERY, Source};
pub use pinned::trust_in;
pub use self_made::SelfMade;
