//! Parts that several screens use, one a file.

mod address_field;
mod choice;
mod decision;
mod field;
mod figure;
mod frame;
mod glyph;
mod notice;
mod opener;
mod phrase;
mod picks;
pub mod popover;
mod qr_code;
mod reading;
mod sealed;
mod search;

pub use address_field::address_field;
pub use choice::choice;
pub use decision::decision;
pub use field::{Field, OPTIONAL, field};
pub use figure::{figure, figure_class};
pub use frame::frame;
pub use glyph::{glyph, numeral, side_class, spot_class};
pub use notice::notice;
pub use opener::opener;
pub use phrase::{phrase_field, soon};
pub use picks::picks;
pub use popover::popover;
pub use qr_code::qr_code;
pub use reading::{Take, choosing, dropping};
pub use sealed::sealed;
pub use search::{none_found, search_field};
