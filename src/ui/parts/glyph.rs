//! The four shapes that name a side, and the numeral of an item in them.

use crate::app::view::side_heading;
use crate::catalogue::Side;
use crate::chart::Region;
use crate::ui::markup::{El, of};

/// The class of a side.
pub const fn side_class(side: Side) -> &'static str {
    match side {
        Side::Organisation => "org",
        Side::Members => "mem",
    }
}

/// The class of words in the colour of a side.
const fn tint(side: Side) -> &'static str {
    match side {
        Side::Organisation => "t-org",
        Side::Members => "t-mem",
    }
}

/// Words about a side in its colour, its shape before them.
pub fn titled(tag: &'static str, side: Side, words: &str) -> El {
    of(tag, tint(side)).add(glyph(side_class(side))).text(words)
}

/// The class of a region of the picture.
pub const fn spot_class(spot: Region) -> &'static str {
    match spot {
        Region::Shared => "both",
        Region::OrganisationOnly => "org",
        Region::MembersOnly => "mem",
        Region::Neither => "none",
        Region::Open => "open",
    }
}

/// The shape of a side, beside words that say the same.
pub fn glyph(class: &str) -> El {
    of("i", &format!("g {class}")).set("aria-hidden", "true")
}

/// Whose the words behind it are, for whoever hears the page and does not see the shape.
pub fn whose(side: Side) -> El {
    of("span", "visually-hidden").text(side_heading(side)).text(": ")
}

/// The number of an item in the shape of who wants it.
pub fn numeral(number: usize, spot: Region) -> El {
    of("span", &format!("num {}", spot_class(spot))).text(&number.to_string())
}
