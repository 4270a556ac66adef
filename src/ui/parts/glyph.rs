//! The four shapes that name a side, and the numeral of an item in them.

use leptos::prelude::*;

use crate::catalogue::Side;
use crate::chart::Region;

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
pub fn glyph(class: &'static str) -> AnyView {
    view! { <i class=format!("g {class}") aria-hidden="true"></i> }.into_any()
}

/// The number of an item in the shape of who wants it.
#[component]
pub fn Numeral(
    /// The number.
    number: usize,
    /// Who wants it.
    #[prop(into)]
    spot: Signal<Region>,
) -> impl IntoView {
    view! { <span class=move || format!("num {}", spot_class(spot.get()))>{number}</span> }.into_any()
}
