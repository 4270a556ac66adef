//! The driver, and a browser with an empty profile.

mod driver;
pub mod keys;
mod session;
mod words;

pub use driver::Driver;
pub use session::Browser;
pub use words::{Element, Window};
