//! A figure that opens to its terms.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::super::markup::{El, of};
use super::super::shell::Shell;
use super::popover;
use crate::app::view::Shown;

/// The class of a figure: a range is wide, and set smaller.
pub fn figure_class(text: &str) -> &'static str {
    if text.chars().count() > 6 { "fig wide" } else { "fig" }
}

/// A figure; activating it opens what stands behind it.
pub fn figure(shell: Shell, shown: Shown) -> El {
    let text = shown.text.clone();
    of("button", figure_class(&text)).set("type", "button").set("aria-haspopup", "dialog").text(&text).on(
        "click",
        move |event| {
            if let Some(beside) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
                popover::open(shell, shown.explained.clone(), beside);
            }
        },
    )
}
