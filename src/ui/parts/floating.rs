//! What floats beside something on the page: a dialog that takes the focus, and closes with a key or a click elsewhere.

use leptos::prelude::request_animation_frame;
use web_sys::Element;

use crate::browser::dom;
use crate::ui::markup::{El, of};

/// An element that floats once it is opened; what is in it has a heading with the id `{id}-title`.
pub fn floating(class: &str, id: &str) -> El {
    of("section", class)
        .set("id", id)
        .set("popover", "auto")
        .set("tabindex", "-1")
        .set("role", "dialog")
        .set("aria-labelledby", &[id, "-title"].concat())
}

/// Opens it beside something, once what is in it stands, and gives it focus.
pub fn open(id: &'static str, beside: Element) {
    request_animation_frame(move || {
        if let Some(element) = dom::by_id(id) {
            dom::float(&element, &beside);
            // The section takes focus by its tabindex.
            let _ = element.focus();
        }
    });
}

/// Closes it.
pub fn close(id: &str) {
    if let Some(element) = dom::by_id(id) {
        dom::sink(&element);
    }
}
