//! What came needs a catalogue that is not here: asks for its file, and goes on once that is opened.

use std::rc::Rc;

use super::modal::modal;
use super::{Take, choosing, sends};
use crate::app::Msg;
use crate::app::view;
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::shell::Shell;

/// The dialog that asks.
pub fn catalogue_wanted(shell: Shell) -> El {
    let seen = shell.see(view::wanted);
    let waits = move || seen.with(Option::is_some);
    let body = move || seen.get().map(|wanted| body(shell, &wanted)).unwrap_or_default();
    modal(shell, "wanted-title", Box::new(waits), Box::new(body))
}

fn body(shell: Shell, wanted: &view::WantedView) -> Vec<El> {
    vec![
        el("header").add(el("h2").set("id", "wanted-title").set("dir", "auto").text(&wanted.title)),
        el("p").text(&wanted.lead),
        of("p", "error").set("role", "status").text(&wanted.other),
        el("footer").add(choosing(EN.catalogues.wanted_open, opening(shell))).add(sends(
            shell,
            "button plain",
            EN.frame.close,
            Msg::Dismiss,
        )),
    ]
}

/// Opens the files that were chosen.
pub fn opening(shell: Shell) -> Take {
    Rc::new(move |files, refused| shell.send(Msg::OpenFiles { files, refused }))
}
