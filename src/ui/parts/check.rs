//! A box to tick.

use crate::ui::markup::{El, checked, el, of};

/// A box to tick, with its words.
pub fn check(words: El, on: impl Fn() -> bool + 'static, set: impl Fn(bool) + 'static) -> El {
    check_boxed(words, Box::new(on), Box::new(set))
}

fn check_boxed(words: El, on: Box<dyn Fn() -> bool>, set: Box<dyn Fn(bool)>) -> El {
    let input = el("input").set("type", "checkbox").live_property("checked", move || on().into());
    of("label", "check").add(input.on("change", move |event| set(checked(&event)))).add(words)
}
