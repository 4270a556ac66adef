//! What this browser keeps, in a frame: shown once one asks for it.

use super::super::markup::{El, el, of};
use super::super::shell::Shell;
use super::front::button;
use crate::app::Msg;
use crate::text::EN;

/// A place of a community that may be in this browser.
pub fn hidden(shell: Shell) -> El {
    of("main", "main")
        .set("id", "main")
        .add(
            of("header", "intro")
                .add(el("h1").text(EN.hosting.not_here_title))
                .add(el("p").text(EN.hosting.hidden_lead)),
        )
        .add(of("p", "actions").add(button(shell, "button first", EN.hosting.reveal, Msg::Reveal)))
}

/// The same on the first page.
pub fn hidden_here(shell: Shell) -> El {
    let words = el("p").add(el("b").text(EN.hosting.hidden_title)).text(" ").text(EN.hosting.hidden_lead);
    of("div", "notice").add(words).add(button(shell, "button small", EN.hosting.reveal, Msg::Reveal))
}
