//! One screen a place.

mod bank;
mod community;
mod delivery;
mod exchange;
mod expectations;
mod guest;
mod hero;
mod home;
mod ideas;
mod item;
mod live;
mod method;
mod next_questions;
mod nowhere;
mod practices;
mod results;
mod saved;
mod share;
mod top_lists;
mod tops;

pub use community::community;
pub use exchange::exchange;
pub use expectations::expectations;
pub use guest::guest;
pub use home::home;
pub use method::method;
pub use nowhere::nowhere;
pub use practices::practices;
pub use results::results;
pub use share::share;
