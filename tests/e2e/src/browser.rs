//! The driver, and a browser with an empty profile.

mod driver;
mod session;

pub use driver::Driver;
pub use session::{Browser, Element, Window, keys};
