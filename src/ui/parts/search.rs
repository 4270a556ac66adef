//! A field that searches by name, and what is said where nothing is found.

use leptos::prelude::{Get, RwSignal, Set};

use crate::text::EN;
use crate::ui::markup::{El, of, typed};

/// The field; what stands in it goes into `search`.
pub fn search_field(search: RwSignal<String>, count: impl Fn() -> usize + 'static) -> El {
    of("input", "field")
        .set("type", "search")
        .set("aria-label", EN.home.search_label)
        .live_set("placeholder", move || Some((EN.home.search)(count())))
        .on("input", move |event| search.set(typed(&event)))
}

/// Says that nothing is found, where that is so.
pub fn none_found(search: RwSignal<String>, none: impl Fn(&str) -> bool + 'static) -> El {
    of("p", "t-2").set("role", "status").live_text(move || {
        let search = search.get();
        let search = search.trim();
        if none(search) { (EN.home.none_found)(search) } else { String::new() }
    })
}
