//! Parts that several screens use, one a file.

mod address_field;
mod choice;
mod decision;
pub mod detail;
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

pub use address_field::address_field;
pub use choice::choice;
pub use decision::decision;
pub use detail::detail;
pub use field::{Field, OPTIONAL, field};
pub use figure::figure;
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
