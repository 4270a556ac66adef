//! One screen a place.

mod community;
mod exchange;
mod expectations;
mod guest;
mod home;
mod live;
mod method;
mod nowhere;
mod practices;
mod results;
mod share;

pub use community::Community;
pub use exchange::Exchange;
pub use expectations::Expectations;
pub use guest::Guest;
pub use home::Home;
pub use method::Method;
pub use nowhere::Nowhere;
pub use practices::Practices;
pub use results::{Results, ResultsBody};
pub use share::Share;
