//! The driver, and a browser with an empty profile.

mod complaints;
mod downloads;
mod driver;
mod engine;
pub mod keys;
mod pictures;
mod process;
mod session;
mod words;

pub use driver::Driver;
pub use engine::{Engine, Setting};
pub use session::{Browser, Click};
pub use words::{Element, Window};
