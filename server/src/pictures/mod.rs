//! Pictures that an administrator gives the office: its logo, and slides of the wall. What comes is never kept, only
//! what is drawn anew from it.

mod error;
mod kept;
mod making;
mod room;
mod shelf;
mod whole_jpeg;

pub use error::PictureError;
pub use kept::Facts;
pub use making::Purpose;
pub use room::{PICTURES_MAX, Pictures};
