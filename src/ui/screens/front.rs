//! What stands before anything was done: the question, why it matters, and the three ways to begin.

use leptos::prelude::{Get, RwSignal, Set};

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
    // Where the rest takes its time, whoever has chosen something learns that it was heard.
    let chosen = RwSignal::new(false);
    let heard = of("p", "note").set("role", "status");
    let heard = heard.live_text(move || if chosen.get() { EN.frame.loading.to_owned() } else { String::new() });
    page("main home")
        .set("aria-busy", "true")
        .add(opening(shell, open).on("click", move |_| chosen.set(true)))
        .add(heard)
}

/// The page before anything is saved, with the button that opens what one has.
pub fn opening(shell: Shell, open: El) -> El {
    let actions = of("div", "actions")
        .add(button("button first", EN.home.start).on("click", move |_| shell.send(Msg::Create)))
        .add(open)
        .add(button("button plain", EN.home.example).on("click", move |_| shell.send(Msg::OpenExample)));
    of("div", "opening")
        .add(el("h1").text(EN.home.title))
        .add(of("p", "lead").text(EN.home.lead))
        .add(actions)
        .add(of("p", "note").text(EN.home.terms))
}
