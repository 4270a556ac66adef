//! Parts that several screens use, one a file.

mod choice;
mod decision;
mod field;
mod figure;
mod frame;
mod glyph;
mod notice;
mod opener;
pub mod popover;

pub use choice::choice;
pub use decision::decision;
pub use field::{Field, OPTIONAL, field};
pub use figure::figure;
pub use frame::frame;
pub use glyph::{glyph, numeral, side_class, spot_class};
pub use notice::notice;
pub use opener::opener;
pub use popover::popover;
