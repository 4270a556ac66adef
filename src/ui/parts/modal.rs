//! A dialog that is open as long as something waits for an answer.

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::super::markup::{El, follow, of};
use super::super::shell::Shell;
use crate::app::Msg;

/// A dialog named by the element `title` in its body, which is empty where nothing waits. Closing it dismisses what waits.
pub fn modal(shell: Shell, title: &str, waits: Box<dyn Fn() -> bool>, body: Box<dyn Fn() -> Vec<El>>) -> El {
    let dialog = of("dialog", "dialog").set("aria-labelledby", title).live(body);
    let Some(element) = dialog.node().dyn_ref::<HtmlDialogElement>().cloned() else { return dialog };
    let (open, closed) = (element.clone(), element);
    follow(move || {
        if waits() {
            // Something may wait before the dialog is in the document, where alone it can open.
            let element = open.clone();
            request_animation_frame(move || {
                if !element.open() {
                    let _ = element.show_modal();
                }
            });
        } else {
            open.close();
        }
    });
    dialog.on("cancel", move |event| {
        event.prevent_default();
        closed.close();
        shell.send(Msg::Dismiss);
    })
}
