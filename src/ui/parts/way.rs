//! A way to a question.

use leptos::prelude::Set;

use crate::ui::markup::{El, el};
use crate::ui::shell::Shell;

/// A link to a question, whose element takes the focus there; where none is named, the heading does.
pub fn way(shell: Shell, address: &str, element: &str) -> El {
    let element = element.to_owned();
    el("a").set("href", address).on("click", move |_| {
        shell.focus_next.set((!element.is_empty()).then(|| element.clone()));
    })
}
