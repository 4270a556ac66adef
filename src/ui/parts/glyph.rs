//! The four shapes that name a side, and the numeral of an item in them.

use crate::catalogue::Side;
use crate::chart::Region;
use crate::text::EN;
use crate::ui::markup::{El, of};

/// The class of a side.
pub const fn side_class(side: Side) -> &'static str {
    match side {
        Side::Organisation => "org",
        Side::Members => "mem",
    }
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
    let name = match side {
        Side::Organisation => EN.frame.organisation,
        Side::Members => EN.frame.members,
    };
    of("span", "visually-hidden").text(name).text(": ")
}

/// The number of an item in the shape of who wants it.
pub fn numeral(number: usize, spot: Region) -> El {
    of("span", &format!("num {}", spot_class(spot))).text(&number.to_string())
}
