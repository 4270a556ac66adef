//! A figure that opens to its terms.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{button, popover};
use crate::app::view::Shown;
use crate::ui::markup::El;
use crate::ui::shell::Shell;

/// The class of a figure: a range is wide, and set smaller.
pub fn figure_class(text: &str) -> &'static str {
    if text.chars().count() > 6 { "fig wide" } else { "fig" }
}

/// Words whose ranges stay in one line: behind their dash no line is broken.
pub fn whole_ranges(words: &str) -> String {
    words.replace('–', "–\u{2060}")
}

/// A figure; activating it opens what stands behind it.
pub fn figure(shell: Shell, shown: Shown) -> El {
    let text = shown.text.clone();
    button(figure_class(&text), &text).set("aria-haspopup", "dialog").on("click", move |event| {
        if let Some(beside) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
            popover::open(shell, shown.explained.clone(), beside);
        }
    })
}
