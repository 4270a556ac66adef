//! Text to be copied, in a field that selects all of it.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::ui::markup::{El, of, set_property};

/// A field with text that can be read and copied, not changed.
pub fn to_copy(field: El, label: &str, text: &str) -> El {
    let field = field.set("readonly", "").set("aria-label", label).on("focus", |event| {
        if let Some(field) = event.target() {
            // A field of one line and one of several are asked for this alike.
            field.unchecked_ref::<HtmlInputElement>().select();
        }
    });
    set_property(field.node(), "value", &text.into());
    field
}

/// A field of one line with an address.
pub fn address_field(id: &str, label: &str, address: &str) -> El {
    to_copy(of("input", "field mono").set("id", id), label, address)
}
