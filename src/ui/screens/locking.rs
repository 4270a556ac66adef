//! Locking the link with a pass-phrase.

use leptos::prelude::{Get, RwSignal, Set};

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::super::markup::{El, el, of, part, typed};
use super::super::parts::{phrase_field, soon};
use super::super::shell::Shell;
use crate::app::Msg;
use crate::app::view;
use crate::text::EN;

/// Locks the link, or takes the lock off.
pub fn locking(shell: Shell) -> El {
    let locked = shell.see(|model| view::share(model).is_some_and(|seen| seen.locked));
    let body = part(move || if locked.get() { vec![open_again(shell)] } else { vec![lock(shell)] });
    of("details", "more").add(el("summary").text(EN.share.lock)).add(body)
}

/// A phrase of fewer characters is said to be short: two words are hardly longer.
const SHORT: usize = 12;

fn open_again(shell: Shell) -> El {
    let off = of("button", "button").set("type", "button").text(EN.share.unlock_again);
    of("div", "form")
        .add(of("p", "notice").text(EN.share.locked))
        .add(of("p", "actions").add(off.on("click", move |_| shell.send(Msg::Lock(String::new())))))
}

fn lock(shell: Shell) -> El {
    let (busy, short) = (RwSignal::new(false), RwSignal::new(false));
    let phrase = phrase_field("phrase");
    let field = phrase.node().clone();
    let entry =
        of("div", "entry")
            .add(of("label", "label").set("for", "phrase").text(EN.share.phrase))
            .add(of("p", "hint").set("id", "phrase-hint").text(EN.share.phrase_hint))
            .add(phrase.on("input", move |event| short.set((1..SHORT).contains(&typed(&event).chars().count()))))
            .add(of("div", "part").set("role", "status").live(move || {
                if short.get() { vec![of("p", "hint").text(EN.share.phrase_short)] } else { Vec::new() }
            }));
    let words = move || if busy.get() { EN.share.locking } else { EN.share.lock_do }.to_owned();
    let go = of("button", "button").set("type", "submit").live_text(words);
    of("form", "form")
        .add(el("p").text(EN.share.lock_hint))
        .add(entry)
        .add(of("p", "actions").add(go.live_property("disabled", move || busy.get().into())))
        .on("submit", move |event| {
            event.prevent_default();
            let phrase = field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default();
            busy.set(true);
            soon(move || {
                shell.send(Msg::Lock(phrase.clone()));
                busy.set(false);
            });
        })
}
