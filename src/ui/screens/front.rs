//! What stands before anything was done: the question, why it matters, and the three ways to begin.

use super::home::DIALOG;
use crate::app::Msg;
use crate::browser::dom;
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::parts::{button, page};
use crate::ui::program::Part;
use crate::ui::shell::Shell;

/// The first page while what works on it is coming. A button that is used meanwhile does its work when that has come.
pub fn front(shell: Shell) -> El {
    let open = button("button", EN.home.open);
    let open = open.on("click", move |_| shell.program.load(Part::Work, || dom::open_soon(DIALOG)));
    page("main home").set("aria-busy", "true").add(opening(shell, open))
}

/// The page before anything is saved, with the button that opens what one has.
pub fn opening(shell: Shell, open: El) -> El {
    // What shows it comes together with what does it.
    let start = button("button first", EN.home.start).on("click", move |_| {
        shell.send(Msg::Create);
        shell.load(Part::Asking);
    });
    let example = button("button plain", EN.home.example).on("click", move |_| {
        shell.send(Msg::OpenExample);
        shell.load(Part::Reading);
    });
    let actions = of("div", "actions").add(start).add(open).add(example);
    of("div", "opening")
        .add(el("h1").text(EN.home.title))
        .add(of("p", "lead").text(EN.home.lead))
        .add(actions)
        .add(of("p", "note").text(EN.home.terms))
}
