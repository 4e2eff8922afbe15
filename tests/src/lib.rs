//! What the tests from outside and the benches stand on: the real server as a child process, typed verbs, a strict
//! printer, a browser, and a network that can be cut.

pub mod answer;
pub mod browser;
pub mod caller;
pub mod directory;
pub mod encryption;
pub mod live;
pub mod luck;
pub mod metrics;
pub mod office;
pub mod places;
pub mod printer;
pub mod process;
pub mod proxy;
pub mod raw;
pub mod siege;
pub mod turn;
pub mod verbs;

pub use answer::{Answer, Problem};
pub use browser::{Browser, Page};
pub use caller::Caller;
pub use directory::Directory;
pub use luck::Luck;
pub use office::{Cut, Office, OfficeBuilder, Role, UnsureDisk};
pub use printer::{Condition, Printer, Slip};
pub use proxy::Proxy;
pub use verbs::{Desk, Kiosk, Taken, Ticket};
