//! A file as text, where saving files may be forbidden.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlTextAreaElement};

use super::super::markup::{El, el, follow, of, set_property};
use super::super::shell::Shell;
use crate::app::view;
use crate::app::{Msg, Notice};
use crate::text::EN;

/// The dialog with the text.
pub fn offered(shell: Shell) -> El {
    let seen = shell.see(view::offered);
    let dialog = of("dialog", "dialog")
        .set("aria-labelledby", "offered-title")
        .live(move || seen.with(|seen| seen.as_ref().map(|(name, text)| body(shell, name, text)).unwrap_or_default()))
        .on("close", move |_| {
            if seen.now().is_some() {
                shell.send(Msg::Dismiss);
            }
        });
    if let Some(element) = dialog.node().dyn_ref::<HtmlDialogElement>().cloned() {
        follow(move || {
            let shown = seen.with(Option::is_some);
            if shown && !element.open() {
                // It is in the document and not open, so it cannot be refused.
                let _ = element.show_modal();
            } else if !shown {
                element.close();
            }
        });
    }
    dialog
}

fn body(shell: Shell, name: &str, text: &str) -> Vec<El> {
    let field = of("textarea", "field mono")
        .set("readonly", "")
        .set("rows", "8")
        .set("aria-label", &(EN.hosting.text_label)(name))
        .on("focus", |event| {
            let target = event.target();
            if let Some(field) = target.as_ref().and_then(|target| target.dyn_ref::<HtmlTextAreaElement>()) {
                field.select();
            }
        });
    set_property(field.node(), "value", &text.into());
    let copied = text.to_owned();
    let copy = of("button", "button first").set("type", "button").text(EN.hosting.text_copy).on("click", move |_| {
        shell.send(Msg::Copy { text: copied.clone(), rich: None, said: Notice::Copied });
    });
    let close = of("button", "button plain").set("type", "button").text(EN.frame.close);
    vec![
        el("header").add(el("h2").set("id", "offered-title").text(EN.hosting.text_title)),
        el("p").text(&(EN.hosting.text_lead)(name)),
        field,
        el("footer").add(copy).add(close.on("click", move |_| shell.send(Msg::Dismiss))),
    ]
}
