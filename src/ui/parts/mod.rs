//! Parts that several screens use, one component a file.

mod choice;
mod decision;
mod figure;
mod frame;
mod glyph;
mod notice;
mod opener;
mod popover;
mod svg;
mod text_field;

pub use choice::Choice;
pub use decision::Decision;
pub use figure::Figure;
pub use frame::Frame;
pub use glyph::{Numeral, glyph, side_class, spot_class};
pub use notice::Notice;
pub use opener::Opener;
pub use popover::{Popover, PopoverAt};
pub use svg::Svg;
pub use text_field::TextField;
