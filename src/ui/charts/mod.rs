//! Pictures that move, and charts made of boxes.

mod bars;
mod every;
mod ladder;
mod picture;
mod profile;
mod sides;

pub use bars::Range;
pub use every::Every;
pub use ladder::Ladder;
pub use picture::{Pointed, SharedPicture, StillPicture};
pub use profile::Profile;
pub use sides::Sides;
