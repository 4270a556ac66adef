//! A locked link asks for its pass-phrase.

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlInputElement};

use super::super::markup::{El, el, follow, of};
use super::super::shell::Shell;
use super::{phrase_field, soon};
use crate::app::Msg;
use crate::app::view;
use crate::text::EN;

/// The dialog that asks for the pass-phrase.
pub fn sealed(shell: Shell) -> El {
    let seen = shell.see(view::sealed);
    let waiting = move || seen.with(Option::is_some);
    let field = phrase_field("unlock");
    let typed = field.node().clone();
    let wrong = of("p", "error").set("id", "unlock-hint").set("role", "status").live_text(move || {
        let why = seen.get().flatten();
        why.map_or_else(String::new, |why| [EN.share.sealed_wrong, " ", &why].concat())
    });
    let entry =
        of("div", "entry").add(of("label", "label").set("for", "unlock").text(EN.share.phrase)).add(field).add(wrong);
    let go = of("button", "button first").set("type", "submit").text(EN.share.sealed_open);
    let close = of("button", "button plain").set("type", "button").text(EN.frame.close);
    let form = of("form", "form")
        .add(entry)
        .add(el("footer").add(go).add(close.on("click", move |_| shell.send(Msg::Dismiss))))
        .on("submit", move |event| {
            event.prevent_default();
            let phrase = typed.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default();
            soon(move || shell.send(Msg::Unlock(phrase)));
        });
    let dialog = of("dialog", "dialog")
        .set("aria-labelledby", "sealed-title")
        .add(el("header").add(el("h2").set("id", "sealed-title").text(EN.share.sealed_title)))
        .add(el("p").text(EN.share.sealed_lead))
        .add(form)
        .on("close", move |_| {
            // Closed by the person, not because it opened.
            if seen.now().is_some() {
                shell.send(Msg::Dismiss);
            }
        });
    if let Some(element) = dialog.node().dyn_ref::<HtmlDialogElement>().cloned() {
        follow(move || {
            if waiting() {
                // A link may wait before the dialog is in the document, where alone it can open.
                let element = element.clone();
                request_animation_frame(move || {
                    if !element.open() {
                        let _ = element.show_modal();
                    }
                });
            } else {
                element.close();
            }
        });
    }
    dialog
}
