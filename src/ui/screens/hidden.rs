//! What this browser keeps, in a frame: shown once one asks for it.

use crate::app::Msg;
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::parts::{intro, page, sends};
use crate::ui::shell::Shell;

/// A place of a community that may be in this browser.
pub fn hidden(shell: Shell) -> El {
    page("main").add(intro(EN.hosting.not_here_title, EN.hosting.hidden_lead)).add(of("p", "actions").add(sends(
        shell,
        "button first",
        EN.hosting.reveal,
        Msg::Reveal,
    )))
}

/// The same on the first page.
pub fn hidden_here(shell: Shell) -> El {
    let words = el("p").add(el("b").text(EN.hosting.hidden_title)).text(" ").text(EN.hosting.hidden_lead);
    of("div", "notice").add(words).add(sends(shell, "button small", EN.hosting.reveal, Msg::Reveal))
}
