//! What stands before anything was done: the question, why it matters, and the three ways to begin.

use leptos::prelude::{Get, RwSignal, Set};

use super::super::markup::{El, el, of};
use super::super::program::Part;
use super::super::shell::Shell;
use super::home::DIALOG;
use crate::app::Msg;
use crate::browser::dom;
use crate::text::EN;

/// The first page while what works on it is coming. A button that is used meanwhile does its work when that has come.
pub fn front(shell: Shell) -> El {
    let open = of("button", "button").set("type", "button").text(EN.home.open);
    let open = open.on("click", move |_| shell.program.load(Part::Work, || dom::open_soon(DIALOG)));
    // Where the rest takes its time, whoever has chosen something learns that it was heard.
    let chosen = RwSignal::new(false);
    let heard = of("p", "note").set("role", "status");
    let heard = heard.live_text(move || if chosen.get() { EN.frame.loading.to_owned() } else { String::new() });
    of("main", "main home")
        .set("id", "main")
        .set("aria-busy", "true")
        .add(opening(shell, open).on("click", move |_| chosen.set(true)))
        .add(heard)
}

/// The page before anything is saved, with the button that opens what one has.
pub fn opening(shell: Shell, open: El) -> El {
    let actions = of("div", "actions")
        .add(button(shell, "button first", EN.home.start, Msg::Create))
        .add(open)
        .add(button(shell, "button plain", EN.home.example, Msg::OpenExample));
    of("div", "opening")
        .add(el("h1").text(EN.home.title))
        .add(of("p", "lead").text(EN.home.lead))
        .add(actions)
        .add(of("p", "note").text(EN.home.terms))
}

/// A button that sends a message.
pub fn button(shell: Shell, class: &str, words: &str, msg: Msg) -> El {
    of("button", class).set("type", "button").text(words).on("click", move |_| shell.send(msg.clone()))
}
