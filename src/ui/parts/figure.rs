//! A figure that opens to its terms.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::super::markup::{El, of};
use super::super::shell::Shell;
use super::popover;
use crate::app::view::Shown;

/// A figure; activating it opens what stands behind it.
pub fn figure(shell: Shell, shown: Shown) -> El {
    let wide = if shown.text.chars().count() > 6 { "fig wide" } else { "fig" };
    let text = shown.text.clone();
    of("button", wide).set("type", "button").set("aria-haspopup", "dialog").text(&text).on("click", move |event| {
        if let Some(beside) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
            popover::open(shell, shown.explained.clone(), beside);
        }
    })
}
