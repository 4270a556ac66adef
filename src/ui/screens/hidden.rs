//! What is not here yet, in a frame: what this browser keeps, shown once one asks for it; what the host keeps, once it
//! comes.

use crate::app::{Msg, view};
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

/// The host fetches what is to be worked on, or it did not come.
pub fn awaited(shell: Shell) -> El {
    let seen = shell.see(view::awaited);
    let said = of("div", "part").set("role", "status").live(move || {
        let Some(said) = seen.get() else { return Vec::new() };
        let again = said.again.then(|| sends(shell, "button first", EN.hosting.again, Msg::SaveAgain));
        vec![intro(&said.title, &said.lead), of("p", "actions").maybe(again)]
    });
    page("main").add(said)
}

/// What this browser keeps, on the first page.
pub fn hidden_here(shell: Shell) -> El {
    let words = el("p").add(el("b").text(EN.hosting.hidden_title)).text(" ").text(EN.hosting.hidden_lead);
    of("div", "notice").add(words).add(sends(shell, "button small", EN.hosting.reveal, Msg::Reveal))
}
