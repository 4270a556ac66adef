//! Buttons with words.

use crate::app::Msg;
use crate::ui::markup::{El, of};
use crate::ui::shell::Shell;

/// A button that does nothing by itself.
pub fn button(class: &str, words: &str) -> El {
    of("button", class).set("type", "button").text(words)
}

/// A button that sends a message, a copy each time. Not for what stands before anything was done: copying whatever a
/// message may hold is a large part of a page.
pub fn sends(shell: Shell, class: &str, words: &str, msg: Msg) -> El {
    button(class, words).on("click", move |_| shell.send(msg.clone()))
}

/// A button that sends the form in which it stands.
pub fn submit(class: &str, words: &str) -> El {
    button(class, words).set("type", "submit")
}
