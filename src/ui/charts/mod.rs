//! Pictures that move, and charts made of boxes.

mod bars;
mod every;
mod ladder;
pub mod picture;
pub mod pointing;
mod profile;
mod sides;

pub use bars::{range, steps_of};
pub use every::{every, named};
pub use ladder::ladder;
pub use profile::profile;
pub use sides::sides;
