//! An address to be copied, in a field that selects all of it.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::super::markup::{El, of, set_property};

/// A field with an address that can be read and copied, not changed.
pub fn address_field(id: &str, label: &str, address: &str) -> El {
    let field =
        of("input", "field mono").set("id", id).set("readonly", "").set("aria-label", label).on("focus", |event| {
            let target = event.target();
            if let Some(input) = target.as_ref().and_then(|target| target.dyn_ref::<HtmlInputElement>()) {
                input.select();
            }
        });
    set_property(field.node(), "value", &address.into());
    field
}
